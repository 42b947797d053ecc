"""How what a rule found becomes a day, whatever the language.

Each function takes what was found and the anchor, and returns a Day of no finer precision than the
words give, or None when they cannot be resolved.
"""

import calendar
import datetime as dt
from collections.abc import Callable

from foedus.evidence import Day
from foedus.reading.times.words import Anchor, Found, Unit

__all__ = [
    "century",
    "clock",
    "day",
    "decade",
    "deictic",
    "distance",
    "earlier_by",
    "month",
    "month_of_told",
    "month_of_turn",
    "month_of_two_figures",
    "narrated",
    "numeric",
    "part_of_year",
    "season",
    "september_2001",
    "shift",
    "stepped",
    "unresolved",
    "weekday",
    "year",
    "year_of_two_figures",
]

_CLOCK = ("hour", "minute", "second")
# How far ahead a day without a year is still thought of as coming, in a sentence about the future.
_COMING = dt.timedelta(days=200)
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}


def unresolved(_: Found, __: Anchor) -> None:
    """A duration, a set, or a vague word: no day."""


def day(found: Found, anchor: Anchor) -> Day | None:
    """A day of a month, with its year or reckoned from the anchor ("le 19 juin dernier")."""
    of_month, named = found.day, found.month
    if of_month is None or named is None:
        return None
    if found.year is not None:
        return _day(found.year, named, of_month)
    if found.group("year_of_century"):
        known = year_of_two_figures(found, anchor)
        return _day(int(known.edtf), named, of_month) if known else None
    return _nearest(lambda year: _day(year, named, of_month), found, anchor)


def month(found: Found, anchor: Anchor) -> Day | None:
    """A month, with its year or reckoned from the anchor ("en juillet dernier")."""
    named = found.month
    if named is None:
        return None
    if found.year is not None:
        return Day(f"{found.year:04}-{named:02}")
    return _nearest(lambda year: Day(f"{year:04}-{named:02}"), found, anchor)


def month_of_two_figures(found: Found, anchor: Anchor) -> Day | None:
    """A month of a year in two figures ("mai 68")."""
    named, known = found.month, year_of_two_figures(found, anchor)
    return None if named is None or known is None else Day(f"{known.edtf}-{named:02}")


