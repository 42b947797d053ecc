"""Strategic rivalries, 1494-2010: the older list.

William R. Thompson and David R. Dreyer, *Handbook of International Rivalries, 1494-2010* (CQ Press,
2012), appendix, as entered for the R package peacesciencer.
"""

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    one_of,
    spells_do_not_overlap,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept
from foedus.reading.datasets.undirected import lower_code_first

__all__ = ["TABLES"]

_TYPES = ("spatial", "positional", "ideological", "interventionary")
_CODES = ("ccode1", "ccode2")
_COLUMNS = (
    Column("rivalryno", "int32", "number of the rivalry"),
    Column("rivalryname", "string", "name of the rivalry"),
    Column("ccode1", "int32", "COW code of the state with the lower code"),
    Column("ccode2", "int32", "COW code of the state with the higher code"),
    Column("styear", "int32", "first year"),
    Column("endyear", "int32", "last year; 2010 may be the end of the list and not of the rivalry"),
    Column("region", "string", "region of the rivalry"),
    Column("type1", "string", "what it is about first", levels=_TYPES),
    Column("type2", "string", "what it is about second; null nothing more", levels=_TYPES),
    Column("type3", "string", "what it is about third; null nothing more", levels=_TYPES),
)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "rivalries-2012",
        "spells",
        ("rivalryno",),
        _COLUMNS,
        (
            Form(
                "peacesciencer",
                frozenset(column.name for column in _COLUMNS),
                kept(*(column.name for column in _COLUMNS)),
                version="2012",
            ),
        ),
        coverage=(1494, 2010),
        years=("styear", "endyear"),
        checks=(
            unique_grain("rivalryno"),
            years_within(1494, 2010, "styear", "endyear"),
            ends_after_it_begins("styear", "endyear"),
            lower_code_first(*_CODES),
            spells_do_not_overlap(_CODES, "styear", "endyear"),
            *(known_codes(code, "cow", None, also=(324,)) for code in _CODES),
            one_of("type1", *_TYPES),
        ),
        faults=(
            "Austria-Serbia (79) is under code 300 to its end in 1920: from 1919 Austria is 305.",
            "A last year of 2010 is censored: such a rivalry may go on.",
            "Venice (324) is no state of the COW system.",
        ),
    ),
)
