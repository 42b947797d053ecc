"""Comma-separated text read strictly, every cell with the characters it stands on.

The grammar is that of RFC 4180 with either line ending: a cell that holds a comma, a quotation mark
or a line break stands in quotation marks, and a mark inside it is doubled. The standard library's
reader keeps no offsets and forgives stray marks.
"""

from dataclasses import dataclass

__all__ = ["Cell", "Row", "rows"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it stands in the text without its quotation marks."""

    value: str
    start: int
    end: int
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row and the line on which it begins, counted from 1."""

    line: int
    cells: tuple[Cell, ...]


def rows(text: str) -> tuple[Row, ...]:
    """Return the rows of a text that are not blank; what is wrong with a cell stands in it."""
    found: list[Row] = []
    place, line = 1 if text.startswith("\ufeff") else 0, 1
    while place < len(text):
        cells: list[Cell] = []
        begun = place
        while True:
            cell, place = _cell(text, place)
            cells.append(cell)
            if place >= len(text) or text[place] != ",":
                break
            place += 1
        if len(cells) > 1 or cells[0].value.strip():
            found.append(Row(line, tuple(cells)))
        place = _after_line_break(text, place)
        line += text.count("\n", begun, place)
    return tuple(found)


def _after_line_break(text: str, place: int) -> int:
    if text.startswith("\r\n", place):
        return place + 2
    return place + 1


def _cell(text: str, place: int) -> tuple[Cell, int]:
    return _quoted(text, place) if text.startswith('"', place) else _bare(text, place)


def _bare(text: str, place: int) -> tuple[Cell, int]:
    end = place
    while end < len(text) and text[end] not in ",\r\n":
        end += 1
    value = text[place:end]
    problem = "a quotation mark inside a cell that is not quoted" if '"' in value else None
    return Cell(value, place, end, problem), end


def _quoted(text: str, place: int) -> tuple[Cell, int]:
    start, end = place + 1, place + 1
    while True:
        end = text.find('"', end)
        if end < 0:
            return Cell(text[start:], start, len(text), "its quotation mark is never closed"), len(
                text
            )
        if not text.startswith('""', end):
            break
        end += 2
    value = text[start:end].replace('""', '"')
    after = end + 1
    if after < len(text) and text[after] not in ",\r\n":
        _, after = _bare(text, after)
        return Cell(value, start, end, "characters after its closing quotation mark"), after
    return Cell(value, start, end), after
