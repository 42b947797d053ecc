"""COW Formal Alliances 4.1, 1816-2012, from files that the user has downloaded.

Douglas M. Gibler, *International Military Alliances, 1648-2008* (CQ Press, 2009); Correlates of War
Project, *Formal Alliances (v4.1)*, whose maintainer asks others not to pass the files on. The
archive `version4.1_csv.zip` holds six: by member, by directed dyad and by dyad, each as spells and
by year. A day or month of -9 is not known; an end left blank is open on 31 December 2012.
"""

from collections.abc import Callable

from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.days import days_exist, first_day, last_day
from foedus.reading.datasets.table import Check, Column, DatasetTable, Derivation, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import two_states

__all__ = ["TABLES", "directed_dyad_years"]

_COVERAGE = (1816, 2012)
_UNKNOWN = ("-9",)
_PROMISES = {
    "defense": "to defend",
    "neutrality": "to stay neutral",
    "nonaggression": "not to attack",
    "entente": "to consult in a crisis",
}
# Under the names that scholars know from peacesciencer.
_SHORT = {
    "cow_defense": "defense",
    "cow_neutral": "neutrality",
    "cow_nonagg": "nonaggression",
    "cow_entente": "entente",
}


def _number(name: str, meaning: str) -> Column:
    return Column(name, "int32", meaning, _UNKNOWN)


def _flag(name: str, meaning: str) -> Column:
    return Column(name, "int32", f"1: {meaning}; 0: not", _UNKNOWN, (0, 1))


def _dates(stem: str, of: str) -> tuple[Column, ...]:
    return (
        *(_number(f"{stem}_st_{part}", f"{part} in which {of} begins") for part in _PARTS),
        *(
            _number(f"{stem}_end_{part}", f"{part} in which {of} ends; null open")
            for part in _PARTS
        ),
    )


_PARTS = ("day", "month", "year")
_ALLIANCE = _number("version4id", "the alliance")
_YEAR = Column("year", "int32", "year")
_SPELL = (
    Column("begins", "date", "first day; the first it may be when the day is not known"),
    Column("ends", "date", "last day; the last it may be when not known; null open"),
)
_CENSORED = (
    _flag("left_censor", "began before 1816"),
    _flag("right_censor", "in force on 31 December 2012"),
)
_OF_WHOM = tuple(_flag(name, f"promises {what}") for name, what in _PROMISES.items())
_VERSION = Column("version", "string", "version of the dataset")
_PAIR = (
    _number("ccode1", "COW code of one state: the one that promises, in directed tables"),
    Column("state_name1", "string", "its name"),
    _number("ccode2", "COW code of the other state: the one to which it promises"),
    Column("state_name2", "string", "its name"),
)
_MEMBER = (_number("ccode", "COW code of the member"), Column("state_name", "string", "its name"))
_TYPE = Column("ss_type", "string", "type of the alliance by its strongest promise")
_BY_MEMBER = (
    _ALLIANCE,
    *_MEMBER,
    *_dates("all", "the alliance"),
    _TYPE,
    *_dates("mem", "the membership"),
    *_SPELL,
    *_CENSORED,
    *_OF_WHOM,
    _VERSION,
)
_BY_PAIR = (
    _ALLIANCE,
    *_PAIR,
    *_dates("dyad", "the tie of the two"),
    *_SPELL,
    *_CENSORED,
    *_OF_WHOM,
    _VERSION,
)
_ASYMMETRIC = _flag("asymmetric", "the two promise different things")


def _with_days(columns: tuple[Column, ...], stem: str) -> Callable[[Table], Table]:
    tidy = kept(*(column.name for column in columns))

    def with_days(rows: Table) -> Table:
        begin, end = (
            [rows[f"{stem}_{edge}_{part}"] for part in reversed(_PARTS)] for edge in ("st", "end")
        )
        return tidy(rows.mutate(begins=first_day(*begin), ends=last_day(*end)))

    return with_days


_FAULTS = (
    "Bring your own file: it may be read and may not be passed on.",
    "A blank end is open on 31 December 2012 and the alliance may go on; nothing is known after.",
)


def _table(
    name: str,
    file: str,
    stem: str,
    keys: tuple[str, ...],
    columns: tuple[Column, ...],
    *checks: Check,
) -> DatasetTable:
    """Return a table of one of the six files; by year when it has a column of that name."""
    yearly = _YEAR in columns
    begin, end = (
        tuple(f"{stem}_{edge}_{part}" for part in reversed(_PARTS)) for edge in ("st", "end")
    )
    grain = ("version4id", *keys, "year" if yearly else "begins")
    years = ("year",) if yearly else (begin[0], end[0])
    return DatasetTable(
        "cow-alliances",
        name,
        grain,
        columns,
        (
            Form(
                f"{file}.csv",
                frozenset(column.name for column in columns if column not in _SPELL),
                _with_days(columns, stem),
            ),
        ),
        coverage=_COVERAGE,
        years=years,
        checks=(
            unique_grain(*grain),
            years_within(*_COVERAGE, *(years if yearly else years[1:])),
            days_exist(begin, end),
            ends_after_it_begins(),
            *(known_codes(key, "cow", None) for key in keys),
            *checks,
        ),
        faults=_FAULTS,
    )


def directed_dyad_years(tables: dict[str, Table]) -> Table:
    """Return what ccode1 promised ccode2 in a year by any alliance: one row per pair and year.

    The file itself has a row for each alliance: an alliance made twice within a year is there
    twice.
    """
    rows = tables["directed_alliance_years"]
    return rows.group_by("ccode1", "ccode2", "year").agg(
        **{short: rows[name].max() for short, name in _SHORT.items()}
    )


_CODES = ("ccode1", "ccode2")
_APART = two_states(*_CODES)
_STEM = "alliance_v4.1_by"

TABLES: tuple[DatasetTable, ...] = (
    _table("members", f"{_STEM}_member", "mem", ("ccode",), _BY_MEMBER),
    _table("member_years", f"{_STEM}_member_yearly", "mem", ("ccode",), (*_BY_MEMBER, _YEAR)),
    _table("directed", f"{_STEM}_directed", "dyad", _CODES, _BY_PAIR, _APART),
    _table(
        "directed_alliance_years",
        f"{_STEM}_directed_yearly",
        "dyad",
        _CODES,
        (*_BY_PAIR, _YEAR),
        _APART,
    ),
    _table("dyads", f"{_STEM}_dyad", "dyad", _CODES, (*_BY_PAIR, _ASYMMETRIC), _APART),
    _table(
        "dyad_alliance_years",
        f"{_STEM}_dyad_yearly",
        "dyad",
        _CODES,
        (*_BY_PAIR, _ASYMMETRIC, _YEAR),
        _APART,
    ),
    DatasetTable(
        "cow-alliances",
        "directed_dyad_years",
        (*_CODES, "year"),
        (
            _PAIR[0],
            _PAIR[2],
            _YEAR,
            *(_flag(short, f"promises {_PROMISES[name]}") for short, name in _SHORT.items()),
        ),
        (),
        coverage=_COVERAGE,
        derived=Derivation(("directed_alliance_years",), directed_dyad_years),
        faults=_FAULTS,
    ),
)
