"""A table of mentions: what a source published each day, and how much of it mentions a topic.

One row per source, day and topic, in Parquet or CSV, with the columns of `COLUMNS`. `documents` is
all that the source published that day, the same in every row of that day; a day without a row is
one that nobody recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
import pyarrow.parquet as pq

from foedus.errors import Fault, FaultyInput
from foedus.sources.checksum import sha256_of

__all__ = ["COLUMNS", "ENDINGS", "MentionCounts", "mention_counts"]

COLUMNS: Final = {
    "source": pa.string(),
    "date": pa.date32(),
    "term": pa.string(),
    "documents": pa.int64(),
    "documents_mentioning": pa.int64(),
}
ENDINGS: Final = (".parquet", ".csv")
LARGEST: Final = 500_000_000
"""Bytes: a century of daily counts of a hundred sources is a tenth of this."""
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class MentionCounts:
    """The checked rows of one file, its name and the SHA-256 of its bytes."""

    name: str
    sha256: str
    rows: pa.Table = field(repr=False)


def mention_counts(path: Path) -> MentionCounts:
    """Return the rows of a file of mentions, checked; at most 20 faults of each kind are told.

    Raises FaultyInput when it is not there, is no Parquet or CSV, lacks a column, or has a cell
    that is missing or of another type, a negative count, more mentions than documents, the same
    source, day and term twice, or two numbers of documents for one source and day.
    """
    rows = _read(path)
    faults = [
        Fault(str(path), _line(path, index), what, problem, expected)
        for index, what, problem, expected in _faults(rows)
    ]
    if faults:
        raise FaultyInput(faults)
    return MentionCounts(path.name, sha256_of(path), rows)


def _read(path: Path) -> pa.Table:
    if path.suffix.lower() not in ENDINGS:
        raise _unreadable(path, "ends neither in .parquet nor in .csv", "such a file")
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, "has more than 500 million bytes", "a table of daily counts")
        if path.suffix.lower() == ".csv":
            options = pc_csv.ConvertOptions(column_types=COLUMNS, strings_can_be_null=True)
            rows = pc_csv.read_csv(path, convert_options=options)
        else:
            rows = pq.read_table(path)
    except OSError as error:
        why = error.strerror or ("a folder" if path.is_dir() else "it is no Parquet file")
        raise _unreadable(path, f"cannot be opened ({why})", "a file to read") from None
    except pa.ArrowInvalid as error:
        first = str(error).splitlines()[0][:200]
        raise _unreadable(path, f"cannot be read: {first}", "a table with its columns") from None
    if not rows.num_rows and rows.column_names:
        raise _unreadable(path, "has no row", "one for each source, day and term")
    lacking = [name for name in COLUMNS if name not in rows.column_names]
    if lacking:
        named = ", ".join(COLUMNS)
        raise _unreadable(path, f"has no column {', '.join(lacking)}", f"the columns {named}")
    try:
        return rows.select(list(COLUMNS)).cast(pa.schema(COLUMNS)).combine_chunks()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        first = str(error).splitlines()[0][:200]
        raise _unreadable(path, f"has cells of another type: {first}", "dates and counts") from None


def _faults(rows: pa.Table) -> Iterator[tuple[int, str, str, str]]:
    """Yield (row, column, problem, expected), so many of each kind that a person can mend them."""
    for name in COLUMNS:
        for index in _where(pc.is_null(rows[name])):
            yield index, name, "is missing", "a value in every row"
    for name in ("documents", "documents_mentioning"):
        for index in _where(pc.less(rows[name], 0)):
            yield index, name, f"{rows[name][index]} is negative", "a count from 0"
    for index in _where(pc.greater(rows["documents_mentioning"], rows["documents"])):
        more = f"{rows['documents_mentioning'][index]} of {rows['documents'][index]} documents"
        yield index, "documents_mentioning", more, "no more mentions than documents"
    numbered = rows.append_column("row", pa.array(range(len(rows)), pa.int64()))
    twice = numbered.group_by(["source", "date", "term"]).aggregate(
        [("row", "max"), ("row", "count")]
    )
    for index in twice.filter(pc.greater(twice["row_count"], 1))["row_max"].to_pylist()[:_SHOWN]:
        yield index, "term", "this source, day and term stand twice", "one row of each"
    volumes = numbered.group_by(["source", "date"]).aggregate(
        [("row", "max"), ("documents", "min"), ("documents", "max")]
    )
    unlike = volumes.filter(pc.less(volumes["documents_min"], volumes["documents_max"]))
    for index in unlike["row_max"].to_pylist()[:_SHOWN]:
        yield index, "documents", "differs between terms", "all documents of the source and day"


def _where(mask: pa.ChunkedArray) -> list[int]:
    found: list[int] = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()[:_SHOWN]
    return found


def _line(path: Path, index: int) -> int | None:
    """Return the line of a row of a CSV file, if no cell of it holds a line break."""
    return index + 2 if path.suffix.lower() == ".csv" else None


def _unreadable(path: Path, problem: str, expected: str) -> FaultyInput:
    return FaultyInput([Fault(str(path), None, "the file", problem, expected)])
