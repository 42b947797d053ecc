"""ICB 13: international crises 1918-2016 and the states that were actors in them.

Michael Brecher and Jonathan Wilkenfeld, *A Study of Crisis* (University of Michigan Press, 2000);
Brecher, Wilkenfeld, Kyle Beardsley, Patrick James and David Quinn, *International Crisis Behavior
Data Codebook, Version 13*. The codes of states are those of Gleditsch and Ward.
"""

from collections.abc import Callable, Mapping

import ibis
from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    unique_grain,
    years_within,
)
from foedus.reading.datasets.days import days_exist, first_day, last_day, whole_number
from foedus.reading.datasets.icb_columns import (
    ACTOR_COLUMNS,
    ACTOR_DATES,
    CRISIS_COLUMNS,
    CRISIS_DATES,
)
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["TABLES"]

_COVERAGE = (1918, 2016)
_LONGEST_MONTH = 31
_OWN_CODES = (219, 671, 672)  # Vichy France, Hejaz, Najd: in no list of states.
Dates = Mapping[str, tuple[str, str, str]]


def _form(columns: tuple[Column, ...], dates: Dates) -> Form:
    made = {f"{name}_{bound}" for name in dates for bound in ("earliest", "latest")}
    return Form("ICB 13", frozenset(c.name for c in columns) - made, _with_bounds(columns, dates))


def _with_bounds(columns: tuple[Column, ...], dates: Dates) -> Callable[[Table], Table]:
    tidy = kept(*(column.name for column in columns))

    def with_bounds(rows: Table) -> Table:
        bounds: dict[str, Value] = {}
        for name, (year, month, day) in dates.items():
            known = rows[year], rows[month], _day_of_month(rows[day])
            bounds |= {f"{name}_earliest": first_day(*known), f"{name}_latest": last_day(*known)}
        return tidy(rows.mutate(**bounds))

    return with_bounds


def _day_of_month(day: Value) -> Value:
    number = whole_number(day)
    return ibis.ifelse(number <= _LONGEST_MONTH, number, ibis.null("int64"))


_FAULTS = (
    "Days coded 66, 77 and 88 stand for a part of the month: the day is null and the two bounds "
    "are those of the month.",
    "Uncertain: what the columns mean and which numbers stand for no value was not compared with "
    "the codebook of version 13; only -99, and 66 to 99 as days, are taken for no value.",
)

TABLES: tuple[DatasetTable, ...] = (
    DatasetTable(
        "icb",
        "crises",
        ("crisno",),
        CRISIS_COLUMNS,
        (_form(CRISIS_COLUMNS, CRISIS_DATES),),
        coverage=_COVERAGE,
        years=("yrtrig",),
        checks=(
            unique_grain("crisno"),
            years_within(*_COVERAGE, "yrtrig"),
            days_exist(*CRISIS_DATES.values()),
            ends_after_it_begins("begins_earliest", "ends_latest"),
        ),
        faults=(*_FAULTS, "Crisis 474 (Huthi rebellion) is listed and not coded: all is null."),
    ),
    DatasetTable(
        "icb",
        "crisis_actors",
        ("cracno",),
        ACTOR_COLUMNS,
        (_form(ACTOR_COLUMNS, ACTOR_DATES),),
        coverage=_COVERAGE,
        years=("yrtrig",),
        checks=(
            unique_grain("cracno"),
            years_within(*_COVERAGE, "yrtrig"),
            days_exist(*ACTOR_DATES.values()),
            ends_after_it_begins("begins_earliest", "ends_latest"),
            known_codes("cracid", "gw", None, also=_OWN_CODES),
        ),
        faults=(
            *_FAULTS,
            "Actor 1043 (crisis 474) is listed and not coded: all is null.",
            "Vichy France (219), Hejaz (671) and Najd (672) have codes of ICB's own.",
            "A state may be an actor of one crisis two or three times, with a trigger each.",
        ),
    ),
)
