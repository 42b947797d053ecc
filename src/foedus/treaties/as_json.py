"""Treaties and answers as plain data, ready for JSON: ids and codes, with words in one language."""

from collections.abc import Iterable

from foedus.treaties.answers import ActorAnswer, CasusAnswer, Clash, Reason
from foedus.treaties.comparison import Cell, Comparison, TreatyDiff
from foedus.treaties.instrument import Article, Instrument, Obligation, Party
from foedus.treaties.sentences import said
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["casus_json", "comparison_json", "diff_json", "instrument_json", "register_rows"]

Plain = dict[str, object]


def register_rows(instruments: Iterable[Instrument], language: str) -> list[Plain]:
    """Return one row per instrument: id, title, days, number of parties and kinds of obligation."""
    return [
        {
            "id": one.id,
            "title": one.short.said(language),
            "signed": one.signed.edtf,
            "in_force": one.in_force.edtf if one.in_force else None,
            "ended": one.ended.edtf if one.ended else None,
            "parties": len(one.actors),
            "kinds": list(dict.fromkeys(obligation.kind for _, obligation in one.obligations())),
        }
        for one in instruments
    ]


def instrument_json(one: Instrument, language: str) -> Plain:
    """Return everything coded of an instrument."""
    return {
        "id": one.id,
        "title": one.title.said(language),
        "short": one.short.said(language),
        "citation": one.citation,
        "signed": one.signed.edtf,
        "in_force": one.in_force.edtf if one.in_force else None,
        "in_force_note": one.in_force_note,
        "ended": one.ended.edtf if one.ended else None,
        "ancestor": one.ancestor,
        "replaces": one.replaces,
        "organisation": one.organisation,
        "atop": one.atop,
        "parties": [_party(party, language) for party in one.parties],
        "articles": [_article(article, language) for article in one.articles],
        "left_out": [{"what": out.what, "why": out.why} for out in one.left_out],
    }


def casus_json(answer: CasusAnswer, language: str) -> Plain:
    """Return who must, may and must not act, with reasons and readings in words."""
    return {
        "act": answer.act.kind,
        "initiators": list(answer.act.initiators),
        "targets": list(answer.act.targets),
        "place": answer.place.id if answer.place else None,
        "on": answer.on.isoformat(),
        "answers": [_answer(one, language) for one in answer.answers],
        "caveat": [said(reason, language) for reason in answer.caveat],
    }


def comparison_json(comparison: Comparison, language: str) -> Plain:
    """Return treaties side by side: columns, then one row per element with a cell per column."""
    return {
        "columns": [
            {
                "instrument": column.instrument.id,
                "title": column.instrument.short.said(language),
                "article": column.article,
                "compared_with": column.compared_with,
            }
            for column in comparison.columns
        ],
        "rows": [
            {
                "element": row.element,
                "label": row.label.said(language),
                "cells": [_cell(cell, language) for cell in row.cells],
            }
            for row in comparison.rows
        ],
    }


def diff_json(diff: TreatyDiff, language: str) -> Plain:
    """Return what separates two treaties: kinds kept, added, dropped, and each element's change."""
    return {
        "before": diff.before.id,
        "after": diff.after.id,
        "kept": list(diff.kept),
        "added": list(diff.added),
        "dropped": list(diff.dropped),
        "elements": [
            {
                "element": one.element,
                "label": one.label.said(language),
                "change": one.change,
                "before": _cell(one.before, language),
                "after": _cell(one.after, language),
            }
            for one in diff.elements
        ],
    }


def _said(words: Words | None, language: str) -> str | None:
    return words.said(language) if words else None


def _party(party: Party, language: str) -> Plain:
    spell = party.spell
    return {
        "actor": party.actor,
        "signed": party.signed.edtf if party.signed else None,
        "from": spell.begins.edtf if spell and spell.begins else None,
        "until": spell.ends.edtf if spell and spell.ends else None,
        "note": _said(party.note, language),
        "doubts": [
            {"since": doubt.since.edtf, "words": doubt.words.said(language), "source": doubt.source}
            for doubt in party.doubts
        ],
    }


def _article(article: Article, language: str) -> Plain:
    return {
        "number": article.number,
        "spell": str(article.spell) if article.spell else None,
        "summary": article.summary.said(language),
        "known_how": article.known_how.value,
        "why_uncertain": article.why_uncertain,
        "source": article.source,
        "obligations": [_obligation(one, language) for one in article.obligations],
    }


def _obligation(one: Obligation, language: str) -> Plain:
    return {
        "id": one.id,
        "kind": one.kind,
        "counted_as": dict(kinds()[one.kind].counted_as),
        "obligor": list(one.obligor),
        "beneficiary": list(one.beneficiary),
        "trigger": {
            "words": _said(one.trigger.words, language),
            "acts": list(one.trigger.acts),
            "by": one.trigger.by,
            "territory": one.trigger.territory,
            "also": list(one.trigger.also),
        },
        "asks": one.asks.action.said(language),
        "means": _said(one.asks.means, language),
        "discretion": one.discretion,
        "timing": one.timing,
        "subject_to": list(one.subject_to),
        "readings": [
            {
                "id": reading.id,
                "question": reading.question,
                "label": reading.label.said(language),
                "holders": list(reading.holders),
                "source": reading.source,
            }
            for reading in one.readings
        ],
        "exceptions": [
            {
                "id": rule.id,
                "kind": rule.kind,
                "words": rule.words.said(language),
                "article": rule.article,
                "source": rule.source,
            }
            for rule in one.exceptions
        ],
    }


def _answer(one: ActorAnswer, language: str) -> Plain:
    return {
        "actor": one.actor,
        "towards": one.towards,
        "verdict": one.verdict.value,
        "standing": one.standing.value,
        "kind": one.kind,
        "instrument": one.instrument,
        "article": one.article,
        "obligation": one.obligation,
        "asks": _said(one.asks.action, language) if one.asks else None,
        "discretion": one.discretion,
        "timing": one.timing,
        "reasons": [_reason(reason, language) for reason in one.reasons],
        "readings": [
            {
                "id": reading.reading_id,
                "question": reading.question,
                "label": reading.label.said(language),
                "verdict": reading.verdict.value,
                "reasons": [_reason(reason, language) for reason in reading.reasons],
                "holders": list(reading.holders),
                "source": reading.source,
            }
            for reading in one.readings
        ],
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
        "clashes": [_clash(clash, language) for clash in one.clashes],
        "would_flip": [_reason(reason, language) for reason in one.would_flip],
        "source": one.source,
    }


def _reason(reason: Reason, language: str) -> Plain:
    return {
        "key": reason.key,
        "text": said(reason, language),
        "instrument": reason.instrument,
        "article": reason.article,
        "source": reason.source,
    }


def _clash(clash: Clash, language: str) -> Plain:
    return {
        "instrument": clash.instrument,
        "article": clash.article,
        "kind": clash.kind,
        "towards": clash.towards,
        "prevails": clash.prevails,
        "text": said(clash.reason, language),
        "source": clash.source,
    }


def _cell(cell: Cell, language: str) -> Plain:
    return {
        "words": cell.words.said(language),
        "stated": cell.stated,
        "tags": [tag.said(language) for tag in cell.tags],
        "narrows": cell.narrows,
        "shared_with": cell.shared_with,
        "known_how": cell.known_how.value,
        "article": cell.article,
        "source": cell.source,
    }
