"""Days, weeks, months, quarters and years of the calendar: of Python's days, and of a column's."""

import datetime as dt
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

import ibis
from ibis.expr.types import DateValue

__all__ = ["Unit", "begin_of", "end_of", "first_of", "periods"]

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
"""How long a period is; weeks begin on Monday."""

_TRUNCATED: Final = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_LONGEST: Final = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


def periods(first: dt.date, last: dt.date, by: Unit) -> Iterator[dt.date]:
    """Yield the first day of every period with a day from `first` to `last`."""
    begins = begin_of(first, by)
    while begins <= last:
        yield begins
        # The day after the longest period lies in the next one, or is its first day.
        begins = begin_of(begins + dt.timedelta(days=_LONGEST[by]), by)


def begin_of(day: dt.date, by: Unit) -> dt.date:
    """Return the first day of the period that a day lies in."""
    if by == "day":
        return day
    if by == "week":
        return day - dt.timedelta(days=day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[by]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def first_of(day: DateValue, by: Unit) -> DateValue:
    """Return the first day of the period that each day of a column lies in."""
    return day if by == "day" else day.truncate(_TRUNCATED[by]).cast("date")


def end_of(begins: DateValue, by: Unit) -> DateValue:
    """Return the last day of the period that each day of a column begins."""
    lengths = {
        "day": ibis.interval(days=1),
        "week": ibis.interval(days=7),
        "month": ibis.interval(months=1),
        "quarter": ibis.interval(months=3),
        "year": ibis.interval(years=1),
    }
    return (begins + lengths[by] - ibis.interval(days=1)).cast("date")
