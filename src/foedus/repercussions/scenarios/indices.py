"""First-order Sobol indices: how much of what varies would go if one assumption were known.

S_i = Var(E[Y | X_i]) / Var(Y). Estimator of the numerator: Saltelli, Annoni, Azzini, Campolongo,
Ratto and Tarantola, "Variance based sensitivity analysis of model output. Design and estimator for
the total sensitivity index", *Computer Physics Communications* 181 (2010), 259-270, Table 2 (b).

Y is the chance of something given the assumptions. It is known by draws of 0 and 1 only, so the
chance that remains once all assumptions are fixed must not count: B is drawn apart from A and A_B,
and Var(Y) is the covariance of two drawings of the same A.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Index", "first_order"]

Floats = NDArray[np.float64]
_LEAST = 1e-5
"""A variance of Y below this is noise: a standard deviation of a third of a point."""
_TOO_WIDE = 0.25


@dataclass(frozen=True, slots=True)
class Index:
    """A first-order index and half its 95 % interval; clipped to what an index can be."""

    value: float
    error: float


def first_order(a: Floats, again: Floats, b: Floats, mixed: Floats) -> Index | None:
    """Return the index of the assumption that `mixed` takes from B and all else from A.

    Each array is (draws,). `a` and `again` have the same assumptions and different chance; `mixed`
    the chance of `a`; `b` a chance of its own. None where nothing varies with the assumptions, or
    the index would be told with more than `_TOO_WIDE` on either side.
    """
    mean = (a.mean() + again.mean()) / 2
    together = (a - mean) * (again - mean)
    variance = float(together.mean())
    if variance < max(_LEAST, 1.96 * float(together.std()) / np.sqrt(len(a))):
        return None
    moved = (b - b.mean()) * (mixed - a)
    error = 1.96 * float(moved.std()) / np.sqrt(len(a)) / variance
    if error > _TOO_WIDE:
        return None
    return Index(float(np.clip(moved.mean() / variance, 0, 1)), error)
