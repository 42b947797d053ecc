"""If this happens: who else must act, whose duties clash, and who else is touched."""
