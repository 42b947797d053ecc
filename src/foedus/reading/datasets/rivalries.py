"""Strategic rivalries, 1494-2020.

William R. Thompson, Kentaro Sakuwa and Prashant Hosur Suhas, *Analyzing Strategic Rivalries in
World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation* (2021), list on
pages 34 to 46, as entered for the R package peacesciencer.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    spells_do_not_overlap,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import lower_code_first

__all__ = ["TABLES"]

_TYPES = ("positional", "spatial", "ideological", "interventionary", "principal", "aprin")
_CODES = ("ccode1", "ccode2")


def _type(name: str, about: str) -> Column:
    return Column(name, "int32", f"1: {about}; 0: not said to be", levels=(0, 1))


_COLUMNS = (
    Column("tssr_id", "int32", "number of the rivalry"),
    Column("rivalry", "string", "name of the rivalry"),
    Column("ccode1", "int32", "COW code of the state with the lower code"),
    Column("ccode2", "int32", "COW code of the state with the higher code"),
    Column("start", "int32", "first year"),
    Column("end", "int32", "last year; 2020 may be the end of the list and not of the rivalry"),
    _type("positional", "over influence and prestige"),
    _type("spatial", "over territory"),
    _type("ideological", "over the merits of belief systems"),
    _type("interventionary", "with intervention in the other's home affairs"),
    _type("principal", "the principal rivalry of the two"),
    _type("aprin", "an asymmetric principal rivalry"),
)


def _marked_types(rows: Table) -> Table:
    tidy = kept(*(column.name for column in _COLUMNS))(rows)
    # The book ticks the types that a rivalry has: a blank is a type it was not given.
    return tidy.mutate(**{name: tidy[name].fill_null(_zero(tidy, name)) for name in _TYPES})


def _zero(rows: Table, name: str) -> str | int:
    return "0" if rows[name].type().is_string() else 0


TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "rivalries",
        "spells",
        ("tssr_id",),
        _COLUMNS,
        (
            Form(
                "peacesciencer",
                frozenset(column.name for column in _COLUMNS),
                _marked_types,
                version="2021",
            ),
        ),
        coverage=(1494, 2020),
        years=("start", "end"),
        checks=(
            unique_grain("tssr_id"),
            years_within(1494, 2020, "start", "end"),
            ends_after_it_begins("start", "end"),
            lower_code_first(*_CODES),
            spells_do_not_overlap(_CODES, "start", "end"),
            *(known_codes(code, "cow", None, also=(324,)) for code in _CODES),
        ),
        faults=(
            "Austria-Serbia (76) is under code 300 to its end in 1920: from 1919 Austria is 305.",
            "France-Germany (73, 95) and others before 1816 carry codes of states that are not in "
            "the COW system yet; Venice (324) never is.",
            "A last year of 2020 is censored: such a rivalry may go on.",
        ),
    ),
)
