"""What a language package must give for its texts to be read."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from foedus.evidence import Day, Quantity
from foedus.reading.dictionary import plain
from foedus.reading.grammar import Grammar
from foedus.reading.mention_words import MentionWords
from foedus.reading.passages import SegmentWords
from foedus.reading.reading import Mention, Segment, TimeExpression, TreatyReference
from foedus.reading.times.frames import Frame
from foedus.reading.tree import Tree

__all__ = ["Language"]

Trees = Callable[[str], Iterator[Tree]]
Amount = tuple[int, int, Quantity]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """One language: its grammar, its words, and how each kind of evidence is found in it.

    All functions take the whole text and answer with its characters' places, ascending, without
    overlap. `trees` parses a text from which notes and bylines are blanked, in parts of bounded
    length, into trees whose relations and markers are already foedus's own. It may be called when
    all the modules of `parser` can be imported; `install` is what to install for that. Without
    them the language is read by windows of words, surely worse, which every rule then says.

    `shadow` is the text as names are looked for in it, every character at its place.

    `acts` says whether a capital or palace between two characters is who acts (the last argument:
    whether it is a city); `persons` finds who speaks for an actor, given the mentions by name and
    the day; `treaties` what treaties are named.
    """

    code: str
    parser: tuple[str, ...]
    install: str
    grammar: Grammar
    trees: Trees
    segment_words: SegmentWords
    mention_words: MentionWords | None
    acts: Callable[[str, int, int, bool], bool]
    persons: Callable[[str, Sequence[Mention], dt.date], tuple[Mention, ...]]
    times: Callable[[str, Day | None], tuple[TimeExpression, ...]]
    frames: Callable[[str, tuple[TimeExpression, ...], Day | None], tuple[Frame, ...]]
    quantities: Callable[[str], tuple[Amount, ...]]
    treaties: Callable[
        [str, Sequence[Mention], Sequence[TimeExpression], Sequence[Segment]],
        tuple[TreatyReference, ...],
    ]
    shadow: Callable[[str], str] = plain