def part_of_year(found: Found, _: Anchor) -> Day | None:
    """A quarter or half of a year, as the interval of its months; None without its year."""
    rank, size = found.ordinal, {"quarter": 3, "semester": 6}.get(found.unit or "")
    if size is None or found.year is None or (rank is not None and not 1 <= rank <= 12 // size):
        return None
    last = (rank or 12 // size) * size
    return Day(f"{found.year:04}-{last - size + 1:02}/{found.year:04}-{last:02}")


def september_2001(_: Found, __: Anchor) -> Day:
    """The day of 2001 that the name of a month alone has come to mean."""
    return Day("2001-09-11")


def season(found: Found, anchor: Anchor) -> Day | None:
    """A season of a year; a winter named by one year is uncertain, as two winters touch it."""
    code = found.season
    if code is None:
        return None
    if found.year is not None:
        doubt = "?" if code == 24 and found.group("year2") is None else ""
        return Day(f"{found.year:04}-{code}{doubt}")
    return _nearest(lambda year: Day(f"{year:04}-{code}"), found, anchor)


def year(found: Found, _: Anchor) -> Day | None:
    """A year in four figures."""
    return None if found.year is None else Day(f"{found.year:04}")


def year_of_two_figures(found: Found, anchor: Anchor) -> Day | None:
    """A year in two figures ("en 97"): the last such year not after the publication."""
    written = found.group("year_of_century")
    if written is None or anchor.published is None or anchor.published.latest is None:
        return None
    last = anchor.published.latest.year
    return Day(f"{last - (last - int(written)) % 100:04}")


def numeric(found: Found, _: Anchor) -> Day | None:
    """A date in figures; day and month that could be exchanged are read as the language does."""
    if found.year is None:
        return None
    if found.group("iso"):
        return _day(found.year, int(found.group("first") or 0), int(found.group("second") or 0))
    first, second = int(found.group("first") or 0), int(found.group("second") or 0)
    if found.language.day_first or first > 12:
        return _day(found.year, second, first)
    if second > 12 or first == second:
        return _day(found.year, first, second)
    return Day(f"{found.year:04}")


def century(found: Found, _: Anchor) -> Day | None:
    """A century: the nineteenth is 18XX."""
    rank = found.ordinal
    if found.group("before_christ"):
        return None  # EDTF's years before 1 are outside what a Day can hold
    return Day(f"{rank - 1:02}XX") if rank and 1 < rank <= 21 else None


def decade(found: Found, anchor: Anchor) -> Day | None:
    """A decade: "les années 60" of the century that the publication leaves most recent."""
    written = found.group("decade")
    if written is None:
        return None
    if len(written) == 4:
        return Day(f"{written[:3]}X")
    tens = int(written) // 10 if written.isdigit() else found.language.decades.get(written)
    if tens is None:
        return None
    last = anchor.published.latest.year if anchor.published and anchor.published.latest else 1999
    begin = next(base + tens * 10 for base in (2000, 1900) if base + tens * 10 <= last)
    return Day(f"{begin // 10}X")


def weekday(found: Found, anchor: Anchor) -> Day | None:
    """A weekday: the last one up to publication, or the next in a sentence about the future."""
    published, wanted = _published(anchor), found.weekday
    if published is None or wanted is None:
        return None
    back = (published.weekday() - wanted) % 7
    if found.turn == 1 or (found.turn is None and anchor.future and back):
        return _so_many_days_on(published, 7 - back)
    if found.turn == -1 and back == 0:
        back = 7
    return _so_many_days_on(published, -back)


def deictic(found: Found, anchor: Anchor) -> Day | None:
    """Today, yesterday, tomorrow."""
    published, days = _published(anchor), found.deictic
    if published is None or days is None:
        return None
    return _so_many_days_on(published, days)


def clock(found: Found, anchor: Anchor) -> Day | None:
    """A time of a day that the expression itself names; None when it names no day."""
    if found.deictic is not None:
        return deictic(found, anchor)
    return weekday(found, anchor) if found.weekday is not None else None


def shift(found: Found, anchor: Anchor) -> Day | None:
    """A year, month, week … reckoned from this one, as a calendar unit."""
    unit, turn = found.unit, found.turn
    if unit is None or turn is None or anchor.published is None:
        return None
    if unit in ("year", "decade", "century"):
        return _shifted_year(unit, turn, anchor.published)
    published = _published(anchor)
    return None if published is None else _shifted(unit, turn, published)


def distance(found: Found, anchor: Anchor) -> Day | None:
    """So many units before publication ("il y a trois ans"), or after it when `turn` is next."""
    if found.unit is None or (found.count is None and not found.group("count")):
        return None
    if found.count is None:  # "a year ago"
        return earlier_by(1, found.unit, anchor)
    count = -found.count if found.turn == 1 else found.count
    return earlier_by(count, found.unit, anchor)


def earlier_by(count: float, unit: Unit, anchor: Anchor) -> Day | None:
    """Return the day so many units before publication, as fine as the unit, marked approximate."""
    published = _published(anchor)
    return None if published is None else _earlier(count, unit, published)


def _earlier(count: float, unit: Unit, reckoned: dt.date) -> Day | None:
    if unit in _CLOCK:
        return None
    if unit in _DAYS:
        then = _moved(reckoned, -count * _DAYS[unit])
        if then is None:
            return None
        exact = unit == "day" and count == int(count) and abs(count) <= 10
        return Day(then.isoformat() + ("" if exact else "~"))
    total = reckoned.year * 12 + reckoned.month - 1 - round(count * _MONTHS[unit])
    if not 12 <= total < 120_000:
        return None
    if unit in ("month", "quarter", "semester"):
        return Day(f"{total // 12:04}-{total % 12 + 1:02}~")
    return Day(f"{total // 12:04}~") if unit == "year" else Day(f"{total // 120:03}X")


def narrated(found: Found, anchor: Anchor) -> Day | None:
    """So many days from the last day told ("le lendemain", "the same day")."""
    days, told = found.narrated, anchor.told.day
    if days is None or told is None or told.earliest is None:
        return None
    return _so_many_days_on(told.earliest, days)


def stepped(found: Found, anchor: Anchor) -> Day | None:
    """So many units from the last date told: "two days later", "the following year", "that month".

    Without a number it is the calendar unit itself; a date told less finely than the unit gives
    nothing.
    """
    unit, step = found.unit, found.step
    fine = {"day": "day", "week": "day", "month": "month", "year": "year"}.get(unit or "")
    told: Day | None = getattr(anchor.told, fine) if fine else None
    if unit is None or step is None or told is None or told.earliest is None:
        return None
    if found.count is not None and step:
        return _earlier(-step * found.count, unit, told.earliest)
    if found.group("count") and step:
        return _earlier(-step, unit, told.earliest)
    if unit == "year":
        year = told.earliest.year + step
        return Day(f"{year:04}") if 0 < year < 10_000 else None
    return _shifted(unit, step, told.earliest)


def month_of_told(found: Found, anchor: Anchor) -> Day | None:
    """A month of the year told, or of the one before or after ("en mai de la même année")."""
    named, step, told = found.month, found.step, anchor.told.year
    if named is None or step is None or told is None or told.earliest is None:
        return None
    year = told.earliest.year + step
    return Day(f"{year:04}-{named:02}") if 0 < year < 10_000 else None


def month_of_turn(found: Found, anchor: Anchor) -> Day | None:
    """A month of last, this or next year ("en mars de l'année dernière")."""
    named, turn = found.month, found.turn
    if named is None or turn is None or anchor.published is None:
        return None
    known = _shifted_year("year", turn, anchor.published)
    return None if known is None else Day(f"{known.edtf}-{named:02}")


def _moved(reckoned: dt.date, days: float) -> dt.date | None:
    """The day so many days on; None where calendars end."""
    try:
        return reckoned + dt.timedelta(days=round(days))
    except OverflowError:
        return None


def _so_many_days_on(reckoned: dt.date, days: int) -> Day | None:
    then = _moved(reckoned, days)
    return None if then is None else Day.of(then)


def _published(anchor: Anchor) -> dt.date | None:
    known = anchor.published
    return known.earliest if known is not None and known.is_exact else None


def _day(year_: int, month_: int, day_: int) -> Day | None:
    try:
        return Day.of(dt.date(year_, month_, day_))
    except ValueError:
        return None


def _nearest(in_year: Callable[[int], Day | None], found: Found, anchor: Anchor) -> Day | None:
    """Choose the year of a day, month or season that is written without one."""
    if found.turn is None and anchor.year is not None:
        return in_year(anchor.year)
    published = _published(anchor)
    if published is None:
        return None
    near = [
        _bounded(day)
        for step in (-1, 0, 1)
        if 0 < published.year + step < 10_000
        and ((day := in_year(published.year + step)) is None or _agrees(day, found.weekday))
    ]
    past = [day for day, first, _ in filter(None, near) if first <= published]
    finished = [day for day, _, last in filter(None, near) if last < published]
    coming = [(day, first) for day, first, last in filter(None, near) if last > published]
    if found.turn == 0:
        return in_year(published.year)
    if found.turn == 1:
        return next((day for day, first in coming if first > published), None)
    if found.turn == -1 and finished:
        return finished[-1]
    if anchor.future and coming and coming[0][1] - published <= _COMING:
        return coming[0][0]
    if not past and found.weekday is not None and coming:
        return coming[0][0]
    return past[-1] if past else None


def _agrees(day_: Day, weekday_: int | None) -> bool:
    """Whether a day falls on the weekday that the text names beside it, if it names one."""
    return (
        weekday_ is None
        or not day_.is_exact
        or (day_.earliest is not None and day_.earliest.weekday() == weekday_)
    )


def _bounded(day_: Day | None) -> tuple[Day, dt.date, dt.date] | None:
    if day_ is None or day_.earliest is None or day_.latest is None:
        return None
    return day_, day_.earliest, day_.latest


def _shifted_year(unit: Unit, turn: int, published: Day) -> Day | None:
    if published.earliest is None or published.latest is None:
        return None
    first, last = published.earliest.year, published.latest.year
    if unit == "year":
        known = first == last and 0 < first + turn < 10_000
        return Day(f"{first + turn:04}") if known else None
    if unit == "decade" and turn:
        return None  # "the next decade" is the ten years to come as often as a decade by name
    size = 10 if unit == "decade" else 100
    number = first // size + turn
    return Day(f"{number:0{4 - len(str(size)) + 1}}{'X' * (len(str(size)) - 1)}")


def _shifted(unit: Unit, turn: int, published: dt.date) -> Day | None:
    if unit == "day":
        return _so_many_days_on(published, turn)
    if unit == "week":
        monday = _moved(published, 7 * turn - published.weekday())
        sunday = _moved(published, 7 * turn - published.weekday() + 6)
        return None if monday is None or sunday is None else Day.between(monday, sunday)
    total = published.year * 12 + published.month - 1
    if not 36 <= total < 119_960:
        return None  # where calendars end
    if unit == "month":
        total += turn
        return Day(f"{total // 12:04}-{total % 12 + 1:02}")
    if unit == "quarter":
        first = (total // 3 + turn) * 3
        last = first + 2
        end = calendar.monthrange(last // 12, last % 12 + 1)[1]
        return Day.between(
            dt.date(first // 12, first % 12 + 1, 1), dt.date(last // 12, last % 12 + 1, end)
        )
    return None
