"""What one row of a panel is about."""

from difflib import get_close_matches
from enum import StrEnum

from foedus.errors import UnknownGrain

__all__ = ["Grain", "grain_named"]


class Grain(StrEnum):
    """One row per state and year, pair of states and year or month, dispute, or leader in office.

    A dispute panel has one row per dispute, directed pair of states and year; a leader-spell panel
    one row per unbroken time in office of one leader.
    """

    STATE_YEAR = "state-year"
    DYAD_YEAR = "dyad-year"
    DYAD_MONTH = "dyad-month"
    DISPUTE = "dispute"
    LEADER_SPELL = "leader-spell"


def grain_named(words: str) -> Grain:
    """Return the grain of this name; raises UnknownGrain with the nearest names."""
    name = words.strip().lower().replace("_", "-").replace(" ", "-")
    if name in set(Grain):
        return Grain(name)
    names = [str(grain) for grain in Grain]
    raise UnknownGrain(words, get_close_matches(name, names, 2, 0.4) or names)
