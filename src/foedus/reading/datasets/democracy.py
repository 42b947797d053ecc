"""How democratic states were: four scores by state and year, joined by Steven V. Miller.

Source: the data set `cw_democracy` of the R package *isard*, whose documentation names the scores:
the Unified Democracy Scores as extended by Xavier Marquez (`euds`, `aeuds`), Polity5 (`polity2`)
and the index of electoral democracy of Varieties of Democracy (`v2x_polyarchy`). Which of them to
believe, and from where on a state is a democracy, is for who uses them to say.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import known_codes
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["SCORES", "STATE_YEARS", "TABLES"]

SCORES = ("euds", "aeuds", "polity2", "v2x_polyarchy")

_MISSING = ("NA",)
_POLITY = tuple(range(-10, 11))


def _beyond_one(rows: Table) -> Table:
    return rows.filter(~rows.v2x_polyarchy.between(0, 1).fill_null(True))


def _half_given(rows: Table) -> Table:
    return rows.filter(rows.euds.isnull() != rows.aeuds.isnull())


STATE_YEARS = DatasetTable(
    dataset="democracy",
    name="state_years",
    grain=("ccode", "year"),
    columns=(
        Column("ccode", "int32", "COW number of the state"),
        Column("year", "int32", "calendar year"),
        Column("euds", "float64", "extended Unified Democracy Score, no unit", _MISSING),
        Column(
            "aeuds",
            "float64",
            "the same moved so that 0 is the average cut of the measures that only say yes or no",
            _MISSING,
        ),
        Column(
            "polity2",
            "int32",
            "Polity5: -10 the most autocratic, 10 the most democratic",
            _MISSING,
            _POLITY,
        ),
        Column(
            "v2x_polyarchy",
            "float64",
            "Varieties of Democracy: index of electoral democracy, 0 to 1",
            _MISSING,
        ),
    ),
    forms=(
        Form(
            "state-years",
            frozenset({"ccode", "year", *SCORES}),
            kept("ccode", "year", *SCORES),
        ),
    ),
    coverage=(1816, 2025),
    checks=(
        known_codes("ccode", "cow"),
        Check("share beyond 0 to 1", "v2x_polyarchy is between 0 and 1", _beyond_one),
        Check("half a score", "euds and aeuds are given together", _half_given),
    ),
    faults=(
        "Polity numbers some states in its own way, and polity2 is missing for them though Polity "
        "scores them: the Soviet Union (365) 1923–1991, Sardinia (325) to 1860, Serbia (345) to "
        "1920 and since 1992, Pakistan (770) to 1971, Ethiopia (530) since 1994, Vietnam (816) "
        "since 1977, Sudan (625) since 2012.",
        "polity2 ends in 2018, but for the United States, where it ends in 2020.",
        "Austria-Hungary (300, to 1918) has no polity2 at all and no euds from 1867.",
    ),
)

TABLES = (STATE_YEARS,)
