"""Small ledgers to draw ties from, written as a chronicler would."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import ibis
import pyarrow as pa
import pytest
from ibis.expr.types import Table

from foedus.evidence import Day
from foedus.ledger.tables import ASSERTIONS, EVENTS

Row = dict[str, Any]


def event(line: str, *, polarity: str = "neutral", standing: str = "certain") -> Row:
    """An event from "2024-06-19 RUS PRK > CHN CONSULT"; without ">" all take part alike."""
    when, *words = line.split()
    *actors, kind = words
    initiators, targets = actors, list[str]()
    if ">" in actors:
        turn = actors.index(">")
        initiators, targets = actors[:turn], actors[turn + 1 :]
    day = None if when == "?" else Day(when)
    name = f"{when} {' '.join(actors)} {kind} {standing}"
    return {
        "event": name,
        "event_type": kind,
        "initiator": initiators,
        "target": targets,
        "day": day.edtf if day else None,
        "day_earliest": day.earliest if day else None,
        "day_latest": day.latest if day else None,
        "polarity": polarity,
        "standing": standing,
        "origins": 1,
        "assertions": [f"a-{name}"],
    }


def events(rows: Iterable[Row | str]) -> Table:
    """The events table of a ledger."""
    full = [event(row) if isinstance(row, str) else row for row in rows]
    return ibis.memtable(pa.Table.from_pylist(full, schema=EVENTS.to_pyarrow()))


def chronicle_of(rows: Iterable[Row | str], mode: str | None = None) -> Table:
    """One chronicle entry for each event, all of one mode."""
    full = [event(row) if isinstance(row, str) else row for row in rows]
    blank = dict.fromkeys(ASSERTIONS.names)
    filled = {"document": "d-chronicle", "start": 0, "end": 1, "quote": "x", "initiator": []}
    filled |= {"target": [], "modality": "asserted", "polarity": "neutral"}
    filled |= {"read_by": "chronicle", "rule": "chronicle", "mode": mode}
    entries = [
        blank | filled | {"assertion": row["assertions"][0], "event_type": row["event_type"]}
        for row in full
    ]
    return ibis.memtable(pa.Table.from_pylist(entries, schema=ASSERTIONS.to_pyarrow()))


@pytest.fixture(scope="session")
def run() -> Callable[[Table], list[Row]]:
    """The rows of a table, in its order."""
    connection = ibis.duckdb.connect()
    return lambda table: connection.to_pyarrow(table).to_pylist()


def month(text: str) -> dt.date:
    """The first day of "2024-06"."""
    return dt.date.fromisoformat(f"{text}-01")
