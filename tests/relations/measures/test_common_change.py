"""Many series, one date: against the sum over every set of sharers, and its own promises."""

from itertools import product
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, special, stats

from foedus.relations.measures.levels import common_change
from foedus.relations.measures.levels.change_evidence import ChangeEvidence
from foedus.relations.measures.levels.changes import change_points
from foedus.relations.measures.levels.common_change import shared_change
from tests.relations.measures.mixed_laws import beta_negative_binomial


def series(seed: int, sharing: int, alone: int, still: int, date: int, n: int = 40) -> np.ndarray:
    """Counts of series that change at `date`, at a date of their own, or not."""
    draws = np.random.default_rng(seed)
    levels = np.repeat(draws.gamma(8, 0.6, (sharing + alone + still, 1)), n, axis=1)
    levels[:sharing, date:] *= 3
    for row in range(sharing, sharing + alone):
        levels[row, draws.integers(3, n - 3) :] *= 0.3
    return draws.poisson(levels)


def test_dates_and_sharers_are_those_of_every_set_of_sharers() -> None:
    counts = series(1, 2, 1, 1, 6, n=12)
    lengths = np.ones(counts.shape)
    evidence = ChangeEvidence.of(counts.astype(float), lengths)
    relative, _ = common_change._relative(evidence.log_factors, 0)
    factors = np.exp(relative)
    d = len(counts)
    by_date = np.zeros(factors.shape[1])
    for sharers in product((0, 1), repeat=d):
        m = sum(sharers)
        # Uniform share: every number of sharers is as likely, and every set of that number.
        prior = factorial(m) * factorial(d - m) / factorial(d + 1)
        by_date += prior * np.prod(factors ** np.array(sharers)[:, None], axis=0)
    found = shared_change(counts)
    assert found.log_bayes_factor == pytest.approx(np.log(by_date.mean()), abs=1e-6)
    assert found.posterior[1:] == pytest.approx(by_date / by_date.sum(), abs=1e-6)


@pytest.mark.parametrize("within", [0, 2])
def test_factors_of_series_with_gaps_and_exposures_are_those_of_every_stretch(within: int) -> None:
    draws = np.random.default_rng(within)
    lengths = draws.choice([0.5, 1, 2], (3, 7))
    lengths[1, 2] = 0
    counts = np.where(lengths > 0, draws.poisson([[4] * 7, [2, 2, 2, 9, 9, 9, 9], [3] * 7]), 0)
    factors = np.array([bayes_factors(*row) for row in zip(counts, lengths, strict=True)])
    own = factors.mean(axis=1)
    changed = optimize.minimize_scalar(
        lambda share: -np.log(1 - share + share * own).sum(), bounds=(1e-6, 1 - 1e-6),
        method="bounded",
    ).x  # fmt: skip
    dates = 6 - within
    shared = np.array([factors[:, at : at + within + 1].mean(axis=1) for at in range(dates)]).T
    relative = shared / (1 - changed + changed * own)[:, None]
    by_date, changing = np.zeros(dates), np.zeros((3, dates))
    for sharers in product((False, True), repeat=3):
        m, chosen = sum(sharers), np.array(sharers)
        weight = factorial(m) * factorial(3 - m) / factorial(4) * relative[chosen].prod(axis=0)
        by_date += weight
        alone = changed * (within + 1) / 6 * relative
        changing += weight * np.where(chosen[:, None], 1, alone)
    found = shared_change(counts, lengths, within=within)
    assert found.log_bayes_factor == pytest.approx(np.log(by_date.mean()), abs=1e-9)
    assert found.posterior[1 : dates + 1] == pytest.approx(by_date / by_date.sum(), abs=1e-9)
    assert found.shares == pytest.approx(changing.sum(axis=1) / by_date.sum(), abs=1e-9)


