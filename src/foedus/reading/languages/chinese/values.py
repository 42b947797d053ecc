"""The day that an expression of time means, from its words and what the text has told before."""

import datetime as dt
import re
from collections.abc import Callable

from foedus.evidence import Day
from foedus.reading.languages.chinese.calendar import (
    DEICTICS,
    MONTH_TURNS,
    QUARTERS,
    SEASONS,
    YEAR_TURNS,
)
from foedus.reading.languages.chinese.narrative import (
    Told,
    ago,
    beginning,
    day_in_month,
    earlier,
    later,
    told_day,
    told_month,
    told_year,
    year_of,
)
from foedus.reading.languages.chinese.numerals import number

__all__ = ["VALUES", "Told", "beginning", "year_of"]

_COMING = dt.timedelta(days=200)
_NOT_LONG = dt.timedelta(days=45)


def _namesyear_of(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("year_turn") or groups.get("same_year"))


def _number(words: str | None) -> int | None:
    value = number(words) if words else None
    return None if value is None else int(value)


def _nearest(told: Told, build: Callable[[int], dt.date]) -> int | None:
    """The year of a month or day written without one."""
    if told.same_sentence and told.year is not None:
        return told.year
    if told.opened is not None:
        return told.opened
    if told.narrated is not None and not _is_recent(told, build):
        return told.narrated
    if told.published is None:
        return None
    for year in (told.published.year, told.published.year - 1):
        first = build(year)
        if first <= told.published:
            coming = build(year + 1)
            if told.future and coming - told.published <= _COMING:
                return year + 1
            return year
        if told.future and first - told.published <= _COMING:
            return year
    return None


def _is_recent(told: Told, build: Callable[[int], dt.date]) -> bool:
    """Whether, in a text about its own days, a new paragraph names a day not long ago."""
    if told.published is None or not told.current or (told.here and told.historic):
        return False
    return dt.timedelta() <= told.published - build(told.published.year) <= _NOT_LONG


def _iso(match: re.Match[str], _: Told) -> Day | None:
    return Day.of(dt.date(int(match["year"]), int(match["month"]), int(match["day"])))


def _turned_month(match: re.Match[str], told: Told) -> tuple[int, int] | None:
    """Year and month of "上月", "本月", "同月"."""
    if match["same_month"]:
        return (told.year, told.month) if told.year and told.month else None
    turn = MONTH_TURNS.get(match["month_turn"] or "")
    if turn is None or told.published is None:
        return None
    total = told.published.year * 12 + told.published.month - 1 + turn
    return total // 12, total % 12 + 1


def _date(match: re.Match[str], told: Told) -> Day | None:
    day = _number(match["day"])
    if day is None:
        return None
    if not match["month"]:
        turned = _turned_month(match, told)
        return Day.of(dt.date(*turned, day)) if turned else None
    month = _number(match["month"]) or 0
    year = year_of(match, told)
    if year is None:
        if _namesyear_of(match):
            return None
        year = _nearest(told, lambda one: _safe(one, month, day))
    return None if year is None else Day.of(dt.date(year, month, day))


def _safe(year: int, month: int, day: int) -> dt.date:
    """The day, or the last of its month where that year has no such day."""
    while day > 28:
        try:
            return dt.date(year, month, day)
        except ValueError:
            day -= 1
    return dt.date(year, month, day)


def _month(match: re.Match[str], told: Told) -> Day | None:
    if not match["month"]:
        turned = _turned_month(match, told)
        return Day(f"{turned[0]:04}-{turned[1]:02}") if turned else None
    month = _number(match["month"]) or 0
    year = year_of(match, told)
    if year is None:
        if _namesyear_of(match):
            return None
        year = _nearest(told, lambda one: dt.date(one, month, 1))
    return None if year is None or not 1 <= month <= 12 else Day(f"{year:04}-{month:02}")


def _whole_year(match: re.Match[str], told: Told) -> Day | None:
    year = year_of(match, told)
    if year is None or not 1 <= year <= 9999:
        return None
    half = match["half"]
    return _part_ofyear_of(year, half) if half else Day(f"{year:04}")


