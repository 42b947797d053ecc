"""A date that says how much of it is known: EDTF with an earliest and a latest day.

Extended Date/Time Format is ISO 8601-2:2019 (Library of Congress, *EDTF Specification*, 2019).
Levels 0 and 1 are read, for years 1 to 9999:

    2024-06-19          a day                  2024-22         summer 2024 (21 spring … 24 winter)
    2024-06  2024       a month, a year        199X  19XX      a decade, a century
    2024-06-XX          some day of June       2024?  2024~    uncertain, approximate, % both
    2022-02-24/..       since that day         1950/1953       from 1950 to 1953

Winter takes the months December to February and is named for the year it begins in; the other
seasons are those of the northern hemisphere. EDTF itself leaves both open.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["Day"]

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%])?"
)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True, order=False)
class Day:
    """A day, or as much of one as is known, written in EDTF.

    `earliest` and `latest` are the first and last calendar day it may be; None means open on that
    side (`..`) or unknown (empty end of an interval). Equal when written alike.

    Raises ValueError, naming the text, when it is not EDTF of level 0 or 1.
    """

    edtf: str
    earliest: dt.date | None = field(init=False, compare=False)
    latest: dt.date | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        earliest, latest = _bounds(self.edtf)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @classmethod
    def of(cls, date: dt.date) -> "Day":
        """Return the Day that is exactly this calendar day."""
        return cls(date.isoformat())

    @classmethod
    def between(cls, start: "Day | dt.date | None", end: "Day | dt.date | None") -> "Day":
        """Return the interval from `start` to `end`; None leaves that side open."""
        ends = (
            ".." if side is None else side.isoformat() if isinstance(side, dt.date) else side.edtf
            for side in (start, end)
        )
        return cls("/".join(ends))

    @property
    def precision(self) -> str:
        """How fine it is: day, month, season, year, decade, century, interval or approx."""
        if "/" in self.edtf:
            return "interval"
        if self.edtf[-1] in "~%":
            return "approx"
        return _precision(self.edtf.rstrip("?"))

    @property
    def is_exact(self) -> bool:
        """Whether it names one calendar day, without a mark of doubt."""
        return self.earliest is not None and self.earliest == self.latest and self.edtf[-1] != "?"

    def surely_on_or_before(self, date: dt.date) -> bool:
        """Whether every day it may be is `date` or earlier."""
        return self.latest is not None and self.latest <= date

    def possibly_on_or_before(self, date: dt.date) -> bool:
        """Whether some day it may be is `date` or earlier."""
        return self.earliest is None or self.earliest <= date

    def __str__(self) -> str:
        return self.edtf


def _precision(edtf: str) -> str:
    parts = edtf.split("-")
    if "X" in parts[0]:
        return "century" if parts[0].endswith("XX") else "decade"
    if len(parts) == 1 or parts[1] == "XX":
        return "year"
    if int(parts[1]) > 12:
        return "season"
    return "month" if len(parts) == 2 or parts[2] == "XX" else "day"


@lru_cache(maxsize=8192)
def _bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    if edtf.count("/") != 1:
        return _bounds_of_one(edtf)
    start, end = edtf.split("/")
    if start in _OPEN and end in _OPEN:
        raise ValueError(f"'{edtf}' is an interval without any end")
    earliest = None if start in _OPEN else _bounds_of_one(start)[0]
    latest = None if end in _OPEN else _bounds_of_one(end)[1]
    if earliest and latest and latest < earliest:
        raise ValueError(f"'{edtf}' ends before it begins")
    return earliest, latest


def _bounds_of_one(edtf: str) -> tuple[dt.date, dt.date]:
    found = _DATE.fullmatch(edtf)
    if found is None:
        raise ValueError(
            f"'{edtf}' is not a date in EDTF, such as 2024-06-19, 2024-06 or 1950/1953"
        )
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    try:
        if "X" in year:
            if month != "XX" or day != "XX":
                raise ValueError
            return (
                dt.date(max(int(year.replace("X", "0")), 1), 1, 1),
                dt.date(int(year.replace("X", "9")), 12, 31),
            )
        return _bounds_in_year(int(year), month, day)
    except ValueError:
        raise ValueError(f"'{edtf}' has no such year, month or day") from None


def _bounds_in_year(year: int, month: str, day: str) -> tuple[dt.date, dt.date]:
    if month == "XX":
        if day != "XX":
            raise ValueError
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    number = int(month)
    if number in _SEASON_MONTHS:
        if day != "XX":
            raise ValueError
        first, last = _SEASON_MONTHS[number]
        end_year = year + 1 if last < first else year
        return dt.date(year, first, 1), _last_of_month(end_year, last)
    if day == "XX":
        return dt.date(year, number, 1), _last_of_month(year, number)
    exact = dt.date(year, number, int(day))
    return exact, exact


def _last_of_month(year: int, month: int) -> dt.date:
    if not 1 <= month <= 12:
        raise ValueError
    return dt.date(year, month, calendar.monthrange(year, month)[1])
