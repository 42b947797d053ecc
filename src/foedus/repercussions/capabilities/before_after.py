r"""How much higher a rate or a level was after some day than before it: arithmetic, no causes.

Counts of events over known days: the ratio of two Poisson rates, with the exact interval from the
binomial distribution of the later count given both (J. Przyborowski and H. Wilenski, "Homogeneity
of Results in Testing Samples from Poisson Series", *Biometrika* 31, 1940, 313-323; its ends by C.
J. Clopper and E. S. Pearson, *Biometrika* 26, 1934, 404-413). Events that come in bursts break the
Poisson assumption: `spread` is Pearson's chi-squared over its degrees of freedom of the counts of
calendar periods within each side, 1 if events come singly; where it is above 1 the wider interval
divides both counts by it first (quasi-likelihood, rounded outwards).

Yearly levels: log level = a + b * year + c * after, by least squares, over the years given; exp(c)
is the step that a straight trend through both sides does not account for (segmented regression; A.
K. Wagner et al., "Segmented regression analysis of interrupted time series studies in medication
use research", *Journal of Clinical Pharmacy and Therapeutics* 27, 2002, 299-309, without their
change of slope, which a few years cannot tell). The interval is Student's t with n - 3 degrees of
freedom. Years hang together, so that it is rather too narrow than too wide.
"""

from dataclasses import dataclass
from math import ceil, exp, floor, inf

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaincinv, stdtrit

__all__ = ["LEVEL", "RateRatio", "Step", "rate_ratio", "step_in_level"]

LEVEL = 0.9
"""What every interval is said to cover."""
LEAST = 3
"""Years needed on each side of a step."""


@dataclass(frozen=True, slots=True)
class RateRatio:
    """How many times as often events came after as before.

    `before` and `after` are counts over `days_before` and `days_after`. `ratio` is None where
    nothing came before. `low` and `high` are the exact interval for single events, `wide_low` and
    `wide_high` the one for events in bursts, each with inf where nothing came before; the same
    where `spread` is None (too few periods to tell) or not above 1.
    """

    before: int
    after: int
    days_before: int
    days_after: int
    ratio: float | None
    low: float
    high: float
    spread: float | None
    wide_low: float
    wide_high: float


@dataclass(frozen=True, slots=True)
class Step:
    """A level after against before, beside a straight trend on the log scale.

    `mean_ratio` is that of the plain geometric means, trend left in; `step` and its interval are
    those beside the trend. `years_before` and `years_after` are how many had a level.
    """

    years_before: int
    years_after: int
    mean_ratio: float
    step: float
    low: float
    high: float


def rate_ratio(
    before: int,
    days_before: int,
    after: int,
    days_after: int,
    *,
    per_period: tuple[ArrayLike, ArrayLike] | None = None,
) -> RateRatio:
    """Return the ratio of two rates.

    `per_period` are the counts of equally long periods before and after, from which bursts are
    told. Raises ValueError for a negative count, a side without days, or no event on either side.
    """
    if min(before, after) < 0 or min(days_before, days_after) < 1:
        raise ValueError("a side has at least one day, and no fewer events than none")
    if before + after == 0:
        raise ValueError("no event on either side: there is nothing to compare")
    exposure = days_after / days_before
    low, high = _exact(before, after, exposure)
    spread = _spread(*per_period) if per_period is not None else None
    if spread is not None and spread > 1:
        wide_low = _exact(ceil(before / spread), floor(after / spread), exposure)[0]
        wide_high = _exact(floor(before / spread), ceil(after / spread), exposure)[1]
    else:
        wide_low, wide_high = low, high
    return RateRatio(
        before,
        after,
        days_before,
        days_after,
        after / before / exposure if before else None,
        low,
        high,
        spread,
        min(wide_low, low),
        max(wide_high, high),
    )


def _exact(before: int, after: int, exposure: float) -> tuple[float, float]:
    tail = (1 - LEVEL) / 2
    low = betaincinv(after, before + 1, tail) if after else 0.0
    high = betaincinv(after + 1, before, 1 - tail) if before else 1.0
    return _odds(float(low)) / exposure, _odds(float(high)) / exposure


def _odds(share: float) -> float:
    return inf if share >= 1 else share / (1 - share)


def _spread(*sides: ArrayLike) -> float | None:
    total, freedom = 0.0, 0
    for side in sides:
        counts = np.asarray(side, float)
        mean = counts.mean() if len(counts) else 0.0
        if mean > 0:
            total += float(((counts - mean) ** 2).sum() / mean)
            freedom += len(counts) - 1
    return total / freedom if freedom > 0 else None


def step_in_level(years: ArrayLike, levels: ArrayLike, after: ArrayLike) -> Step:
    """Return the step of yearly levels (n, above 0) where `after` (n) is true.

    Raises ValueError for fewer than three years on a side, a level that is not above 0, or lengths
    that differ.
    """
    year, level = np.asarray(years, float), np.asarray(levels, float)
    late = np.asarray(after, bool)
    if not len(year) == len(level) == len(late):
        raise ValueError("every year has a level, and a side that it is on")
    if not np.isfinite(level).all() or not (level > 0).all():
        raise ValueError("a level is above 0: leave out the years that have none, and say so")
    if late.sum() < LEAST or (~late).sum() < LEAST:
        raise ValueError(
            f"{int((~late).sum())} years before and {int(late.sum())} after: a step needs at least "
            f"{LEAST} on each side"
        )
    logs = np.log(level)
    design = np.column_stack([np.ones_like(year), year - year.mean(), late])
    found, *_ = np.linalg.lstsq(design, logs, rcond=None)
    left = logs - design @ found
    freedom = len(year) - 3
    error = float(np.sqrt(left @ left / freedom * np.linalg.inv(design.T @ design)[2, 2]))
    reach = float(stdtrit(freedom, (1 + LEVEL) / 2)) * error
    step = float(found[2])
    return Step(
        int((~late).sum()),
        int(late.sum()),
        exp(float(logs[late].mean() - logs[~late].mean())),
        exp(step),
        exp(step - reach),
        exp(step + reach),
    )
