"""Texts become numbers, days and nulls as the codebook says, and what fits nowhere is told."""

import datetime as dt
from functools import cache

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.datasets.casting import cast_values, wrong_type
from foedus.ledger.engines import engine_at
from foedus.reading.datasets.table import Column


def cast(values, dtype, missing=(), kind=None):
    column = Column("x", dtype, "a column", missing)
    cast, wrong = cast_values(duckdb(), pa.chunked_array([pa.array(values, kind)]), column)
    return cast.to_pylist(), wrong


@cache
def duckdb():
    return engine_at()


@pytest.mark.parametrize("text", [" 365 ", "365.0", "365.", "+365", "3.65e2", "365.00"])
def test_a_whole_number_may_be_written_in_many_ways(text):
    assert cast([text], "int32") == ([365], [])


@pytest.mark.parametrize("text", ["1.5", "abc", "1,234", "99999999999", "1e400", "0x10", "--9"])
def test_what_is_no_whole_number_of_the_size_is_wrong(text):
    assert cast([text], "int32") == ([None], [0])


@pytest.mark.parametrize("text", ["", "  ", "NA", "nan", ".", "NULL", "n/a"])
def test_what_packages_write_for_nothing_is_missing_not_wrong(text):
    assert cast([text], "float64") == ([None], [])
    assert cast([text], "date") == ([None], [])


@pytest.mark.parametrize("text", ["-9", "-9.0", " -9.000", "-9e0"])
def test_a_code_for_missing_is_missing_however_it_is_written(text):
    assert cast([text], "float64", ("-9",)) == ([None], [])
    assert cast([text], "int32", ("-9",)) == ([None], [])


def test_a_code_for_missing_that_is_a_word_is_missing():
    assert cast(["xx", "12"], "int32", ("xx",)) == ([None, 12], [])


def test_a_missing_code_of_a_text_is_met_exactly():
    assert cast(["-9", "-9.0", "NA", ""], "string", ("-9",)) == ([None, "-9.0", "NA", None], [])


def test_event_codes_keep_their_leading_zeros():
    assert cast(["042"], "string") == (["042"], [])


def test_a_typed_column_loses_its_codes_and_is_narrowed():
    assert cast([2, -9, 2**40], "int32", ("-9",), pa.int64()) == ([2, None, None], [2])
    assert cast([2.0, float("nan"), -9.0, 1.5], "int32", ("-9",)) == ([2, None, None, None], [3])


def test_a_day_that_does_not_exist_is_wrong():
    days = cast(["2001-02-28", "2001-02-30", "soon"], "date")
    assert days == ([dt.date(2001, 2, 28), None, None], [1, 2])


def test_infinity_is_no_amount():
    assert cast(["inf", "-Infinity"], "float64") == ([None, None], [0, 1])


@given(st.lists(st.integers(-(2**62), 2**62) | st.none(), max_size=20))
def test_every_number_written_as_text_comes_back(numbers):
    texts = [None if number is None else str(number) for number in numbers]
    values, wrong = cast(texts, "int64", kind=pa.string())
    for number, value in zip(numbers, values, strict=True):
        # Beyond 18 digits nothing is sure to fit: it is told, never rounded.
        assert value == number or (value is None and abs(number) >= 10**18)
    assert all(abs(numbers[place]) >= 10**18 for place in wrong)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=20))
def test_every_float_written_as_text_comes_back(numbers):
    assert cast(list(map(repr, numbers)), "float64", kind=pa.string()) == (numbers, [])


def test_the_check_names_the_column():
    assert wrong_type(Column("milex", "float64", "")) == "not a number: milex"
    assert wrong_type(Column("year", "int32", "")) == "not a whole number: year"
    assert wrong_type(Column("begins", "date", "")) == "not a date: begins"
