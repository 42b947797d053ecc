"""The lines of a GDELT file: those that are an event, as columns, and those that are not, with why.

Whole blocks of lines are read at once. Only where a block is not sound throughout is each of its
lines looked at by itself, so that one bad line costs no other.
"""

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from foedus.reading.datasets.gdelt import DTYPES, FIELDS, WIDTHS

__all__ = [
    "LINES_AT_ONCE",
    "SCHEMA",
    "Dropped",
    "Lines",
    "event_rows",
    "sound_lines",
    "width_of",
]

_TYPES: Final = {
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "string": pa.string(),
}
SCHEMA: Final = pa.schema(
    [
        *((name, _TYPES[DTYPES[name]]) for name in FIELDS),
        ("day", pa.date32()),
        ("added", pa.timestamp("us")),
        ("file", pa.dictionary(pa.int32(), pa.string())),
        ("row", pa.int32()),
    ]
)
"""The columns of the store: the fields as published, the two clocks, and where the row stands."""

LINES_AT_ONCE: Final = 32 * 2**20
"""Bytes of lines that are turned into columns together."""
_BLOCK: Final = 1 << 20
_NUL, _NEWLINE, _RETURN = 0, 10, 13
_SHORTEST_MONTH: Final = 28
_WHOLE: Final = re.compile(rb"-?\d{1,18}")
_DECIMAL: Final = re.compile(rb"-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?")
_INT32: Final = 2**31
_LONGEST_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that was not loaded: its file, its number (None for the whole file), and why."""

    file: str
    line: int | None
    why: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one file that have as many fields as `width` says: their bytes and their numbers."""

    file: str
    width: int
    data: pa.Buffer
    numbers: Any

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.numbers)


def width_of(data: pa.Buffer) -> int | None:
    """Return how many fields the lines of a file have: the first of its lines that is an event's.

    None when no line among the first hundred has a number of fields that GDELT's events have.
    """
    lines = io.BytesIO(data[:_BLOCK].to_pybytes())
    widths = (line.count(b"\t") + 1 for line in itertools.islice(lines, 100))
    return next((width for width in widths if width in WIDTHS), None)


def sound_lines(file: str, data: pa.Buffer, width: int) -> Iterator[tuple[Lines, list[Dropped]]]:
    """Yield the lines of a file in blocks that may be read at once, with those left out of each.

    Where a NUL or a carriage return stands somewhere each line is looked at by itself; other faults
    come out when the lines are read.
    """
    first = 1
    for block in _blocks(data):
        signs = np.frombuffer(block, np.uint8)
        count = int(np.count_nonzero(signs == _NEWLINE)) + (signs[-1] != _NEWLINE)
        lines = Lines(file, width, block, np.arange(first, first + count, dtype=np.int32))
        odd = (signs == _NUL).any() or (signs == _RETURN).any()
        yield each_line(lines) if odd else (lines, [])
        first += count


def _blocks(data: pa.Buffer) -> Iterator[pa.Buffer]:
    start = 0
    while start < data.size:
        end = data.size
        if end - start > LINES_AT_ONCE:
            signs = np.frombuffer(data[start : start + LINES_AT_ONCE], np.uint8)
            whole = np.flatnonzero(signs == _NEWLINE)
            end = start + (int(whole[-1]) + 1 if len(whole) else LINES_AT_ONCE)
        yield data[start:end]
        start = end


def each_line(lines: Lines) -> tuple[Lines, list[Dropped]]:
    """Return the lines that are sound, read one by one, and the others with what is wrong."""
    sound: list[bytes] = []
    numbers: list[int] = []
    dropped: list[Dropped] = []
    written = lines.data.to_pybytes().split(b"\n")
    for number, whole in zip(lines.numbers.tolist(), written, strict=False):
        line = whole.removesuffix(b"\r")
        if not line:
            continue
        why = _fault(line, lines.width)
        if why is None:
            sound.append(line)
            numbers.append(number)
        else:
            text = line[:_LONGEST_TEXT].decode("utf-8", errors="replace").replace("\x00", "\\0")
            dropped.append(Dropped(lines.file, number, why, text))
    data = pa.py_buffer(b"".join(line + b"\n" for line in sound))
    return Lines(lines.file, lines.width, data, np.array(numbers, dtype=np.int32)), dropped


def event_rows(pieces: Sequence[Lines]) -> tuple[pa.Table, list[Dropped]]:
    """Return the events of lines of one width, in their order, and the lines that are none."""
    try:
        return _with_places(_read(pieces), pieces), []
    except pa.ArrowInvalid:
        checked = [each_line(piece) for piece in pieces]
    sound = [lines for lines, _ in checked]
    return _with_places(_read(sound), sound), [one for _, out in checked for one in out]


