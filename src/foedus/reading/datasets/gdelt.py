"""GDELT events: one row per event that a machine read in the news of the day, since 1979.

Fields and their order are those of *The GDELT Event Database Data Format Codebook V2.0* (19
February 2015) and of the V1.0 codebook that it extends. A line of version 2 (a file every quarter
of an hour) has 61 fields; one of version 1 (a file a day) 58, without the three `ADM2Code`; one of
the back file of before April 2013 has 57, without `SOURCEURL`. Lines have no header and are cut at
tabs; nothing is quoted, and an empty field is missing.

`SQLDATE` is the day of the event as the text tells it, which may lie a year before the text;
`DATEADDED` is when the event entered the database. Both are kept as published and as the columns
`day` and `added` beside them. Actors' countries are CAMEO codes, places' are FIPS 10-4.
"""

from collections.abc import Iterator
from typing import Final

from foedus.reading.datasets.table import Column, DatasetTable

__all__ = ["DTYPES", "EVENTS", "FIELDS", "OLDEST_WIDTH", "TABLES", "WIDTHS"]


def _actor(number: int) -> Iterator[tuple[str, str, str]]:
    name = f"Actor{number}"
    yield f"{name}Code", "string", "CAMEO code of the actor, country and roles in one"
    yield f"{name}Name", "string", "the actor's name"
    yield f"{name}CountryCode", "string", "CAMEO code of the actor's country or region"
    yield f"{name}KnownGroupCode", "string", "CAMEO code of a known group or organisation"
    yield f"{name}EthnicCode", "string", "CAMEO code of the ethnic group named"
    yield f"{name}Religion1Code", "string", "CAMEO code of the religion named"
    yield f"{name}Religion2Code", "string", "CAMEO code of a second religion named"
    for role in (1, 2, 3):
        yield f"{name}Type{role}Code", "string", f"CAMEO code of the actor's role, number {role}"


def _place(whose: str) -> Iterator[tuple[str, str, str]]:
    yield f"{whose}Geo_Type", "int32", "1 country, 2 US state, 3 US city, 4 city, 5 state; 0 none"
    yield f"{whose}Geo_FullName", "string", "the place's name"
    yield f"{whose}Geo_CountryCode", "string", "FIPS 10-4 code of the country"
    yield f"{whose}Geo_ADM1Code", "string", "FIPS 10-4 code of country and first-order division"
    yield f"{whose}Geo_ADM2Code", "string", "second-order division (version 2 only)"
    yield f"{whose}Geo_Lat", "float64", "latitude of the centre, degrees"
    yield f"{whose}Geo_Long", "float64", "longitude of the centre, degrees"
    yield f"{whose}Geo_FeatureID", "string", "GNS or GNIS id of the place"


def _fields() -> Iterator[tuple[str, str, str]]:
    yield "GLOBALEVENTID", "int64", "number of the event"
    yield "SQLDATE", "int32", "day of the event, YYYYMMDD"
    yield "MonthYear", "int32", "the same day as YYYYMM"
    yield "Year", "int32", "the same day as YYYY"
    yield "FractionDate", "float64", "the same day as a fraction of its year"
    yield from _actor(1)
    yield from _actor(2)
    yield "IsRootEvent", "int32", "1 when the event stands in the lead paragraph of a text"
    yield "EventCode", "string", "CAMEO code of the action, with its leading zeros"
    yield "EventBaseCode", "string", "its code at the second level"
    yield "EventRootCode", "string", "its code at the first level"
    yield "QuadClass", "int32", "CAMEO: 1 verbal and 2 material cooperation, 3 and 4 conflict"
    yield "GoldsteinScale", "float64", "Goldstein's score of the action, -10 to 10"
    yield "NumMentions", "int32", "mentions in the first update that had the event"
    yield "NumSources", "int32", "sources with a mention in that update"
    yield "NumArticles", "int32", "documents with a mention in that update"
    yield "AvgTone", "float64", "mean tone of those documents, -100 to 100"
    for whose in ("Actor1", "Actor2", "Action"):
        yield from _place(whose)
    yield "DATEADDED", "int64", "when it was added: YYYYMMDDHHMMSS (UTC), YYYYMMDD in version 1"
    yield "SOURCEURL", "string", "address of the first document with the event (since 2013)"


FIELDS: Final = tuple(name for name, _, _ in _fields())
"""The 61 fields of version 2, in the order of a line."""

DTYPES: Final = {name: dtype for name, dtype, _ in _fields()}

OLDEST_WIDTH: Final = 57
_VERSION_1: Final = tuple(name for name in FIELDS if not name.endswith("ADM2Code"))
WIDTHS: Final = {
    len(FIELDS): FIELDS,
    len(_VERSION_1): _VERSION_1,
    OLDEST_WIDTH: _VERSION_1[:-1],
}
"""The fields of a line by their number: 61 in version 2, 58 and 57 in version 1."""

EVENTS = DatasetTable(
    "gdelt",
    "events",
    ("GLOBALEVENTID",),
    (
        *(Column(name, dtype, meaning) for name, dtype, meaning in _fields()),
        Column("day", "date", "SQLDATE as a day; missing where that is no day of the calendar"),
        Column("added", "timestamp", "DATEADDED as a time (UTC); midnight in version 1"),
        Column("file", "string", "file that the row stands in; `row` is its line there, from 1"),
    ),
    forms=(),
    coverage=(1979, None),
    years=("day",),
    faults=(
        "An event is what one machine read in one text: false events and repetitions are many.",
        "The amount of news read has grown steeply since 1979: counts are not comparable over "
        "years without a denominator.",
        "An event's day may lie a month or a year before the text: the machine reads 'last year' "
        "as a day.",
    ),
)

TABLES = (EVENTS,)
