"""Treaties side by side in a terminal: a table where it fits, else one block per element."""

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus.treaties.comparison import Cell, Column, Comparison, Row
from foedus.treaties.comparison_words import (
    LABELS,
    MARKS,
    SIGNS,
    mark,
    marks_used,
    named_so,
    said_articles,
    said_force,
    said_life,
)
from foedus.treaties.vocabulary import said_code

__all__ = ["side_by_side"]

WIDTH_OF_ELEMENTS = 13
NARROWEST_COLUMN = 19
STYLES = {
    "same": "dim",
    "reworded": "dim",
    "changed": "bold",
    "added": "bold green",
    "dropped": "red",
    "unstated": "dim",
    "unknown": "dim",
}
"""How a change looks where there is colour; its sign says it where there is none."""


def side_by_side(comparison: Comparison, language: str, width: int) -> Iterator[RenderableType]:
    """Yield what to print in a terminal so many characters wide."""
    columns = len(comparison.columns)
    room = (width - WIDTH_OF_ELEMENTS - 2 * columns) // columns
    if room >= NARROWEST_COLUMN:
        yield _table(comparison, language)
    else:
        yield from _blocks(comparison, language)
    yield Padding(_key(comparison, language), (0, 0, 0, 1))


def _table(comparison: Comparison, language: str) -> Table:
    table = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False, border_style="dim")
    table.add_column("", width=WIDTH_OF_ELEMENTS)
    for place, column in enumerate(comparison.columns):
        table.add_column(_head(column, language, place > 0), ratio=1, vertical="top")
    for row in (*comparison.rows, *comparison.whole):
        cells = zip(row.cells, row.changes, strict=True)
        table.add_row(
            Text(row.label.said(language), style="bold"),
            *(
                _cell(row, cell, change, language, signed=change is not None)
                for cell, change in cells
            ),
        )
    table.expand = True
    return table


def _blocks(comparison: Comparison, language: str) -> Iterator[RenderableType]:
    for column in comparison.columns:
        yield _head(column, language, signed=False)
        yield Text("")
    for row in (*comparison.rows, *comparison.whole):
        yield Text(row.label.said(language), style="bold")
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        grid.add_column(width=1)
        grid.add_column(width=max(len(column.instrument.id) for column in comparison.columns))
        grid.add_column(ratio=1)
        for column, cell, change in zip(comparison.columns, row.cells, row.changes, strict=True):
            sign = _sign(row, cell, change)
            name = Text(column.instrument.id, style="dim")
            grid.add_row(sign, name, _cell(row, cell, change, language, signed=False))
        yield Padding(grid, (0, 0, 1, 1))


def _head(column: Column, language: str, signed: bool) -> RenderableType:
    one = column.instrument
    title = one.short.said(language)
    article = one.article(column.article)
    known = said_code("known_how", article.known_how, language) if article else ""
    lines = [
        Text(title[:1].upper() + title[1:], style="bold"),
        *(Text(said, style="not bold dim") for said in _below(column, known, language) if said),
    ]
    return Padding(Text("\n").join(lines), (0, 0, 0, 2 if signed else 0))


def _below(column: Column, known: str, language: str) -> tuple[str, ...]:
    one = column.instrument
    where = f"{said_articles((column.article,))}, {known}" if known else ""
    remark = column.remark.said(language) if column.remark else ""
    return where, said_life(one, language, figures=True), said_force(one, language), remark


def _cell(
    row: Row, cell: Cell, change: str | None, language: str, *, signed: bool
) -> RenderableType:
    """What a cell says, after the sign of its change where it is wanted; lists sign each thing."""
    if cell.items:
        return _listed(row, cell, change, language)
    words = Text(cell.words.said(language), style="dim" if not cell.stated else "")
    for tag in cell.shown_tags(row.element):
        words.append(f"\n[{tag.said(language)}]", style="dim")
    if cell.article and row.element == "duration":
        words.append(f" ({said_articles((cell.article,))})", style="dim")
    if change is None or not signed:
        return words
    grid = _signed_grid()
    grid.add_row(_sign(row, cell, change), words)
    return grid


def _sign(row: Row, cell: Cell, change: str | None) -> Text:
    marked = mark(row.cells[0], cell, change)
    return Text(SIGNS[marked], style=STYLES[marked]) if marked else Text("")


def _listed(row: Row, cell: Cell, change: str | None, language: str) -> RenderableType:
    """What a cell lists, one below the other, each after its sign; the first has none."""
    grid = _signed_grid()
    plain = []
    for item, of_item in cell.items_since(row.cells[0], change):
        look = STYLES[of_item] if of_item else ""
        text = Text(item.words.said(language), style=look)
        if item.articles and of_item != "dropped":
            text.append(f" {said_articles(item.articles)}", style="dim not bold")
        plain.append(text)
        grid.add_row(Text(SIGNS[of_item] if of_item else "", style=look), text)
    return Text("\n").join(plain) if change is None else grid


def _signed_grid() -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column()
    return grid


def _key(comparison: Comparison, language: str) -> Text:
    used = marks_used((*comparison.rows, *comparison.whole))
    parts = [f"{SIGNS[one]} {MARKS[one].said(language)}" for one in used]
    told = LABELS["against_first"].said(language)
    return Text(named_so(told[:1].upper() + told[1:], "   ".join(parts), language), style="dim")
