"""A weighted mean of donors that runs like one unit before an event, and what happens after it.

    minimise the sum over periods before of (y_t - sum_j w_j x_jt)²,  w_j >= 0, sum_j w_j = 1

A. Abadie, A. Diamond and J. Hainmueller (2010), Journal of the American Statistical Association
105(490), 493-505, with the outcomes before the event as the only predictors, equally weighted. The
minimum over the simplex is the point of the donors' hull next to the unit, found exactly by
non-negative least squares: with D = x - y, the u >= 0 that minimises |Du|² + (1 - sum u)² is that
point's weights but for their sum.

Placebos. Each donor in turn is taken for the treated one, the others its donors, and the root mean
squared gap after over that before (RMSPE) ranked: p = (1 + donors with a ratio as large) /
(1 + donors). The interval at 90 % is the effect less the unit's RMSPE before times the quantiles of
the donors' effects in units of their own.

Limits. With more donors than periods the fit can be exact by chance, and the ratio then means
nothing: such a unit has no ratio, p or interval. A unit outside the hull of its donors has a poor
fit: the RMSPE before is given, and its share of the unit's own spread.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import nnls  # type: ignore[attr-defined]

from foedus.repercussions.movements.differences import MIN_BEFORE, MIN_PLACEBOS, Mask, rank_p
from foedus.repercussions.movements.two_way import Floats

__all__ = ["SyntheticControl", "nearest_donors", "simplex_weights", "synthetic_control"]

_EXACT: Final = 1e-6
"""Share of a unit's own spread before the event below which a fit is exact."""


@dataclass(frozen=True, slots=True)
class SyntheticControl:
    """One unit against its synthetic control.

    `weights` (J,) of the donors; `gaps` (T,) unit less control, `control` (T,); `effect` the mean
    gap after the event with `interval` at 90 %, None with fewer than MIN_PLACEBOS placebos;
    `rmspe_before` and `rmspe_after`; `fit` the first over the unit's own standard deviation before
    the event. `placebo_gaps` (J, T) are those of the donors, `p` the rank of the ratio among theirs
    (`ranked` of them have one), None where the fit is exact.
    """

    weights: Floats
    control: Floats
    gaps: Floats
    effect: float
    interval: tuple[float, float] | None
    rmspe_before: float
    rmspe_after: float
    fit: float
    placebo_gaps: Floats
    ranked: int
    p: float | None


def synthetic_control(
    treated: Floats, donors: Floats, before: Mask, after: Mask
) -> SyntheticControl:
    """Return the synthetic control of `treated` (T,) from `donors` (J, T).

    `before` and `after` (T,) are the periods of either side. Raises ValueError when a value in them
    is unknown, there are fewer than two donors or MIN_BEFORE periods before, none after, or the
    unit never differed before the event.
    """
    if len(donors) < 2:
        raise ValueError(f"{len(donors)} donors: at least two are needed to make a control of")
    if before.sum() < MIN_BEFORE or not after.any():
        raise ValueError(
            f"{int(before.sum())} periods before and {int(after.sum())} after the event: "
            f"{MIN_BEFORE} and one are needed"
        )
    used = before | after
    if not (np.isfinite(treated[used]).all() and np.isfinite(donors[:, used]).all()):
        raise ValueError("a value of the unit or of a donor is unknown")
    spread = float(treated[before].std())
    if spread <= 1e-12 * max(abs(float(treated[before].mean())), 1e-300):
        raise ValueError("the outcome never differed before the event")
    weights = simplex_weights(donors[:, before], treated[before])
    control = weights @ donors
    gaps = treated - control
    placebo_gaps = np.empty_like(donors)
    for place in range(len(donors)):
        others = np.delete(donors, place, axis=0)
        placebo = simplex_weights(others[:, before], donors[place, before])
        placebo_gaps[place] = donors[place] - placebo @ others
    first, last = _rms(gaps[before]), _rms(gaps[after])
    effect = float(gaps[after].mean())
    theirs = np.array([_rms(each[before]) for each in placebo_gaps])
    own_spread = donors[:, before].std(axis=1)
    ranked = theirs > _EXACT * own_spread
    exact = first <= _EXACT * spread
    p = interval = None
    if not exact and ranked.any():
        ratios = np.array([_rms(each[after]) for each in placebo_gaps])[ranked] / theirs[ranked]
        p = rank_p(last / first, ratios)
        units = placebo_gaps[ranked][:, after].mean(axis=1) / theirs[ranked]
        if len(units) >= MIN_PLACEBOS:
            low, high = np.quantile(units, [0.05, 0.95])
            interval = (effect - first * float(high), effect - first * float(low))
    return SyntheticControl(
        weights,
        control,
        gaps,
        effect,
        interval,
        first,
        last,
        first / spread,
        placebo_gaps,
        int(ranked.sum()),
        p,
    )


def simplex_weights(donors: Floats, target: Floats) -> Floats:
    """Return weights (J,), none negative and with sum 1, that bring `donors` (J, T) next to target.

    Where several do equally well, one with at most T + 1 weights that are not zero.
    """
    apart = (donors - target).T
    size = float(np.abs(apart).max())
    if size == 0:
        return np.full(len(donors), 1 / len(donors))
    system = np.vstack([apart / size, np.ones(len(donors))])
    wanted = np.append(np.zeros(len(apart)), 1.0)
    found, _ = nnls(system, wanted, maxiter=50 * len(donors))
    return np.asarray(found / found.sum(), float)


def nearest_donors(treated: Floats, donors: Floats, before: Mask, most: int) -> np.ndarray:
    """Return the places of at most `most` donors that lay nearest before the event, nearest first.

    A pool of units unlike the treated one invites interpolation (A. Abadie 2021, Journal of
    Economic Literature 59(2), 391-425).
    """
    apart = ((donors[:, before] - treated[before]) ** 2).mean(axis=1)
    return np.argsort(apart, kind="stable")[:most]


def _rms(values: Floats) -> float:
    return float(np.sqrt((values**2).mean()))
