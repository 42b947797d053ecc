"""Footnotes whose mark the body has lost, and marks whose note the text has lost."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from foedus.sources.snapshot import Damage

__all__ = ["lost_notes"]

MOST_MARKS: Final = 10_000
"""Marks of notes looked at: no text has more."""

_HEADING: Final = re.compile(
    r"^[ \t#*_]{0,20}(?:notes?(?: de bas de page| de fin)?|footnotes?|endnotes?|références?|"
    r"references?|примечания|примітки|각주|주석|미주|注释|註釋|注|註|脚注)"
    r"[ \t]{0,20}[:：]?[ \t#*_]{0,20}\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE: Final = re.compile(
    r"^[ \t]{0,20}(?P<mark>\((?P<a>\d{1,3})\)|\[(?P<b>\d{1,3})\]|⁽(?P<c>[⁰¹²³⁴-⁹]{1,3})⁾|"
    r"(?P<d>[⁰¹²³⁴-⁹]{1,3})|(?P<e>\d{1,3})\.)(?=[ \t])",
    re.MULTILINE,
)
_RAISED: Final = re.compile(r"⁽(?P<a>[⁰¹²³⁴-⁹]{1,3})⁾|(?<=[^\W\d_]{4})(?P<b>[⁰¹²³⁴-⁹]{1,3})(?!\w)")
_SQUARE: Final = re.compile(r"(?<=[\w.,;:!?»”\"')])\[(?P<a>\d{1,3})\](?!\()")
_ROUND: Final = re.compile(
    r"(?<=[^\W\d_]{3})\((?P<a>\d{1,3})\)|(?<=[.,;:!?»”\"])\((?P<b>\d{1,3})\)"
)
_BLANKS: Final = re.compile(r"(?:[ \t]*\r?\n)+")
_FIGURES: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def lost_notes(text: str) -> Iterator[Damage]:
    """Yield a damage for each note that no mark calls, and each mark that calls no note.

    Notes are the numbered lines below a heading such as "Notes", or below the body when that calls
    them with raised marks.
    """
    begin = _begin_of_notes(text)
    marks = list(_marks(text, len(text) if begin is None else begin))
    notes = [] if begin is None else list(_notes(text, begin))
    called = {number for number, _, _ in marks}
    listed = {number for number, _, _ in notes}
    for number, start, end in notes:
        if number not in called:
            explanation = f"no mark in the body calls note {number}: what it supports is lost"
            yield Damage("note_without_mark", start, end, text[start:end], explanation)
    for number, start, end in marks:
        if number not in listed:
            explanation = f"the body calls note {number}, and the text has no such note"
            yield Damage("mark_without_note", start, end, text[start:end], explanation)


def _begin_of_notes(text: str) -> int | None:
    """Return where the list of notes begins; None when the text has none."""
    headings = [
        match.end()
        for match in _HEADING.finditer(text)
        if (blanks := _BLANKS.match(text, match.end())) and _NOTE.match(text, blanks.end())
    ]
    if headings:
        return headings[-1]
    last_mark = max((end for _, _, end in _marks(text, len(text), raised_only=True)), default=None)
    if last_mark is None:
        return None
    first = next((note for note in _NOTE.finditer(text, last_mark) if _number(note) == 1), None)
    return first.start() if first else None


def _notes(text: str, begin: int) -> Iterator[tuple[int, int, int]]:
    """Yield number and offsets of each note's own mark; numbers must rise."""
    last = 0
    for match in _NOTE.finditer(text, begin):
        number = _number(match)
        if number > last:
            last = number
            yield number, match.start("mark"), match.end("mark")


def _marks(text: str, end: int, *, raised_only: bool = False) -> Iterator[tuple[int, int, int]]:
    """Yield number and offsets of the marks before `end`, in the first style that the text has."""
    # Brackets hold other things too, items of a list for one: they call notes if there are any.
    styles = [_RAISED] if raised_only or end == len(text) else [_RAISED, _SQUARE, _ROUND]
    for style in styles:
        found = tuple(islice(style.finditer(text, 0, end), MOST_MARKS))
        if found:
            yield from ((_number(match), *match.span()) for match in found)
            return


def _number(match: re.Match[str]) -> int:
    figures = next(part for name, part in match.groupdict().items() if part and name != "mark")
    return int(figures.translate(_FIGURES))
