"""Arithmetic on plain NumPy arrays, one module for each measure; knows nothing of tables."""
