"""Days that Ukrainian reckons in words of its own: "торік", "червня минулого року", "до грудня"."""

import datetime as dt
import re
from dataclasses import replace

from foedus.evidence import Day
from foedus.reading.times.words import Anchor, Found, Value

__all__ = ["coming", "of_year", "told_past", "years_off"]


def years_off(years: int) -> Value:
    """Return the year before or after that of publication ("торік" is the last)."""

    def value(_: Found, anchor: Anchor) -> Day | None:
        published = anchor.published
        if published is None or published.earliest is None:
            return None
        return Day(f"{published.earliest.year + years:04}")

    return value


def of_year(value: Value) -> Value:
    """Return a day or month "минулого року": of the year counted from this one."""

    def counted(found: Found, anchor: Anchor) -> Day | None:
        published, month = anchor.published, found.month
        if found.turn is None or published is None or published.earliest is None or month is None:
            return value(found, anchor)
        year = published.earliest.year + found.turn
        if found.day is None:
            return Day(f"{year:04}-{month:02}")
        try:
            return Day.of(dt.date(year, month, found.day))
        except ValueError:
            return None

    return counted


def coming(value: Value) -> Value:
    """Return what "until" leads to: to come, if no year is said ("до грудня")."""

    def ahead(found: Found, anchor: Anchor) -> Day | None:
        return value(found, replace(anchor, future=True))

    return ahead


_PAST_BEFORE = re.compile(r"\w{2}(?:[вк]|ла|ло|ли|но|то)(?:с[яь])?[ \xa0][ув][ \xa0]$")
_PAST_FIRST = re.compile(
    r"[^.!?]{0,120}?\b(?:домов|погод|пообіця|обіця|зобов\W?яза)\w*(?:в|ла|ло|ли)(?:с[яь])?\b"
)
_LATER = re.compile(r"\b(?:буде|будуть|план\w+|має намір|\w+(?:тиме|тимуть))\b")


def told_past(value: Value) -> Value:
    """Return what a weekday beside a past verb means: the last one ("домовилися у п'ятницю")."""

    def last(found: Found, anchor: Anchor) -> Day | None:
        match = found.match
        before = match.string[max(0, match.start() - 30) : match.start()]
        beside = _PAST_BEFORE.search(before)
        opens = before.strip().lower() in ("у", "в") or before.rstrip(" УВув")[-1:] in ".!?»\n"
        first = _PAST_FIRST.match(match.string, match.end()) if opens else None
        if first is not None and _LATER.search(first[0]):
            first = None
        past = beside is not None or first is not None
        return value(found, replace(anchor, future=False) if past else anchor)

    last.__name__ = value.__name__
    return last
