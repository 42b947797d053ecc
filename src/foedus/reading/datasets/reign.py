"""REIGN: rulers, elections and irregular governance; the list of leaders of March 2021.

Curtis Bell, *The Rulers, Elections, and Irregular Governance Dataset (REIGN)* (OEF Research, 2016).
"""

import ibis
from ibis.expr.types import Table

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    not_negative,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.days import days_exist, first_day, last_day
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_UNKNOWN = ("-99",)
_COLUMNS = (
    Column("stateabb", "string", "letters of the state"),
    Column("ccode", "int32", "COW code of the state"),
    Column("leadid", "string", "the leader's spell in office"),
    Column("leader", "string", "name"),
    Column("sdate", "int32", "day of the month on which the leader took office"),
    Column("smonth", "int32", "month of taking office"),
    Column("syear", "int32", "year of taking office"),
    Column("emonth", "int32", "month of leaving office; null still in office in March 2021"),
    Column("eyear", "int32", "year of leaving office; null still in office in March 2021"),
    Column("begins", "date", "first day in office"),
    Column("ends", "date", "last day of the month of leaving office; null still in office"),
    Column("birthyear", "int32", "year of birth; null not known", missing=_UNKNOWN),
    Column("gender", "int32", "1 a man, 0 a woman", missing=_UNKNOWN, levels=(0, 1)),
    Column(
        "militarycareer",
        "float64",
        "1 a career in the armed forces, 0 none; the list also has 0.5",
        missing=_UNKNOWN,
    ),
    Column("l_month", "int32", "month of l_year"),
    Column("l_year", "int32", "a year that the list does not explain"),
    Column("codedby", "string", "initials of the coder"),
    Column("notes", "string", "notes of the coder"),
)
_NAMES = tuple(column.name for column in _COLUMNS)
_MADE = {"begins", "ends"}


def _with_days(rows: Table) -> Table:
    unknown = ibis.null("string")
    begins = first_day(rows.syear, rows.smonth, rows.sdate)
    return kept(*_NAMES)(
        rows.mutate(begins=begins, ends=last_day(rows.eyear, rows.emonth, unknown))
    )


TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "reign",
        "leaders",
        ("leadid", "begins"),
        _COLUMNS,
        (Form("leader list", frozenset(_NAMES) - _MADE, _with_days),),
        coverage=(1950, 2021),
        years=("eyear",),
        checks=(
            unique_grain("leadid", "begins"),
            years_within(1950, 2021, "eyear"),
            days_exist(("syear", "smonth", "sdate")),
            ends_after_it_begins(),
            known_codes("ccode", "cow", None),
            not_negative("birthyear"),
        ),
        faults=(
            "The day of leaving office is not given: `ends` is the last day of the month.",
            "The id A2.9-6199 stands for three spells in Iceland (1959, 1961, 1962).",
            "Leaders in office in 1950 are listed from their first day (the earliest in 1921); "
            "nobody else is before 1950.",
        ),
    ),
)
