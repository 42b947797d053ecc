"""What was expected to be said, and what was."""
