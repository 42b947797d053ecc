"""The ladder of hostility: five rungs from no militarised action to war.

Rungs are the hostility levels of the Militarized Interstate Dispute data: Daniel M. Jones, Stuart
A. Bremer and J. David Singer, "Militarized Interstate Disputes, 1816-1992: Rationale, Coding Rules,
and Empirical Patterns", *Conflict Management and Peace Science* 15, 1996, 163-213; as kept by Glenn
Palmer et al., "The MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description", *Conflict
Management and Peace Science* 39, 2022, 470-482.

Which PLOVER types of event stand on which rung is our own reading, declared in `ladder.csv`: only
THREATEN, MOBILIZE and ASSAULT are militarised by their meaning, and THREATEN holds threats that are
not of force. COERCE and SANCTION are hostile and stand on no rung. No single event is a war.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foedus.evidence import EventType
from foedus.treaties.words import Words

__all__ = ["DISPLAY", "THREAT", "USE", "WAR", "Rung", "ladder", "rung_of_event"]

THREAT, DISPLAY, USE, WAR = 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: its hostility level, 1 to 5, what it means, the types of event that stand on it."""

    level: int
    key: str
    means: Words
    event_types: tuple[EventType, ...]


@cache
def ladder() -> tuple[Rung, ...]:
    """Return the five rungs, the lowest first."""
    text = (files(__package__) / "ladder.csv").read_text(encoding="utf-8")
    return tuple(
        Rung(
            int(row["level"]),
            row["key"],
            Words(row["means_en"], row["means_fr"]),
            tuple(map(EventType, row["event_types"].split())),
        )
        for row in csv.DictReader(text.splitlines())
    )


def rung_of_event(event_type: str) -> int | None:
    """Return the level a PLOVER type stands on, None for a type that is no militarised act."""
    return next((one.level for one in ladder() if event_type in one.event_types), None)
