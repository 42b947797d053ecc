"""What a command prints: data on standard output, words about it on standard error."""

import json
import os
import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = [
    "WIDTH_OF_A_FILE",
    "Line",
    "print_data",
    "print_json",
    "print_lines",
    "print_table",
    "print_text",
    "say",
    "screen",
    "words",
]

WIDTH_OF_A_FILE = 100
WIDTH_OF_A_TABLE_IN_A_FILE = 160
_ENDLESS = 10_000
_NUMBER = re.compile(r"[<−+·…\d.,%-]*|[A-Z]{1,3}")
_WORD = 10
_LEAST = 20

# Rich leaves colour out by itself when NO_COLOR is set or nobody looks at a terminal.
words = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline: how deep it stands, what it says, how it looks."""

    depth: int
    text: str
    style: str = ""


def screen(in_a_file: int = WIDTH_OF_A_TABLE_IN_A_FILE) -> Console:
    """Return what prints to standard output, as wide as the terminal, or as given in a file."""
    return Console(highlight=False, width=_width(in_a_file))


def say(message: str, style: str = "") -> None:
    """Tell the person at the keyboard something about the data; never data itself."""
    words.print(Text(_without_controls(message), style=style), soft_wrap=True)


def _without_controls(text: str) -> str:
    """The text without what would steer the terminal it is printed on."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def print_json(value: object) -> None:
    """Print one JSON document, UTF-8, the same bytes for the same value."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def print_text(text: str) -> None:
    """Print lines as they are."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def print_lines(lines: Iterable[Line]) -> None:
    """Print an outline, each line wrapped under itself; as wide as the terminal, or 100."""
    console = screen(WIDTH_OF_A_FILE)
    for line in lines:
        before = "  " * line.depth
        width = max(console.width - len(before), _LEAST)
        for part in _wrapped(_without_controls(line.text), width, console):
            console.print(Text.assemble(before, (part, line.style)), soft_wrap=True)


def _wrapped(text: str, width: int, console: Console) -> list[str]:
    """Return a text in lines of so many columns, none broken at a no-break space, as Rich would."""
    if cell_len(text) != len(text):  # letters two columns wide, which only Rich counts
        return [line.plain.rstrip() for line in Text(text).wrap(console, width)] or [""]
    return [
        line
        for part in text.split("\n")
        for line in textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False)
        or [""]
    ]


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], indent: int = 0) -> None:
    """Print rows under their columns, as wide as the terminal, or 160 characters into a file.

    Cells are shown as they are: a document's words are never taken for markup. None is empty.
    Numbers and days are never broken: where they need more room than there is, lines run over.
    """
    console = screen()
    cells = [[Text("" if cell is None else str(cell)) for cell in row] for row in rows]
    table = _table([(column, False) for column in columns], cells)
    if console.measure(table, options=console.options.update(width=_ENDLESS)).maximum > (
        console.width - indent
    ):
        whole = [_all_numbers([row[place] for row in cells]) for place in range(len(columns))]
        heads = [
            (head.replace(" ", "\n") if unbroken else head, unbroken)
            for head, unbroken in zip(columns, whole, strict=True)
        ]
        table = _table(heads, cells)
        table.padding = (0, 1, 0, 0)
        least = sum(
            max([*(len(word) for word in head.split("\n")), *(row[n].cell_len for row in cells)])
            if unbroken
            else min(_WORD, max([len(head), *(row[n].cell_len for row in cells)]))
            for n, (head, unbroken) in enumerate(heads)
        )
        console.width = max(console.width, least + len(columns) + indent)
    console.print(Padding(table, (0, 0, 0, indent), expand=False))


def _table(heads: Sequence[tuple[str, bool]], cells: Sequence[Sequence[Text]]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for head, unbroken in heads:
        table.add_column(head, overflow="fold", no_wrap=unbroken)
    for row in cells:
        table.add_row(*row)
    return table


def _all_numbers(cells: Sequence[Text]) -> bool:
    """Whether a column has nothing but numbers, days and codes of three letters."""
    return all(_NUMBER.fullmatch(cell.plain) for cell in cells)


def print_data(
    columns: Sequence[str], rows: Sequence[dict[str, object]], *, as_json: bool = False
) -> None:
    """Print records as JSON, or as a table of the columns named."""
    if as_json:
        print_json(rows)
    else:
        print_table(columns, ([_cell(row.get(column)) for column in columns] for row in rows))


def _width(in_a_file: int) -> int | None:
    """None where Rich finds the width by itself: a terminal, or COLUMNS when it is set."""
    return None if sys.stdout.isatty() or os.environ.get("COLUMNS") else in_a_file


def _cell(value: object) -> object:
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
