"""Changes in a rate: against every segmentation, quadrature, known data, and their own promises."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import integrate, special, stats
from studies.change_points.series import COAL, COAL_FIRST_YEAR, NILE, NILE_FIRST_YEAR

from foedus.relations.measures.levels.changes import change_points
from foedus.relations.measures.levels.level_bands import level_band

counts_of_a_few_years = st.lists(st.integers(0, 12), min_size=3, max_size=25).map(np.array)
counts_and_exposures = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from([0.0, 0.25, 1.0, 3.0])), min_size=2, max_size=8
).map(lambda rows: (np.array([c if e else 0 for c, e in rows]), np.array([e for _, e in rows])))


def quadrature(counts: np.ndarray, exposures: np.ndarray, mean: float) -> float:
    """The chance of Poisson counts, with the rate integrated out numerically."""

    def likelihood(rate: float) -> float:
        chance = stats.poisson.pmf(counts, rate * exposures).prod()
        return float(stats.expon.pdf(rate, scale=mean) * chance)

    return integrate.quad(likelihood, 0, np.inf, epsabs=0, epsrel=1e-10, limit=400)[0]


def segmentation_weights(
    counts: np.ndarray, exposures: np.ndarray, gaps: np.ndarray
) -> dict[tuple[int, ...], float]:
    """The weight of every set of places of a covered Poisson series."""
    n = len(counts)
    mean = (counts.sum() + 0.5) / exposures.sum()
    prior = np.array([0.5, *(0.5 ** np.arange(n - 1) * 0.5 / (2 - 0.5 ** (n - 2)))])
    found = {}
    for number in range(n):
        sets = list(combinations(range(1, n), number))
        shares = np.array([np.prod([gaps[place - 1] for place in each]) for each in sets])
        for each, share in zip(sets, shares / shares.sum(), strict=True):
            found[each] = prior[number] * share
            for start, end in pairwise([0, *each, n]):
                total, time = counts[start:end].sum(), exposures[start:end].sum()
                found[each] *= stats.nbinom.pmf(total, 1, 1 / (1 + mean * time))
                found[each] *= stats.multinomial.pmf(
                    counts[start:end], total, exposures[start:end] / time
                )
    return found


def by_enumeration(counts: np.ndarray, exposures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The posterior of number and places from every set of places, one at a time."""
    covered = np.nonzero(exposures > 0)[0]
    n = len(covered)
    numbers, places = np.zeros(n), np.zeros(n)
    weights = segmentation_weights(counts[covered], exposures[covered], np.diff(covered))
    for each, weight in weights.items():
        numbers[len(each)] += weight
        places[list(each)] += weight
    return numbers / numbers.sum(), places / numbers.sum()


@given(counts_and_exposures)
@settings(max_examples=25, deadline=None)
def test_number_and_places_are_those_of_every_segmentation(
    series: tuple[np.ndarray, np.ndarray],
) -> None:
    counts, exposures = series
    covered = np.nonzero(exposures > 0)[0]
    assume(len(covered) >= 3)
    numbers, places = by_enumeration(counts, exposures)
    found = change_points(counts, exposures)
    assert found.probabilities == pytest.approx(numbers, abs=1e-9)
    gaps = np.diff(covered)
    expected = np.zeros(len(counts))
    for place, gap in enumerate(gaps, 1):
        expected[covered[place - 1] + 1 : covered[place] + 1] = places[place] / gap
    assert found.marginal == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", range(6))
def test_the_chance_of_a_change_within_the_interval_is_that_of_every_segmentation(
    seed: int,
) -> None:
    """Also where the interval begins or ends among periods that nobody covered."""
    draws = np.random.default_rng(seed)
    exposures = np.array([1, 1, 0.3, 0, 0, 1, 1, 2])
    counts = np.where(exposures > 0, draws.poisson([2, 4, 1, 0, 0, 14, 9, 3]), 0)
    covered = np.nonzero(exposures > 0)[0]
    found = change_points(counts, exposures)
    for number in range(1, len(covered)):
        for change in found.supposing(number):
            inside = np.zeros(len(counts))
            inside[change.first : change.last + 1] = 1
            shares = [inside[before + 1 : after + 1].mean() for before, after in pairwise(covered)]
            without = 0.0
            weights = segmentation_weights(counts[covered], exposures[covered], np.diff(covered))
            for places, weight in weights.items():
                without += weight * np.prod([1 - shares[place - 1] for place in places])
            expected = 1 - without / sum(weights.values())
            assert change.probability == pytest.approx(expected, abs=1e-9)


