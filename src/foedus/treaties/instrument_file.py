"""An instrument read from its TOML file, checked field by field, all faults told at once.

The form is that of the files in `register/`: a lawyer can write one with the vocabulary of
`vocabulary.yaml`, `obligations.yaml` and `acts.yaml` beside it.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final, TypeVar

from foedus.actors.states import actor
from foedus.errors import UnknownActor
from foedus.evidence import Spell
from foedus.sources.toml_file import Table, toml_at
from foedus.treaties.instrument import (
    Area,
    Article,
    Asks,
    Doubt,
    ExceptionRule,
    Instrument,
    KnownHow,
    LeftOut,
    Obligation,
    Party,
    Reading,
    Trigger,
)
from foedus.treaties.vocabulary import act_kinds, kinds, vocabulary
from foedus.treaties.words import LANGUAGES, Words

__all__ = ["instrument_at", "readings_at"]

Read = TypeVar("Read")
EXCEPTION_KINDS: Final = ("area", "administration", "self_defence", "other")
ANSWERS_TO_AGGRESSION: Final = ("counts", "excluded", "unstated")
UNREAD: Final = Words("unread")
"""Stands for words that were at fault; nobody sees it: the faults are raised first."""


def instrument_at(path: Path) -> Instrument:
    """Return the instrument a file describes.

    Raises FaultyInput with every fault: file, line, field, and what was expected there.
    """
    table = toml_at(path)
    read = _instrument(table, path)
    table.faults_of_the_rest()
    table.raise_faults()
    return read


def readings_at(path: Path) -> tuple[Reading, ...]:
    """Return the readings of a file that holds nothing else; raises FaultyInput like the rest."""
    table = toml_at(path)
    readings = _each(table, "reading", _reading)
    table.faults_of_the_rest()
    table.raise_faults()
    return readings


def _instrument(table: Table, path: Path) -> Instrument:
    return Instrument(
        id=table.text("id") or "",
        citation=table.text("citation") or "",
        signed=table.closed_day("signed"),
        in_force=table.day("in_force", required=False),
        in_force_note=table.text("in_force_note", required=False),
        ended=table.day("ended", required=False),
        ancestor=table.text("ancestor", required=False),
        replaces=table.text("replaces", required=False),
        organisation=_optional_actor(table, "organisation"),
        atop=_number(table, "atop"),
        names=table.texts("names", required=False),
        title=_words(table, "title") or UNREAD,
        short=_words(table, "short") or UNREAD,
        parties=_each(table, "party", _party),
        articles=_each(table, "article", _article),
        left_out=_each(table, "left_out", _left_out),
        file=path.name,
    )


def _each(table: Table, key: str, read: Callable[[Table], Read]) -> tuple[Read, ...]:
    read_ones = []
    for inner in table.tables(key):
        read_ones.append(read(inner))
        inner.faults_of_the_rest()
    return tuple(read_ones)


def _words(table: Table, key: str, *, required: bool = True) -> Words | None:
    inner = table.table(key)
    said = {language: inner.text(language, required=False) for language in LANGUAGES}
    inner.faults_of_the_rest()
    if any(said.values()):
        return Words(**said)
    if required:
        table.fault("is missing", f"{key}.en and {key}.fr, or one of them", key)
    return None


def _number(table: Table, key: str) -> int | None:
    written = table.text(key, required=False)
    if written and not written.isdecimal():
        table.fault(f"'{written}' is no number", 'digits in quotation marks, such as "3440"', key)
        return None
    return int(written) if written else None


def _actor(table: Table, key: str) -> str:
    return _known_actor(table, table.text(key) or "", key)


def _optional_actor(table: Table, key: str) -> str | None:
    written = table.text(key, required=False)
    return _known_actor(table, written, key) if written else None


def _known_actor(table: Table, written: str, key: str, index: int | None = None) -> str:
    if written:
        try:
            actor(written)
        except UnknownActor as unknown:
            near = " or ".join(unknown.nearest) or "an actor id such as RUS or PRK"
            table.fault(f"'{written}' is no actor", near, key, index)
    return written


def _spell(table: Table) -> Spell | None:
    begins, ends = table.day("from", required=False), table.day("until", required=False)
    if begins is None and ends is None:
        return None
    try:
        return Spell(begins, ends)
    except ValueError as wrong:
        table.fault(str(wrong), "until on or after from", "until")
        return None


def _party(table: Table) -> Party:
    return Party(
        actor=_actor(table, "actor"),
        signed=table.day("signed", required=False),
        spell=_spell(table),
        doubts=_each(table, "doubt", _doubt),
        note=_words(table, "note", required=False),
    )


def _doubt(table: Table) -> Doubt:
    return Doubt(
        since=table.closed_day("since"),
        words=_words(table, "words") or UNREAD,
        source=table.text("source") or "",
    )


def _left_out(table: Table) -> LeftOut:
    return LeftOut(what=table.text("what") or "", why=table.text("why") or "")


def _article(table: Table) -> Article:
    known_how = table.chosen("known_how", vocabulary("known_how"))
    uncertain = known_how == KnownHow.UNCERTAIN
    return Article(
        number=table.text("number") or "",
        summary=_words(table, "summary") or UNREAD,
        known_how=KnownHow(known_how or KnownHow.UNCERTAIN),
        why_uncertain=table.text("why_uncertain", required=uncertain),
        source=table.text("source") or "",
        spell=_spell(table),
        obligations=_each(table, "obligation", _obligation),
    )


def _obligation(table: Table) -> Obligation:
    return Obligation(
        id=table.text("id") or "",
        kind=table.chosen("kind", kinds()) or "",
        obligor=_whom(table, "obligor"),
        beneficiary=_whom(table, "beneficiary"),
        trigger=_trigger(table),
        asks=_asks(table.table("asks")),
        discretion=table.chosen("discretion", vocabulary("discretion")) or "",
        timing=table.chosen("timing", vocabulary("timing")) or "",
        subject_to=_chosen_ones(table, "subject_to", vocabulary("subject_to")),
        readings=_each(table, "reading", _reading),
        exceptions=_each(table, "exception", _exception),
    )


def _whom(table: Table, key: str) -> tuple[str, ...]:
    whom = table.texts(key, least=1)
    for index, one in enumerate(whom):
        if one not in vocabulary("whom"):
            _known_actor(table, one, key, index)
    return whom


def _actors(table: Table, key: str) -> tuple[str, ...]:
    written = table.texts(key, required=False)
    for index, one in enumerate(written):
        _known_actor(table, one, key, index)
    return written


def _chosen_ones(table: Table, key: str, choices: Collection[str]) -> tuple[str, ...]:
    written = table.texts(key, required=False)
    for index, one in enumerate(written):
        if one not in choices:
            table.fault(f"'{one}' is not known", "one of " + ", ".join(choices), key, index)
    return written


def _trigger(obligation: Table) -> Trigger:
    table = obligation.table("trigger")
    trigger = Trigger(
        acts=_chosen_ones(table, "acts", act_kinds()),
        by=table.chosen("by", vocabulary("by"), required=False) or "any",
        adversaries=_actors(table, "adversaries"),
        territory=table.chosen("territory", vocabulary("territory"), required=False) or "unstated",
        answering_aggression=table.chosen(
            "answering_aggression", ANSWERS_TO_AGGRESSION, required=False
        )
        or "unstated",
        also=_chosen_ones(table, "also", vocabulary("also")),
        excluded_areas=_chosen_ones(table, "excluded_areas", vocabulary("area")),
        words=_words(table, "words", required=False),
    )
    table.faults_of_the_rest()
    return trigger


def _asks(table: Table) -> Asks:
    asks = Asks(
        action=_words(table, "action") or UNREAD,
        means=_words(table, "means", required=False),
        armed_force=table.chosen(
            "armed_force", ("included", "excluded", "unstated"), required=False
        )
        or "unstated",
    )
    table.faults_of_the_rest()
    return asks


def _reading(table: Table) -> Reading:
    return Reading(
        id=table.text("id") or "",
        question=table.chosen("question", vocabulary("question")) or "",
        label=_words(table, "label") or UNREAD,
        sets=_sets(table.table("sets")),
        holders=table.texts("holders", least=1),
        source=table.text("source") or "",
    )


def _sets(table: Table) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    lists = {"acts": act_kinds(), "excluded_areas": vocabulary("area")}
    words = {
        "territory": vocabulary("territory"),
        "by": vocabulary("by"),
        "answering_aggression": ANSWERS_TO_AGGRESSION,
    }
    sets: dict[str, str | tuple[str, ...]] = {}
    for key in table.fields():
        if key in lists:
            sets[key] = _chosen_ones(table, key, lists[key])
        elif key in words:
            sets[key] = table.chosen(key, words[key]) or ""
    if not table.fields():
        table.fault("sets nothing", "one of " + ", ".join((*lists, *words)))
    table.faults_of_the_rest()
    return tuple(sets.items())


def _exception(table: Table) -> ExceptionRule:
    return ExceptionRule(
        id=table.text("id") or "",
        kind=table.chosen("kind", EXCEPTION_KINDS) or "",
        words=_words(table, "words") or UNREAD,
        article=table.text("article") or "",
        source=table.text("source") or "",
        areas=_each(table, "areas", _area),
        administered_by=_administrators(table),
    )


def _administrators(table: Table) -> tuple[str, ...]:
    written = table.texts("administered_by", required=False)
    for index, one in enumerate(written):
        if one != "beneficiary":
            _known_actor(table, one, "administered_by", index)
    return written


def _area(table: Table) -> Area:
    return Area(
        name=table.chosen("name", vocabulary("area")) or "",
        of_party=table.chosen("of", ("a party",), required=False) is not None,
        until=table.day("until", required=False),
    )
