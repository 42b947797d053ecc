"""What day a Japanese text has reached, and what is reckoned from it: 三日後, その五日前."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from foedus.evidence import Day
from foedus.reading.languages.japanese.numerals import number

__all__ = [
    "RECENT",
    "Told",
    "ago",
    "is_history",
    "is_long_past",
    "next_of_number",
    "reckoned",
    "unless_named",
]

RECENT = 2
"""How many years before publication the past begins that only a narrative goes back to."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the text told last: a year, a month, a whole day.

    `weak` says that the year only belongs to what a noun names ("1907年の英露協商"),
    `current` that the text has told of the years around its publication.
    """

    year: int | None = None
    month: int | None = None
    day: dt.date | None = None
    last: tuple[int, int] | None = None
    weak: bool = False
    current: bool = False


def unless_named(was: Told, told: Told) -> Told:
    """What the text is at after a day that a noun only names: what it was at, if at anything."""
    if was.year is not None:
        return was
    return replace(told, month=None, day=was.day, last=was.last, weak=True)


def is_history(told: Told, published: dt.date | None) -> bool:
    """Whether the text tells of years long before its publication, from paragraph to paragraph."""
    return told.year is not None and (published is None or published.year - told.year > RECENT)


def is_long_past(told: Told, published: dt.date | None) -> bool:
    """Whether the last day told lies years before publication."""
    past = published is None or (told.day is not None and published.year - told.day.year > RECENT)
    return told.day is not None and not told.current and past


def reckoned(
    match: re.Match[str], told: Told, published: dt.date | None
) -> tuple[Day | None, Told]:
    """So long before or after the day that the text is at ("三日後", "その五日前")."""
    later = match["later"] is not None
    count = number(match["later"] or match["ago"])
    unit = match["later_unit"] or match["ago_unit"]
    if told.day is None or match["about"] or count is None or count != int(count):
        return None, told
    whole = int(count) if later else -int(count)
    if unit == "日" or unit == "週間":
        day = told.day + dt.timedelta(days=whole * (7 if unit == "週間" else 1))
        if not later:
            return Day.of(day), told
        return Day.of(day), replace(told, day=day, last=(day.year, day.month), year=day.year)
    if not is_long_past(told, published):
        return (None, told) if later else (ago(match, published), told)
    if unit == "年":
        year = told.day.year + whole
        return Day(f"{year:04d}"), replace(told, year=year)
    if unit == "世紀":
        return None, told
    moved = told.day.year * 12 + told.day.month - 1 + whole
    return Day(f"{moved // 12:04d}-{moved % 12 + 1:02d}"), replace(told, year=moved // 12)


def next_of_number(date: int, told: Told) -> tuple[Day | None, Told]:
    """The day of this number right after the day that the text is at ("翌24日")."""
    if told.day is None or (told.day + dt.timedelta(days=1)).day != date:
        return None, told
    day = told.day + dt.timedelta(days=1)
    return Day.of(day), replace(told, day=day)


def ago(match: re.Match[str], published: dt.date | None) -> Day | None:
    """So long before publication, as finely as the words count."""
    count, unit = number(match["ago"]), match["ago_unit"]
    if published is None or count is None or match["about"] or count != int(count):
        return None
    whole = int(count)
    if unit == "日":
        return Day.of(published - dt.timedelta(days=whole))
    if unit.startswith("週"):
        return None
    if unit == "年":
        return Day(f"{published.year - whole:04d}")
    if unit == "世紀":
        return Day(f"{published.year - 100 * whole:04d}") if whole == 1 else None
    moved = published.year * 12 + published.month - 1 - whole
    return Day(f"{moved // 12:04d}-{moved % 12 + 1:02d}")