def test_places_of_bunched_counts_are_those_of_every_segmentation_and_dispersion() -> None:
    counts, exposures = np.array([0, 5, 1, 16, 9, 31]), np.array([1.0, 1, 0.5, 1, 2, 1])
    mean = (counts.sum() + 0.5) / exposures.sum()
    nodes, widths = special.roots_legendre(50)
    numbers, places = np.zeros(4), np.zeros(6)
    for share, width in zip((nodes + 1) / 2, widths / 2, strict=True):
        size = (1 - share) / share * mean
        for number in range(4):
            sets = list(combinations(range(1, 6), number))
            prior = (0.5, 2 / 7, 1 / 7, 1 / 14)[number] / len(sets)
            for each in sets:
                chance = prior * width
                for start, end in pairwise([0, *each, 6]):
                    sizes, told = size * exposures[start:end], counts[start:end]
                    # The chance p of a stretch is Beta: the product of its counts, integrated.
                    chance *= special.beta(1 + size / mean + sizes.sum(), 1 + told.sum())
                    chance *= 1 + size / mean
                    chance *= special.poch(sizes, told).prod() / special.factorial(told).prod()
                numbers[number] += chance
                places[list(each)] += chance
    found = change_points(counts, exposures, family="negative binomial", most=3)
    assert found.probabilities == pytest.approx(numbers / numbers.sum(), abs=1e-4)
    assert found.marginal == pytest.approx(places / numbers.sum(), abs=1e-4)
    assert found.log_evidence == pytest.approx(np.log(numbers.sum()), abs=1e-3)


def test_the_closed_form_agrees_with_numerical_integration() -> None:
    counts = np.array([0, 1, 0, 2, 5, 3, 4])
    exposures = np.array([1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 0.3])
    mean = (counts.sum() + 0.5) / exposures.sum()
    places = np.array(
        [
            quadrature(counts[:k], exposures[:k], mean)
            * quadrature(counts[k:], exposures[k:], mean)
            for k in range(1, len(counts))
        ]
    )
    constant = quadrature(counts, exposures, mean)
    found = change_points(counts, exposures, most=1)
    (change,) = found.supposing(1)
    assert change.posterior[1:] == pytest.approx(places / places.sum(), rel=1e-7)
    assert found.no_change == pytest.approx(constant / (constant + places.mean()), rel=1e-7)
    assert found.log_evidence == pytest.approx(np.log(constant / 2 + places.mean() / 2), rel=1e-9)


def test_the_negative_binomial_agrees_with_integration_over_rate_and_dispersion() -> None:
    counts, exposures = np.array([0, 9, 1, 0, 2, 14, 0]), np.array([1.0, 1, 2, 1, 0.5, 1, 1])
    mean = (counts.sum() + 0.5) / exposures.sum()

    def chance(share: float) -> float:
        size = (1 - share) / share * mean

        def likelihood(p: float) -> float:
            prior = stats.beta.pdf(p, 1 + size / mean, 1)
            return float(prior * stats.nbinom.pmf(counts, size * exposures, p).prod())

        return integrate.quad(likelihood, 0, 1, epsabs=0, epsrel=1e-5, limit=200)[0]

    whole = integrate.fixed_quad(np.vectorize(chance), 0, 1, n=20)[0]
    found = change_points(counts, exposures, family="negative binomial", most=0)
    assert found.log_evidence == pytest.approx(np.log(whole), abs=1e-3)


def test_the_coal_mines_grew_safer_about_1891() -> None:
    found = change_points(COAL, most=1)
    (change,) = found.changes
    assert COAL_FIRST_YEAR + change.mode - 1 == 1891, "the last year of the old rate"
    assert (COAL_FIRST_YEAR + change.first - 1, COAL_FIRST_YEAR + change.last - 1) == (1886, 1893)
    assert change.posterior[change.mode] == pytest.approx(0.241, abs=0.001)
    assert change.effect == pytest.approx(0.30, abs=0.01)
    assert found.no_change < 1e-10


