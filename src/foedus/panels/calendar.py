"""Spells written out as years and as months, by joining a small table of them."""

import ibis
from ibis.expr.types import DateValue, IntegerValue, Table

__all__ = ["in_months", "in_years", "month_number", "months_of", "years_of"]


def years_of(first: int, last: int) -> Table:
    """One row per year from `first` to `last`, both included: `year` (int32)."""
    years = ibis.range(first, last + 1).unnest().name("year").as_table()
    return years.select(year=years.year.cast("int32"))


def months_of(first: int, last: int) -> Table:
    """One row per month of the years from `first` to `last`.

    `year`, `month` (1 to 12) and `number` (`month_number`), all int32.
    """
    months = ibis.range(first * 12, (last + 1) * 12).unnest().name("number").as_table()
    return months.select(
        year=(months.number // 12).cast("int32"),
        month=(months.number % 12 + 1).cast("int32"),
        number=months.number.cast("int32"),
    )


def month_number(day: DateValue) -> IntegerValue:
    """Return the months since the year 0 of a day: 12 times its year, plus its month less one."""
    return (day.year() * 12 + day.month() - 1).cast("int32")


def in_years(spells: Table, first: IntegerValue, last: IntegerValue, years: Table) -> Table:
    """One row per row of `spells` and year from `first` to `last`, both included: adds `year`."""
    lasting = spells.mutate(_first=first, _last=last)
    joined = lasting.join(
        years, [years.year >= lasting._first, years.year <= lasting._last], how="inner"
    )
    return joined.select(*spells.columns, "year")


def in_months(spells: Table, first: IntegerValue, last: IntegerValue, months: Table) -> Table:
    """One row per row of `spells` and month from `first` to `last` (`month_number`), included."""
    lasting = spells.mutate(_first=first, _last=last)
    joined = lasting.join(
        months, [months.number >= lasting._first, months.number <= lasting._last], how="inner"
    )
    return joined.select(*spells.columns, "year", "month")
