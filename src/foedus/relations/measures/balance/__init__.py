"""Signed networks: triads, walks, the line index of balance, blocs, groups of many."""
