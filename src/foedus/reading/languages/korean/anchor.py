"""From where a Korean temporal expression is reckoned, and the parts of one that is found."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.reading.languages.korean.numerals import number

__all__ = ["Anchor", "Value", "dated", "figure", "group"]

_NEAR_YEARS = 2


@dataclass(slots=True)
class Anchor:
    """From where an expression is reckoned: publication, and what the text has told so far.

    `latest` is the last date told; `year` and `month` those that a date without them belongs to:
    of a date before it in the sentence, else of one that opened a sentence of the paragraph, or of
    the text where that tells of the past (`history`). `future` says that the sentence speaks of
    what is to come.
    """

    published: Day | None
    history: bool = False
    latest: Day | None = None
    year: int | None = None
    month: int | None = None
    future: bool = False
    told: tuple[int, int | None] | None = None

    @property
    def today(self) -> dt.date | None:
        """The day of publication, when it is known to the day."""
        known = self.published
        return known.earliest if known is not None and known.is_exact else None

    @property
    def this_year(self) -> int | None:
        """The year of publication."""
        known = self.published
        if known is None or known.earliest is None or known.latest is None:
            return None
        same = known.earliest.year == known.latest.year
        return known.earliest.year if same else None

    def tell(self, day: Day, opens: bool) -> None:
        """Take note of a date that the text has told, and whether it opens its sentence."""
        self.latest = day
        if day.precision not in ("day", "month", "year", "season") or day.earliest is None:
            return
        month = day.earliest.month if day.precision in ("day", "month") else None
        self.year, self.month = day.earliest.year, month
        fresh = self.told is None or self.told[0] <= day.earliest.year
        if opens or (self.history and fresh):
            self.told = self.year, self.month

    def new_sentence(self) -> None:
        """Begin a sentence, which goes on with the year that was told unless that is near."""
        self.year, self.month = self.told or (None, None)
        known, now = self.year, self.this_year
        if known is not None and now is not None and abs(known - now) <= _NEAR_YEARS:
            self.year, self.month = None, None

    def new_paragraph(self) -> None:
        """Begin a paragraph, which goes on with no year unless the text tells of the past."""
        self.told = self.told if self.history else None


Value = Callable[[re.Match[str], Anchor], Day | None]


def group(found: re.Match[str], name: str) -> str | None:
    """Return what a group matched, None for nothing or where there is no such group."""
    return found.groupdict().get(name) or None


def figure(found: re.Match[str], name: str) -> int | None:
    """Return the number that a group matched."""
    words = group(found, name)
    if words is None:
        return None
    value = number(words)
    return None if value is None else int(value)


def dated(year: int, month: int | None, day: int | None) -> Day | None:
    """Return a date to the year, the month or the day; None where there is no such one."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return Day(f"{year:04}")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return Day(f"{year:04}-{month:02}")
    return Day.of(dt.date(year, month, day))
