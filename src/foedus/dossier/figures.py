"""What is drawn, as values: no colour, no size, nothing of the library that draws it."""

import datetime as dt
from dataclasses import dataclass

__all__ = [
    "Bar",
    "Clock",
    "Drawable",
    "Gap",
    "MonthlyTies",
    "TiePoint",
    "Timeline",
    "TurningSeries",
    "YearCount",
    "YearlyExchanges",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A mark of a timeline: from `earliest` to `latest`, both days included.

    `form` is `exact` (one day or a run of known days), `uncertain` (some day within, unknown),
    `signed` (concluded, not in force), `force`, or `possible` (the day is known, that it happened
    is not). `tone` is cooperation, conflict, neutral or contested. `told` is what a reader is told
    who points at it, `evidence` the exhibit that selecting it opens.
    """

    lane: str
    earliest: dt.date
    latest: dt.date
    form: str
    tone: str
    label: str
    told: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of a lane that nobody covers: unknown, never none."""

    lane: str
    earliest: dt.date
    latest: dt.date


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes of marks on one clock; `detail_from` starts the enlarged part, None for one scale."""

    lanes: tuple[str, ...]
    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    begins: dt.date
    ends: dt.date
    detail_from: dt.date | None
    describes: str


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
    """A series of counts, its levels, and the interval its turning point lies in.

    `points` are (first day, day after the last, count), the count None where nobody covers the
    stretch; `levels` (from, to, mean count). `earliest` to `latest`, the day after, is the interval
    that holds the change with `probability`.
    """

    points: tuple[tuple[dt.date, dt.date, float | None], ...]
    levels: tuple[tuple[dt.date, dt.date, float], ...]
    earliest: dt.date
    latest: dt.date
    probability: str
    unit: str
    describes: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When an instrument was signed, entered into force and ended, and when the act falls."""

    signed: dt.date | None
    in_force: dt.date | None
    ended: dt.date | None
    act: dt.date
    words: tuple[tuple[dt.date, str], ...]
    describes: str


Drawable = Timeline | MonthlyTies | YearlyExchanges | TurningSeries | Clock
