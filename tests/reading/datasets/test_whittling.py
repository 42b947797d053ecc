"""Which dispute stands for a dyad that had several in one year."""

import pytest

from foedus.reading.datasets.whittling import one_dispute_each
from tests.reading.datasets.sifting import table_of

PLAIN = {"fatality": 0, "hostlev": 3, "mindur": 5, "maxdur": 9, "recip": 0, "stmon": 6}


def chosen(first: dict, second: dict, onsets: tuple[int, int] = (1, 1)) -> int:
    disputes = [{"dispnum": 1, **PLAIN, **first}, {"dispnum": 2, **PLAIN, **second}]
    years = [
        {"dispnum": number, "ccode1": 2, "ccode2": 365, "year": 1950, "onset": onset}
        for number, onset in zip((1, 2), onsets, strict=True)
    ]
    (row,) = one_dispute_each(table_of(years), table_of(disputes), "onset").to_pyarrow().to_pylist()
    return row["dispnum"]


@pytest.mark.parametrize(
    "higher",
    [
        {"fatality": 1},
        {"hostlev": 4},
        {"mindur": 6},
        {"maxdur": 10},
        {"recip": 1},
        {"stmon": 5},
    ],
)
def test_each_rule_chooses_when_all_before_it_are_tied(higher):
    assert chosen({}, higher) == 2
    assert chosen(higher, {}) == 1


def test_an_onset_goes_before_a_deadlier_dispute_that_went_on():
    assert chosen({"fatality": 6}, {"fatality": 0}, onsets=(0, 1)) == 2


def test_rules_are_asked_in_their_order():
    assert chosen({"fatality": 1}, {"hostlev": 5, "mindur": 900, "recip": 1}) == 1
    assert chosen({"mindur": 6}, {"maxdur": 90, "recip": 1, "stmon": 1}) == 1


def test_unknown_fatality_ranks_above_none_and_below_some():
    assert chosen({"fatality": None}, {"fatality": 0}) == 1
    assert chosen({"fatality": None}, {"fatality": 1}) == 2


def test_a_tie_that_is_left_goes_to_the_lower_number():
    assert chosen({}, {}) == 1
