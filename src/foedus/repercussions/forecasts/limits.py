"""How far ahead a forecast may reach, and what no forecast of this kind can know."""

import datetime as dt
from typing import Final

from foedus.errors import FoedusError

__all__ = ["LONGEST", "SHIFT", "STALE", "horizon_to", "standing_of"]

SHIFT: Final = "ideal-point"
"""The target that is a number: how far an ideal point moves. All others are events."""
LONGEST: Final = 15
"""Years ahead of the last outcome known beyond which nothing is forecast. Forecasts at every
horizon are scored at that horizon; beyond fifteen years, too few folds are left to score."""
STALE: Final = 5
"""Years ahead beyond which what was known of a dyad is called stale."""


def horizon_to(year: int, last: int, what: str) -> int:
    """Return the years from the last one covered to the one asked; raises FoedusError beyond."""
    if year - last > LONGEST:
        raise FoedusError(
            f"{what} ends with {last}: {year} is {year - last} years beyond it, and nothing is "
            f"forecast more than {LONGEST} years ahead. Ask for {last + LONGEST} at the latest, or "
            "register a newer release (`foedus data get`)."
        )
    return year - last


def standing_of(year: int, last: int, made_on: dt.date) -> str:
    """Return what a forecast of a year is: "forecast", "late" or "hindcast".

    A hindcast is of a year that the data cover; late is a forecast of a year that had begun when it
    was made, so that the world knew more than the data. The three are never scored together.
    """
    if year <= last:
        return "hindcast"
    return "forecast" if made_on < dt.date(year, 1, 1) else "late"
