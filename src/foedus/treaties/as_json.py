"""Treaties as plain data, ready for JSON: ids and codes, with words in one language."""

from collections.abc import Iterable

from foedus.evidence import Day, Spell
from foedus.treaties.comparison import Cell, Column, Comparison, Row
from foedus.treaties.elements import kinds_of
from foedus.treaties.instrument import (
    Article,
    ExceptionRule,
    Instrument,
    Obligation,
    Party,
    Reading,
    Suspension,
    Trigger,
)
from foedus.treaties.vocabulary import kinds
from foedus.treaties.words import Words

__all__ = ["comparison_json", "instrument_json", "register_rows"]

Plain = dict[str, object]


def register_rows(instruments: Iterable[Instrument], language: str) -> list[Plain]:
    """Return one row per instrument: id, title, days, parties, kinds of obligation, legal force."""
    return [
        {
            "id": one.id,
            "title": one.short.said(language),
            "signed": one.signed.edtf,
            "in_force": _day(one.in_force),
            "ended": _day(one.ended),
            "parties": list(one.actors),
            "guaranteed": list(one.guaranteed),
            "kinds": list(kinds_of(one)),
            "legal_force": one.legal_force.kind if one.legal_force else "binding",
            "secrecy": one.secrecy,
            "atop": one.atop,
        }
        for one in instruments
    ]


def instrument_json(one: Instrument, language: str) -> Plain:
    """Return everything coded of an instrument."""
    force, duration = one.legal_force, one.duration
    return {
        "id": one.id,
        "title": one.title.said(language),
        "short": one.short.said(language),
        "names": list(one.names),
        "citation": one.citation,
        "signed": one.signed.edtf,
        "in_force": _day(one.in_force),
        "in_force_note": one.in_force_note,
        "ended": _day(one.ended),
        "ancestor": one.ancestor,
        "replaces": one.replaces,
        "organisation": one.organisation,
        "atop": one.atop,
        "legal_force": {
            "is": force.kind if force else "binding",
            "words": force.words.said(language) if force else None,
            "source": force.source if force else None,
        },
        "secrecy": one.secrecy,
        "duration": {
            "is": duration.kind,
            "years": duration.years,
            "words": duration.words.said(language),
            "article": duration.article,
            "source": duration.source,
        }
        if duration
        else None,
        "guaranteed": list(one.guaranteed),
        "parties": [_party(party, language) for party in one.parties],
        "suspensions": [_suspension(each, language) for each in one.suspensions],
        "differs_from_atop": [{"on": each.on, "why": each.why} for each in one.differs_from_atop],
        "articles": [_article(article, language) for article in one.articles],
        "left_out": [{"what": out.what, "why": out.why} for out in one.left_out],
    }


def comparison_json(comparison: Comparison, language: str) -> Plain:
    """Return treaties side by side: columns, then one row per element with a cell per column.

    A cell's `change` is counted from the first column, whose own is null: same, changed, added,
    dropped, unstated (neither says anything) or unknown (one of the two is not coded).
    """
    first = comparison.columns[0]
    return {
        "columns": [_column(column, first, language) for column in comparison.columns],
        "rows": [_row(row, "clause", language) for row in comparison.rows]
        + [_row(row, "treaty", language) for row in comparison.whole],
    }


def _column(column: Column, first: Column, language: str) -> Plain:
    one = column.instrument
    before, now = kinds_of(first.instrument), kinds_of(one)
    return {
        "instrument": one.id,
        "title": one.short.said(language),
        "signed": one.signed.edtf,
        "in_force": _day(one.in_force),
        "ended": _day(one.ended),
        "article": column.article or None,
        "obligation": column.obligation or None,
        "remark": _said(column.remark, language),
        "compared_with": column.compared_with,
        "kinds": {
            "kept": [kind for kind in now if kind in before],
            "added": [kind for kind in now if kind not in before],
            "dropped": [kind for kind in before if kind not in now],
        },
        "citation": one.citation,
    }


