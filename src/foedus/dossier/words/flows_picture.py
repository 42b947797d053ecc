"""What two actors give each other as a figure: bars on the scale of each thing, and its rows."""

from collections.abc import Iterable, Iterator

from foedus.dossier.blocks import Data
from foedus.dossier.figures import FlowBar, FlowRow, FlowSides
from foedus.dossier.sentence import read
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import date_words
from foedus.dossier.words.flows import FlowWords, flow_id, strand_id
from foedus.repercussions.flows import (
    CASE,
    KINDS,
    TIV,
    UNSPECIFIED,
    Exchange,
    Flow,
    Manner,
    Side,
    Strand,
)

__all__ = ["flow_rows", "flow_sides"]

COLUMNS = (
    "kind", "giver", "receiver", "manner", "counted", "low", "high", "earliest", "latest",
    "reading", "readings", "origins", "by", "estimated", "licensed", "source", "evidence",
)  # fmt: skip


def flow_sides(exchange: Exchange, words: Words) -> FlowSides | None:
    """Return the figure of an exchange; None where nothing is said on either side.

    Of what datasets record it shows volumes; items by kind of weapon stand in the table.
    """
    told = FlowWords(exchange, words)
    strands = {
        (side.giver, strand.kind): (side, strand)
        for side in exchange.sides
        for strand in side.strands
    }
    kinds = [kind for kind in (*KINDS, UNSPECIFIED) if any(kind == each[1] for each in strands)]
    if not kinds:
        return None
    left, right = exchange.sides
    return FlowSides(
        left=read(told.heading(left)),
        right=read(told.heading(right)),
        rows=tuple(
            FlowRow(
                name=words.text(f"flows.kinds.{kind}"),
                left=_bars(told, words, strands, kind, left.giver),
                right=_bars(told, words, strands, kind, right.giver),
            )
            for kind in kinds
        ),
        nothing=words.text("flows.nothing_said"),
        describes=words.text("flows.figure", **_names(told)),
    )


def _names(told: FlowWords) -> dict[str, str]:
    return {
        "one": told.named(told.exchange.one),
        "other": told.named(told.exchange.other),
    }


def _bars(
    told: FlowWords,
    words: Words,
    strands: dict[tuple[str, str], tuple[Side, Strand]],
    kind: str,
    giver: str,
) -> tuple[FlowBar, ...]:
    if (giver, kind) not in strands:
        return ()
    side, strand = strands[giver, kind]
    scales = _scales(each for (_, of), (_, each) in strands.items() if of == kind)
    shown = [flow for flow in strand.flows if flow.source == CASE or flow.counted == TIV]
    return (
        *(_bar(told, words, flow, scales[flow.counted]) for flow in shown),
        *_unstated(told, words, side, strand),
        *_denied(told, words, strand),
    )


def _scales(strands: Iterable[Strand]) -> dict[str, float]:
    """Return the greatest amount named of each thing, on either side."""
    scales: dict[str, float] = {}
    for strand in strands:
        for flow in strand.flows:
            most = flow.high if flow.high is not None else flow.low
            scales[flow.counted] = max(scales.get(flow.counted, 0.0), most or 0.0) or 1.0
    return scales


def _bar(told: FlowWords, words: Words, flow: Flow, scale: float) -> FlowBar:
    more = [told.when(flow) if flow.source == CASE else told.years(flow)]
    if flow.manner is not Manner.PASSED:
        more.append(words.text(f"flows.manner.{flow.manner}"))
    if flow.rivals > 1:
        more.append(words.text("flows.certain_of_readings", number=flow.reading, count=flow.rivals))
    more.append(told.who(flow.by))
    return FlowBar(
        words=told.amount(flow),
        more=" · ".join(more),
        evidence=flow_id(flow),
        low=None if flow.low is None else flow.low / scale,
        high=None if flow.high is None else flow.high / scale,
        ahead=flow.manner is not Manner.PASSED,
        rival=flow.rivals > 1,
    )


def _unstated(told: FlowWords, words: Words, side: Side, strand: Strand) -> Iterator[FlowBar]:
    counted = {flow.manner for flow in strand.flows if flow.source == CASE}
    for manner in Manner:
        claims = [one for one in strand.uncounted if one.manner is manner]
        if claims and manner not in counted:
            who = told.who(dict.fromkeys(one.by for one in claims))
            yield FlowBar(
                words=words.text("flows.no_amount"),
                more=f"{words.text(f'flows.manner.{manner}')} · {who}",
                evidence=strand_id(side, strand.kind),
                ahead=manner is not Manner.PASSED,
            )


def _denied(told: FlowWords, words: Words, strand: Strand) -> Iterator[FlowBar]:
    for claim in strand.denials:
        day = f" · {date_words(words, claim.said)}" if claim.said else ""
        yield FlowBar(
            words=words.text("flows.manner.denied"),
            more=told.who((claim.by,)) + day,
            evidence=claim.id,
            denied=True,
        )


def flow_rows(exchange: Exchange) -> Data:
    """Return every flow, claim without an amount and denial of an exchange, one row each."""
    return Data(COLUMNS, tuple(_rows(exchange)))


def _rows(exchange: Exchange) -> Iterator[tuple[object, ...]]:
    for side in exchange.sides:
        for strand in side.strands:
            for flow in strand.flows:
                yield (
                    strand.kind, side.giver, side.receiver, flow.manner.value, flow.counted,
                    flow.low, flow.high, flow.earliest, flow.latest, flow.reading, flow.rivals,
                    flow.origins, flow.by, flow.of_which.get("estimated"),
                    flow.of_which.get("licensed"), flow.source, flow.evidence,
                )  # fmt: skip
            for claim in (*strand.uncounted, *strand.denials):
                yield (
                    strand.kind, side.giver, side.receiver, claim.manner.value, None, None, None,
                    claim.begins, claim.ends, None, None, None, (claim.by,), None, None, CASE,
                    (claim.id,),
                )  # fmt: skip
