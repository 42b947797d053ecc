"""A small gazetteer of the ground treaties turn on: whose it is, who claims it, who holds it.

One row of `places.csv` per place. `recognised` is whom most states and the United Nations recognise
as sovereign, empty where that itself is disputed or open; `claims` lists who claims it and since
when; `control` who administered it and when. `areas` are the regions treaties name. Each row says
where that is settled. It is a list of places asked about, not of the world: what it lacks is
unknown.
"""

import csv
import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from foedus.errors import UnknownPlace
from foedus.treaties.spells import ActorSpell, actor_spells
from foedus.treaties.words import Words

__all__ = ["Place", "place", "place_named", "places"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A region, city, island, zone or sea, with its sovereign, claimants and holders through time.

    Standings of the ground are asked by day: `recognised_on`, `claimed_on`, `held_on`.
    """

    id: str
    kind: str
    name: Words
    names: tuple[str, ...]
    areas: tuple[str, ...]
    recognised: tuple[ActorSpell, ...]
    claims: tuple[ActorSpell, ...]
    control: tuple[ActorSpell, ...]
    citation: str
    note: str | None = None

    def recognised_on(self, date: dt.date) -> str | None:
        """The recognised sovereign that day; None when open, disputed, or at sea."""
        return next((one.actor for one in self.recognised if one.may_cover(date)), None)

    def claimed_on(self, date: dt.date) -> tuple[str, ...]:
        """Everyone who claims the place that day, its recognised sovereign included."""
        claimants = (*self.recognised, *self.claims)
        return tuple(dict.fromkeys(one.actor for one in claimants if one.may_cover(date)))

    def held_on(self, date: dt.date) -> tuple[str, ...]:
        """Everyone who may hold the place, or a part of it, that day."""
        return tuple(dict.fromkeys(one.actor for one in self.control if one.may_cover(date)))


def places() -> Mapping[str, Place]:
    """Return every place of the gazetteer by its id."""
    return _places()


def place(place_id: str) -> Place:
    """Return the place of this id; raises UnknownPlace with the nearest ids."""
    try:
        return _places()[place_id]
    except KeyError:
        raise UnknownPlace(place_id, get_close_matches(place_id, _places(), n=3)) from None


def place_named(words: str) -> Place:
    """Return the place these words name, in any of its languages, accents and case aside.

    Raises UnknownPlace with the nearest names.
    """
    key = _key(words)
    names = _names()
    if key in names:
        return _places()[names[key]]
    near = dict.fromkeys(names[one] for one in get_close_matches(key, names, n=5, cutoff=0.7))
    raise UnknownPlace(words, [_places()[one].name.said("en") for one in list(near)[:3]])


@cache
def _places() -> dict[str, Place]:
    text = files("foedus.treaties").joinpath("places.csv").read_text(encoding="utf-8")
    return {row["id"]: _place(row) for row in csv.DictReader(text.splitlines())}


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        id=row["id"],
        kind=row["kind"],
        name=Words(row["en"], row["fr"]),
        names=tuple(_parts(row["others"])),
        areas=tuple(_parts(row["areas"])),
        recognised=actor_spells(row["recognised"]),
        claims=actor_spells(row["claims"]),
        control=actor_spells(row["control"]),
        citation=row["citation"],
        note=row["note"] or None,
    )


def _parts(cell: str) -> Iterable[str]:
    return (part.strip() for part in cell.split("|") if part.strip())


@cache
def _names() -> dict[str, str]:
    return {
        _key(name): found.id
        for found in _places().values()
        for name in (found.id, found.name.said("en"), found.name.said("fr"), *found.names)
    }


_ARTICLES = ("la ", "le ", "les ", "l'", "the ", "region de ", "region of ", "oblast de ")


def _key(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold().replace("’", "'").replace("_", " "))
    key = " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
    for article in _ARTICLES:
        key = key.removeprefix(article)
    return key
