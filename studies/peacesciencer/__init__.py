"""The same panel as peacesciencer makes of the same data, cell for cell."""
