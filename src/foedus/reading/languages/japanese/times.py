"""Japanese expressions of time, each with the day it can be resolved to.

One pattern finds every expression; `_day` says what it means. What a text leaves out is taken from
what it last told: the year of the paragraph, the month of the sentence, else from publication, with
the nearest past, or the nearest future in a sentence about what is to come.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from foedus.evidence import Day
from foedus.reading.languages.japanese.calendar import (
    ERAS,
    FUTURE,
    PATTERN,
    SEASONS,
    TURNS_DAY,
    TURNS_MONTH,
    TURNS_SEASON,
    TURNS_WEEK,
    TURNS_YEAR,
    WEEKDAYS,
)
from foedus.reading.languages.japanese.narrative import (
    RECENT,
    Told,
    ago,
    is_history,
    is_long_past,
    next_of_number,
    reckoned,
    unless_named,
)
from foedus.reading.languages.japanese.numerals import number
from foedus.reading.reading import TimeExpression

__all__ = ["expressions"]

# "の" and then the name of something, not more of the date, nor a mere event at that time.
_NAMING = re.compile(
    r"の(?!(?:[0-9０-９一二三四五六七八九十]+[年月日]|[春夏秋冬]|間|時点|末|初|うち|終))"
    r"[^、。\n「」をがはにで]{0,14}(?:条約|協定|同盟|協商|合意|議定書|憲章|会議|宣言|戦争|事件|演説|法)"
)
_SENTENCE_EDGE = re.compile(r"[。！？]|\n")
_PARTS_OF_YEAR = {"初め": None, "初頭": None, "年初": None}
_TENTHS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0), "初め": (1, 10), "末": (21, 0)}


def expressions(text: str, published: Day | None) -> tuple[TimeExpression, ...]:
    """Return the temporal expressions of `text`, ascending, without overlap."""
    return tuple(_expressions(text, published.earliest if published else None))


def _expressions(text: str, published: dt.date | None) -> Iterator[TimeExpression]:
    told, sentence, before = Told(), (0, 0), (0, 0)
    for match in PATTERN.finditer(text):
        if match.start() >= sentence[1]:
            between = text[sentence[1] : match.start()]
            if "\n" in between and not is_history(told, published):
                told = replace(told, year=None, month=None)
            told = replace(told, month=None)
            sentence = _sentence(text, match.start())
        future = FUTURE.search(text, match.end(), min(sentence[1], match.end() + 120)) is not None
        kind = _kind(match)
        day = None
        if kind == "date":
            try:
                if before[0] == match.start() and text[match.start() - 1] == "の":
                    told = replace(told, year=before[1], weak=False)
                was = told
                day, told = _day(match, told, published, future)
                if _NAMING.match(text, match.end()):
                    told = unless_named(was, told)
            except (ValueError, OverflowError):
                day = None
            if day is not None and day.earliest is not None and published is not None:
                near = published.year - day.earliest.year <= RECENT
                told = replace(told, current=told.current or near)
            if match["ago_unit"] in ("年", "世紀") and day is not None:
                before = match.end() + 1, day.earliest.year if day.earliest else 0
            kind = "duration" if match["later"] and day is None else kind
        yield TimeExpression(match.start(), match.end(), day, kind)


def _sentence(text: str, start: int) -> tuple[int, int]:
    edge = _SENTENCE_EDGE.search(text, start)
    return start, edge.start() + 1 if edge else len(text)


def _kind(match: re.Match[str]) -> str:
    if match["every"]:
        return "set"
    if match["clock"]:
        return "time"
    return "duration" if match["length"] else "date"


def _int(words: str | None) -> int | None:
    value = number(words) if words else None
    return int(value) if value is not None else None


def _day(
    match: re.Match[str], told: Told, published: dt.date | None, future: bool
) -> tuple[Day | None, Told]:
    if match["decade"]:
        return Day(f"{_int(match['decade']) // 10:03d}X"), told  # type: ignore[operator]
    if match["century"]:
        return Day(f"{(_int(match['century']) or 1) - 1:02d}XX"), told
    if match["later"] or match["from"] or (match["ago"] and is_long_past(told, published)):
        return reckoned(match, told, published)
    if match["ago"]:
        return ago(match, published), told
    if match["day6"] and told.day is not None:
        return next_of_number(int(number(match["day6"]) or 0), told)
    if match["again"]:
        return _again(match["again"], _int(match["day5"]), told)
    if match["near"]:
        return _near(match["near"], match["weekday"], published, told)
    year, stated = _year(match, told, published)
    month = _int(match["month"] or match["month2"] or match["month3"])
    turn = TURNS_MONTH.get(match["turn_month"] or "")
    if turn is not None and published is not None:
        moved = published.year * 12 + published.month - 1 + turn
        year, month, stated = moved // 12, moved % 12 + 1, True
    date = _int(match["day"] or match["day2"] or match["day3"] or match["day4"])
    if date is not None and month is None and not match["turn_month"]:
        return _bare_day(date, told, published, future)
    if month is not None and year is None:
        year = told.year or _year_of_month(month, date, published, future)
    if year is None:
        return None, told
    if month is None:
        found = _within_year(match, year)
        known = None if told.weak else told.year
        return found, replace(told, year=known or year, weak=False) if stated else told
    said = year if stated else told.year
    weak = told.weak and not stated
    told = replace(told, year=said, month=month, last=(year, month), weak=weak)
    if date is not None:
        day = dt.date(year, month, date)
        return Day.of(day), replace(told, day=day)
    part = match["tenth"] or match["tenth2"] or match["tenth3"]
    if part:
        return _tenth(year, month, part), told
    if not 1 <= month <= 12:
        return None, told
    return Day(f"{year:04d}-{month:02d}"), told


def _year(match: re.Match[str], told: Told, published: dt.date | None) -> tuple[int | None, bool]:
    words = match["year"] or match["year2"]
    if words:
        written = 1 if words == "元" else _int(words)
        era = match["era"]
        if written is None:
            return None, False
        if era:
            return ERAS[era] + written - 1, True
        return written, True
    turn = match["turn_year"]
    if turn in ("同年", "翌年", "前年"):
        last = told.day.year if told.year is None and told.day else told.year
        moved = {"同年": 0, "翌年": 1, "前年": -1}[turn]
        return (None, False) if last is None else (last + moved, True)
    if turn and published is not None:
        return published.year + TURNS_YEAR[turn], False
    return None, False


def _year_of_month(
    month: int, date: int | None, published: dt.date | None, future: bool
) -> int | None:
    if published is None:
        return None
    later = (month, date or 1) > (published.month, published.day)
    if later and not future:
        return published.year - 1
    if future and month < published.month - 5:
        return published.year + 1
    return published.year


def _bare_day(
    date: int, told: Told, published: dt.date | None, future: bool
) -> tuple[Day | None, Told]:
    """A day without its month: of the month last told in the sentence, else of publication."""
    if told.month is not None and (told.year or told.day):
        year = told.day.year if told.day and told.day.month == told.month else told.year
        day = dt.date(year or 0, told.month, date)
        return Day.of(day), replace(told, day=day)
    if is_long_past(told, published) and told.day is not None:
        day = dt.date(told.day.year, told.day.month, date)
        return Day.of(day), replace(told, day=day)
    if published is None:
        return None, told
    year, month = published.year, published.month
    if date > published.day and not future:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    day = dt.date(year, month, date)
    return Day.of(day), replace(told, day=day)


def _within_year(match: re.Match[str], year: int) -> Day | None:
    if match["fiscal"]:
        return Day(f"{year:04d}-04-01/{year + 1:04d}-03-31")
    season = match["season"]
    if season:
        return Day(f"{year:04d}-{SEASONS[season]}")
    half = match["half"]
    if half in ("上半期", "前半"):
        return Day(f"{year:04d}-01-01/{year:04d}-06-30")
    if half in ("下半期", "後半"):
        return Day(f"{year:04d}-07-01/{year:04d}-12-31")
    return Day(f"{year:04d}")


def _tenth(year: int, month: int, part: str) -> Day:
    first, last = _TENTHS.get(part, (1, 0))
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    end = dt.date(year, month, last) if last else following - dt.timedelta(days=1)
    return Day(f"{dt.date(year, month, first).isoformat()}/{end.isoformat()}")


def _again(words: str, date: int | None, told: Told) -> tuple[Day | None, Told]:
    if words in ("同月", "翌月"):
        if told.last is None:
            return None, told
        moved = told.last[0] * 12 + told.last[1] - 1 + (words == "翌月")
        if date is not None:
            day = dt.date(moved // 12, moved % 12 + 1, date)
            return Day.of(day), replace(told, day=day)
        return Day(f"{moved // 12:04d}-{moved % 12 + 1:02d}"), told
    if told.day is None:
        return None, told
    moved = {"同日": 0, "当日": 0, "翌日": 1, "前日": -1, "翌々日": 2}[words]
    day = told.day + dt.timedelta(days=moved)
    return Day.of(day), replace(told, day=day)


def _near(
    words: str, weekday: str | None, published: dt.date | None, told: Told
) -> tuple[Day | None, Told]:
    if published is None:
        return None, told
    past = told.year is not None and published.year - told.year > RECENT and told.day is None
    if past and words in ("きょう", "今日", "本日"):  # "100年前のきょう"
        day = published.replace(year=told.year or 0)
        return Day.of(day), replace(told, day=day)
    if words in TURNS_DAY:
        day = published + dt.timedelta(days=TURNS_DAY[words])
        return Day.of(day), replace(told, day=day)
    if words in TURNS_WEEK:
        monday = published - dt.timedelta(days=published.weekday() - 7 * TURNS_WEEK[words])
        if weekday:
            day = monday + dt.timedelta(days=WEEKDAYS[weekday])
            return Day.of(day), replace(told, day=day)
        return Day.between(monday, monday + dt.timedelta(days=6)), told
    if words in TURNS_SEASON:
        turn, season = TURNS_SEASON[words]
        return Day(f"{published.year + turn:04d}-{season}"), told
    if words in ("年内", "年末", "年末まで"):
        return Day(f"{published.year:04d}"), told
    if words == "年度内":
        first = published.year - (published.month < 4)
        return Day(f"{first:04d}-04-01/{first + 1:04d}-03-31"), told
    if words in ("月内", "月末", "今月末"):
        return Day(f"{published.year:04d}-{published.month:02d}"), told
    return None, told
