"""Where states stand on one line, from how they vote."""
