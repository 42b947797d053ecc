"""A file as received, whatever its kind: where its header may stand, and its rows under it.

CSV and its kin, Parquet, XLSX, Stata .dta, JSON, or a ZIP with one such file inside.
"""

import contextlib
import json
import shutil
import struct
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import python_calamine

from foedus.datasets.text_files import HEAD_RECORDS, Broken, look_of_text, text_records
from foedus.errors import WrongFile
from foedus.sources.archive import is_archive, packed_names, unpacked

__all__ = ["Received", "numbered", "received"]

SMALL = 1 << 24
"""Bytes that any archive may unpack to."""
DENSEST = 300
"""How many times larger than itself a larger archive may unpack to: beyond, it is a bomb."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file opened as far as its first records.

    `file` is the name that the person gave, `path` where its data lie: elsewhere if it was packed.
    `heads` are the records that may be its header, by their place; `rows` gives the rows under the
    one at a place, with `row` (from 1), and the records that are broken. `encoding` is None unless
    it is text.
    """

    file: str
    path: Path
    kind: str
    heads: tuple[tuple[int, tuple[str, ...]], ...]
    rows: Callable[[int], tuple[pa.Table, list[Broken]]]
    encoding: str | None = None


@contextlib.contextmanager
def received(file: Path) -> Iterator[Received]:
    """Give the file opened; what had to be unpacked for it is removed when the block ends.

    Raises WrongFile when it is absent, empty, damaged, or of a kind that cannot be read.
    """
    if not file.is_file():
        raise WrongFile(f"There is no file {file}. Check the path.")
    with tempfile.TemporaryDirectory(prefix="foedus-") as folder:
        yield _opened(_taken_out(file, Path(folder)) if is_archive(file) else file, file.name)


def _taken_out(archive: Path, folder: Path) -> Path:
    """Return the one data file of an archive, unpacked into the folder."""
    names = packed_names(archive)
    if len(names) != 1:
        raise WrongFile(
            f"{archive.name} holds {len(names)} data files, not one: {', '.join(names)[:500]}. "
            "Unpack it and give the file wanted, or the folder."
        )
    packed, room = archive.stat().st_size, shutil.disk_usage(folder).free
    return unpacked(archive, names[0], folder, largest=min(room, max(SMALL, DENSEST * packed)))


def _opened(file: Path, name: str) -> Received:
    opener = _OPENERS.get(file.suffix.lower(), _text)
    try:
        return opener(file, name)
    except _DAMAGED as bad:
        raise WrongFile(
            f"{name} cannot be read as a {file.suffix.lower()} file: {bad}. It is damaged or "
            "was cut off: get it again from its publisher."
        ) from bad


def _text(file: Path, name: str) -> Received:
    look = look_of_text(file)

    def rows(place: int) -> tuple[pa.Table, list[Broken]]:
        header = next(record for line, record in look.heads if line == place)
        return text_records(file, look, place, _distinct(header))

    return Received(name, file, "text", look.heads, rows, look.encoding)


def _parquet(file: Path, name: str) -> Received:
    return _typed(file, name, "parquet", pq.read_schema(file).names, lambda: pq.read_table(file))


def _stata(file: Path, name: str) -> Received:
    frame = pd.read_stata(file, convert_categoricals=False)
    table = pa.Table.from_pandas(frame, preserve_index=False)
    return _typed(file, name, "stata", table.column_names, lambda: table)


def _typed(
    file: Path, name: str, kind: str, header: Sequence[str], read: Callable[[], pa.Table]
) -> Received:
    def rows(_place: int) -> tuple[pa.Table, list[Broken]]:
        table = read().rename_columns(_distinct(header))
        return numbered(table), []

    return Received(name, file, kind, ((0, tuple(header)),), rows)


def _xlsx(file: Path, name: str) -> Received:
    workbook = python_calamine.CalamineWorkbook.from_path(file)
    sheets = (workbook.get_sheet_by_name(sheet).to_python() for sheet in workbook.sheet_names)
    records = next((sheet for sheet in sheets if len(sheet) > 1), [])
    return _of_records(file, name, "xlsx", [[_cell(cell) for cell in one] for one in records])


def _json(file: Path, name: str) -> Received:
    objects = list(_innermost(json.loads(file.read_bytes())))
    header = list(dict.fromkeys(key for one in objects for key in one))
    records: list[list[str | None]] = [list(header)]
    records += [[_cell(one.get(key)) for key in header] for one in objects]
    return _of_records(file, name, "json", records)


def _of_records(
    file: Path, name: str, kind: str, records: Sequence[Sequence[str | None]]
) -> Received:
    heads = tuple(
        (place, tuple(cell or "" for cell in record))
        for place, record in enumerate(records[:HEAD_RECORDS])
        if any(record)
    )

    def rows(place: int) -> tuple[pa.Table, list[Broken]]:
        header = _distinct([cell or "" for cell in records[place]])
        under = [record for record in records[place + 1 :] if any(record)]
        columns = list(zip(*under, strict=True)) or [()] * len(header)
        table = pa.table(
            {n: pa.array(c, pa.string()) for n, c in zip(header, columns, strict=True)}
        )
        return numbered(table), []

    return Received(name, file, kind, heads, rows)


def _innermost(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of the innermost lists of objects, without what stands around them."""
    if isinstance(value, list):
        for one in value:
            yield from _innermost(one) if isinstance(one, list | dict) else ()
    elif isinstance(value, dict):
        lists = [one for one in value.values() if _of_objects(one)]
        if not lists:
            yield value
        for one in lists:
            yield from _innermost(one)


def _of_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _cell(value: Any) -> str | None:
    """Return a cell of a spreadsheet or of JSON as text: a whole number without a decimal point."""
    if value is None or value == "":
        return None
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def numbered(table: pa.Table) -> pa.Table:
    """Return the rows with `row`, the number of each from 1."""
    return table.append_column("row", pa.array(np.arange(1, table.num_rows + 1)))


def _distinct(header: Sequence[str]) -> list[str]:
    """Return the names trimmed; an empty one or a second of the same name gets its number."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = cell.replace("\ufeff", "").strip()
        taken = not name or name in names or name == "row"
        names.append(f"{name or 'column'}_{number}" if taken else name)
    return names


_DAMAGED = (
    pa.ArrowException,
    python_calamine.CalamineError,
    ValueError,
    LookupError,
    OSError,
    struct.error,  # a file of Stata's that ends too soon
    RecursionError,  # JSON nested deeper than any dataset
)
_OPENERS: dict[str, Callable[[Path, str], Received]] = {
    ".parquet": _parquet,
    ".dta": _stata,
    ".xlsx": _xlsx,
    ".xls": _xlsx,
    ".json": _json,
}
