"""What day a Korean date gives, in figures or by a word, from where the text has got to."""

import datetime as dt
import re

from foedus.evidence import Day
from foedus.reading.languages.korean.anchor import Anchor, dated, figure, group

__all__ = [
    "DEICTICS",
    "TOLD_DAYS",
    "YEARS",
    "deictic",
    "from_to",
    "full",
    "nearest",
    "of_month",
    "of_year",
    "told_day",
]

_COMING = dt.timedelta(days=200)
_SOON, _JUST_PAST = dt.timedelta(days=10), dt.timedelta(days=2)


def full(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A date with its year in figures."""
    year = figure(found, "year")
    if year is None:
        return None
    if year < 100:
        last = anchor.this_year or 2026
        year = last - (last - year) % 100
    return dated(year, figure(found, "month"), figure(found, "day"))


YEARS = {
    "지난해": -1,
    "작년": -1,
    "재작년": -2,
    "올해": 0,
    "금년": 0,
    "올": 0,
    "내년": 1,
    "내후년": 2,
    "전년": -1,
    "이듬해": 1,
    "그해": 0,
    "같은 해": 0,
    "그 해": 0,
    "당해": 0,
    "다음 해": 1,
    "전년도": -1,
    "내년도": 1,
    "지지난해": -2,
    "올 한 해": 0,
    "올 한해": 0,
    "다음해": 1,
}
_TOLD_YEARS = frozenset(
    {"이듬해", "그해", "같은 해", "그 해", "당해", "다음 해", "다음해", "전년", "전년도"}
)


def of_year(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A date whose year is said by a word: 지난해 7월, 이듬해."""
    word = found["turn"]
    base = anchor.this_year
    if word in _TOLD_YEARS and anchor.latest is not None and anchor.latest.earliest is not None:
        base = anchor.latest.earliest.year
    if base is None:
        return None
    return dated(base + YEARS[word], figure(found, "month"), figure(found, "day"))


def of_month(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A month or a day of it by a word: 지난달 17일, 내달."""
    word = found["turn"].replace(" ", "")
    steps = {
        "지난달": -1,
        "지지난달": -2,
        "이달": 0,
        "이번달": 0,
        "금월": 0,
        "내달": 1,
        "다음달": 1,
        "전월": -1,
        "같은달": 0,
        "그달": 0,
    }
    base = anchor.today
    if word in ("같은달", "그달") and anchor.latest is not None and anchor.latest.earliest:
        base = anchor.latest.earliest
    if base is None:
        return None
    total = base.year * 12 + base.month - 1 + steps[word]
    return dated(total // 12, total % 12 + 1, figure(found, "day"))


def nearest(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A month or a day without its year: the last, or the next where 오는 or the verb says so."""
    month, day = figure(found, "month"), figure(found, "day")
    turn = group(found, "turn")
    today = anchor.today
    if month is None:
        return _day_alone(day, turn, anchor)
    if turn is None and anchor.year is not None:
        return dated(anchor.year, month, day)
    if today is None:
        return None
    if turn is not None and turn.startswith("올"):
        return dated(today.year, month, day)
    near = [one for step in (-1, 0, 1) if (one := _valid(today.year + step, month, day))]
    past = [one for one in near if one.earliest and one.earliest <= today]
    coming = [one for one in near if one.latest and one.latest > today]
    if turn is not None and turn.startswith("오는"):
        return next((one for one in coming if one.earliest and one.earliest > today), None)
    if turn is not None and turn.startswith("지난"):
        past = [one for one in past if one.latest and one.latest < today] or past
        return past[-1] if past else None
    first = coming[0].earliest if coming else None
    if anchor.future and first is not None and first - today <= _COMING:
        return coming[0]
    return past[-1] if past else None


def from_to(found: re.Match[str], anchor: Anchor) -> Day | None:
    """The days from one to another of the same month: 7~8일."""
    last = full(found, anchor) if group(found, "year") else nearest(found, anchor)
    first = figure(found, "first")
    if last is None or first is None or last.earliest is None:
        return last
    begin = last.earliest
    return Day.between(begin.replace(day=first), begin) if first < begin.day else last


def _valid(year: int, month: int | None, day: int | None) -> Day | None:
    try:
        return dated(year, month, day)
    except ValueError:
        return None


def _day_alone(day: int | None, turn: str | None, anchor: Anchor) -> Day | None:
    """A day of the month told in the sentence, else of the month of publication or the last."""
    if day is None or not 1 <= day <= 31:
        return None
    if turn is None and anchor.year and anchor.month:
        return _valid(anchor.year, anchor.month, day)
    today = anchor.today
    if today is None:
        return None
    months = [(today.year * 12 + today.month - 1) + step for step in (-1, 0, 1)]
    near = [one for total in months if (one := _valid(total // 12, total % 12 + 1, day))]
    past = [one for one in near if one.earliest and one.earliest <= today]
    coming = [one for one in near if one.earliest and one.earliest > today]
    if turn is not None and turn.startswith("오는"):
        return coming[0] if coming else None
    first, latest = coming[0].earliest if coming else None, past[-1].earliest if past else None
    just_past = latest is not None and today - latest <= _JUST_PAST
    if turn is None and anchor.future and first is not None and not just_past:
        return coming[0] if first - today <= _SOON else past[-1] if past else None
    return past[-1] if past else None


DEICTICS = {
    "오늘": 0,
    "금일": 0,
    "어제": -1,
    "어저께": -1,
    "내일": 1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "모레": 2,
    "글피": 3,
    "명일": 1,
    "작일": -1,
}


def deictic(found: re.Match[str], anchor: Anchor) -> Day | None:
    """Today, yesterday, tomorrow."""
    today = anchor.today
    if today is None:
        return None
    return Day.of(today + dt.timedelta(days=DEICTICS[found["word"]]))


TOLD_DAYS = {
    "이날": 0,
    "당일": 0,
    "같은 날": 0,
    "그날": 0,
    "전날": -1,
    "다음 날": 1,
    "다음날": 1,
    "이튿날": 1,
    "하루 전": -1,
    "하루 전날": -1,
    "전일": -1,
    "익일": 1,
    "하루 뒤": 1,
    "하루 만": 1,
}


def told_day(found: re.Match[str], anchor: Anchor) -> Day | None:
    """A day reckoned from the last one told, or from publication: 이날, 전날, 이튿날."""
    base = None
    if anchor.latest is not None and anchor.latest.is_exact:
        base = anchor.latest.earliest
    elif found["word"] in ("이날", "전날"):
        base = anchor.today
    if base is None:
        return None
    return Day.of(base + dt.timedelta(days=TOLD_DAYS[found["word"]]))
