"""Force the Security Council has authorised against a state, of which foedus knows a few cases.

`authorisations.csv` has one row each: what it does not have is unknown, not forbidden.
"""

import csv
import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.evidence import Day, Spell
from foedus.treaties.words import Words

__all__ = ["Authorisation", "authorisations", "authorised_against"]


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A resolution that authorises or recommends force against a state for a spell."""

    id: str
    against: str
    spell: Spell
    resolution: str
    words: Words
    citation: str


@cache
def authorisations() -> tuple[Authorisation, ...]:
    """Return every authorisation of the table, in its order."""
    text = files("foedus.treaties").joinpath("authorisations.csv").read_text(encoding="utf-8")
    return tuple(
        Authorisation(
            id=row["id"],
            against=row["against"],
            spell=Spell(Day(row["since"]), Day(row["until"])),
            resolution=row["resolution"],
            words=Words(row["en"], row["fr"]),
            citation=row["citation"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def authorised_against(targets: Collection[str], on: dt.date) -> Authorisation | None:
    """Return what authorises force that day against one of the targets, None if nothing known."""
    return next(
        (one for one in authorisations() if one.against in targets and one.spell.may_cover(on)),
        None,
    )
