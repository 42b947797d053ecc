"""Values through time as lines with bands, and what stretches over some of their days."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["Curve", "Curves", "Reading", "Stretch", "Turn"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of a series that are hatched, and why: nobody covers them, or there was nobody then."""

    earliest: dt.date
    latest: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The days a change lies in, both included, and what is written over them."""

    earliest: dt.date
    latest: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A value from `begins` to `ends`, known within `low` to `high` where both are given.

    A value of None is a gap: the line breaks there.
    """

    begins: dt.date
    ends: dt.date
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """One line; `place` is its place in the order of colours and dashes, 0 first."""

    name: str
    place: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """Lines with bands on one scale; `above` says what the upper end of the scale means.

    `low` and `high` are the ends of the scale.
    """

    curves: tuple[Curve, ...]
    low: float
    high: float
    begins: dt.date
    ends: dt.date
    stretches: tuple[Stretch, ...] = ()
    turns: tuple[Turn, ...] = ()
    above: str = ""
    describes: str
