"""Who moved: what third parties did after an event, against what would have been expected."""
