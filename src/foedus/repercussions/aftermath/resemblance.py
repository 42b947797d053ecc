"""How alike one pact is to each of others, part by part.

The general coefficient of J. C. Gower, "A General Coefficient of Similarity and Some of Its
Properties", *Biometrics* 27 (1971), 857-871: each part lies from 0 to 1, a trait agrees or not, a
quantity counts 1 less its distance over the range among all compared, obligations count what both
have over what either has (Jaccard), and the whole is the mean of the parts that are known of both.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["of_obligations", "of_quantities", "of_traits", "whole"]

Floats = NDArray[np.float64]


def of_traits(own: float, others: Floats) -> Floats:
    """Return 1 where a trait is the same, 0 where not, NaN where it is not known of both."""
    return np.where(np.isnan(others) | np.isnan(own), np.nan, (others == own).astype(float))


def of_quantities(own: float, others: Floats) -> Floats:
    """Return 1 less the distance over the range of all, NaN where it is not known of both."""
    known = others[~np.isnan(others)]
    if np.isnan(own) or not len(known):
        return np.full(len(others), np.nan)
    spread = max(known.max(), own) - min(known.min(), own)
    return 1 - np.abs(others - own) / spread if spread else np.where(np.isnan(others), np.nan, 1.0)


def of_obligations(own: NDArray[np.bool_], others: NDArray[np.bool_]) -> Floats:
    """Return what both (k,) and (n, k) promise over what either does, NaN where neither does."""
    both, either = (others & own).sum(axis=1), (others | own).sum(axis=1)
    return np.where(either > 0, both / np.maximum(either, 1), np.nan)


def whole(parts: Floats) -> Floats:
    """Return the mean over the known parts (n, k) of each, NaN where none is known."""
    known = ~np.isnan(parts)
    number = known.sum(axis=1)
    sums = np.where(known, parts, 0).sum(axis=1)
    return np.where(number > 0, sums / np.maximum(number, 1), np.nan)
