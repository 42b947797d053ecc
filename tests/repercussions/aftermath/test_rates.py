"""Intervals of shares and means that know which pacts hang together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from foedus.repercussions.aftermath.rates import difference_of_shares, hubs, mean_of, share_of


def apart(number):
    return [np.arange(number)]


def test_pacts_that_stand_alone_have_jeffreys_interval():
    values = np.array([1.0] * 4 + [0.0] * 19)
    found = share_of(values, np.ones(23), apart(23))
    expected = stats.beta.ppf([0.025, 0.975], 4.5, 19.5)
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-3)


def test_none_of_many_pacts_of_one_alliance_says_as_little_as_none_of_one():
    one_alliance = [np.zeros(50, dtype=np.int64)]
    assert share_of(np.zeros(50), np.ones(50), one_alliance).high == pytest.approx(
        share_of(np.zeros(1), np.ones(1), apart(1)).high
    )


def test_pacts_that_go_together_are_worth_fewer():
    values = np.repeat([1.0, 0.0, 1.0, 0.0, 1.0, 0.0], 10)
    groups = [np.repeat(np.arange(6), 10)]
    together = share_of(values, np.ones(60), groups)
    alone = share_of(values, np.ones(60), apart(60))
    assert together.effective < 7
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_the_difference_is_near_newcombes_published_one():
    """56 of 70 against 48 of 80: 0.0524 to 0.3339 by method 10 (Newcombe 1998, table II, a)."""
    one = share_of(np.repeat([1.0, 0.0], [56, 14]), np.ones(70), apart(70))
    two = share_of(np.repeat([1.0, 0.0], [48, 32]), np.ones(80), apart(80))
    values = np.repeat([1.0, 0.0], [56, 14])
    matched = np.full(70, 0.6)
    found = difference_of_shares(values, matched, np.ones(70), apart(70), 80.0)
    assert found.value == pytest.approx(one.value - two.value)
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=0.01)


def test_what_a_great_power_shares_with_its_like_is_no_dependence_of_the_difference():
    """Three powers of four see much of it, and so do those beside them."""
    groups = [np.repeat(np.arange(4), 10)]
    values = np.repeat([0.9, 0.9, 0.9, 0.1], 10)
    beside = values + np.tile([0.1, -0.1], 20)
    difference = difference_of_shares(values, beside, np.ones(40), groups, 200.0)
    assert difference.effective > 4 * share_of(values, np.ones(40), groups).effective


def test_a_mean_of_one_pact_has_no_interval():
    assert mean_of(np.array([2.0]), np.ones(1), apart(1)) is None


def test_a_mean_of_pacts_that_stand_alone_is_students():
    values = np.array([1.0, 2.0, 4.0, 7.0, 1.5])
    found = mean_of(values, np.ones(5), apart(5))
    expected = stats.t.interval(0.95, 4, values.mean(), stats.sem(values))
    assert (found.low, found.high) == pytest.approx(expected)


def test_the_intervals_hold_the_truth_as_often_as_they_say_when_powers_differ():
    random = np.random.default_rng(7)
    groups = [np.repeat(np.arange(8), 5)]
    held = []
    for _ in range(400):
        chances = random.beta(4, 6, 8)
        values = (random.random(40) < np.repeat(chances, 5)).astype(float)
        found = share_of(values, np.ones(40), groups)
        held.append(found.low <= 0.4 <= found.high)
    assert np.mean(held) > 0.93


def test_a_hub_is_the_member_in_most_pacts():
    assert hubs(np.array([2, 2, 5]), np.array([3, 4, 9])).tolist() == [2, 2, 5]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 4)), min_size=1, max_size=25
    )
)
def test_every_interval_holds_its_value_and_stays_within_bounds(rows):
    values, matched = (np.array([row[place] for row in rows]) for place in (0, 1))
    groups = [np.arange(len(rows)), np.array([row[2] for row in rows])]
    share = share_of(values, np.ones(len(rows)), groups)
    gap = difference_of_shares(values, matched, np.ones(len(rows)), groups, float(len(rows)))
    assert 0 <= share.low <= share.value <= share.high <= 1
    assert -1 <= gap.low <= gap.value <= gap.high <= 1
