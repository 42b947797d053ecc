"""Answers as plain data, ready for JSON: ids and codes, with reasons and words in one language."""

import datetime as dt
from collections.abc import Iterator

from foedus.treaties.answer_lines import asks_nothing
from foedus.treaties.answers import ActorAnswer, CasusAnswer, Clash, Reason, Verdict
from foedus.treaties.sentences import said

__all__ = ["casus_json"]

Plain = dict[str, object]


_FREE = {Verdict.NOT_BOUND: "may"}
"""Whom nothing binds may act or not."""


def casus_json(answer: CasusAnswer, language: str) -> Plain:
    """Return who must, may and must not act, with reasons and readings in words.

    `answers` has one row per actor, instrument and reading; where readings differ, a first row
    without one says that it is disputed. An instrument signed and not in force has `in_force` false
    and, as it binds nobody, the answer "may". `not_bound` has those told that a treaty in force
    asks nothing of them here.
    """
    on = answer.on
    silent = [one for one in answer.answers if asks_nothing(one)]
    return {
        "act": answer.act.words or answer.act.kind,
        "kind": answer.act.kind,
        "initiators": list(answer.act.initiators),
        "targets": list(answer.act.targets),
        "provoked": answer.act.provoked,
        "place": answer.place.id if answer.place else None,
        "on": on.isoformat(),
        "answers": [
            row
            for one in answer.answers
            if not asks_nothing(one)
            for row in _rows(one, language, on)
        ],
        "not_bound": [_answer(one, language, on) for one in silent],
        "caveat": [said(reason, language, on) for reason in answer.caveat],
    }


def _rows(one: ActorAnswer, language: str, on: dt.date) -> Iterator[Plain]:
    """The answer, then the same under each of its rival readings."""
    whole = _answer(one, language, on)
    yield whole
    for reading in one.readings:
        yield {
            **whole,
            "answer": _FREE.get(reading.verdict, reading.verdict.value),
            "verdict": reading.verdict.value,
            "reading": reading.reading_id,
            "question": reading.question,
            "label": reading.label.said(language),
            "holders": list(reading.holders),
            "reasons": [_reason(reason, language, on) for reason in reading.reasons],
            "source": reading.source,
        }


def _answer(one: ActorAnswer, language: str, on: dt.date) -> Plain:
    return {
        "actor": one.actor,
        "answer": _FREE.get(one.verdict, one.verdict.value),
        "verdict": one.verdict.value,
        "standing": one.standing.value,
        "in_force": one.in_force,
        "instrument": one.instrument,
        "article": one.article,
        "obligation": one.obligation,
        "kind": one.kind,
        "towards": one.towards,
        "reading": None,
        "asks": one.asks.action.said(language) if one.asks else None,
        "means": one.asks.means.said(language) if one.asks and one.asks.means else None,
        "armed_force": one.asks.armed_force if one.asks else None,
        "discretion": one.discretion,
        "timing": one.timing,
        "reasons": [_reason(reason, language, on) for reason in one.reasons],
        "exceptions": [
            {
                "id": tested.id,
                "words": tested.words.said(language),
                "applied": tested.applied,
                "article": tested.article,
                "source": tested.source,
            }
            for tested in one.exceptions
        ],
        "clashes": [_clash(clash, language, on) for clash in one.clashes],
        "would_flip": [_reason(reason, language, on) for reason in one.would_flip],
        "source": one.source,
    }


def _reason(reason: Reason, language: str, on: dt.date) -> Plain:
    return {
        "key": reason.key,
        "text": said(reason, language, on),
        "instrument": reason.instrument,
        "article": reason.article,
        "source": reason.source,
    }


def _clash(clash: Clash, language: str, on: dt.date) -> Plain:
    return {
        "instrument": clash.instrument,
        "article": clash.article,
        "kind": clash.kind,
        "towards": clash.towards,
        "prevails": clash.prevails,
        "text": said(clash.reason, language, on),
        "source": clash.source,
    }
