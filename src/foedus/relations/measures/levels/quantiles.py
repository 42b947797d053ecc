"""Where a distribution function reaches a share: secants on its normal score."""

from collections.abc import Callable

import numpy as np
from scipy import special

__all__ = ["quantile"]

_CLOSE = 1e-9


def quantile(below: Callable[[float], float], level: float, centre: float, spread: float) -> float:
    """Return where `below`, a continuous distribution function, reaches `level`, to 1e-9 of it.

    `centre` and `spread` are its mean and standard deviation, about.
    """
    wanted = float(special.ndtri(level))
    low, high = -np.inf, np.inf
    at, slope = centre + wanted * spread, spread
    before: tuple[float, float] | None = None
    for _ in range(200):
        chance = below(at)
        if abs(chance - level) < _CLOSE:
            return at
        low, high = (at, high) if chance < level else (low, at)
        score = float(special.ndtri(min(max(chance, 1e-15), 1 - 1e-15)))
        if before is not None and score != before[1]:
            slope = abs((at - before[0]) / (score - before[1]))
        before = (at, score)
        step = at + (wanted - score) * slope
        if not low < step < high:
            both = np.isfinite(low) and np.isfinite(high)
            step = (low + high) / 2 if both else at + np.sign(wanted - score) * (spread + abs(at))
        if high - low < 1e-12 * (1 + abs(at)):
            return at
        at = step
    return at