def _row(row: Row, of: str, language: str) -> Plain:
    first = row.cells[0]
    return {
        "element": row.element,
        "of": of,
        "label": row.label.said(language),
        "cells": [
            _cell(cell, first, change, language)
            for cell, change in zip(row.cells, row.changes, strict=True)
        ],
    }


def _cell(cell: Cell, first: Cell, change: str | None, language: str) -> Plain:
    return {
        "change": change,
        "words": cell.words.said(language),
        "codes": list(cell.codes),
        "stated": cell.stated,
        "coded": cell.coded,
        "tags": [tag.said(language) for tag in cell.tags],
        "items": [
            {
                "code": item.code,
                "words": item.words.said(language),
                "change": of_item,
                "articles": [] if of_item == "dropped" else list(item.articles),
                "known_how": item.known_how.value
                if item.known_how and of_item != "dropped"
                else None,
            }
            for item, of_item in cell.items_since(first, change)
        ],
        "narrows": cell.narrows,
        "shared_with": cell.shared_with,
        "known_how": cell.known_how.value,
        "article": cell.article,
        "source": cell.source,
    }


def _said(words: Words | None, language: str) -> str | None:
    return words.said(language) if words else None


def _day(day: Day | None) -> str | None:
    return day.edtf if day else None


def _days(spell: Spell | None) -> Plain:
    return {
        "from": _day(spell.begins) if spell else None,
        "until": _day(spell.ends) if spell else None,
    }


def _party(party: Party, language: str) -> Plain:
    return {
        "actor": party.actor,
        "signed": _day(party.signed),
        **_days(party.spell),
        "note": _said(party.note, language),
        "doubts": [
            {
                "since": doubt.since.edtf,
                "until": _day(doubt.until),
                "words": doubt.words.said(language),
                "source": doubt.source,
            }
            for doubt in party.doubts
        ],
        "remarks": [
            {
                **_days(remark.spell),
                "words": remark.words.said(language),
                "source": remark.source,
            }
            for remark in party.remarks
        ],
    }


def _suspension(one: Suspension, language: str) -> Plain:
    return {
        "obligor": list(one.obligor),
        "beneficiary": list(one.beneficiary),
        **_days(one.spell),
        "words": one.words.said(language),
        "source": one.source,
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
        "trigger": _trigger(one.trigger, language),
        "asks": one.asks.action.said(language),
        "means": _said(one.asks.means, language),
        "armed_force": one.asks.armed_force,
        "discretion": one.discretion,
        "timing": one.timing,
        "subject_to": list(one.subject_to),
        "readings": [_reading(reading, language) for reading in one.readings],
        "exceptions": [_exception(rule, language) for rule in one.exceptions],
    }


def _trigger(one: Trigger, language: str) -> Plain:
    return {
        "words": _said(one.words, language),
        "acts": list(one.acts),
        "by": one.by,
        "adversaries": list(one.adversaries),
        "not_adversaries": list(one.not_adversaries),
        "together_with": list(one.together_with),
        "least_adversaries": one.least_adversaries,
        "territory": one.territory,
        "excluded_areas": list(one.excluded_areas),
        "answering_aggression": one.answering_aggression,
        "provocation": one.provocation,
        "argued_acts": one.argued_acts,
        "war": one.war,
        "also": list(one.also),
        "untold": list(one.untold),
    }


def _reading(one: Reading, language: str) -> Plain:
    return {
        "id": one.id,
        "question": one.question,
        "act": one.act,
        "sets": {field: list(to) if isinstance(to, tuple) else to for field, to in one.sets},
        "label": one.label.said(language),
        "holders": list(one.holders),
        "source": one.source,
    }


def _exception(one: ExceptionRule, language: str) -> Plain:
    return {
        "id": one.id,
        "kind": one.kind,
        "words": one.words.said(language),
        "areas": [
            {"name": area.name, "of_party": area.of_party, "until": _day(area.until)}
            for area in one.areas
        ],
        "administered_by": list(one.administered_by),
        "article": one.article,
        "source": one.source,
    }
