"""Days out of year, month and day: two bounds for what is not known, none for what cannot be."""

import calendar
import datetime as dt

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.reading.datasets.days import first_day, last_day, whole_number

PART = st.one_of(st.none(), st.integers(-99, 0), st.integers(1, 31))


def bounds(*dates: tuple[object, object, object]) -> list[tuple[dt.date | None, dt.date | None]]:
    columns = {name: [date[place] for date in dates] for place, name in enumerate("ymd")}
    kind = "string" if isinstance(dates[0][0], str) else "int64"
    rows = ibis.memtable(columns, schema=dict.fromkeys("ymd", kind))
    found = rows.select(
        first=first_day(rows.y, rows.m, rows.d), last=last_day(rows.y, rows.m, rows.d)
    )
    return [(row["first"], row["last"]) for row in found.to_pyarrow().to_pylist()]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (("1961", "7", "6"), dt.date(1961, 7, 6), dt.date(1961, 7, 6)),
        (("1961", "07", "06"), dt.date(1961, 7, 6), dt.date(1961, 7, 6)),
        (("1961.0", "7.0", "6.0"), dt.date(1961, 7, 6), dt.date(1961, 7, 6)),
        (("1904", "2", ""), dt.date(1904, 2, 1), dt.date(1904, 2, 29)),
        (("1904", "", "12"), dt.date(1904, 1, 1), dt.date(1904, 12, 31)),
        (("1904", "-9", "-9"), dt.date(1904, 1, 1), dt.date(1904, 12, 31)),
        (("0", "0", "0"), None, None),
        (("", "2", "3"), None, None),
        (("NA", "2", "3"), None, None),
        (("1903", "2", "29"), None, None),
        (("1903", "13", "1"), None, None),
    ],
)
def test_a_date_as_written_has_a_first_and_a_last_day(written, first, last):
    assert bounds(written) == [(first, last)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1816, 2025), PART, PART), min_size=1, max_size=40))
def test_the_bounds_are_those_of_the_calendar(dates):
    for date, found in zip(dates, bounds(*dates), strict=True):
        assert found == bounds_by_the_calendar(*date)


def bounds_by_the_calendar(
    year: int, month: int | None, day: int | None
) -> tuple[dt.date | None, dt.date | None]:
    month = month if month and month > 0 else None
    day = day if month and day and day > 0 else None
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None, None
    ends_in = month or 12
    return first, dt.date(year, ends_in, day or calendar.monthrange(year, ends_in)[1])


def test_a_number_with_a_fraction_of_nothing_is_whole():
    rows = ibis.memtable({"text": ["12", "12.0", "", "x", None]})
    found = rows.select(number=whole_number(rows.text)).to_pyarrow().column("number")
    assert found.to_pylist() == [12, 12, None, None, None]
