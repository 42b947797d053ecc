"""What may move: one number per dyad and period, unknown where nobody covers it."""

import datetime as dt
from dataclasses import dataclass, field

from foedus.relations.bonds.parts import Provenance
from foedus.repercussions.movements.two_way import Floats

__all__ = ["Outcome", "Period"]

Period = tuple[dt.date, dt.date]
"""The first and the last day of a period, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome of U dyads in T periods that follow one another without a gap.

    `one` and `two` are the members of each dyad: actor ids (or codes where no actor answers to
    them); where `directed`, the source that speaks and the topic. `values` (U, T), NaN where
    unknown. `closer` says which way two actors come closer: 1 up, -1 down, 0 where that has no
    meaning. `ratio` is True where `values` are logarithms, so that a movement is a factor. `grain`
    is "year" or "month". `sources` are what the values come from; `file` is the name and SHA-256 of
    an analyst's own file.
    """

    name: str
    one: tuple[str, ...]
    two: tuple[str, ...]
    periods: tuple[Period, ...]
    grain: str
    values: Floats = field(repr=False)
    closer: int
    ratio: bool = False
    directed: bool = False
    sources: tuple[Provenance, ...] = ()
    file: tuple[str, str] | None = None
