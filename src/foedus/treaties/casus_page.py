"""The answers to an act as HTML: a piece for a notebook, or a page that loads nothing.

First who is told what, then clause by clause the grounds: what is asked, reasons, rival readings
side by side with who holds them, limits tested, duties that pull the other way, what would change
the answer. Every verdict has its sign and its word, and what is possible has a dashed edge and is
called so: colour is never the only mark.
"""

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from foedus.errors import UnknownActor
from foedus.treaties.act_words import act_facts, act_parts, said_act
from foedus.treaties.answer_lines import (
    asks_nothing,
    atop_number,
    clause_key,
    is_possible,
    line_key,
    weighs,
)
from foedus.treaties.answers import ActorAnswer, Clash, ReadingAnswer, Reason, Verdict
from foedus.treaties.atop.instruments import CITATION
from foedus.treaties.casus_words import LABELS, LIMITS_TESTED
from foedus.treaties.clause_words import capital, said_clause
from foedus.treaties.comparison_words import named_so, said_articles, said_force, said_life
from foedus.treaties.entry_bar import EntryBar, entry_bar
from foedus.treaties.page_frame import drawn_page, drawn_piece
from foedus.treaties.sentences import said, said_actor, said_verdict
from foedus.treaties.vocabulary import kinds, said_code

if TYPE_CHECKING:
    from foedus.treaties.answers import CasusAnswer

__all__ = ["page", "piece"]

WIDTH = 848
_ASKS = {Verdict.MUST: 0, Verdict.BARRED: 0, Verdict.DISPUTED: 1}
"""How much a verdict asks, the most first; others ask nothing."""

Plain = dict[str, Any]
Told = TypeVar("Told")


def piece(answer: "CasusAnswer", language: str = "en", *, in_full: bool = False) -> str:
    """Return the answers as an element with its style, to stand in somebody else's page.

    `in_full` gives the grounds of every answer, not only of those that weigh.
    """
    return drawn_piece("casus", language, _Drawing(answer, language, in_full).values())


def page(answer: "CasusAnswer", language: str = "en", *, in_full: bool = False) -> str:
    """Return the answers as a document of its own; for `in_full` see `piece`."""
    return drawn_page("casus", language, _Drawing(answer, language, in_full).values(), WIDTH)


