"""Which states touch, and how closely: Correlates of War Direct Contiguity, version 3.2.

Codebook: Correlates of War Project, *Direct Contiguity Data, 1816-2016, v3.2*; Douglas M. Stinnett,
Jaroslav Tir, Philip Schafer, Paul F. Diehl and Charles Gochman, "The Correlates of War Project
Direct Contiguity Data, Version 3", *Conflict Management and Peace Science* 19(2), 2002.

Types: 1 land or river border; separated by water of 2 up to 12, 3 up to 24, 4 up to 150, 5 up to
400 miles. A dyad further apart has no row.

The publisher's spells are precise to the month: `begins` is the first day of the first month and
`ends` the last day of the last one, so that a month in which one type gives way to another belongs
to both.
"""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    symmetric,
)
from foedus.reading.datasets.days import first_day, last_day, whole_number
from foedus.reading.datasets.spell_years import dated, years_of_spells
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.undirected import in_both_directions, two_states

__all__ = ["TABLES", "TYPES", "closest_in_the_year"]

TYPES = (1, 2, 3, 4, 5)

_COVERAGE = (1816, 2016)
_DYAD = ("ccode1", "ccode2")
_MEANING = "1 land border; 2 up to 12, 3 to 24, 4 to 150, 5 to 400 miles of water between"
_CODES = (
    Column("ccode1", "int32", "COW number of one state"),
    Column("ccode2", "int32", "COW number of the other state"),
)


def closest_in_the_year(spells: Table) -> Table:
    """Return one row per directed dyad and year: the closest type held on any day of the year."""
    yearly = years_of_spells(spells.filter(spells.conttype.isin(TYPES)))
    return _closest(yearly.select(*_DYAD, "year", "conttype"))


def _closest(rows: Table) -> Table:
    return rows.group_by(*_DYAD, "year").agg(conttype=rows.conttype.min())


def _published_spells(rows: Table) -> Table:
    begin, end = whole_number(rows.begin), whole_number(rows.end)
    unknown = ibis.null("int64")
    once = rows.select(
        "row",
        "conttype",
        ccode1=rows.statelno,
        ccode2=rows.statehno,
        begins=first_day(begin // 100, begin % 100, unknown),
        ends=last_day(end // 100, end % 100, unknown),
    )
    return in_both_directions(once, [_DYAD])


def _dated_spells(rows: Table) -> Table:
    unknown = ibis.null("int64")
    begin, end = rows.stdate.try_cast("date"), rows.enddate.try_cast("date")
    return rows.select(
        "row",
        *_DYAD,
        "conttype",
        begins=first_day(begin.year(), begin.month(), unknown),
        ends=last_day(end.year(), end.month(), unknown),
    )


def _published_years(rows: Table) -> Table:
    named = rows.select("row", **{new: rows[old] for new, old in _YEAR_NAMES.items()})
    kind = whole_number(named.conttype)
    nearest = kind.min().over(ibis.window(group_by=[*_DYAD, "year"]))
    marked = named.mutate(farther=(kind > nearest).fill_null(False))
    return marked.filter(~marked.farther).drop("farther")


_YEAR_NAMES = {"ccode1": "state1no", "ccode2": "state2no", "year": "year", "conttype": "conttype"}


def _share_more_than_a_month(spells: Table) -> Table:
    # One month may be shared: a change within a month ends one spell and begins the other in it.
    # A row of no type says nothing of the dyad that another row could contradict.
    rows = spells.filter(spells.conttype.isin(TYPES))
    other = rows.select(
        other_row=rows.row,
        one=rows.ccode1,
        two=rows.ccode2,
        first=rows.begins,
        last=rows.ends,
        kind=rows.conttype,
    )
    same_dyad = [rows.ccode1 == other.one, rows.ccode2 == other.two]
    another = (rows.row != other.other_row) | (rows.conttype != other.kind)
    begins = ibis.greatest(rows.begins, other.first)
    ends = ibis.least(rows.ends, other.last)
    months = (ends.year() - begins.year()) * 12 + ends.month() - begins.month()
    return rows.semi_join(other, [*same_dyad, another, months > 0])


ONE_TYPE_AT_A_TIME = Check(
    "overlapping spells",
    "the spells of a dyad share at most the month in which one gives way to the other",
    _share_more_than_a_month,
)

SPELLS = DatasetTable(
    dataset="contiguity",
    name="spells",
    grain=(*_DYAD, "begins", "conttype"),
    columns=(
        *_CODES,
        Column("conttype", "int32", _MEANING, levels=TYPES),
        Column("begins", "date", "first day of the first month"),
        Column("ends", "date", "last day of the last month"),
    ),
    forms=(
        Form(
            "contdir",
            frozenset({"statelno", "statehno", "conttype", "begin", "end"}),
            _published_spells,
        ),
        Form(
            "directed, dated",
            frozenset({*_DYAD, "conttype", "stdate", "enddate"}),
            _dated_spells,
        ),
    ),
    coverage=_COVERAGE,
    years=("begins", "ends"),
    checks=(
        dated(),
        ends_after_it_begins(),
        two_states(*_DYAD),
        symmetric(_DYAD, ("ends",), ("conttype", "begins")),
        ONE_TYPE_AT_A_TIME,
        known_codes("ccode1", "cow", "begins", "ends"),
        known_codes("ccode2", "cow", "begins", "ends"),
    ),
    faults=(
        "Dates are precise to the month: the month of a change belongs to both types.",
        "An end in December 2016 is the end of the data, not of the contiguity.",
        "The contiguity types are no scale: 2 to 5 are distances over water.",
        "Copies made for the R package peacesciencer add rows of type 0 (further than 400 miles), "
        "which the publisher does not have; they are set apart.",
    ),
)

DIRECTED_DYAD_YEARS = DatasetTable(
    dataset="contiguity",
    name="directed_dyad_years",
    grain=(*_DYAD, "year"),
    columns=(
        *_CODES,
        Column("year", "int32", "calendar year"),
        Column("conttype", "int32", f"closest type of the year: {_MEANING}", levels=TYPES),
    ),
    forms=(Form("contdird", frozenset(_YEAR_NAMES.values()), _published_years),),
    coverage=_COVERAGE,
    checks=(
        two_states(*_DYAD),
        symmetric(_DYAD, ("conttype",)),
        known_codes("ccode1", "cow"),
        known_codes("ccode2", "cow"),
    ),
    derived=Derivation(("spells",), lambda tables: closest_in_the_year(tables["spells"])),
    faults=(
        "The publisher's contdird.csv has two rows for a dyad in a year in which its type changes; "
        "the closer one is kept.",
    ),
)

TABLES = (SPELLS, DIRECTED_DYAD_YEARS)