def _part_ofyear_of(year: int, half: str) -> Day | None:
    if half in ("上半年", "下半年"):
        first, last = ("01", "06") if half == "上半年" else ("07", "12")
        return Day(f"{year:04}-{first}/{year:04}-{last}")
    if half.endswith("季度"):
        quarter = QUARTERS[half.removeprefix("第")[0]]
        return Day(f"{year:04}-{quarter * 3 - 2:02}/{year:04}-{quarter * 3:02}")
    if half[0] in SEASONS:
        return Day(f"{year:04}-{SEASONS[half[0]]}")
    return Day(f"{year:04}")


def _half(match: re.Match[str], told: Told) -> Day | None:
    narrated = told.opened or told.narrated
    year = narrated or (told.published.year if told.published else None)
    if (
        narrated is None
        and told.published is not None
        and match["half"] in ("年底", "年末")
        and not told.future
    ):
        return None
    return None if year is None else _part_ofyear_of(year, match["half"])


def _season(match: re.Match[str], told: Told) -> Day | None:
    if match["turn"] is None or told.published is None:
        return None
    year = told.published.year + YEAR_TURNS[match["turn"]]
    return Day(f"{year:04}-{SEASONS[match['season']]}")


def _century_of(words: str | None) -> int | None:
    """The first years of a century, without their last two figures."""
    if not words:
        return None
    if words.startswith("上"):
        return 19
    if words == "本":
        return 20
    rank = _number(words)
    return None if rank is None else rank - 1


def _decade(match: re.Match[str], told: Told) -> Day | None:
    tens = _number(match["tens"])
    if tens is None:
        return None
    if tens >= 1000:
        return Day(f"{tens // 10}X")
    century = _century_of(match["century"])
    if century is None:
        last = told.published.year if told.published else 1999
        century = next((one for one in (20, 19) if one * 100 + tens <= last), 19)
    return Day(f"{century:02}{tens // 10}X")


def _century(match: re.Match[str], _: Told) -> Day | None:
    century = _century_of(match["century"])
    return None if century is None else Day(f"{century:02}XX")


def _day(match: re.Match[str], told: Told) -> Day | None:
    day = _number(match["day"])
    if day is None or not 1 <= day <= 31:
        return None
    known = day_in_month(day, told)
    if known is not None:
        return known
    if told.published is None:
        return None
    year, month = told.published.year, told.published.month
    if told.future and day > told.published.day:
        return Day.of(dt.date(year, month, day))
    for _ in range(3):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            found = dt.date.max
        if found <= told.published:
            return Day.of(found)
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return None


def _weekday(match: re.Match[str], told: Told) -> Day | None:
    if told.published is None:
        return None
    wanted = "一二三四五六日".find(match["weekday"].replace("天", "日"))
    monday = told.published - dt.timedelta(days=told.published.weekday())
    turn = match["turn"]
    if turn is None:
        back = (told.published.weekday() - wanted) % 7
        ahead = told.future and back
        return Day.of(told.published + dt.timedelta(days=7 - back if ahead else -back))
    shift = {"上": -7, "下": 7}.get(turn[0], 0)
    return Day.of(monday + dt.timedelta(days=wanted + shift))


def _week(match: re.Match[str], told: Told) -> Day | None:
    if told.published is None:
        return None
    shift = {"上": -7, "下": 7}.get(match["turn"][0], 0)
    monday = told.published + dt.timedelta(days=shift - told.published.weekday())
    first = 5 if match["weekend"] else 0
    return Day.between(monday + dt.timedelta(days=first), monday + dt.timedelta(days=6))


def _deictic(match: re.Match[str], told: Told) -> Day | None:
    days = dt.timedelta(days=DEICTICS[match["deictic"]])
    return None if told.published is None else Day.of(told.published + days)


VALUES: dict[str, Callable[[re.Match[str], Told], Day | None]] = {
    "iso": _iso,
    "date": _date,
    "month": _month,
    "year": _whole_year,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "ago": ago,
    "earlier": earlier,
    "later": later,
    "day": _day,
    "weekday": _weekday,
    "week": _week,
    "deictic": _deictic,
    "told": told_day,
    "told_year": told_year,
    "told_month": told_month,
}
