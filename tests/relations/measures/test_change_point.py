"""One change in a rate: against quadrature, against known data, against its own promises."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from foedus.relations.measures.change_point import change_point

# Explosions in British coal mines with ten or more killed, one count for each year from 1851 to
# 1962 (Jarrett 1979, "A note on the intervals between coal-mining disasters", Biometrika 66(1),
# 191-193), in the yearly form that Carlin, Gelfand & Smith 1992 use.
COAL = np.array(
    [int(digit) for digit in "4541043406334026335453144155342522342132211113"]
    + [int(digit) for digit in "001011003103220111010100021000110233112111124"]
    + [int(digit) for digit in "200140001000001001010"]
)

counts_of_a_few_years = st.lists(st.integers(0, 12), min_size=3, max_size=25).map(np.array)


def marginal(counts: np.ndarray, exposures: np.ndarray, prior: stats.rv_continuous) -> float:
    """The chance of the counts, with the rate integrated out numerically."""

    def likelihood(rate: float) -> float:
        return float(prior.pdf(rate) * stats.poisson.pmf(counts, rate * exposures).prod())

    return integrate.quad(likelihood, 0, np.inf, epsabs=0, epsrel=1e-10, limit=400)[0]


def test_the_coal_mines_grew_safer_about_1891() -> None:
    assert len(COAL) == 112
    assert COAL.sum() == 191
    change = change_point(COAL, np.ones(112))
    assert 1851 + change.mode - 1 == 1891, "the last year of the old rate, as in Carlin et al."
    assert (1851 + change.first - 1, 1851 + change.last - 1) == (1886, 1893)
    assert change.posterior[change.mode] == pytest.approx(0.241, abs=0.001)
    assert change.ratio == pytest.approx(0.30, abs=0.01)
    assert change.no_change < 1e-10


def test_the_closed_form_agrees_with_numerical_integration() -> None:
    counts = np.array([0, 1, 0, 2, 5, 3, 4])
    exposures = np.array([1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 0.3])
    mean = (counts.sum() + 0.5) / exposures.sum()
    prior = stats.gamma(1.0, scale=mean)
    places = np.array(
        [
            marginal(counts[:k], exposures[:k], prior) * marginal(counts[k:], exposures[k:], prior)
            for k in range(1, len(counts))
        ]
    )
    constant = marginal(counts, exposures, prior)
    change = change_point(counts, exposures)
    assert change.posterior[1:] == pytest.approx(places / places.sum(), rel=1e-7)
    assert change.no_change == pytest.approx(constant / (constant + places.mean()), rel=1e-7)


def test_the_ratio_and_its_interval_agree_with_draws_from_the_posterior() -> None:
    counts = np.array([2, 0, 1, 1, 6, 4, 7, 5])
    exposures = np.ones(8)
    change = change_point(counts, exposures)
    draws = np.random.default_rng(19610706)
    rate = 8 / (counts.sum() + 0.5)
    place = draws.choice(8, size=200_000, p=change.posterior)
    before = np.concatenate([[0], np.cumsum(counts)])[place]
    old = draws.gamma(1 + before) / (rate + place)
    new = draws.gamma(1 + counts.sum() - before) / (rate + 8 - place)
    low, middle, high = np.quantile(new / old, [0.05, 0.5, 0.95])
    assert change.ratio_low == pytest.approx(low, rel=0.02)
    assert change.ratio == pytest.approx(middle, rel=0.02)
    assert change.ratio_high == pytest.approx(high, rel=0.02)


def test_nine_intervals_in_ten_hold_the_truth() -> None:
    draws = np.random.default_rng(20240619)
    held_day = held_ratio = 0
    for _ in range(300):
        place = int(draws.integers(1, 40))
        old, new = draws.gamma(1.0, 3.0, size=2)
        counts = draws.poisson(np.where(np.arange(40) < place, old, new))
        if counts.sum() == 0:
            held_day, held_ratio = held_day + 1, held_ratio + 1
            continue
        change = change_point(counts, np.ones(40))
        held_day += change.first <= place <= change.last
        held_ratio += change.ratio_low <= new / old <= change.ratio_high
    assert 0.86 <= held_day / 300 <= 0.97
    assert 0.85 <= held_ratio / 300 <= 0.95


def test_a_constant_rate_is_seldom_taken_for_a_change() -> None:
    draws = np.random.default_rng(1718)
    doubts = [change_point(draws.poisson(1.5, 30), np.ones(30)).no_change for _ in range(100)]
    assert np.mean(np.array(doubts) < 0.1) < 0.05
    assert np.median(doubts) > 0.6


@given(counts_of_a_few_years, st.floats(0.05, 30))
def test_the_answer_does_not_depend_on_the_unit_of_time(counts: np.ndarray, unit: float) -> None:
    years = change_point(counts, np.ones(len(counts)))
    other = change_point(counts, np.full(len(counts), unit))
    assert other.posterior == pytest.approx(years.posterior, abs=1e-9)
    assert other.no_change == pytest.approx(years.no_change, abs=1e-9)
    assert other.ratio == pytest.approx(years.ratio, rel=1e-6)


@given(counts_of_a_few_years)
def test_time_reversed_turns_the_ratio_over(counts: np.ndarray) -> None:
    forth = change_point(counts, np.ones(len(counts)))
    back = change_point(counts[::-1], np.ones(len(counts)))
    assert back.posterior[1:] == pytest.approx(forth.posterior[:0:-1], abs=1e-9)
    assert back.ratio == pytest.approx(1 / forth.ratio, rel=1e-6)
    assert back.ratio_low == pytest.approx(1 / forth.ratio_high, rel=1e-6)


@given(counts_of_a_few_years)
@settings(max_examples=50)
def test_the_interval_is_the_shortest_that_holds_nine_tenths(counts: np.ndarray) -> None:
    change = change_point(counts, np.ones(len(counts)))
    assert change.posterior.sum() == pytest.approx(1)
    held = change.posterior[change.first : change.last + 1].sum()
    assert held >= 0.9 - 1e-9
    length = change.last - change.first
    shorter = [change.posterior[i : i + length].sum() for i in range(len(counts))]
    assert max(shorter, default=0) < 0.9 + 1e-9


def test_within_a_gap_in_the_record_every_place_is_as_likely() -> None:
    counts = np.array([5, 6, 4, 0, 0, 0, 1, 0, 1])
    exposures = np.array([1, 1, 1, 0, 0, 0, 1, 1, 1])
    posterior = change_point(counts, exposures).posterior
    assert posterior[3:7] == pytest.approx([posterior[3]] * 4)


@pytest.mark.parametrize(
    ("counts", "exposures"),
    [([1], [1]), ([1, 2], [1]), ([-1, 2], [1, 1]), ([1, 2], [0, 1]), ([0, 0], [0, 0])],
)
def test_what_cannot_be_a_series_of_counts_is_refused(
    counts: list[int], exposures: list[int]
) -> None:
    with pytest.raises(ValueError, match="exposure"):
        change_point(np.array(counts), np.array(exposures))
