"""What states can put into the field, beside what happened, and what changed after a transfer."""
