"""Instruments chosen by party, day and kind of obligation, and put in an order."""

import datetime as dt
from collections.abc import Iterable
from difflib import get_close_matches

from foedus.actors.names import actor_named
from foedus.actors.states import all_actors
from foedus.errors import UnknownKind
from foedus.evidence import Day, Spell
from foedus.treaties.instrument import Instrument
from foedus.treaties.parties import bond, bound_parties
from foedus.treaties.vocabulary import kinds

__all__ = ["selected", "sorted_by"]


def selected(
    instruments: Iterable[Instrument],
    *,
    party: str | None = None,
    on: dt.date | None = None,
    kind: str | None = None,
) -> tuple[Instrument, ...]:
    """Return the instruments that have this party, are in force that day, and have such a clause.

    With a party and a day, those that bind the party that day, surely or possibly. One that is
    guaranteed counts as a party. Raises UnknownActor, OutsideLife or UnknownKind.
    """
    actor = _actor(party, on) if party is not None else None
    wanted = _kind(kind) if kind is not None else None
    return tuple(
        one
        for one in instruments
        if (wanted is None or any(duty.kind == wanted for _, duty in one.obligations()))
        and (actor is None or actor in (*one.actors, *one.guaranteed))
        and (on is None or _in_force(one, actor, on))
    )


def sorted_by(instruments: Iterable[Instrument], order: str) -> tuple[Instrument, ...]:
    """Return instruments by the day they were "signed", came "in-force" or "ended", or by "id".

    Those that never came into force, or still run, stand last.
    """
    if order == "id":
        return tuple(sorted(instruments, key=lambda one: one.id))
    day = {"signed": "signed", "in-force": "in_force", "ended": "ended"}[order]
    return tuple(sorted(instruments, key=lambda one: (_place(getattr(one, day)), one.id)))


def _place(day: Day | None) -> dt.date:
    return (day.earliest or day.latest or dt.date.max) if day else dt.date.max


def _in_force(one: Instrument, actor: str | None, on: dt.date) -> bool:
    if one.in_force is None or not Spell(one.in_force, one.ended).may_cover(on):
        return False
    if actor is not None:
        return bond(one, actor, on).standing is not None
    return bool(bound_parties(one, on))


def _actor(words: str, on: dt.date | None) -> str:
    """An id is itself, whatever the word means today; any other name, what it means that day."""
    if any(one.id == words.strip() for one in all_actors()):
        return words.strip()
    return actor_named(words, on).id


def _kind(words: str) -> str:
    named = {
        name.casefold(): kind.id
        for kind in kinds().values()
        for name in (kind.id, kind.label.said("en"), kind.label.said("fr"))
    }
    wanted = words.strip().casefold()
    if wanted not in named:
        near = get_close_matches(wanted, named, n=3, cutoff=0.5)
        raise UnknownKind(words, tuple(dict.fromkeys(named[name] for name in near)))
    return named[wanted]
