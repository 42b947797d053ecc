"""Which international body found whom the aggressor against whom, and since when.

One row of `determinations.csv` per finding of the Security Council or the General Assembly that an
act was an aggression or a breach of the peace by a named side. Only resolutions we are certain of:
that a pair has no row means nobody is known here to have decided, not that nobody attacked.
"""

import csv
import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.evidence import Day, Spell
from foedus.treaties.words import Words

__all__ = ["Determination", "determinations", "found_aggressors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """One body's finding that `aggressor` attacked `victim`, for the spell it concerns."""

    id: str
    aggressor: str
    victim: str
    spell: Spell
    body: str
    resolution: str
    words: Words
    citation: str


@cache
def determinations() -> tuple[Determination, ...]:
    """Return every finding of the table, in its order."""
    text = files("foedus.treaties").joinpath("determinations.csv").read_text(encoding="utf-8")
    return tuple(
        Determination(
            id=row["id"],
            aggressor=row["aggressor"],
            victim=row["victim"],
            spell=Spell(Day(row["since"]), Day(row["until"]) if row["until"] else None),
            body=row["body"],
            resolution=row["resolution"],
            words=Words(row["en"], row["fr"]),
            citation=row["citation"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def found_aggressors(
    suspects: Collection[str], victims: Collection[str], on: dt.date
) -> tuple[Determination, ...]:
    """Return the findings of that day against one of `suspects`, those for one of `victims` first.

    A finding for somebody else counts too: whoever attacks an aggressor may be helping its victim.
    """
    found = [
        finding
        for finding in determinations()
        if finding.aggressor in suspects and finding.spell.may_cover(on)
    ]
    return tuple(sorted(found, key=lambda finding: finding.victim not in victims))
