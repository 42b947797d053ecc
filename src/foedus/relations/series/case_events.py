"""The certain events of a case as rows of the view of events, one for each dyad and direction."""

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
from ibis.expr.types import Table

from foedus.evidence import EventType, Polarity, Standing, quad_class
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine
from foedus.relations.weights import event_weights

__all__ = ["case_events"]

_ROWS: Final = pa.schema(
    [
        ("store", pa.string()),
        ("row_id", pa.string()),
        ("day", pa.date32()),
        ("initiator", pa.string()),
        ("target", pa.string()),
        ("quad_class", pa.string()),
        ("goldstein", pa.float64()),
    ]
)


def case_events(engine: Engine, ledger: Ledger, *, directed: bool) -> Table:
    """Return the settled events of a ledger that are certain and whose day is certain to the day.

    One row per event and dyad it ties: from each initiator to each target; an event in which all
    take part alike goes both ways between every two. Undirected, one row per event and pair, ids in
    alphabetical order. An event that ties nobody has one row without target. `goldstein` is the
    weight of the type (`relations.weights`), null where the type says one thing and the polarity
    another. `row_id` is the event's.
    """
    found = ledger.table("events").to_pyarrow().to_pylist()
    rows = [row for event in found if _is_certain(event) for row in _rows(event, directed)]
    return engine.rows(pa.Table.from_pylist(rows, schema=_ROWS))


def _is_certain(event: dict[str, Any]) -> bool:
    return (
        event["standing"] == Standing.CERTAIN.value
        and event["event_type"] is not None
        and event["day_earliest"] is not None
        and event["day_earliest"] == event["day_latest"]
    )


def _rows(event: dict[str, Any], directed: bool) -> Iterator[dict[str, object]]:
    pairs = _pairs(event["initiator"] or [], event["target"] or [])
    if not directed:
        pairs = {(min(one, two), max(one, two)) for one, two in pairs}
    told = {
        "store": "case",
        "row_id": event["event"],
        "day": event["day_earliest"],
        "quad_class": quad_class(EventType(event["event_type"])).value,
        "goldstein": _score(event),
    }
    for initiator, target in sorted(pairs):
        yield told | {"initiator": initiator, "target": target}
    if not pairs:
        first = (event["initiator"] or [None])[0]
        yield told | {"initiator": first, "target": None}


def _pairs(initiators: list[str], targets: list[str]) -> set[tuple[str, str]]:
    others = targets or initiators
    return {(one, two) for one in initiators for two in others if one != two}


def _score(event: dict[str, Any]) -> float | None:
    weights = {each.event_type.value: each.weight for each in event_weights()}
    weight = weights[event["event_type"]]
    side = Polarity.COOPERATION if weight > 0 else Polarity.CONFLICT
    return weight if event["polarity"] in (Polarity.NEUTRAL.value, side.value) else None
