"""Days, months and amounts as a reader says them, no surer than they are known."""

import datetime as dt

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from foedus.dossier.words.catalogue import Words
from foedus.evidence import Day
from foedus.relations.calendar import last_of_month

__all__ = [
    "amount_words",
    "date_words",
    "day_words",
    "decimal_words",
    "month_words",
    "number_words",
    "percent_words",
    "range_words",
    "signed_words",
    "span_words",
]

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def date_words(words: Words, date: dt.date, *, short: bool = False) -> str:
    """Return a calendar day: "19 June 2024", "1er novembre 2024"; `short`, "19 Jun 2024"."""
    said = format_date(date, "d MMM y" if short else "d MMMM y", locale=words.language)
    if words.language == "fr" and date.day == 1:
        return said.replace("1 ", "1er ", 1)
    return said


def month_words(words: Words, date: dt.date, *, short: bool = False) -> str:
    """Return a month with its year: "June 2024"."""
    return format_date(date, "MMM y" if short else "MMMM y", locale=words.language)


def day_words(words: Words, day: Day, *, short: bool = False) -> str:
    """Return a day as far as it is known: "summer 2024", "about 1950", "before 3 May 2023"."""
    if "/" in day.edtf:
        return _interval(words, day.edtf, short)
    mark = day.edtf[-1] if day.edtf[-1] in "?~%" else ""
    said = _one(words, Day(day.edtf.rstrip("?~%")), short)
    return words.text({"": "day.sure", "?": "day.doubtful"}.get(mark, "day.about"), day=said)


def span_words(words: Words, span: tuple[dt.date, dt.date]) -> str:
    """Return a span in words: a month or several, else its first and last day."""
    first, last = span
    if first.day == 1 and last == last_of_month(last):
        ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
    else:
        ends = first.isoformat(), last.isoformat()
    return day_words(words, Day(ends[0] if ends[0] == ends[1] else "/".join(ends)))


def _interval(words: Words, edtf: str, short: bool) -> str:
    start, end = edtf.split("/")
    if start in ("", ".."):
        return words.text("day.until", end=day_words(words, Day(end), short=short))
    begins = day_words(words, Day(start), short=short)
    if end in ("", ".."):
        return words.text("day.since", start=begins)
    return words.text("day.from_to", start=begins, end=day_words(words, Day(end), short=short))


def _one(words: Words, day: Day, short: bool) -> str:
    if day.earliest is None:
        return day.edtf
    match day.precision:
        case "day":
            return date_words(words, day.earliest, short=short)
        case "month":
            return month_words(words, day.earliest, short=short)
        case "season":
            season = words.text(f"season.{_SEASONS[int(day.edtf.split('-')[1])]}")
            return f"{season} {day.earliest.year}"
        case "year":
            return str(day.earliest.year)
        case "decade":
            return words.text("day.decade", year=day.earliest.year)
        case _:
            return words.text("day.century", year=day.earliest.year)


def number_words(words: Words, number: float, digits: int = 1) -> str:
    """Return a number with the marks of the language, at most `digits` after the point."""
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return str(format_decimal(number, format=pattern, locale=words.language))


def decimal_words(words: Words, number: float, digits: int = 2) -> str:
    """Return a number with so many digits after the point, and a true minus before it."""
    form = f"#,##0.{'0' * digits}"
    said = format_decimal(round(number, digits) + 0.0, format=form, locale=words.language)
    return str(said).replace("-", "\u2212")


def signed_words(words: Words, number: float) -> str:
    """Return a number of two digits after the point with its sign, a plus too."""
    said = decimal_words(words, number)
    return said if number < 0 else f"+{said}"


def percent_words(words: Words, share: float) -> str:
    """Return a share between 0 and 1 as a percentage without decimals."""
    return str(format_percent(share, format="#,##0\u00a0%", locale=words.language))


def range_words(words: Words, low: float | None, high: float | None) -> str:
    """Return a range: "2,000 to 3,000", "at least 2,000", "at most 5", or "not stated"."""
    if low is None and high is None:
        return words.text("range.none")
    if high is None and low is not None:
        return words.text("range.least", low=number_words(words, low))
    if low is None and high is not None:
        return words.text("range.most", high=number_words(words, high))
    assert low is not None
    assert high is not None
    if low == high:
        return number_words(words, low)
    return words.text("range.both", low=number_words(words, low), high=number_words(words, high))


def amount_words(words: Words, low: float | None, high: float | None, thing: str | None) -> str:
    """Return a range with the thing that is counted, "at least 2,000 (soldier)"."""
    said = range_words(words, low, high)
    return f"{said} ({thing})" if thing else said
