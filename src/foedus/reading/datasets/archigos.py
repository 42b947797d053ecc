"""Archigos 4.1: leaders of independent states, 1875-2015.

Hein E. Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza, "Introducing Archigos: A Dataset of
Political Leaders", *Journal of Peace Research* 46 (2009): 269-283; *Archigos: A Data Set on
Leaders, 1875-2015, Version 4.1*.
"""

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_LEADER = (
    Column("obsid", "string", "the leader's spell in office: state, year and number"),
    Column("gwcode", "int32", "Gleditsch-Ward code of the state"),
    Column("leadid", "string", "the person"),
    Column("leader", "string", "name"),
    Column("yrborn", "int32", "year of birth; null not known"),
    Column("gender", "string", "M or F", levels=("M", "F")),
)
_ENTRY = Column(
    "entry",
    "string",
    "how the leader came to office",
    missing=("Unknown",),
    levels=("Regular", "Irregular", "Foreign Imposition"),
)
_EXIT = Column(
    "exit",
    "string",
    "how the leader left office; Still in Office: on the last day covered",
    missing=("Unknown",),
    levels=(
        "Regular",
        "Irregular",
        "Natural Death",
        "Retired Due to Ill Health",
        "Suicide",
        "Foreign",
        "Still in Office",
    ),
)
_COLUMNS = (
    *_LEADER,
    Column("startdate", "date", "first day in office"),
    Column("enddate", "date", "last day in office; of those still in office the last day covered"),
    _ENTRY,
    _EXIT,
    Column("exitcode", "string", "how, in detail", missing=("Unknown",)),
)
_NAMES = tuple(column.name for column in _COLUMNS)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "archigos",
        "leaders",
        ("obsid",),
        _COLUMNS,
        (
            # The publisher's own file also has the state's letters: gwcode is `ccode` there.
            Form(
                "Archigos 4.1",
                frozenset(_NAMES) - {"gwcode"} | {"ccode"},
                kept(*(name for name in _NAMES if name != "gwcode"), gwcode="ccode"),
            ),
            Form("peacesciencer", frozenset(_NAMES), kept(*_NAMES)),
        ),
        coverage=(1875, 2015),
        years=("enddate",),
        checks=(
            unique_grain("obsid"),
            years_within(1875, 2015, "enddate"),
            ends_after_it_begins("startdate", "enddate"),
            known_codes("gwcode", "gw", None),
        ),
        faults=(
            "31 December 2015 is the last day of leaders still in office, and surely of no term.",
            "Leaders in office in 1875 are listed from their first day (the earliest in 1840); "
            "nobody else is before 1875. Ludwig II of Bavaria is set apart: his ends in 1871.",
        ),
    ),
)
