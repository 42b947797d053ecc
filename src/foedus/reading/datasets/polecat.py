"""POLECAT: one row per event that a machine read in a news story, coded in PLOVER, since 2018.

Columns are those of the tab-separated files of *POLECAT Weekly Data* (Scarborough et al. 2023,
Harvard Dataverse, doi:10.7910/DVN/AJGVIT), in small letters with underscores. Types are the sixteen
of PLOVER (Halterman et al. 2023, "PLOVER and POLECAT: A New Political Event Ontology and Dataset").
`None` and empty stand for missing. A cell may hold several countries, split by ';'.
"""

from ibis.expr.types import Table

from foedus.evidence import EventType, QuadClass
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form
from foedus.reading.datasets.tidying import kept

__all__ = ["EVENTS", "TABLES"]

_NONE = ("None", "")
_LEVELS = {
    "Event Type": tuple(each.value for each in EventType),
    "Quad Code": tuple(each.value.upper().replace("_", " ") for each in QuadClass),
}
_TITLES = (
    ("Event ID", "string", "id of the event"),
    ("Event Date", "date", "day of the event"),
    ("Event Type", "string", "PLOVER type"),
    ("Event Mode", "string", "PLOVER mode: how it is done"),
    ("Intensity", "float64", "score from -10, the most intense conflict, to 10"),
    ("Quad Code", "string", "verbal or material, cooperation or conflict"),
    ("Contexts", "string", "PLOVER contexts: why it is done, several in one cell"),
    ("Actor Name", "string", "who acts"),
    ("Actor Country", "string", "ISO 3166-1 alpha-3 of the actor's country; several split by ';'"),
    ("Actor COW", "string", "Correlates of War number of the actor's country"),
    ("Primary Actor Sector", "string", "the actor's first sector"),
    ("Actor Sectors", "string", "the actor's sectors"),
    ("Actor Title", "string", "the actor's title"),
    ("Actor Name Raw", "string", "the actor as the story names it"),
    ("Wikipedia Actor ID", "string", "article of Wikipedia on the actor"),
    ("Recipient Name", "string", "who is acted upon"),
    ("Recipient Country", "string", "ISO 3166-1 alpha-3, several split by ';'"),
    ("Recipient COW", "string", "Correlates of War number of the recipient's country"),
    ("Primary Recipient Sector", "string", "the recipient's first sector"),
    ("Recipient Sectors", "string", "the recipient's sectors"),
    ("Recipient Title", "string", "the recipient's title"),
    ("Recipient Name Raw", "string", "the recipient as the story names it"),
    ("Wikipedia Recipient ID", "string", "article of Wikipedia on the recipient"),
    ("Placename", "string", "where it happened"),
    ("City", "string", "city"),
    ("District", "string", "district"),
    ("Province", "string", "province"),
    ("Country", "string", "ISO 3166-1 alpha-3 of the country where it happened"),
    ("Latitude", "float64", "degrees"),
    ("Longitude", "float64", "degrees"),
    ("GeoNames ID", "string", "number of the place in GeoNames"),
    ("Raw Placename", "string", "the place as the story names it"),
    ("Feature Type", "string", "kind of place"),
    ("Source", "string", "publisher of the story"),
    ("Publication Date", "string", "day of the story, as published"),
    ("Story People", "string", "people that the story names"),
    ("Story Organizations", "string", "organisations that the story names"),
    ("Story Locations", "string", "places that the story names"),
    ("Language", "string", "language of the story"),
    ("Version", "string", "version of the coder"),
)
_REQUIRED = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Quad Code",
    "Actor Name",
    "Actor Country",
    "Recipient Name",
    "Recipient Country",
)


def _name(title: str) -> str:
    return title.lower().replace(" ", "_")


def _with_names(rows: Table) -> Table:
    # A title of one word may have been given this table's own spelling already.
    given = {
        _name(title): title if title in rows.columns else _name(title) for title, _, _ in _TITLES
    }
    return kept(**given)(rows)


def _beyond_scale(rows: Table) -> Table:
    return rows.filter(rows.intensity.abs() > 10)


EVENTS = DatasetTable(
    "polecat",
    "events",
    ("row",),
    tuple(
        Column(_name(title), dtype, meaning, _NONE, _LEVELS.get(title, ()))
        for title, dtype, meaning in _TITLES
    ),
    (
        Form(
            "tab-separated file",
            frozenset(_REQUIRED),
            _with_names,
        ),
    ),
    coverage=(2018, None),
    years=("event_date",),
    checks=(Check("score outside the scale", "intensity lies from -10 to 10", _beyond_scale),),
    across_files=("event_id", "event_date", "event_type", "actor_name", "recipient_name"),
    faults=(
        "The score of ACCUSE lost its minus sign in PLOVER's table of scores; in the view of "
        "events an accusation always scores below zero.",
    ),
)

TABLES = (EVENTS,)