def test_the_nile_ran_lower_from_1899() -> None:
    found = change_points(NILE, family="normal")
    (change,) = found.changes
    assert NILE_FIRST_YEAR + change.mode == 1899
    assert change.effect_low < 850 - 1098 < change.effect_high < 0
    assert found.dispersion == pytest.approx(127**2, rel=0.1)


def test_three_levels_are_told_apart_with_their_ratios() -> None:
    draws = np.random.default_rng(1954)
    counts = draws.poisson(np.repeat([2.0, 8.0, 1.0], 40))
    found = change_points(counts)
    assert found.number == 2
    up, down = found.changes
    assert up.first <= 40 <= up.last
    assert down.first <= 80 <= down.last
    assert up.effect_low < 4 < up.effect_high
    assert down.effect_low < 1 / 8 < down.effect_high
    assert min(up.probability, down.probability) > 0.85


def test_the_effect_agrees_with_draws_from_the_posterior() -> None:
    counts = np.array([2, 0, 1, 1, 6, 4, 7, 5])
    (change,) = change_points(counts, most=1).supposing(1)
    draws = np.random.default_rng(19610706)
    rate = 8 / (counts.sum() + 0.5)
    place = draws.choice(8, size=200_000, p=change.posterior)
    before = np.concatenate([[0], np.cumsum(counts)])[place]
    old = draws.gamma(1 + before) / (rate + place)
    new = draws.gamma(1 + counts.sum() - before) / (rate + 8 - place)
    low, middle, high = np.quantile(new / old, [0.05, 0.5, 0.95])
    assert (change.effect_low, change.effect, change.effect_high) == pytest.approx(
        (low, middle, high), rel=0.02
    )


def test_the_band_holds_what_the_posterior_says_of_the_first_period() -> None:
    counts = np.array([2, 0, 1, 1, 6, 4, 7, 5])
    found = change_points(counts, most=1)
    band = level_band(found)
    (change,) = found.supposing(1)
    draws = np.random.default_rng(3)
    ends = np.where(
        draws.random(200_000) < found.no_change, 8, draws.choice(8, 200_000, p=change.posterior)
    )
    rate = 8 / (counts.sum() + 0.5)
    levels = draws.gamma(1 + np.concatenate([[0], np.cumsum(counts)])[ends]) / (rate + ends)
    assert band.mean[0] == pytest.approx(levels.mean(), rel=0.01)
    assert (band.low[0], band.middle[0], band.high[0]) == pytest.approx(
        np.quantile(levels, [0.05, 0.5, 0.95]), rel=0.02
    )


@pytest.mark.parametrize("family", ["poisson", "negative binomial", "counts"])
def test_nine_intervals_in_ten_hold_the_truth(family: str) -> None:
    draws = np.random.default_rng(20240619)
    held_day = held_ratio = 0
    trials = 300 if family == "poisson" else 30
    for _ in range(trials):
        place = int(draws.integers(1, 40))
        old, new = draws.gamma(1.0, 3.0, size=2)
        counts = draws.poisson(np.where(np.arange(40) < place, old, new))
        (change,) = change_points(counts, family=family, most=1).supposing(1)
        held_day += change.first <= place <= change.last
        held_ratio += change.effect_low <= new / old <= change.effect_high
    assert held_day / trials >= 0.83
    assert 0.8 <= held_ratio / trials <= 0.99


def test_a_constant_rate_is_seldom_taken_for_a_change() -> None:
    draws = np.random.default_rng(1718)
    doubts = [change_points(draws.poisson(1.5, 30)).no_change for _ in range(100)]
    assert np.mean(np.array(doubts) < 0.1) < 0.05
    assert np.median(doubts) > 0.6


