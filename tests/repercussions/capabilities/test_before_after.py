"""A rate or level after against before: against exact tests, a general library, and truth."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from foedus.repercussions.capabilities.before_after import rate_ratio, step_in_level


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(1, 900), st.integers(0, 40), st.integers(1, 900))
def test_the_interval_is_that_of_the_exact_binomial_test(
    before: int, days_before: int, after: int, days_after: int
) -> None:
    if before + after == 0:
        return
    found = rate_ratio(before, days_before, after, days_after)
    share = binomtest(after, before + after).proportion_ci(0.9, "exact")
    exposure = days_after / days_before
    odds = [one / (1 - one) / exposure if one < 1 else math.inf for one in share]
    assert [found.low, found.high] == pytest.approx(odds, rel=1e-6)
    if found.ratio is not None:
        assert found.low <= found.ratio <= found.high
    assert (found.wide_low, found.wide_high) == (found.low, found.high)


def test_bursts_make_it_less_sure_and_even_counts_do_not() -> None:
    bursts = rate_ratio(20, 360, 40, 360, per_period=([0, 0, 20, 0], [0, 40, 0, 0]))
    even = rate_ratio(20, 360, 40, 360, per_period=([5, 5, 5, 5], [10, 10, 10, 10]))
    assert bursts.spread is not None
    assert bursts.spread > 10
    assert bursts.wide_low < bursts.low
    assert bursts.wide_high > bursts.high
    assert (even.wide_low, even.wide_high) == (even.low, even.high)


def test_nothing_before_has_no_ratio_and_no_upper_end() -> None:
    found = rate_ratio(0, 100, 5, 100)
    assert found.ratio is None
    assert found.high == math.inf
    assert found.low > 0


def test_nothing_on_either_side_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        rate_ratio(0, 10, 0, 10)
    with pytest.raises(ValueError, match="at least one day"):
        rate_ratio(1, 0, 1, 10)


def test_a_step_is_that_of_least_squares_in_a_general_library() -> None:
    years = np.arange(2000, 2012)
    late = years >= 2006
    noise = np.random.default_rng(3).normal(scale=0.05, size=12)
    levels = np.exp(3 + 0.04 * (years - 2000) + 0.3 * late + noise)
    found = step_in_level(years, levels, late)
    fit = sm.OLS(np.log(levels), sm.add_constant(np.column_stack([years, late]))).fit()
    low, high = fit.conf_int(0.1)[2]
    assert found.step == pytest.approx(math.exp(fit.params[2]), rel=1e-6)
    assert (found.low, found.high) == pytest.approx((math.exp(low), math.exp(high)), rel=1e-6)
    assert found.low < math.exp(0.3) < found.high


def test_a_straight_trend_is_no_step_though_the_means_differ() -> None:
    years = np.arange(2000, 2010)
    found = step_in_level(years, np.exp(0.1 * (years - 2000)), years >= 2005)
    assert found.mean_ratio == pytest.approx(math.exp(0.5))
    assert found.step == pytest.approx(1.0)


def test_too_few_years_and_a_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        step_in_level([1, 2, 3, 4, 5], [1.0] * 5, [False, False, False, True, True])
    with pytest.raises(ValueError, match="above 0"):
        step_in_level(range(6), [0.0, 1, 1, 1, 1, 1], [False] * 3 + [True] * 3)
