"""ACLED: political violence and demonstrations, one row per event, from a file of your own.

Columns and types are those of the *ACLED Codebook* (Armed Conflict Location and Event Data). Its
terms bar passing rows on, so foedus reads the file that you downloaded and never exports its rows.

Actor 1 and Actor 2 imply no direction (codebook, "Actors"): neither is an initiator. The event
types that are a PLOVER type beyond doubt are in `PLOVER_TYPES`; the others have none.
"""

from typing import Final

import ibis
from ibis.expr.types import Table, Value

from foedus.evidence import EventType
from foedus.reading.datasets.checks import not_negative
from foedus.reading.datasets.table import Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["EVENTS", "PLOVER_TYPES", "TABLES"]

EVENT_TYPES: Final = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
)

PLOVER_TYPES: Final = {
    "Armed clash": EventType.ASSAULT,
    "Chemical weapon": EventType.ASSAULT,
    "Air/drone strike": EventType.ASSAULT,
    "Suicide bomb": EventType.ASSAULT,
    "Shelling/artillery/missile attack": EventType.ASSAULT,
    "Remote explosive/landmine/IED": EventType.ASSAULT,
    "Grenade": EventType.ASSAULT,
    "Attack": EventType.ASSAULT,
    "Sexual violence": EventType.ASSAULT,
    "Abduction/forced disappearance": EventType.ASSAULT,
    "Peaceful protest": EventType.PROTEST,
    "Protest with intervention": EventType.PROTEST,
    "Violent demonstration": EventType.PROTEST,
    "Arrests": EventType.COERCE,
}
"""The PLOVER type of ACLED's sub-event types, where the PLOVER codebook's wording leaves no doubt.

Left out: mob violence and looting (ASSAULT or COERCE), excessive force against protesters (the
protest or the force), changes of territory (ASSAULT, COERCE or RETREAT), an agreement (AGREE here,
SUPPORT in PLOVER) and the other strategic developments.
"""

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_COLUMNS = (
    Column("event_id_cnty", "string", "id of the event: country and number", ("",)),
    Column("event_date", "date", "day of the event"),
    Column("year", "int32", "its year"),
    Column("time_precision", "int32", "1 the day, 2 the week, 3 the month is known", ("",)),
    Column("disorder_type", "string", "political violence, demonstrations, or developments", ("",)),
    Column("event_type", "string", "ACLED's event type", levels=EVENT_TYPES),
    Column("sub_event_type", "string", "ACLED's sub-event type"),
    Column("actor1", "string", "one actor; not by itself the attacker", ("",)),
    Column("assoc_actor_1", "string", "actors that stand with the first", ("",)),
    Column("inter1", "string", "kind of the first actor", ("",)),
    Column("actor2", "string", "the other actor", ("",)),
    Column("assoc_actor_2", "string", "actors that stand with the other", ("",)),
    Column("inter2", "string", "kind of the other actor", ("",)),
    Column("interaction", "string", "kinds of both actors", ("",)),
    Column("civilian_targeting", "string", "'Civilian targeting' where civilians were", ("",)),
    Column("iso", "int32", "ISO 3166-1 number of the country", ("",)),
    Column("region", "string", "region of the world", ("",)),
    Column("country", "string", "country, by name", ("",)),
    Column("admin1", "string", "largest division", ("",)),
    Column("admin2", "string", "second largest division", ("",)),
    Column("admin3", "string", "third largest division", ("",)),
    Column("location", "string", "place", ("",)),
    Column("latitude", "float64", "degrees", ("",)),
    Column("longitude", "float64", "degrees", ("",)),
    Column("geo_precision", "int32", "1 the place, 2 near it, 3 the region is known", ("",)),
    Column("source", "string", "sources of the report", ("",)),
    Column("source_scale", "string", "how near the sources are", ("",)),
    Column("notes", "string", "what happened, in words", ("",)),
    Column("fatalities", "int32", "reported deaths", ("",)),
    Column("tags", "string", "further marks", ("",)),
    Column("timestamp", "int64", "when the row was last changed, seconds since 1970", ("",)),
)
_REQUIRED = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "country")


def _with_days(rows: Table) -> Table:
    tidied = kept(*(column.name for column in _COLUMNS))(rows)
    if rows.event_date.type().is_string():
        tidied = tidied.mutate(event_date=_day(tidied.event_date))
    return tidied


def _day(words: Value) -> Value:
    """The day as ISO 8601: files write either `16 May 2025` or `2025-05-16`."""
    parts = words.strip().split(" ")
    month = (
        parts[1]
        .lower()
        .cases(
            *((name, f"{number:02d}") for number, name in enumerate(_MONTHS, 1)),
            else_=ibis.null("string"),
        )
    )
    written = parts[2] + "-" + month + "-" + parts[0].lpad(2, "0")
    return ibis.coalesce(written, words)


EVENTS = DatasetTable(
    "acled",
    "events",
    ("event_id_cnty",),
    _COLUMNS,
    (Form("file as downloaded", frozenset(_REQUIRED), _with_days),),
    coverage=(1997, None),
    years=("event_date",),
    checks=(not_negative("fatalities"),),
    across_files=("event_id_cnty",),
    faults=("The first year differs by country: before it a country's events are unknown.",),
)

TABLES = (EVENTS,)
