"""Foreign visits of heads of government and state, counted per country and year.

Country and Organizational Leader Travel (COLT), Moyer, Meisel, Szymanski-Burgos and others, "When
Heads of Government and State (HOGS) Fly", *International Studies Quarterly* 69(2), 2025. Counts
of the collected trips; who travelled and when is in the trip-level file, which is not read here.
A country and year without a row had no visit in the data.
"""

from collections.abc import Callable

from ibis.expr.types import Table

from foedus.reading.datasets.checks import not_negative, unique_grain
from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Column, DatasetTable, Form

__all__ = ["TABLES"]

_SPELLINGS = {
    "african union (au)": "AU",
    "association of southeast asian nations (asean)": "ASEAN",
    "international monetary fund (imf)": "IMF",
    "north atlantic treaty organization (nato)": "NATO",
    "organisation of african unity (oau)": "OAU",
    "serbia and montenegro": "YUG",
    "united nations (un)": "UN",
    "world bank (ibrd)": "WORLD_BANK",
}


def _visits(name: str) -> Callable[[Table], Table]:
    def tidy(rows: Table) -> Table:
        counted = rows.select(
            "row", country=rows[name], year=rows.TripYear.cast("int32"), visits=rows["count"]
        )
        return actor_ids_by_name(counted, "country", spellings=_SPELLINGS)

    return tidy


def _table(name: str, published: str, what: str) -> DatasetTable:
    return DatasetTable(
        dataset="visits",
        name=name,
        grain=("country", "year"),
        columns=(
            Column("country", "string", f"country, territory or organisation that {what}"),
            Column("year", "int16", "year of the trips"),
            Column("visits", "int32", "number of trips"),
            Column("id", "string", "actor of that name in that year; null if none is certain"),
            Column("ccode", "int16", "its Correlates of War number"),
        ),
        forms=(
            Form(
                f"trips {name} per country and year",
                frozenset({"TripYear", published, "count"}),
                _visits(published),
            ),
        ),
        coverage=(1990, 2024),
        checks=(
            unique_grain("country", "year"),
            not_negative("visits"),
        ),
        faults=(
            "Territories and places under occupation (Crimea, Transnistria) are listed beside "
            "states; they have no id.",
        ),
    )


TABLES = (
    _table("received", "CountryVisited", "was visited"),
    _table("sent", "LeaderCountryOrIGO", "sent the leader"),
)
