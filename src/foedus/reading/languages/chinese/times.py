"""When a Chinese text says things happen: every expression of time and the day it means.

A day without a month is the last such day up to publication ("19日"), or of the month that its own
sentence has just named; one without a year likewise. A sentence about what is to come looks ahead.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from foedus.evidence import Day
from foedus.reading.languages.chinese.calendar import (
    EXPRESSION,
    KINDS,
)
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.values import VALUES, Told, year_of
from foedus.reading.reading import TimeExpression

__all__ = ["time_spans", "times"]

_FUTURE = re.compile(
    r"将于|将在|将会|计划|预计|拟于|拟在|定于|即将|下个?月|明年|届时|为期.{0,6}将|"
    r"将(?=[对与同访举派从])"
)
_SENTENCE = re.compile(r"[。!?！？\n]")
_CURRENT = re.compile(
    r"今年|去年|昨[天日]|今[天日]|本月|上个?月|本周|上周|日前|近日|明年|目前|当前"
)
# After a paragraph "当天" is the day on which somebody said what happened on another.
_SAYS = re.compile(r"表示|[说称]|宣布|指出|透露|强调")
# "1961年签署的条约" names a treaty, and leaves the narrative where it is.
_ASIDE = re.compile(r"(?:签署|缔结|签订|通过|达成|生效|成立|制定|订立|发表|建立)的")
_NO_TIME_BEFORE = re.compile(r"(?:第|[A-Za-z])$")


@lru_cache(maxsize=4)
def time_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where a simplified text speaks of time, and the kind of each expression."""
    return tuple(
        (match.start(), match.end(), match.lastgroup or "")
        for match in EXPRESSION.finditer(text)
        if not _NO_TIME_BEFORE.search(text[max(0, match.start() - 1) : match.start()])
    )


def times(text: str, published: Day | None) -> tuple[TimeExpression, ...]:
    """Return the temporal expressions of a text, ascending, without overlap."""
    return tuple(_read(simplified(text), published))


def _read(text: str, published: Day | None) -> Iterator[TimeExpression]:
    exact = published.earliest if published is not None and published.is_exact else None
    told = Told(exact)
    edges = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    told.current = _CURRENT.search(text) is not None
    sentence, last = -1, 0
    for start, end, kind in time_spans(text):
        at = bisect_right(edges, start) - 1
        if at != sentence:
            closing = edges[at + 1] if at + 1 < len(edges) else len(text)
            told.future = _FUTURE.search(text, edges[at], closing) is not None
            told.same_sentence = False
            if sentence >= 0 and text.find("\n", edges[sentence], edges[at]) >= 0:
                told.narrated = told.narrated if told.historic else None
                told.here, told.opened = False, None
                told.day, told.reported = told.reported or told.day, None
            sentence = at
        match = KINDS[kind].match(text, start)
        if match is None:
            continue
        day = _value(kind, match, told)
        opens, before = start - edges[at] < 4, told.here
        aside = _ASIDE.match(text, end) or match[0].endswith("的")
        if kind == "later" and (day is None or not _opens_clause(text, start)):
            # "三年后" of no day that was told is a length of time.
            bare = KINDS["length"].match(text, start)
            yield TimeExpression(start, bare.end() if bare else end, None, "duration")
            continue
        if kind not in ("ago", "earlier") and not (aside and told.here):
            if told.same_sentence and _SAYS.search(text, last, start):
                told.reported = told.day
            _remember(day, told, opens)
        last = end
        if not aside:
            _narrate(kind, match, told, before)
        yield TimeExpression(start, end, day, _SORTS.get(kind, "date"))


_SORTS = {"length": "duration", "set": "set"}


def _value(kind: str, match: re.Match[str], told: Told) -> Day | None:
    try:
        return VALUES[kind](match, told) if kind in VALUES else None
    except (ValueError, OverflowError):
        return None


def _remember(day: Day | None, told: Told, opens: bool) -> None:
    if day is None or day.earliest is None or day.precision in ("decade", "century", "approx"):
        return
    told.year, told.same_sentence, told.here = day.earliest.year, True, True
    told.month = day.earliest.month if day.precision in ("day", "month") else None
    coming = told.published is not None and day.earliest > told.published
    told.day = day.earliest if day.is_exact and not coming else told.day
    if opens and day.precision == "year":
        told.opened = told.year


def _narrate(kind: str, match: re.Match[str], told: Told, here: bool) -> None:
    """Take note of a year long past, in which the next sentences go on; end that at "今年"."""
    if kind not in ("date", "month", "year"):
        told.narrated = None if kind in _PRESENT or _NOW.fullmatch(match[0]) else told.narrated
    elif match["year"]:
        year = year_of(match, told)
        past = year is not None and (told.published is None or year < told.published.year - 1)
        told.narrated = year if past else None
        told.historic = past and (told.historic or not here)
    elif match["year_turn"] or (match["month_turn"] if kind != "year" else None):
        told.narrated = None
    elif match["same_year"] and told.narrated is not None:
        told.narrated = told.year


_PRESENT = frozenset(["deictic", "weekday", "week", "season"])
_NOW = re.compile(r"目前|眼下|当前|现在|如今|当今|近年来?|近来|最近|日前|近日|近期")


def _opens_clause(text: str, start: int) -> bool:
    """Whether a length of time is reckoned from what was told, and not from what stands before."""
    before = text[start - 1] if start else "。"
    return before in "但而仅约在" or not "\u3400" <= before <= "\u9fff"
