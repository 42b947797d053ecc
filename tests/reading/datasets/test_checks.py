"""Each check answers with the rows that fail it, and with no others."""

import datetime as dt
from functools import cache

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.ledger.engines import engine_at
from foedus.reading.datasets.checks import (
    ends_after_it_begins,
    known_codes,
    not_negative,
    one_of,
    spells_do_not_overlap,
    symmetric,
    unique_grain,
    years_within,
)


def day(text):
    return dt.date.fromisoformat(text)


@cache
def duckdb():
    return engine_at()


def failing(check, **columns):
    """The numbers, from 1, of the rows that fail the check; every column of them comes back."""
    count = len(next(iter(columns.values())))
    table = pa.table({"row": pa.array(range(1, count + 1), pa.int64()), **columns})
    rows = duckdb().to_pyarrow(check.failing(duckdb().rows(table)))
    assert set(rows.column_names) == set(table.column_names)
    return sorted(rows["row"].to_pylist())


def test_all_rows_of_a_duplicated_key_fail():
    check = unique_grain("ccode", "year")
    assert failing(check, ccode=[2, 2, 20, 2], year=[1900, 1900, 1900, 1901]) == [1, 2]


def test_a_row_without_its_key_contradicts_no_other():
    assert failing(unique_grain("ccode"), ccode=pa.array([None, None, 2], pa.int32())) == []


def test_years_outside_the_coverage_fail_and_missing_ones_do_not():
    years = pa.array([1815, 1816, 2016, 2017, None], pa.int32())
    assert failing(years_within(1816, 2016), year=years) == [1, 4]
    assert failing(years_within(None, 2016), year=years) == [4]
    assert failing(years_within(None, None), year=years) == []


def test_the_years_of_spells_are_those_of_their_days():
    begins = [day("1815-12-31"), day("1900-01-01")]
    ends = pa.array([None, day("2017-01-01")], pa.date32())
    check = years_within(1816, 2016, "begins", "ends")
    assert failing(check, begins=begins, ends=ends) == [1, 2]


def test_a_spell_may_end_on_its_first_day_and_need_not_end():
    begins = [day("1900-01-02")] * 3
    ends = [day("1900-01-01"), day("1900-01-02"), None]
    assert failing(ends_after_it_begins(), begins=begins, ends=ends) == [1]


def test_both_of_two_overlapping_spells_fail_and_touching_ones_do_not():
    begins = [day("1900-01-01"), day("1905-01-01"), day("1910-01-02"), day("1900-01-01")]
    ends = [day("1905-01-01"), day("1910-01-01"), day("1920-01-01"), day("1920-01-01")]
    check = spells_do_not_overlap(["ccode"])
    assert failing(check, ccode=[2, 2, 2, 20], begins=begins, ends=ends) == [1, 2]


def test_a_long_spell_overlaps_every_one_within_it():
    begins = [day(f"{year}-01-01") for year in (1900, 1910, 1920, 1960)]
    ends = [day(f"{year}-12-31") for year in (1950, 1911, 1921, 1961)]
    check = spells_do_not_overlap(["ccode"])
    assert failing(check, ccode=[2] * 4, begins=begins, ends=ends) == [1, 2, 3]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 2), st.integers(1900, 1915), st.integers(0, 5)), max_size=12)
)
def test_overlaps_are_those_that_comparing_every_pair_finds(spells):
    table = {
        "code": pa.array([code for code, _, _ in spells], pa.int64()),
        "first": pa.array([first for _, first, _ in spells], pa.int64()),
        "last": pa.array([first + length for _, first, length in spells], pa.int64()),
    }
    by_pairs = [
        n
        for n, (code, first, length) in enumerate(spells, 1)
        if any(
            n != m and code == c and first <= f + k and f <= first + length
            for m, (c, f, k) in enumerate(spells, 1)
        )
    ]
    assert failing(spells_do_not_overlap(["code"], "first", "last"), **table) == by_pairs


def test_an_undirected_dyad_whose_two_rows_disagree_fails_twice():
    check = symmetric(("ccode1", "ccode2"), ["dist"])
    columns = {
        "ccode1": [2, 20, 2, 200, 2],
        "ccode2": [20, 2, 200, 2, 365],
        "year": [1900] * 5,
        "dist": pa.array([5, 6, None, None, 7], pa.int64()),
    }
    # The last has no mirror; two missing values agree.
    assert failing(check, **columns) == [1, 2, 5]


def test_a_code_of_no_state_fails_and_a_missing_one_does_not():
    check = known_codes("ccode", "cow", None)
    assert failing(check, ccode=pa.array([2, 365, 8152, None], pa.int32())) == [3]


def test_a_state_is_unknown_long_before_its_birth_and_after_its_death():
    # South Sudan joined on 2011-07-14, Bavaria left in 1871.
    check = known_codes("ccode", "cow")
    assert failing(check, ccode=[626, 626, 245, 245], year=[2008, 2011, 1871, 1900]) == [1, 4]


def test_a_spell_within_which_a_state_stood_is_known():
    check = known_codes("ccode", "cow", "begins", "ends")
    begins = [day("1990-01-01"), day("1990-01-01")]
    ends = pa.array([day("2000-01-01"), None], pa.date32())
    assert failing(check, ccode=[626, 626], begins=begins, ends=ends) == [1]


def test_germany_has_one_number_in_each_list():
    assert failing(known_codes("c", "cow"), c=[255, 260], year=[2000, 2000]) == [2]
    assert failing(known_codes("c", "gw"), c=[255, 260], year=[2000, 2000]) == [1]


def test_codes_that_the_dataset_documents_itself_are_let_pass():
    check = known_codes("ccode", "cow", also=(8152,))
    assert failing(check, ccode=[8152, 8153], year=[1900, 1900]) == [2]


def test_a_code_outside_the_codebook_fails():
    assert failing(one_of("t", 1, 2), t=pa.array([1, 3, None], pa.int32())) == [2]
    assert one_of("t", 1, 2).name == "unknown level of t"


def test_a_negative_amount_fails():
    assert failing(not_negative("a", "b"), a=[1, -1, 1], b=[0.0, None, -0.5]) == [2, 3]


def test_a_column_named_like_a_method_of_tables_is_a_column():
    assert failing(unique_grain("count"), count=[1, 1, 2]) == [1, 2]
    assert failing(one_of("count", 1), count=[1, 1, 2]) == [3]
