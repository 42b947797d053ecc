"""What passes between two actors in sentences, English or French.

The dossier links their numbers to evidence, the command reads them out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedus.actors.names import display_name
from foedus.dossier.sentence import Link, Name, Part, Plain, Sentence
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import number_words
from foedus.dossier.words.flow_amounts import FlowAmounts
from foedus.errors import UnknownActor
from foedus.repercussions.flows import (
    CASE,
    TIV,
    Aside,
    Claim,
    Exchange,
    Flow,
    Manner,
    Side,
    Strand,
    Why,
)

__all__ = ["FlowWords", "flow_id", "strand_id"]


def flow_id(flow: Flow) -> str:
    """Return the id of the exhibit of one flow."""
    named = (flow.giver, flow.receiver, flow.kind, flow.manner, flow.counted, flow.source)
    slug = "-".join(re.sub(r"[^a-z0-9]+", "_", part.lower()) for part in named)
    return f"e-flow-{slug}-{flow.reading}"


def strand_id(side: Side, kind: str) -> str:
    """Return the id of the exhibit of everything told of one sort in one direction."""
    return f"e-flows-{side.giver}-{side.receiver}-{kind}".lower()


class FlowWords(FlowAmounts):
    """What is said of an exchange between two actors."""

    def __init__(self, exchange: Exchange, words: Words) -> None:
        super().__init__(words)
        self.exchange = exchange

    def title(self) -> Sentence:
        """Return whose exchange it is, and in which days."""
        first, last = self.exchange.first, self.exchange.last
        days = f"{self._day(first)} – {self._day(last)}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            days = f"{first.year}–{last.year}"
        return self._w.sentence(
            "flows.between",
            one=self.actor(self.exchange.one),
            other=self.actor(self.exchange.other),
            days=Name(days),
        )

    def heading(self, side: Side) -> Sentence:
        """Return who gives whom."""
        first, *rest = self._w.sentence("flows.gives", **self._parties(side.giver, side.receiver))
        return replace(first, words=first.words[:1].upper() + first.words[1:]), *rest

    def strand(self, side: Side, strand: Strand) -> Iterator[Sentence]:
        """Yield all that is said of one sort of thing in one direction, amounts first."""
        for flow in self.shown(strand):
            if flow.rivals > 1 and flow.reading == 1:
                yield self.rivals(side, strand, flow)
            yield self.flow(flow)
        yield from self.uncounted(side, strand)
        for claim in strand.denials:
            yield self.denial(side, strand, claim)

    def shown(self, strand: Strand) -> tuple[Flow, ...]:
        """Return the flows that are told in words: of what is recorded, volumes only."""
        return tuple(flow for flow in strand.flows if flow.source == CASE or flow.counted == TIV)

    def items(self, strand: Strand) -> list[tuple[str, ...]]:
        """Return what is recorded by kind of weapon, one row each, under `item_heads`."""
        return [
            (flow.counted, self._range(flow), self.years(flow), self.remarks(flow))
            for flow in strand.flows
            if flow.source != CASE and flow.counted != TIV
        ]

    def item_heads(self) -> tuple[str, ...]:
        """Return what stands over the columns of `items`."""
        names = ("what", "count", "years", "of")
        return tuple(self._w.text(f"flows.item_{name}") for name in names)

    def kind(self, kind: str) -> str:
        """Return a sort of thing as a heading."""
        return self._w.text(f"flows.kinds.{kind}")

    def limits(self) -> Iterator[str]:
        """Yield how far all this is to be trusted: what is covered, what is missing, caveats."""
        for name, source in zip(("deals", "years"), self.exchange.sources, strict=False):
            if source.missing:
                yield self._w.text("flows.missing", title=source.title, command=source.missing)
            else:
                yield self._w.text(
                    "flows.covers",
                    title=source.title,
                    table=self._w.text(f"flows.table_{name}"),
                    first=source.covers[0],
                    last=source.covers[1],
                )
        flows = [f for side in self.exchange.sides for one in side.strands for f in one.flows]
        if any(flow.source != CASE for flow in flows):
            yield self._w.text("flows.sipri_caveat")
        if not self.exchange.told:
            yield self._w.text("flows.not_told")
            return
        if self.exchange.cut:
            yield self._w.text("flows.cut")
        yield f"{self._w.text('flows.caveat')} {self._w.text('flows.amount_caveat')}"
        yield self._w.text("flows.silent_caveat")

    def flow(self, flow: Flow) -> Sentence:
        """Return one flow as a sentence, its reading first where others rival it."""
        evidence = flow_id(flow)
        amount = Link(self.amount(flow), evidence)
        parties = self._parties(flow.giver, flow.receiver)
        if flow.source != CASE:
            key = "deals" if flow.source.endswith("deals") else "years"
            said = self._w.sentence(
                f"flows.recorded.{key}", years=Name(self.years(flow)), amount=amount, **parties
            )
        else:
            said = self._w.sentence(
                f"flows.said.{flow.manner}",
                amount=amount,
                when=Link(self.when(flow), evidence),
                sources=self._sources(flow.by, flow.origins, evidence),
                **parties,
            )
        parts = self._w.text("flows.semicolon").join(self.parts(flow))
        if parts:
            said = (
                *said,
                Plain(" "),
                *self._w.sentence("flows.parts", parts=Link(parts, evidence)),
            )
        if flow.unsettled and flow.reading == flow.rivals:
            said = (*said, Plain(f" {self._w.text('flows.unsettled')}"))
        if flow.rivals == 1:
            return said
        return (*self._reading(flow, evidence), *said)

    def rivals(self, side: Side, strand: Strand, flow: Flow) -> Sentence:
        """Return that the readings of which `flow` is the first stand side by side."""
        evidence = flow_id(flow)
        if flow.source != CASE:
            one, other = (Link(str(each.covers[1]), evidence) for each in self.exchange.sources[:2])
            return self._w.sentence("flows.recorded.rivals", one=one, other=other)
        return self._w.sentence(
            "flows.rivals",
            things=self._w.text(f"flows.of_kind.{strand.kind}"),
            count=Link(number_words(self._w, flow.rivals), evidence),
            **self._parties(side.giver, side.receiver),
        )

    def uncounted(self, side: Side, strand: Strand) -> Iterator[Sentence]:
        """Yield what is said to pass without an amount, each manner of which no amount is told."""
        evidence = strand_id(side, strand.kind)
        for manner in Manner:
            claims = [one for one in strand.uncounted if one.manner is manner]
            if not claims:
                continue
            if manner is Manner.PASSED and any(
                flow.manner is Manner.PASSED and flow.source == CASE for flow in strand.flows
            ):
                count = Link(number_words(self._w, len(claims)), evidence)
                yield self._w.counted_sentence("flows.left_out", len(claims), count=count)
                continue
            yield self._w.sentence(
                f"flows.uncounted.{manner}",
                things=self._w.text(f"flows.of_kind.{strand.kind}"),
                sources=self._sources(
                    tuple(dict.fromkeys(one.by for one in claims)),
                    len({one.origin for one in claims}),
                    evidence,
                ),
                **self._parties(side.giver, side.receiver),
            )

    def denial(self, side: Side, strand: Strand, claim: Claim) -> Sentence:
        """Return who denied it, and when."""
        parts: dict[str, Part | Sentence | str] = {
            "who": Link(self.who((claim.by,)), claim.id),
            "things": self._w.text(f"flows.of_kind.{strand.kind}"),
            **self._parties(side.giver, side.receiver),
        }
        if claim.said is None:
            return self._w.sentence("flows.denied_some_day", **parts)
        key = {claim.giver: "_giver", claim.receiver: "_receiver"}.get(claim.by, "")
        day = Link(self._day(claim.said), claim.id)
        return self._w.sentence(f"flows.denied{key}", day=day, **parts)

    def silent(self, side: Side) -> Sentence | None:
        """Return of which sorts nothing is said; None where something is said of each.

        Where no case is asked it speaks of major arms alone.
        """
        parties = self._parties(side.giver, side.receiver)
        if not self.exchange.told:
            return None if side.strands else self._w.sentence("flows.no_delivery", **parties)
        if not side.strands:
            return self._w.sentence("flows.silent_all", **parties)
        if not side.silent:
            return None
        kinds = tuple(self._w.text(f"flows.of_kind.{kind}") for kind in side.silent)
        return self._w.sentence("flows.silent", things=self._w.listed(kinds), **parties)

    def asides(self, asides: Iterable[Aside], evidence: str) -> Sentence:
        """Return how many passages could not be placed, and why."""
        counted = Counter(one.why for one in asides)
        reasons: list[Part] = []
        for why in Why:
            if counted[why]:
                reasons += [Name(self._w.text("flows.semicolon"))] if reasons else []
                reasons += [
                    Name(f"{self._w.text(f'flows.why.{why}')} ("),
                    Link(number_words(self._w, counted[why]), evidence),
                    Name(")"),
                ]
        count = counted.total()
        return self._w.counted_sentence(
            "flows.asides",
            count,
            count=Link(number_words(self._w, count), evidence),
            reasons=tuple(reasons),
        )

    def who(self, by: Iterable[str]) -> str:
        """Return those who say so, states by their names."""
        names = tuple(self.named(one) for one in by if one)
        return self._w.listed(names) or self._w.text("flows.nobody")

    def named(self, who: str) -> str:
        """Return an actor as a sentence names it, or a publisher as it is."""
        try:
            name = display_name(who, self._w.language, self.exchange.last)
        except UnknownActor:
            return self._w.typeset(who)
        return with_article(self._w, who, self._w.typeset(name))

    def actor(self, actor: str) -> Name:
        """Return one of the two actors as a sentence names it."""
        return Name(self.named(actor))

    def _parties(self, giver: str, receiver: str) -> dict[str, Part | Sentence | str]:
        return {"giver": self.actor(giver), "receiver": self.actor(receiver)}

    def _reading(self, flow: Flow, evidence: str) -> Sentence:
        return self._w.sentence(
            "flows.reading",
            number=Link(number_words(self._w, flow.reading), evidence),
            count=Link(number_words(self._w, flow.rivals), evidence),
        )

    def _sources(self, by: tuple[str, ...], origins: int, evidence: str) -> Sentence:
        count = self._w.counted("flows.origins", origins, count=number_words(self._w, origins))
        return self._w.sentence(
            "flows.said_by", who=Name(self.who(by)), origins=Link(count, evidence)
        )
