"""Reasons said in a language: English or French, from the sentences of `sentences.yaml`.

A reason keeps ids and codes; here they get their names. The name of a value says what it is:
`since` and `signed` are days, `place` a place, `finding` a finding, `act`, `also`, `area`,
`question`, `territory`, `untold` and `secrecy` codes of the vocabulary, `number` a number,
`words_en` and `words_fr` words of a clause; any other holds actor ids.
"""

import datetime as dt
from calendar import month_name
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from foedus.actors.names import display_name
from foedus.evidence import Day
from foedus.treaties.answers import ANYONE, Reason
from foedus.treaties.authorisations import authorisations
from foedus.treaties.determinations import determinations
from foedus.treaties.places import place
from foedus.treaties.vocabulary import act_kinds, said_code
from foedus.treaties.words import Words

__all__ = ["said", "said_actor", "said_day", "said_verdict"]

_FRENCH_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_ANYONE = Words("any other state", "tout autre État")
_VERDICTS = {
    "must": Words("must act", "doit agir"),
    "may": Words("may act", "peut agir"),
    "barred": Words("barred", "exclu"),
    "disputed": Words("disputed", "disputé"),
    "not_bound": Words("not bound", "non tenu"),
}


def said(reason: Reason, language: str, on: dt.date | None = None) -> str:
    """Return the reason as one sentence, in French for "fr", else in English.

    Actors have the names of the day `on`, if one is given.
    """
    spoken = "fr" if language == "fr" else "en"
    values = {name: _said_value(name, value, spoken, on) for name, value in reason.values}
    values |= {"words": values.get(f"words_{spoken}", "")}
    return _sentences()[reason.key].said(spoken).format(**values)


def said_actor(actor: str, language: str, on: dt.date | None = None) -> str:
    """Return the name of an actor of an answer that day, in words for every other state."""
    return _ANYONE.said(language) if actor == ANYONE else display_name(actor, language, on)


def said_verdict(verdict: str, language: str) -> str:
    """Return a verdict in words: "must act", "disputé"."""
    return _VERDICTS[verdict].said(language)


def said_day(day: Day, language: str) -> str:
    """Return a day in words, as much of it as is known: "1 November 2024", "juin 1992"."""
    if day.earliest is None or day.latest is None or day.is_exact:
        exact = day.earliest or day.latest
        return _said_date(exact, language) if exact else day.edtf
    if day.precision == "year":
        return str(day.earliest.year)
    if day.precision == "month":
        return _said_date(day.earliest, language).split(" ", 1)[1]
    between = Words("some day from {} to {}", "un jour entre le {} et le {}").said(language)
    return between.format(_said_date(day.earliest, language), _said_date(day.latest, language))


def _said_date(date: dt.date, language: str) -> str:
    if language == "fr":
        number = "1er" if date.day == 1 else str(date.day)
        return f"{number} {_FRENCH_MONTHS[date.month - 1]} {date.year}"
    return f"{date.day} {month_name[date.month]} {date.year}"


def _said_value(name: str, value: str, language: str, on: dt.date | None) -> str:
    if name in ("since", "signed"):
        return said_day(Day(value), language) if value else "?"
    if name == "place":
        return place(value).name.said(language)
    if name == "finding":
        return _findings()[value].said(language)
    if name == "act":
        return act_kinds()[value].label.said(language)
    if name == "authorisation":
        return next(one.words.said(language) for one in authorisations() if one.id == value)
    if name == "number":
        return value
    if name in ("also", "area", "question", "territory", "untold", "secrecy"):
        return said_code(name, value, language)
    if name.startswith("words_"):
        return value
    if name == "sovereign":
        return _sovereign(value, language, on)
    return ", ".join(said_actor(one, language, on) for one in value.split())


def _sovereign(actor: str, language: str, on: dt.date | None) -> str:
    """A parenthesis naming the recognised sovereign, nothing where there is none."""
    if not actor:
        return ""
    words = Words(" (recognised: {})", " (souverain reconnu : {})").said(language)
    return words.format(said_actor(actor, language, on))


@cache
def _findings() -> Mapping[str, Words]:
    return {finding.id: finding.words for finding in determinations()}


@cache
def _sentences() -> Mapping[str, Words]:
    text = files("foedus.treaties").joinpath("sentences.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        key: Words(**by_language) for key, by_language in yaml.load(text, Loader=loader).items()
    }
