"""A text as parsers should see it: legible, and in parts of bounded length."""

import re
from collections.abc import Iterator

__all__ = ["legible", "parts", "whole"]

_PART_LENGTH = 40_000
_LONGEST_WORD = 400
_SPACES = re.compile(r"[^\S\n]")
_MARKS = re.compile(r"⁽[⁰¹²³⁴-⁹]+⁾|[¹²³⁰⁴-⁹]+|\^\{\w+\}|[*_]")
_LONG_WORDS = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_HALVES = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return the text with every half of a surrogate pair replaced: no parser takes one."""
    return _HALVES.sub("\ufffd", text)


def legible(text: str) -> str:
    """Return the text as the parser should see it, character for character in the same place.

    Typographic apostrophes and blanks become plain; calls of notes, superscripts and marks of
    emphasis become blanks; a run without blanks longer than any word is blanked, because it can
    only be damage or an attack.
    """
    text = _SPACES.sub(" ", text.replace("’", "'").replace("ʼ", "'"))
    text = _MARKS.sub(_blank, text)
    return _LONG_WORDS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def parts(text: str, length: int = _PART_LENGTH) -> Iterator[tuple[int, int]]:
    """Return where runs of whole paragraphs begin and end, none longer than `length`.

    A paragraph longer than that is cut at a line break, a blank, or as it comes.
    """
    start = 0
    while start < len(text):
        end = start + length
        if end < len(text):
            cut = max(text.rfind("\n\n", start, end), text.rfind("\n", start + length // 2, end))
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut if cut > start else end
        yield start, min(end, len(text))
        start = end
