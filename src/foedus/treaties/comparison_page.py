"""Treaties side by side as HTML: a piece for a notebook, or a page that loads nothing.

Colours and measures are those of the dossier, light and dark. Every change has its sign and its
word, so that colour is never the only mark.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from foedus.treaties.cells import Cell
from foedus.treaties.comparison_words import (
    LABELS,
    MARKS,
    SIGNS,
    articles_named,
    mark,
    marks_used,
    said_articles,
    said_force,
    said_life,
)
from foedus.treaties.elements import standing_clauses
from foedus.treaties.instrument import KnownHow
from foedus.treaties.page_frame import drawn_page, drawn_piece
from foedus.treaties.vocabulary import said_code
from foedus.treaties.whole_elements import WHOLE_ELEMENTS

if TYPE_CHECKING:
    from foedus.treaties.comparison import Column, Comparison, Row

__all__ = ["page", "piece"]

WIDTH_OF_ELEMENTS, WIDTH_OF_A_TREATY, NARROWEST = 140, 250, 848


def piece(comparison: "Comparison", language: str = "en") -> str:
    """Return the comparison as an element with its style, to stand in somebody else's page."""
    return drawn_piece("comparison", language, _values(comparison, language))


def page(comparison: "Comparison", language: str = "en") -> str:
    """Return the comparison as a document of its own."""
    width = WIDTH_OF_ELEMENTS + WIDTH_OF_A_TREATY * len(comparison.columns)
    values = _values(comparison, language)
    return drawn_page("comparison", language, values, max(width, NARROWEST))


def _values(comparison: "Comparison", language: str) -> dict[str, Any]:
    clause, whole = (
        {
            "label": LABELS[name].said(language),
            "rows": [_row(comparison, row, language) for row in rows],
        }
        for name, rows in (("clause", comparison.rows), ("whole", comparison.whole))
    )
    names = [column.instrument.short.said(language) for column in comparison.columns]
    return {
        "title": " · ".join(name[:1].upper() + name[1:] for name in names),
        "labels": {name: words.said(language) for name, words in LABELS.items()},
        "key": [
            {"sign": SIGNS[used], "words": MARKS[used].said(language)}
            for used in marks_used((*comparison.rows, *comparison.whole))
        ],
        "columns": [_column(place, column, language) for place, column in _placed(comparison)],
        "parts": [clause, whole],
    }


def _placed(comparison: "Comparison") -> Iterator[tuple[int, "Column"]]:
    yield from enumerate(comparison.columns, 1)


def _column(place: int, column: "Column", language: str) -> dict[str, Any]:
    one = column.instrument
    article = one.article(column.article)
    return {
        "title": one.short.said(language),
        "where": _where(place, column, (column.article,)) if article else [],
        "known": said_code("known_how", article.known_how, language) if article else "",
        "life": said_life(one, language),
        "force": said_force(one, language),
        "remark": column.remark.said(language) if column.remark else "",
        "citation": one.citation,
        "sources": list(_sources(place, column, language)),
    }


def _sources(place: int, column: "Column", language: str) -> Iterator[dict[str, str]]:
    """Where what stands in the column is from: each article once, then the whole treaty's."""
    one = column.instrument
    shown = dict.fromkeys(article.number for article, _ in standing_clauses(one))
    for number in shown:
        article = one.article(number)
        if article is None:
            continue
        known = said_code("known_how", article.known_how, language)
        doubt = f" ({article.why_uncertain})" if article.why_uncertain else ""
        yield {
            "anchor": _anchor(place, column, number),
            "what": f"{said_articles((number,))}, {known}{doubt}",
            "words": article.source,
        }
        if number == column.article:
            yield from _limits(column)
    for element, coded in (("duration", one.duration), ("legal_force", one.legal_force)):
        if coded is not None:
            label = WHOLE_ELEMENTS[element].said(language)
            yield {"anchor": "", "what": label, "words": coded.source}


def _limits(column: "Column") -> Iterator[dict[str, str]]:
    for article, obligation in standing_clauses(column.instrument):
        if article.number == column.article and obligation.id == column.obligation:
            for limit in obligation.exceptions:
                yield {"anchor": "", "what": said_articles((limit.article,)), "words": limit.source}


def _row(comparison: "Comparison", row: "Row", language: str) -> dict[str, Any]:
    first = row.cells[0]
    return {
        "label": row.label.said(language),
        "cells": [
            _cell(placed, row.element, first, cell, change, language)
            for placed, cell, change in zip(
                _placed(comparison), row.cells, row.changes, strict=True
            )
        ],
    }


def _cell(
    placed: tuple[int, "Column"],
    element: str,
    first: Cell,
    cell: Cell,
    change: str | None,
    language: str,
) -> dict[str, Any]:
    usual, marked = _usual(cell), mark(first, cell, change)
    return {
        "change": change or "",
        "sign": SIGNS[marked] if marked else "",
        "change_words": MARKS[marked].said(language) if marked else "",
        "stated": cell.stated,
        "words": cell.words.said(language),
        "chip": element == "discretion" and cell.stated,
        "narrows": cell.narrows,
        "listed": _listed(placed, first, cell, change, language),
        "tags": [tag.said(language) for tag in cell.shown_tags(element)],
        "where": _where(*placed, (cell.article,)) if cell.article else [],
        "known": said_code("known_how", usual, language) if cell.stated else "",
    }


def _listed(
    placed: tuple[int, "Column"], first: Cell, cell: Cell, change: str | None, language: str
) -> list[dict[str, Any]]:
    return [
        {
            "words": item.words.said(language),
            "change": of_item or "",
            "sign": SIGNS[of_item] if of_item else "",
            "change_words": MARKS[of_item].said(language) if of_item else "",
            "where": [] if of_item == "dropped" else _where(*placed, item.articles),
            "known": said_code("known_how", item.known_how, language)
            if item.known_how not in (None, _usual(cell)) and of_item != "dropped"
            else "",
        }
        for item, of_item in cell.items_since(first, change)
    ]


def _usual(cell: Cell) -> KnownHow:
    """How most of what a cell lists is known; each item that is known otherwise says so itself."""
    known = [item.known_how for item in cell.items if item.known_how]
    return max(known, key=known.count) if known else cell.known_how


def _where(place: int, column: "Column", numbers: tuple[str, ...]) -> list[dict[str, str]]:
    shown = {article.number for article, _ in standing_clauses(column.instrument)}
    return [
        {
            "before": before.replace(" ", "\u00a0"),
            "number": number,
            "anchor": _anchor(place, column, number) if number in shown else "",
        }
        for before, number in articles_named(numbers)
    ]


def _anchor(place: int, column: "Column", number: str) -> str:
    joined = "".join(sign if sign.isalnum() else "-" for sign in number)
    return f"foedus-{place}-{column.instrument.id}-{joined}"
