"""The stretches of a text that a model is asked about one at a time: whole paragraphs, bounded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.reading.reading import Reading, Segment

__all__ = ["LONGEST", "Stretch", "stretches"]

LONGEST = 3000
"""Characters of one stretch: a page or so, which small models still answer in full."""

MOST_ACTORS = 60
"""Actors offered with a stretch, those named last before its end."""

_READ = frozenset({"title", "heading", "paragraph", "caption"})
_SENTENCE_END = re.compile(r"[.!?…。！？][»”\"’')\]」』]*\s*|\n")
_BLANK = re.compile(r"\s+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a text, and the actors that it names up to there, sorted."""

    start: int
    end: int
    actors: tuple[str, ...]


def stretches(reading: Reading, longest: int = LONGEST) -> tuple[Stretch, ...]:
    """Return the prose of a text in pieces, ascending, without overlap, none over `longest`.

    Neighbouring paragraphs share a stretch while they fit; notes, bylines and fields end it. A
    paragraph that does not fit is cut after a sentence, else at a blank, else anywhere. What comes
    before the first name of an actor can tell of nobody and is left out.
    """
    segments = reading.segments or (Segment(0, len(reading.text), "paragraph"),)
    spans = _joined(reading.text, segments, longest)
    return tuple(
        _with_actors(reading, (span for span in spans if reading.text[slice(*span)].strip()))
    )


def _with_actors(reading: Reading, spans: Iterator[Span]) -> Iterator[Stretch]:
    mentions, place = reading.mentions, 0
    named: dict[str, None] = {}
    for start, end in spans:
        while place < len(mentions) and mentions[place].start < end:
            named.pop(mentions[place].actor, None)
            named[mentions[place].actor] = None
            place += 1
        if named:
            yield Stretch(start, end, tuple(sorted([*named][-MOST_ACTORS:])))


def _joined(text: str, segments: Sequence[Segment], longest: int) -> Iterator[Span]:
    waiting: Span | None = None
    for segment in segments:
        if segment.kind not in _READ:
            if waiting:
                yield waiting
            waiting = None
            continue
        for start, end in _cut(text, segment.start, segment.end, longest):
            if waiting and end - waiting[0] <= longest:
                waiting = (waiting[0], end)
                continue
            if waiting:
                yield waiting
            waiting = (start, end)
    if waiting:
        yield waiting


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    while end - start > longest:
        stop = _last_end(_SENTENCE_END, text, start, longest) or _last_end(
            _BLANK, text, start, longest
        )
        stop = stop or start + longest
        yield start, stop
        start = stop
    if start < end:
        yield start, end


def _last_end(pattern: re.Pattern[str], text: str, start: int, longest: int) -> int | None:
    """Where the last match in a window ends, unless that would leave a mere scrap."""
    ends = [found.end() for found in pattern.finditer(text, start, start + longest)]
    return ends[-1] if ends and ends[-1] > start + longest // 4 else None
