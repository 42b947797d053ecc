"""Two famous series: when the coal mines grew safer, and when the Nile fell."""
