"""Rows out of the files that the Stockholm International Peace Research Institute lets download.

None is a flat table: text files begin with lines about themselves, name three columns " ", write
the country a table is about only in its title, and a workbook has a sheet for each measure. Each
function gives None for a file that is not of its kind.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

__all__ = ["MEASURES", "expenditure", "indicator_values", "trade_register"]

_REGISTER = {"Recipient", "Supplier", "Year of order", "Weapon designation", "status"}
_TITLE = re.compile(r"TIV of arms (exports from|imports by|imports to) (.+?),? \d{4}-\d{4}$")
_PREAMBLE = 40
_HEAD = 1 << 16
_YEAR = re.compile(r"(?:19|20)\d\d")
# The sheets of the workbook by the column they become; the first names its base year.
MEASURES = {
    "constant_usd": re.compile(r"Constant \((\d{4})\) US\$"),
    "current_usd": re.compile(r"Current US\$"),
    "share_of_gdp": re.compile(r"Share of GDP"),
    "per_capita": re.compile(r"Per capita"),
    "share_of_government_spending": re.compile(r"Share of Govt\. spending"),
}
# Each end of line where it is not part of another.
_ALONE = {"\r\n": r"\r\n", "\n": r"(?<!\r)\n", "\r": r"\r(?!\n)"}
_UNAVAILABLE, _NO_STATE = ("...", ". .", ".."), "xxx"


def trade_register(path: Path) -> pa.Table | None:
    """Return the deals of a trade register as text, and `row`, the line of the file.

    The unnamed column after another tells whether that one is uncertain: it is called as the one
    before it with a question mark ("Year of order?").
    """
    lines = _lines(path, b"Year(s) of delivery")
    start = next((at for at, cells in lines[:_PREAMBLE] if set(cells) >= _REGISTER), None)
    if start is None:
        return None
    header, *deals = [
        (at, cells) for at, cells in lines if at >= start and any(map(str.strip, cells))
    ]
    columns: dict[str, list[object]] = {
        name: [_cell(cells, place) for _, cells in deals]
        for place, name in enumerate(_named_flags(header[1]))
    }
    return _texts(columns | {"row": [at for at, _ in deals]})


def indicator_values(path: Path) -> pa.Table | None:
    """Return a table of trend-indicator values in the long form supplier, recipient, year, value.

    Such a table is about one country, which only its title names; an empty cell is no row, the row
    and the column of totals are left out.
    """
    lines = [cells for _, cells in _lines(path, b"TIV of arms") if cells]
    title = _TITLE.match(lines[0][0].strip()) if lines else None
    header = next(
        (cells for cells in lines[:_PREAMBLE] if _YEAR.fullmatch("".join(cells[1:2]))), []
    )
    if title is None or not header:
        return None
    sides = ("recipient", "supplier", "year", "value")
    names = sides if title[1] == "exports from" else ("supplier", "recipient", *sides[2:])
    found = list(_values(header, lines, title[2]))
    return _texts({name: [one[place] for one in found] for place, name in enumerate(names)})


def _values(
    header: list[str], lines: list[list[str]], country: str
) -> Iterator[tuple[str, str, str, str]]:
    """Partner, the country of the title, year and value of every cell that is not empty."""
    for cells in lines:
        if cells is not header and cells[0].strip() not in ("", "Total"):
            for year, value in zip(header[1:], cells[1:], strict=False):
                if _YEAR.fullmatch(year) and value.strip():
                    yield cells[0].strip(), country, year, value


def expenditure(path: Path) -> pa.Table | None:
    """Return a workbook of military expenditure in the long form country, year, measures.

    All values are text; "xxx" in the sheet of constant dollars (the country did not exist, or was
    not independent) makes `existed` "false".
    """
    sheets = _sheets(path)
    if sheets is None:
        return None
    long: dict[tuple[str, str], dict[str, object]] = {}
    for measure, (base, rows) in sheets.items():
        for country, notes, year, value in _country_years(rows):
            entry = long.setdefault((country, year), {"country": country, "year": year})
            entry[measure] = None if value in (*_UNAVAILABLE, _NO_STATE) else value
            if measure == "constant_usd":
                entry |= {"base_year": base, "notes": notes}
            entry["existed"] = "false" if value == _NO_STATE else entry.get("existed", "true")
    names = ("country", "year", "notes", "existed", "base_year", *MEASURES)
    return _texts({name: [entry.get(name) for entry in long.values()] for name in names})


def _sheets(path: Path) -> dict[str, tuple[str | None, list[list[Any]]]] | None:
    if path.suffix.lower() != ".xlsx":
        return None
    try:
        book = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError):
        return None
    found = {}
    for measure, pattern in MEASURES.items():
        for name in book.sheet_names:
            if match := pattern.fullmatch(name.strip()):
                base = match[1] if match.groups() else None
                found[measure] = (
                    base,
                    book.get_sheet_by_name(name).to_python(skip_empty_area=False),
                )
    return found if len(found) == len(MEASURES) else None


def _country_years(rows: list[list[Any]]) -> Iterator[tuple[str, str, str, str]]:
    """Country, notes, year and value of every cell below the header of a sheet."""
    start, header = next((at, row) for at, row in enumerate(rows) if "Country" in row)
    name, notes = header.index("Country"), header.index("Notes")
    years = [
        (place, str(int(cell))) for place, cell in enumerate(header) if isinstance(cell, float)
    ]
    for row in rows[start + 1 :]:
        # A region is a line without values.
        if any(row[place] != "" for place, _ in years):
            for place, year in years:
                yield str(row[name]).strip(), str(row[notes]), year, str(row[place]).strip()


def _lines(path: Path, words: bytes) -> list[tuple[int, list[str]]]:
    """The lines of a text file that begins with these words, somewhere, by number from 1."""
    if path.suffix.lower() not in (".csv", ".txt") or words not in _head(path):
        return []
    reader = csv.reader(_whole_lines(_decoded(path.read_bytes())))
    try:
        return [(reader.line_num, cells) for cells in reader]
    except csv.Error:
        return []


def _head(path: Path) -> bytes:
    # Every file is held against every form: none is read whole to learn that it is another.
    with path.open("rb") as file:
        return file.read(_HEAD)


def _whole_lines(text: str) -> list[str]:
    """Lines that end as most of the file's do: a rarer line end stands inside a cell."""
    ends = {"\r\n": text.count("\r\n")}
    ends["\n"] = text.count("\n") - ends["\r\n"]
    ends["\r"] = text.count("\r") - ends["\r\n"]
    usual = max(ends, key=lambda end: ends[end])
    for end in ends:
        text = text if end == usual else re.sub(_ALONE[end], " ", text)
    return text.split(usual)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _named_flags(header: Sequence[str]) -> list[str]:
    names: list[str] = []
    for name in header:
        names.append(name.strip() or f"{names[-1] if names else ''}?")
    return names


def _cell(cells: Sequence[str], place: int) -> str | None:
    return cells[place].strip() or None if place < len(cells) else None


def _texts(columns: dict[str, list[Any]]) -> pa.Table:
    kinds = {name: pa.int64() if name == "row" else pa.string() for name in columns}
    return pa.table({name: pa.array(cells, kinds[name]) for name, cells in columns.items()})