class _Drawing:
    """What the template of one act is filled with."""

    def __init__(self, answer: "CasusAnswer", language: str, in_full: bool) -> None:
        self.answer, self.on, self.language = answer, answer.on, language
        self.instruments = answer.cited
        told = [one for one in answer.answers if not asks_nothing(one)]
        self.lines = _together(told, line_key)
        grounded = (one for one in told if in_full or weighs(one))
        self.clauses = _together(grounded, clause_key)
        # Two pieces may stand in one notebook: an anchor must be the piece's own.
        asked = repr((answer.act, answer.on, language, in_full))
        self.anchors = {
            key: f"foedus-{zlib.crc32(asked.encode()):08x}-{number}"
            for number, key in enumerate(self.clauses, 1)
        }

    def values(self) -> Plain:
        """Everything the template names."""
        act, on, language = self.answer.act, self.on, self.language
        sections = [self._clause(key, members) for key, members in self.clauses.items()]
        told = [members[0] for members in self.lines.values()]
        return {
            "title": said_act(act, on, language),
            "act": act_parts(act, on, language),
            "facts": act_facts(act, on, language),
            "labels": {name: words.said(language) for name, words in LABELS.items()},
            "verdicts": [
                (verdict.value, said_verdict(verdict, language))
                for verdict in Verdict
                if any(verdict in _verdicts(one) for one in self.answer.answers)
            ],
            "any_possible": any(is_possible(one) for one in told),
            "lines": list(self._lines()),
            "clauses": [one for one in sections if not one["signed_only"]],
            "signed": [one for one in sections if one["signed_only"]],
            "silent": list(self._silent()),
            "caveats": [
                {"text": self._said(reason), "source": reason.source or ""}
                for reason in self.answer.caveat
            ],
            "sources": list(self._sources()),
        }

    def _lines(self) -> Iterator[Plain]:
        before = None
        for members in self.lines.values():
            one = members[0]
            number = atop_number(one, self.instruments)
            towards = dict.fromkeys(each.towards for each in members if each.towards)
            if tuple(towards) == self.answer.act.targets:
                towards = {}  # the heading says it
            yield {
                **self._verdict(one),
                "turns": before is not None and before != one.verdict,
                "names": [self._named(each) for each in members],
                "kind": kinds()[one.kind].label.said(self.language),
                "towards": self._names(towards),
                "clause": LABELS["of_atop"].said(self.language) if number else self._where(one),
                "anchor": self.anchors.get(clause_key(one), "") if number is None else "",
            }
            before = one.verdict

    def _named(self, one: ActorAnswer) -> dict[str, str]:
        """An actor in a line; where the line is of several alliances, with number and anchor."""
        number = atop_number(one, self.instruments)
        if number is None:
            return {"words": self._name(one.actor), "anchor": ""}
        anchor = self.anchors.get(clause_key(one), "")
        return {"words": f"{self._name(one.actor)} ({number})", "anchor": anchor}

    def _verdict(self, one: ActorAnswer) -> Plain:
        return {
            "verdict": one.verdict.value,
            "words": said_verdict(one.verdict, self.language),
            "possible": is_possible(one),
            "signed_only": one.in_force is False,
        }

    def _clause(self, key: tuple[str, ...], members: Sequence[ActorAnswer]) -> Plain:
        one, instrument = members[0], self.instruments[members[0].instrument]
        article = instrument.article(one.article)
        return {
            **self._verdict(one),
            "anchor": self.anchors[key],
            "names": [self._name(each.actor) for each in members],
            "where": self._where(one),
            "kind": kinds()[one.kind].label.said(self.language),
            "life": said_life(instrument, self.language),
            "force": said_force(instrument, self.language),
            "asks": one.asks.action.said(self.language) if one.asks else "",
            "means": one.asks.means.said(self.language) if one.asks and one.asks.means else "",
            "how": [
                said_code(field, code, self.language)
                for field, code in (("discretion", one.discretion), ("timing", one.timing))
                if code and code != "none stated"
            ],
            "reasons": list(self._reasons(members)),
            "questions": list(self._questions(members)),
            "limits": [
                {
                    "state": {True: "applies", False: "spared", None: "open"}[limit.applied],
                    "tested": LIMITS_TESTED[limit.applied].said(self.language),
                    "text": limit.words.said(self.language),
                    "where": said_articles((limit.article,)),
                    "source": limit.source,
                    "names": self._concerned(concerned, members),
                }
                for limit, concerned in _shared(members, lambda each: each.exceptions)
            ],
            "clashes": list(self._clashes(members)),
            "any_prevails": any(clash.prevails for each in members for clash in each.clashes),
            "flips": [
                {"text": self._said(flip), "names": self._concerned(concerned, members)}
                for flip, concerned in _shared(members, lambda each: each.would_flip)
            ],
            "source": one.source,
            "known": said_code("known_how", article.known_how, self.language) if article else "",
            "doubt": (article.why_uncertain or "") if article else "",
            "bar": self._bar(members),
        }

    def _reasons(self, members: Sequence[ActorAnswer]) -> Iterator[Plain]:
        """The reasons of all in order; those of one kind together, where they differ by actor."""
        found = _shared(members, lambda each: each.reasons)
        order = list(dict.fromkeys(reason.key for reason, _ in found))
        one = members[0]
        own = {one.source, self.instruments[one.instrument].citation, None}
        for reason, concerned in sorted(found, key=lambda pair: order.index(pair[0].key)):
            yield {
                "text": self._said(reason),
                "names": self._concerned(concerned, members),
                "source": "" if reason.source in own else reason.source,
            }

    def _questions(self, members: Sequence[ActorAnswer]) -> Iterator[Plain]:
        found = _shared(members, lambda each: each.readings)
        for question in dict.fromkeys(reading.question for reading, _ in found):
            rivals = [pair for pair in found if pair[0].question == question]
            most = min(_asked(reading) for reading, _ in rivals)
            yield {
                "words": capital(said_code("question", question, self.language)),
                "readings": [
                    self._reading(reading, concerned, members, asks_most=_asked(reading) == most)
                    for reading, concerned in rivals
                ],
            }

    def _reading(
        self,
        one: ReadingAnswer,
        concerned: Collection[str],
        members: Sequence[ActorAnswer],
        *,
        asks_most: bool,
    ) -> Plain:
        return {
            "label": capital(one.label.said(self.language)),
            "verdict": one.verdict.value,
            "words": said_verdict(one.verdict, self.language),
            "wide": asks_most,
            "holders": ", ".join(self._holder(each) for each in one.holders),
            "reasons": [self._said(reason) for reason in one.reasons],
            "source": one.source,
            "names": self._concerned(concerned, members),
        }

    def _clashes(self, members: Sequence[ActorAnswer]) -> Iterator[Plain]:
        """Each clash once in words, with every clause that it comes from."""
        by_words: dict[tuple[str, str], list[Clash]] = {}
        for clash, _ in _shared(members, lambda each: each.clashes):
            prevails = self._prevailing(clash)
            by_words.setdefault((self._said(clash.reason), prevails), []).append(clash)
        for (text, prevails), clashes in by_words.items():
            clauses = dict.fromkeys((self._where(clash), clash.source) for clash in clashes)
            yield {"text": text, "prevails": prevails, "clauses": list(clauses)}

    def _prevailing(self, clash: Clash) -> str:
        if clash.prevails is None:
            return ""
        name = self.instruments[clash.prevails].short.said(self.language)
        return self._named_so("prevails", name)

    def _bar(self, members: Sequence[ActorAnswer]) -> EntryBar | None:
        """The time from signature to force, if that is why nobody is bound."""
        for reason in members[0].reasons:
            if reason.key in ("not_yet_in_force", "signed_only"):
                return entry_bar(dict(reason.values), self.on, self.language)
        return None

    def _silent(self) -> Iterator[Plain]:
        """Whom a clause asks nothing, and the first reason why."""
        silent = (one for one in self.answer.answers if asks_nothing(one))
        by_reason = _together(
            silent, lambda one: (one.instrument, one.article, *map(self._said, one.reasons[:1]))
        )
        for members in by_reason.values():
            yield {
                "names": [self._name(each.actor) for each in members],
                "where": self._where(members[0]),
                "why": " ".join(map(self._said, members[0].reasons[:1])),
            }

    def _sources(self) -> Iterator[tuple[str, str]]:
        """The instruments that answers rest on, each with its citation; all of ATOP's at once."""
        numbers = []
        for name, one in self.instruments.items():
            if name.startswith("atop-"):
                numbers.append(one.atop or 0)
            else:
                yield capital(one.short.said(self.language)), one.citation
        if numbers:
            yield "ATOP", CITATION.format(number=", ".join(map(str, sorted(numbers))))

    def _where(self, one: ActorAnswer | Clash) -> str:
        return said_clause(self.instruments[one.instrument], one.article, self.language)

    def _name(self, actor: str) -> str:
        return capital(said_actor(actor, self.language, self.on))

    def _names(self, actors: Iterable[str]) -> str:
        return ", ".join(self._name(actor) for actor in actors)

    def _concerned(self, concerned: Collection[str], members: Sequence[ActorAnswer]) -> str:
        """Whom of these something concerns, or all but whom; nothing where that is all."""
        others = [each.actor for each in members if each.actor not in concerned]
        if not others:
            return ""
        if len(others) < len(concerned):
            return self._named_so("all_but", self._names(others))
        return self._named_so("only_for", self._names(concerned))

    def _named_so(self, label: str, words: str) -> str:
        return named_so(LABELS[label].said(self.language), words, self.language)

    def _holder(self, holder: str) -> str:
        """A state by its name; a scholar, a court or a text as written."""
        try:
            return said_actor(holder, self.language, self.on)
        except UnknownActor:
            return holder

    def _said(self, reason: Reason) -> str:
        return said(reason, self.language, self.on)


def _together(
    answers: Iterable[ActorAnswer], key: Callable[[ActorAnswer], tuple[str, ...]]
) -> dict[tuple[str, ...], list[ActorAnswer]]:
    found: dict[tuple[str, ...], list[ActorAnswer]] = {}
    for one in answers:
        found.setdefault(key(one), []).append(one)
    return found


def _shared(
    members: Sequence[ActorAnswer], told: Callable[[ActorAnswer], Iterable[Told]]
) -> list[tuple[Told, tuple[str, ...]]]:
    """What these are told, each thing once, with whom it concerns."""
    found: dict[Told, list[str]] = {}
    for one in members:
        for each in dict.fromkeys(told(one)):
            found.setdefault(each, []).append(one.actor)
    return [(each, tuple(actors)) for each, actors in found.items()]


def _asked(reading: ReadingAnswer) -> int:
    return _ASKS.get(reading.verdict, len(_ASKS))


def _verdicts(one: ActorAnswer) -> Iterator[Verdict]:
    yield one.verdict
    yield from (reading.verdict for reading in one.readings)
