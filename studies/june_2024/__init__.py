"""June 2024 seen from the data: which dyads changed, with what interval, and which did not."""
