"""The ledger as text: one JSON Lines file per table, the same bytes for the same case anywhere."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from foedus.errors import Fault, FaultyInput
from foedus.ledger.engine import Ledger, new_ledger
from foedus.ledger.tables import KEYS, TABLES

__all__ = ["exported", "from_export"]

_DATES = {
    name: tuple(column for column, kind in schema.items() if kind.is_date())
    for name, schema in TABLES.items()
}
_LISTS = {
    name: tuple(column for column, kind in schema.items() if kind.is_array())
    for name, schema in TABLES.items()
}


def exported(ledger: Ledger, folder: Path | str) -> tuple[Path, ...]:
    """Write every table to `folder` as NAME.jsonl and return the files written.

    One JSON object per row, its fields in the order of the table, rows in the order of its key
    (`foedus.ledger.tables.KEYS`), UTF-8, lines ended by a line feed. Dates are ISO 8601, numbers
    the shortest decimal that reads back the same, what is unknown null.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_written(name, table, folder) for name, table in ledger.tables.items())


def from_export(folder: Path | str, path: Path | str) -> None:
    """Make the ledger `path` anew from an export.

    Raises FaultyInput with every line that is not a row of its table; `path` is left alone then.
    """
    tables = {name: _read(Path(folder) / f"{name}.jsonl", name) for name in TABLES}
    faults = [fault for _, found in tables.values() for fault in found]
    if faults:
        raise FaultyInput(faults)
    with new_ledger(path) as ledger:
        for name, (rows, _) in tables.items():
            ledger.add(name, pa.Table.from_pylist(rows, schema=TABLES[name].to_pyarrow()))


def _written(name: str, table: Table, folder: Path) -> Path:
    file = folder / f"{name}.jsonl"
    unfinished = file.with_suffix(".jsonl.unfinished")
    with unfinished.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(_lines(table.order_by(KEYS[name])))
    unfinished.replace(file)
    return file


def _lines(table: Table) -> Iterator[str]:
    for batch in table.to_pyarrow_batches(chunk_size=10_000):
        for row in batch.to_pylist():
            yield json.dumps(row, ensure_ascii=False, allow_nan=False, default=dt.date.isoformat)
            yield "\n"


def _read(file: Path, name: str) -> tuple[list[dict[str, Any]], list[Fault]]:
    if not file.exists():
        return [], [Fault(str(file), None, name, "the file is missing", "an export of a ledger")]
    rows, faults = [], []
    # Not splitlines: a text may hold characters that Python takes for the end of a line.
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if line:
            try:
                rows.append(_row(json.loads(line), name))
            except (ValueError, TypeError, pa.ArrowException) as error:
                faults.append(Fault(str(file), number, name, str(error), "a row of an export"))
    return rows, faults


def _row(row: dict[str, Any], name: str) -> dict[str, Any]:
    if set(row) != set(TABLES[name]):
        raise ValueError(f"its fields are not those of the table {name}")
    for column in _DATES[name]:
        if row[column] is not None:
            row[column] = dt.date.fromisoformat(row[column])
    for column in _LISTS[name]:
        # Arrow would take a text for the list of its letters.
        if not isinstance(row[column], list | None):
            raise TypeError(f"{column} is not a list")
    pa.Table.from_pylist([row], schema=TABLES[name].to_pyarrow())
    return row
