"""Which states there are, and since when: the Correlates of War state system, version 2016.

Codebook: Correlates of War Project, *State System Membership (v2016)*, 2017. The publisher's file
is `states2016.csv`.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import ends_after_it_begins, spells_do_not_overlap
from foedus.reading.datasets.days import first_day, last_day
from foedus.reading.datasets.spell_years import dated
from foedus.reading.datasets.table import Column, DatasetTable, Form

__all__ = ["COVERAGE", "TABLES", "spell_of_days"]

COVERAGE = (1816, 2016)

_DAYS = ("styear", "stmonth", "stday", "endyear", "endmonth", "endday")


def spell_of_days(rows: Table) -> Table:
    """Return the rows with `begins` and `ends` made of the six columns `styear` to `endday`."""
    return rows.mutate(
        begins=first_day(rows.styear, rows.stmonth, rows.stday),
        ends=last_day(rows.endyear, rows.endmonth, rows.endday),
    )


def _spells(rows: Table) -> Table:
    return spell_of_days(rows).select("row", "stateabb", "ccode", "statenme", "begins", "ends")


SPELLS = DatasetTable(
    dataset="cow-states",
    name="spells",
    grain=("ccode", "begins"),
    columns=(
        Column("stateabb", "string", "COW abbreviation of the state"),
        Column("ccode", "int32", "COW number of the state"),
        Column("statenme", "string", "primary name of the state"),
        Column("begins", "date", "first day in the state system"),
        Column("ends", "date", "last day in the state system"),
    ),
    forms=(Form("states", frozenset({"stateabb", "ccode", "statenme", *_DAYS}), _spells),),
    coverage=COVERAGE,
    years=("begins", "ends"),
    checks=(
        dated(),
        ends_after_it_begins(),
        spells_do_not_overlap(["ccode"]),
    ),
    faults=(
        "An end on 31 December 2016 is the end of the list, not of the state.",
        "A begin on 1 January 1816 is the beginning of the list for states that are older.",
    ),
)

TABLES = (SPELLS,)
