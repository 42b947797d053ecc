"""Treaties side by side: central clauses aligned element by element, and two treaties as a diff.

The central clause of an instrument is its promise of defence; where it has none, the first of its
other promises in the order offence, permission, consultation, neutrality, non-aggression. Each cell
says how its wording is known, whether it says the same as the treaty's ancestor, and whether it
narrows the promise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedus.actors.names import display_name
from foedus.treaties.instrument import Article, Instrument, KnownHow, Obligation
from foedus.treaties.instruments import instrument
from foedus.treaties.vocabulary import kinds, vocabulary
from foedus.treaties.words import Words

__all__ = [
    "Cell",
    "Column",
    "Comparison",
    "Difference",
    "Row",
    "TreatyDiff",
    "central_clause",
    "clause_comparison",
    "treaty_diff",
]

_CENTRAL = ("defence", "offence", "permission", "consultation", "neutrality", "nonaggression")
ELEMENTS: Mapping[str, Words] = {
    "kind": Words("Kind", "Nature"),
    "trigger": Words("Trigger", "Déclencheur"),
    "against": Words("Against whom", "Contre qui"),
    "by": Words("By whom", "Par qui"),
    "asks": Words("Asks", "Demande"),
    "discretion": Words("Discretion", "Latitude"),
    "timing": Words("Timing", "Délai"),
    "territory": Words("Territory", "Territoire"),
    "subject_to": Words("Subject to", "Sous réserve de"),
}
"""The elements of a clause, in the order of the rows, with their names."""
_NOT_STATED = Words("none stated", "non précisé")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one treaty says on one element.

    `codes` are what is compared; `tags` the kinds, conditions or limits to print as chips. `stated`
    is False when the clause says nothing. `shared_with` is the id of the treaty it is compared with
    that says the same, `narrows` whether it takes something off the promise. `known_how` and
    `source` are those of the article; `article` is None for an element of the whole treaty.
    """

    words: Words
    codes: tuple[str, ...]
    tags: tuple[Words, ...]
    stated: bool
    narrows: bool
    known_how: KnownHow
    source: str
    article: str | None
    shared_with: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One element across the treaties: one cell per column, in their order."""

    element: str
    label: Words
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One treaty of the comparison, the clause that stands for it, and whom it is compared with."""

    instrument: Instrument
    article: str
    obligation: str
    compared_with: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Treaties in the order asked for, and one row per element of their central clauses."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One element in two treaties; `change` is same, changed, added, dropped or unstated."""

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


def central_clause(compared: Instrument) -> tuple[Article, Obligation]:
    """Return the clause that stands for a treaty; the latest wording where it was amended.

    Raises ValueError when nothing of the treaty is coded.
    """
    clauses = list(compared.obligations())
    if not clauses:
        raise ValueError(f"no obligation of {compared.id} is coded, so there is nothing to compare")
    ranked = dict.fromkeys((*_CENTRAL, *kinds()))
    kind = next(kind for kind in ranked if any(one.kind == kind for _, one in clauses))
    of_kind = [pair for pair in clauses if pair[1].kind == kind]
    amended = of_kind[0][0].spell is not None
    return of_kind[-1] if amended else of_kind[0]


def clause_comparison(
    ids: Sequence[str], instruments: Mapping[str, Instrument] | None = None
) -> Comparison:
    """Return the central clauses of these treaties, aligned by element, in the order given.

    Each is compared with its ancestor if that is among them, else with its descendant, else with
    the first of the others. Raises UnknownInstrument, with the nearest id.
    """
    compared = [instrument(one, instruments) for one in ids]
    clauses = [central_clause(one) for one in compared]
    columns = tuple(
        Column(one, article.number, obligation.id, _compared_with(one, compared))
        for one, (article, obligation) in zip(compared, clauses, strict=True)
    )
    rows = []
    for element, label in ELEMENTS.items():
        cells = {
            one.id: _cell(element, one, *clause)
            for one, clause in zip(compared, clauses, strict=True)
        }
        rows.append(Row(element, label, tuple(_marked(column, cells) for column in columns)))
    return Comparison(columns, tuple(rows))


def treaty_diff(
    before: str, after: str, instruments: Mapping[str, Instrument] | None = None
) -> TreatyDiff:
    """Return what changes from one treaty to another; raises UnknownInstrument."""
    compared = clause_comparison((before, after), instruments)
    old, new = (column.instrument for column in compared.columns)
    kinds_before, kinds_after = _kinds(old), _kinds(new)
    return TreatyDiff(
        old,
        new,
        kept=tuple(kind for kind in kinds_after if kind in kinds_before),
        added=tuple(kind for kind in kinds_after if kind not in kinds_before),
        dropped=tuple(kind for kind in kinds_before if kind not in kinds_after),
        elements=tuple(
            Difference(row.element, row.label, old_cell, new_cell, _change(old_cell, new_cell))
            for row in compared.rows
            for old_cell, new_cell in [row.cells]
        ),
    )


