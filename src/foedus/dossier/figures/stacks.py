"""Drawings one above the other on one clock."""

import datetime as dt
from dataclasses import dataclass

from foedus.dossier.figures.curves import Curves, Reading, Stretch, Turn
from foedus.dossier.figures.timelines import Bar, Gap

__all__ = ["Counts", "Lanes", "Panel", "Stack"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Bars up for `up`, down for `down`; a stretch that nobody covers has no reading.

    `up_done` and `down_done` are the part of each that is drawn full, the rest pale; without them
    all is full. `levels` are what the counts lie around, up and down, with their intervals. `names`
    are those of the two directions.
    """

    up: tuple[Reading, ...]
    down: tuple[Reading, ...] = ()
    up_done: tuple[Reading, ...] = ()
    down_done: tuple[Reading, ...] = ()
    levels: tuple[tuple[Reading, ...], tuple[Reading, ...]] = ((), ())
    names: tuple[str, str] = ("", "")
    begins: dt.date
    ends: dt.date
    stretches: tuple[Stretch, ...] = ()
    turns: tuple[Turn, ...] = ()
    describes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Bars in lanes on the clock of a stack, without an enlarged part."""

    lanes: tuple[str, ...]
    bars: tuple[Bar, ...]
    gaps: tuple[tuple[Gap, str], ...]
    begins: dt.date
    ends: dt.date
    describes: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing of a stack under a title that says what it shows."""

    title: str
    subtitle: str
    drawing: Lanes | Curves | Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Panels one above the other on one time axis, with seams across all and a source at the foot.

    `seams` are days on which one state follows another, with the words for it.
    """

    title: str
    panels: tuple[Panel, ...]
    begins: dt.date
    ends: dt.date
    seams: tuple[tuple[dt.date, str], ...]
    source: str
    describes: str
