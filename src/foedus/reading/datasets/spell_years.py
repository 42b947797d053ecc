"""Spells as years: a spell counts for each calendar year of which it holds at least one day."""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.table import Check

__all__ = ["dated", "years_of_spells"]

_FIRST, _LAST = 1400, 2100


def years_of_spells(spells: Table, begins: str = "begins", ends: str = "ends") -> Table:
    """Return one row per spell and calendar year it touches: the spell's columns and `year`.

    `begins` and `ends` are days, both included. A spell without one of them has no years.
    """
    years = ibis.memtable({"year": range(_FIRST, _LAST)}, schema={"year": "int32"})
    held = [years.year >= spells[begins].year(), years.year <= spells[ends].year()]
    return spells.inner_join(years, held)


def dated(begins: str = "begins", ends: str = "ends") -> Check:
    """Return the check that a spell has both its days, and that they are days of the calendar."""
    return Check(
        "no such day",
        f"{begins} and {ends} are given, and days of the calendar",
        lambda rows: rows.filter(rows[begins].isnull() | rows[ends].isnull()),
    )
