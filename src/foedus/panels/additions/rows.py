"""Rows of a dataset under the keys that a panel joins on."""

from typing import Any

import ibis
from ibis.expr.types import IntegerColumn, IntegerScalar, IntegerValue, Table

from foedus.panels.calendar import in_months, in_years, month_number, months_of, years_of

__all__ = [
    "both_ways",
    "either_way",
    "once",
    "owed_either_way",
    "pairs",
    "pairs_in_months",
    "pairs_in_years",
    "states",
]


def pairs(rows: Table, *names: str, codes: tuple[str, str] = ("ccode1", "ccode2")) -> Table:
    """Return the columns named, by `state1`, `state2` and `year`."""
    first, second = codes
    return rows.select(
        *names,
        state1=rows[first].cast("int32"),
        state2=rows[second].cast("int32"),
        year=rows.year.cast("int32"),
    )


def states(rows: Table, *names: str, code: str = "ccode") -> Table:
    """Return the columns named, by `state` and `year`."""
    return rows.select(*names, state=rows[code].cast("int32"), year=rows.year.cast("int32"))


def both_ways(rows: Table, exchanged: dict[str, str] | None = None) -> Table:
    """Return each pair both ways round; `exchanged` are columns that change places with it."""
    swap = {"state1": "state2", "state2": "state1", **(exchanged or {})}
    other = rows.select(**{name: rows[swap.get(name, name)] for name in rows.columns})
    return ibis.union(rows, other, distinct=False)


def once(rows: Table, codes: tuple[str, str] = ("ccode1", "ccode2")) -> Table:
    """Return the rows with `state1`, the lower of two codes, and `state2`, the higher."""
    first, second = (rows[code].cast("int32") for code in codes)
    return rows.mutate(state1=ibis.least(first, second), state2=ibis.greatest(first, second))


def either_way(rows: Table, **values: Any) -> Table:
    """Return one row per undirected pair and time: `values` over both directions, by name."""
    times = [name for name in ("year", "month") if name in rows.columns]
    keyed = once(rows, ("state1", "state2"))
    return keyed.group_by("state1", "state2", *times).agg(**values)


def pairs_in_years(
    rows: Table, first: IntegerValue, last: IntegerValue, years: tuple[int, int]
) -> Table:
    """Return the rows once for every year from `first` to `last`, within `years`."""
    return in_years(rows, first, last, years_of(*years))


def pairs_in_months(rows: Table, years: tuple[int, int]) -> Table:
    """Return `state1`, `state2` for every month from `begins` to `ends`, within `years`."""
    spells = rows.mutate(first_month=month_number(rows.begins), last_month=month_number(rows.ends))
    monthly = in_months(spells, spells.first_month, spells.last_month, months_of(*years))
    names = [name for name in rows.columns if name not in ("begins", "ends")]
    return monthly.select(*names, "year", "month")


def owed_either_way(flag: IntegerColumn) -> IntegerScalar:
    """Return 1 when one direction owes it, 0 when neither does, missing when a direction may."""
    certain = (flag.max() == 1) | ~flag.isnull().any()
    return ibis.ifelse(certain, flag.max(), ibis.null(flag.type()))
