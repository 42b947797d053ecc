"""What each of two actors gives the other and gets from it, in a period."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.relations.bonds.lines import line_of
from foedus.relations.bonds.parts import Provenance
from foedus.repercussions.flows.claim import Aside, Claim, Manner
from foedus.repercussions.flows.flow import Flow, Window, flows_of, meets
from foedus.repercussions.flows.kinds import KINDS, UNSPECIFIED
from foedus.repercussions.flows.recorded import Recorded
from foedus.repercussions.flows.told import Told

__all__ = ["Exchange", "Side", "Strand", "gives_and_gets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """All that is said of one sort of thing in one direction.

    `flows` are amounts: of one thing and manner they add to nothing else, and where they rival one
    another only one can be true. `uncounted` are claims without an amount, or whose amount may lie
    outside the window altogether: no total holds them.
    `denials` say that it did not pass; `contested` are the claims that they answer.
    """

    kind: str
    flows: tuple[Flow, ...]
    uncounted: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    contested: tuple[str, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of all claims and rows, each once."""
        flowed = (one for flow in self.flows for one in flow.evidence)
        claimed = (one.id for one in (*self.uncounted, *self.denials))
        return tuple(dict.fromkeys((*flowed, *claimed)))

    @property
    def passed(self) -> bool:
        """Whether anybody says that it passed."""
        return any(flow.manner is Manner.PASSED for flow in self.flows) or any(
            one.manner is Manner.PASSED for one in self.uncounted
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one actor gives the other: strands in the order of `KINDS`.

    `silent` are the sorts of which nothing is said, which does not mean that nothing passed.
    """

    giver: str
    receiver: str
    strands: tuple[Strand, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What two actors give and get in the days from `first` to `last`, both included.

    `sides` are what `one` gives and what `other` gives. `asides` could not be placed, with the
    reason; `sources` are the datasets asked, held or not. `told` says whether a case was asked,
    `cut` whether some claim does not say since when while the days begin after those of the case.
    """

    one: str
    other: str
    first: dt.date
    last: dt.date
    sides: tuple[Side, Side]
    asides: tuple[Aside, ...]
    sources: tuple[Provenance, ...]
    told: bool
    cut: bool


def gives_and_gets(
    told: Told | None,
    recorded: Sequence[Recorded],
    one: str,
    other: str,
    window: Window,
) -> Exchange:
    """Return what `one` gives `other` and gets from it in the window, from claims and datasets.

    `recorded` are those of both directions. An actor's predecessors by the codes of the Correlates
    of War count as the actor, as in `foedus dyad`: what the Soviet Union gave, Russia gave.
    """
    flows = [flow for each in recorded for flow in each.flows]
    claims = told.claims if told else ()
    lines = {each: frozenset(line_of(each).actors) for each in (one, other)}
    sides = (
        _side(claims, flows, one, other, lines[one], lines[other], window),
        _side(claims, flows, other, one, lines[other], lines[one], window),
    )
    both = lines[one] | lines[other]
    asides = told.asides if told else ()
    return Exchange(
        one=one,
        other=other,
        first=window.first,
        last=window.last,
        sides=sides,
        asides=tuple(each for each in asides if each.actors and each.actors <= both),
        sources=tuple({source: None for each in recorded for source in each.sources}),
        told=told is not None,
        cut=window.since < window.first
        and any(
            each.begins is None and meets(each, window)
            for each in claims
            if each.giver in both and each.receiver in both
        ),
    )


def _side(
    claims: Iterable[Claim],
    recorded: Iterable[Flow],
    giver: str,
    receiver: str,
    givers: frozenset[str],
    receivers: frozenset[str],
    window: Window,
) -> Side:
    mine = [
        each
        for each in claims
        if each.giver in givers and each.receiver in receivers and meets(each, window)
    ]
    flows = (
        *flows_of(mine, giver, receiver, window),
        *(flow for flow in recorded if (flow.giver, flow.receiver) == (giver, receiver)),
    )
    strands = tuple(
        strand
        for kind in (*KINDS, UNSPECIFIED)
        if (strand := _strand(kind, mine, flows)) is not None
    )
    spoken = {strand.kind for strand in strands}
    return Side(
        giver=giver,
        receiver=receiver,
        strands=strands,
        silent=tuple(kind for kind in KINDS if kind not in spoken),
    )


def _strand(kind: str, claims: Iterable[Claim], flows: Iterable[Flow]) -> Strand | None:
    here = [each for each in claims if each.kind == kind]
    denials = tuple(each for each in here if each.manner is Manner.DENIED)
    told = [each for each in here if each.manner is not Manner.DENIED]
    mine = tuple(flow for flow in flows if flow.kind == kind)
    counted = {one for flow in mine for one in flow.evidence}
    if not here and not mine:
        return None
    return Strand(
        kind=kind,
        flows=mine,
        uncounted=tuple(each for each in told if each.id not in counted),
        denials=denials,
        contested=tuple(
            each.id
            for each in told
            if each.manner is Manner.PASSED and any(_answers(denial, each) for denial in denials)
        ),
    )


def _answers(denial: Claim, claim: Claim) -> bool:
    """Whether a denial may speak of the days of a claim: what came later it cannot have denied."""
    return denial.ends is None or claim.begins is None or claim.begins <= denial.ends