def _read(pieces: Sequence[Lines]) -> pa.Table:
    names = WIDTHS[pieces[0].width]
    data = _joined(pieces)
    if not data.size:
        return pa.schema([SCHEMA.field(name) for name in names]).empty_table()
    rows = pyarrow.csv.read_csv(
        pa.BufferReader(data),
        read_options=pyarrow.csv.ReadOptions(
            column_names=names, use_threads=False, block_size=_BLOCK
        ),
        parse_options=pyarrow.csv.ParseOptions(delimiter="\t", quote_char=False),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={name: SCHEMA.field(name).type for name in names},
            null_values=[""],
            strings_can_be_null=True,
        ),
    )
    if rows.num_rows != sum(piece.count for piece in pieces):
        raise pa.ArrowInvalid("an empty line, or a line that ends in the middle")
    return rows


def _joined(pieces: Sequence[Lines]) -> pa.Buffer:
    joined = pa.BufferOutputStream()
    for piece in pieces:
        joined.write(piece.data)
        if piece.count and piece.data[-1:].to_pybytes() != b"\n":
            joined.write(b"\n")
    return joined.getvalue()


def _with_places(rows: pa.Table, pieces: Sequence[Lines]) -> pa.Table:
    counts = [piece.count for piece in pieces]
    names = pa.array([piece.file for piece in pieces], pa.string())
    which = np.repeat(np.arange(len(pieces), dtype=np.int32), counts)
    file = pa.DictionaryArray.from_arrays(pa.array(which), names)
    row = pa.array(np.concatenate([piece.numbers for piece in pieces]), pa.int32())
    derived = {
        "day": _days(rows["SQLDATE"]),
        "added": _times(rows["DATEADDED"]),
        "file": file,
        "row": row,
    }
    columns = [
        rows[name]
        if name in rows.column_names
        else derived.get(name)
        if name in derived
        else pa.nulls(rows.num_rows, SCHEMA.field(name).type)
        for name in SCHEMA.names
    ]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def _days(written: pa.ChunkedArray) -> pa.Array:
    days, sound = _calendar(_whole(written))
    return pa.array(days, pa.date32(), mask=~sound)


def _times(written: pa.ChunkedArray) -> pa.Array:
    whole = _whole(written)
    # Version 1 gives the day alone.
    whole = np.where(whole < 10**8, whole * 10**6, whole)
    days, sound = _calendar(whole // 10**6)
    clock = whole % 10**6
    hour, minute, second = clock // 10**4, clock // 100 % 100, clock % 100
    sound &= (hour < 24) & (minute < 60) & (second < 60)
    times = days.astype("M8[s]") + (hour * 3600 + minute * 60 + second).astype("m8[s]")
    return pa.array(times.astype("M8[us]"), pa.timestamp("us"), mask=~sound)


def _whole(written: pa.ChunkedArray) -> Any:
    return pc.fill_null(written, 0).to_numpy().astype(np.int64)


def _calendar(written: Any) -> tuple[Any, Any]:
    """Return YYYYMMDD as days, and which of them are days of the calendar."""
    year, month, day = written // 10000, written // 100 % 100, written % 100
    sound = (year >= 1) & (year <= 9999) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    months = ((year - 1970) * 12 + month - 1).astype("M8[M]")
    days = months.astype("M8[D]") + (day - 1).astype("m8[D]")
    late = np.flatnonzero(sound & (day > _SHORTEST_MONTH))
    sound[late] = days[late].astype("M8[M]") == months[late]
    return days, sound


def _fault(line: bytes, width: int) -> str | None:
    """Return what is wrong with a line, None when nothing is."""
    if b"\x00" in line:
        return "holds a NUL byte"
    if b"\r" in line:
        return "holds a carriage return"
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is not UTF-8 (byte {error.start + 1})"
    fields = line.split(b"\t")
    if len(fields) != width:
        return f"has {len(fields)} fields, not {width}"
    return next(_wrong_fields(fields, WIDTHS[width]), None)


def _wrong_fields(fields: Sequence[bytes], names: Sequence[str]) -> Iterator[str]:
    for name, field in zip(names, fields, strict=True):
        dtype = DTYPES[name]
        if field and dtype != "string" and not _is_number(field, dtype):
            yield f"{name} is '{field[:40].decode()}', not a number"


def _is_number(field: bytes, dtype: str) -> bool:
    if dtype == "float64":
        return _DECIMAL.fullmatch(field) is not None
    if _WHOLE.fullmatch(field) is None:
        return False
    return dtype == "int64" or -_INT32 <= int(field) < _INT32
