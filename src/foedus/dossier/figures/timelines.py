"""Events and instruments on a clock: bars in lanes, and the days of one instrument."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["Bar", "Clock", "Gap", "Timeline"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When an instrument was signed, entered into force and ended, and when the act falls."""

    signed: dt.date | None
    in_force: dt.date | None
    ended: dt.date | None
    act: dt.date
    words: tuple[tuple[dt.date, str], ...]
    describes: str
