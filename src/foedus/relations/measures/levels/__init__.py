"""When the level of a series changed, and whether its last value is a record."""
