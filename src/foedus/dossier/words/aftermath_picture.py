"""An aftermath as a picture of dots, and as rows."""

from dataclasses import replace
from textwrap import wrap

from foedus.dossier.blocks import Data
from foedus.dossier.figures import Dot, DotRow, DotRows
from foedus.dossier.words.aftermaths import AftermathWords, Row
from foedus.dossier.words.catalogue import Words
from foedus.repercussions.aftermath import Aftermath

__all__ = ["aftermath_rows", "alone", "dot_rows"]

LETTERS = 140
"""How many letters of the source stand in one line of the picture."""


def alone(found: Aftermath, words: Words) -> DotRows:
    """Return the dots as a picture that stands alone, with its title and its source."""
    figure, said = dot_rows(found, words, ""), AftermathWords(found, words, "aftermath")
    source = words.text(
        "aftermath.drawn_from", datasets=said.datasets(), caveat=words.text("aftermath.caveat")
    )
    return replace(figure, title=figure.describes, source=tuple(wrap(source, LETTERS)))


def dot_rows(found: Aftermath, words: Words, evidence: str) -> DotRows:
    """Return the shares of an aftermath, those of pairs like them beside."""
    said = AftermathWords(found, words, evidence)
    shares = [row for row in said.rows if row["unit"] in ("share", "mean share")]
    names = dict.fromkeys(row["outcome"] for row in shares)
    return DotRows(
        rows=tuple(
            DotRow(
                words.text(f"aftermath.what.{name}"),
                tuple(_line(said, words, row) for row in shares if row["outcome"] == name),
            )
            for name in names
        ),
        full=words.text("aftermath.column_usual"),
        hollow=words.text("aftermath.column_beside"),
        describes=words.text("aftermath.picture", number=str(len(said.analogues)), pact=said.title),
        evidence=evidence,
    )


def aftermath_rows(found: Aftermath) -> Data:
    """Return the table of outcomes as plain rows."""
    table = found.outcomes
    return Data(tuple(table.column_names), tuple(tuple(row.values()) for row in table.to_pylist()))


def _line(said: AftermathWords, words: Words, row: Row) -> tuple[str, Dot | None, Dot | None]:
    label = words.counted("aftermath.after", row["years"], years=str(row["years"]))
    return (
        label,
        _dot(row, "usual", "low", "high", f"{said.what(row)}, {label}: {said.usual_cell(row)}"),
        _dot(
            row,
            "beside",
            "beside_low",
            "beside_high",
            f"{words.text('aftermath.column_beside')}: {said.beside_cell(row)}",
        ),
    )


def _dot(row: Row, value: str, low: str, high: str, told: str) -> Dot | None:
    if row[low] is None:
        return None
    return Dot(row[value], row[low], row[high], told)
