r"""When did the rate of a series of counts change, once, and by how much? Exact, no sampling.

Model: counts :math:`y_1 \dots y_n` over exposures :math:`e_1 \dots e_n` (in any one unit of time)
are independent Poisson with rate :math:`\lambda_1` before period :math:`k` and :math:`\lambda_2`
from it on; :math:`k` is equally likely to be any of :math:`2 \dots n`, and with prior probability
one half there is no change at all. Both rates have the same Gamma prior, shape :math:`a` and rate
:math:`b`, so a stretch with sum :math:`S` over exposure :math:`E` has the marginal likelihood

.. math:: m(S, E) = \frac{b^a}{\Gamma(a)} \cdot \frac{\Gamma(a + S)}{(b + E)^{a + S}}
          \cdot \prod_i \frac{e_i^{y_i}}{y_i!},

whose last factor is the same for every :math:`k` and cancels. The posterior of :math:`k` is
proportional to :math:`m(S_{<k}, E_{<k})\, m(S_{\ge k}, E_{\ge k})`.

The model of one change in a Poisson rate with Gamma priors is that of Raftery & Akman 1986,
"Bayesian analysis of a Poisson process with a change-point", *Biometrika* 73(1), 85-89, in
continuous time, and of Carlin, Gelfand & Smith 1992, "Hierarchical Bayesian analysis of
changepoint problems", *Applied Statistics* 41(2), 389-405, for yearly counts.

The prior has shape 1 and the mean :math:`(\sum y + 1/2) / \sum e`: it is worth one event, and is
scaled by the series itself, so the answer does not depend on whether time is counted in months or
years. That uses the data twice, a little: it leans towards no change.

The rate ratio :math:`\lambda_2 / \lambda_1`, given :math:`k`, is a ratio of two Gamma variables;
its quantiles are those of the mixture over the posterior of :math:`k`.

Conventions: index 0 is the first period; a change "at" index :math:`k` means that :math:`k` is the
first period with the new rate. Missing data: a period with exposure 0 says nothing, and a change
within a run of such periods is equally likely anywhere in it.

Limits: one change or none. Two changes, a trend, or events that come in bunches will be squeezed
into this answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

__all__ = ["ChangePoint", "change_point"]

PROBABILITY_OF_NO_CHANGE = 0.5
PRIOR_SHAPE = 1.0
MASS = 0.9


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """Whether, when and by how much a rate changed.

    `no_change` is the posterior probability that the rate never changed; everything else supposes
    that it did. `posterior[k]` is the probability that index k is the first period of the new rate
    (0 for k = 0); `mode` its most likely index, the first if several tie; `first` and `last` the
    ends, both included, of the shortest run of indices holding at least 90 % of it. `ratio` is the
    posterior median of new rate over old, `ratio_low` and `ratio_high` its 5 % and 95 % quantiles.
    """

    no_change: float
    posterior: NDArray[np.float64]
    mode: int
    first: int
    last: int
    ratio: float
    ratio_low: float
    ratio_high: float


def change_point(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> ChangePoint:
    """Return the posterior of one change in the rate of `counts` per unit of `exposures`.

    Both arrays in order of time. Raises ValueError for fewer than two periods, different lengths, a
    negative count or exposure, a count where there is no exposure, or no exposure at all.
    """
    counts, exposures = np.asarray(counts), np.asarray(exposures, dtype=float)
    _check(counts, exposures)
    splits = _splits(counts, exposures)
    logs = splits.log_marginals()
    posterior = special.softmax(logs)
    odds = np.log(PROBABILITY_OF_NO_CHANGE) - np.log1p(-PROBABILITY_OF_NO_CHANGE)
    against = special.logsumexp(logs) - np.log(len(logs))
    low, middle, high = (
        _ratio_quantile(share, posterior, splits) for share in ((1 - MASS) / 2, 0.5, (1 + MASS) / 2)
    )
    by_index = np.concatenate([[0.0], posterior])
    first, last = _shortest_run(by_index, MASS)
    return ChangePoint(
        no_change=float(special.expit(splits.log_marginal_of_no_change() - against + odds)),
        posterior=by_index,
        mode=int(by_index.argmax()),
        first=first,
        last=last,
        ratio=middle,
        ratio_low=low,
        ratio_high=high,
    )


@dataclass(frozen=True, slots=True)
class _Splits:
    """The Gamma posteriors of both rates for every place of the change: shapes and rates, arrays.

    `shape` and `rate` are those of the prior of each.
    """

    before_shape: NDArray[np.float64]
    before_rate: NDArray[np.float64]
    after_shape: NDArray[np.float64]
    after_rate: NDArray[np.float64]
    shape: float
    rate: float

    def log_marginals(self) -> NDArray[np.float64]:
        """Return log m before plus log m after, without the factor common to every place."""
        before = self._log_marginal(self.before_shape, self.before_rate)
        return before + self._log_marginal(self.after_shape, self.after_rate)

    def log_marginal_of_no_change(self) -> NDArray[np.float64]:
        """Return log m of the whole series, without the same factor."""
        # What stands before and after any one place is the whole, with the prior counted twice.
        whole_shape = self.before_shape[:1] + self.after_shape[:1] - self.shape
        whole_rate = self.before_rate[:1] + self.after_rate[:1] - self.rate
        return self._log_marginal(whole_shape, whole_rate)[0]

    def _log_marginal(
        self, shapes: NDArray[np.float64], rates: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        prior = self.shape * np.log(self.rate) - special.gammaln(self.shape)
        return prior + special.gammaln(shapes) - shapes * np.log(rates)


def _splits(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> _Splits:
    total, time = float(counts.sum()), float(exposures.sum())
    shape, rate = PRIOR_SHAPE, PRIOR_SHAPE * time / (total + 0.5)
    sums = np.cumsum(counts[:-1], dtype=float)
    times = np.cumsum(exposures[:-1], dtype=float)
    return _Splits(
        sums + shape, times + rate, total - sums + shape, time - times + rate, shape, rate
    )


def _check(counts: NDArray[np.int64], exposures: NDArray[np.float64]) -> None:
    if len(counts) < 2 or len(counts) != len(exposures):
        raise ValueError(f"{len(counts)} counts and {len(exposures)} exposures: two or more needed")
    if (counts < 0).any() or (exposures < 0).any() or exposures.sum() == 0:
        raise ValueError("counts and exposures must not be negative, nor all exposures zero")
    if (counts[exposures == 0] > 0).any():
        raise ValueError("a period without exposure has a count")


def _shortest_run(probabilities: NDArray[np.float64], mass: float) -> tuple[int, int]:
    """Return the ends of the shortest run with at least `mass`; of equals, the most probable."""
    summed = np.concatenate([[0.0], np.cumsum(probabilities)])
    for length in range(1, len(probabilities) + 1):
        masses = summed[length:] - summed[:-length]
        best = int(masses.argmax())
        # A hair's breadth of rounding must not lengthen the run.
        if masses[best] >= mass - 1e-12:
            return best, best + length - 1
    raise ValueError("the probabilities do not add up")


def _ratio_quantile(share: float, weights: NDArray[np.float64], splits: _Splits) -> float:
    """Return the quantile of the rate ratio, by bisection of its logarithm.

    With u = r b₂ / (r b₂ + b₁), P(λ₂/λ₁ ≤ r) is the regularised incomplete Beta function of u with
    parameters a₂ and a₁.
    """
    offsets = np.log(splits.after_rate) - np.log(splits.before_rate)
    low, high = -60.0, 60.0
    while high - low > 1e-10:
        middle = (low + high) / 2
        places = special.expit(middle + offsets)
        below = weights @ special.betainc(splits.after_shape, splits.before_shape, places)
        low, high = (middle, high) if below < share else (low, middle)
    return float(np.exp(high))
