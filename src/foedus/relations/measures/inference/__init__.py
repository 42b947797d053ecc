"""Standard errors where every observation is a pair and pairs share members."""
