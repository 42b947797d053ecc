"""When Russian and Chinese television's attention to North Korea changed, and how that is known."""
