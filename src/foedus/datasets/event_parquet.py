"""One Parquet file of the event store: how it is written, what it says it holds, where it stands.

A file names in its own metadata the GDELT files that it holds, and the older Parquet files that it
took the place of. Lines of those files that are no event stand in a file of the same name in the
folder beside.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from foedus.datasets.gdelt_lines import SCHEMA, Dropped

__all__ = [
    "DROPPED",
    "UNFINISHED",
    "WRITING",
    "Input",
    "dropped_beside",
    "inputs_of",
    "moved",
    "replaced_by",
    "said_of",
    "write_dropped",
]

UNFINISHED: Final = ".unfinished"
"""How the name of a file ends that is not whole yet."""
_INPUTS: Final = b"foedus.inputs"
_REPLACES: Final = b"foedus.replaces"
_DISTINCT: Final = ("GLOBALEVENTID", "SOURCEURL", "row")
WRITING: Final[Mapping[str, Any]] = {
    # Codes and numbers are small as a dictionary has them; addresses are not.
    "compression": {name: "zstd" if name == "SOURCEURL" else "none" for name in SCHEMA.names},
    "use_dictionary": [name for name in SCHEMA.names if name not in _DISTINCT],
    # What Arrow would note of its own types, other engines cannot read.
    "store_schema": False,
    "write_statistics": ["SQLDATE", "DATEADDED", "day", "added", "GLOBALEVENTID"],
}
"""How the columns of `SCHEMA` are written."""
DROPPED: Final = pa.schema(
    [("file", pa.string()), ("line", pa.int64()), ("why", pa.string()), ("text", pa.string())]
)


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was loaded: its name, checksum as received, and its counts.

    `lines` tells its lines from another file's, packed or not; `fields` is the number of fields of
    a line: 61 in GDELT 2, 57 or 58 in GDELT 1.
    """

    name: str
    sha256: str
    lines: str
    fields: int
    rows: int
    dropped: int


def inputs_of(path: Path) -> tuple[Input, ...]:
    """Return the files of GDELT that a Parquet file holds."""
    return tuple(Input(**one) for one in _said(path, _INPUTS))


def replaced_by(path: Path) -> tuple[str, ...]:
    """Return the names of the Parquet files that this one took the place of."""
    return tuple(_said(path, _REPLACES))


def said_of(inputs: Sequence[Input], replaces: Sequence[Path] = ()) -> dict[bytes, str]:
    """Return the metadata of a file that holds these, in the place of others if any."""
    said = {_INPUTS: json.dumps([asdict(one) for one in inputs])}
    if replaces:
        said[_REPLACES] = json.dumps([path.name for path in replaces])
    return said


def dropped_beside(path: Path) -> Path:
    """Return the place of the lines left out of a Parquet file's files."""
    return path.parent.with_name("events.dropped") / path.name


def write_dropped(path: Path, dropped: Sequence[Dropped]) -> None:
    """Write the lines left out; no file when there is none."""
    if not dropped:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    pq.write_table(pa.Table.from_pylist([asdict(one) for one in dropped], DROPPED), unfinished)
    moved(unfinished, path)


def moved(unfinished: Path, place: Path) -> None:
    """Put a whole file in its place, once its bytes are on the disk."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(unfinished, place)


def _said(path: Path, key: bytes) -> list[Any]:
    metadata = pq.read_metadata(path).metadata or {}
    said: list[Any] = json.loads(metadata.get(key, b"[]"))
    return said
