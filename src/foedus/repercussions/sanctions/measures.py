"""One measure of one sender on one target, and whether it is in force on a day.

A source that knows years alone leaves the first and the last year in doubt: a day inside them is
possible, not certain. After the last day a source reaches nothing is known: what was in force then
is `UNKNOWN`, never in force and never ended.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from foedus.evidence import Spell

__all__ = ["KINDS", "InForce", "Measure", "Why"]

KINDS = ("trade", "arms", "military", "financial", "travel", "other")
"""The families of the Global Sanctions Data Base: trade, arms, military assistance, finance,
travel, and whatever is of another kind (transport, services, diplomatic measures)."""


class InForce(StrEnum):
    """Whether a measure is in force on a day: whatever is not one of these is not."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why a measure is counted as one on an actor, the plainest reason first."""

    NAMED = "named"
    PROGRAMME = "programme"
    REGIME = "regime"
    NATIONALITY = "nationality"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: a case of sanctions between two actors, or one entry of a list.

    `key` is its name in `dataset`. `sender` and `on` are ids of actors: whom it is on, each with
    the reason to say so; a sender of None is one the source does not name. `kinds` are of `KINDS`,
    none where the source does not say. `name` and `sort` say who is listed and what that is
    ("Person"), None for a case between actors. `programme` is the act or part of the list it stands
    in. `known_until` is the last day the source reaches, None for no such day known.
    """

    key: str
    dataset: str
    sender: str | None
    on: tuple[tuple[str, Why], ...]
    kinds: tuple[str, ...]
    spell: Spell
    programme: str
    known_until: dt.date | None
    name: str | None = None
    sort: str | None = None
    reason: str | None = None

    def why(self, target: str) -> Why | None:
        """Return why it is a measure on this actor; None when it is not."""
        return next((why for actor, why in self.on if actor == target), None)

    def in_force(self, day: dt.date) -> InForce | None:
        """Return whether it is in force that day; None when it is not."""
        if self.known_until is not None and day > self.known_until:
            last = self.in_force(self.known_until)
            return InForce.UNKNOWN if last else None
        if self.spell.begins is None and self.spell.ends is None:
            return InForce.POSSIBLE  # listed on a day that nobody gives
        if self.spell.begins is not None and self.spell.surely_covers(day):
            return InForce.CERTAIN
        return InForce.POSSIBLE if self.spell.may_cover(day) else None