def test_events_in_bunches_are_taken_for_changes_only_by_poisson() -> None:
    draws = np.random.default_rng(5)
    counts = draws.negative_binomial(1.0, 0.1, 80)
    plain, either = change_points(counts), change_points(counts, family="counts")
    assert plain.number > 2
    assert either.family == "negative binomial"
    assert either.overdispersed > 0.99
    assert either.number == 0
    assert 0.5 < either.dispersion < 2


@given(counts_of_a_few_years, st.floats(0.05, 30))
@settings(deadline=None, max_examples=12)
def test_the_answer_does_not_depend_on_the_unit_of_exposure(
    counts: np.ndarray, unit: float
) -> None:
    for family in ("poisson", "negative binomial"):
        years = change_points(counts, family=family, most=3)
        other = change_points(counts, np.full(len(counts), unit), family=family, most=3)
        assert other.probabilities == pytest.approx(years.probabilities, abs=1e-6)
        assert other.marginal == pytest.approx(years.marginal, abs=1e-6)
        ours, theirs = years.supposing(1)[0], other.supposing(1)[0]
        assert theirs.effect == pytest.approx(ours.effect, rel=1e-3)


def test_means_of_many_observations_are_as_sure_in_any_unit() -> None:
    draws = np.random.default_rng(7)
    values = draws.normal(np.repeat([0.0, 1.0], 10), 0.4)
    plain = change_points(values, family="normal")
    other = change_points(values, np.full(20, 100.0), family="normal")
    assert other.probabilities == pytest.approx(plain.probabilities, abs=1e-9)
    assert other.log_evidence == pytest.approx(plain.log_evidence, abs=1e-9)
    assert other.dispersion == pytest.approx(100 * plain.dispersion)
    assert other.dispersion / 100 == pytest.approx(0.4**2, rel=0.5)


@pytest.mark.parametrize("high", [60, 10**5, 10**9])
def test_more_changes_than_were_asked_for_leave_no_gap_in_the_answer(high: int) -> None:
    """Of a series of five obvious changes the best two, however sure the five are."""
    counts = np.array([high, 0, 2 * high, 0, 3 * high, 0])
    mean = (counts.sum() + 0.5) / 6
    logs, sets = [], [each for number in range(3) for each in combinations(range(1, 6), number)]
    for each in sets:
        bounds = [0, *each, 6]
        logs.append(np.log((0.5, 1 / 3 / 5, 1 / 6 / 10)[len(each)]))
        for start, end in pairwise(bounds):
            total, time = counts[start:end].sum(), end - start
            logs[-1] += special.gammaln(1 + total) - (1 + total) * np.log(1 / mean + time)
            logs[-1] -= np.log(mean)
    chances = special.softmax(logs)
    places = np.zeros(6)
    for each, chance in zip(sets, chances, strict=True):
        places[list(each)] += chance
    found = change_points(counts, most=2)
    assert found.marginal == pytest.approx(places, abs=1e-6)
    assert found.probabilities[2] == pytest.approx(chances[6:].sum())
    assert found.log_evidence == pytest.approx(
        special.logsumexp(logs) - special.gammaln(counts + 1).sum(), rel=1e-9
    )


def test_bunches_of_hundreds_have_a_poisson_answer_too() -> None:
    counts = np.random.default_rng(0).negative_binomial(2, 2 / 1002, 200)
    found = change_points(counts)
    assert found.number == 12
    assert found.probabilities.sum() == pytest.approx(1)
    assert found.marginal.sum() == pytest.approx(12)
    assert len(found.changes) == 12
    assert np.isfinite(level_band(found).high).all()


def test_far_more_changes_than_floats_can_tell_are_refused_unless_they_may_be_bunches() -> None:
    counts = [10**6, 0, 0, 0] * 10
    with pytest.raises(ValueError, match="many more than 12 changes"):
        change_points(counts)
    found = change_points(counts, family="counts")
    assert (found.family, found.overdispersed, found.number) == ("negative binomial", 1, 12)


def test_a_number_of_changes_without_any_chance_is_not_supposed() -> None:
    found = change_points([10**9] * 5 + [10**10] * 5 + [10**9] * 5)
    assert found.number == 2
    with pytest.raises(ValueError, match="no chance"):
        found.supposing(1)


