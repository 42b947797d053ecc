"""Signorino and Ritter 1999: tables 5, 6 and 8, from their portfolios and from other data."""
