"""Who holds which office for whom, since when; what offices and their holders are called.

`office_holders.csv` has one row per person, office and spell: `source` is the body whose acts or
list record the tenure, `checked` the leader dataset whose dates ours agree with, if any (Archigos
4.1: Goemans, Gleditsch and Chiozza 2009; REIGN to March 2021: Bell 2016). It covers the actors that
security texts of 2014 to 2025 name, and classic figures since 1816: nobody in a row means not known
here, never vacant. On the day one holder follows another both hold the office.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from foedus.actors import tables
from foedus.actors.states import actor
from foedus.evidence import Day, Spell

__all__ = ["Holder", "HolderName", "Role", "holder_names", "holders", "person_named", "roles"]

_APOSTROPHES = str.maketrans("'", "’")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office of an actor.

    `office` is an id of `roles.csv` (head_of_state, foreign_minister, …). An end such as
    `2025-06/..` means in office in June 2025, and later unknown.
    """

    person: str
    actor: str
    office: str
    spell: Spell
    source: str
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class HolderName:
    """Words that name a person who speaks, or spoke, for an actor.

    `person` is the full name in the table. `begins` and `ends` bound the person's offices for that
    actor: as with `SurfaceForm` they choose between actors ("Stoltenberg": NOR until 2013, NATO
    from 2014) and between persons of one name, and never forbid a name. `ambiguous` words ("Kim",
    "Austin") want the full name, or the office, elsewhere in the text.
    """

    words: str
    person: str
    actor: str
    begins: Day | None = None
    ends: Day | None = None
    ambiguous: bool = False

    def may_mean_on(self, date: dt.date) -> bool:
        """Whether the person may have been in office for this actor on that day."""
        return Spell(self.begins, self.ends).may_cover(date)


@dataclass(frozen=True, slots=True)
class Role:
    """Words that name an office; `actor` where they name it for one actor only, else None."""

    words: str
    office: str
    actor: str | None = None


def holders(
    actor_id: str, office: str | None = None, on: dt.date | None = None
) -> tuple[Holder, ...]:
    """Return who may hold an office for an actor on a day, in order of office and beginning.

    Without an office, of every office; without a day, of all time. Empty when the table does not
    say. Raises UnknownActor.
    """
    return tuple(
        holder
        for holder in _by_actor().get(actor(actor_id).id, ())
        if (office is None or holder.office == office)
        and (on is None or holder.spell.may_cover(on))
    )


@cache
def holder_names(language: str) -> tuple[HolderName, ...]:
    """Return the names of all holders in French or English, longest first; none for others.

    A person who spoke for several actors has a name for each.
    """
    names = (
        replace(named, words=words)
        for named in _names(language)
        for words in {named.words, named.words.translate(_APOSTROPHES)}
    )
    return tuple(sorted(names, key=lambda name: (-len(name.words), name.words, name.actor)))


def person_named(words: str) -> str | None:
    """Return the person, as the table names them, whom words name in any of its languages.

    None where no language has the words, or where they may name more than one.
    """
    found = _persons_by_words().get(words, ())
    return found[0] if len(found) == 1 else None


@cache
def _persons_by_words() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for row in tables.rows("persons"):
        for words in (row["words"], row["person"]):
            known = index.get(words, ())
            if row["person"] not in known and "ambiguous" not in row["marks"]:
                index[words] = (*known, row["person"])
    return index


@cache
def roles(language: str) -> tuple[Role, ...]:
    """Return the words for offices in French or English, longest first; none for others.

    English ones are in lower case and are also written with capitals; French ones as written here.
    """
    found = (
        Role(row["words"], row["office"], row["actor"] or None)
        for row in tables.rows("roles")
        if row["language"] == language
    )
    return tuple(sorted(found, key=lambda role: (-len(role.words), role.words)))


def _names(language: str) -> Iterator[HolderName]:
    served = _spells_by_person()
    for row in tables.rows("persons"):
        if row["language"] == language:
            for actor_id, (begins, ends) in served[row["person"]].items():
                ambiguous = "ambiguous" in row["marks"]
                yield HolderName(row["words"], row["person"], actor_id, begins, ends, ambiguous)


@cache
def _by_actor() -> dict[str, tuple[Holder, ...]]:
    index: dict[str, tuple[Holder, ...]] = {}
    for row in tables.rows("office_holders"):
        spell = tables.spell(row["begins"], row["ends"])
        checked = row["checked"] or None
        held = Holder(row["person"], row["actor"], row["office"], spell, row["source"], checked)
        index[held.actor] = (*index.get(held.actor, ()), held)
    return index


@cache
def _spells_by_person() -> dict[str, dict[str, tuple[Day | None, Day | None]]]:
    """From the first beginning to the last end of each person's offices, by person and actor."""
    served: dict[str, dict[str, tuple[Day | None, Day | None]]] = {}
    for held in (holder for found in _by_actor().values() for holder in found):
        spells = served.setdefault(held.person, {})
        begins, ends = spells.get(held.actor, (held.spell.begins, held.spell.ends))
        spells[held.actor] = (
            min(begins, held.spell.begins, key=_first),
            max(ends, held.spell.ends, key=_last),
        )
    return served


def _first(day: Day | None) -> dt.date:
    return day.earliest if day and day.earliest else dt.date.min


def _last(day: Day | None) -> dt.date:
    return day.latest if day and day.latest else dt.date.max
