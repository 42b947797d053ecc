"""United States military personnel abroad, by country and year, and by quarter.

Flynn, "troopdata: Tools for Analyzing Cross-National Military Deployment and Basing Data": the
reports of the Defense Manpower Data Center, before 2006 as compiled by T. Kane. `source` of a
quarter names the report; "Stepwise Imputation" is no report but an estimate. The quarters differ
in what they cover, so their sum or difference is not a movement of troops.
"""

from collections.abc import Callable

from ibis.expr.types import Table

from foedus.reading.datasets.checks import not_negative, unique_grain
from foedus.reading.datasets.table import Column, DatasetTable, Form

__all__ = ["TABLES"]

_COUNTS = {
    "troops_ad": "active duty, all branches",
    "army_ad": "active duty, Army",
    "navy_ad": "active duty, Navy",
    "air_force_ad": "active duty, Air Force",
    "marine_corps_ad": "active duty, Marine Corps",
    "coast_guard_ad": "active duty, Coast Guard",
    "space_force_ad": "active duty, Space Force",
    "total_selected_reserve": "National Guard and reserves",
    "total_civilian": "civilians of the Department of Defense",
}
_WHERE = (
    Column("countryname", "string", "country or territory, as named"),
    Column(
        "ccode",
        "int32",
        "Correlates of War number; from 1000, numbers of the compilers' own for territories",
    ),
    Column("iso3c", "string", "ISO 3166-1 alpha-3 code, as published"),
    Column("year", "int16", "calendar year"),
)
_TROOPS = tuple(Column(name, "int32", f"persons: {who}") for name, who in _COUNTS.items())
_TWO_NAMES = (
    "Some states stand under two names in one year (Trinidad & Tobago and Trinidad and Tobago): "
    "one row has the persons, the other zero; take the sum by ccode.",
)


def _named(*columns: str) -> Callable[[Table], Table]:
    return lambda rows: rows.select("row", *columns)


TABLES = (
    DatasetTable(
        dataset="us-troops",
        name="country_years",
        grain=("countryname", "year"),
        columns=(*_WHERE, *_TROOPS),
        forms=(
            Form(
                "one row per country and year",
                frozenset({"ccode", "countryname", "iso3c", "year", *_COUNTS}),
                _named("ccode", "countryname", "iso3c", "year", *_COUNTS),
            ),
        ),
        coverage=(1950, 2024),
        checks=(
            unique_grain("countryname", "year"),
            not_negative(*_COUNTS),
        ),
        faults=_TWO_NAMES,
    ),
    DatasetTable(
        dataset="us-troops",
        name="country_quarters",
        grain=("ccode", "year", "quarter"),
        columns=(
            *_WHERE,
            Column("quarter", "int8", "quarter of the report", levels=(1, 2, 3, 4)),
            Column("source", "string", "report, or how the row was estimated"),
            *_TROOPS,
        ),
        forms=(
            Form(
                "one row per country and quarter",
                frozenset({"ccode", "countryname", "iso3c", "year", "quarter", "source", *_COUNTS}),
                _named("ccode", "countryname", "iso3c", "year", "quarter", "source", *_COUNTS),
            ),
        ),
        coverage=(1950, 2025),
        checks=(
            unique_grain("ccode", "year", "quarter"),
            not_negative(*_COUNTS),
        ),
        faults=(
            "Rows whose source is Stepwise Imputation are estimates.",
            "Reports differ in what they cover; many rows have no source.",
        ),
    ),
)
