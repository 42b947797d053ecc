"""What followed defence pacts since 1945, and those most like that of June 2024."""
