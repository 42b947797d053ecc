"""Each store's rows under the columns of the view of events (`foedus.datasets.events`)."""

from collections.abc import Callable
from typing import Final

import ibis
import pyarrow as pa
from ibis.expr.types import Table, Value

from foedus.datasets.event_actors import country_codes, names, places, with_actor
from foedus.datasets.event_store import event_files
from foedus.datasets.holdings import Holding, held_table, holding
from foedus.errors import MissingDataset
from foedus.evidence import EventType, quad_class
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine
from foedus.reading.datasets.acled import PLOVER_TYPES
from foedus.sources.registry import dataset

__all__ = ["COLUMNS", "VIEWS"]

COLUMNS: Final = {
    "store": "string",
    "row_id": "string",
    "day": "date",
    "added": "timestamp",
    "event_type": "string",
    "quad_class": "string",
    "goldstein": "float64",
    "cameo": "string",
    "initiator": "string",
    "target": "string",
    "initiator_name": "string",
    "target_name": "string",
    "country": "string",
    "latitude": "float64",
    "longitude": "float64",
    "place": "string",
    "mentions": "int64",
    "articles": "int64",
    "version": "string",
}

_GDELT_READ: Final = (
    *("GLOBALEVENTID", "EventCode", "GoldsteinScale", "NumMentions", "NumArticles", "DATEADDED"),
    *("Actor1CountryCode", "Actor1Name", "Actor2CountryCode", "Actor2Name"),
    *("ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FullName"),
    *("day", "added"),
)
"""Of its 65 columns those that stand in the view: each join names all that it is given."""
_HAPPENED: Final = ("asserted", "reported")
_ICEWS_WITHOUT_CODES: Final = "names only"


def _gdelt(engine: Engine, _ledger: Ledger | None) -> Table:
    files = event_files()
    if not files:
        raise MissingDataset(
            f"No file of GDELT is loaded. Get its files from {dataset('gdelt').page} and run "
            "`foedus data get gdelt --from FOLDER`."
        )
    rows = _typed(engine, engine.parquet(*files).select(_GDELT_READ), "EventCode")
    rows = with_actor(engine, rows, rows.Actor1CountryCode, country_codes(), "initiator")
    rows = with_actor(engine, rows, rows.Actor2CountryCode, country_codes(), "target")
    rows = with_actor(engine, rows, rows.ActionGeo_CountryCode, places(), "country")
    return _view(
        "gdelt",
        rows,
        row_id=rows.GLOBALEVENTID,
        goldstein=_signed(rows.GoldsteinScale, rows.event_type),
        cameo=rows.EventCode,
        initiator_name=rows.Actor1Name,
        target_name=rows.Actor2Name,
        latitude=rows.ActionGeo_Lat,
        longitude=rows.ActionGeo_Long,
        place=rows.ActionGeo_FullName,
        mentions=rows.NumMentions,
        articles=rows.NumArticles,
        # A time of version 1 is the day alone.
        version=ibis.ifelse(rows.DATEADDED < 10**8, ibis.literal("1.0"), ibis.literal("2.0")),
    )


def _icews(engine: Engine, _ledger: Ledger | None) -> Table:
    held = holding("icews", "events")
    rows = held_table(engine, "icews", "events").rename(day="event_date")
    if any(one.form == _ICEWS_WITHOUT_CODES for one in held.files):
        rows = _with_codes(engine, rows)
    rows = _typed(engine, rows, "cameo_code")
    for side, into in (("source", "initiator"), ("target", "target")):
        words = ibis.coalesce(rows[f"{side}_country"], rows[f"{side}_name"]).strip().lower()
        rows = with_actor(engine, rows, words, names(), into)
    rows = rows.rename(country_name="country")
    rows = with_actor(engine, rows, rows.country_name.strip().lower(), names(), "country")
    return _view(
        "icews",
        rows,
        row_id=rows.part + "#" + rows.row.cast("string"),
        goldstein=_signed(rows.intensity, rows.event_type),
        cameo=rows.cameo_code,
        initiator_name=rows.source_name,
        target_name=rows.target_name,
        latitude=rows.latitude,
        longitude=rows.longitude,
        place=ibis.coalesce(rows.city, rows.district, rows.province, rows.country_name),
        version=_version(rows, held),
    )


def _polecat(engine: Engine, _ledger: Ledger | None) -> Table:
    held = holding("polecat", "events")
    rows = held_table(engine, "polecat", "events").rename(day="event_date", where="country")
    rows = _classed(rows)
    rows = with_actor(engine, rows, rows.actor_country, country_codes(), "initiator")
    rows = with_actor(engine, rows, rows.recipient_country, country_codes(), "target")
    rows = with_actor(engine, rows, rows["where"], country_codes(), "country")
    return _view(
        "polecat",
        rows,
        row_id=rows.event_id,
        goldstein=_signed(rows.intensity, rows.event_type),
        initiator_name=rows.actor_name,
        target_name=rows.recipient_name,
        latitude=rows.latitude,
        longitude=rows.longitude,
        place=ibis.coalesce(rows.placename, rows.city, rows.district, rows.province),
        version=_version(rows, held),
    )


