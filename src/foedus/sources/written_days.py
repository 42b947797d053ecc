"""Full dates as documents write them about themselves, in the seven languages.

Only what names a day (or, alone on its line, a month) by itself: no "yesterday", no missing year.
Expressions inside sentences are the business of `foedus.reading.times`.
"""

import re
from collections.abc import Iterator
from typing import Final

from foedus.evidence import Day

__all__ = ["WrittenDay", "written_days", "written_month"]

WrittenDay = tuple[int, int, Day]
"""Offsets of the words in the line, start included and end excluded, and the day they name."""

# The first word of each month's group is its full name; a dot may follow any of the others.
_MONTHS: Final = (
    "janvier janv january jan января январь янв січня січень",
    "février fevrier févr fév february feb февраля февраль фев лютого лютий",
    "mars march mar марта март березня березень",
    "avril avr april apr апреля апрель апр квітня квітень",
    "mai may мая май травня травень",
    "juin june jun июня июнь червня червень",
    "juillet juil july jul июля июль липня липень",
    "août aout august aug августа август авг серпня серпень",
    "septembre sept september sep сентября сентябрь сен вересня вересень",
    "octobre oct october октября октябрь окт жовтня жовтень",
    "novembre nov november ноября ноябрь ноя листопада листопад",
    "décembre decembre déc december dec декабря декабрь дек грудня грудень",
)
_MONTH_OF: Final = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b\.?"
_DAY: Final = r"(?<![\d.,])(?P<day>\d{1,2})"
_YEAR: Final = r"(?P<year>[12]\d{3})(?!\d)"
_GAP: Final = r"[  ]+"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<_s>[-./][  ]?)(?P<number>\d{{1,2}})(?P=_s)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}[  ]?[年년][  ]?(?P<number>\d{{1,2}})[  ]?[月월][  ]?"
        r"(?P<day>\d{1,2})[  ]?[日일]",
        rf"{_DAY}(?:er|st|nd|rd|th|ᵉʳ|\^\{{er\}})?(?:{_GAP}(?:de|of))?{_GAP}{_MONTH},?{_GAP}{_YEAR}",
        rf"\b{_MONTH}{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_GAP}{_YEAR}",
    )
)
_NUMERIC: Final = re.compile(
    r"(?<![\d.,/])(?P<first>\d{1,2})(?P<_s>[/.-])(?P<second>\d{1,2})(?P=_s)(?P<year>[12]\d{3})(?!\d)"
)
_REIWA: Final = re.compile(r"令和(?P<year>\d{1,2}|元)年(?P<number>\d{1,2})月(?P<day>\d{1,2})日")
_MONTH_ALONE: Final = re.compile(
    rf"(?:{_MONTH},?{_GAP}{_YEAR}|(?P<y>[12]\d{{3}})[  ]?[年년][  ]?(?P<n>\d{{1,2}})[  ]?[月월])",
    re.IGNORECASE,
)


def written_days(line: str, language: str | None) -> tuple[WrittenDay, ...]:
    """Return the full dates of one line in order.

    A day and month in figures ("11/12/2024") stand day first, unless the text is in English: then
    they are read only where one of them cannot be a month. Impossible dates are left out.
    """
    found = [day for form in _FORMS for day in _days(form, line)]
    found += [day for match in _NUMERIC.finditer(line) if (day := _numeric(match, language))]
    found += [day for match in _REIWA.finditer(line) if (day := _reiwa(match))]
    return tuple(sorted(_apart(found)))


def written_month(line: str) -> Day | None:
    """Return the month that a line names and nothing else, such as "octobre 2024"."""
    match = _MONTH_ALONE.fullmatch(line.strip(" \t.:,*"))
    if match is None:
        return None
    month = int(match["n"]) if match["n"] else _MONTH_OF[match["month"].lower()]
    return _day_or_none(f"{match['y'] or match['year']}-{month:02}")


def _days(form: re.Pattern[str], line: str) -> Iterator[WrittenDay]:
    for match in form.finditer(line):
        parts = match.groupdict()
        month = parts.get("number") or _MONTH_OF[parts["month"].lower()]
        if day := _on(int(match["year"]), int(month), int(match["day"])):
            yield match.start(), match.end(), day


def _numeric(match: re.Match[str], language: str | None) -> WrittenDay | None:
    first, second = int(match["first"]), int(match["second"])
    if language in ("en", None) and match["_s"] != ".":
        if first <= 12 and second <= 12 and first != second:
            return None
        if second > 12:
            first, second = second, first
    day = _on(int(match["year"]), second, first)
    return (match.start(), match.end(), day) if day else None


def _reiwa(match: re.Match[str]) -> WrittenDay | None:
    # The first year of the era is 2019, and is written 元.
    year = 2018 + (1 if match["year"] == "元" else int(match["year"]))
    day = _on(year, int(match["number"]), int(match["day"]))
    return (match.start(), match.end(), day) if day else None


def _on(year: int, month: int, day: int) -> Day | None:
    return _day_or_none(f"{year:04}-{month:02}-{day:02}")


def _day_or_none(edtf: str) -> Day | None:
    # A month of 21 to 24 would be a season in EDTF: no document writes one so.
    try:
        day = Day(edtf)
    except ValueError:
        return None
    return None if day.precision == "season" else day


def _apart(found: list[WrittenDay]) -> Iterator[WrittenDay]:
    end = -1
    for day in sorted(found, key=lambda one: (one[0], -one[1])):
        if day[0] >= end:
            end = day[1]
            yield day
