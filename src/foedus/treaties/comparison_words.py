"""What is written around treaties side by side: names of changes, headings, days, in words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from foedus.evidence import Day
from foedus.treaties.cells import Cell
from foedus.treaties.instrument import Instrument
from foedus.treaties.sentences import said_day
from foedus.treaties.words import Words

if TYPE_CHECKING:
    from foedus.treaties.comparison import Row

__all__ = [
    "LABELS",
    "MARKS",
    "SIGNS",
    "articles_named",
    "mark",
    "marks_used",
    "named_so",
    "said_articles",
    "said_force",
    "said_life",
]

SIGNS: Mapping[str, str] = {
    "same": "=",
    "reworded": "≈",
    "changed": "≠",
    "added": "+",
    "dropped": "−",
    "unstated": "·",
    "unknown": "?",
}
"""The sign of each mark, read without colour; a mark is a change, or what is the same reworded."""
MARKS: Mapping[str, Words] = {
    "same": Words("same", "identique"),
    "reworded": Words("same, in other words", "identique, en d'autres mots"),
    "changed": Words("changed", "changé"),
    "added": Words("added", "ajouté"),
    "dropped": Words("dropped", "retiré"),
    "unstated": Words("neither says", "aucun ne le dit"),
    "unknown": Words("not coded, not compared", "non codé, non comparé"),
}
LABELS: Mapping[str, Words] = {
    "against_first": Words("compared with the first", "par rapport au premier"),
    "element": Words("Element", "Élément"),
    "sources": Words("Sources", "Sources"),
    "title": Words("Treaties side by side", "Traités côte à côte"),
    "subtitle": Words(
        "Aligned by element. Signs tell what changes from the first treaty; a thick edge marks "
        "what narrows the promise. Each cell says how its wording is known.",
        "Alignés par élément. Les signes disent ce qui change depuis le premier traité ; un bord "
        "épais marque ce qui restreint la promesse. Chaque case dit d'où ses termes sont connus.",
    ),
    "whole": Words("The whole treaty", "Le traité entier"),
    "clause": Words("The central clause", "La clause centrale"),
    "uncertain": Words("uncertain", "incertain"),
}
_NUMBERED = re.compile(r"\d|[IVXLC]+\b")
_LIVES = {
    "never": Words("signed {signed}, not in force", "signé le {signed}, non en vigueur"),
    "runs": Words("in force since {begins}", "en vigueur depuis le {begins}"),
    "ended": Words("in force {begins} to {ends}", "en vigueur du {begins} au {ends}"),
}
_POLITICAL_LIVES = {
    "never": Words("signed {signed}, not in effect", "signé le {signed}, sans effet"),
    "runs": Words("since {begins}", "depuis le {begins}"),
    "ended": Words("{begins} to {ends}", "du {begins} au {ends}"),
}
"""Nothing that binds nobody in law is said to be in force."""


def mark(first: Cell, cell: Cell, change: str | None) -> str | None:
    """Return how a change is marked: as itself, or as "reworded" where the codes agree only."""
    reworded = change == "same" and not cell.items and cell.words != first.words
    return "reworded" if reworded else change


def marks_used(rows: "Iterable[Row]") -> tuple[str, ...]:
    """Return the marks that a key has to explain, those of listed things too, in order."""
    used = set[str | None]()
    for row in rows:
        first = row.cells[0]
        for cell, change in zip(row.cells, row.changes, strict=True):
            used.add(mark(first, cell, change))
            used.update(of_item for _, of_item in cell.items_since(first, change))
    return tuple(one for one in SIGNS if one in used)


def said_life(one: Instrument, language: str, *, figures: bool = False) -> str:
    """Return since when and until when a treaty is or was in force, in words or in figures."""

    def said(day: Day | None) -> str:
        return "" if day is None else day.edtf if figures else said_day(day, language)

    life = "never" if one.in_force is None else "runs" if one.ended is None else "ended"
    words = (_POLITICAL_LIVES if one.political else _LIVES)[life].said(language)
    return words.format(signed=said(one.signed), begins=said(one.in_force), ends=said(one.ended))


def said_articles(numbers: Sequence[str]) -> str:
    """Return "art. 4", "art. 8, 10", "preamble", or nothing where there are none."""
    return ", ".join(before + number for before, number in articles_named(numbers))


def articles_named(numbers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each article with what to write before it: "art." before the first that is numbered."""
    begun = False
    for number in numbers:
        numbered = _NUMBERED.match(number) is not None
        yield ("art. " if numbered and not begun else ""), number
        begun = begun or numbered


def said_force(one: Instrument, language: str) -> str:
    """Return what is unusual of its force in law, or nothing: a treaty that plainly binds."""
    return _FORCES[one.legal_force.kind].said(language) if one.legal_force else ""


_FORCES = {
    "political": Words("political", "politique"),
    "disputed": Words("disputed in law", "force disputée"),
}


def named_so(name: str, said: str, language: str) -> str:
    """Return "name: what is said", with the space that French puts before a colon."""
    return f"{name} : {said}" if language == "fr" else f"{name}: {said}"
