"""Exposure along chains of trade: against walks drawn by hand and by lot, and its bounds."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from foedus.repercussions.sanctions.chains import exposures, heaviest_chains

Trade = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]

# Made: A trades half with B and half with C; B a fifth with the sanctioned S; C nothing but A.
SHARES = np.array([[0, 0.5, 0.5, 0], [0.8, 0, 0, 0.2], [1.0, 0, 0, 0], [0, 1.0, 0, 0]])
NOBODY, SANCTIONED = np.zeros(4), np.array([False, False, False, True])


@st.composite
def trades(draw: st.DrawFn) -> Trade:
    size = draw(st.integers(2, 5))
    seed = draw(st.integers(0, 10_000))
    random = np.random.default_rng(seed)
    raw = random.random((size, size + 1)) * (random.random((size, size + 1)) < 0.7)
    np.fill_diagonal(raw, 0.0)
    raw[:, size] += 1e-3
    raw /= raw.sum(axis=1, keepdims=True)
    return raw[:, :size], raw[:, size], random.random(size) < 0.4


def test_exposure_by_hand() -> None:
    found = exposures(SHARES, NOBODY, SANCTIONED, 3)
    assert found[:, 0] == pytest.approx([0, 0.1, 0.1])
    assert found[:, 1] == pytest.approx([0.2, 0.2, 0.2 + 0.8 * 0.1])
    assert found[:, 2] == pytest.approx([0, 0, 0.1])


def test_the_heaviest_chains_by_hand() -> None:
    chains = heaviest_chains(SHARES, SANCTIONED, 2, 3, 5)
    assert [one.places for one in chains] == [(2, 0, 1, 3)]
    assert chains[0].weight == pytest.approx(0.1)


def test_unknown_partners_make_the_interval_wide() -> None:
    shares, missing = SHARES * 0.9, np.full(4, 0.1)
    low = exposures(shares, missing, SANCTIONED, 2)
    high = exposures(shares, missing, SANCTIONED, 2, at_high=True)
    assert low[0] == pytest.approx([0, 0.18, 0, 0])
    assert high[0, 0] == pytest.approx(0.1)
    assert high[1, 0] > low[1, 0]


@settings(max_examples=40, deadline=None)
@given(trades(), st.integers(1, 4))
def test_exposure_is_a_share_that_grows_with_the_chain(trade: Trade, steps: int) -> None:
    low = exposures(*trade, steps)
    high = exposures(*trade, steps, at_high=True)
    assert np.all(low >= 0)
    assert np.all(low <= high + 1e-12)
    assert np.all(high <= 1)
    assert np.all(np.diff(low, axis=0) >= -1e-12)


@settings(max_examples=30, deadline=None)
@given(trades())
def test_whoever_the_unknown_partners_are_the_truth_is_within(trade: Trade) -> None:
    shares, missing, sanctioned = trade
    size = len(missing)
    given_to = np.random.default_rng(0).dirichlet(np.ones(size), size)
    true = shares + missing[:, None] * given_to
    told = exposures(true, np.zeros(size), sanctioned, 3)
    assert np.all(exposures(*trade, 3) <= told + 1e-12)
    assert np.all(told <= exposures(*trade, 3, at_high=True) + 1e-12)


@settings(max_examples=30, deadline=None)
@given(trades(), st.integers(1, 3))
def test_the_heaviest_chains_are_those_that_trial_finds(trade: Trade, steps: int) -> None:
    shares, _, sanctioned = trade
    tried = []
    for length in range(1, steps + 1):
        for way in itertools.permutations(range(1, len(sanctioned)), length):
            places = (0, *way)
            weight = float(np.prod([shares[a, b] for a, b in itertools.pairwise(places)]))
            if weight and sanctioned[way[-1]] and not sanctioned[list(way[:-1])].any():
                tried.append(weight)
    found = [one.weight for one in heaviest_chains(shares, sanctioned, 0, steps, 4)]
    assert found == pytest.approx(sorted(tried, reverse=True)[:4])


@pytest.mark.parametrize("steps", [0, -1])
def test_a_chain_without_a_link_is_refused(steps: int) -> None:
    with pytest.raises(ValueError, match="one link or more"):
        exposures(SHARES, NOBODY, SANCTIONED, steps)


def test_more_than_all_trade_is_refused() -> None:
    with pytest.raises(ValueError, match="at most one"):
        exposures(SHARES, np.full(4, 0.5), SANCTIONED, 2)