def _change(before: Cell, after: Cell) -> str:
    if not before.stated and not after.stated:
        return "unstated"
    if not before.stated:
        return "added"
    if not after.stated:
        return "dropped"
    return "same" if before.codes == after.codes else "changed"


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
    return Cell(
        **{name: getattr(cell, name) for name in Cell.__slots__ if name != "shared_with"},
        shared_with=column.compared_with,
    )


def _kinds(one: Instrument) -> tuple[str, ...]:
    present = {obligation.kind for _, obligation in one.obligations()}
    return tuple(kind for kind in kinds() if kind in present)


def _cell(element: str, one: Instrument, article: Article, obligation: Obligation) -> Cell:
    said, codes, tags, narrows = _CONTENTS[element](one, obligation)
    return Cell(
        words=said or _NOT_STATED,
        codes=codes,
        tags=tags,
        stated=said is not None,
        narrows=narrows,
        known_how=article.known_how,
        source=article.source,
        article=None if element == "kind" else article.number,
    )


Content = tuple[Words | None, tuple[str, ...], tuple[Words, ...], bool]


def _kind(one: Instrument, obligation: Obligation) -> Content:
    labels = tuple(kinds()[kind].label for kind in _kinds(one))
    return kinds()[obligation.kind].label, (obligation.kind,), labels, False


def _trigger(_: Instrument, obligation: Obligation) -> Content:
    trigger = obligation.trigger
    conditions = tuple(vocabulary("also")[one] for one in trigger.also)
    return trigger.words, (*trigger.acts, *trigger.also), conditions, bool(conditions)


def _against(_: Instrument, obligation: Obligation) -> Content:
    whom = obligation.beneficiary
    return _listed("whom", whom), whom, (), False


def _by(_: Instrument, obligation: Obligation) -> Content:
    by, adversaries = obligation.trigger.by, obligation.trigger.adversaries
    if adversaries:
        named = (", ".join(display_name(one, lang) for one in adversaries) for lang in ("en", "fr"))
        return Words(*named), adversaries, (), True
    return vocabulary("by")[by], (by,), (), by == "state"


def _asks(_: Instrument, obligation: Obligation) -> Content:
    asks = obligation.asks
    parts = [asks.action, *([asks.means] if asks.means else [])]
    said = Words(*("; ".join(part.said(language) for part in parts) for language in ("en", "fr")))
    return said, tuple(part.said("en") for part in parts), (), False


def _discretion(_: Instrument, obligation: Obligation) -> Content:
    code = obligation.discretion
    said = None if code == "none stated" else vocabulary("discretion")[code]
    return said, (code,), (), code not in ("automatic", "none stated")


def _timing(_: Instrument, obligation: Obligation) -> Content:
    code = obligation.timing
    return (
        None if code == "none stated" else vocabulary("timing")[code],
        (_SPEED.get(code, code),),
        (),
        False,
    )


_SPEED = {"immediately": "at once", "without delay": "at once", "forthwith": "at once"}
"""Words of treaties that ask for the same haste."""


def _territory(_: Instrument, obligation: Obligation) -> Content:
    limits = [one for one in obligation.exceptions if one.kind in ("area", "administration")]
    if not limits:
        return None, (), (), False
    said = Words(
        *("; ".join(one.words.said(language) for one in limits) for language in ("en", "fr"))
    )
    codes = tuple(area.name for one in limits for area in one.areas)
    holders = tuple(holder for one in limits for holder in one.administered_by)
    areas = tuple(vocabulary("area")[code] for code in codes)
    return said, (*codes, *holders), areas, True


def _subject_to(_: Instrument, obligation: Obligation) -> Content:
    limits = obligation.subject_to
    tags = tuple(vocabulary("subject_to")[one] for one in limits)
    return (_listed("subject_to", limits) if limits else None), limits, tags, bool(limits)


def _listed(field: str, codes: Sequence[str]) -> Words:
    known = vocabulary(field)
    said = [known.get(code, Words(code)) for code in codes]
    return Words(*("; ".join(one.said(language) for one in said) for language in ("en", "fr")))


_CONTENTS = {
    "kind": _kind,
    "trigger": _trigger,
    "against": _against,
    "by": _by,
    "asks": _asks,
    "discretion": _discretion,
    "timing": _timing,
    "territory": _territory,
    "subject_to": _subject_to,
}
