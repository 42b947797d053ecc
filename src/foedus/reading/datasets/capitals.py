"""Where the capitals of states were, and when: a list compiled by Steven V. Miller.

Source: the data sets `cow_capitals` and `gw_capitals` of the R package *peacesciencer*, whose
documentation describes them; ends of 31 December 2024 are the end of the list.
"""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    spells_do_not_overlap,
)
from foedus.reading.datasets.spell_years import dated
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_GREATEST_LATITUDE, _GREATEST_LONGITUDE = 90, 180


def _somewhere_else(rows: Table) -> Table:
    placed = rows.lat.abs() <= _GREATEST_LATITUDE, rows.lng.abs() <= _GREATEST_LONGITUDE
    return rows.filter(~ibis.and_(*placed).fill_null(False))


ON_THE_GLOBE = Check(
    "no such place",
    f"lat within {_GREATEST_LATITUDE} and lng within {_GREATEST_LONGITUDE} degrees of zero",
    _somewhere_else,
)


def _spells(scheme: str, code: str, faults: tuple[str, ...] = ()) -> DatasetTable:
    return DatasetTable(
        dataset="capitals",
        name=f"{scheme}_spells",
        grain=(code, "begins"),
        columns=(
            Column(code, "int32", f"{scheme.upper()} number of the state"),
            Column("statenme", "string", "name of the state"),
            Column("capital", "string", "name of the capital"),
            Column("begins", "date", "first day as the capital"),
            Column("ends", "date", "last day as the capital"),
            Column("lat", "float64", "latitude of the capital, degrees north"),
            Column("lng", "float64", "longitude of the capital, degrees east"),
        ),
        forms=(
            Form(
                f"{scheme.upper()} capitals",
                frozenset({code, "statenme", "capital", "stdate", "enddate", "lat", "lng"}),
                kept(code, "statenme", "capital", "lat", "lng", begins="stdate", ends="enddate"),
            ),
        ),
        coverage=(1816, 2024),
        years=("begins", "ends"),
        checks=(
            dated(),
            ends_after_it_begins(),
            spells_do_not_overlap([code]),
            known_codes(code, scheme, None),
            ON_THE_GLOBE,
        ),
        faults=(
            "An end on 31 December 2024 is the end of the list, not of the capital.",
            "A capital is listed from the year its state was founded, often before its state "
            "enters the state system.",
            *faults,
        ),
    )


TABLES = (
    _spells("cow", "ccode"),
    _spells(
        "gw",
        "gwcode",
        (
            "The three capitals of the United Provinces of Central America (89) overlap.",
            "Yemen from 1990 stands under its COW number, 679, where Gleditsch and Ward have 678.",
        ),
    ),
)
