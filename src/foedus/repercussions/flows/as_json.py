"""An exchange as plain values, for programs."""

from foedus.repercussions.flows.claim import Aside, Claim
from foedus.repercussions.flows.exchange import Exchange, Side, Strand
from foedus.repercussions.flows.flow import Flow

__all__ = ["exchange_json"]


def exchange_json(exchange: Exchange) -> dict[str, object]:
    """Return an exchange with every reading, claim without an amount, denial and source.

    An end of an amount, or a day, that nobody gives is null; "rivals" counts readings of which only
    one can be true, so that amounts of different readings, things or manners are never to be added.
    """
    return {
        "one": exchange.one,
        "other": exchange.other,
        "from": exchange.first.isoformat(),
        "to": exchange.last.isoformat(),
        "case": exchange.told,
        "gives": [_side(side) for side in exchange.sides],
        "unplaced": [_aside(one) for one in exchange.asides],
        "sources": [
            {
                "dataset": one.dataset,
                "title": one.title,
                "version": one.version,
                "covers": list(one.covers),
                "missing": one.missing,
                "citation": list(one.citation),
            }
            for one in exchange.sources
        ],
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "giver": side.giver,
        "receiver": side.receiver,
        "strands": [_strand(one) for one in side.strands],
        "nothing_said_of": list(side.silent),
    }


def _strand(strand: Strand) -> dict[str, object]:
    return {
        "kind": strand.kind,
        "flows": [_flow(one) for one in strand.flows],
        "without_amount": [_claim(one) for one in strand.uncounted],
        "denials": [_claim(one) for one in strand.denials],
        "contested": list(strand.contested),
    }


def _flow(flow: Flow) -> dict[str, object]:
    return {
        "manner": flow.manner.value,
        "counted": flow.counted,
        "low": flow.low,
        "high": flow.high,
        "earliest": flow.earliest.isoformat() if flow.earliest else None,
        "latest": flow.latest.isoformat() if flow.latest else None,
        "reading": flow.reading,
        "rivals": flow.rivals,
        "unsettled": flow.unsettled,
        "origins": flow.origins,
        "by": list(flow.by),
        "of_which": dict(flow.of_which),
        "source": flow.source,
        "evidence": list(flow.evidence),
    }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "manner": claim.manner.value,
        "by": claim.by,
        "said": claim.said.isoformat() if claim.said else None,
        "earliest": claim.begins.isoformat() if claim.begins else None,
        "latest": claim.ends.isoformat() if claim.ends else None,
    }


def _aside(aside: Aside) -> dict[str, object]:
    return {
        "id": aside.id,
        "actors": sorted(aside.actors),
        "kind": aside.kind,
        "why": aside.why.value,
        "counted": aside.counted,
        "low": aside.low,
        "high": aside.high,
    }
