"""What a command prints: data on standard output, words about it on standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

__all__ = [
    "Line",
    "print_data",
    "print_json",
    "print_lines",
    "print_table",
    "print_text",
    "say",
    "words",
]

WIDTH_OF_A_FILE = 100
WIDTH_OF_A_TABLE_IN_A_FILE = 160

# Rich leaves colour out by itself when NO_COLOR is set or nobody looks at a terminal.
words = Console(stderr=True, highlight=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline: how deep it stands, what it says, how it looks."""

    depth: int
    text: str
    style: str = ""


def say(message: str, style: str = "") -> None:
    """Tell the person at the keyboard something about the data; never data itself."""
    words.print(Text(message, style=style), soft_wrap=True)


def print_json(value: object) -> None:
    """Print one JSON document, UTF-8, the same bytes for the same value."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def print_text(text: str) -> None:
    """Print lines as they are."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def print_lines(lines: Iterable[Line]) -> None:
    """Print an outline, each line wrapped under itself; as wide as the terminal, or 100."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)
    for line in lines:
        text = Text(line.text or " ", style=line.style)
        console.print(Padding(text, (0, 0, 0, 2 * line.depth), expand=False))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their columns, as wide as the terminal, or 160 characters into a file.

    Cells are shown as they are: a document's words are never taken for markup. None is empty.
    """
    console = Console(highlight=False, width=_width_of_a_table())
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console.print(table)


def print_data(
    columns: Sequence[str], rows: Sequence[dict[str, object]], *, as_json: bool = False
) -> None:
    """Print records as JSON, or as a table of the columns named."""
    if as_json:
        print_json(rows)
    else:
        print_table(columns, ([_cell(row.get(column)) for column in columns] for row in rows))


def _width_of_a_table() -> int | None:
    return None if sys.stdout.isatty() else WIDTH_OF_A_TABLE_IN_A_FILE


def _cell(value: object) -> object:
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
