"""When the rate of a dyad's exchanges or events changed, once, with an interval.

Limits. One method, one change: see `measures.change_point`. Only covered periods count (a change in
a gap between them falls to the first after it); a series with fewer than three of them, or with no
event at all, has no turning point to look for and no row.

Tables in, tables out; nothing here runs a query.
"""

import ibis
import ibis.expr.datatypes as types
import numpy as np
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table
from numpy.typing import NDArray

from foedus.relations.behind import assertions_behind
from foedus.relations.measures.change_point import change_point

__all__ = ["exchange_turning_points", "tie_turning_points"]

LEAST_PERIODS = 3
_KEY = ("series", "dyad", "member", "partner")
_FOUND = {
    "probability": "float64",
    "mode": "int64",
    "first": "int64",
    "last": "int64",
    "ratio": "float64",
    "ratio_low": "float64",
    "ratio_high": "float64",
    "posterior": "array<float64>",
}


def exchange_turning_points(exchanges: Table) -> Table:
    """Return one row per series and dyad of `yearly_exchanges`: when its yearly rate changed.

    Columns: see `tie_turning_points`; `earliest` is a 1 January, `latest` a 31 December.
    """
    return _turning_points(
        exchanges.filter(_.covered).select(
            *_KEY,
            begins=ibis.date(_.year, 1, 1),
            ends=ibis.date(_.year, 12, 31),
            events=_.exchanges,
            exposure=_.exposure,
            assertions=_.assertions,
        )
    )


def tie_turning_points(ties: Table) -> Table:
    """Return one row per dyad of `monthly_ties`: when its monthly count of certain events changed.

    `probability` is that of a change at any time; all that follows supposes one. `earliest` and
    `latest` are the first and last day of the shortest run of periods that holds, with 90 %, the
    first period of the new rate; `day` is the first day of the likeliest one. `ratio` is the new
    rate over the old (posterior median; `ratio_low` and `ratio_high` 5 % and 95 %). `posterior` has
    the probability of each covered period, in the order of `periods_from` (their first days).
    `periods` and `events` are the denominator and the count; `assertions` the ids behind it,
    sorted.
    """
    return _turning_points(
        ties.filter(_.covered).select(
            "dyad",
            "member",
            "partner",
            "events",
            "assertions",
            series=ibis.literal("events per month"),
            begins=_.month,
            ends=(_.month + ibis.interval(months=1) - ibis.interval(days=1)).cast("date"),
            exposure=ibis.literal(1.0),
        )
    )


@ibis.udf.scalar.pyarrow  # type: ignore[untyped-decorator]
def _change(
    counts: types.Array(types.int64),  # type: ignore[valid-type]
    exposures: types.Array(types.float64),  # type: ignore[valid-type]
) -> types.Struct(_FOUND):  # type: ignore[valid-type]
    pairs = zip(counts.to_pylist(), exposures.to_pylist(), strict=True)
    found = [_found(np.array(count), np.array(exposure)) for count, exposure in pairs]
    return pa.array(found, type=types.Struct(_FOUND).to_pyarrow())


def _found(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> dict[str, object]:
    change = change_point(counts, exposures)
    return {
        "probability": 1 - change.no_change,
        "mode": change.mode,
        "first": change.first,
        "last": change.last,
        "ratio": change.ratio,
        "ratio_low": change.ratio_low,
        "ratio_high": change.ratio_high,
        "posterior": change.posterior.tolist(),
    }


def _turning_points(series: Table) -> Table:
    """Return the turning points of rows (key, begins, ends, events, exposure, assertions)."""
    gathered = series.group_by(_KEY).agg(
        periods_from=_.begins.collect(order_by=_.begins),
        periods_to=_.ends.collect(order_by=_.begins),
        counts=_.events.collect(order_by=_.begins),
        exposures=_.exposure.collect(order_by=_.begins),
    )
    enough = (gathered.counts.length() >= LEAST_PERIODS) & (gathered.counts.sums() > 0)
    searched = gathered.filter(enough)
    found = searched.mutate(change=_change(searched.counts, searched.exposures)).unpack("change")
    behind = assertions_behind(series, ("series", "dyad"))
    return (
        found.left_join(behind, ("series", "dyad"), rname="{name}_behind")
        .select(
            *_KEY,
            "probability",
            day=_.periods_from[_["mode"]],
            earliest=_.periods_from[_["first"]],
            latest=_.periods_to[_["last"]],
            ratio=_.ratio,
            ratio_low=_.ratio_low,
            ratio_high=_.ratio_high,
            posterior=_.posterior,
            periods_from=_.periods_from,
            periods=_.periods_from.length(),
            events=_.counts.sums(),
            assertions=_.assertions,
        )
        .order_by("series", "dyad")
    )
