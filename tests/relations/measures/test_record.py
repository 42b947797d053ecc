"""A record, its denominator and its chance: against enumeration and simulation."""

from itertools import product
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from foedus.relations.measures.levels.record import MODELS, record_probability

yearly_counts = st.lists(st.integers(0, 6), min_size=2, max_size=12).map(np.array)


def dealt_out(total: int, exposures: np.ndarray) -> tuple[float, float]:
    """Every way of dealing out `total` events, weighed: the last year on top, and level with it."""
    shares = exposures / exposures.sum()
    above = level = 0.0
    for counts in product(range(total + 1), repeat=len(exposures)):
        if sum(counts) == total:
            ways = factorial(total) / np.prod([factorial(count) for count in counts])
            chance = ways * np.prod(shares ** np.array(counts))
            above += chance * (counts[-1] > max(counts[:-1]))
            level += chance * (counts[-1] == max(counts[:-1]))
    return float(above), float(level)


@pytest.mark.parametrize(
    ("counts", "exposures"),
    [
        ([0, 2, 1], [1, 1, 1]),
        ([3, 1, 0, 2], [1, 1, 1, 0.5]),
        ([1, 4], [1, 2.5]),
        ([0, 1], [1, 1]),
        ([0, 0, 0], [1, 2, 1]),
    ],
)
def test_the_chance_of_a_record_is_that_of_all_ways_to_deal_out_the_events(
    counts: list[int], exposures: list[float]
) -> None:
    found = record_probability(counts, exposures, model="multinomial")
    above, level = dealt_out(sum(counts), np.array(exposures))
    assert (found.chance, found.chance_tied) == pytest.approx((above, level))


def test_many_events_are_dealt_out_too_and_soon() -> None:
    """Forty years of a thousand events: the sum over all last counts against simulation."""
    exposures = np.r_[np.ones(39), 1.02]
    found = record_probability(np.full(40, 1000), exposures, model="multinomial")
    shares = exposures / exposures.sum()
    dealt = np.random.default_rng(4).multinomial(40_000, shares, 40_000)
    others = dealt[:, :-1].max(axis=1)
    assert found.chance == pytest.approx((dealt[:, -1] > others).mean(), abs=0.005)
    assert found.chance_tied == pytest.approx((dealt[:, -1] == others).mean(), abs=0.002)
    assert record_probability(np.full(40, 1000), exposures).chance == pytest.approx(
        found.chance, abs=0.002
    )


@pytest.mark.parametrize("model", ["poisson", "negative binomial"])
def test_record_and_tie_by_chance_are_those_of_simulated_series(model: str) -> None:
    exposures = np.array([1, 1, 1, 1, 0.5])
    found = record_probability(
        [20, 24, 15, 22, 10], exposures, model=model, dispersion=0.2 if model != "poisson" else None
    )
    draws = np.random.default_rng(8)
    size = (200_000, 1)
    if model == "poisson":
        rate = draws.gamma(91.5, 1 / 4.5, size)
        counts = draws.poisson(rate * exposures)
    else:
        p = draws.beta(1 + 5 / (91.5 / 4.5) + 5 * 4.5, 1 + 91, size)
        counts = draws.negative_binomial(5 * exposures, p)
    others = counts[:, :-1].max(axis=1)
    assert found.chance == pytest.approx((counts[:, -1] > others).mean(), abs=0.002)
    assert found.chance_tied == pytest.approx((counts[:, -1] == others).mean(), abs=0.002)


def test_the_chance_of_a_year_as_high_is_that_of_the_predictive_distribution() -> None:
    draws = np.random.default_rng(51)
    rates = draws.gamma(0.5 + 6, 1 / 4, size=400_000)
    simulated = draws.poisson(rates * 0.75)
    found = record_probability([2, 0, 3, 1, 5], [1, 1, 1, 1, 0.75])
    assert found.as_high == pytest.approx((simulated >= 5).mean(), abs=0.002)
    assert found.exceeds == pytest.approx((simulated > 3).mean(), abs=0.002)


def test_a_year_as_high_agrees_with_the_negative_binomial_of_scipy() -> None:
    found = record_probability([1, 0, 2, 4])
    assert found.as_high == pytest.approx(stats.nbinom.sf(3, 3.5, 3 / 4))


def test_little_dispersion_is_poisson() -> None:
    counts = [20, 24, 15, 22, 31]
    plain = record_probability(counts)
    bunched = record_probability(counts, model="negative binomial", dispersion=1e-6)
    assert bunched.chance == pytest.approx(plain.chance, rel=0.01)
    assert bunched.as_high == pytest.approx(plain.as_high, rel=0.1)


