"""North Korean provocations, one row per provocation.

Beyond Parallel (Center for Strategic and International Studies), "Database: North Korean
Provocations", as collected by J. Stiles for 1958 to 2017.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["TABLES"]

_TYPES = ("Missile Provocation", "Nuclear Provocation", "Other")


def _provocations(rows: Table) -> Table:
    return rows.select("row", "date", "year", "type", "event", "description", "media")


def _another_year(rows: Table) -> Table:
    return rows.filter(rows.date.year() != rows.year)


TABLES = (
    DatasetTable(
        dataset="provocations",
        name="provocations",
        grain=("row",),
        columns=(
            Column("date", "date", "day"),
            Column("year", "int16", "its year"),
            Column("type", "string", "kind", levels=_TYPES),
            Column("event", "string", "what it was, in a few words"),
            Column("description", "string", "what happened"),
            Column("media", "string", "address of a report"),
        ),
        forms=(
            Form(
                "one row per provocation",
                frozenset({"date", "year", "type", "event", "description", "media"}),
                _provocations,
            ),
        ),
        coverage=(1958, 2017),
        years=("date",),
        checks=(Check("another year", "year is that of date", _another_year),),
        faults=("The list ends on 29 November 2017.",),
    ),
)
