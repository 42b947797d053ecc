"""The published sampler of the coal series, for itself: nothing of foedus in it.

Carlin, Gelfand & Smith 1992: counts Poisson with rate θ up to year k and λ after it; θ and λ Gamma
with shape 1/2 and rates b₁ and b₂, each of these Gamma with shape 1 and rate 1; k uniform. The full
conditionals are Gamma, Gamma, Gamma, Gamma and a discrete distribution.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["sampled_changes"]

BURN_IN = 1_000


def sampled_changes(
    counts: NDArray[np.int64], draws: int, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the share of draws of each k (years of the old rate, n), and the mean rates."""
    random = np.random.default_rng(seed)
    n = len(counts)
    sums = np.cumsum(counts)
    years = np.arange(1, n + 1)
    k, first, second = n // 2, 1.0, 1.0
    found, rates = np.zeros(n), np.zeros(2)
    for draw in range(BURN_IN + draws):
        old = random.gamma(0.5 + sums[k - 1]) / (k + first)
        new = random.gamma(0.5 + sums[-1] - sums[k - 1]) / (n - k + second)
        first, second = random.gamma(1.5) / (old + 1), random.gamma(1.5) / (new + 1)
        logs = (new - old) * years + sums * np.log(old / new)
        weights = np.exp(logs - logs.max()).cumsum()
        k = int(np.searchsorted(weights, random.random() * weights[-1])) + 1
        k = min(k, n - 1)
        if draw >= BURN_IN:
            found[k - 1] += 1
            rates += (old, new)
    return found / draws, rates / draws
