"""Published results that foedus reproduces, one folder each."""
