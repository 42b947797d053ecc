"""How far the alliances and disputes of states were from balance, 1946 to 1999, with proof."""
