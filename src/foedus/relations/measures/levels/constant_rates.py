"""What a constant rate of counts lets expect: one further count, and the highest of several."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import special

from foedus.relations.measures.levels.dispersions import segmentations
from foedus.relations.measures.levels.segments import Floats

__all__ = ["LEAST_DISPERSION", "ConstantRate", "bunched_rates", "likelier_family", "plain_rate"]

LEAST_DISPERSION = 1e-9
"""Below it the negative binomial is Poisson, to all that floats can tell."""

_QUADRATURE = 16
_TAIL = 1e-13
_STEPS = 1_000
_SUMMED = 100_000


@dataclass(frozen=True, slots=True)
class ConstantRate:
    """A posterior of the rate: of one `size`, None for Poisson, and the weight of that size.

    Gamma with shape `events` and rate `time`, or Beta with parameters `time` and `events`.
    """

    weight: float
    events: float
    time: float
    size: float | None

    def predicted_below(self, count: int, exposure: float) -> float:
        """Return P(X < count) of one further count: exact, above 100,000 by quadrature."""
        if count <= 0:
            return 0.0
        if self.size is None:
            share = exposure / (self.time + exposure)
            return 1 - float(special.betainc(count, self.events, share))
        if count > _SUMMED:
            at = np.array([count])
            return sum(
                weight * float(self._below(at, exposure, place)[0])
                for place, weight in self._nodes()
            )
        numbers = np.arange(count)
        more = self.size * exposure
        logs = (
            special.gammaln(numbers + more)
            - special.gammaln(more)
            - special.gammaln(numbers + 1)
            + special.betaln(self.time + more, self.events + numbers)
            - special.betaln(self.time, self.events)
        )
        return float(np.exp(logs).sum())

    def _nodes(self) -> Iterator[tuple[float, float]]:
        """Yield rates, or chances p of the negative binomial, with their weights."""
        nodes, weights = special.roots_legendre(_QUADRATURE)
        shares = (nodes + 1) / 2
        places = (
            special.gammaincinv(self.events, shares) / self.time
            if self.size is None
            else 1 - special.betaincinv(self.events, self.time, shares)
        )
        return zip(places.tolist(), (weights / 2).tolist(), strict=True)

    def _below(self, counts: NDArray[np.int64], exposure: float, place: float) -> Floats:
        """Return P(X < count) at a node."""
        least = np.maximum(counts, 1)
        if self.size is None:
            found = special.gammaincc(least, place * exposure)
        else:
            found = 1 - special.betainc(least, self.size * exposure, 1 - place)
        return np.where(counts > 0, found, 0.0)

    def all_below(self, count: int, exposures: Floats) -> float:
        """Return the chance that further counts over `exposures` all stay below `count`."""
        at = np.array([count])
        return sum(
            weight * float(np.prod([self._below(at, each, place)[0] for each in exposures]))
            for place, weight in self._nodes()
        )

    def highest(self, exposures: Floats) -> Floats:
        """Return the chances that the last count exceeds all others, and at least equals them."""
        lengths, times = np.unique(exposures[:-1], return_counts=True)
        chances = np.zeros(2)
        for place, weight in self._nodes():
            edges = self._support(float(exposures[-1]), place)
            masses = np.diff(np.append(self._below(edges, float(exposures[-1]), place), 1.0))
            # Where one step holds many counts, the middle one stands for it.
            counts = edges + np.diff(np.append(edges, edges[-1] + 1)) // 2
            for tied in (0, 1):
                logs = sum(
                    number * np.log(np.maximum(self._below(counts + tied, length, place), 1e-300))
                    for length, number in zip(lengths.tolist(), times.tolist(), strict=True)
                )
                chances[tied] += weight * float(masses @ np.exp(logs))
        return chances

    def _support(self, exposure: float, place: float) -> NDArray[np.int64]:
        """Return the counts that carry the last period's distribution at a node."""
        mean = place * exposure
        spread = mean
        if self.size is not None:
            mean = self.size * exposure * (1 - place) / place
            spread = mean / place
        top = int(mean + 10 * np.sqrt(spread) + 30)
        while 1 - self._below(np.array([top]), exposure, place)[0] > _TAIL and top < 10**7:
            top *= 2
        low = max(0, int(mean - 10 * np.sqrt(spread) - 30))
        if self._below(np.array([low]), exposure, place)[0] > _TAIL:
            low = 0
        return np.arange(low, top + 1, max(1, (top - low) // _STEPS))


def plain_rate(values: Floats, lengths: Floats) -> ConstantRate:
    """Return the Gamma posterior of a Poisson rate, with Jeffreys' prior."""
    return ConstantRate(1.0, 0.5 + float(values.sum()), float(lengths.sum()), None)


def bunched_rates(
    values: Floats, lengths: Floats, dispersion: float | None
) -> Iterator[ConstantRate]:
    """Yield the posterior of the rate for each node of the dispersion."""
    mean = (float(values.sum()) + 0.5) / float(lengths.sum())
    if dispersion is not None:
        nodes = [(1.0, dispersion)]
    else:
        found = segmentations(
            "negative binomial", values, lengths, np.ones(len(values) - 1, np.int64), 0
        )
        logs = np.array([one.log_evidence[0] + np.log(weight) for weight, one, _ in found])
        chances = special.softmax(logs).tolist()
        nodes = [
            (chance, float(spread or 0))
            for chance, (_, _, spread) in zip(chances, found, strict=True)
            if chance > 1e-5
        ]
    for chance, spread in nodes:
        size = 1 / spread
        time = 1 + size / mean + size * float(lengths.sum())
        yield ConstantRate(chance, 1.0 + float(values.sum()), time, size)


def likelier_family(values: Floats, lengths: Floats) -> Literal["poisson", "negative binomial"]:
    """Return the family that a series at a constant rate speaks for."""
    gaps = np.ones(len(values) - 1, np.int64)
    plain, bunched = (
        special.logsumexp(
            [
                one.log_evidence[0] + np.log(weight)
                for weight, one, _ in segmentations(family, values, lengths, gaps, 0)
            ]
        )
        for family in ("poisson", "negative binomial")
    )
    return "negative binomial" if bunched > plain else "poisson"
