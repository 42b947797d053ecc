"""The sentences of a text with numbered signs where they name treaties, days and actors."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus.reading.dictionary import plain
from foedus.reading.reading import Mention, Reading, TimeExpression
from foedus.treaties.told.naming import Naming

__all__ = ["MarkedSentence", "marked_sentences"]

SIGNS = "⟦⟧⟨⟩⟪⟫"
"""Around the number of a treaty, a day, an actor."""

_TOLD_IN = ("paragraph", "caption")
_END = re.compile(
    r"(?<!\b[A-ZÀ-Ý])(?<!\bart)(?<!\bNo)(?<!\bno)[.!?…]+[»”\"')\]]*\s+(?=[A-ZÀ-ÝА-Я«“\"(])|\n\s*\n"
)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_SIGNED = re.compile(
    r",?(?: (?:which|that|qui))?(?: (?:was|were|had been|a été|fut))? (?:signed|signée?)\b",
    re.IGNORECASE,
)
_ACTORS = ("name", "metonym", "abbreviation")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence and the same with signs: numbers in them count into the three rows.

    `open_ended` is marked otherwise: what a name says of its signature stands outside the sign.
    """

    start: int
    end: int
    marked: str
    open_ended: str
    treaties: tuple[Naming, ...]
    days: tuple[TimeExpression, ...]
    actors: tuple[Mention, ...]


def marked_sentences(reading: Reading, named: Sequence[Naming]) -> Iterator[MarkedSentence]:
    """Yield the sentences that name an instrument; one that uses our signs itself is passed over.

    A treaty that is not surely an instrument has a sign that no pattern knows. Days count when they
    are written with their year.
    """
    text = plain(reading.text)
    for start, end in _sentences(reading):
        here = [one for one in named if start <= one.start and one.end <= end]
        words = text[start:end]
        if not any(one.instrument for one in here) or any(sign in words for sign in SIGNS):
            continue
        days = [
            one
            for one in reading.times
            if one.day and one.kind == "date" and start <= one.start and one.end <= end
        ]
        days = [one for one in days if _YEAR.search(text, one.start, one.end)]
        actors = [
            one
            for one in reading.mentions
            if one.kind in _ACTORS and start <= one.start and one.end <= end
        ]
        cut = {one: _before_signature(one, text) for one in here}
        whole = {one: one.end for one in here}
        yield MarkedSentence(
            start,
            end,
            marked=_marked(text, start, end, whole, days, actors),
            open_ended=_marked(text, start, end, cut, days, actors),
            treaties=tuple(here),
            days=tuple(days),
            actors=tuple(actors),
        )


def _marked(
    text: str,
    start: int,
    end: int,
    treaties: Mapping[Naming, int],
    days: Sequence[TimeExpression],
    actors: Sequence[Mention],
) -> str:
    signs = [
        (one.start, until, f"⟦{place if one.instrument else 'x'}⟧")
        for place, (one, until) in enumerate(treaties.items())
    ]
    signs += [(one.start, one.end, f"⟨{place}⟩") for place, one in enumerate(days)]
    signs += [(one.start, one.end, f"⟪{place}⟫") for place, one in enumerate(actors)]
    parts, reached = [], start
    # Treaties come first in the row, so that of signs that begin together theirs is taken.
    for first, last, sign in sorted(signs, key=lambda one: one[0]):
        if first >= reached:
            parts += [text[reached:first], sign]
            reached = last
    return "".join((*parts, text[reached:end]))


def _before_signature(one: Naming, text: str) -> int:
    """Where a name ends that goes on to say when it was signed."""
    found = _SIGNED.search(text, one.start, one.end)
    return found.start() if found else one.end


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    for segment in reading.segments:
        if segment.kind not in _TOLD_IN:
            continue
        start = segment.start
        for found in _END.finditer(reading.text, segment.start, segment.end):
            yield start, found.end()
            start = found.end()
        yield start, segment.end
