"""How alike the portfolios of two states are: alliances held, votes cast."""
