"""GDELT's files in batches, several at a time, each batch one Parquet file of the event store."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from foedus.datasets.event_parquet import (
    UNFINISHED,
    WRITING,
    Input,
    dropped_beside,
    moved,
    said_of,
    write_dropped,
)
from foedus.datasets.gdelt_files import Unreadable, content, slot_of
from foedus.datasets.gdelt_lines import (
    LINES_AT_ONCE,
    SCHEMA,
    Dropped,
    Lines,
    event_rows,
    sound_lines,
    width_of,
)
from foedus.reading.datasets.gdelt import WIDTHS

__all__ = ["KnownLines", "Outcome", "Progress", "batches_stored"]

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many bytes of how many have been dealt with."""
Outcome: TypeAlias = tuple[list[Input], list[Dropped]]
"""What a batch holds, and what was left out: of its files, or whole files."""
File: TypeAlias = tuple[Path, str]
"""A file and the checksum of its bytes as received."""

_UNPACKED: Final = 9
"""How many times larger than its ZIP a file of GDELT is: what a batch is measured by."""
_BATCH: Final = 432 * 2**20
"""Bytes of lines to a batch: about a million events, five days of quarters of an hour."""


class KnownLines:
    """Which lines the store holds or is being given: shared by all threads of a run."""

    def __init__(self, folder: Path, held: Sequence[Input]) -> None:
        self.folder = folder
        self.lines = {one.lines for one in held}
        self.slots = {slot_of(one.name): one.name for one in held}
        self.lock = Lock()

    def claim(self, path: Path, lines: str) -> bool:
        """Whether the lines are new; False when they are held. Raises Unreadable on a clash."""
        with self.lock:
            if lines in self.lines:
                return False
            slot = slot_of(path.name)
            if slot in self.slots:
                raise Unreadable(
                    f"differs from the file {self.slots[slot]} loaded before: to replace that, "
                    f"delete the Parquet file in {self.folder} that holds it and load its files "
                    "again"
                )
            self.slots[slot] = path.name
            self.lines.add(lines)
            return True


def batches_stored(
    known: KnownLines, files: Sequence[File], workers: int, progress: Progress
) -> list[Outcome]:
    """Load the files, batch by batch; when one batch fails or the run is stopped, none is begun.

    The batches that were whole before stay.
    """
    sizes = {path: path.stat().st_size if path.is_file() else 0 for path, _ in files}
    total, done = sum(sizes.values()), 0
    batches = list(_batches(files, sizes, workers))
    outcome = []
    with ThreadPoolExecutor(workers) as pool:
        running = {pool.submit(_batch_stored, known, batch): batch for batch in batches}
        try:
            for future in as_completed(running):
                outcome.append(future.result())
                done += sum(sizes[path] for path, _ in running[future])
                progress(done, total)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return outcome


def _batches(
    files: Sequence[File], sizes: Mapping[Path, int], workers: int
) -> Iterator[list[File]]:
    weights = [
        sizes[path] * (_UNPACKED if path.suffix.lower() == ".zip" else 1) for path, _ in files
    ]
    # Few files are spread over the threads; many make batches of one size.
    most = min(_BATCH, max(sum(weights) // workers, LINES_AT_ONCE // 8))
    batch: list[File] = []
    weight = 0
    for file, one in zip(files, weights, strict=True):
        if batch and weight + one / 2 > most:
            yield batch
            batch, weight = [], 0
        batch.append(file)
        weight += one
    if batch:
        yield batch


def _batch_stored(known: KnownLines, files: Sequence[File]) -> Outcome:
    batch = _Batch(known)
    try:
        for path, sha in files:
            batch.add(path, sha)
        return batch.finished()
    finally:
        batch.abandon()


class _Batch:
    """One Parquet file in the making."""

    def __init__(self, known: KnownLines) -> None:
        self.known = known
        self.inputs: list[tuple[Path, str, str, int]] = []
        self.waiting: list[Lines] = []
        self.dropped: list[Dropped] = []
        self.whole: list[Dropped] = []
        self.rows: dict[str, int] = {}
        self.writer: pq.ParquetWriter | None = None
        self.path = known.folder / f".{os.getpid()}-{id(self)}{UNFINISHED}"

    def add(self, path: Path, sha: str) -> None:
        """Add a file's lines, unless they are held or cannot be read."""
        try:
            found = content(path)
            data, lines = found.data, found.mark
            width = width_of(data)
            if width is None:
                raise Unreadable(_no_events(data))
            if not self.known.claim(path, lines):
                return
        except Unreadable as error:
            self.whole.append(Dropped(path.name, None, error.why))
            return
        self.inputs.append((path, sha, lines, width))
        self.rows[path.name] = 0
        for piece, dropped in sound_lines(path.name, data, width):
            self.dropped += dropped
            if self.waiting and self.waiting[0].width != width:
                self._write()
            self.waiting.append(piece)
            if sum(one.data.size for one in self.waiting) >= LINES_AT_ONCE:
                self._write()

    def finished(self) -> Outcome:
        """Put the file in its place; return what it holds and what was left out."""
        self._write()
        if not self.inputs:
            return [], self.whole
        dropped: dict[str, int] = {}
        for one in self.dropped:
            dropped[one.file] = dropped.get(one.file, 0) + 1
        made = [
            Input(path.name, sha, lines, fields, self.rows[path.name], dropped.get(path.name, 0))
            for path, sha, lines, fields in self.inputs
        ]
        self._place(made)
        return made, [*self.whole, *self.dropped]

    def abandon(self) -> None:
        """Remove what was not finished."""
        if self.writer is not None:
            self.writer.close()
        self.path.unlink(missing_ok=True)

    def _write(self) -> None:
        if not self.waiting:
            return
        rows, dropped = event_rows(self.waiting)
        self.dropped += dropped
        for one in self.waiting:
            self.rows[one.file] += one.count
        for out in dropped:
            self.rows[out.file] -= 1
        self.waiting = []
        self._open().write_table(rows)

    def _open(self) -> pq.ParquetWriter:
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.path, SCHEMA, **WRITING)
        return self.writer

    def _place(self, made: Sequence[Input]) -> None:
        name = hashlib.sha256("".join(one.lines for one in made).encode()).hexdigest()[:24]
        place = self.known.folder / f"{name}.parquet"
        # First what was left out: a batch that counts never lacks it.
        write_dropped(dropped_beside(place), self.dropped)
        writer = self._open()
        writer.add_key_value_metadata(said_of(made))
        writer.close()
        self.writer = None
        moved(self.path, place)


def _no_events(data: pa.Buffer) -> str:
    head = data[:1_000_000].to_pybytes()
    if not head.strip():
        return "is empty: fetch it again"
    fields = head.split(b"\n", 1)[0].count(b"\t") + 1
    return (
        f"has {fields} fields to a line where GDELT events have "
        f"{', '.join(map(str, sorted(WIDTHS)))}: it is no file of GDELT events"
    )
