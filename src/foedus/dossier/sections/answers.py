"""Answers to an act, row by row: who, the verdict, because of what, under which rival readings."""

from collections.abc import Iterator
from dataclasses import dataclass

from foedus.dossier.blocks import (
    Cell,
    Line,
    Look,
)
from foedus.dossier.coded_treaties import article_link, instrument_link
from foedus.dossier.ground import Ground
from foedus.dossier.linking import numbers_linked
from foedus.dossier.sentence import Link, Name, Plain, Sentence
from foedus.treaties.answers import ANYONE, ActorAnswer, CasusAnswer, Reason
from foedus.treaties.sentences import said
from foedus.treaties.vocabulary import FIGHTING, kinds

__all__ = [
    "FIGHTING",
    "AnswerRow",
    "answer_cells",
    "answer_evidence",
    "answer_lines",
    "answer_rows",
    "answer_sentence",
    "who",
]

# Kinds of obligation that ask for help in a fight.


# Reasons shown of one answer; the file to download holds them all.
REASONS = 4


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Actors who get the same answer for the same reasons, from one or several clauses."""

    actors: tuple[str, ...]
    answers: tuple[ActorAnswer, ...]

    @property
    def first(self) -> ActorAnswer:
        """The answer that stands for all of the row."""
        return self.answers[0]


def answer_rows(ground: Ground, answer: CasusAnswer) -> list[AnswerRow]:
    """Return the answers shown: help asked of the focus first, then all others in order of weight.

    Of those who are free, only actors in focus or watched are told so, and why. Answers of the same
    actors, verdict and reasons from several articles are one row.
    """
    near = frozenset((*ground.case.focus, *ground.case.watch))
    merged: dict[tuple[object, ...], AnswerRow] = {}
    told: set[str] = set()
    for actors, one in answer.grouped():
        free = one.verdict.value == "not_bound" and one.instrument not in ground.case.compare[:1]
        if free and not (near & frozenset(actors)) - told:
            continue
        told.update(actors)
        key = (
            actors,
            one.verdict,
            one.standing,
            one.towards,
            one.kind in FIGHTING,
            tuple(reason.key for reason in one.reasons),
            tuple(r.reading_id for r in one.readings),
        )
        row = merged.get(key, AnswerRow(actors, ()))
        merged[key] = AnswerRow(actors, (*row.answers, one))
    focus = frozenset(ground.case.focus)
    return sorted(
        merged.values(),
        key=lambda row: row.first.kind not in FIGHTING or not focus & frozenset(row.actors),
    )


def who(ground: Ground, actors: tuple[str, ...], answer: CasusAnswer) -> Name:
    """Return the actors of an answer by name, in words for "every other state"."""
    named = tuple(
        ground.words.text("whatif.anyone") if actor == ANYONE else ground.actor(actor, answer.on)
        for actor in actors
    )
    shown = named if len(named) <= 7 else (*named[:6], ground.words.text("whatif.others"))
    return Name(ground.words.listed(shown))


def answer_evidence(ground: Ground, answer: ActorAnswer) -> str:
    """Return the id of the clause an answer rests on, or of its instrument if that is not coded."""
    instrument = ground.instruments[answer.instrument]
    if instrument.article(answer.article):
        return article_link(ground, answer.instrument, answer.article).evidence
    return instrument_link(ground, answer.instrument).evidence


def answer_sentence(ground: Ground, answer: ActorAnswer) -> Sentence:
    """Return "article 4 of the Russia–North Korea treaty of 2024", linked."""
    article = Link(
        ground.words.text("treaty.article", number=answer.article), answer_evidence(ground, answer)
    )
    return ground.words.sentence(
        "whatif.clause", article=article, treaty=instrument_link(ground, answer.instrument)
    )


def answer_lines(ground: Ground, answer: ActorAnswer) -> tuple[Line, ...]:
    """Return a verdict with its sign, and what kind of duty it is about."""
    w = ground.words
    verdict = answer.verdict.value
    kind = Plain(kinds()[answer.kind].label.said(w.language))
    doubt = (
        (Line((Plain(w.text("whatif.bond_doubtful")),), Look.SMALL),)
        if answer.standing.value != "certain"
        else ()
    )
    return (
        Line((Plain(w.text(f"verdict.{verdict}")),), Look.VERDICT, verdict),
        Line((kind,), Look.SMALL),
        *doubt,
    )


def answer_cells(ground: Ground, row: AnswerRow) -> tuple[Cell, ...]:
    """Return a row's cells: who, what is asked, because of what, under which rival readings."""
    w, one = ground.words, row.first
    towards = (
        (Line(w.sentence("whatif.towards", actor=ground.named((one.towards,))), Look.SMALL),)
        if one.towards
        else ()
    )
    nothing = (Line((Plain("–"),), Look.NONE),)
    return (
        Cell(
            (
                Line((_names(ground, row.actors),), Look.STRONG),
                *towards,
                Line(_clauses(ground, row.answers), Look.SMALL),
            )
        ),
        Cell(answer_lines(ground, one)),
        Cell(tuple(_reasons(ground, one)) or nothing),
        Cell(tuple(_readings(ground, one)) or nothing),
    )


