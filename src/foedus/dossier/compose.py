"""A dossier composed from tables: sections in their order, and every exhibit they open."""

from collections.abc import Callable, Iterable, Iterator

from foedus.dossier.blocks import (
    Block,
    Cell,
    Figure,
    Judgement,
    Paragraph,
    Remarked,
    Section,
    Table,
    WhatIf,
)
from foedus.dossier.coded_treaties import exhibit_of_treaty
from foedus.dossier.documents import document_pages
from foedus.dossier.dossier import Dossier
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.ground import Ground, ground_of
from foedus.dossier.material import Material
from foedus.dossier.methods import ICD203, method_source_id, scale_exhibit
from foedus.dossier.passages import document_title, passage_exhibit
from foedus.dossier.sections.aftermath import aftermath
from foedus.dossier.sections.bond import bond
from foedus.dossier.sections.bottom_line import bottom_line
from foedus.dossier.sections.capabilities import capabilities
from foedus.dossier.sections.claims import claims
from foedus.dossier.sections.clauses import clauses
from foedus.dossier.sections.data_quality import data_quality
from foedus.dossier.sections.escalation import escalation
from foedus.dossier.sections.flows import flows
from foedus.dossier.sections.forecasts import forecasts
from foedus.dossier.sections.notes import notes
from foedus.dossier.sections.positions import positions
from foedus.dossier.sections.sanctions import sanctions
from foedus.dossier.sections.silence import silence
from foedus.dossier.sections.third_parties import third_parties
from foedus.dossier.sections.turning_points import turning_points
from foedus.dossier.sections.whatif import whatif
from foedus.dossier.sentence import Link, Name, Sentence, Unsourced, evidence_of
from foedus.dossier.sources import numbered_sources
from foedus.dossier.words.days import date_words, number_words

__all__ = ["SECTIONS", "composed_dossier"]

SECTIONS: tuple[Callable[[Ground], Section], ...] = (
    bottom_line,
    bond,
    turning_points,
    clauses,
    whatif,
    claims,
    flows,
    sanctions,
    capabilities,
    third_parties,
    aftermath,
    escalation,
    forecasts,
    silence,
    positions,
    data_quality,
    notes,
)
"""The order in which a dossier is read."""

# Exhibits that only stand behind a calculation; with more the first page grows too heavy.
BEHIND = 200


def composed_dossier(material: Material) -> Dossier:
    """Return the dossier of a case, composed from the material alone: the same in, the same out.

    Raises `Unsourced` when a section prints a number or a sentence whose evidence does not exist.
    """
    ground = ground_of(material)
    w = ground.words
    sections = tuple(section(ground) for section in SECTIONS)
    facts = _facts(ground)
    exhibits = tuple(_exhibits(ground, sections, facts))
    return Dossier(
        name=ground.case.name,
        title=w.typeset(ground.case.title),
        question=w.typeset(ground.case.question),
        language=ground.words.language,
        known_on=date_words(ground.words, material.known_on)
        if material.known_on
        else ground.words.text("day.unknown"),
        facts=facts,
        sections=sections,
        exhibits=exhibits,
        sources=numbered_sources(ground, exhibits),
        pages=document_pages(ground),
    )


def _facts(ground: Ground) -> tuple[tuple[str, Sentence], ...]:
    w = ground.words
    facts: list[tuple[str, Sentence]] = [("facts.focus", (ground.actors(ground.case.focus),))]
    if ground.case.watch:
        facts.append(("facts.watch", (ground.actors(ground.case.watch),)))
    if ground.assertions:
        count = w.counted(
            "facts.assertions",
            len(ground.assertions),
            count=number_words(w, len(ground.assertions)),
        )
        texts = w.counted(
            "facts.documents", len(ground.documents), count=number_words(w, len(ground.documents))
        )
        facts.append(("facts.evidence", (Link(f"{count}, {texts}", "e-base"),)))
    facts.append(("facts.period", (Name(ground.day(ground.case.period.edtf, short=True)),)))
    return tuple((w.text(key), sentence) for key, sentence in facts)


def _base(ground: Ground) -> Exhibit:
    """Return what the whole dossier rests on: so many assertions, read from each document."""
    w = ground.words
    read = [
        (document, sum(each.document == document.document for each in ground.assertions))
        for document in ground.documents
    ]
    return Exhibit(
        id="e-base",
        kind=Kind.ESTIMATE,
        title=w.text("facts.base"),
        facts=tuple((document_title(each), number_words(w, count)) for each, count in read),
        calculation=w.text("method.count.calculation", count=len(ground.assertions)),
        caveat=w.text("facts.caveat"),
        source=method_source_id("count"),
    )


def _exhibits(
    ground: Ground, sections: Iterable[Section], facts: tuple[tuple[str, Sentence], ...]
) -> Iterator[Exhibit]:
    """Yield every exhibit that is opened, in the order of the page, then those behind them."""
    brought = {ex.id: ex for section in sections for ex in section.exhibits}
    brought["e-base"] = _base(ground)
    opened = dict.fromkeys(
        (
            *(one for _, sentence in facts for one in evidence_of(sentence)),
            *(one for section in sections for block in section.blocks for one in _opened(block)),
        )
    )
    found = {identity: _exhibit(ground, identity, brought) for identity in opened}
    yield from found.values()
    behind = 0
    queue = [one for exhibit in found.values() for one in _beneath(exhibit)]
    for identity in queue:
        if identity in found or behind == BEHIND:
            continue
        found[identity] = _exhibit(ground, identity, brought)
        behind += 1
        yield found[identity]


def _beneath(exhibit: Exhibit) -> Iterator[str]:
    yield from exhibit.behind
    for remark in (*exhibit.disagrees, *exhibit.agrees):
        if remark.evidence:
            yield remark.evidence


def _exhibit(ground: Ground, identity: str, brought: dict[str, Exhibit]) -> Exhibit:
    if identity in brought:
        return brought[identity]
    if identity in ground.assertion:
        return passage_exhibit(ground, ground.assertion[identity])
    if identity == ICD203:
        return scale_exhibit(ground.words)
    treaty = exhibit_of_treaty(ground, identity)
    if treaty is None:
        raise Unsourced(f"a number names the evidence {identity}, which is not in the case")
    return treaty


def _opened(block: Block) -> Iterator[str]:
    """Yield the ids a block opens, in the order of its words."""
    match block:
        case Paragraph(findings, margin):
            for finding in findings:
                yield from finding.evidence
            for note in margin:
                yield from evidence_of(note.body)
        case Remarked(body):
            yield from evidence_of(body)
        case Judgement():
            yield from block.finding.evidence
            yield from evidence_of(block.confidence_why)
            yield from evidence_of(block.would_change)
            if block.likelihood:
                yield ICD203
        case Figure():
            yield from block.evidence
            yield from evidence_of(block.caption)
        case Table():
            yield from _opened_by_table(block)
        case WhatIf():
            yield from evidence_of(block.sentence)
            for day in block.days:
                yield from _opened_by_table(day.answers)
                for chance in day.chances:
                    yield from _opened(chance)


def _opened_by_table(table: Table) -> Iterator[str]:
    cells: list[Cell] = [*table.columns, *(cell for row in table.rows for cell in row)]
    for cell in cells:
        for line in cell.lines:
            yield from evidence_of(line.sentence)
    yield from evidence_of(table.caption)
