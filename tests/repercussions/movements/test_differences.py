"""One unit against many: what is said is as unusual as it claims to be."""

import numpy as np
import pytest

from foedus.repercussions.movements.differences import differences, in_time, rank_p

BEFORE, AFTER = np.arange(18) < 12, np.arange(18) > 12


def swinging(rng: np.random.Generator, units: int = 60) -> np.ndarray:
    level = rng.normal(size=(units, 1)) * 3 + rng.normal(size=18)
    return level + rng.normal(size=(units, 18)) * np.exp(rng.normal(size=(units, 1)))


def first_treated(units: int = 60) -> np.ndarray:
    return np.arange(units) > 0


def test_without_an_event_one_unit_in_ten_is_unusual_and_nine_intervals_in_ten_hold_nothing():
    rng = np.random.default_rng(3)
    unusual = held = 0
    for _ in range(150):
        told = differences(swinging(rng), first_treated(), BEFORE, AFTER)
        unusual += told.p_of(0) <= 0.1
        low, high = told.interval_of(0)
        held += low <= 0 <= high
    assert 6 <= unusual <= 25
    assert 125 <= held <= 145


def test_the_least_movement_told_is_seen_four_times_in_five():
    rng = np.random.default_rng(4)
    seen = 0
    for _ in range(100):
        values = swinging(rng)
        visible = differences(values, first_treated(), BEFORE, AFTER).visible_of(0)
        values[0, AFTER] += visible
        seen += differences(values, first_treated(), BEFORE, AFTER).p_of(0) <= 0.1
    assert 70 <= seen <= 92


def test_the_effect_is_the_textbook_difference_of_differences_where_nothing_is_missing():
    values = swinging(np.random.default_rng(5))
    told = differences(values, first_treated(), BEFORE, AFTER)
    change = values[:, AFTER].mean(axis=1) - values[:, BEFORE].mean(axis=1)
    assert told.effect[0] == pytest.approx(change[0] - change[1:].mean())
    others = np.delete(change, [0, 7]).mean()
    assert told.effect[7] == pytest.approx(change[7] - others)


def test_a_unit_that_was_on_its_way_is_known_by_its_drift():
    values = swinging(np.random.default_rng(6))
    values[0] = values[1:].mean(axis=0) + 0.5 * np.arange(18)
    told = differences(values, first_treated(), BEFORE, AFTER)
    assert told.drift_p_of(0) < 0.05


def test_what_is_unknown_stays_so():
    values = swinging(np.random.default_rng(7))
    values[0, :9] = np.nan
    values[1, AFTER] = np.nan
    values[2] = 4.0
    told = differences(values, first_treated(), BEFORE, AFTER)
    assert told.before[0] == 3
    assert np.isnan(told.statistic[:3]).all()
    assert told.constant[2]


def test_with_few_others_their_earlier_periods_stand_beside():
    values = swinging(np.random.default_rng(8), units=8)
    told = differences(values, first_treated(8), BEFORE, AFTER)
    assert told.also_in_time
    assert len(told.placebos) == 7 + 7 * 8
    assert told.interval_of(0) is not None


def test_placebos_in_time_rank_the_event_among_earlier_periods():
    gaps = np.random.default_rng(9).normal(size=18)
    gaps[AFTER] += 5
    found = in_time(gaps, BEFORE, AFTER)
    assert len(found.statistics) == 8
    assert found.p == pytest.approx(1 / 9)


def test_a_rank_counts_the_value_itself():
    assert rank_p(3.0, np.array([1.0, -3.0, 4.0, np.nan])) == pytest.approx(3 / 4)


@pytest.mark.parametrize(
    ("before", "after", "untreated", "said"),
    [
        (np.arange(18) < 3, AFTER, first_treated(), "3 periods before"),
        (BEFORE, np.zeros(18, bool), first_treated(), "no period after"),
        (BEFORE, AFTER, np.arange(60) == 1, "fewer than two untreated"),
    ],
)
def test_too_little_to_compare_is_refused(before, after, untreated, said):
    with pytest.raises(ValueError, match=said):
        differences(swinging(np.random.default_rng(1)), untreated, before, after)
