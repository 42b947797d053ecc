"""Channels round sanctions, and mirror trade, in sentences, English or French."""

import math
from collections.abc import Iterator, Sequence

from foedus.actors.names import display_name
from foedus.actors.states import actor
from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.dossier.words.articles import with_article
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import date_words, decimal_words, number_words, range_words
from foedus.dossier.words.sanctions import share_words
from foedus.errors import UnknownActor
from foedus.repercussions.channels import At, WaysRound
from foedus.repercussions.mirror import Gap, Mirror
from foedus.sources.channel_file import Channel

__all__ = ["ChannelWords", "MirrorWords", "node_words"]


def node_words(words: Words, node: str, *, inside: bool = False) -> str:
    """Return what an end of a channel is called: an actor by its name, anything else as written."""
    try:
        name = words.typeset(display_name(actor(node).id, words.language))
    except UnknownActor:
        return node
    return with_article(words, node, name) if inside else name


class ChannelWords:
    """What is said of the ways from one end to another; numbers open `evidence`."""

    def __init__(self, found: WaysRound, words: Words, evidence: str) -> None:
        self._is, self._w, self._evidence = found, words, evidence

    def heading(self) -> str:
        """Return from whom to whom, what, and on which day."""
        day = self._is.on
        said = self._w.text(
            "channels.heading",
            giver=node_words(self._w, self._is.giver, inside=True),
            taker=node_words(self._w, self._is.taker, inside=True),
            what=self.what(),
        )
        return said + (self._w.text("channels.on_day", day=date_words(self._w, day)) if day else "")

    def what(self) -> str:
        """Return what passes, with its unit: "oil (kt a year)"."""
        return f"{self._is.what} ({self._is.unit})" if self._is.unit else self._is.what

    def flow(self) -> Sentence:
        """Return how much can pass, as an interval."""
        low, high = self._is.low.flow, self._is.high.flow
        said = range_words(self._w, low, None if math.isinf(high) else high)
        if math.isinf(low):
            said = self._number(low)
        return self._said(
            "flow",
            amount=Link(said, self._evidence),
            unit=Name(f" {self._is.unit}") if self._is.unit else "",
            what=Name(self._is.what),
            giver=self._node(self._is.giver),
            taker=self._node(self._is.taker),
        )

    def counts(self) -> Iterator[Sentence]:
        """Yield how many channels there are, and how surely they are open."""
        counts = {
            "count": len(self._is.channels),
            "possible": self._is.possible,
            "closed": self._is.closed_that_day,
        }
        for key, count in counts.items():
            if count or key == "count":
                number = Link(number_words(self._w, count), self._evidence)
                yield self._w.counted_sentence(f"channels.{key}", count, count=number)

    def cuts(self) -> Iterator[Sentence]:
        """Yield what bounds the flow at either end of the ranges."""
        for at, ends in self._ends():
            if not at.flow:
                yield self._said(
                    "no_way",
                    giver=self._node(self._is.giver),
                    taker=self._node(self._is.taker),
                    at=ends,
                )
            elif not at.cut:
                yield self._said("no_cut", at=ends)
            else:
                unique = "unique" if at.cut_is_unique else "not_unique"
                yield self._said(
                    "cut",
                    at=ends,
                    links=self.links(at.cut),
                    unique=self._w.text(f"channels.{unique}"),
                )

    def choices(self) -> Iterator[Sentence]:
        """Yield which links to close at either end, and whether one choice serves both."""
        for at, ends in self._ends():
            if at.closed:
                yield self._w.counted_sentence(
                    "channels.choice",
                    self._is.closing,
                    most=Link(number_words(self._w, self._is.closing), self._evidence),
                    at=ends,
                    links=self.links(at.closed),
                    left=self.amount(at.left),
                    proof=self._proof(at),
                )
        if self._is.low.closed and self._is.high.closed:
            yield self._same()

    def links(self, channels: Sequence[Channel]) -> Sentence:
        """Return channels by their ends and ranges, with commas."""
        parts: list[Plain | Link] = []
        for place, channel in enumerate(channels):
            parts += [Plain(", ")] if place else []
            parts.append(Link(self.link(channel), self._evidence))
        return tuple(parts)

    def link(self, channel: Channel) -> str:
        """Return one channel: from whom to whom, and what it can carry."""
        high = None if math.isinf(channel.high) else channel.high
        said = range_words(self._w, channel.low, high)
        return self._w.text(
            "channels.link",
            giver=node_words(self._w, channel.giver),
            taker=node_words(self._w, channel.taker),
            range=said,
        )

    def amount(self, amount: float) -> Link:
        """Return an amount, or that nobody knows a bound."""
        return Link(self._number(amount), self._evidence)

    def _same(self) -> Sentence:
        if self._is.same_choice:
            return self._said("same")
        return self._said(
            "differs",
            left=self.amount(self._is.high.left_by_other),
            best=self.amount(self._is.high.left),
        )

    def _proof(self, at: At) -> Sentence:
        if at.proven:
            return self._said("proven")
        return self._said("not_proven", bound=self.amount(at.bound))

    def _ends(self) -> tuple[tuple[At, str], tuple[At, str]]:
        return (
            (self._is.low, self._w.text("channels.at_low")),
            (self._is.high, self._w.text("channels.at_high")),
        )

    def _node(self, node: str) -> Name:
        return Name(node_words(self._w, node, inside=True))

    def _number(self, amount: float) -> str:
        if math.isinf(amount):
            return self._w.text("channels.unbounded")
        return number_words(self._w, amount)

    def _said(self, key: str, **parts: Sentence | Name | Link | str) -> Sentence:
        return self._w.sentence(f"channels.{key}", **parts)


