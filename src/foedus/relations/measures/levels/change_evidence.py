r"""What each of many series says of one change before each period: Bayes factors, and its size.

Stretches are as in :mod:`segments`: Poisson and negative binomial counts equally likely, the
dispersion integrated over 12 nodes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from foedus.relations.measures.levels.segments import Floats

__all__ = ["ChangeEvidence"]

_NODES = 12


@dataclass(frozen=True, slots=True)
class ChangeEvidence:
    """The log Bayes factors (D, n - 1) of one change, and what they were made of.

    `sums` and `times` (D, n + 1) are those before each boundary, `rate` (D, 1) the prior weight.
    """

    sums: Floats
    times: Floats
    rate: Floats
    log_factors: Floats
    log_models: Floats
    """(1 + nodes, D): the chance of the Poisson family and of each node, given any one change."""

    @classmethod
    def of(cls, rows: Floats, lengths: Floats) -> "ChangeEvidence":
        """Return that of counts (D, n) over exposures (D, n), 0 where nothing is covered."""
        sums = np.concatenate([np.zeros((len(rows), 1)), rows.cumsum(axis=1)], axis=1)
        times = np.concatenate([np.zeros((len(rows), 1)), lengths.cumsum(axis=1)], axis=1)
        rate = times[:, -1:] / (sums[:, -1:] + 0.5)
        covered = lengths > 0
        constants, wholes, splits = [], [], []
        for size, weight in _models(rate):
            constants.append(_constant(rows, lengths, size, covered) + np.log(weight))
            marginal = _marginal(
                sums, times, sums[:, -1:] - sums, times[:, -1:] - times, size, rate
            )
            wholes.append(marginal[:, 0])
            splits.append(marginal[:, 1:-1])
        constant = np.array(constants)
        whole = special.logsumexp(constant + np.array(wholes), axis=0)
        each = constant[:, :, None] + np.array(splits)
        split = special.logsumexp(each, axis=0)
        models = special.logsumexp(each, axis=2)
        models -= special.logsumexp(models, axis=0)
        return cls(sums, times, rate, split - whole[:, None], models)

    def log_ratio(self, posterior: Floats) -> tuple[Floats, Floats]:
        """Return mean and standard deviation (D) of the log of new rate over old."""
        dates = np.nonzero(posterior > 1e-4)[0]
        chances = posterior[dates] / posterior[dates].sum()
        old, old_time = 1 + self.sums[:, dates], self.rate + self.times[:, dates]
        new = 1 + self.sums[:, -1:] - self.sums[:, dates]
        new_time = self.rate + self.times[:, -1:] - self.times[:, dates]
        mean, square = np.zeros(len(self.sums)), np.zeros(len(self.sums))
        for (size, _), log_model in zip(_models(self.rate), self.log_models, strict=True):
            if size is None:
                centre = special.digamma(new) - special.digamma(old) - np.log(new_time / old_time)
                variance = special.polygamma(1, new) + special.polygamma(1, old)
            else:
                sizes = 1 + size * old_time, 1 + size * new_time
                centre = special.digamma(new) - special.digamma(old)
                centre += special.digamma(sizes[0]) - special.digamma(sizes[1])
                variance = sum(special.polygamma(1, each) for each in (new, old, *sizes))
            weight = np.exp(log_model)
            mean += weight * (centre @ chances)
            square += weight * ((variance + centre**2) @ chances)
        return mean, np.sqrt(square - mean**2)


def _models(rate: Floats) -> Iterator[tuple[Floats | None, float]]:
    """Yield the sizes (D, 1) of each node, None for Poisson, with their prior weight."""
    yield None, 0.5
    nodes, weights = special.roots_legendre(_NODES)
    for node, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
        yield (1 - node) / node / rate, 0.5 * float(weight)


def _constant(
    rows: Floats, lengths: Floats, size: Floats | None, covered: NDArray[np.bool_]
) -> Floats:
    if size is None:
        found: Floats = (special.xlogy(rows, lengths) - special.gammaln(rows + 1)).sum(axis=1)
        return found
    sizes = np.where(covered, size * lengths, 1.0)
    each = special.gammaln(rows + sizes) - special.gammaln(sizes) - special.gammaln(rows + 1)
    wide: Floats = np.where(covered, each, 0).sum(axis=1)
    return wide


def _marginal(
    sums: Floats, times: Floats, more: Floats, later: Floats, size: Floats | None, rate: Floats
) -> Floats:
    """Return log m of what lies before each boundary plus that of what lies after it."""
    if size is None:
        return sum(
            np.log(rate) + special.gammaln(1 + events) - (1 + events) * np.log(rate + time)
            for events, time in ((sums, times), (more, later))
        )
    prior = 1 + size * rate
    return sum(
        np.log(prior) + special.betaln(prior + size * time, 1 + events)
        for events, time in ((sums, times), (more, later))
    )
