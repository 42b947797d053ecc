"""What stores of events add: events from one state to another, counted by month."""

import datetime as dt
from collections.abc import Callable
from functools import cache

import pyarrow as pa
from ibis.expr.types import Table

from foedus.actors.codes import code_spells
from foedus.datasets.events import dyad_months, events
from foedus.panels.held_tables import HeldTables
from foedus.panels.joins import Added, Join, Pairs
from foedus.panels.systems import COW, System

__all__ = ["GDELT", "ICEWS", "POLECAT"]

_CLASSES = {
    "verbal_cooperation": "verbal cooperation",
    "material_cooperation": "material cooperation",
    "verbal_conflict": "verbal conflict",
    "material_conflict": "material conflict",
}


def _columns(store: str, when: str) -> tuple[Added, ...]:
    # Missing where there is no event: a store does not say which months it covers whole.
    return (
        Added(f"{store}_events", f"events from the first state to the second in the {when}"),
        *(Added(f"{store}_{name}", f"of them {meaning}") for name, meaning in _CLASSES.items()),
        Added(f"{store}_goldstein", "mean of Goldstein's scores of those that have one, -10 to 10"),
    )


def _months(store: str) -> Callable[[HeldTables], Table]:
    def months(held: HeldTables) -> Table:
        counted = _coded(held, dyad_months(events(held.engine, (store,))))
        return _summed(counted, store, "month")

    return months


def _years(store: str) -> Callable[[HeldTables], Table]:
    def years(held: HeldTables) -> Table:
        return _summed(_coded(held, dyad_months(events(held.engine, (store,)))), store)

    return years


def _summed(rows: Table, store: str, *times: str) -> Table:
    names = ("events", *_CLASSES)
    return rows.group_by("state1", "state2", "year", *times).agg(
        **{f"{store}_{name}": rows[name].sum().cast("int64") for name in names},
        **{f"{store}_goldstein": rows.goldstein_sum.sum() / rows.scored_events.sum().nullif(0)},
    )


def _coded(held: HeldTables, counted: Table) -> Table:
    """Put the COW number of the year in the place of the actor."""
    codes = held.engine.rows(_codes_by_year(COW))
    one = codes.select(actor1="actor", year1="year", state1="code")
    two = codes.view().select(actor2="actor", year2="year", state2="code")
    first = counted.inner_join(one, [counted.initiator == one.actor1, counted.year == one.year1])
    return first.inner_join(two, [first.target == two.actor2, first.year == two.year2])


@cache
def _codes_by_year(system: System) -> pa.Table:
    """One row per actor and year since 1979, GDELT's first: the code it held in the year."""
    rows: dict[tuple[str, int], int] = {}
    for row in code_spells():
        if row.scheme == system.name:
            begins = (row.spell.begins.latest if row.spell.begins else None) or dt.date.min
            ends = (row.spell.ends.earliest if row.spell.ends else None) or dt.date.max
            for year in range(max(begins.year, 1979), min(ends.year, dt.date.today().year) + 1):
                rows[row.actor, year] = int(row.code)
    return pa.table(
        {
            "actor": pa.array([actor for actor, _ in rows], pa.string()),
            "year": pa.array([year for _, year in rows], pa.int32()),
            "code": pa.array(list(rows.values()), pa.int32()),
        }
    )


def _store(store: str) -> tuple[Join, ...]:
    return (
        Pairs(
            store,
            "events",
            COW,
            _months(store),
            _columns(store, "month"),
            "by directed pair, from initiator to target, and month",
            monthly=True,
        ),
        Pairs(
            store,
            "events",
            COW,
            _years(store),
            _columns(store, "year"),
            "by directed pair, from initiator to target, and year",
        ),
    )


GDELT, ICEWS, POLECAT = _store("gdelt"), _store("icews"), _store("polecat")
