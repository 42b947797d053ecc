"""Ideal points in the General Assembly beside those of Bailey, Strezhnev and Voeten."""
