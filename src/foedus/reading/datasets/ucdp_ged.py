"""Single events of deadly organised violence, one row per event.

UCDP Georeferenced Event Dataset (Sundberg and Melander, *Journal of Peace Research* 50(4), 2013)
and its codebook. `number_of_sources` is -1 for events coded before 2013, whose sources were not
counted: it becomes missing. `date_prec` and `where_prec` say how much of the day and the place is
known, and belong into every use: an event of where_prec 6 has the coordinates of a whole country.
"""

from ibis.expr.types import Table, Value

from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    not_negative,
    unique_grain,
)
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form

__all__ = ["TABLES"]

_DATES = ("date_start", "date_end")
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def _events(rows: Table) -> Table:
    plain = [
        name
        for name in (column.name for column in _COLUMNS)
        if name not in (*_DATES, "active_year")
    ]
    return rows.select(
        "row",
        *plain,
        active_year=rows.active_year.cast("string").lower().isin(["1", "true", "t"]),
        **{name: _day(rows[name]) for name in _DATES},
    )


def _day(value: Value) -> Value:
    # Published as a time at midnight, "2013-01-03 00:00:00.000".
    return value.cast("string")[:10]


def _off_the_globe(rows: Table) -> Table:
    return rows.filter((rows.latitude.abs() > 90) | (rows.longitude.abs() > 180))


_COLUMNS = (
    Column("id", "int64", "number of the event"),
    Column("relid", "string", "id of the event in the running file"),
    Column("year", "int16", "calendar year"),
    Column("active_year", "boolean", "whether the dyad passed 25 deaths in that year"),
    Column("code_status", "string", "Clear, or why the event awaits checking"),
    Column(
        "type_of_violence",
        "int8",
        "1 state-based conflict, 2 non-state conflict, 3 one-sided violence",
        levels=(1, 2, 3),
    ),
    Column("conflict_dset_id", "string", "earlier id of the conflict"),
    Column("conflict_new_id", "int32", "id of the conflict, as in ucdp-acd"),
    Column("conflict_name", "string", "name of the conflict"),
    Column("dyad_dset_id", "string", "earlier id of the dyad"),
    Column("dyad_new_id", "int32", "id of the dyad"),
    Column("dyad_name", "string", "name of the dyad"),
    Column("side_a_dset_id", "string", "earlier id of side A"),
    Column("side_a_new_id", "int32", "id of side A"),
    Column("side_a", "string", "name of side A"),
    Column("side_b_dset_id", "string", "earlier id of side B"),
    Column("side_b_new_id", "int32", "id of side B"),
    Column("side_b", "string", "name of side B; Civilians in one-sided violence"),
    Column("number_of_sources", "int32", "reports used; null where not counted", missing=("-1",)),
    Column("source_article", "string", "reports, as the coder noted them"),
    Column("source_office", "string", "publishers of the reports"),
    Column("source_date", "string", "days of the reports, a list"),
    Column("source_headline", "string", "headlines of the reports"),
    Column("source_original", "string", "who told the reporter"),
    Column(
        "where_prec",
        "int8",
        "1 exact place, 2 within about 25 km, 3 second-order division, 4 first-order division, "
        "5 line or area without a division, 6 country, 7 international waters or airspace",
        levels=tuple(range(1, 8)),
    ),
    Column("where_coordinates", "string", "place that the coordinates are of"),
    Column("where_description", "string", "place in the words of the reports"),
    Column("adm_1", "string", "first-order division"),
    Column("adm_2", "string", "second-order division"),
    Column("latitude", "float64", "degrees north"),
    Column("longitude", "float64", "degrees east"),
    Column("geom_wkt", "string", "the point in well-known text"),
    Column("priogrid_gid", "int64", "cell of PRIO-GRID"),
    Column("country", "string", "country in which it happened"),
    Column("country_id", "int32", "its Gleditsch-Ward number"),
    Column("region", "string", "region"),
    Column("event_clarity", "int8", "1 a single event, 2 a sum over several events", levels=(1, 2)),
    Column(
        "date_prec",
        "int8",
        "1 the day, 2 within 2 to 6 days, 3 the week, 4 the month, 5 more than a month",
        levels=tuple(range(1, 6)),
    ),
    Column("date_start", "date", "first day it may be"),
    Column("date_end", "date", "last day it may be"),
    Column("deaths_a", "int32", "best estimate of deaths of side A"),
    Column("deaths_b", "int32", "best estimate of deaths of side B"),
    Column("deaths_civilians", "int32", "best estimate of deaths of civilians"),
    Column("deaths_unknown", "int32", "best estimate of deaths of nobody knows whom"),
    Column("best", "int32", "best estimate of all deaths, the sum of the four"),
    Column("high", "int32", "highest reliable estimate"),
    Column("low", "int32", "lowest reliable estimate"),
    Column("gwnoa", "int32", "Gleditsch-Ward number of side A; null if not a state"),
    Column("gwnob", "int32", "Gleditsch-Ward number of side B; null if not a state"),
)

TABLES = (
    DatasetTable(
        dataset="ucdp-ged",
        name="events",
        grain=("id",),
        columns=_COLUMNS,
        forms=(
            Form(
                "one row per event, 49 columns",
                frozenset(column.name for column in _COLUMNS),
                _events,
            ),
        ),
        coverage=(1989, 2024),
        checks=(
            unique_grain("id"),
            ends_after_it_begins(*_DATES),
            not_negative(*_DEATHS, "best", "high", "low"),
            Check("off the globe", "latitude within 90, longitude within 180", _off_the_globe),
        ),
        faults=(
            "In about one event of a hundred the best estimate lies outside low and high, or low "
            "above high; they are kept as published.",
        ),
    ),
)
