"""A table that an analyst brings as a CSV file: its header, and its rows with their lines."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foedus.errors import Fault, FaultyInput

__all__ = ["Row", "own_table", "unusable"]

Row = tuple[int, list[str]]
"""The line of a file a row ends in, and its cells without the blanks around them."""


def own_table(
    path: Path, largest: int, *, otherwise: str | None = None
) -> tuple[list[str], Iterator[Row]]:
    """Return the header of a CSV file and its rows; rows without a word are passed over.

    `largest` is how many bytes it may have. Text that is not UTF-8 is read as `otherwise`, if an
    encoding is named. Raises FaultyInput for a file that cannot be opened, is larger, or not UTF-8,
    and while its rows are read where they are no CSV.
    """
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise unusable(path, f"cannot be opened ({error.strerror})", "a CSV file") from None
    if len(content) > largest:
        raise unusable(path, f"has more than {largest // 1_000_000} MB", "a smaller table")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if otherwise is None:
            raise unusable(path, "is not UTF-8", "a file saved as UTF-8") from None
        text = content.decode(otherwise)
    rows = _rows(path, csv.reader(io.StringIO(text, newline=""), strict=True))
    _, header = next(rows, (0, []))
    return header, rows


def unusable(path: Path, problem: str, expected: str) -> FaultyInput:
    """Return what to raise of a file as a whole."""
    return FaultyInput([Fault(str(path), None, "the file", problem, expected)])


def _rows(path: Path, reader: Any) -> Iterator[Row]:
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise unusable(path, f"is no CSV ({error}, line {reader.line_num})", "a table") from None
