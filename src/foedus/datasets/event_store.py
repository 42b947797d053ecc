"""GDELT's files as a store of Parquet files: loaded in parallel, each once, no line lost unsaid.

    <data folder>/gdelt/events/<batch>.parquet            events, many files to a batch
    <data folder>/gdelt/events.dropped/<batch>.parquet    their lines that are no event, with why

A Parquet file says in its own metadata which files it holds, so what is loaded and what is known to
be loaded cannot differ. It is written beside its place and moved there when whole: a process that
dies leaves every earlier batch as it was, and the next run loads the rest.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from foedus.datasets.event_batches import KnownLines, Progress, batches_stored
from foedus.datasets.event_parquet import (
    DROPPED,
    UNFINISHED,
    WRITING,
    Input,
    dropped_beside,
    inputs_of,
    moved,
    replaced_by,
    said_of,
    write_dropped,
)
from foedus.datasets.gdelt_lines import SCHEMA, Dropped
from foedus.errors import ImportInProgress
from foedus.sources.alone import alone_in
from foedus.sources.checksum import sha256_of
from foedus.sources.data_folder import data_folder

__all__ = [
    "Dropped",
    "Input",
    "StoreReport",
    "compacted",
    "dropped_lines",
    "event_files",
    "events_stored",
    "inputs",
    "store_folder",
]


@dataclass(frozen=True, slots=True)
class StoreReport:
    """What a run did: files loaded now and before, the rows added, and every line left out."""

    loaded: tuple[Input, ...]
    known: int
    dropped: tuple[Dropped, ...]

    @property
    def rows(self) -> int:
        """How many events were added."""
        return sum(one.rows for one in self.loaded)


def store_folder() -> Path:
    """Return the folder of the store's Parquet files; it need not exist yet."""
    return data_folder() / "gdelt" / "events"


def events_stored(
    files: Iterable[Path | str], *, workers: int | None = None, progress: Progress | None = None
) -> StoreReport:
    """Load GDELT files of either version, packed or not, that the store does not hold yet.

    Every line is kept as a row or named in the report, with its file, number and what is wrong with
    it; a file of which nothing can be read is named with no line, and is tried again next time. A
    file whose lines are loaded already, under whatever name, adds nothing. `workers` are threads,
    as many as cores when None. Raises ImportInProgress while another process is loading.
    """
    folder = store_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder, _busy(folder)):
        _remove_unfinished(folder)
        held = inputs()
        received = {one.sha256 for one in held}
        given = [(path, _sha256(path)) for path in dict.fromkeys(map(Path, files))]
        new = [(path, sha) for path, sha in given if sha not in received]
        known = KnownLines(folder, held)
        outcome = batches_stored(known, new, workers or _cores(), progress or _silent)
    loaded = tuple(one for batch, _ in outcome for one in batch)
    dropped = tuple(one for _, out in outcome for one in out)
    return StoreReport(loaded, len(given) - len(loaded) - _whole(dropped), dropped)


def event_files() -> tuple[Path, ...]:
    """Return the Parquet files of the store that count, in order; empty when nothing is loaded."""
    found = {path.name: path for path in sorted(store_folder().glob("*.parquet"))}
    replaced = {name for path in found.values() for name in replaced_by(path)}
    return tuple(path for name, path in found.items() if name not in replaced)


def inputs() -> tuple[Input, ...]:
    """Return every file that the store holds, as the Parquet files say themselves."""
    return tuple(one for path in event_files() for one in inputs_of(path))


def dropped_lines() -> pa.Table:
    """Return the lines left out of loaded files: `file`, `line`, `why`, and the start of `text`."""
    beside = (dropped_beside(path) for path in event_files())
    found = [pq.read_table(path, schema=DROPPED) for path in beside if path.exists()]
    return pa.concat_tables(found) if found else DROPPED.empty_table()


def compacted(rows: int = 1_000_000) -> int:
    """Join small Parquet files of the store into files of up to `rows`; return how many are left.

    For a store that was fed a few files at a time. A file that joins others names them as replaced
    before they are removed, so that no event counts twice should the process die in between.
    """
    folder = store_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder, _busy(folder)):
        _remove_replaced(folder)
        for group in _groups(event_files(), rows):
            _join(group)
            _remove_replaced(folder)
    return len(event_files())


def _whole(dropped: Sequence[Dropped]) -> int:
    return sum(one.line is None for one in dropped)


def _groups(files: Sequence[Path], rows: int) -> Iterator[list[Path]]:
    group: list[Path] = []
    size = 0
    for path in files:
        here = pq.read_metadata(path).num_rows
        if here >= rows:
            continue
        if group and size + here > rows:
            yield group
            group, size = [], 0
        group.append(path)
        size += here
    yield group


def _join(files: Sequence[Path]) -> None:
    if len(files) < 2:
        return
    held = [one for path in files for one in inputs_of(path)]
    name = hashlib.sha256("".join(path.name for path in files).encode()).hexdigest()[:24]
    place = files[0].with_name(f"{name}.parquet")
    unfinished = place.with_name(f".{name}{UNFINISHED}")
    beside = [path for path in map(dropped_beside, files) if path.exists()]
    dropped = [Dropped(**row) for path in beside for row in pq.read_table(path).to_pylist()]
    write_dropped(dropped_beside(place), dropped)
    with pq.ParquetWriter(unfinished, SCHEMA, **WRITING) as writer:
        for path in files:
            writer.write_table(pq.read_table(path, schema=SCHEMA))
        writer.add_key_value_metadata(said_of(held, files))
    moved(unfinished, place)


def _remove_replaced(folder: Path) -> None:
    counting = set(event_files())
    for path in set(folder.glob("*.parquet")) - counting:
        path.unlink()
        dropped_beside(path).unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    """Return the checksum of the bytes as received; empty when the file cannot be opened."""
    try:
        return sha256_of(path)
    except OSError:
        return ""


def _remove_unfinished(folder: Path) -> None:
    for place in (folder, folder.with_name("events.dropped")):
        for path in place.glob(f".*{UNFINISHED}"):
            path.unlink(missing_ok=True)


def _busy(folder: Path) -> ImportInProgress:
    return ImportInProgress(
        f"Another process is loading events into {folder}. Wait for it to end, then try again."
    )


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _silent(_done: int, _total: int) -> None:
    pass
