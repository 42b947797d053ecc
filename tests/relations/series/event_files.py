"""Made-up files of events, loaded, and series asked of them."""

from pathlib import Path
from typing import Any

from foedus.datasets.event_store import events_stored
from foedus.ledger.engines import Engine
from foedus.relations.series.event_series import event_series
from tests.datasets.gdelt_made import line, text_file

__all__ = ["BOTH", "on", "quarter", "rows", "shown"]

BOTH = (("RUS", "PRK"), ("PRK", "RUS"))


def quarter(folder: Path, name: str, *lines: bytes) -> None:
    """A file of GDELT of that quarter of an hour, day, month or year, loaded."""
    events_stored([text_file(folder, f"{name}.export.CSV", *lines)])


def on(number: int, day: str, **fields: str) -> bytes:
    return line(number, SQLDATE=day, **fields)


def rows(engine: Engine, *stores: str, **asked: Any) -> list[dict[str, Any]]:
    return engine.to_pyarrow(event_series(engine, stores or None, **asked)).to_pylist()


def shown(found: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in found]
