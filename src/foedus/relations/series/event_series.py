"""Cooperation and conflict of dyads by day, week, month, quarter or year, from stores of events.

What machines read in the news (GDELT, ICEWS, POLECAT) or a case's own assertions, summed by dyad
and period: how many events of each class, Goldstein's scores as sum and as mean with the number of
events that have one, and the same against all that the store has of the period.

Limits. Rows of a store are reports, not happenings: one visit may be three rows. A store reads more
news every year, so counts rise by themselves: compare `per_thousand`, or
`per_thousand_initiated`, which also takes out how closely the initiator is watched. A zero stands
only where the store covers the period (`store_coverage` says how that is known); `coverage` below 1
says that only a part of it is, and a count is then of that part.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import BooleanValue, IntegerValue, Table

from foedus.datasets.events import events, stores_asked
from foedus.errors import MissingDataset, UnknownDataset
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine
from foedus.relations.series.event_counts import (
    COUNTS,
    counts_by_day,
    dyad_counts,
    event_counts,
    initiated_events,
    store_totals,
)
from foedus.relations.series.periods import Unit, begin_of, end_of, first_of, periods
from foedus.relations.series.store_coverage import Spans, covered_days

__all__ = ["SERIES", "UNDIRECTED_SERIES", "Unit", "event_series"]

_MEASURES: Final = {
    "begins": "date",
    "ends": "date",
    "coverage": "float64",
    "coverage_by": "string",
    "events": "int64",
    "verbal_cooperation": "int64",
    "material_cooperation": "int64",
    "verbal_conflict": "int64",
    "material_conflict": "int64",
    "unclassed": "int64",
    "scored_events": "int64",
    "goldstein_sum": "float64",
    "goldstein_mean": "float64",
    "store_events": "int64",
    "initiated_events": "int64",
    "per_thousand": "float64",
    "per_thousand_initiated": "float64",
}
SERIES: Final = {"store": "string", "initiator": "string", "target": "string"} | _MEASURES
"""The columns of a directed series."""
UNDIRECTED_SERIES: Final = {"store": "string", "member": "string", "partner": "string"} | _MEASURES
"""The columns of an undirected series: `member` is the actor whose id sorts first."""

_CLAIMING: Final = ("gdelt", "icews", "polecat")
"""Stores of which something is covered, so that elsewhere nothing of them is."""
_ZERO: Final = ibis.literal(0).cast("float64")  # 0.0 would be a decimal on Spark
_COLUMNS: Final = ("store", "day", "initiator", "target", "quad_class", "goldstein")


def event_series(
    engine: Engine,
    stores: Sequence[str] | None = None,
    *,
    by: Unit = "month",
    dyads: Sequence[tuple[str, str]] | None = None,
    directed: bool = True,
    span: tuple[dt.date, dt.date] | None = None,
    covered: Spans = (),
    ledger: Ledger | None = None,
) -> Table:
    """Return cooperation and conflict of dyads by period, with `SERIES`, ordered by dyad and time.

    With `dyads` (pairs of actor ids, from initiator to target) every period of `span` has a row for
    each of them and each store; without `span`, from the first to the last day that the store
    covers or has an event of these dyads. Without `dyads` every dyad with an event has a row for
    the periods with one, and no other: there a covered period without a row is a zero. Periods are
    whole, the first and the last too; weeks begin on Monday. With `dyads` the stores are read here,
    once; without, when the table is.

    `coverage` is the share of the period, 0 to 1, that the store covers, and `coverage_by` how that
    is known (`store_coverage`; `covered` are spans that you know to be whole); both null where
    nobody claims any, as with a case. Where it is 0 or null a count is what is recorded, or null;
    elsewhere a period without events has zeros. `events` are all between the two, of which
    `unclassed` have no class. `goldstein_sum` and `goldstein_mean` are over the `scored_events`;
    without any the mean is null, and so is the sum unless the period is covered and had no events.

    `store_events` counts all rows of the store in the period, of whatever actors; `per_thousand` is
    `events` in a thousand of them. `initiated_events` counts those that the initiator (undirected:
    either of the two) directs at other states; `per_thousand_initiated` is of those.

    Undirected, an event counts for its two actors whoever began (`UNDIRECTED_SERIES`). `stores` are
    GDELT, ICEWS and POLECAT, all held when not said, and "case": the settled events of `ledger`,
    which stand for its assertions; ACLED's actors have no direction. Raises as `events` does, and
    ValueError for a dyad of one actor or a span that ends before it begins.
    """
    asked = _stores(stores, ledger)
    pairs = None if dyads is None else _pairs(dyads, directed)
    if span is not None and span[1] < span[0]:
        raise ValueError(f"the span of {span[0]} ends before it begins, on {span[1]}")
    others = [store for store in asked if store != "case"]
    read = events(engine, others, ledger=ledger).select(_COLUMNS) if others else None
    if read is not None and pairs is not None:
        # The store is read once, to a table of days; all that follows is small.
        read = engine.rows(engine.to_pyarrow(counts_by_day(read, pairs)))
    case = None if ledger is None or "case" not in asked else ledger
    aimed = event_counts(engine, read, case, by, directed=True)
    counted = aimed if directed else event_counts(engine, read, case, by, directed=False)
    found = dyad_counts(counted, directed)
    coverage = _coverage(covered_days(engine, read, asked, covered), by)
    if pairs is not None:
        dyads_asked = [(store, *pair) for store in asked for pair in pairs]
        found = _framed(engine, found, coverage, dyads_asked, span, by)
    elif span is not None:
        first, last = begin_of(span[0], by), span[1]
        found = found.filter((found.begins >= first) & (found.begins <= last))
    return _finished(found, store_totals(aimed), initiated_events(aimed), coverage, by, directed)


def _stores(stores: Sequence[str] | None, ledger: Ledger | None) -> tuple[str, ...]:
    if stores is None:
        try:
            held = tuple(one for one in stores_asked(None) if one != "acled")
        except MissingDataset:
            if ledger is None:
                raise
            held = ()
        return held if ledger is None else (*held, "case")
    if "case" in stores and ledger is None:
        raise MissingDataset("The events of a case were asked for, but no ledger is open.")
    others = [store for store in stores if store != "case"]
    if unfit := [store for store in others if store not in _CLAIMING]:
        raise UnknownDataset(unfit[0], _CLAIMING, "that is a store of who did what to whom")
    chosen = stores_asked(others) if others or not stores else ()
    return (*chosen, "case") if "case" in stores else chosen


def _pairs(dyads: Sequence[tuple[str, str]], directed: bool) -> list[tuple[str, str]]:
    for one, two in dyads:
        if one == two:
            raise ValueError(f"{one} makes no dyad with itself")
    ordered = dyads if directed else [(min(pair), max(pair)) for pair in dyads]
    return list(dict.fromkeys((one, two) for one, two in ordered))


def _coverage(days: Table, by: Unit) -> Table:
    """One row per store and period of which something is covered."""
    return (
        days.mutate(begins=first_of(days.day, by))
        .group_by("store", "begins")
        .agg(days_covered=_.share.sum(), how=_.how.max())
    )


def _framed(
    engine: Engine,
    found: Table,
    coverage: Table,
    dyads: Sequence[tuple[str, str, str]],
    span: tuple[dt.date, dt.date] | None,
    by: Unit,
) -> Table:
    """The rows of these dyads (store, one, two), with one for every period of the span."""
    chosen = engine.rows(_table(dyads, store="string", one="string", two="string"))
    there = found.inner_join(chosen, ("store", "one", "two")).select(found.columns)
    if span is None:
        known = ibis.union(there.select("store", "begins"), coverage.select("store", "begins"))
        ends = engine.to_pyarrow(
            known.group_by("store").agg(first=_.begins.min(), last=_.begins.max())
        )
        spans = {row["store"]: (row["first"], row["last"]) for row in ends.to_pylist()}
    else:
        spans = dict.fromkeys({store for store, *_rest in dyads}, span)
    every = [(store, first) for store, each in spans.items() for first in periods(*each, by)]
    frame = chosen.inner_join(engine.rows(_table(every, store="string", begins="date")), "store")
    keys = ("store", "one", "two", "begins")
    joined = frame.left_join(there, keys, rname="{name}_found")
    return joined.select(*keys, *(name for name in found.columns if name not in keys))


def _finished(
    found: Table, totals: Table, initiated: Table, coverage: Table, by: Unit, directed: bool
) -> Table:
    rows = found.left_join(totals, ("store", "begins"), rname="{name}_t")
    rows = rows.left_join(coverage, ("store", "begins"), rname="{name}_c")
    of_one = initiated.select(
        "store", "begins", one=initiated.initiator, by_one=initiated.initiated
    )
    rows = rows.left_join(of_one, ("store", "begins", "one"), rname="{name}_1")
    if not directed:
        again = initiated.view()
        of_two = again.select("store", "begins", two=again.initiator, by_two=again.initiated)
        rows = rows.left_join(of_two, ("store", "begins", "two"), rname="{name}_2")
    ends = end_of(rows.begins, by)
    length = ends.delta(rows.begins, unit="day") + 1
    claims = rows.store.isin(_CLAIMING) | rows.days_covered.notnull()
    share = ibis.ifelse(claims, rows.days_covered.fill_null(_ZERO) / length, ibis.null("float64"))
    whole = (share > 0).fill_null(False)
    counts = {name: _zero_where(whole, rows[name]) for name in (*COUNTS, "store_events")}
    acts = rows.by_one if directed else rows.by_one.fill_null(0) + rows.by_two.fill_null(0)
    counts["initiated_events"] = _zero_where(whole, acts.nullif(0))
    names = ("initiator", "target") if directed else ("member", "partner")
    none = whole & rows.events.isnull()
    columns = {
        "store": rows.store,
        names[0]: rows.one,
        names[1]: rows.two,
        "begins": rows.begins,
        "ends": ends,
        "coverage": share,
        "coverage_by": ibis.ifelse(whole, rows.how, ibis.null("string")),
        **counts,
        "goldstein_sum": ibis.ifelse(none, _ZERO, rows.goldstein_sum),
        "goldstein_mean": rows.goldstein_sum / rows.scored_events.nullif(0),
        "per_thousand": 1000 * counts["events"] / counts["store_events"].nullif(0),
        "per_thousand_initiated": 1000 * counts["events"] / counts["initiated_events"].nullif(0),
    }
    schema = SERIES if directed else UNDIRECTED_SERIES
    finished = rows.select(**{name: columns[name].cast(dtype) for name, dtype in schema.items()})
    return finished.order_by("store", *names, "begins")


def _zero_where(whole: BooleanValue, count: IntegerValue) -> IntegerValue:
    return ibis.ifelse(whole, count.fill_null(0), count)


def _table(rows: Sequence[tuple[object, ...]], **columns: str) -> pa.Table:
    types = {"string": pa.string(), "date": pa.date32()}
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pa.table(
        {
            name: pa.array(each, types[dtype])
            for (name, dtype), each in zip(columns.items(), values, strict=True)
        }
    )
