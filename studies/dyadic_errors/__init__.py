"""How sure a model of dispute onset is: conventional, by dyad, and dyadic-robust errors."""
