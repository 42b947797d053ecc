"""Capabilities: what each state in focus could field, beside what passed between them."""

from collections.abc import Iterator

from foedus.dossier.blocks import Block, Figure, Paragraph, Remarked, Section
from foedus.dossier.coded_treaties import instrument_id
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.words.capability_picture import capability_rows, capability_stack
from foedus.dossier.words.capability_words import CapabilityWords
from foedus.repercussions.capabilities.capabilities import Capabilities
from foedus.repercussions.capabilities.marks import Mark
from foedus.repercussions.capabilities.series import CapabilitySeries

__all__ = ["capabilities"]


def capabilities(ground: Ground) -> Section:
    """Return the series of each state in focus; where the case names no dataset, which to name."""
    w = ground.words
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    for found in ground.material.repercussions.capabilities:
        said = _words(ground, found)
        blocks += _blocks(said)
        exhibits += _exhibits(said)
    if not ground.material.repercussions.capabilities:
        blocks.append(Remarked(w.sentence("capabilities.not_named"), missing=True))
    return Section(
        id="capabilities",
        title=w.text("capabilities.title"),
        blocks=tuple(blocks),
        exhibits=tuple(exhibits),
    )


def _words(ground: Ground, found: Capabilities) -> CapabilityWords:
    def mark_evidence(mark: Mark) -> str:
        if mark.kind == "treaty":
            return instrument_id(mark.key)
        return mark.assertions[0] if mark.assertions else _id(found.actor, "marks")

    return CapabilityWords(found, ground.words, lambda key: _id(found.actor, key), mark_evidence)


def _id(actor: str, what: str) -> str:
    return f"e-capabilities-{actor.lower()}-{what}"


def _blocks(said: CapabilityWords) -> Iterator[Block]:
    for group in said.groups():
        yield Paragraph(
            tuple(
                Finding(sentence=one.sentence, caveat=one.caveat, estimate=one.estimate)
                for one in group
            )
        )
    if said.drawn():
        yield _figure(said)
    for sentence in said.missing():
        yield Remarked(sentence, missing=True)


def _figure(said: CapabilityWords) -> Figure:
    w, found = said.words, said.found
    stack = capability_stack(said, titled=False)
    return Figure(
        id=f"capabilities-{found.actor.lower()}",
        title=stack.describes,
        subtitle=w.text("capabilities.figure_subtitle"),
        drawing=stack,
        data=capability_rows(said),
        evidence=tuple(_id(found.actor, one.kind.key) for one in said.drawn()),
        caption=w.sentence("capabilities.figure_caption"),
    )


def _exhibits(said: CapabilityWords) -> Iterator[Exhibit]:
    for one in said.found.series:
        if one.known:
            yield _series_exhibit(said, one)
    yield _marks_exhibit(said)


def _series_exhibit(said: CapabilityWords, series: CapabilitySeries) -> Exhibit:
    w, source = said.words, series.source
    first, last = source.covers
    years = f"{min(series.known)}–{max(series.known)}"
    return Exhibit(
        id=_id(said.found.actor, series.kind.key),
        kind=Kind.ESTIMATE,
        title=f"{said.series(series.kind.key)}, {said.named(said.found.actor)}",
        facts=(
            (w.text("capabilities.fact_dataset"), f"{source.title}, {source.version}"),
            (w.text("capabilities.fact_covers"), f"{first or ''}–{last or ''}"),
            (w.text("capabilities.fact_years"), years),
            (w.text("capabilities.fact_unit"), series.kind.unit.said(w.language)),
        ),
        calculation=w.text("capabilities.calculation_levels")
        + " "
        + w.text("capabilities.calculation_compared"),
        caveat=w.text(
            "capabilities.levels_caveat" if series.kind.counted else "capabilities.latest_caveat"
        ),
        source=method_source_id("capabilities"),
    )


def _marks_exhibit(said: CapabilityWords) -> Exhibit:
    w = said.words
    facts = tuple(
        (said.mark_words(mark), f"{mark.what} ({mark.key})")
        for mark in said.found.marks
        if mark.kind == "delivery"
    )
    return Exhibit(
        id=_id(said.found.actor, "marks"),
        kind=Kind.ROWS,
        title=w.text(
            "capabilities.panel_marks",
            actor=said.named(said.found.actor),
            beside=w.listed(tuple(said.named(one) for one in said.found.beside)),
        ),
        facts=facts,
        caveat=w.text("capabilities.compared_caveat"),
        source=method_source_id("capabilities"),
    )
