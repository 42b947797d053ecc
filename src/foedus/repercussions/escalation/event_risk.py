"""Dyad-months at risk of a higher rung, from incidents that machines read in the news."""

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from foedus.datasets.events import events
from foedus.ledger.engines import Engine
from foedus.relations.series.store_coverage import covered_days
from foedus.repercussions.escalation.ladder import ladder, rung_of_event
from foedus.repercussions.escalation.risk_periods import month_of, risk_periods

__all__ = ["MONTHS_AHEAD", "event_months_at_risk"]

MONTHS_AHEAD = (1, 3, 6)
"""Months ahead that are looked at, unless said."""
_WHOLE = 0.9


def event_months_at_risk(
    engine: Engine,
    store: str,
    pairs: Sequence[tuple[str, str]],
    *,
    horizons: Sequence[int] = MONTHS_AHEAD,
    memory: int = 12,
) -> pa.Table:
    """Return one row per pair and month at risk of a higher rung, by the events of one store.

    An incident is a month with an event of a type that stands on a rung (`ladder`), either way
    round, and stands on the highest of them. A pair is at risk for `memory` months after one.
    Columns: `one`, `other` (ids, alphabetical), `year`, `month`, `level`, `since`, `incidents`, and
    `climbs_h` for each horizon of h months: null where the store does not cover all of them. Each
    run of months of which the store covers nine tenths is a record of its own: what lies in a gap
    is unknown. Rows of a store are reports: a higher rung may be the same act, read otherwise.
    Raises MissingDataset for a store that is not held and UnknownDataset for a word that is none.
    """
    view = events(engine, [store])
    days = engine.to_pyarrow(covered_days(engine, view, [store])).to_pylist()
    types = [each.value for rung in ladder() for each in rung.event_types]
    names = sorted({one for pair in pairs for one in pair})
    chosen = view.filter(
        view.event_type.isin(types),
        view.initiator.isin(names),
        view.target.isin(names),
        view.day.notnull(),
    ).select("day", "event_type", "initiator", "target")
    found: dict[tuple[str, str], dict[int, int]] = {}
    for row in engine.to_pyarrow(chosen).to_pylist():
        pair = (min(row["initiator"], row["target"]), max(row["initiator"], row["target"]))
        month = month_of(row["day"].year, row["day"].month)
        level = rung_of_event(row["event_type"]) or 0
        months = found.setdefault(pair, {})
        months[month] = max(months.get(month, 0), level)
    runs = tuple(_runs({row["day"]: row["share"] for row in days}))
    tables = [_empty(horizons)]
    for pair in dict.fromkeys((min(one), max(one)) for one in pairs):
        tables += (_of_run(pair, found.get(pair, {}), run, horizons, memory) for run in runs)
    return pa.concat_tables(tables)


def _runs(shares: dict[dt.date, float]) -> Iterator[tuple[int, int]]:
    """Yield the first and last month of each run of months that are covered."""
    covered: dict[int, float] = {}
    for day, share in shares.items():
        month = month_of(day.year, day.month)
        covered[month] = covered.get(month, 0.0) + share
    whole = sorted(month for month, total in covered.items() if total >= _WHOLE * _length(month))
    begin = None
    for month, after in zip(whole, [*whole[1:], -1], strict=True):
        begin = month if begin is None else begin
        if after != month + 1:
            yield begin, month
            begin = None


def _length(month: int) -> int:
    after = month + 1
    begins = dt.date(month // 12, month % 12 + 1, 1)
    return (dt.date(after // 12, after % 12 + 1, 1) - begins).days


def _of_run(
    pair: tuple[str, str],
    incidents: dict[int, int],
    run: tuple[int, int],
    horizons: Sequence[int],
    memory: int,
) -> pa.Table:
    inside = sorted(month for month in incidents if run[0] <= month <= run[1])
    found = risk_periods(
        inside,
        inside,
        [incidents[month] for month in inside],
        covered=run,
        step=1,
        horizons=horizons,
        memory=memory,
    )
    n = len(found.ends)
    columns = [
        [pair[0]] * n,
        [pair[1]] * n,
        found.ends // 12,
        found.ends % 12 + 1,
        found.level,
        found.since,
        found.incidents,
        *(
            [None if np.isnan(one) else bool(one) for one in found.climbs[:, place]]
            for place in range(len(horizons))
        ),
    ]
    schema = _schema(horizons)
    arrays = [pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _schema(horizons: Sequence[int]) -> pa.Schema:
    fields = [("one", pa.string()), ("other", pa.string())]
    whole = ("year", "month", "level", "since", "incidents")
    fields += [(name, pa.int64()) for name in whole]
    return pa.schema([*fields, *((f"climbs_{each}", pa.bool_()) for each in horizons)])


def _empty(horizons: Sequence[int]) -> pa.Table:
    return _schema(horizons).empty_table()
