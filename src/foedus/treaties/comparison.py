"""Treaties side by side: aligned element by element, never by the order of their texts.

First the elements of their central clauses, then what each says as a whole. What changes is counted
from the first treaty named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from foedus.treaties import comparison_page
from foedus.treaties.cells import Cell, Item
from foedus.treaties.elements import ELEMENTS, central_clause, clause_cell, kinds_of
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import instrument
from foedus.treaties.whole_elements import (
    WHOLE_ELEMENTS,
    is_cooperation,
    whole_cell,
    whole_elements,
)
from foedus.treaties.words import Words

__all__ = [
    "Cell",
    "Column",
    "Comparison",
    "Difference",
    "Item",
    "Row",
    "TreatyDiff",
    "central_clause",
    "clause_comparison",
    "treaty_diff",
]

_ONLY_COOPERATION = Words(
    "only cooperation is coded: no duty in war or crisis",
    "seule une coopération est codée : aucun devoir en cas de guerre ou de crise",
)
_NOTHING_CODED = Words("no obligation is coded", "aucune obligation n'est codée")


@dataclass(frozen=True, slots=True)
class Row:
    """One element across the treaties: one cell per column, in their order."""

    element: str
    label: Words
    cells: tuple[Cell, ...]

    @property
    def changes(self) -> tuple[str | None, ...]:
        """How each cell differs from the first: None for the first itself, then how.

        They are "same", "changed", "added", "dropped", "unstated" where neither says anything, and
        "unknown" where one of the two is not coded.
        """
        first, *others = self.cells
        return (None, *(_change(first, other) for other in others))


@dataclass(frozen=True, slots=True)
class Column:
    """One treaty of the comparison, the clause that stands for it, and whom it is compared with.

    `article` and `obligation` are empty where no obligation of the treaty is coded.
    """

    instrument: Instrument
    article: str
    obligation: str
    compared_with: str | None
    remark: Words | None = None
    """Said of a treaty that has no duty in war or crisis to compare."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Treaties in the order asked for, and one row per element.

    `rows` are the elements of their central clauses, `whole` those of each treaty as a whole.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    whole: tuple[Row, ...] = ()

    def html(self, language: str = "en") -> str:
        """Return the comparison as a piece of HTML that brings its own style, light and dark."""
        return comparison_page.piece(self, language)

    def page(self, language: str = "en") -> str:
        """Return the comparison as a page of its own, which loads nothing from anywhere."""
        return comparison_page.page(self, language)

    def _repr_html_(self) -> str:
        return self.html()


@dataclass(frozen=True, slots=True)
class Difference:
    """One element in two treaties; `change` is one of those of `Row.changes`."""

    element: str
    label: Words
    before: Cell
    after: Cell
    change: str


@dataclass(frozen=True, slots=True)
class TreatyDiff:
    """What separates two treaties: kinds of obligation kept, added, dropped, and each element."""

    before: Instrument
    after: Instrument
    kept: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    elements: tuple[Difference, ...]
    comparison: Comparison = field(repr=False)

    def _repr_html_(self) -> str:
        return self.comparison.html()


def clause_comparison(
    ids: Sequence[str], instruments: Mapping[str, Instrument] | None = None
) -> Comparison:
    """Return these treaties aligned by element, in the order given.

    In `shared_with`, each is compared with its ancestor if that is among them, else with its
    descendant, else with the first of the others. Raises UnknownInstrument, with the nearest id.
    """
    compared = [instrument(one, instruments) for one in ids]
    columns = tuple(_column(one, compared) for one in compared)
    rows = []
    for element, label in ELEMENTS.items():
        cells = {one.id: clause_cell(element, one) for one in compared}
        rows.append(Row(element, label, tuple(_marked(column, cells) for column in columns)))
    whole = []
    for element in whole_elements(compared):
        cells = {one.id: whole_cell(element, one) for one in compared}
        marked = tuple(_marked(column, cells) for column in columns)
        whole.append(Row(element, WHOLE_ELEMENTS[element], marked))
    return Comparison(columns, tuple(rows), tuple(whole))


def treaty_diff(
    before: str, after: str, instruments: Mapping[str, Instrument] | None = None
) -> TreatyDiff:
    """Return what changes from one treaty to another; raises UnknownInstrument."""
    compared = clause_comparison((before, after), instruments)
    old, new = (column.instrument for column in compared.columns)
    kinds_before, kinds_after = kinds_of(old), kinds_of(new)
    return TreatyDiff(
        old,
        new,
        kept=tuple(kind for kind in kinds_after if kind in kinds_before),
        added=tuple(kind for kind in kinds_after if kind not in kinds_before),
        dropped=tuple(kind for kind in kinds_before if kind not in kinds_after),
        elements=tuple(
            Difference(row.element, row.label, row.cells[0], row.cells[1], row.changes[1] or "")
            for row in (*compared.rows, *compared.whole)
        ),
        comparison=compared,
    )


def _change(before: Cell, after: Cell) -> str:
    if not (before.coded and after.coded):
        return "unknown"
    if not before.stated and not after.stated:
        return "unstated"
    if not before.stated:
        return "added"
    if not after.stated:
        return "dropped"
    return "same" if before.codes == after.codes else "changed"


def _column(one: Instrument, among: Sequence[Instrument]) -> Column:
    against = _compared_with(one, among)
    if not any(one.obligations()):
        return Column(one, "", "", against, _NOTHING_CODED)
    article, obligation = central_clause(one)
    remark = _ONLY_COOPERATION if is_cooperation(obligation.kind) else None
    return Column(one, article.number, obligation.id, against, remark)


def _compared_with(one: Instrument, among: Sequence[Instrument]) -> str | None:
    others = [other for other in among if other.id != one.id]
    ancestors = [other.id for other in others if other.id in (one.ancestor, one.replaces)]
    descendants = [other.id for other in others if one.id in (other.ancestor, other.replaces)]
    return next(iter((*ancestors, *descendants, *(other.id for other in others))), None)


def _marked(column: Column, cells: Mapping[str, Cell]) -> Cell:
    cell = cells[column.instrument.id]
    other = cells.get(column.compared_with or "")
    if other is None or not (cell.stated and other.stated and cell.codes == other.codes):
        return cell
    return replace(cell, shared_with=column.compared_with)
