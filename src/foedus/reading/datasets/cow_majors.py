"""Which states were major powers, and when: the Correlates of War Project, version 2016.

Codebook: Correlates of War Project, *State System Membership (v2016)*, 2017. The publisher's file
is `majors2016.csv`.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    spells_do_not_overlap,
)
from foedus.reading.datasets.cow_states import COVERAGE, spell_of_days
from foedus.reading.datasets.spell_years import dated
from foedus.reading.datasets.table import Column, DatasetTable, Form

__all__ = ["TABLES"]

_DAYS = ("styear", "stmonth", "stday", "endyear", "endmonth", "endday")


def _spells(rows: Table) -> Table:
    return spell_of_days(rows).select("row", "ccode", "begins", "ends")


SPELLS = DatasetTable(
    dataset="majors",
    name="spells",
    grain=("ccode", "begins"),
    columns=(
        Column("ccode", "int32", "COW number of the state"),
        Column("begins", "date", "first day as a major power"),
        Column("ends", "date", "last day as a major power"),
    ),
    forms=(Form("majors", frozenset({"ccode", *_DAYS}), _spells),),
    coverage=COVERAGE,
    years=("begins", "ends"),
    checks=(
        dated(),
        ends_after_it_begins(),
        spells_do_not_overlap(["ccode"]),
        known_codes("ccode", "cow", "begins", "ends"),
    ),
    faults=("An end on 31 December 2016 is the end of the list, not of the standing.",),
)

TABLES = (SPELLS,)