class MirrorWords:
    """What is said of a table of mirror trade; numbers open `evidence`."""

    def __init__(self, found: Mirror, words: Words, evidence: str) -> None:
        self._is, self._w, self._evidence = found, words, evidence

    def heading(self) -> str:
        """Return which table it is."""
        return self._w.text("mirror.heading", file=self._is.reports.name)

    def counts(self) -> Iterator[Sentence]:
        """Yield how many flows there are, how they stand, and by which margin."""
        numbers = {
            name: sum(one.direction == name for one in self._is.gaps)
            for name in ("over", "short", "balanced")
        }
        flows = len(self._is.gaps)
        yield self._w.counted_sentence(
            "mirror.counted",
            flows,
            count=self._number(flows),
            both=self._number(self._is.both),
            **{name: self._number(number) for name, number in numbers.items()},
        )
        low, high = (Link(share_words(self._w, one), self._evidence) for one in self._is.freight)
        yield self._said("margin", low=low, high=high)
        if self._is.median is not None:
            ratio = Link(decimal_words(self._w, self._is.median), self._evidence)
            yield self._said("median", ratio=ratio)
        left_out = self._is.reports.left_out
        if left_out:
            number = self._number(left_out)
            yield self._w.counted_sentence("mirror.left_out", left_out, count=number)

    def flow(self, gap: Gap) -> str:
        """Return whose trade with whom a gap is in."""
        flow = gap.flow
        return self._w.text(
            "mirror.flow",
            exporter=node_words(self._w, flow.exporter),
            importer=node_words(self._w, flow.importer),
            period=flow.period,
            product=flow.product,
        )

    def gap(self, gap: Gap) -> Sentence:
        """Return a gap as an interval; raises ValueError for one that may be none."""
        if gap.low is None or gap.high is None or gap.direction not in ("over", "short"):
            raise ValueError("a gap that may be none is not told as one")
        low, high = sorted((abs(gap.low), abs(gap.high)))
        return self._said(
            gap.direction,
            low=self._number(low),
            high=self._number(high),
            sent=self._number(gap.flow.by_exporter or 0.0),
            received=self._number(gap.flow.by_importer or 0.0),
        )

    def about(self, gap: Gap) -> Iterator[Sentence]:
        """Yield how usual a gap is, and what else may explain it."""
        if gap.rare is None:
            yield self._said("not_rare")
        else:
            yield self._said("rare", share=Link(share_words(self._w, gap.rare), self._evidence))
        if gap.by_others:
            yield self._said("others", value=self._number(gap.by_others))
        else:
            yield self._said("no_others")
        if gap.flow.reexported:
            yield self._said("reexported", value=self._number(gap.flow.reexported))

    def _number(self, number: float) -> Link:
        return Link(number_words(self._w, number), self._evidence)

    def _said(self, key: str, **parts: Sentence | Name | Link | str) -> Sentence:
        return self._w.sentence(f"mirror.{key}", **parts)
