"""What followed pacts, beside what followed pairs like theirs: dots with their intervals."""

from dataclasses import dataclass

__all__ = ["Dot", "DotRow", "DotRows"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A share from 0 to 1 with the ends of its interval, and what a reader is told who points."""

    value: float
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """One outcome: under its name, one line per horizon with the full and the hollow dot."""

    name: str
    lines: tuple[tuple[str, Dot | None, Dot | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRows:
    """Rows of dots on one scale of shares, with the words for the full and the hollow ones.

    `title` and the lines of `source` are drawn where the figure stands alone.
    """

    rows: tuple[DotRow, ...]
    full: str
    hollow: str
    describes: str
    evidence: str = ""
    title: str = ""
    source: tuple[str, ...] = ()