@given(counts_of_a_few_years)
@settings(deadline=None, max_examples=20)
def test_time_reversed_turns_the_ratio_over(counts: np.ndarray) -> None:
    forth, back = change_points(counts), change_points(counts[::-1])
    assert back.probabilities == pytest.approx(forth.probabilities, abs=1e-9)
    assert back.marginal[1:] == pytest.approx(forth.marginal[:0:-1], abs=1e-9)
    for ours, theirs in zip(forth.supposing(2), back.supposing(2)[::-1], strict=True):
        assert theirs.effect == pytest.approx(1 / ours.effect, rel=1e-3)
        assert theirs.effect_low == pytest.approx(1 / ours.effect_high, rel=1e-3)


@given(counts_of_a_few_years)
@settings(max_examples=25, deadline=None)
def test_probabilities_add_up_and_the_interval_is_the_shortest(counts: np.ndarray) -> None:
    found = change_points(counts)
    assert found.probabilities.sum() == pytest.approx(1)
    expected = found.probabilities @ np.arange(len(found.probabilities))
    assert found.marginal.sum() == pytest.approx(expected)
    for change in found.supposing(2):
        assert change.posterior.sum() == pytest.approx(1)
        assert change.posterior[change.first : change.last + 1].sum() >= 0.9 - 1e-9
        length = change.last - change.first
        shorter = [change.posterior[i : i + length].sum() for i in range(len(counts))]
        assert max(shorter, default=0) < 0.9 + 1e-9
        within = found.marginal[change.first : change.last + 1].sum()
        assert 0 <= change.probability <= within + 1e-9
    band = level_band(found)
    assert (band.low <= band.middle).all()
    assert (band.middle <= band.high).all()


def test_within_a_gap_in_the_record_every_place_is_as_likely() -> None:
    counts = np.array([5, 6, 4, 0, 0, 0, 1, 0, 1])
    exposures = np.array([1, 1, 1, 0, 0, 0, 1, 1, 1])
    found = change_points(counts, exposures)
    assert found.marginal[3:7] == pytest.approx([found.marginal[3]] * 4)
    unknown = change_points(np.where(exposures > 0, counts, np.nan))
    assert unknown.marginal == pytest.approx(found.marginal)


def test_before_and_after_coverage_nothing_is_said() -> None:
    inner = change_points([3, 4, 0, 1])
    outer = change_points([np.nan, np.nan, 3, 4, 0, 1, np.nan])
    assert outer.marginal == pytest.approx([0, 0, *inner.marginal, 0])
    assert outer.probabilities == pytest.approx(inner.probabilities)


@pytest.mark.parametrize("counts", [[4] * 12, [0] * 12, [0, 0]])
def test_a_constant_series_probably_did_not_change(counts: list[int]) -> None:
    for family in ("poisson", "negative binomial", "counts"):
        found = change_points(counts, family=family)
        assert found.number == 0
        assert found.changes == ()
        assert len(found.supposing(1)) == 1


def test_one_period_cannot_change() -> None:
    found = change_points([7])
    assert found.no_change == 1
    assert found.marginal.tolist() == [0]
    with pytest.raises(ValueError, match="considered"):
        found.supposing(1)


@pytest.mark.parametrize(
    ("counts", "exposures", "why"),
    [
        ([], [], "any exposure"),
        ([1, 2], [1], "one length"),
        ([-1, 2], [1, 1], "negative"),
        ([1.5, 2], [1, 1], "not whole"),
        ([1, np.inf], [1, 1], "whole|infinite"),
        ([1, 2], [0, 1], "without exposure"),
        ([0, 0], [0, 0], "any exposure"),
        ([1, 2], [1, -1], "exposure is negative"),
        ([1, 2], [1, np.nan], "NaN"),
        ([np.nan, np.nan], [1, 1], "any exposure"),
        ([[1, 2]], [[1, 1]], "one series"),
    ],
)
def test_what_cannot_be_a_series_of_counts_is_refused(
    counts: list[float], exposures: list[float], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        change_points(counts, exposures)


def test_a_constant_continuous_series_is_refused() -> None:
    with pytest.raises(ValueError, match="spread"):
        change_points([2.5, 2.5, 2.5], family="normal")
