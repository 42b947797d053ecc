"""Whether Chinese television kept silent on North Korea in 2024, against its own past."""
