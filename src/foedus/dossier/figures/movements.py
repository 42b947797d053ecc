"""Who moved: estimates with their intervals, and paths around an event among placebos."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["Effect", "Effects", "GapPaths", "GapPoint", "MovementBoard"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One dyad's movement: `value` within `low` to `high`, all None where nothing can be said.

    `visible` is the least movement that would have been seen, drawn both ways from none at all.
    `moved` says that a movement is told, `unsaid` in words why there is none to draw.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    visible: tuple[float, float] | None
    moved: bool
    unsaid: str
    told: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Movements one under the other on one scale; of a `ratio` it is logarithmic and 1 is none."""

    rows: tuple[Effect, ...]
    ratio: bool
    zero: str
    describes: str


@dataclass(frozen=True, slots=True)
class GapPoint:
    """A gap in one period, and what nine tenths of the placebos lie between, None for unknown."""

    begins: dt.date
    ends: dt.date
    gap: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPaths:
    """Gaps through time of what an event concerns, over those of placebos.

    `placebos` are paths with a gap for each point of `path`. `left_out` are the first day and the
    day after the last of the periods of the event.
    """

    path: tuple[GapPoint, ...]
    placebos: tuple[tuple[float, ...], ...] = ()
    left_out: tuple[dt.date, dt.date]
    ratio: bool
    describes: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementBoard:
    """A picture that stands alone: a title, drawings under titles and subtitles, a source."""

    title: str
    panels: tuple[tuple[str, str, Effects | GapPaths], ...]
    source: str
    describes: str
