"""The sentences of a check, in both languages."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from foedus.actors.names import display_name
from foedus.evidence import Day, Spell
from foedus.treaties.atop.saying import filled, one_after_the_other, said_in_each
from foedus.treaties.instrument import Instrument
from foedus.treaties.told.statement import Evidence, Statement, Verdict
from foedus.treaties.words import Words

__all__ = [
    "in_words",
    "name_of",
    "said_clause",
    "said_source",
    "said_spells",
    "said_statement",
    "said_verdict",
    "same_in_each",
]


def in_words(group: str, key: str, **values: Words | str) -> Words:
    """Return one sentence of `words.yaml` with what goes into it."""
    template = Words(**_table()[group][key])
    return filled(
        template,
        **{
            name: same_in_each(one) if isinstance(one, str) else one for name, one in values.items()
        },
    )


def same_in_each(words: str) -> Words:
    """Return what is written alike in every language: a day, a number, a citation."""
    return said_in_each(lambda _: words)


def name_of(actor: str, on: Day | None = None) -> Words:
    """Return how an actor was called on a day, or is."""
    day = on.earliest if on else None
    return said_in_each(lambda one: display_name(actor, one, day))


def said_spells(spells: Iterable[Spell | None]) -> Words:
    """Return the days of memberships, one after the other."""
    return one_after_the_other(
        in_words("spells", "whole", first=str(one.begins), last=str(one.ends))
        if one.ends
        else in_words("spells", "open", first=str(one.begins))
        for one in spells
        if one
    )


def said_clause(kind: str, *, mutual: bool) -> Words:
    """Return what a kind of clause is called."""
    return in_words("clauses", "mutual defence" if kind == "defence" and mutual else kind)


def said_verdict(verdict: Verdict, language: str) -> str:
    """Return a verdict as a person reads it."""
    return in_words("verdicts", verdict.value).said(language)


def said_source(evidence: Evidence, language: str) -> str:
    """Return the name of a source, up to what it says."""
    return in_words("sources", evidence.source).said(language)


def said_statement(one: Statement, of: Instrument, beside: Instrument | None) -> Words:
    """Return what a statement says, in our words."""
    values: dict[str, Words | str] = {"treaty": of.short}
    if one.kind:
        values["clause"] = said_clause(one.kind, mutual=one.mutual)
    if one.day:
        values["day"] = one.day.edtf
    if one.actor:
        values["actor"] = name_of(one.actor, one.published)
    parts = [in_words("says", one.says.value, **values)]
    if one.article:
        parts.append(in_words("says", "article", article=one.article))
    if beside:
        parts.append(in_words("says", "beside", treaty=beside.short))
    if one.said_by:
        parts.append(in_words("says", "said_by", who=" ".join(one.said_by.split())))
    return said_in_each(lambda language: "".join(part.said(language) for part in parts))


@cache
def _table() -> Mapping[str, Any]:
    text = files("foedus.treaties.told").joinpath("words.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table
