"""Several forecasts made into one that means what it says, by how they did out of time.

    logit p = a + b1 logit p1 + b2 logit p2 + ...,  b >= 0

The logarithmic pool (C. Genest and J. V. Zidek, "Combining Probability Distributions", Statistical
Science 1, 1986, 114-148) and Cox's calibration line in one: a and b maximise the log score of
forecasts made before their outcome, on no other. Recent ones count more, as how often states fight
changes with the era: half as much for every so many years of age. Weights are learnt, or even with
only the level `a` learnt: even ones often do better (R. T. Clemen, "Combining Forecasts",
International Journal of Forecasting 5, 1989, 559-583). Which, and the half-life, is chosen out of
time too, of `WAYS` (`rolling.way_at`). Distributions of a
number are pooled by their means, with weights that are not negative, and the deviation is that of
the pool's own errors out of time.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, nnls  # type: ignore[attr-defined]
from scipy.special import expit

from foedus.repercussions.forecasts.learners import rows_kept

__all__ = ["LEAST_EVENTS", "WAYS", "MeanPool", "Pool", "Way", "mean_pool", "odds_pool"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Way:
    """How to pool: with `even` weights or learnt ones, and the years in which a past one fades."""

    even: bool
    half_life: float


WAYS: Final = tuple(
    Way(even, half_life) for even in (False, True) for half_life in (3.0, 5.0, 10.0, 20.0, np.inf)
)
"""The ways of which one is chosen. A shorter half-life would rest on a fold of five years alone."""
LEAST_EVENTS: Final = 20
"""Events among past forecasts below which a pool is not learnt: ten for each of two weights is the
rule of P. Peduzzi and others, Journal of Clinical Epidemiology 49, 1996, 1373-1379."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Intercept and weights (m,) of m forecasts' log odds, and on how much they rest."""

    intercept: float
    weights: Floats
    forecasts: int
    events: int

    def odds(self, of: Floats) -> Floats:
        """Return the log odds (n,) of the pooled forecast, from those of the members (n, m)."""
        found: Floats = self.intercept + of @ self.weights
        return found


@dataclass(frozen=True, slots=True)
class MeanPool:
    """Weights (m,) of m means, and the deviation of the pool's errors."""

    weights: Floats
    deviation: float
    forecasts: int

    def mean(self, of: Floats) -> Floats:
        """Return the pooled mean (n,) of the members' (n, m)."""
        found: Floats = of @ self.weights
        return found


def odds_pool(odds: Floats, outcome: Floats, age: Floats, way: Way) -> Pool:
    """Return the pool of forecasts (n, m) in log odds, of `age` (n,) years, by what came (n,).

    Of the many after which nothing came, some are drawn that stand for all. Raises ValueError when
    fewer than `LEAST_EVENTS` came, or as few did not.
    """
    events = int(outcome.sum())
    if min(events, len(outcome) - events) < LEAST_EVENTS:
        raise ValueError(
            f"{events} of {len(outcome)} past forecasts came true: "
            f"weights need {LEAST_EVENTS} either way"
        )
    kept, stands_for = rows_kept(outcome, seed=len(outcome))
    forecasts, outcome = len(outcome), outcome[kept]
    share = stands_for * 0.5 ** (age[kept] / way.half_life)
    share = share / share.sum()
    x = np.column_stack([np.ones(len(kept)), odds[kept]])
    # In units of the base rate's own loss, or rare events look converged from the start.
    rate = float(share @ outcome)
    unit = -(rate * np.log(rate) + (1 - rate) * np.log(1 - rate))

    def loss(at: Floats) -> tuple[float, Floats]:
        z = x @ at
        lost = float(share @ (np.logaddexp(0, z) - outcome * z))
        return lost / unit, -(x.T @ (share * (outcome - expit(z)))) / unit

    members = odds.shape[1]
    start = np.r_[0.0, np.full(members, 1.0 / members)]
    weights = (1.0 / members,) * 2 if way.even else (0.0, None)
    bounds = [(None, None), *[weights] * members]
    found = minimize(
        loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"ftol": 1e-12}
    ).x
    return Pool(float(found[0]), np.asarray(found[1:], float), forecasts, events)


def mean_pool(means: Floats, outcome: Floats, age: Floats, half_life: float = 10.0) -> MeanPool:
    """Return the pool of means (n, m) by least squares on what came (n,), recent ones first."""
    share = 0.5 ** (age / half_life)
    share = share / share.sum()
    root = np.sqrt(share)
    weights, _ = nnls(means * root[:, None], outcome * root)
    errors = outcome - means @ weights
    deviation = float(np.sqrt(share @ errors**2))
    return MeanPool(np.asarray(weights, float), deviation, len(outcome))
