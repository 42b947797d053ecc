"""What each watched actor did towards the actors in focus, before and after the bond changed.

Limits. Counts of what the case's sources recorded in two windows of the same length, side by side.
A difference is not an effect: nothing here compares with what would have happened otherwise, and a
chronicle compiled because of the change will hold more events after it. Tables in, tables out;
nothing here runs a query.
"""

import datetime as dt
from collections.abc import Sequence

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from foedus.evidence import Day, EventType, QuadClass, Standing, quad_class
from foedus.relations.behind import assertions_behind
from foedus.relations.completeness import complete_spans
from foedus.relations.dyads import dyadic_events
from foedus.sources.case import Case

__all__ = ["third_parties", "windows", "windows_fit"]

_MEASURES = ("cooperation", "conflict", "possible")
_DYAD_SIDE = ("dyad", "first")
_COOPERATIVE = [
    each.value
    for each in EventType
    if quad_class(each) in {QuadClass.VERBAL_COOPERATION, QuadClass.MATERIAL_COOPERATION}
]

Window = tuple[str, dt.date, dt.date]


def windows(turn: dt.date, period: Day) -> tuple[Window, ...]:
    """Return ("before", first, last) and ("after", first, last), as long on each side of `turn`.

    The day of the turn belongs to neither. Their length is what the shorter side of the period
    allows. Raises ValueError when the period is open, or leaves no day on one side.
    """
    if period.earliest is None or period.latest is None:
        raise ValueError(f"the period '{period}' is open; two windows need both its ends")
    length = min(turn - period.earliest, period.latest - turn)
    if length < dt.timedelta(days=1):
        raise ValueError(f"{turn} leaves no day of the period '{period}' on one side of it")
    one = dt.timedelta(days=1)
    return ("before", turn - length, turn - one), ("after", turn + one, turn + length)


def windows_fit(turn: dt.date, period: Day) -> bool:
    """Return whether `period` leaves at least one day on each side of `turn`: see `windows`."""
    first, last = period.earliest, period.latest
    return first is not None and last is not None and first < turn < last


def third_parties(events: Table, case: Case, turn: dt.date) -> Table:
    """Return one row per watched actor, actor in focus and side of `turn`.

    Columns: `watched`, `focus`, `dyad`, `side` ("before" or "after"), `first`, `last` (the window's
    days), `cooperation` and `conflict` (numbers of certain events surely inside the window, by the
    polarity of their type), `possible` (events there that are possible or contested), `assertions`
    (the ids behind them, sorted, null where there are none) and `covered`. Where the chronicle does
    not claim to list everything the dyad's record holds, `covered` is false and a window without
    events is null, not zero. Raises ValueError when `turn` leaves no window: see `windows`.
    """
    sides = windows(turn, case.period)
    tied = dyadic_events(events)
    spans = _sides(sides)
    inside = tied.join(spans, (tied.day_earliest >= spans.first) & (tied.day_latest <= spans.last))
    certain = inside.standing == Standing.CERTAIN.value
    cooperative = inside.event_type.isin(_COOPERATIVE)
    counts = inside.group_by(_DYAD_SIDE).agg(
        cooperation=inside.event.count(where=certain & cooperative),
        conflict=inside.event.count(where=certain & ~cooperative),
        possible=inside.event.count(where=~certain),
    )
    recorded = counts.join(assertions_behind(inside, _DYAD_SIDE), _DYAD_SIDE)
    complete = complete_spans(tied, case.coverage, case.period, [side[1:] for side in sides])
    frame = _dyads(case).cross_join(_sides(sides))
    joined = frame.left_join(recorded, _DYAD_SIDE, rname="{name}_recorded").left_join(
        complete, _DYAD_SIDE, rname="{name}_complete"
    )
    covered = joined.first_complete.notnull()
    return (
        joined.select(
            *("watched", "focus", "dyad", "side", "first", "last"),
            **{name: covered.ifelse(joined[name].fill_null(0), joined[name]) for name in _MEASURES},
            assertions=joined.assertions,
            covered=covered,
            place=joined.place,
        )
        .order_by("place", "first")
        .drop("place")
    )


def _dyads(case: Case) -> Table:
    pairs = [(watched, focus) for watched in case.watch for focus in case.focus if watched != focus]
    return ibis.memtable(
        pa.table(
            {
                "watched": pa.array([watched for watched, _ in pairs], pa.string()),
                "focus": pa.array([focus for _, focus in pairs], pa.string()),
                "dyad": pa.array(["-".join(sorted(pair)) for pair in pairs], pa.string()),
                "place": pa.array(range(len(pairs)), pa.int64()),
            }
        )
    )


def _sides(sides: Sequence[Window]) -> Table:
    names, firsts, lasts = zip(*sides, strict=True)
    return ibis.memtable(
        pa.table(
            {
                "side": pa.array(names, pa.string()),
                "first": pa.array(firsts, pa.date32()),
                "last": pa.array(lasts, pa.date32()),
            }
        )
    )
