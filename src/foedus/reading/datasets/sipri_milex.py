"""What states spend on their military, one row per country and year, in five measures.

Stockholm International Peace Research Institute, SIPRI Military Expenditure Database, workbook,
notes above each sheet and the sheet "Footnotes": "..." is not available, "xxx" a country that did
not exist or was not independent (`existed` is false, every measure null). Shares are of one.

Blue figures (SIPRI's estimates) and red ones (highly uncertain) differ in colour alone, which is
not read: foedus cannot say which figures are estimates.
"""

from ibis.expr.types import Table

from foedus.reading.datasets.checks import not_negative, unique_grain
from foedus.reading.datasets.sipri_files import MEASURES, expenditure
from foedus.reading.datasets.state_names import actor_ids_by_name
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["TABLES"]

# The workbook turns some names round, and has each of these for one state.
_SPELLINGS = {
    "congo, dr": "COD",
    "congo, republic": "COG",
    "gambia, the": "GMB",
    "german democratic republic": "DDR",
    "korea, north": "PRK",
    "korea, south": "KOR",
    "ussr": "SUN",
    "yemen, north": "YEM",
}


def _country_years(rows: Table) -> Table:
    dated = rows.mutate(
        year=rows.year.cast("int32"),
        existed=rows.existed == "true",
        notes=rows.notes.nullif(""),
    )
    return actor_ids_by_name(dated, "country", spellings=_SPELLINGS)


def _spends_though_it_did_not_exist(rows: Table) -> Table:
    spent = rows.current_usd.notnull() | rows.constant_usd.notnull()
    return rows.filter(~rows.existed & spent)


TABLES = (
    DatasetTable(
        dataset="sipri-milex",
        name="country_years",
        grain=("country", "year"),
        columns=(
            Column("country", "string", "country, as SIPRI names it"),
            Column("year", "int16", "calendar year"),
            Column("id", "string", "actor of that name in that year; null if none is certain"),
            Column("ccode", "int16", "its Correlates of War number"),
            Column("existed", "boolean", "false where SIPRI writes xxx"),
            Column("notes", "string", "marks of the notes, as in the sheet Footnotes"),
            Column("base_year", "int16", "year whose prices and exchange rates constant_usd has"),
            Column("constant_usd", "float64", "millions of US dollars of base_year"),
            Column("current_usd", "float64", "millions of US dollars of the year"),
            Column("share_of_gdp", "float64", "share of gross domestic product, 0 to 1"),
            Column("per_capita", "float64", "US dollars of the year per head; from 1988"),
            Column(
                "share_of_government_spending",
                "float64",
                "share of general government spending, 0 to 1; from 1988",
            ),
        ),
        forms=(
            Form(
                "workbook, one sheet per measure",
                frozenset({"country", "year", "notes", "existed", "base_year", *MEASURES}),
                _country_years,
                expenditure,
            ),
        ),
        coverage=(1948, 2023),
        checks=(
            unique_grain("country", "year"),
            not_negative(*MEASURES),
            Check(
                "spends without existing", "no figure where xxx", _spends_though_it_did_not_exist
            ),
        ),
        faults=(
            "Estimates and highly uncertain figures are told by colour only and are not marked.",
            "Sheets in local currency and regional totals are not read.",
        ),
    ),
)
