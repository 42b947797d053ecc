"""A record, its denominator and its chance: against enumeration and simulation."""

from itertools import product
from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus.relations.measures.record import record_standing

yearly_counts = st.lists(st.integers(0, 6), min_size=2, max_size=12).map(np.array)


def chance_by_enumeration(total: int, exposures: np.ndarray) -> float:
    """Every way of dealing out `total` events, weighed; those with the last year on top, summed."""
    shares = exposures / exposures.sum()
    chance = 0.0
    for counts in product(range(total + 1), repeat=len(exposures)):
        if sum(counts) == total and counts[-1] > max(counts[:-1]):
            ways = factorial(total) / np.prod([factorial(count) for count in counts])
            chance += ways * np.prod(shares ** np.array(counts))
    return float(chance)


@pytest.mark.parametrize(
    ("counts", "exposures"),
    [([0, 2, 1], [1, 1, 1]), ([3, 1, 0, 2], [1, 1, 1, 0.5]), ([1, 4], [1, 2.5]), ([0, 1], [1, 1])],
)
def test_the_chance_of_a_record_is_that_of_all_ways_to_deal_out_the_events(
    counts: list[int], exposures: list[float]
) -> None:
    found = record_standing(np.array(counts), np.array(exposures)).record_by_chance
    assert found == pytest.approx(chance_by_enumeration(sum(counts), np.array(exposures)))


def test_the_chance_of_a_year_as_high_is_that_of_the_predictive_distribution() -> None:
    counts, exposures = np.array([2, 0, 3, 1, 5]), np.array([1, 1, 1, 1, 0.75])
    draws = np.random.default_rng(51)
    rates = draws.gamma(0.5 + 6, 1 / 4, size=400_000)
    simulated = (draws.poisson(rates * 0.75) >= 5).mean()
    assert record_standing(counts, exposures).as_high == pytest.approx(simulated, abs=0.002)


def test_a_year_as_high_agrees_with_the_negative_binomial_of_scipy() -> None:
    found = record_standing(np.array([1, 0, 2, 4]), np.ones(4)).as_high
    assert found == pytest.approx(stats.nbinom.sf(3, 3.5, 3 / 4))


@given(yearly_counts)
def test_among_equal_years_the_last_is_a_record_at_most_one_time_in_n(counts: np.ndarray) -> None:
    chance = record_standing(counts, np.ones(len(counts))).record_by_chance
    assert 0 <= chance <= 1 / len(counts) + 1e-9


@given(yearly_counts)
def test_every_year_has_its_standing(counts: np.ndarray) -> None:
    standing = record_standing(counts, np.ones(len(counts))).standing
    assert (standing == "record") == (counts[-1] > counts[:-1].max())
    assert (standing == "equalled") == (counts[-1] == counts[:-1].max())


def test_a_year_only_begun_makes_a_high_count_more_surprising() -> None:
    counts = np.array([2, 1, 3, 2, 6])
    whole = record_standing(counts, np.ones(5))
    begun = record_standing(counts, np.array([1, 1, 1, 1, 0.25]))
    assert begun.as_high < whole.as_high


def test_a_long_and_busy_series_stays_within_floating_range() -> None:
    standing = record_standing(np.full(40, 25), np.ones(40))
    assert 0 < standing.record_by_chance < 1 / 40


@pytest.mark.parametrize(
    ("counts", "exposures"), [([1], [1]), ([1, 2], [1]), ([-1, 2], [1, 1]), ([1, 2], [1, 0])]
)
def test_what_cannot_be_years_of_counts_is_refused(counts: list[int], exposures: list[int]) -> None:
    with pytest.raises(ValueError, match="exposure"):
        record_standing(np.array(counts), np.array(exposures))
