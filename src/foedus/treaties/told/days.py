"""A day that is told beside the day that is coded."""

import datetime as dt
from enum import Enum

from foedus.evidence import Day

__all__ = ["Fit", "fit"]

_OLD_CALENDAR = (dt.timedelta(days=11), dt.timedelta(days=13))
_LAST_OF_IT = dt.date(1924, 1, 1)


class Fit(Enum):
    """How two days lie: may be one, side by side, a calendar apart, or apart."""

    SAME = "same"
    A_DAY_APART = "a_day_apart"
    CALENDARS = "calendars"
    APART = "apart"


def fit(told: Day, coded: Day) -> Fit:
    """Return how a told day lies to a coded one; days that share any may be the same."""
    if None in (told.earliest, told.latest, coded.earliest, coded.latest):
        return Fit.SAME
    first, last = _bounds(told)
    from_, until = _bounds(coded)
    if first <= until and from_ <= last:
        return Fit.SAME
    gap = max(first - until, from_ - last)
    if gap <= dt.timedelta(days=1):
        return Fit.A_DAY_APART
    low, high = _OLD_CALENDAR
    exact = told.is_exact and coded.is_exact
    return Fit.CALENDARS if exact and low <= gap <= high and until < _LAST_OF_IT else Fit.APART


def _bounds(day: Day) -> tuple[dt.date, dt.date]:
    return day.earliest or dt.date.min, day.latest or dt.date.max
