"""What a Korean distance in time, season, week, decade or century gives."""

import calendar
import datetime as dt
import re

from foedus.evidence import Day
from foedus.reading.languages.korean.anchor import Anchor, figure, group
from foedus.reading.languages.korean.days import YEARS
from foedus.reading.languages.korean.numerals import number

__all__ = [
    "NATIVE_DAYS",
    "century",
    "decade",
    "distance",
    "half",
    "none",
    "season",
    "week",
    "weekday",
]

NATIVE_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_UNITS = {
    "년": ("month", 12),
    "해": ("month", 12),
    "개월": ("month", 1),
    "달": ("month", 1),
    "주": ("day", 7),
    "주일": ("day", 7),
    "일": ("day", 1),
    "세기": ("month", 1200),
}


def distance(found: re.Match[str], anchor: Anchor) -> Day | None:
    """So many units ago or later: 3년 전, 이틀 뒤; after a day told, reckoned from it."""
    back = found["side"] in ("전", "앞서")
    days = NATIVE_DAYS.get(group(found, "days") or "")
    base = anchor.today
    if not back and anchor.latest is not None and anchor.latest.is_exact:
        base = anchor.latest.earliest
    if base is None:
        return None
    if days is not None:
        return Day.of(base + dt.timedelta(days=-days if back else days))
    count = number(found["count"])
    if count is None:
        return None
    sort, size = _UNITS[found["unit"]]
    steps = round(count * size) * (-1 if back else 1)
    if sort == "day":
        then = base + dt.timedelta(days=steps)
        exact = size == 1 and abs(steps) <= 10
        return Day(then.isoformat() + ("" if exact else "~"))
    total = base.year * 12 + base.month - 1 + steps
    if not 12 <= total < 120_000:
        return None
    if size == 1:
        return Day(f"{total // 12:04}-{total % 12 + 1:02}~")
    return Day(f"{total // 12:04}~") if size == 12 else None


_SEASONS = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24}


def season(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A season of a year; a winter named by one year is uncertain, as two winters touch it."""
    code = _SEASONS[found["season"]]
    doubt = "?" if code == 24 else ""
    year = figure(found, "year")
    if year is None:
        turn = (group(found, "turn") or "").strip()
        base = anchor.this_year
        if turn in ("지난", "오는", ""):
            return None
        if base is None:
            return None
        year = base + YEARS.get(turn, 0)
    return Day(f"{year:04}-{code}{doubt}")


def half(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A half or a quarter of a year."""
    year = figure(found, "year")
    turn = (group(found, "turn") or "").strip()
    if year is None:
        if anchor.this_year is None:
            return None
        if not turn:
            return None
        year = anchor.this_year + YEARS.get(turn, 0)
    half = group(found, "half")
    if half is not None:
        first, last = (1, 6) if half == "상" else (7, 12)
    else:
        quarter = figure(found, "quarter") or 0
        if not 1 <= quarter <= 4:
            return None
        first, last = quarter * 3 - 2, quarter * 3
    end = calendar.monthrange(year, last)[1]
    return Day.between(dt.date(year, first, 1), dt.date(year, last, end))


def week(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A week, or a day of it, reckoned from that of publication."""
    today = anchor.today
    if today is None:
        return None
    steps = {"지난": -1, "이번": 0, "금": 0, "다음": 1, "내": 1, "차": 1, "지지난": -2}
    turn = found["turn"].strip()
    monday = today + dt.timedelta(days=7 * steps[turn] - today.weekday())
    weekday = group(found, "weekday")
    if weekday:
        return Day.of(monday + dt.timedelta(days=_WEEKDAYS.index(weekday)))
    return Day.between(monday, monday + dt.timedelta(days=6))


_WEEKDAYS = "월화수목금토일"


def weekday(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A weekday: the last one up to publication, or the next in a sentence about the future."""
    today = anchor.today
    if today is None:
        return None
    wanted = _WEEKDAYS.index(found["weekday"])
    turn = (group(found, "turn") or "").strip()
    back = (today.weekday() - wanted) % 7
    if turn == "오는" or (not turn and anchor.future and back):
        return Day.of(today + dt.timedelta(days=7 - back))
    if turn == "지난" and back == 0:
        back = 7
    return Day.of(today - dt.timedelta(days=back))


def decade(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A decade, in four figures or two."""
    written = found["decade"]
    if len(written) == 4:
        return Day(f"{written[:3]}X")
    last = anchor.this_year or 1999
    begin = next(base + int(written) for base in (2000, 1900) if base + int(written) <= last)
    return Day(f"{begin // 10}X")


def century(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A century by its rank, or reckoned from this one."""
    rank = figure(found, "rank")
    if rank is None:
        base = anchor.this_year
        if base is None or not group(found, "turn"):
            return None
        rank = base // 100 + 1 + {"지난": -1, "이번": 0, "금": 0, "다음": 1}[found["turn"].strip()]
    return Day(f"{rank - 1:02}XX") if 1 < rank <= 21 else None


def none(_: re.Match[str], __: Anchor) -> None:
    """A length of time, a set, or a vague word: no day."""
