"""Flows: what each actor in focus gives the others, readings that contradict side by side."""

from collections.abc import Iterator

from foedus.dossier.blocks import (
    Block,
    Cell,
    Figure,
    Line,
    Look,
    Paragraph,
    Remarked,
    Section,
    Table,
)
from foedus.dossier.counting import counted
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground
from foedus.dossier.methods import method_source_id
from foedus.dossier.sentence import Link, Name, Plain
from foedus.dossier.words.days import number_words
from foedus.dossier.words.flows import FlowWords, flow_id, strand_id
from foedus.dossier.words.flows_picture import flow_rows, flow_sides
from foedus.repercussions.flows import CASE, Exchange, Flow, Manner, Side, Strand

__all__ = ["flows"]

SHOWN = 30
COLUMNS = ("kind", "direction", "amount", "when", "standing", "sources")
TOTAL = "foedus.repercussions.flows.bounds.total"
SUM = "foedus.repercussions.flows.recorded.recorded_flows"


def flows(ground: Ground) -> Section:
    """Return what the actors in focus give each other; without any, what that silence means."""
    w = ground.words
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    exchanges = ground.material.repercussions.exchanges
    for exchange in exchanges:
        told = FlowWords(exchange, w)
        if any(side.strands for side in exchange.sides) or exchange.asides:
            blocks += _blocks(ground, exchange, told)
            exhibits += _exhibits(ground, exchange, told)
    # Every pair asks the same tables.
    for exchange in exchanges[:1]:
        blocks += _missing(ground, exchange)
    if not exhibits:
        blocks.insert(0, Remarked(w.sentence("flows.empty"), missing=True))
    return Section(
        id="flows", title=w.text("flows.title"), blocks=tuple(blocks), exhibits=tuple(exhibits)
    )


def _blocks(ground: Ground, exchange: Exchange, told: FlowWords) -> Iterator[Block]:
    w = ground.words
    for side in exchange.sides:
        for strand in side.strands:
            yield Paragraph(tuple(_of(ground, told, side, strand)))
        silent = told.silent(side)
        if silent is not None:
            yield Remarked((*silent, Plain(f" {w.text('flows.silent_caveat')}")), missing=True)
    if exchange.asides:
        yield Paragraph(
            (
                Finding(
                    sentence=told.asides(exchange.asides, _asides_id(exchange)),
                    caveat=w.text("flows.caveat"),
                ),
            )
        )
    drawing = flow_sides(exchange, w)
    if drawing is not None:
        yield Figure(
            id=f"flows-{exchange.one}-{exchange.other}".lower(),
            title=drawing.describes,
            subtitle=w.text("flows.figure_subtitle"),
            drawing=drawing,
            data=flow_rows(exchange),
            evidence=tuple(dict.fromkeys(_evidence(exchange))),
            caption=w.sentence("flows.figure_caption"),
        )
        yield _table(ground, exchange, told)


def _of(ground: Ground, told: FlowWords, side: Side, strand: Strand) -> Iterator[Finding]:
    """Yield the findings of one sort of thing in one direction."""
    w = ground.words
    for flow in told.shown(strand):
        if flow.rivals > 1 and flow.reading == 1:
            yield Finding(sentence=told.rivals(side, strand, flow), caveat=w.text(_caveat(flow)))
        yield Finding(
            sentence=told.flow(flow),
            estimate=None
            if flow.low is None and flow.high is None
            else Estimate(
                low=flow.low,
                high=flow.high,
                unit=flow.counted,
                method=TOTAL if flow.source == CASE else SUM,
            ),
            caveat=w.text(_caveat(flow)),
        )
    for sentence in told.uncounted(side, strand):
        yield Finding(sentence=sentence, caveat=w.text("flows.caveat"))
    for claim in strand.denials:
        yield Finding(
            sentence=told.denial(side, strand, claim), caveat=w.text("flows.denial_caveat")
        )


def _caveat(flow: Flow) -> str:
    return "flows.amount_caveat" if flow.source == CASE else "flows.sipri_caveat"


def _missing(ground: Ground, exchange: Exchange) -> Iterator[Remarked]:
    w = ground.words
    told: set[str] = set()
    for source in exchange.sources:
        if source.missing and source.dataset not in told:
            told.add(source.dataset)
            yield Remarked(
                w.sentence("flows.missing", title=Name(source.title), command=Name(source.missing)),
                missing=True,
            )
    if not exchange.sources:
        yield Remarked(w.sentence("flows.not_named"), missing=True)


# --- Evidence -------------------------------------------------------------------------------------


def _asides_id(exchange: Exchange) -> str:
    return f"e-flows-asides-{exchange.one}-{exchange.other}".lower()


def _evidence(exchange: Exchange) -> Iterator[str]:
    for side in exchange.sides:
        for strand in side.strands:
            yield from (flow_id(flow) for flow in strand.flows)
            if strand.uncounted:
                yield strand_id(side, strand.kind)
            yield from (claim.id for claim in strand.denials)


def _exhibits(ground: Ground, exchange: Exchange, told: FlowWords) -> Iterator[Exhibit]:
    w = ground.words
    for side in exchange.sides:
        for strand in side.strands:
            for flow in strand.flows:
                yield _flow_exhibit(ground, exchange, told, strand, flow)
            if strand.uncounted:
                heading = "".join(part.words for part in told.heading(side))
                yield counted(
                    ground,
                    strand_id(side, strand.kind),
                    f"{heading}, {w.text(f'flows.of_kind.{strand.kind}')}",
                    [claim.id for claim in strand.uncounted],
                    w.text("flows.caveat"),
                )
    if exchange.asides:
        yield counted(
            ground,
            _asides_id(exchange),
            w.text("flows.unplaced"),
            [one.id for one in exchange.asides],
            w.text("flows.caveat"),
        )


