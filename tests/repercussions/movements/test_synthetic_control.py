"""Synthetic controls: exact weights, a known truth, and what they refuse."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.repercussions.movements.synthetic_control import (
    nearest_donors,
    simplex_weights,
    synthetic_control,
)

BEFORE = np.arange(30) < 20


def walks(seed: int = 0, donors: int = 25) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(donors, 30)).cumsum(axis=1)


def mixed(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    donors = walks(seed)
    noise = np.random.default_rng(seed + 1).normal(scale=0.1, size=30)
    return 0.5 * donors[0] + 0.3 * donors[1] + 0.2 * donors[2] + noise, donors


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(2, 15))
def test_no_move_along_the_simplex_does_better(seed, donors, periods):
    """The conditions of Karush, Kuhn and Tucker: sufficient, as the problem is convex."""
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(donors, periods)), rng.normal(size=periods)
    weights = simplex_weights(x, y)
    assert weights.min() >= 0
    assert weights.sum() == pytest.approx(1)
    slope = x @ (weights @ x - y)
    assert slope.min() >= weights @ slope - 1e-7


def test_no_worse_than_pysyncon_which_stops_near_the_same_weights():
    pd = pytest.importorskip("pandas")
    pysyncon = pytest.importorskip("pysyncon")
    treated, donors = mixed()
    x0 = pd.DataFrame(donors[:, BEFORE].T)
    x1 = pd.Series(treated[BEFORE], name="treated")
    theirs = pysyncon.Synth()
    # Its fit divides each period by its standard deviation: weighted back, all count the same.
    same = pd.concat([x0, x1], axis=1).std(axis=1).to_numpy() ** 2
    theirs.fit(X0=x0, X1=x1, Z0=x0, Z1=x1, custom_V=same)
    ours = synthetic_control(treated, donors, BEFORE, ~BEFORE)
    assert np.allclose(ours.weights, theirs.W, atol=2e-3)
    left = treated[BEFORE] - theirs.W @ donors[:, BEFORE]
    assert ours.rmspe_before <= np.sqrt((left**2).mean()) + 1e-12


def test_a_known_mixture_and_a_known_effect_are_found_again():
    treated, donors = mixed()
    treated[~BEFORE] += 4.0
    found = synthetic_control(treated, donors, BEFORE, ~BEFORE)
    assert np.allclose(found.weights[:3], [0.5, 0.3, 0.2], atol=0.1)
    assert found.effect == pytest.approx(4.0, abs=0.5)
    assert found.p == pytest.approx(1 / 26)
    low, high = found.interval
    assert low <= 4.0 <= high
    assert low > 0


def test_without_an_event_the_rank_is_as_rare_as_it_says():
    ranks = []
    for seed in range(40):
        donors = walks(seed, donors=20)
        ranks.append(synthetic_control(donors[0], donors[1:], BEFORE, ~BEFORE).p)
    assert 0.35 <= np.mean(ranks) <= 0.7
    assert np.mean(np.array(ranks) <= 0.1) <= 0.25


def test_an_exact_fit_has_no_ratio():
    donors = walks(3)
    found = synthetic_control(donors[:4].mean(axis=0), donors, BEFORE, ~BEFORE)
    assert found.rmspe_before == pytest.approx(0, abs=1e-8)
    assert found.p is None
    assert found.interval is None


def test_the_nearest_donors_come_first():
    donors = walks(4)
    order = nearest_donors(donors[6] + 0.01, donors, BEFORE, 3)
    assert len(order) == 3
    assert order[0] == 6


@pytest.mark.parametrize(
    ("treated", "donors", "before", "said"),
    [
        (walks()[0], walks()[:1], BEFORE, "1 donors"),
        (walks()[0], walks()[1:], np.arange(30) < 3, "3 periods before"),
        (np.ones(30), walks(), BEFORE, "never differed"),
        (np.full(30, np.nan), walks(), BEFORE, "unknown"),
    ],
)
def test_what_no_control_can_be_made_of_is_refused(treated, donors, before, said):
    with pytest.raises(ValueError, match=said):
        synthetic_control(treated, donors, before, ~before)
