"""The codes that an actor has held, for asking a panel about it."""

import datetime as dt

from foedus.actors.codes import code_spells
from foedus.actors.names import actor_named, display_name
from foedus.actors.states import Actor
from foedus.errors import OutsideLife
from foedus.evidence import Day, Spell
from foedus.panels.narrowing import CodeYears
from foedus.panels.systems import System

__all__ = ["held_by_others", "party_named"]


def party_named(words: str, system: System, last: int) -> tuple[CodeYears, ...]:
    """Return the codes of the system that the actor has held, with the years of each.

    A bare number is a code of the system through all its years, whoever held it: 365 is the Russian
    Empire, the Soviet Union and Russia, where "Russia" is Russia since 1991. A name is what it
    meant at the end of the year `last` ("Allemagne" in 1872 is not the Germany of today), or, when
    it named nobody then, what it means today. Raises UnknownActor
    with the nearest names, and OutsideLife for an actor that the system never had as a member.
    """
    spells = [row for row in code_spells() if row.scheme == system.name]
    held = [row for row in spells if str(row.code) == words.strip()]
    if not held:
        actor = _actor(words, last)
        held = [row for row in spells if row.actor == actor.id]
    if not held:
        raise OutsideLife(
            f"{words} ({actor.id}) was never a member of the {system.name.upper()} system of "
            "states: it has no rows in its panels."
        )
    return tuple(
        CodeYears(
            int(row.code),
            _year(row.spell.begins, dt.MINYEAR),
            _year(row.spell.ends, dt.MAXYEAR),
        )
        for row in held
    )


def held_by_others(words: str, system: System, years: tuple[int, int]) -> tuple[str, ...]:
    """Return a sentence for each other actor that held the actor's code in some of the years.

    Rows of those years are not the actor's, and easily missed: "Russia" has none of the Soviet
    Union's. Empty for a bare code, which means every year of it. Raises as `party_named` does.
    """
    codes = {held.code for held in party_named(words, system, years[1])}
    if words.strip().isdecimal():
        return ()
    actor = _actor(words, years[1])
    others = [
        row
        for row in code_spells()
        if row.scheme == system.name
        and row.code in codes
        and row.actor != actor.id
        and _year(row.spell.begins, dt.MINYEAR) <= years[1]
        and _year(row.spell.ends, dt.MAXYEAR) >= years[0]
    ]
    return tuple(
        f"{system.name.upper()} code {row.code} {_span(row.spell)}: "
        f"{display_name(row.actor, 'en')} ({row.actor}), not {words}; its rows are left out. "
        f"Ask for {row.code} to have every year of the code."
        for row in others
    )


def _actor(words: str, last: int) -> Actor:
    try:
        return actor_named(words, dt.date(last, 12, 31))
    except OutsideLife:
        return actor_named(words)


def _span(spell: Spell) -> str:
    first, last = _year(spell.begins, dt.MINYEAR), _year(spell.ends, dt.MAXYEAR)
    return f"since {first}" if last == dt.MAXYEAR else f"from {first} to {last}"


def _year(day: Day | None, unbounded: int) -> int:
    """Return the year of a day; years are all that a panel asks about."""
    known = day.earliest if day is not None else None
    return known.year if known is not None else unbounded
