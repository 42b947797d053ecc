"""Documents as received, and the case folder they lie in: bytes, text and where it came from."""
