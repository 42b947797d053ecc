"""For each pair that concluded a pact, the pairs most like it that concluded none that year.

A candidate is of the same year and agrees in every exact trait; of those the nearest by Mahalanobis
distance on the other covariates are taken, with replacement, so that one pair may stand beside
several pacts (Ho, Imai, King and Stuart, "Matching as Nonparametric Preprocessing for Reducing
Model Dependence in Parametric Causal Inference", *Political Analysis* 15, 2007, 199-236; matched
sets within one period of a panel, held to the same past: Imai, Kim and Wang, "Matching Methods for
Causal Inference with Time-Series Cross-Sectional Data", *American Journal of Political Science* 67,
2023, 587-605). Exact agreement first, as in coarsened exact matching (Iacus, King and Porro,
*Political Analysis* 20, 2012, 1-24), keeps a distance from trading a trait away.

A covariate that is not known of the pact's own pair is left out of that pair's distances; a
candidate of which a covariate in use is not known is passed over.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["NEIGHBOURS", "Matched", "distances_within", "nearest", "standardised_differences"]

NEIGHBOURS = 5
"""At most so many pairs beside each pact: with more the mean is steadier and the likeness less."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matched:
    """Places of the nearest candidates of one pact, nearest first, with their distances."""

    places: NDArray[np.int64]
    distances: Floats


def distances_within(covariates: Floats) -> Floats:
    """Return the inverse covariance (k, k) of covariates (n, k) that makes their distances.

    Rows with a missing value are left out; a covariate without spread, or known of nobody, has no
    weight (Moore-Penrose inverse). Raises ValueError when fewer than two rows are whole.
    """
    used = np.flatnonzero(~np.isnan(covariates).all(axis=0))
    whole = covariates[:, used]
    whole = whole[~np.isnan(whole).any(axis=1)]
    if len(whole) < 2 or not len(used):
        raise ValueError("fewer than two candidates are known in every covariate")
    inverse = np.zeros((covariates.shape[1],) * 2)
    spread = np.atleast_2d(np.cov(whole, rowvar=False))
    inverse[np.ix_(used, used)] = np.linalg.pinv(spread, hermitian=True)
    return inverse


def nearest(pact: Floats, candidates: Floats, inverse: Floats, alike: NDArray[np.bool_]) -> Matched:
    """Return the nearest of the candidates (n, k) that are `alike` (n,) in the exact traits.

    `inverse` is that of `distances_within`; a covariate without weight in it is not asked for. Of
    equally near ones the first comes first.
    """
    known = ~np.isnan(pact) & (np.diag(inverse) > 0)
    usable = np.flatnonzero(alike & ~np.isnan(candidates[:, known]).any(axis=1))
    gaps = candidates[np.ix_(usable, np.flatnonzero(known))] - pact[known]
    weights = inverse[np.ix_(known, known)]
    squared = np.maximum(np.einsum("ij,ij->i", gaps @ weights, gaps), 0)
    if len(squared) > NEIGHBOURS:
        farthest = np.partition(squared, NEIGHBOURS - 1)[NEIGHBOURS - 1]
        near = np.flatnonzero(squared <= farthest)
    else:
        near = np.arange(len(squared))
    order = near[np.argsort(squared[near], kind="stable")][:NEIGHBOURS]
    return Matched(usable[order], np.sqrt(squared[order]))


def standardised_differences(
    treated: Floats, others: Floats, weights: Floats, scale: Floats
) -> Floats:
    """Return (k,) the mean of `treated` (n, k) less the weighted mean of `others` (m, k), by scale.

    `scale` (k,) is the standard deviation among the treated, the same before and after matching
    (Ho, Imai, King and Stuart 2007, 219-221). Missing values are left out; NaN where none is known
    or the scale is zero.
    """
    known = ~np.isnan(others)
    total = (weights[:, None] * known).sum(axis=0)
    of_treated = (~np.isnan(treated)).sum(axis=0)
    sums = np.where(known, others, 0).T @ weights
    with np.errstate(invalid="ignore", divide="ignore"):
        gap = np.nansum(treated, axis=0) / of_treated - sums / total
        return np.asarray(np.where(scale > 0, gap / scale, np.nan), dtype=np.float64)
