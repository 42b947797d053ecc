"""Cooperation and conflict of each dyad, month by month.

Limits. The sums say what the case's sources recorded, not what happened: a dyad that is watched
more closely has more of both. Weights are those of `weights.py`, one for each type whatever its
mode, size or place. Only certain events are weighed. Tables in, tables out; nothing here runs a
query.
"""

from collections.abc import Sequence

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import BooleanValue, Table

from foedus.evidence import Day, Polarity, Standing
from foedus.relations.behind import assertions_behind
from foedus.relations.calendar import last_of_month, months_of
from foedus.relations.completeness import complete_spans
from foedus.relations.dyads import dyadic_events
from foedus.relations.weights import event_weights
from foedus.sources.case import Coverage

__all__ = ["monthly_ties", "undated_ties"]

_MEASURES = ("cooperation", "conflict", "events", "unweighed", "possible")
_DYAD_MONTH = ("dyad", "month")


def monthly_ties(events: Table, coverage: Sequence[Coverage], period: Day) -> Table:
    """Return one row per undirected dyad and month of `period`, for dyads tied by some event.

    `month` is its first day. `cooperation` (zero or more) and `conflict` (zero or less) are sums of
    Goldstein-type weights over the `events` that are certain and whose month is certain;
    `unweighed` counts those of them whose type says one thing and whose polarity the other (troops
    mobilised for an ally): counted and not weighed. `possible` counts events that are possible or
    contested. `assertions` lists the ids behind all of these, sorted, null where there are none.

    `covered` is true where the chronicle claims to list completely every type of event that the
    dyad's record holds; only there is a month without events a zero. Elsewhere such a month is
    null, and a sum is what was recorded, no more. Events whose month is uncertain are in no row:
    see `undated_ties`. Raises ValueError when `period` is open on a side.
    """
    tied = dyadic_events(events)
    dated = tied.filter(_month_is_certain()).mutate(month=_.day_earliest.truncate("M").cast("date"))
    frame = tied.select("dyad", "member", "partner").distinct().cross_join(_months(period))
    recorded = _sums(dated).join(assertions_behind(dated, _DYAD_MONTH), _DYAD_MONTH)
    months = [(first, last_of_month(first)) for first in months_of(period)]
    covered = complete_spans(tied, coverage, period, months).rename(month="first")
    joined = frame.left_join(recorded, _DYAD_MONTH, rname="{name}_recorded").left_join(
        covered, _DYAD_MONTH, rname="{name}_covered"
    )
    within = joined.month_covered.notnull()
    return joined.select(
        *("dyad", "member", "partner", "month"),
        **{name: within.ifelse(joined[name].fill_null(0), joined[name]) for name in _MEASURES},
        assertions=joined.assertions,
        covered=within,
    ).order_by("dyad", "month")


def undated_ties(events: Table) -> Table:
    """Return one row per dyad with events whose month is uncertain: how many, and the ids behind.

    A day that spans months ("2024", "summer 2024") or is unknown is not forced into one of them.
    """
    tied = dyadic_events(events).filter(~_month_is_certain())
    counted = tied.group_by("dyad", "member", "partner").agg(events=_.event.nunique())
    return counted.join(assertions_behind(tied, ("dyad",)), "dyad").order_by("dyad")


def _month_is_certain() -> BooleanValue:
    first, last = _.day_earliest, _.day_latest
    return (
        (first.year() == last.year()) & (first.month() == last.month()) & first.notnull()
    ).fill_null(False)


def _sums(dated: Table) -> Table:
    """Return the sums and counts of each dyad and month that has an event."""
    weighed = dated.join(_weights(), "event_type")
    certain = weighed.standing == Standing.CERTAIN.value
    side = (weighed.weight > 0).ifelse(Polarity.COOPERATION.value, Polarity.CONFLICT.value)
    agrees = certain & ((weighed.polarity == Polarity.NEUTRAL.value) | (weighed.polarity == side))
    return weighed.group_by(_DYAD_MONTH).agg(
        cooperation=weighed.weight.sum(where=agrees & (weighed.weight > 0)).fill_null(0.0),
        conflict=weighed.weight.sum(where=agrees & (weighed.weight < 0)).fill_null(0.0),
        events=weighed.event.count(where=certain),
        unweighed=weighed.event.count(where=certain & ~agrees),
        possible=weighed.event.count(where=~certain),
    )


def _months(period: Day) -> Table:
    return ibis.memtable(pa.table({"month": pa.array(months_of(period), pa.date32())}))


def _weights() -> Table:
    weights = event_weights()
    return ibis.memtable(
        pa.table(
            {
                "event_type": [each.event_type.value for each in weights],
                "weight": [each.weight for each in weights],
            }
        )
    )
