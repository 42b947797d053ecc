"""Who is a member of an organisation on a day: those whom its measures bind through it.

Membership is told by the founding treaties of the register where they are coded with all their
parties (`TREATIES`), else by the Intergovernmental Organizations data where they are held
(`NAMES_IN_IGO`), which know years and end in 2014. For any other organisation, or day, the members
are unknown: None, never nobody.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet as pq

from foedus.actors.codes import actor_with_code
from foedus.datasets.holdings import holding
from foedus.errors import MissingDataset
from foedus.treaties.instruments import register
from foedus.treaties.parties import bond

__all__ = ["NAMES_IN_IGO", "TREATIES", "Members", "members_on", "organisations_of"]

TREATIES: Mapping[str, str] = {
    "AU": "au-2000",
    "EU": "eu-2007",
    "LAS": "arab-league-1945",
    "NATO": "nato-1949",
    "UN": "un-charter-1945",
}
"""The instrument of the register whose parties are the members, by organisation."""
NAMES_IN_IGO: Mapping[str, str] = {
    "AU": "au",
    "ECOWAS": "ecowas",
    "EEC": "eec",
    "EU": "eu",
    "OAS": "oas",
    "OAU": "oau",
}
"""The name of an organisation in the IGO data; asked where no treaty answers for the day."""
_FULL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """The members of an organisation on a day, and what says so.

    `certain` and `possible` are ids in alphabetical order; `source` is a treaty's id or "igo".
    """

    organisation: str
    certain: tuple[str, ...]
    possible: tuple[str, ...]
    source: str

    @property
    def all(self) -> tuple[str, ...]:
        """All who are or may be members."""
        return tuple(sorted((*self.certain, *self.possible)))


def members_on(organisation: str, day: dt.date) -> Members | None:
    """Return the members of an organisation that day; None where nothing here says who they are."""
    return _by_treaty(organisation, day) or _by_igo(organisation, day)


def organisations_of(actor: str, day: dt.date) -> tuple[str, ...]:
    """Return the organisations whose members are known here and of which the actor is or may be."""
    found = {}
    for organisation in sorted({*TREATIES, *NAMES_IN_IGO}):
        members = members_on(organisation, day)
        if members is not None:
            found[organisation] = members.all
    return tuple(one for one, members in found.items() if actor in members)


@lru_cache(maxsize=512)
def _by_treaty(organisation: str, day: dt.date) -> Members | None:
    if organisation not in TREATIES:
        return None
    instrument = register()[TREATIES[organisation]]
    begins = instrument.in_force.earliest if instrument.in_force else None
    if begins is None or day < begins:
        return None
    bonds = {one: bond(instrument, one, day) for one in instrument.actors}
    return Members(
        organisation=organisation,
        certain=tuple(sorted(k for k, v in bonds.items() if v.in_force and v.standing)),
        possible=tuple(sorted(k for k, v in bonds.items() if v.in_force is None)),
        source=instrument.id,
    )


def _by_igo(organisation: str, day: dt.date) -> Members | None:
    if organisation not in NAMES_IN_IGO:
        return None
    try:
        held = holding("igo", "memberships")
    except MissingDataset:
        return None
    first, last = held.covers
    if (first and day.year < first) or (last and day.year > last):
        return None
    by_year = _full_members(held.paths, held.sha256)
    name, none = NAMES_IN_IGO[organisation], frozenset[str]()
    here, before, after = (by_year.get((name, day.year + step), none) for step in (0, -1, 1))
    if not here:
        return None
    # In the first and the last year of a membership its days are not known.
    certain = here & before & (after if day.year != last else here)
    return Members(
        organisation=organisation,
        certain=tuple(sorted(certain)),
        possible=tuple(sorted(here - certain)),
        source="igo",
    )


@lru_cache(maxsize=2)
def _full_members(paths: tuple[Path, ...], stamp: str) -> dict[tuple[str, int], frozenset[str]]:
    """Return the full members by name and year; `stamp` tells one import from another."""
    del stamp
    wanted = [("igo", "in", [*NAMES_IN_IGO.values()]), ("level", "==", _FULL)]
    columns = ["ccode", "year", "igo"]
    found: dict[tuple[str, int], set[str]] = {}
    for path in paths:
        for row in pq.read_table(path, columns=columns, filters=wanted).to_pylist():
            state = actor_with_code("cow", row["ccode"], dt.date(row["year"], 7, 1))
            if state is not None:
                found.setdefault((row["igo"], row["year"]), set()).add(state.id)
    return {key: frozenset(members) for key, members in found.items()}
