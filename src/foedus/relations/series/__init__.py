"""Cooperation and conflict of a dyad, or any count, by day, week, month, quarter or year."""