def bayes_factors(counts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """One change before each period against none: both families, 12 dispersions, all by hand."""
    mean = (counts.sum() + 0.5) / lengths.sum()
    nodes, widths = special.roots_legendre(12)
    split, whole = np.zeros(len(counts) - 1), 0.0
    cases = [(0.5, None)]
    cases += [
        (width / 4, (1 - share) / share * mean)
        for share, width in zip((nodes + 1) / 2, widths, strict=True)
    ]
    for weight, size in cases:
        chances = [
            [chance_of(counts[part], lengths[part], mean, size) for part in parts]
            for parts in [(slice(at), slice(at, None)) for at in range(1, len(counts))]
        ]
        split += weight * np.prod(chances, axis=1)
        whole += weight * chance_of(counts, lengths, mean, size)
    return split / whole


def chance_of(counts: np.ndarray, lengths: np.ndarray, mean: float, size: float | None) -> float:
    """Of a stretch, count after count, each predicted from those before it."""
    shape, time, chance = 1.0, 1 / mean, 1.0
    for count, length in zip(counts[lengths > 0], lengths[lengths > 0], strict=True):
        if size is None:
            chance *= stats.nbinom.pmf(count, shape, time / (time + length))
        else:
            chance *= beta_negative_binomial(count, size * length, 1 + size * time, shape)
        shape, time = shape + count, time + length
    return chance


def test_one_series_alone_has_the_bayes_factor_of_one_change() -> None:
    counts = series(2, 1, 0, 1, 20)
    evidence = ChangeEvidence.of(counts.astype(float), np.ones(counts.shape))
    for row, factors in zip(counts, evidence.log_factors, strict=True):
        marginals = []
        for most in (0, 1):
            each = [
                change_points(row, family=family, most=most)
                for family in ("poisson", "negative binomial")
            ]
            marginals.append(np.logaddexp(*(one.log_evidence for one in each)))
        ours = np.logaddexp(0, np.log(np.exp(factors).mean())) - np.log(2)
        assert ours == pytest.approx(marginals[1] - marginals[0], abs=0.1)


def test_a_shared_date_is_found_with_who_shares_it() -> None:
    found = shared_change(series(3, 8, 3, 9, 14))
    assert found.probability > 0.99
    assert found.first <= 14 <= found.last
    assert found.p_value < 0.05
    assert set(np.nonzero(found.false_discovery < 0.1)[0]) >= {0, 1, 2}
    assert found.shares[:8].mean() > 0.8
    assert found.shares[8:].mean() < 0.5
    truth = (found.ratio_low[:8] < 3) & (found.ratio_high[:8] > 3)
    assert truth.sum() >= 6


def test_a_date_in_the_middle_of_the_span_is_found_too() -> None:
    assert shared_change(series(4, 8, 0, 8, 20)).p_value < 0.05


def test_those_that_follow_within_some_periods_share_the_date() -> None:
    draws = np.random.default_rng(5)
    levels = np.full((12, 40), 5.0)
    for row in range(12):
        levels[row, 12 + draws.integers(0, 4) :] = 15
    counts = draws.poisson(levels)
    strict, wide = shared_change(counts), shared_change(counts, within=3)
    assert wide.log_bayes_factor > strict.log_bayes_factor
    assert wide.first <= 12 <= wide.last


def test_changes_at_dates_of_their_own_are_not_taken_for_one() -> None:
    found = [shared_change(series(seed, 0, 8, 4, 0), seed=seed) for seed in range(25)]
    assert np.mean([each.probability > 0.9 for each in found]) <= 0.04
    assert np.mean([each.p_value <= 0.05 for each in found]) <= 0.12


@given(st.integers(0, 1000), st.floats(0.1, 20))
@settings(deadline=None, max_examples=8)
def test_neither_unit_nor_order_of_the_series_matters(seed: int, unit: float) -> None:
    counts = series(seed, 2, 1, 1, 8, n=20)
    plain = shared_change(counts)
    other = shared_change(counts[::-1], np.full(20, unit))
    assert other.log_bayes_factor == pytest.approx(plain.log_bayes_factor, abs=1e-4)
    assert other.shares[::-1] == pytest.approx(plain.shares, abs=1e-4)
    assert plain.posterior.sum() == pytest.approx(1)
    assert ((plain.shares >= 0) & (plain.shares <= 1)).all()
    assert (np.diff(np.sort(plain.false_discovery)) >= 0).all()


def test_series_of_zeros_and_gaps_say_little() -> None:
    counts = np.zeros((3, 10))
    counts[2, 4:7] = np.nan
    found = shared_change(counts)
    assert found.probability < 0.6
    assert np.isfinite(found.ratio).all()


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([[1, 2, 3]], "two series"),
        ([[1, 2], [3, 4]], "three periods"),
        ([[1, 2, 3], [np.nan] * 3], "series 1"),
        ([[1, 2, 3], [1, -2, 3]], "series 1"),
    ],
)
def test_what_cannot_share_a_date_is_refused(counts: list[list[float]], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        shared_change(counts)


def test_within_stays_within_the_span() -> None:
    with pytest.raises(ValueError, match="within"):
        shared_change(np.ones((2, 5)), within=3)