def test_bunches_make_a_high_count_less_surprising() -> None:
    counts = [0, 11, 1, 0, 9, 2, 0, 14, 0, 17]
    plain, either = record_probability(counts), record_probability(counts, model="counts")
    assert either.model == "negative binomial"
    assert either.as_high > plain.as_high
    assert either.dispersion > 0.5


def test_of_continuous_years_the_last_is_highest_in_proportion_to_its_exposure() -> None:
    found = record_probability([2.5, 1.1, 3.2], model="continuous")
    assert (found.chance, found.chance_tied, found.standing) == (pytest.approx(1 / 3), 0, "record")
    half = record_probability([2.5, 1.1, 3.2], [1, 1, 0.5], model="continuous")
    assert half.chance == pytest.approx(0.2)
    below = record_probability([5.0, 1.1, 3.2], model="continuous")
    assert below.as_high == pytest.approx(2 / 3)


def test_a_year_nobody_covered_may_have_held_the_record() -> None:
    known = record_probability([3, 1, 4, 2, 6])
    gap = record_probability([3, 1, np.nan, 4, 2, 6])
    assert known.stands_over_gaps is None
    assert (gap.chance, gap.as_high, gap.periods) == (known.chance, known.as_high, 5)
    rates = np.random.default_rng(2).gamma(16.5, 1 / 5, 200_000)
    assert gap.stands_over_gaps == pytest.approx(stats.poisson.cdf(5, rates).mean(), abs=0.002)
    ranked = record_probability([3, np.nan, 4, 6], model="continuous")
    assert ranked.stands_over_gaps == pytest.approx(3 / 4)


@given(yearly_counts)
@settings(deadline=None, max_examples=30)
def test_among_equal_years_the_last_is_a_record_at_most_one_time_in_n(counts: np.ndarray) -> None:
    for model in ("continuous", "multinomial", "poisson"):
        found = record_probability(counts, model=model)
        assert 0 <= found.chance <= 1 / len(counts) + 1e-6
        assert found.chance + found.chance_tied >= 1 / len(counts) - 1e-6


@given(yearly_counts)
@settings(deadline=None, max_examples=10)
def test_every_year_has_its_standing_and_chances_within_bounds(counts: np.ndarray) -> None:
    for model in MODELS:
        found = record_probability(counts, model=model)
        assert (found.standing == "record") == (counts[-1] > counts[:-1].max())
        assert (found.standing == "equalled") == (counts[-1] == counts[:-1].max())
        for chance in (found.chance, found.chance_tied, found.exceeds, found.as_high):
            assert 0 <= chance <= 1
        if found.standing == "record" and model != "continuous":
            assert found.as_high <= found.exceeds + 1e-9


@given(yearly_counts, st.floats(0.1, 20))
@settings(deadline=None, max_examples=20)
def test_the_unit_of_exposure_does_not_matter(counts: np.ndarray, unit: float) -> None:
    years, other = (record_probability(counts, np.full(len(counts), each)) for each in (1.0, unit))
    assert other.chance == pytest.approx(years.chance, abs=1e-6)
    assert other.as_high == pytest.approx(years.as_high, abs=1e-9)


def test_a_year_only_begun_makes_a_high_count_more_surprising() -> None:
    counts = [2, 1, 3, 2, 6]
    whole = record_probability(counts)
    begun = record_probability(counts, [1, 1, 1, 1, 0.25])
    assert begun.as_high < whole.as_high
    assert begun.chance < whole.chance


def test_a_long_and_busy_series_stays_within_floating_range() -> None:
    for model in ("multinomial", "poisson", "negative binomial"):
        found = record_probability(np.full(40, 25), model=model)
        assert 0 < found.chance < 1 / 40


@pytest.mark.parametrize(
    ("counts", "exposures"),
    [
        ([1], [1]),
        ([1, 2], [1]),
        ([-1, 2], [1, 1]),
        ([1, 2], [1, 0]),
        ([1, 2, np.nan], [1, 1, 1]),
        ([1, 2], [1, np.nan]),
    ],
)
def test_what_cannot_be_years_of_counts_is_refused(
    counts: list[float], exposures: list[float]
) -> None:
    with pytest.raises(ValueError, match=r"exposure|count"):
        record_probability(counts, exposures)


def test_an_unknown_model_and_a_dispersion_of_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="no model"):
        record_probability([1, 2], model="gaussian")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="dispersion"):
        record_probability([1, 2], model="negative binomial", dispersion=0)
