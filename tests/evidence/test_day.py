"""A day says how much of it is known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.evidence import Day

date = dt.date


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2024-06-19", date(2024, 6, 19), date(2024, 6, 19), "day"),
        ("2024-06", date(2024, 6, 1), date(2024, 6, 30), "month"),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31), "season"),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "season"),
        ("196X", date(1960, 1, 1), date(1969, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("2024~", date(2024, 1, 1), date(2024, 12, 31), "approx"),
        ("1950/1953", date(1950, 1, 1), date(1953, 12, 31), "interval"),
        ("2022-02-24/..", date(2022, 2, 24), None, "interval"),
        ("../1996-09-10", None, date(1996, 9, 10), "interval"),
    ],
)
def test_a_day_is_as_wide_as_what_is_known_of_it(
    edtf: str, earliest: dt.date | None, latest: dt.date | None, precision: str
) -> None:
    day = Day(edtf)
    assert (day.earliest, day.latest, day.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "words",
    ["", "le 19 juin", "2024-13", "2024-02-30", "0000", "../..", "2024/2023", "2024-6-1", "1/2/3"],
)
def test_what_is_not_a_date_is_refused_by_name(words: str) -> None:
    with pytest.raises(ValueError, match="'"):
        Day(words)


def test_a_month_before_a_day_in_it_is_only_possibly_before() -> None:
    june = Day("2024-06")
    assert june.possibly_on_or_before(date(2024, 6, 19))
    assert not june.surely_on_or_before(date(2024, 6, 19))
    assert june.surely_on_or_before(date(2024, 6, 30))


def test_an_open_end_is_never_surely_past() -> None:
    assert not Day("2022-02-24/..").surely_on_or_before(date(9999, 12, 31))


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_calendar_day_comes_back_whole(calendar_day: dt.date) -> None:
    day = Day.of(calendar_day)
    assert day.earliest == day.latest == calendar_day
    assert day.is_exact


@given(st.dates(), st.dates())
def test_an_interval_keeps_its_two_ends(one: dt.date, other: dt.date) -> None:
    start, end = sorted((one, other))
    span = Day.between(start, Day.of(end))
    assert (span.earliest, span.latest) == (start, end)


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_value_error(words: str) -> None:
    try:
        day = Day(words)
    except ValueError:
        return
    assert day.earliest is None or day.latest is None or day.earliest <= day.latest
