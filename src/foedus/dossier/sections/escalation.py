"""Escalation: a pair's index with its parts, what the case records, and the next rung."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from foedus.dossier.blocks import (
    Block,
    Cell,
    Data,
    Figure,
    Line,
    Look,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import decimal_words, number_words, percent_words
from foedus.dossier.words.escalation_picture import escalation_rows, escalation_stack
from foedus.dossier.words.escalations import EscalationWords
from foedus.dossier.words.said import Said
from foedus.repercussions.escalation.competing import LEVEL
from foedus.repercussions.escalation.ladder import WAR, ladder
from foedus.repercussions.escalation.next_rung import whole_steps
from foedus.repercussions.escalation.parts import PartSeries

__all__ = ["escalation"]

_ROWS_SHOWN = 40


def escalation(ground: Ground) -> Section:
    """Return every pair that the case asks about; where it asks about none, how to ask."""
    w = ground.words
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    for found in ground.material.repercussions.escalation:
        said = EscalationWords(found, w, partial(_id, found.dyad), lambda ids: ids[0])
        blocks += _blocks(ground, said)
        exhibits += _exhibits(ground, said)
    if not ground.material.repercussions.escalation:
        blocks.append(Remarked(w.sentence("escalation.not_asked"), missing=True))
    return Section(
        id="escalation",
        title=w.text("escalation.title"),
        blocks=tuple(blocks),
        exhibits=tuple(exhibits),
    )


def _id(dyad: str, what: str) -> str:
    return f"e-escalation-{dyad.lower()}-{what}"


def _blocks(ground: Ground, said: EscalationWords) -> Iterator[Block]:
    for group in said.groups():
        findings: list[Finding] = []
        for one in group:
            findings.append(_finding(one))
            if one.confidence:
                findings.append(Finding(sentence=one.confidence, caveat=one.caveat))
        yield Paragraph(tuple(findings))
    if any(any(one.values) or one.seen for one in said.found.series):
        yield _figure(said)
    if said.found.disputes is not None:
        yield _ladder(ground, said)
    for sentence in said.missing():
        yield Remarked(sentence, missing=True)


def _finding(said: Said) -> Finding:
    return Finding(
        sentence=said.sentence, caveat=said.caveat, rests_on=said.rests_on, estimate=said.estimate
    )


def _figure(said: EscalationWords) -> Figure:
    stack, w = escalation_stack(said, titled=False), said.words
    one, other = said.names()
    drawn = [each.part.key for each in said.found.series if any(each.values) or each.seen]
    return Figure(
        id=f"escalation-{said.found.dyad.lower()}",
        title=w.text("escalation.figure", one=one, other=other),
        subtitle=w.text("escalation.figure_subtitle"),
        drawing=stack,
        data=escalation_rows(said),
        evidence=tuple(_id(said.found.dyad, what) for what in ("index", *drawn)),
        caption=w.sentence("escalation.figure_caption"),
    )


def _ladder(ground: Ground, said: EscalationWords) -> Table:
    w, disputes = ground.words, said.found.disputes
    assert disputes is not None
    evidence = _id(said.found.dyad, "disputes")
    steps = {row["level"]: row for row in whole_steps(disputes).to_pylist()}
    first, last = (month // 12 for month in disputes.covered)
    reached = {level: row["reached"] for level, row in steps.items()}
    reached[WAR] = steps[WAR - 1]["further"]
    rows = []
    for rung in ladder():
        step = steps.get(rung.level)
        share = "—"
        if step is not None:
            ends = f"{percent_words(w, step['low'])}–{percent_words(w, step['high'])}"
            share = f"{percent_words(w, step['rate'])} ({ends})"
        count = number_words(w, reached[rung.level]) if rung.level in reached else "—"
        here = said.found.incident is not None and said.found.incident.level == rung.level
        head = Line(
            (Link(str(rung.level), evidence), Plain(" "), Name(rung.means.said(w.language)))
        )
        rows.append(
            (
                Cell((Line(head.sentence, Look.STRONG if here else Look.MAIN),)),
                Cell((Line((Link(count, evidence),)),)),
                Cell((Line((Link(share, evidence),)),)),
            )
        )
    columns = ("ladder_rung", "ladder_reached", "ladder_further")
    return Table(
        id=f"escalation-ladder-{said.found.dyad.lower()}",
        title=w.text("escalation.ladder"),
        subtitle=w.text(
            "escalation.ladder_subtitle",
            first=first,
            last=last,
            dataset=disputes.dataset.upper(),
            mass=percent_words(w, LEVEL),
        ),
        kind="ladder",
        columns=tuple(Cell((Line((Plain(w.text(f"escalation.{name}")),)),)) for name in columns),
        rows=tuple(rows),
        data=Data(
            ("level", "reached", "further", "rate", "low", "high"),
            tuple(
                tuple(row[name] for name in ("level", "reached", "further", "rate", "low", "high"))
                for row in steps.values()
            ),
        ),
        caption=w.sentence("escalation.ladder_caption"),
    )


# --- What stands behind it ------------------------------------------------------------------------


def _exhibits(ground: Ground, said: EscalationWords) -> Iterator[Exhibit]:
    yield _index_exhibit(ground, said)
    for each in said.found.series:
        if any(each.values) or each.seen:
            yield _part_exhibit(ground, said, each)
    yield _disputes_exhibit(ground, said)


def _index_exhibit(ground: Ground, said: EscalationWords) -> Exhibit:
    w = ground.words
    parts = ", ".join(
        f"{each.part.name.said(w.language)} {decimal_words(w, each.part.worth, 1)}"
        for each in said.found.series
    )
    return Exhibit(
        id=_id(said.found.dyad, "index"),
        kind=Kind.ESTIMATE,
        title=said.title(),
        facts=((w.text("escalation.fact_parts"), parts),),
        calculation=w.text("method.escalation.calculation"),
        behind=tuple(
            _id(said.found.dyad, each.part.key)
            for each in said.found.series
            if any(each.values) or each.seen
        ),
        caveat=w.text("escalation.index_caveat"),
        source=method_source_id("escalation"),
    )


def _part_exhibit(ground: Ground, said: EscalationWords, series: PartSeries) -> Exhibit:
    w = ground.words
    year = said.found.months[-1].year
    rows = tuple(dict.fromkeys(key for month, key in series.rows if month // 12 == year))
    own = series.part.dataset == "case"
    shown = ", ".join(rows[:_ROWS_SHOWN]) + (" …" if len(rows) > _ROWS_SHOWN else "")
    return Exhibit(
        id=_id(said.found.dyad, series.part.key),
        kind=Kind.ESTIMATE,
        title=f"{said.part(series)} ({series.part.unit.said(w.language)})",
        facts=(
            (w.text("escalation.fact_source"), series.version or w.text("escalation.unknown")),
            *(((w.text("escalation.fact_rows"), shown),) if shown and not own else ()),
        ),
        calculation=w.text("escalation.calculation_counts"),
        behind=tuple(dict.fromkeys(key for _, key in series.rows)) if own else (),
        caveat=w.text("escalation.record_caveat" if own else "escalation.counts_caveat"),
        source=method_source_id("escalation"),
    )


def _disputes_exhibit(ground: Ground, said: EscalationWords) -> Exhibit:
    w, disputes = ground.words, said.found.disputes
    told = [one for one in said.found.chances if one.found is not None]
    facts = [
        (
            f"{w.text('escalation.fact_kind')}: {said.kind(one)}",
            f"{w.text('escalation.fact_rung')} {one.level}: "
            f"{number_words(w, one.found.incidents)}; "
            f"{w.text('escalation.fact_first')}: {number_words(w, int(one.found.at_risk[0]))}",
        )
        for one in told
        if one.found is not None and not np.isnan(one.found.chance[0, 0])
    ]
    source = w.text("escalation.unknown")
    if disputes is not None:
        source = f"{disputes.dataset.upper()} {disputes.version}"
    return Exhibit(
        id=_id(said.found.dyad, "disputes"),
        kind=Kind.ESTIMATE,
        title=w.text("escalation.exhibit_disputes"),
        facts=((w.text("escalation.fact_source"), source), *facts),
        calculation=w.text("escalation.calculation_next"),
        caveat=w.text("escalation.chance_caveat"),
        source=method_source_id("escalation"),
    )
