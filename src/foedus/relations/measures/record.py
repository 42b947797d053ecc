r"""Whether the last of a series of counts is a record, and how surprising if nothing changed.

Model: counts :math:`x_1 \dots x_n` over exposures :math:`e_1 \dots e_n` (years; less than one for a
year only partly covered) are independent Poisson with one rate :math:`\lambda`:
:math:`x_i \sim \mathrm{Poisson}(\lambda e_i)`. Two chances follow, each exact.

`as_high`: given the earlier counts and Jeffreys' prior :math:`p(\lambda) \propto \lambda^{-1/2}`,
the rate is Gamma with shape :math:`\alpha = 1/2 + \sum_{i<n} x_i` and rate
:math:`\beta = \sum_{i<n} e_i`, so a further count over :math:`e_n` is negative binomial,

.. math:: P(X_n = k) = \frac{\Gamma(\alpha + k)}{\Gamma(\alpha)\, k!}
          \left(\frac{\beta}{\beta + e_n}\right)^{\alpha}
          \left(\frac{e_n}{\beta + e_n}\right)^{k},

and `as_high` is :math:`P(X_n \ge x_n)`. Range 0 to 1; small means: more than a constant rate
explains. (Gelman et al., *Bayesian Data Analysis*, 3rd ed., 2013, sections 2.6 and 2.8.)

`record_by_chance`: given only the total :math:`N = \sum x_i`, the counts are multinomial with
probabilities :math:`e_i / \sum e_j`, whatever the rate. It is the chance that the last one then
exceeds all others. With equal exposures it cannot be more than :math:`1/n`: the last of few years
is easily a record. (Divide the product of the Poisson probabilities by the Poisson probability of
their sum: the rate cancels.)

Missing data: years without coverage are left out by the caller; a count of zero is a zero.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

__all__ = ["RecordStanding", "record_standing"]

NEGLIGIBLE = 1e-20


@dataclass(frozen=True, slots=True)
class RecordStanding:
    """Where the last count stands among all, and two chances of that under a constant rate.

    `standing` compares counts, not rates: "record" when the last exceeds every earlier one,
    "equalled" when it is as high as the highest, "below" otherwise.
    """

    standing: str
    highest_before: int
    as_high: float
    record_by_chance: float


def record_standing(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> RecordStanding:
    """Return how the last of `counts` stands; both arrays in order of time, exposures in years.

    Raises ValueError for fewer than two counts, different lengths, a negative count, or an exposure
    that is not positive.
    """
    counts, exposures = np.asarray(counts), np.asarray(exposures, dtype=float)
    if len(counts) < 2 or len(counts) != len(exposures):
        raise ValueError(f"{len(counts)} counts and {len(exposures)} exposures: two or more needed")
    if (counts < 0).any() or not (exposures > 0).all():
        raise ValueError("counts must not be negative, and every exposure must be positive")
    highest = int(counts[:-1].max())
    return RecordStanding(
        standing=_standing(int(counts[-1]), highest),
        highest_before=highest,
        as_high=_as_high(counts, exposures),
        record_by_chance=_record_by_chance(int(counts.sum()), exposures),
    )


def _standing(last: int, highest: int) -> str:
    if last > highest:
        return "record"
    return "equalled" if last == highest else "below"


def _as_high(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> float:
    """Return P(X ≥ last) of the negative binomial, as a regularised incomplete Beta function."""
    last = int(counts[-1])
    if last == 0:
        return 1.0
    shape, rate = 0.5 + counts[:-1].sum(), exposures[:-1].sum()
    return float(special.betainc(last, shape, exposures[-1] / (rate + exposures[-1])))


def _record_by_chance(total: int, exposures: NDArray[np.float64]) -> float:
    """Return P(last > all others | total): over each last count, a convolution of the others.

    Poisson probabilities with means N e_i / sum(e) stand in for the multinomial's: given their sum
    they have its law, and they stay within floating range for any total.
    """
    if total == 0:
        return 0.0
    means = total * exposures / exposures.sum()
    lasts = np.arange(1, total + 1)
    weights = _poisson(lasts, means[-1])
    chance = sum(
        weight * _others_below(last, total - last, means[:-1])
        for last, weight in zip(lasts.tolist(), weights.tolist(), strict=True)
        if weight > NEGLIGIBLE
    )
    return float(chance / _poisson(np.array(total), float(total)))


def _others_below(limit: int, total: int, means: NDArray[np.float64]) -> float:
    """Return the joint chance that all others stay below `limit` and sum to `total`."""
    if total > (limit - 1) * len(means):
        return 0.0
    below = np.arange(limit)
    summed = np.ones(1)
    for mean in means:
        summed = np.convolve(summed, _poisson(below, mean))[: total + 1]
    return float(summed[total])


def _poisson(counts: NDArray[np.int64], mean: float) -> NDArray[np.float64]:
    return np.exp(special.xlogy(counts, mean) - mean - special.gammaln(counts + 1))
