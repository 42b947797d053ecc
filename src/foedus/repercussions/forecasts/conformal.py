"""Intervals and sets that held in the past as often as they say, whatever the model's errors.

Split conformal prediction: of n errors made out of time, the interval reaches as far as the
ceil((n + 1)(1 - a))-th smallest (V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a
Random World, 2005). Its promise needs exchangeable errors, which years are not: eras differ. So
the level is moved on after every year by what happened (I. Gibbs and E. Candès, "Adaptive Conformal
Inference Under Distribution Shift", NeurIPS 2021, equation 2),

    a(t + 1) = a(t) + g (a - share of year t that fell outside),

and only errors of years before are ever used.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["AdaptiveIntervals", "adaptive_intervals", "conformal_reach", "prediction_sets"]

Floats = NDArray[np.float64]
_PACE = 0.05
"""How fast the level moves: g. The paper's experiments take 0.005 for daily data; years are few."""


@dataclass(frozen=True, slots=True)
class AdaptiveIntervals:
    """How far each interval reaches to either side, whether it held, and where the level stands.

    `reach` (n,) is NaN in the years that only taught; `held` (n,) is meaningful elsewhere. `level`
    is what the next year's intervals leave out.
    """

    reach: Floats
    held: NDArray[np.bool_]
    level: float

    @property
    def coverage(self) -> float:
        """The share of intervals that held; NaN when none was made."""
        made = np.isfinite(self.reach)
        return float(self.held[made].mean()) if made.any() else float("nan")


def conformal_reach(errors: ArrayLike, outside: float) -> float:
    """Return how far an interval reaches that leaves out `outside` of cases like these errors.

    Errors are absolute. Infinite where there are too few to promise that much.
    """
    e = np.sort(np.asarray(errors, float))
    if not 0 < outside < 1:
        raise ValueError(f"an interval leaves out between 0 and 1, not {outside}")
    place = int(np.ceil((len(e) + 1) * (1 - outside) - 1e-9))
    return float(e[place - 1]) if 0 < place <= len(e) else float("inf")


def adaptive_intervals(
    errors: ArrayLike, year: ArrayLike, outside: float = 0.1, window: int = 15, taught: int = 5
) -> AdaptiveIntervals:
    """Return the intervals of every year but the first `taught`, from errors of years before.

    `errors` (n,) are absolute and made out of time, of `year` (n,). Only the last `window` years
    before are looked at.
    """
    e, when = np.asarray(errors, float), np.asarray(year)
    reach, held = np.full(len(e), np.nan), np.zeros(len(e), dtype=bool)
    level = outside
    for place, this in enumerate(np.unique(when)):
        now = when == this
        if place < taught:
            continue
        before = e[(when < this) & (when >= this - window)]
        if not len(before):
            continue
        reach[now] = conformal_reach(before, float(np.clip(level, 1e-3, 0.5)))
        held[now] = e[now] <= reach[now]
        level += _PACE * (outside - float((~held[now]).mean()))
    return AdaptiveIntervals(reach, held, float(np.clip(level, 1e-3, 0.5)))


def prediction_sets(
    past: ArrayLike, came: ArrayLike, probability: ArrayLike, outside: float = 0.1
) -> NDArray[np.bool_]:
    """Return (n, 2): whether "no" and "yes" can each not be ruled out, at this error for each.

    By classes (label-conditional): of past events, at most a share `outside` had been ruled out,
    and likewise of non-events; else the rare outcome would always be. `past` (m,) are forecasts
    made out of time and `came` (m,) what came of them. A class never seen is never ruled out.
    """
    p, y, new = (np.asarray(each, float) for each in (past, came, probability))
    found = np.ones((len(new), 2), dtype=bool)
    for label in (0, 1):
        strange = np.sort(np.abs(label - p[y == label]))
        if not len(strange):
            continue
        as_strange = len(strange) - np.searchsorted(strange, np.abs(label - new), side="left")
        found[:, label] = (1 + as_strange) / (len(strange) + 1) > outside
    return found
