"""ICEWS Coded Event Data: one row per event that a machine read in a news story, 1995 to 2023.

Columns are those of the *ICEWS Coded Event Data* (Boschee, Lautenschlager, O'Brien, Shellman, Starz
and Ward, Harvard Dataverse, doi:10.7910/DVN/28075), in small letters with underscores. `NA`
and empty stand for missing. An event id is not unique over the whole release; the row is.

The form with names only (date, source, event, target) is the ICEWS18 benchmark of Jin, Qu, Jin and
Ren 2020, "Recurrent Event Network", drawn from the same data without codes, ids or places.
"""

import ibis
from ibis.expr.types import StringValue, Table

from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["EVENTS", "TABLES"]

_NA = ("NA", "")
_COLUMNS = (
    Column("event_id", "int64", "number of the event; not unique over the whole release", _NA),
    Column("event_date", "date", "day of the event"),
    Column("source_name", "string", "who acts", _NA),
    Column("source_sectors", "string", "sectors of who acts, split by ','", _NA),
    Column("source_country", "string", "country of who acts, by name", _NA),
    Column("event_text", "string", "what the CAMEO code says"),
    Column("cameo_code", "string", "CAMEO code with its leading zeros", _NA),
    Column("intensity", "float64", "score on Goldstein's scale, -10 to 10", _NA),
    Column("target_name", "string", "who is acted upon", _NA),
    Column("target_sectors", "string", "sectors of who is acted upon, split by ','", _NA),
    Column("target_country", "string", "country of who is acted upon, by name", _NA),
    Column("story_id", "int64", "number of the news story", _NA),
    Column("sentence_number", "int64", "sentence of the story that tells the event", _NA),
    Column("publisher", "string", "publisher of the story", _NA),
    Column("city", "string", "city where it happened", _NA),
    Column("district", "string", "district", _NA),
    Column("province", "string", "province", _NA),
    Column("country", "string", "country, by name", _NA),
    Column("latitude", "float64", "degrees", _NA),
    Column("longitude", "float64", "degrees", _NA),
)


def _title(name: str) -> str:
    return {"event_id": "Event ID", "cameo_code": "CAMEO Code", "story_id": "Story ID"}.get(
        name, name.replace("_", " ").title()
    )


def _of_names(rows: Table) -> Table:
    named = rows.mutate(
        source_name=rows.source,
        target_name=rows.target,
        source_country=_in_brackets(rows.source),
        target_country=_in_brackets(rows.target),
        event_date=rows.date,
        event_text=rows.event,
    )
    return kept(*(column.name for column in _COLUMNS))(named)


def _in_brackets(name: StringValue) -> StringValue:
    """The country in brackets: `Police (Singapore)` is of Singapore. A bare name tells none."""
    return name.re_extract(r"\(([^()]*)\)$", 1).nullif("")


def _without_what(rows: Table) -> Table:
    return rows.filter(rows.cameo_code.isnull() & rows.event_text.isnull())


def _beyond_scale(rows: Table) -> Table:
    return rows.filter(rows.intensity.abs() > ibis.literal(10.0))


EVENTS = DatasetTable(
    "icews",
    "events",
    ("row",),
    _COLUMNS,
    (
        Form(
            "original tab-separated file",
            frozenset(_title(column.name) for column in _COLUMNS),
            kept(**{column.name: _title(column.name) for column in _COLUMNS}),
        ),
        Form(
            "names with underscores",
            frozenset(column.name for column in _COLUMNS),
            kept(*(column.name for column in _COLUMNS)),
        ),
        Form("names only", frozenset({"date", "source", "event", "target"}), _of_names),
    ),
    coverage=(1995, 2023),
    years=("event_date",),
    checks=(
        Check("no action", "a row says what was done, as a code or in words", _without_what),
        Check("score outside the scale", "intensity lies from -10 to 10", _beyond_scale),
    ),
    # An id alone would not do: it repeats over the release. Rows of names only have none.
    across_files=(
        "event_id",
        "event_date",
        "cameo_code",
        "source_name",
        "target_name",
        "story_id",
        "sentence_number",
    ),
    faults=(
        "An event id repeats over the whole release: count rows, or distinct event_id and day.",
        "One story may give the same event twice, once from either side (both visit and host).",
    ),
)

TABLES = (EVENTS,)