def _clauses(ground: Ground, answers: tuple[ActorAnswer, ...]) -> Sentence:
    """Return the clauses of a row; of one treaty with several articles, the treaty once."""
    if len({each.instrument for each in answers}) > 1 or len(answers) == 1:
        parts = [answer_sentence(ground, each) for each in answers]
        return tuple(
            part for place, each in enumerate(parts) for part in ((*_comma(ground, place), *each))
        )
    w = ground.words
    articles = tuple(
        part
        for place, each in enumerate(answers)
        for part in (*_comma(ground, place), Link(each.article, answer_evidence(ground, each)))
    )
    return w.sentence(
        "whatif.clause",
        article=(Plain(w.text("treaty.articles")), *articles),
        treaty=instrument_link(ground, answers[0].instrument),
    )


def _comma(ground: Ground, place: int) -> Sentence:
    return (Plain(ground.words.text("list.comma")),) if place else ()


def _names(ground: Ground, actors: tuple[str, ...]) -> Name:
    named = tuple(
        ground.words.text("whatif.anyone") if actor == ANYONE else ground.actor(actor)
        for actor in actors
    )
    shown = named if len(named) <= 6 else (*named[:5], ground.words.text("whatif.others"))
    words = ground.words.listed(shown)
    return Name(words[:1].upper() + words[1:])


def _reasons(ground: Ground, one: ActorAnswer) -> Iterator[Line]:
    for reason in one.reasons[:REASONS]:
        yield Line(_reason(ground, reason, one))
    for limit in one.exceptions:
        if limit.applied:
            words = limit.words.said(ground.words.language)
            yield Line(numbers_linked(words, answer_evidence(ground, one)), Look.SMALL)
    for clash in one.clashes:
        heading = Plain(ground.words.text("whatif.clash") + " ")
        yield Line((heading, *_reason(ground, clash.reason, one)), Look.RIVAL)


def _reason(ground: Ground, reason: Reason, one: ActorAnswer) -> Sentence:
    evidence = answer_evidence(ground, one)
    if reason.instrument and reason.instrument in ground.instruments:
        instrument = ground.instruments[reason.instrument]
        if reason.article and instrument.article(reason.article):
            evidence = article_link(ground, instrument.id, reason.article).evidence
        else:
            evidence = instrument_link(ground, instrument.id).evidence
    return numbers_linked(said(reason, ground.words.language), evidence)


def _readings(ground: Ground, one: ActorAnswer) -> Iterator[Line]:
    w = ground.words
    for number, reading in enumerate(one.readings):
        words = w.text(
            "whatif.reading",
            label=reading.label.said(w.language),
            verdict=w.text(f"verdict.{reading.verdict.value}").lower(),
            holders=", ".join(_holder(ground, each) for each in reading.holders),
        )
        look = Look.READING if number % 2 == 0 else Look.RIVAL
        yield Line(numbers_linked(words, answer_evidence(ground, one)), look)


def _holder(ground: Ground, holder: str) -> str:
    known = len(holder) == 3 and holder.isupper()
    return ground.actor(holder) if known else holder
