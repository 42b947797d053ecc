"""Raised characters as plain text: ² for figures, ⁽¹⁾ for the mark of a note."""

from typing import Final

__all__ = ["note_mark", "raised"]

_RAISED: Final = str.maketrans("0123456789()+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁻")


def raised(words: str) -> str:
    """Return figures and brackets as raised ones; words with anything else unchanged."""
    stripped = words.strip()
    return stripped.translate(_RAISED) if stripped.strip("0123456789()+-−") == "" else words


def note_mark(number: str | int) -> str:
    """Return the mark of a note in the body, which cannot be taken for a power: ⁽¹⁾."""
    return f"({str(number).strip(' ()[]')})".translate(_RAISED)
