"""When the rate of a dyad's exchanges or events changed, how often, each time with an interval.

Limits. Those of `measures.change_points`: level stretches, independent periods. The answer is
averaged over Poisson and negative binomial counts, and the row names the likelier. Periods that are
not covered say nothing; a change in a gap between covered ones is equally likely anywhere in it. A
series with fewer than three covered periods, or with no event at all, has no turning point to look
for and no row.

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
from foedus.relations.measures.levels.changes import change_points

__all__ = ["exchange_turning_points", "tie_turning_points"]

LEAST_PERIODS = 3
_KEY = ("series", "dyad", "member", "partner")
_FOUND = {
    "model": "string",
    "overdispersed": "float64",
    "probability": "float64",
    "changes": "int64",
    "change": "int64",
    "within": "float64",
    "mode": "int64",
    "first": "int64",
    "last": "int64",
    "ratio": "float64",
    "ratio_low": "float64",
    "ratio_high": "float64",
    "posterior": "array<float64>",
}
_EACH = f"array<struct<{', '.join(f'{name}: {kind}' for name, kind in _FOUND.items())}>>"


def exchange_turning_points(exchanges: Table) -> Table:
    """Return one row per series, dyad and change of `yearly_exchanges`: when its rate changed.

    Columns: see `tie_turning_points`; `earliest` is a 1 January, `latest` a 31 December.
    """
    return _turning_points(
        exchanges.select(
            *_KEY,
            begins=ibis.date(_.year, 1, 1),
            ends=ibis.date(_.year, 12, 31),
            events=_.exchanges,
            exposure=_.covered.ifelse(_.exposure, 0.0),
            assertions=_.assertions,
        )
    )


def tie_turning_points(ties: Table) -> Table:
    """Return one row per dyad and change of `monthly_ties`: when its count of events changed.

    `changes` is the likeliest number of changes, 0 where any change at all is less likely than
    not; `change` which of them the row tells of, from 1. Where `changes` is 0 there is one row,
    which supposes one change nevertheless.
    `probability` is the chance that there was any change at any time; `within` that of one in the
    row's interval. `earliest` and `latest` are the first and last day of the shortest run of
    periods that holds, with 90 %, the first period of the new rate; `day` is the first day of the
    likeliest one. `ratio` is the new rate over the old (posterior median; `ratio_low` and
    `ratio_high` 5 % and 95 %). `posterior` has the probability of each period from the first
    covered one to the last, in the order of `periods_from` (their first days). `model` is "poisson"
    or "negative binomial", `overdispersed` the chance of the latter. `periods` (covered ones) and
    `events` are the denominator and the count; `assertions` the ids behind it, sorted.
    """
    return _turning_points(
        ties.select(
            "dyad",
            "member",
            "partner",
            "assertions",
            events=_.covered.ifelse(_.events, ibis.null("int64")),
            series=ibis.literal("events per month"),
            begins=_.month,
            ends=(_.month + ibis.interval(months=1) - ibis.interval(days=1)).cast("date"),
            exposure=_.covered.ifelse(1.0, 0.0),
        )
    )


@ibis.udf.scalar.pyarrow  # type: ignore[untyped-decorator]
def _found(
    counts: types.Array(types.int64),  # type: ignore[valid-type]
    exposures: types.Array(types.float64),  # type: ignore[valid-type]
) -> types.dtype(_EACH):  # type: ignore[valid-type]
    pairs = zip(counts.to_pylist(), exposures.to_pylist(), strict=True)
    found = [_rows(np.array(count), np.array(exposure)) for count, exposure in pairs]
    return pa.array(found, type=types.dtype(_EACH).to_pyarrow())


def _rows(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> list[dict[str, object]]:
    found = change_points(counts, exposures, family="counts")
    return [
        {
            "model": found.family,
            "overdispersed": found.overdispersed,
            "probability": 1 - found.no_change,
            "changes": found.number,
            "change": number,
            "within": change.probability,
            "mode": change.mode,
            "first": change.first,
            "last": change.last,
            "ratio": change.effect,
            "ratio_low": change.effect_low,
            "ratio_high": change.effect_high,
            "posterior": change.posterior.tolist(),
        }
        for number, change in enumerate(found.supposing(max(found.number, 1)), 1)
    ]


def _turning_points(series: Table) -> Table:
    """Return the turning points of rows (key, begins, ends, events, exposure, assertions)."""
    covered = series.filter(_.exposure > 0)
    spans = covered.group_by(_KEY).agg(opens=_.begins.min(), closes=_.begins.max())
    spanned = series.join(spans, _KEY).filter(_.begins.between(_.opens, _.closes))
    gathered = spanned.group_by(_KEY).agg(
        periods_from=_.begins.collect(order_by=_.begins),
        periods_to=_.ends.collect(order_by=_.begins),
        counts=_.events.fill_null(0).collect(order_by=_.begins),
        exposures=_.exposure.collect(order_by=_.begins),
        periods=(_.exposure > 0).sum(),
        events=_.events.sum(),
    )
    searched = gathered.filter((_.periods >= LEAST_PERIODS) & (_.events > 0))
    found = searched.mutate(found=_found(searched.counts, searched.exposures))
    changes = found.mutate(found=found.found.unnest()).unpack("found")
    behind = assertions_behind(covered, ("series", "dyad"))
    return (
        changes.left_join(behind, ("series", "dyad"), rname="{name}_behind")
        .select(
            *_KEY,
            "model",
            "overdispersed",
            "probability",
            "changes",
            "change",
            "within",
            day=_.periods_from[_["mode"]],
            earliest=_.periods_from[_["first"]],
            latest=_.periods_to[_["last"]],
            ratio=_.ratio,
            ratio_low=_.ratio_low,
            ratio_high=_.ratio_high,
            posterior=_.posterior,
            periods_from=_.periods_from,
            periods=_.periods,
            events=_.events,
            assertions=_.assertions,
        )
        .order_by("series", "dyad", "change")
    )
