r"""How often a speaker speaks of a topic, per document, with all that is not known of it.

Model: the counts :math:`x_t` of periods with :math:`d_t > 0` documents are independent, negative
binomial with mean :math:`\lambda d_t` and variance :math:`(1 + \phi) \lambda d_t`:

.. math:: P(x_t) = \frac{\Gamma(x_t + \rho d_t)}{\Gamma(\rho d_t)\, x_t!}
          (1 + \phi)^{-\rho d_t} \left(\frac{\phi}{1 + \phi}\right)^{x_t}, \rho = \lambda / \phi.

The sum over any periods is then of the same form with the sum of their documents, so a prediction
does not depend on how its spell is cut. :math:`\phi`, the excess of variance over mean, is what
bursts within one period leave behind; with :math:`\phi = 0` counts are Poisson.

Priors: Jeffreys' for a Poisson rate, :math:`p(\lambda) \propto \lambda^{-1/2}`; the share of the
variance beyond Poisson, :math:`u = \phi / (1 + \phi)`, is uniform on 0 to 1. Both are integrated on
a grid: Gauss and Legendre's nodes for u where the likelihood is, evenly spaced logarithms for
:math:`\lambda`. The Poisson family is Gamma–Poisson (Gelman et al., *Bayesian Data Analysis*, 3rd
ed., 2013, section 2.6) on the same grid. A baseline without one mention has a posterior too: it
bounds the rate from above, and says so in `RatePosterior.mentions`.

Limits: periods are independent; bursts longer than a period make every range too narrow. A mention
is a document that mentions, so a count cannot exceed its documents; where it comes near to them,
the true variance is smaller than the model's and ranges are too wide.
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import special

__all__ = ["Family", "Floats", "RatePosterior", "rate_posterior", "weighted_quantiles"]

Family = Literal["poisson", "negative binomial"]
Floats = NDArray[np.float64]

_SPREADS = 20
_SCAN = 256
_RATES = 72
_WITHIN = 14.0
_TAIL = 1e-11
_LEAST_EXCESS = 1e-9


@dataclass(frozen=True, slots=True)
class RatePosterior:
    """What a run of periods says of a rate per document, and of the excess of its variance.

    `mentions` and `documents` are the sums over the covered periods, `periods` their number.
    `rates` (spreads, rates) and `excess` (spreads) are the nodes, `weights` (spreads, rates), which
    sum to 1, their posterior; the excess of the Poisson family is 0.
    """

    mentions: int
    documents: float
    periods: int
    rates: Floats = field(repr=False)
    excess: Floats = field(repr=False)
    weights: Floats = field(repr=False)

    def rate_quantiles(self, *levels: float) -> Floats:
        """Return quantiles of the rate per document; 0 below the median without any mention."""
        found = weighted_quantiles(self.rates.ravel(), self.weights.ravel(), levels)
        return np.where((self.mentions == 0) & (np.array(levels) < 0.5), 0.0, found)

    def excess_quantile(self, level: float) -> float:
        """Return a quantile of the variance over the mean, less 1; 0 for the Poisson family."""
        return float(weighted_quantiles(self.excess, self.weights.sum(axis=1), [level])[0])

    def mean_of(self, documents: float) -> float:
        """Return the expected mentions in so many further documents."""
        return float((self.weights * self.rates).sum() * documents)

    def at_most(self, count: int, documents: float) -> float:
        """Return the chance of no more than `count` mentions in so many further documents."""
        if count < 0:
            return 0.0
        return float(min(1.0, (self.weights * self._below(count, documents)).sum()))

    def at_least(self, count: int, documents: float) -> float:
        """Return the chance of `count` mentions or more in so many further documents."""
        if count <= 0:
            return 1.0
        means = self.rates * documents
        excess = self.excess[:, None]
        if excess.max() <= _LEAST_EXCESS:
            above = special.gammainc(count, means)
        else:
            above = special.betainc(count, means / excess, excess / (1 + excess))
        return float(min(1.0, (self.weights * above).sum()))

    def count_quantile(self, level: float, documents: float) -> int:
        """Return the fewest mentions that are not exceeded with a chance of at least `level`."""
        low, high = -1, max(1, int(2 * self.mean_of(documents)) + 1)
        while self.at_most(high, documents) < level:
            low, high = high, 2 * high
        while high - low > 1:
            middle = (low + high) // 2
            if self.at_most(middle, documents) < level:
                low = middle
            else:
                high = middle
        return high

    def _below(self, count: int, documents: float) -> Floats:
        means = self.rates * documents
        excess = self.excess[:, None]
        if excess.max() <= _LEAST_EXCESS:
            return np.asarray(special.gammaincc(count + 1, means))
        return np.asarray(special.betainc(means / excess, count + 1, 1 / (1 + excess)))


def rate_posterior(
    counts: Floats, documents: Floats, family: Family, excess: tuple[Floats, Floats] | None = None
) -> RatePosterior:
    """Return what the covered periods say of the rate; those without documents say nothing.

    `excess` gives nodes and weights of the excess where another run of periods has taught it.
    Raises ValueError when no period has a document.
    """
    covered = documents > 0
    counts, documents = counts[covered], documents[covered]
    if not len(counts):
        raise ValueError("no period has a document: nothing is known of the rate")
    total, volume = counts.sum(), documents.sum()
    if family == "poisson":
        nodes, weights = np.zeros(1), np.ones(1)
    elif excess is not None:
        nodes, weights = excess
    else:
        nodes, weights = _spread_nodes(counts, documents)
    grid = np.array([_rate_nodes(total, volume, each) for each in nodes])
    logs = _log_likelihood(grid, nodes[:, None], counts, documents) + 0.5 * np.log(grid)
    steps = np.log(grid[:, 1] / grid[:, 0])[:, None]
    if excess is None:
        density = np.exp(logs - logs.max()) * steps * weights[:, None]
    else:
        density = np.exp(logs - logs.max(axis=1, keepdims=True))
        density *= weights[:, None] / density.sum(axis=1, keepdims=True)
    return RatePosterior(
        int(total), float(volume), len(counts), grid, nodes, density / density.sum()
    )


def weighted_quantiles(values: Floats, weights: Floats, levels: object) -> Floats:
    """Return quantiles of weighted values, linear between the middles of their weights."""
    order = np.argsort(values)
    heights = np.cumsum(weights[order])
    middles = (heights - weights[order] / 2) / heights[-1]
    return np.interp(np.asarray(levels, dtype=float), middles, values[order])


def _spread_nodes(counts: Floats, documents: Floats) -> tuple[Floats, Floats]:
    """Return nodes of the excess where the likelihood, at the mean rate, is; and their widths."""
    rate = max(counts.sum(), 0.5) / documents.sum()
    shares = (np.arange(_SCAN) + 0.5) / _SCAN
    logs = _log_likelihood(np.array(rate), shares / (1 - shares), counts, documents)
    likely = np.nonzero(logs > logs.max() - _WITHIN)[0]
    low, high = likely[0] / _SCAN, (likely[-1] + 1) / _SCAN
    nodes, widths = np.polynomial.legendre.leggauss(_SPREADS)
    places = low + (high - low) * (nodes + 1) / 2
    return places / (1 - places), widths * (high - low) / 2


def _rate_nodes(total: float, volume: float, excess: float) -> Floats:
    """Return evenly spaced logarithms of rates over all that the data leave possible."""
    shape = max((total + 0.5) / (1 + excess), 0.5)
    scale = (total + 0.5) / volume / shape
    ends = special.gammaincinv(shape, _TAIL), special.gammainccinv(shape, _TAIL)
    wide = 1 + 0.5 * (excess > 0)
    middle = np.log(max(shape - 0.25, 0.3))
    low, high = (middle + wide * (np.log(end) - middle) for end in ends)
    return np.asarray(scale * np.exp(np.linspace(low, high, _RATES)))


def _log_likelihood(rates: Floats, excess: Floats, counts: Floats, documents: Floats) -> Floats:
    """Return log P(counts) for rates and excesses of one shape, without what both leave alone."""
    total, volume = counts.sum(), documents.sum()
    if np.max(excess) <= _LEAST_EXCESS:
        return np.asarray(special.xlogy(total, rates) - rates * volume)
    sizes = rates / excess
    logs = special.xlogy(total, excess / (1 + excess)) - sizes * volume * np.log1p(excess)
    spoken = np.stack([counts, documents], axis=1)[counts > 0]
    for (count, exposure), times in zip(
        *np.unique(spoken, axis=0, return_counts=True), strict=True
    ):
        logs = logs + times * (
            special.gammaln(count + sizes * exposure) - special.gammaln(sizes * exposure)
        )
    return np.asarray(logs)
