"""What number or letters each coding scheme gives an actor on a given day.

Schemes: `cow` (Correlates of War, *State System Membership List, v2016*, 2017) and `cowabb` (the
letters of the same list: GMY, UKG, ROK), `gw` (Gleditsch and Ward, "A Revised List of Independent
States since the Congress of Vienna", *International Interactions* 25, 1999; list of 2017 with the
microstates), `iso3` (ISO 3166-1 and 3166-3 alpha-3, first issued on 1974-12-15) and `wikidata`.
Both state lists begin on 1816-01-01; a state that stands on their last day (2016-12-31, 2017-12-31)
is carried on, as none has left either since.

A code is answered only for days it surely holds: outside them it is None, never the successor's.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from foedus.actors import tables
from foedus.actors.states import Actor, actor
from foedus.evidence import Spell

__all__ = ["SCHEMES", "CodeSpell", "actor_with_code", "code", "code_spells"]

SCHEMES = ("cow", "cowabb", "gw", "iso3", "wikidata")
_NUMERIC = ("cow", "gw")


@dataclass(frozen=True, slots=True)
class CodeSpell:
    """One row of `codes.csv`: an actor held this code of this scheme during this spell."""

    actor: str
    scheme: str
    code: int | str
    spell: Spell
    source: str


def code(actor_id: str, scheme: str, on: dt.date) -> int | str | None:
    """Return the actor's code on that day, a number for cow and gw; None when it had none.

    Raises UnknownActor for an id that leads nowhere and ValueError for an unknown scheme.
    """
    held = _by_actor(_known(scheme)).get(actor(actor_id).id, ())
    return next((row.code for row in held if row.spell.surely_covers(on)), None)


def actor_with_code(scheme: str, code: int | str, on: dt.date) -> Actor | None:
    """Return the actor that held this code on that day, None when nobody surely did.

    A numeric code may be written as text ("365"). Raises ValueError for an unknown scheme.
    """
    held = _by_code(_known(scheme)).get(str(code).strip().upper(), ())
    return next((actor(row.actor) for row in held if row.spell.surely_covers(on)), None)


def code_spells() -> tuple[CodeSpell, ...]:
    """Return every row of `codes.csv`: one per actor, scheme and spell."""
    return _rows()


def _known(scheme: str) -> str:
    if scheme not in SCHEMES:
        raise ValueError(f"no coding scheme '{scheme}': choose one of {', '.join(SCHEMES)}")
    return scheme


@cache
def _rows() -> tuple[CodeSpell, ...]:
    return tuple(_read())


def _read() -> Iterator[CodeSpell]:
    for row in tables.rows("codes"):
        scheme, text = row["scheme"], row["code"]
        held: int | str = int(text) if scheme in _NUMERIC else text
        spell = tables.spell(row["begins"], row["ends"])
        yield CodeSpell(row["id"], scheme, held, spell, row["source"])


@cache
def _by_actor(scheme: str) -> dict[str, tuple[CodeSpell, ...]]:
    index: dict[str, tuple[CodeSpell, ...]] = {}
    for row in (row for row in _rows() if row.scheme == scheme):
        index[row.actor] = (*index.get(row.actor, ()), row)
    return index


@cache
def _by_code(scheme: str) -> dict[str, tuple[CodeSpell, ...]]:
    index: dict[str, tuple[CodeSpell, ...]] = {}
    for row in (row for row in _rows() if row.scheme == scheme):
        index[str(row.code)] = (*index.get(str(row.code), ()), row)
    return index
