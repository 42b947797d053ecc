"""Programs that look for texts that break the reader; run by hand, for as long as one likes."""
