"""Which days a store of events covers, as far as this machine can tell.

What can be told differs by store; `how` says which it is:

- `files` (GDELT): the names of the loaded files say which quarter of an hour, day, month or year of
  the feed each one is, and the share of a day is that of its feed which is loaded: two files of
  version 2 are 2/96 of a day. Files of later days that tell of the day are not asked for, so the
  last days of a store are still filling up. A file renamed to something else covers nothing.
- `days with events` (ICEWS, POLECAT): a day is covered when the store has any event on it. These
  stores record hundreds of events a day; a day without one is a day that no loaded file covers. A
  file that is a sample of events looks like a whole one: with it a zero means little.
- `said`: the days that the caller names.

A case's assertions and ACLED have no row: nobody claims that a dyad's events are all there.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from foedus.datasets.event_store import inputs
from foedus.datasets.gdelt_files import slot_of
from foedus.ledger.engines import Engine

__all__ = ["Spans", "covered_days"]

Spans: TypeAlias = Sequence[tuple[dt.date, dt.date]]
"""First and last day, both included, of each run of days."""

_BY_EVENTS: Final = ("icews", "polecat")
_QUARTERS_OF_A_DAY: Final = 96
_DAYS: Final = pa.schema(
    [("store", pa.string()), ("day", pa.date32()), ("share", pa.float64()), ("how", pa.string())]
)


def covered_days(
    engine: Engine, view: Table | None, stores: Sequence[str], said: Spans = ()
) -> Table:
    """Return one row per store and day of which something is covered: `share` of it and `how`.

    `share` is above 0 and at most 1. `view` is the view of events of the stores, None for none of
    them. Where there are spans `said` to be whole, they are taken for every store instead of what
    would be found. Raises ValueError when one ends before it begins.
    """
    if said:
        shares = {day: 1.0 for span in said for day in _days(*span)}
        return engine.rows(_table((store, shares, "said") for store in stores))
    feeds = [("gdelt", _feed_shares(one.name for one in inputs()), "files")]
    told = engine.rows(_table(feed for feed in feeds if feed[0] in stores))
    counted = [store for store in stores if store in _BY_EVENTS]
    if not counted or view is None:
        return told
    dated = view.filter(view.store.isin(counted) & view.day.notnull())
    found = dated.select("store", "day").distinct()
    return ibis.union(
        told, found.mutate(share=ibis.literal(1.0), how=ibis.literal("days with events"))
    )


def _feed_shares(names: Iterable[str]) -> dict[dt.date, float]:
    """How much of each day the files of GDELT with these names are."""
    shares: dict[dt.date, float] = defaultdict(float)
    for slot in {slot_of(name) for name in names}:
        for day, share in _slot_shares(slot):
            shares[day] += share
    return {day: min(round(share, 9), 1.0) for day, share in shares.items()}


def _slot_shares(slot: str) -> Iterator[tuple[dt.date, float]]:
    if not re.fullmatch(r"\d{4}|\d{6}|\d{8}|\d{14}", slot):
        return
    form = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d", 14: "%Y%m%d%H%M%S"}[len(slot)]
    try:
        first = dt.datetime.strptime(slot, form).date()
    except ValueError:
        return
    if len(slot) == 14:
        yield first, 1 / _QUARTERS_OF_A_DAY
        return
    following = {
        4: first.replace(year=first.year + 1),
        6: (first + dt.timedelta(days=31)).replace(day=1),
        8: first + dt.timedelta(days=1),
    }[len(slot)]
    for day in _days(first, following - dt.timedelta(days=1)):
        yield day, 1.0


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    if last < first:
        raise ValueError(f"the span of {first} ends before it begins, on {last}")
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


def _table(stores: Iterable[tuple[str, dict[dt.date, float], str]]) -> pa.Table:
    rows = [
        {"store": store, "day": day, "share": share, "how": how}
        for store, shares, how in stores
        for day, share in sorted(shares.items())
    ]
    return pa.Table.from_pylist(rows, schema=_DAYS)
