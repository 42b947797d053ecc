"""Spells of actors as the tables here write them: `UKR 2024-08-06 to 2025-04-26 partly`."""

import datetime as dt
import re
from dataclasses import dataclass

from foedus.evidence import Day, Spell

__all__ = ["ActorSpell", "actor_spells"]

_WRITTEN = re.compile(
    r"(?P<actor>[A-Z_]+)(?: (?P<since>\S+)(?: to (?P<until>\S+))?)?(?P<partly> partly)?"
)


@dataclass(frozen=True, slots=True)
class ActorSpell:
    """An actor that held or claimed a place for a spell; `partly` when it held a part only."""

    actor: str
    spell: Spell
    partly: bool = False

    def may_cover(self, date: dt.date) -> bool:
        """Whether it may have held or claimed the place that day."""
        return self.spell.may_cover(date)


def actor_spells(written: str) -> tuple[ActorSpell, ...]:
    """Return the spells of one cell, in order; raises ValueError, naming the part at fault."""
    return tuple(_spell(part.strip()) for part in written.split("|") if part.strip())


def _spell(part: str) -> ActorSpell:
    found = _WRITTEN.fullmatch(part)
    if found is None:
        raise ValueError(f"'{part}' is not an actor with its spell, such as UKR 2024-08-06 to ..")
    since, until = (_day(found[side]) for side in ("since", "until"))
    return ActorSpell(found["actor"], Spell(since, until), bool(found["partly"]))


def _day(written: str | None) -> Day | None:
    return None if written in (None, "..") else Day(str(written))
