"""Whether an actor may have existed on the day of an event."""

from functools import lru_cache

from foedus.actors.states import actor
from foedus.errors import UnknownActor
from foedus.evidence import Day, Spell

__all__ = ["lives"]


@lru_cache(maxsize=4096)
def lives(actor_id: str, day: Day) -> bool:
    """Whether an actor may have existed on some part of a day; one we do not know always may."""
    try:
        spells = actor(actor_id).spells
    except UnknownActor:
        return True
    return any(_overlap(spell, day) for spell in spells)


def _overlap(spell: Spell, day: Day) -> bool:
    first, last = spell.begins, spell.ends.latest if spell.ends else None
    begun = first is None or day.latest is None or first.possibly_on_or_before(day.latest)
    return begun and (last is None or day.earliest is None or day.earliest <= last)
