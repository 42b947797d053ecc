"""An obligation as a table of a treaty file: its trigger, what it asks, readings and exceptions."""

from typing import Final

from foedus.sources.toml_file import Table
from foedus.treaties.instrument import Area, Asks, ExceptionRule, Obligation, Reading, Trigger
from foedus.treaties.table_fields import (
    UNREAD,
    actors,
    chosen_ones,
    each,
    known_actor,
    number,
    whom,
    words_of,
)
from foedus.treaties.vocabulary import act_kinds, kinds, vocabulary

__all__ = ["obligation_in", "reading_in"]

EXCEPTION_KINDS: Final = ("area", "administration", "self_defence", "authorised", "other")
AT_HOME: Final = ("inside", "outside", "open")
ANSWERS_TO_AGGRESSION: Final = ("counts", "excluded", "unstated")


def obligation_in(table: Table) -> Obligation:
    """Return the obligation that a table describes."""
    return Obligation(
        id=table.text("id") or "",
        kind=table.chosen("kind", kinds()) or "",
        obligor=whom(table, "obligor"),
        beneficiary=whom(table, "beneficiary"),
        trigger=_trigger(table),
        asks=_asks(table.table("asks")),
        discretion=table.chosen("discretion", vocabulary("discretion")) or "",
        timing=table.chosen("timing", vocabulary("timing")) or "",
        subject_to=chosen_ones(table, "subject_to", vocabulary("subject_to")),
        readings=each(table, "reading", reading_in),
        exceptions=each(table, "exception", _exception),
    )


def _trigger(obligation: Table) -> Trigger:
    table = obligation.table("trigger")
    trigger = Trigger(
        acts=chosen_ones(table, "acts", act_kinds()),
        by=table.chosen("by", vocabulary("by"), required=False) or "any",
        adversaries=actors(table, "adversaries"),
        not_adversaries=actors(table, "not_adversaries"),
        together_with=actors(table, "together_with"),
        least_adversaries=number(table, "least_adversaries") or 1,
        territory=table.chosen("territory", vocabulary("territory"), required=False) or "unstated",
        answering_aggression=table.chosen(
            "answering_aggression", ANSWERS_TO_AGGRESSION, required=False
        )
        or "unstated",
        provocation=table.chosen("provocation", ANSWERS_TO_AGGRESSION, required=False)
        or "unstated",
        untold=chosen_ones(table, "untold", vocabulary("untold")),
        war=table.chosen("war", ("against", "any"), required=False) or "against",
        also=chosen_ones(table, "also", vocabulary("also")),
        excluded_areas=chosen_ones(table, "excluded_areas", vocabulary("area")),
        words=words_of(table, "words", required=False),
    )
    table.faults_of_the_rest()
    return trigger


def _asks(table: Table) -> Asks:
    asks = Asks(
        action=words_of(table, "action") or UNREAD,
        means=words_of(table, "means", required=False),
        armed_force=table.chosen(
            "armed_force", ("required", "included", "excluded", "unstated"), required=False
        )
        or "unstated",
    )
    table.faults_of_the_rest()
    return asks


def reading_in(table: Table) -> Reading:
    """Return the reading that a table describes."""
    return Reading(
        id=table.text("id") or "",
        question=table.chosen("question", vocabulary("question")) or "",
        label=words_of(table, "label") or UNREAD,
        sets=_sets(table.table("sets")),
        holders=table.texts("holders", least=1),
        source=table.text("source") or "",
        act=table.chosen("act", act_kinds(), required=False),
        targets=actors(table, "targets"),
        since=table.day("since", required=False),
    )


def _sets(table: Table) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    lists = {
        "acts": act_kinds(),
        "excluded_areas": vocabulary("area"),
        "also": vocabulary("also"),
        "untold": vocabulary("untold"),
    }
    actor_lists = ("adversaries", "not_adversaries", "together_with")
    words = {
        "territory": vocabulary("territory"),
        "by": vocabulary("by"),
        "answering_aggression": ANSWERS_TO_AGGRESSION,
        "provocation": ANSWERS_TO_AGGRESSION,
        "argued_acts": ("counts", "excluded"),
        "statehood": ("counts", "excluded"),
    }
    sets: dict[str, str | tuple[str, ...]] = {}
    for key in table.fields():
        if key in lists:
            sets[key] = chosen_ones(table, key, lists[key])
        elif key in actor_lists:
            sets[key] = actors(table, key)
        elif key in words:
            sets[key] = table.chosen(key, words[key]) or ""
    if not table.fields():
        table.fault("sets nothing", "one of " + ", ".join((*lists, *actor_lists, *words)))
    table.faults_of_the_rest()
    return tuple(sets.items())


def _exception(table: Table) -> ExceptionRule:
    return ExceptionRule(
        id=table.text("id") or "",
        kind=table.chosen("kind", EXCEPTION_KINDS) or "",
        words=words_of(table, "words") or UNREAD,
        article=table.text("article") or "",
        source=table.text("source") or "",
        areas=each(table, "areas", _area),
        administered_by=_administrators(table),
        home=table.chosen("home", AT_HOME, required=False) or "inside",
    )


def _administrators(table: Table) -> tuple[str, ...]:
    written = table.texts("administered_by", required=False)
    for index, one in enumerate(written):
        if one != "beneficiary":
            known_actor(table, one, "administered_by", index)
    return written


def _area(table: Table) -> Area:
    return Area(
        name=table.chosen("name", vocabulary("area")) or "",
        of_party=table.chosen("of", ("a party",), required=False) is not None,
        until=table.day("until", required=False),
    )
