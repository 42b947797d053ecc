"""ATOP 5.1 as instruments: what its member file becomes, by the table of `mapping.yaml`."""
