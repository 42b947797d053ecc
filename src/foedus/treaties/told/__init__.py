"""What texts say of treaties, read by patterns that are data, and checked against what is coded."""
