"""Who the actors are: every state since 1816, the organisations and groups a security text names.

Ids are ISO 3166-1 alpha-3 where a state has one; for former states the withdrawn code of
ISO 3166-3 (SUN, DDR, YUG, CSK, YMD, VDR), else the Correlates of War abbreviation (AUH, GMY, RVN),
else Gleditsch and Ward's. `states.csv` says for each which, and why where that was a choice.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from foedus.actors import tables
from foedus.errors import UnknownActor
from foedus.evidence import Spell

__all__ = ["Actor", "actor", "all_actors"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation or group, and the spells of its life, in order.

    `kind` is state, organisation or group; `name` is the English one of the table. A state's life
    is all that the Correlates of War (2016) or Gleditsch and Ward (2017) cover, so that a country
    occupied in war does not cease to exist where either lists it. `wikidata` is the item of the
    latest spell, None where we are not certain of it.
    """

    id: str
    kind: str
    name: str
    spells: tuple[Spell, ...]
    wikidata: str | None = None

    def lives_on(self, date: dt.date) -> bool:
        """Whether the actor may have existed on that day."""
        return any(spell.may_cover(date) for spell in self.spells)

    @property
    def life(self) -> str:
        """The spells in words: `1922-12-30 to 1991-12-25`."""
        return " and ".join(map(_in_words, self.spells))


def actor(actor_id: str) -> Actor:
    """Return the actor of this id; raises UnknownActor with the nearest ids."""
    try:
        return _actors()[actor_id]
    except KeyError:
        near = get_close_matches(str(actor_id).upper(), _actors(), n=3)
        raise UnknownActor(
            str(actor_id), [f"{_actors()[found].name} ({found})" for found in near]
        ) from None


def all_actors() -> tuple[Actor, ...]:
    """Return every actor: states first, then organisations and groups, as the tables have them."""
    return tuple(_actors().values())


@cache
def _actors() -> dict[str, Actor]:
    items = {row["id"]: row["code"] for row in tables.rows("codes") if row["scheme"] == "wikidata"}
    drawn: dict[str, list[dict[str, str]]] = {}
    for table in ("states", "organisations"):
        for row in tables.rows(table):
            drawn.setdefault(row["id"], []).append(row)
    return {found: _drawn(rows, items.get(found)) for found, rows in drawn.items()}


def _drawn(rows: Iterable[dict[str, str]], wikidata: str | None) -> Actor:
    first, *_ = rows
    spells = tuple(tables.spell(row["begins"], row["ends"]) for row in rows)
    return Actor(first["id"], first["kind"], first["name"], spells, wikidata)


def _in_words(spell: Spell) -> str:
    if spell.begins is None:
        return f"until {spell.ends}" if spell.ends else "at all times covered"
    return f"{spell.begins} to {spell.ends}" if spell.ends else f"since {spell.begins}"
