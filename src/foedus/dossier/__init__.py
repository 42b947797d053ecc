"""What is printed in the end: findings with their evidence, composed from tables, never by hand."""
