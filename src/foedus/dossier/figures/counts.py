"""Counts of months and years: what was recorded, what was expected, and where a rate changed."""

import datetime as dt
from dataclasses import dataclass

__all__ = [
    "ExpectedCounts",
    "MonthlyTies",
    "TiePoint",
    "TurningSeries",
    "YearCount",
    "YearlyExchanges",
]


@dataclass(frozen=True, slots=True)
class TiePoint:
    """Cooperation and conflict of a dyad in one month.

    Both None where nothing was recorded and nobody claims to have listed it all; where something
    was recorded and `covered` is false, the sums are what was recorded, no more.
    """

    month: dt.date
    cooperation: float | None
    conflict: float | None
    covered: bool
    evidence: str | None


@dataclass(frozen=True, slots=True)
class MonthlyTies:
    """Cooperation above the line, conflict below, month by month."""

    points: tuple[TiePoint, ...]
    unit: str
    describes: str


@dataclass(frozen=True, slots=True)
class YearCount:
    """Exchanges of one year, None where nobody listed them; `low` to `high` was expected."""

    year: int
    count: int | None
    low: float | None
    high: float | None
    evidence: str | None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class YearlyExchanges:
    """Counts per year against the range expected of them."""

    years: tuple[YearCount, ...]
    unit: str
    describes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningSeries:
    """A series of counts, its levels, and the intervals its turning points lie in.

    `points` are (first day, day after the last, count), the count None where nobody covers the
    stretch; `levels` (from, to, mean count). `intervals` are (first day, day after the last), each
    of which holds a change with `probability`; `expected` (from, to, low, high) what is known of
    the level in each stretch, empty where it is not drawn. `evidence` is the exhibit that an
    interval opens, empty for none.
    """

    points: tuple[tuple[dt.date, dt.date, float | None], ...]
    levels: tuple[tuple[dt.date, dt.date, float], ...]
    intervals: tuple[tuple[dt.date, dt.date], ...]
    probability: str
    unit: str
    describes: str
    evidence: str
    expected: tuple[tuple[dt.date, dt.date, float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedCounts:
    """Counts through time against what was expected of each; some stretches are asked about.

    `points` are (first day, day after the last, count, low, high), the count None where nothing is
    recorded, `low` and `high` None where nothing is expected. `asked` are (first day, day after the
    last). `asked_words` stand over the first of them.
    """

    points: tuple[tuple[dt.date, dt.date, int | None, int | None, int | None], ...]
    asked: tuple[tuple[dt.date, dt.date], ...]
    asked_words: str
    describes: str
    evidence: str