def _flow_exhibit(
    ground: Ground, exchange: Exchange, told: FlowWords, strand: Strand, flow: Flow
) -> Exhibit:
    w = ground.words
    recorded = flow.source != CASE
    facts = [
        ("days_fact", told.when(flow)),
        ("who_fact", told.who(flow.by)),
        ("origins_fact", number_words(w, flow.origins)),
    ]
    if flow.rivals > 1:
        reading = w.text("flows.certain_of_readings", number=flow.reading, count=flow.rivals)
        facts.insert(0, ("reading_facts", reading))
    if not recorded and flow.manner is Manner.PASSED:
        without = sum(claim.manner is Manner.PASSED for claim in strand.uncounted)
        facts.append(("left_out_fact", number_words(w, without)))
    if recorded:
        facts += _rows_facts(exchange, flow)
        facts += [("parts_fact", part) for part in told.parts(flow)]
    parties = f"{told.named(flow.giver)} → {told.named(flow.receiver)}"
    return Exhibit(
        id=flow_id(flow),
        kind=Kind.ESTIMATE,
        title=f"{parties}: {told.amount(flow)}",
        facts=tuple((w.text(f"flows.{name}"), words) for name, words in facts),
        calculation=w.text(
            "flows.sum_of_rows" if recorded else "flows.calculation", count=len(flow.evidence)
        ),
        behind=() if recorded else flow.evidence,
        caveat=w.text(_caveat(flow)),
        source=method_source_id("sipri_transfers" if recorded else "flows"),
    )


def _rows_facts(exchange: Exchange, flow: Flow) -> list[tuple[str, str]]:
    dataset, table = flow.source.split("/")
    version = next((one.version for one in exchange.sources if one.dataset == dataset), None)
    rows = ", ".join(one.rsplit("/", 1)[-1] for one in flow.evidence)
    return [
        ("table_fact", f"{dataset}, {table}" + (f", {version}" if version else "")),
        ("rows_fact", rows),
    ]


# --- The table ------------------------------------------------------------------------------------


def _table(ground: Ground, exchange: Exchange, told: FlowWords) -> Table:
    w = ground.words
    rows = [
        row
        for side in exchange.sides
        for strand in side.strands
        for row in _rows(ground, told, side, strand)
    ]
    rest = len(rows) - SHOWN
    return Table(
        id=f"flows-table-{exchange.one}-{exchange.other}".lower(),
        title=w.text("flows.table"),
        subtitle=w.text("flows.subtitle"),
        kind="flows",
        columns=tuple(Cell((Line((Plain(w.text(f"flows.{name}")),)),)) for name in COLUMNS),
        rows=tuple(rows[:SHOWN]),
        data=flow_rows(exchange),
        caption=(
            *w.sentence("flows.caption"),
            *((Plain(f" {w.text('flows.rest')}"),) if rest > 0 else ()),
        ),
    )


def _rows(
    ground: Ground, told: FlowWords, side: Side, strand: Strand
) -> Iterator[tuple[Cell, ...]]:
    w = ground.words
    for flow in strand.flows:
        stands = [w.text(f"flows.manner.{flow.manner}")]
        if flow.rivals > 1:
            stands.append(
                w.text("flows.certain_of_readings", number=flow.reading, count=flow.rivals)
            )
        if flow.manner is Manner.PASSED and set(flow.evidence) & set(strand.contested):
            stands.append(w.text("flows.contested"))
        evidence = flow_id(flow)
        when = told.when(flow) if flow.source == CASE else told.years(flow)
        yield (
            _head(ground, strand),
            _direction(told, side),
            Cell((Line((Link(told.amount(flow), evidence),)), *_parts(told, flow))),
            Cell((Line((Link(when, evidence),)),)),
            Cell(tuple(Line((Link(one, evidence),), Look.SMALL) for one in stands)),
            _who(told, flow.by),
        )
    for claim in (*strand.uncounted, *strand.denials):
        yield (
            _head(ground, strand),
            _direction(told, side),
            Cell((Line((Plain(w.text("flows.no_amount")),), Look.NONE),)),
            Cell((Line((Link(told.until(claim.ends), claim.id),)),)),
            Cell((Line((Link(w.text(f"flows.manner.{claim.manner}"), claim.id),), Look.SMALL),)),
            _who(told, (claim.by,)),
        )


def _head(ground: Ground, strand: Strand) -> Cell:
    return Cell((Line((Plain(ground.words.text(f"flows.kinds.{strand.kind}")),), Look.STRONG),))


def _direction(told: FlowWords, side: Side) -> Cell:
    return Cell((Line((Name(f"{told.named(side.giver)} → {told.named(side.receiver)}"),)),))


def _parts(told: FlowWords, flow: Flow) -> Iterator[Line]:
    remarks = told.remarks(flow)
    if remarks:
        yield Line((Link(remarks, flow_id(flow)),), Look.SMALL)


def _who(told: FlowWords, by: tuple[str, ...]) -> Cell:
    return Cell((Line((Name(told.who(by)),), Look.SMALL),))
