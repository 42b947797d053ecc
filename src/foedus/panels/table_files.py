"""A table as a file that says where its columns come from.

A Parquet file carries its passport in the metadata (key `foedus`), as panels do; beside a CSV file
stands `<name>.sources.json`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

from foedus.errors import FoedusError, UnknownFormat
from foedus.ledger.engines import write_whole
from foedus.panels.outputs import METADATA_KEY, sources_file
from foedus.panels.passport import dataset_sources
from foedus.panels.provenance import ColumnOrigin, datasets_of
from foedus.sources.checksum import sha256_of
from foedus.sources.licence import require_may_pass_on
from foedus.sources.whole import whole_or_not_at_all

__all__ = ["checked_place", "written_table"]

ENDINGS = (".parquet", ".csv")


def checked_place(path: Path) -> Path:
    """Return the path when a file can be written there; raises UnknownFormat and FoedusError."""
    if path.suffix.lower() not in ENDINGS:
        raise UnknownFormat(path.suffix or path.name, ENDINGS)
    if path.is_dir():
        raise FoedusError(f"{path} is a folder. Name a file in it.")
    if not path.parent.is_dir():
        raise FoedusError(f"There is no folder {path.parent}. Make it first, or name another.")
    return path


def written_table(
    rows: pa.Table,
    path: Path,
    origins: Sequence[ColumnOrigin],
    command: str,
    allow: Iterable[str] = (),
) -> Path:
    """Write rows as .parquet or .csv, whole or not at all, with where each column comes from.

    `command` is what makes them again. Raises NotToBePassedOn for data that may not be passed on
    and are not named in `allow`, what `checked_place` raises, and FoedusError where the system does
    not let anything be written.
    """
    path = checked_place(path)
    names = datasets_of(origins)
    require_may_pass_on(names, tuple(allow))
    said = {
        "made_by": f"foedus {version('foedus')}",
        "command": command,
        "rows": rows.num_rows,
        "datasets": [dataset_sources(name, origins) for name in names],
    }
    try:
        if path.suffix.lower() == ".parquet":
            write_whole(path, rows, {METADATA_KEY: json.dumps(said, ensure_ascii=False, indent=1)})
        else:
            _write_csv(path, rows, said)
    except OSError as error:
        raise FoedusError(f"{path} could not be written: {error.strerror or error}.") from None
    return path


def _write_csv(path: Path, rows: pa.Table, said: Mapping[str, object]) -> None:
    """Write the rows, and first what is said of them, with their checksum, as panels do."""
    with whole_or_not_at_all(path) as unfinished:
        with unfinished.open("wb") as file:
            # No name, id, day or word of ours needs quotation marks, and pyarrow would put them.
            file.write((",".join(rows.column_names) + "\n").encode())
            csv.write_csv(rows, file, csv.WriteOptions(include_header=False, quoting_style="none"))
        of_file = {"name": path.name, "rows": rows.num_rows, "sha256": sha256_of(unfinished)}
        text = json.dumps({"file": of_file, **said}, ensure_ascii=False, indent=1)
        with whole_or_not_at_all(sources_file(path)) as unfinished_sources:
            unfinished_sources.write_text(f"{text}\n", encoding="utf-8")
