"""Who had exploded a nuclear device by a day, each with the source that says so."""

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.actors.codes import code

__all__ = ["FirstExplosion", "exploded_by", "first_explosions", "nuclear_codes"]


@dataclass(frozen=True, slots=True)
class FirstExplosion:
    """The day from which an actor is known to have exploded a nuclear device; see `source`."""

    actor: str
    since: dt.date
    source: str


@cache
def first_explosions() -> tuple[FirstExplosion, ...]:
    """Return one entry per actor, of `nuclear.csv`; Russia's is the day it took the Union's place.

    Who has a weapon and never tested one (Israel, South Africa) is not among them.
    """
    text = files(__package__).joinpath("nuclear.csv").read_text(encoding="utf-8")
    return tuple(
        FirstExplosion(row["actor"], dt.date.fromisoformat(row["since"]), row["source"])
        for row in csv.DictReader(text.splitlines())
    )


def exploded_by(on: dt.date) -> Mapping[str, str]:
    """Return the source for each actor that had exploded a device by that day."""
    return {one.actor: one.source for one in first_explosions() if one.since <= on}


@cache
def nuclear_codes(year: int) -> frozenset[int]:
    """Return the COW codes of the states that had exploded a device by the end of a year."""
    day = dt.date(year, 12, 31)
    codes = (code(actor, "cow", day) for actor in exploded_by(day))
    return frozenset(one for one in codes if isinstance(one, int))
