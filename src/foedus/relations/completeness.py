"""Where the chronicle claims to list everything that a dyad's record holds.

A zero may be written only there. A claim for one event type says nothing of the others, and a claim
for one mode of a type ("summit") leaves the rest of that type open.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from foedus.evidence import Day
from foedus.relations.calendar import covered_share, dyads_of
from foedus.sources.case import Coverage

__all__ = ["complete_spans"]

Span = tuple[dt.date, dt.date]


def complete_spans(
    tied: Table, coverage: Sequence[Coverage], period: Day, spans: Sequence[Span]
) -> Table:
    """Return (`dyad`, `first`) of each of `spans` that is claimed complete for a dyad of `tied`.

    `first` is the span's first day. A span is complete when every event type that the dyad's record
    holds is claimed, in all modes, for all its days, and it lies within `period`.
    """
    types = tied.select("dyad", "event_type").distinct()
    claims = _claims(coverage, period, spans)
    claimed = types.join(claims, ("dyad", "event_type")).distinct()
    found = claimed.group_by("dyad", "first").agg(found=_.event_type.nunique())
    needed = types.group_by("dyad").agg(needed=_.event_type.nunique())
    return found.join(needed, "dyad").filter(_.found == _.needed).select("dyad", "first")


def _claims(coverage: Sequence[Coverage], period: Day, spans: Sequence[Span]) -> Table:
    schema = pa.schema({"dyad": pa.string(), "event_type": pa.string(), "first": pa.date32()})
    rows = [row for each in coverage if each.mode is None for row in _claim(each, period, spans)]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


def _claim(coverage: Coverage, period: Day, spans: Sequence[Span]) -> Iterator[dict[str, object]]:
    for member, partner in dyads_of(coverage):
        for first, last in spans:
            if covered_share((coverage.spell, period), first, last) == 1:
                dyad = f"{member}-{partner}"
                yield {"dyad": dyad, "event_type": coverage.event_type, "first": first}
