"""A set of words written in one string."""

__all__ = ["word_set"]


def word_set(words: str) -> frozenset[str]:
    """Return the words between blanks."""
    return frozenset(words.split())
