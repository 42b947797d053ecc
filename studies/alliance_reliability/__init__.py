"""How often allies who were asked acted: our numbers beside those of two published studies."""
