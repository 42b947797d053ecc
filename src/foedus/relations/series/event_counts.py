"""Events counted by store, period, initiator and target: the cells that every series is made of.

A cell says how many events there were, how many of each class, and Goldstein's scores as a sum with
the number of events that have one. Initiator and target are null where nobody is named.
"""

from collections.abc import Sequence
from typing import Final

import ibis
from ibis import _
from ibis.expr.types import Table

from foedus.evidence import EventType, quad_class
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine
from foedus.relations.series.case_events import case_events
from foedus.relations.series.periods import Unit, first_of

__all__ = [
    "COUNTS",
    "counts_by_day",
    "dyad_counts",
    "event_counts",
    "initiated_events",
    "store_totals",
]

_CLASSES: Final = tuple(dict.fromkeys(quad_class(each).value for each in EventType))
COUNTS: Final = ("events", *_CLASSES, "unclassed", "scored_events")
"""What is counted of every cell."""
_KEYS: Final = ("store", "day", "initiator", "target")
_ABROAD: Final = "abroad"
"""Stands for every state that nobody asked about."""


def event_counts(
    engine: Engine, read: Table | None, case: Ledger | None, by: Unit, *, directed: bool
) -> Table:
    """The counts of all stores by period; `read` are rows of a view, or counts by day of them."""
    parts = []
    if read is not None:
        parts.append(_regrouped(read, by) if "events" in read.columns else _counts(read, by))
    if case is not None:
        parts.append(_counts(case_events(engine, case, directed=directed), by))
    return (ibis.union(*parts) if len(parts) > 1 else parts[0]).rename(begins="day")


def dyad_counts(cells: Table, directed: bool) -> Table:
    """One row per store, period and dyad with an event: `one` and `two`, counts and sums."""
    between = cells.filter(
        cells.initiator.notnull() & cells.target.notnull() & (cells.initiator != cells.target)
    )
    if directed:
        return between.rename(one="initiator", two="target")
    return (
        between.mutate(
            one=ibis.least(_.initiator, _.target), two=ibis.greatest(_.initiator, _.target)
        )
        .group_by("store", "begins", "one", "two")
        .agg(goldstein_sum=_.goldstein_sum.sum(), **{name: _[name].sum() for name in COUNTS})
    )


def store_totals(cells: Table) -> Table:
    """One row per store and period: `store_events`, whoever took part."""
    return cells.group_by("store", "begins").agg(store_events=_.events.sum())


def initiated_events(cells: Table) -> Table:
    """One row per store, period and initiator: `initiated`, those directed at others."""
    abroad = cells.filter(cells.target.notnull() & (cells.initiator != cells.target))
    return abroad.group_by("store", "begins", "initiator").agg(initiated=_.events.sum())


def counts_by_day(view: Table, pairs: Sequence[tuple[str, str]]) -> Table:
    """The counts of the rows of a view by day, nobody told apart but the actors of the pairs."""
    return _counts(_near(view, pairs), "day")


def _near(view: Table, pairs: Sequence[tuple[str, str]]) -> Table:
    """The rows with nobody told apart but the actors of the pairs: the others are null or `ABROAD`.

    Who initiated nothing that is asked about is null, and so is then the target.
    """
    actors = sorted({actor for pair in pairs for actor in pair})
    ours = view.initiator.isin(actors).fill_null(False) if actors else ibis.literal(False)
    there = view.target.isin(actors).fill_null(False) if actors else ibis.literal(False)
    nobody = ibis.null("string")
    abroad = ibis.ifelse(view.target.notnull(), ibis.literal(_ABROAD), nobody)
    return view.mutate(
        initiator=ibis.ifelse(ours, view.initiator, nobody),
        target=ibis.ifelse(ours, ibis.ifelse(there, view.target, abroad), nobody),
    )


def _counts(view: Table, by: Unit) -> Table:
    """One row per store, period (`day` its first), initiator and target, either null if unknown."""
    dated = view.filter(view.day.notnull())
    classes = {
        name: (dated.quad_class == name).fill_null(False).cast("int64").sum() for name in _CLASSES
    }
    return (
        dated.mutate(day=first_of(dated.day, by))
        .group_by("store", "day", "initiator", "target")
        .agg(
            events=_.count(),
            unclassed=_.quad_class.isnull().cast("int64").sum(),
            scored_events=_.goldstein.count(),
            goldstein_sum=_.goldstein.sum(),
            **classes,
        )
        .select(*_KEYS, *COUNTS, "goldstein_sum")
    )


def _regrouped(counts: Table, by: Unit) -> Table:
    if by == "day":
        return counts
    return (
        counts.mutate(day=first_of(counts.day, by))
        .group_by(*_KEYS)
        .agg(**{name: _[name].sum() for name in (*COUNTS, "goldstein_sum")})
    )
