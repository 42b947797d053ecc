"""The date that a Chinese narrative has reached, and what is reckoned from it: 四天后, 次日."""

import datetime as dt
import re
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.reading.languages.chinese.calendar import STEPS, UNITS, YEAR_TURNS
from foedus.reading.languages.chinese.numerals import number

__all__ = [
    "Told",
    "ago",
    "beginning",
    "day_in_month",
    "earlier",
    "later",
    "told_day",
    "told_month",
    "told_year",
    "year_of",
]

# So long before publication a day without a month is one of the month of publication.
_FRESH = dt.timedelta(days=3)
_EXACT = 10


@dataclass(slots=True)
class Told:
    """What the text has said of time: publication, the last year, month and day.

    `opened` is the year that opens the paragraph, `narrated` a year long past that the narrative is
    in, `historic` whether its paragraphs open with such years, `here` whether year, month and day
    were told in this paragraph, `current` whether the text speaks of its own day anywhere,
    `reported` the day on which somebody in this paragraph said what happened on another.
    """

    published: dt.date | None
    year: int | None = None
    month: int | None = None
    day: dt.date | None = None
    opened: int | None = None
    narrated: int | None = None
    future: bool = False
    same_sentence: bool = False
    historic: bool = False
    here: bool = False
    current: bool = False
    reported: dt.date | None = None


def year_of(match: re.Match[str], told: Told) -> int | None:
    """The year that the words name, None when they name none."""
    groups = match.groupdict()
    if groups.get("year"):
        value = number(groups["year"])
        return int(value) if value is not None else None
    turn = groups.get("year_turn")
    if turn:
        if told.published is None:
            return None
        return told.published.year + YEAR_TURNS[turn]
    same = groups.get("same_year")
    if same and told.year is not None:
        return told.year + (same in ("次年", "翌年"))
    return None


def ago(match: re.Match[str], told: Told) -> Day | None:
    """So long before publication; in a narrative of years long past, before the day it is at."""
    if told.narrated is None:
        return beginning(match, told.published)
    return _from_told(match, told, -1)


def earlier(match: re.Match[str], told: Told) -> Day | None:
    """So long before the day last told ("此前两天")."""
    return _from_told(match, told, -1)


def later(match: re.Match[str], told: Told) -> Day | None:
    """So long after the day last told, in its own paragraph or in a narrative."""
    return _from_told(match, told, 1) if told.here or told.narrated is not None else None


def _from_told(match: re.Match[str], told: Told, sign: int) -> Day | None:
    unit = UNITS.get(match["unit"].removeprefix("个"))
    if unit in ("day", "week"):
        return None if told.day is None else beginning(match, told.day, sign)
    if unit == "month" and told.month is None:
        return None
    if told.year is None:
        return None
    return beginning(match, dt.date(told.year, told.month or 1, 1), sign)


def beginning(match: re.Match[str], reckoned: dt.date | None, sign: int = -1) -> Day | None:
    """The day so long before another (after it with `sign` 1), as fine as its unit.

    None when the length is vague.
    """
    count = number(match["count"])
    unit = UNITS.get(match["unit"].removeprefix("个"))
    if reckoned is None or count is None or unit is None or match["more"]:
        return None
    hedge = match.groupdict().get("hedge")
    if unit == "day" and count == int(count):
        then = reckoned + sign * dt.timedelta(days=int(count))
        return Day(then.isoformat() + ("" if count <= _EXACT and not hedge else "~"))
    if unit == "week":
        return Day((reckoned + sign * dt.timedelta(days=round(count * 7))).isoformat() + "~")
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months is None:
        return None
    total = reckoned.year * 12 + reckoned.month - 1 + sign * round(count * months)
    if unit == "year":
        return Day(f"{total // 12:04}~")
    return Day(f"{total // 12:04}-{total % 12 + 1:02}~")


def told_day(match: re.Match[str], told: Told) -> Day | None:
    """The day last told, the one after or the one before."""
    return None if told.day is None else Day.of(told.day + dt.timedelta(days=STEPS[match["told"]]))


def told_year(match: re.Match[str], told: Told) -> Day | None:
    """The year after or before the one last told."""
    if told.year is None:
        return None
    return Day(f"{told.year + (-1 if match['told_year'] == '前一年' else 1):04}")


def told_month(match: re.Match[str], told: Told) -> Day | None:
    """The month after or before the one last told."""
    if told.year is None or told.month is None:
        return None
    step = -1 if match["told_month"].startswith("前") else 1
    total = told.year * 12 + told.month - 1 + step
    return Day(f"{total // 12:04}-{total % 12 + 1:02}")


def day_in_month(day: int, told: Told) -> Day | None:
    """A day without a month, in the month that the narrative or the paragraph is in; else None."""
    if told.year is None or told.month is None:
        return None
    if told.same_sentence or (told.narrated is not None and told.narrated == told.year):
        return Day.of(dt.date(told.year, told.month, day))
    if not told.here or told.day is None or day <= told.day.day or told.published is None:
        return None
    fresh = [(told.published - dt.timedelta(days=back)).day for back in range(_FRESH.days)]
    then = dt.date(told.year, told.month, day)
    return Day.of(then) if then <= told.published and day not in fresh else None
