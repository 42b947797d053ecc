"""Bytes of a document to text, one module per format, each with a map back to the original."""
