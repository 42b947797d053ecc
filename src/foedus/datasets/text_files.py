"""A delimited text file of whatever make: its encoding, delimiter and quoting, and its records.

UTF-8 (with or without a byte order mark), UTF-16 with one, Windows-1252 and Mac Roman; fields
parted by comma, semicolon, tab or bar; lines ended by LF, CRLF or a bare CR. The encoding is proven
where it can be: only between the two old ones is it judged, by what their bytes make of words.
"""

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv

from foedus.errors import WrongFile

__all__ = ["Broken", "TextLook", "look_of_text", "text_records"]

HEAD_BYTES = 262_144
HEAD_RECORDS = 40
"""How many first records may stand before the header: SIPRI's downloads have about ten."""
_BLOCK = 1 << 20
_DIALECTS = ((",", True), (";", True), ("\t", True), ("|", True), ("\t", False))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IN_A_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]+|[\x80-\xff]+(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a text file is written, and its first records with the line each stands in (from 0)."""

    encoding: str
    delimiter: str
    quoted: bool
    heads: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that has not as many fields as the header: its number from 1, and its text."""

    row: int
    text: str


def look_of_text(path: Path) -> TextLook:
    """Return how the file is written. Raises WrongFile when it is empty or not text."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip():
        raise WrongFile(f"{path.name} is empty: get it again from its publisher.")
    encoding = _encoding(path, head)
    text = codecs.getincrementaldecoder(encoding)("strict").decode(head)
    whole = len(head) < HEAD_BYTES
    records = {dialect: _records(text, *dialect, whole) for dialect in _DIALECTS}
    delimiter, quoted = max(_DIALECTS, key=lambda dialect: _regularity(records[dialect]))
    return TextLook(encoding, delimiter, quoted, tuple(records[delimiter, quoted]))


def text_records(
    path: Path, look: TextLook, header_line: int, names: Sequence[str]
) -> tuple[pa.Table, list[Broken]]:
    """Return the records under the header as text (an empty cell is null), and the broken ones.

    The table has the columns named and `row`, the number of the record from 1; a record with more
    or fewer fields than the header is broken. Raises WrongFile when a quote is never closed.
    """
    broken: list[Broken] = []

    def kept_apart(row: pa.csv.InvalidRow) -> str:
        broken.append(Broken(row.number - header_line - 1, row.text))
        return "skip"

    rows = _read(path, look, header_line, names, kept_apart)
    _refuse_open_quote(path, rows, names, look)
    missing = {one.row for one in broken}
    numbers = (n for n in itertools.count(1) if n not in missing)
    count = itertools.islice(numbers, rows.num_rows)
    return rows.append_column("row", pa.array(count, pa.int64())), broken


def _read(
    path: Path,
    look: TextLook,
    header_line: int,
    names: Sequence[str],
    kept_apart: Callable[[pa.csv.InvalidRow], str],
) -> pa.Table:
    try:
        return pyarrow.csv.read_csv(
            path,
            read_options=pyarrow.csv.ReadOptions(
                use_threads=False,  # the number of a broken record is told only in order
                column_names=list(names),
                skip_rows=header_line + 1,
                encoding="utf-8" if look.encoding == "utf-8-sig" else look.encoding,
                block_size=16 * _BLOCK,
            ),
            parse_options=pyarrow.csv.ParseOptions(
                delimiter=look.delimiter,
                quote_char='"' if look.quoted else False,
                newlines_in_values=look.quoted,
                invalid_row_handler=kept_apart,
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except (pa.ArrowInvalid, UnicodeError) as error:
        raise WrongFile(
            f"{path.name} cannot be read as delimited text ({look.encoding}): {error}. "
            "Get it again from its publisher, or save it as UTF-8 CSV."
        ) from error


def _encoding(path: Path, head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\x00" in head:
        raise WrongFile(
            f"{path.name} is neither text nor a kind of file foedus reads (CSV, TSV, JSON, "
            "Parquet, XLSX, Stata .dta, or a ZIP with one of them inside)."
        )
    return "utf-8" if _is_utf8(path) else _old_encoding(path)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _old_encoding(path: Path) -> str:
    """Return which of the two old encodings makes words of the bytes beyond ASCII."""
    likely: Counter[str] = Counter()
    bare_cr = True
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            bare_cr = bare_cr and b"\n" not in block
            for found in _IN_A_WORD.findall(block):
                likely.update(_fitting(found))
    if any(likely.values()) and likely["mac_roman"] != likely["cp1252"]:
        return max(("mac_roman", "cp1252"), key=likely.__getitem__)
    # Lines that end in a bare CR were written on a Macintosh of before 2001.
    return "mac_roman" if bare_cr else "cp1252"


def _fitting(found: bytes) -> Iterator[str]:
    for encoding in ("cp1252", "mac_roman"):
        text = found.decode(encoding, errors="replace")
        if all(sign.islower() or sign in "’‘–—“”" for sign in text):
            yield encoding


def _records(
    text: str, delimiter: str, quoted: bool, whole: bool
) -> list[tuple[int, tuple[str, ...]]]:
    # Universal newlines first: the csv module alone would not see a bare CR.
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    if quoted:
        reader = csv.reader(lines, delimiter=delimiter)
    else:
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    records: list[tuple[int, tuple[str, ...]]] = []
    start = 0
    try:
        for record in reader:
            if record:
                records.append((start, tuple(record)))
            start = reader.line_num
            if len(records) == HEAD_RECORDS:
                return records
    except csv.Error:
        return records
    return records if whole or len(records) < 2 else records[:-1]


def _regularity(records: Sequence[tuple[int, tuple[str, ...]]]) -> int:
    """Return how table-like the records are: fields of the commonest width, over all records."""
    widths = Counter(len(record) for _, record in records if len(record) > 1)
    return max((width * times for width, times in widths.items()), default=0)


def _refuse_open_quote(path: Path, rows: pa.Table, names: Sequence[str], look: TextLook) -> None:
    if not look.quoted or not rows.num_rows:
        return
    last = [rows.column(name)[-1].as_py() or "" for name in names]
    swallowed = max(cell.count("\n") + cell.count("\r") for cell in last)
    if swallowed and max(cell.count(look.delimiter) for cell in last) >= len(names) - 1 > 0:
        raise WrongFile(
            f"{path.name}: a quote opened in record {rows.num_rows} is never closed, so that "
            f"{swallowed} lines after it cannot be told apart. The file is cut off or damaged: get "
            "it again from its publisher."
        )