def _acled(engine: Engine, _ledger: Ledger | None) -> Table:
    held = holding("acled", "events")
    rows = held_table(engine, "acled", "events").rename(day="event_date", own_type="event_type")
    known = pa.table(
        {
            "known_type": list(PLOVER_TYPES),
            "event_type": [each.value for each in PLOVER_TYPES.values()],
        }
    )
    meant = engine.rows(known)
    joined = rows.left_join(meant, rows.sub_event_type == meant.known_type)
    rows = joined.select(*(joined[name] for name in rows.columns), event_type=meant.event_type)
    rows = _classed(rows.rename(country_name="country"))
    rows = with_actor(engine, rows, rows.country_name.strip().lower(), names(), "country")
    return _view(
        "acled",
        rows,
        row_id=rows.event_id_cnty,
        initiator_name=rows.actor1,
        target_name=rows.actor2,
        latitude=rows.latitude,
        longitude=rows.longitude,
        place=rows.location,
        version=_version(rows, held),
    )


def _assertions(engine: Engine, ledger: Ledger | None) -> Table:
    if ledger is None:
        raise MissingDataset(
            "The view was asked for assertions, but no ledger is open. Build the case with `foedus "
            "build`, and give its ledger."
        )
    said = ledger.table("assertions")
    happened = said.filter(
        said.event_type.notnull()
        & said.modality.isin(_HAPPENED)
        & (said.day_earliest == said.day_latest)
    ).to_pyarrow()
    rows = engine.rows(pa.Table.from_pylist(_pairs(happened), _PAIRS))
    rows = _classed(rows)
    return _view(
        "assertions",
        rows,
        row_id=rows.assertion,
        added=rows.added,
        initiator_name=rows.initiator,
        target_name=rows.target,
        latitude=rows.latitude,
        longitude=rows.longitude,
        place=rows.place,
        version=rows.read_by,
    )


_PAIRS = pa.schema(
    [
        ("assertion", pa.string()),
        ("day", pa.date32()),
        ("added", pa.date32()),
        ("event_type", pa.string()),
        ("initiator", pa.string()),
        ("target", pa.string()),
        ("place", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("read_by", pa.string()),
    ]
)


def _pairs(happened: pa.Table) -> list[dict[str, object]]:
    """Every initiator with every target; a row without target has none."""
    return [
        row
        | {
            "day": row["day_earliest"],
            "added": row["published_latest"],
            "initiator": initiator,
            "target": target,
        }
        for row in happened.to_pylist()
        for initiator in row["initiator"] or (None,)
        for target in row["target"] or (None,)
    ]


def _typed(engine: Engine, rows: Table, code: str) -> Table:
    """The rows with the PLOVER type and its class for their CAMEO code."""
    plover = held_table(engine, "cameo", "plover").select(
        plover_code="code", event_type="event_type"
    )
    joined = rows.left_join(plover, rows[code] == plover.plover_code)
    typed = joined.select(*(joined[name] for name in rows.columns), event_type=plover.event_type)
    return _classed(typed)


def _classed(rows: Table) -> Table:
    return rows.mutate(
        quad_class=rows.event_type.cases(
            *((each.value, quad_class(each).value) for each in EventType),
            else_=ibis.null("string"),
        )
    )


def _with_codes(engine: Engine, rows: Table) -> Table:
    """The rows of ICEWS that say their action in words alone, with its code and score."""
    scores = held_table(engine, "cameo", "goldstein")
    # The two-digit roots bear the name of their first code.
    scores = scores.filter(scores.code.length() > 2)
    scores = scores.select(words=scores.name.lower(), code=scores.code, score=scores.goldstein)
    joined = rows.left_join(scores, rows.event_text.lower() == scores.words)
    told = joined.select(*(joined[name] for name in (*rows.columns, "code", "score")))
    in_words = told.event_id.isnull() & told.cameo_code.isnull()
    return told.mutate(
        cameo_code=ibis.ifelse(in_words, told.code, told.cameo_code),
        intensity=ibis.ifelse(in_words, told.score, told.intensity),
    ).select(*rows.columns)


def _version(rows: Table, held: Holding) -> Value:
    """The version of the file that a row is of."""
    told = {one.part: one.version for one in held.parts}
    if len(set(told.values())) < 2:
        return ibis.literal(held.version)
    return rows.part.cases(*told.items(), else_=held.version)


def _signed(score: Value, event_type: Value) -> Value:
    """PLOVER's table prints accusations as 2: an accusation is no cooperation."""
    return ibis.ifelse(event_type == EventType.ACCUSE.value, -score.abs(), score)


def _view(store: str, rows: Table, **given: Value) -> Table:
    present = {name: rows[name] for name in COLUMNS if name in rows.columns}
    columns = present | {"store": ibis.literal(store)} | given
    return rows.select(
        **{
            name: (columns[name] if name in columns else ibis.null(dtype)).cast(dtype)
            for name, dtype in COLUMNS.items()
        }
    )


VIEWS: Final[dict[str, Callable[[Engine, Ledger | None], Table]]] = {
    "gdelt": _gdelt,
    "icews": _icews,
    "polecat": _polecat,
    "acled": _acled,
    "assertions": _assertions,
}
