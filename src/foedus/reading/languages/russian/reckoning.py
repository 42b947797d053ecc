"""How Russian reckons from the day of publication and from the last day told."""

from dataclasses import replace

from foedus.evidence import Day
from foedus.reading.times import values
from foedus.reading.times.words import Anchor, Found

__all__ = ["after_so_many", "day_before", "day_of_turn", "month_of_turn", "one_ago", "one_step",
           "season_of_turn", "shift", "weekday_told"]  # fmt: skip


def after_so_many(found: Found, anchor: Anchor) -> Day | None:
    """Return the day of "через два дня", from the last day told or, of the future, from today."""
    unit, count = found.unit, found.count if found.group("count") else 1
    if unit is None or count is None:
        return None
    year = _year_of_history(anchor)
    if anchor.told.day is None and year is not None:
        return Day(f"{year + round(count):04}") if unit == "year" else None
    if anchor.told.day is None or (anchor.future and year is None):
        return values.earlier_by(-count, unit, anchor)
    told = Anchor(anchor.told.day)
    return values.earlier_by(-count, unit, told) if anchor.told.day.is_exact else None


def day_before(_: Found, anchor: Anchor) -> Day | None:
    """Return the day before the last day told, or else before publication ("накануне")."""
    told = anchor.told.day
    if told is not None and not told.is_exact:
        return None
    return values.earlier_by(1, "day", anchor if told is None else Anchor(told))


def day_of_turn(found: Found, anchor: Anchor) -> Day | None:
    """Return a day of last, this or next year ("19 июня прошлого года")."""
    month, day = values.month_of_turn(found, anchor), found.day
    if month is None or day is None:
        return None
    try:
        return Day(f"{month.edtf}-{day:02}")
    except ValueError:
        return None


def month_of_turn(found: Found, anchor: Anchor) -> Day | None:
    """Return a month of last, this or next year; in a history next to the year told."""
    year, named = _year_of_history(anchor), found.month
    if year is not None and named is not None and found.turn == 1:
        return Day(f"{year + 1:04}-{named:02}")
    return values.month_of_turn(found, anchor)


def shift(found: Found, anchor: Anchor) -> Day | None:
    """Return a unit before or after this one; in a history "next year" follows the one told."""
    year = _year_of_history(anchor)
    if year is not None and found.turn == 1 and found.unit == "year":
        return Day(f"{year + 1:04}")
    return values.shift(found, anchor)


def weekday_told(found: Found, anchor: Anchor) -> Day | None:
    """Return the last such weekday up to publication, whatever is still to come in the sentence."""
    return values.weekday(found, replace(anchor, future=False))


def _year_of_history(anchor: Anchor) -> int | None:
    """The year a text has told of, when it lies well before publication; None of what is news."""
    told, published = anchor.told.year, anchor.published
    if told is None or told.earliest is None or published is None or published.earliest is None:
        return None
    return told.earliest.year if told.earliest.year < published.earliest.year - 1 else None


def season_of_turn(found: Found, anchor: Anchor) -> Day | None:
    """Return a season of last, this or next year ("осенью прошлого года")."""
    code, turn, published = found.season, found.turn, anchor.published
    if code is None or turn is None or published is None or published.earliest is None:
        return None
    doubt = "?" if code == 24 else ""
    return Day(f"{published.earliest.year + turn:04}-{code}{doubt}")


def one_step(found: Found, anchor: Anchor) -> Day | None:
    """Return the day one unit from the last day told ("годом ранее", "неделю спустя")."""
    unit, step = found.unit, found.step
    if unit is None or step is None or anchor.told.day is None:
        return None
    return values.earlier_by(-step, unit, Anchor(anchor.told.day))


def one_ago(found: Found, anchor: Anchor) -> Day | None:
    """Return the day one unit before publication ("год назад")."""
    return None if found.unit is None else values.earlier_by(1, found.unit, anchor)
