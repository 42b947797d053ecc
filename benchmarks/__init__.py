"""What foedus costs: measured on demand, never by a timed test."""
