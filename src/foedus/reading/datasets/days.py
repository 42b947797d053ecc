"""Days out of the year, month and day columns that datasets keep apart.

Where the day, or the month and the day, are not known, a date has a first and a last day it may
be: `docs/conventions.md`, "Days". Columns may be text, as a text file gives them, or numbers.
"""

from collections.abc import Sequence

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table, Value

from foedus.reading.datasets.table import Check

__all__ = ["days_exist", "first_day", "last_day", "whole_number"]

_LAST_MONTH, _FIRST = 12, 1


def whole_number(value: Value) -> IntegerValue:
    """Return the value as int64, null where it is no number ("", "NA"); "1961.0" is 1961."""
    kind = value.type()
    if kind.is_integer():
        return value.cast("int64")
    return value.try_cast("float64").try_cast("int64")


def first_day(year: Value, month: Value, day: Value) -> DateValue:
    """Return the earliest day that the columns allow; null without a year or for no such day.

    A number that is missing, zero or negative is not known: the first of its year or month
    is taken.
    """
    return _date(
        _known(year),
        _known(month).fill_null(_FIRST),
        _known_day(month, day).fill_null(_FIRST),
    )


def last_day(year: Value, month: Value, day: Value) -> DateValue:
    """Return the latest day that the columns allow; null without a year or for no such day.

    A number that is missing, zero or negative is not known: the last of its year or month
    is taken.
    """
    last_month = _known(month).fill_null(_LAST_MONTH)
    known_day = _known_day(month, day)
    start = _date(_known(year), last_month, known_day.fill_null(_FIRST))
    month_end = start + ibis.interval(months=1) - ibis.interval(days=1)
    return ibis.ifelse(known_day.isnull(), month_end.cast("date"), start)


def days_exist(*dates: Sequence[str]) -> Check:
    """Return the check that each (year, month, day) triple of columns is a day of the calendar.

    30 February fails; a date whose day or month is missing does not.
    """

    def failing(rows: Table) -> Table:
        wrong = ibis.literal(False)
        for year, month, day in dates:
            given = rows[year].notnull() & (whole_number(rows[year]) > 0)
            wrong = wrong | (given & first_day(rows[year], rows[month], rows[day]).isnull())
        return rows.filter(wrong.fill_null(False))

    named = "; ".join(", ".join(date) for date in dates)
    return Check("no such day", f"{named}: a day of the calendar", failing)


def _known(value: Value) -> IntegerValue:
    number = whole_number(value)
    # 13 stays 13 and makes no date: only what stands for "not known" becomes null.
    return ibis.ifelse(number > 0, number, ibis.null("int64"))


def _known_day(month: Value, day: Value) -> IntegerValue:
    # A day without its month says nothing.
    return ibis.ifelse(_known(month).isnull(), ibis.null("int64"), _known(day))


def _date(year: IntegerValue, month: IntegerValue, day: IntegerValue) -> DateValue:
    text = (
        year.cast("string").lpad(4, "0")
        + "-"
        + month.cast("string").lpad(2, "0")
        + "-"
        + day.cast("string").lpad(2, "0")
    )
    return text.try_cast("date")
