"""Mentions of a topic by a source, as a series of months or days with their documents.

A table of mentions has one row per source, day and term (`foedus.sources.mention_counts`). The
exposure of a period is the number of documents of the source in it; a period without one is
unknown, never a silence.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from foedus.relations.calendar import last_of_month

__all__ = [
    "DAY",
    "Span",
    "SpeechPeriod",
    "SpeechSeries",
    "speech_series",
]

DAY = dt.timedelta(days=1)
Span = tuple[dt.date, dt.date]
"""A first and a last day, both included."""


@dataclass(frozen=True, slots=True)
class SpeechPeriod:
    """Mentions and documents of a source from `first` to `last`, both included.

    `days` is the number of days with documents; `low` to `high` mentions were expected with 90 %,
    by the baseline of the question asked, None where nobody asked or there is no document.
    """

    first: dt.date
    last: dt.date
    mentions: int
    documents: int
    days: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class SpeechSeries:
    """The periods of one source and topic, in order of time, without a gap between them."""

    source: str
    term: str
    grain: str
    periods: tuple[SpeechPeriod, ...]

    @property
    def mentions(self) -> NDArray[np.float64]:
        """Mentions per period."""
        return np.array([each.mentions for each in self.periods], dtype=float)

    @property
    def documents(self) -> NDArray[np.float64]:
        """Documents per period."""
        return np.array([each.documents for each in self.periods], dtype=float)

    def within(self, span: Span) -> NDArray[np.bool_]:
        """Return which periods lie wholly within a span."""
        return np.array([span[0] <= p.first and p.last <= span[1] for p in self.periods])


def speech_series(rows: pa.Table, source: str, term: str, grain: str, span: Span) -> SpeechSeries:
    """Return the mentions of a term by a source per "month" or "day" of a span.

    A month that is only partly in the span counts what the table has of it within the span.
    A term that the table does not count of the source has no mention and no document.
    """
    chosen = rows.filter(pc.and_(pc.equal(rows["source"], source), pc.equal(rows["term"], term)))
    counted: dict[dt.date, list[int]] = {}
    for row in chosen.to_pylist():
        first = row["date"].replace(day=1) if grain == "month" else row["date"]
        sums = counted.setdefault(first, [0, 0, 0])
        sums[0] += row["documents_mentioning"]
        sums[1] += row["documents"]
        sums[2] += row["documents"] > 0
    return SpeechSeries(
        source,
        term,
        grain,
        tuple(
            SpeechPeriod(first, last, *counted.get(first, (0, 0, 0)))
            for first, last in _periods(span, grain)
        ),
    )


def _periods(span: Span, grain: str) -> Iterable[Span]:
    first = span[0].replace(day=1) if grain == "month" else span[0]
    while first <= span[1]:
        last = last_of_month(first) if grain == "month" else first
        yield first, last
        first = last + DAY
