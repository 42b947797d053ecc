r"""All ways to cut a series into stretches, weighed exactly: dynamic programming over boundaries.

Given the number :math:`k` of changes, every set of places is equally likely; a place between two
covered periods that lie :math:`g` periods apart counts :math:`g` times, and takes one change at
most. Let :math:`Q_t` be the weight of all segmentations of the periods before boundary t, each
change counting :math:`g / \sum g`:

.. math:: Q_t = \sum_{s < t} a_s\, m(s, t), \qquad a_0 = 1,\; a_s = Q_s\, g_s / \sum g.

:math:`P_{ts} = a_s m(s, t) / Q_t` is then the chance that the last stretch before t began at s: a
Markov chain backwards in time. The share of :math:`Q_t` with k changes is
:math:`f_{k}(t) = \sum_s P_{ts} f_{k-1}(s)`, the chance to pass s with j changes still to come
:math:`r_j(s) = \sum_t r_{j-1}(t) P_{ts}`. All shares lie in 0 to 1, so nothing overflows;
only :math:`Q` is kept as a logarithm. Where a series speaks for so many more than K changes that
the share of K is no float, every change is made to cost a factor, found by bisection, at which it
is one; given k the factor is the same for all, and is taken off the evidence. Cost: one pass over
:math:`n^2/2` stretches and 2k products of a matrix and a vector; memory :math:`8 n^2` bytes while
it runs.

Sources: Barry & Hartigan 1992, "Product partition models for change point problems", *Annals of
Statistics* 20(1), 260-279; Liu & Lawrence 1999, "Bayesian inference on biopolymer models",
*Bioinformatics* 15(1), 38-52; Fearnhead 2006, "Exact and efficient Bayesian inference for multiple
changepoint problems", *Statistics and Computing* 16(2), 203-213.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.levels.segments import Floats, Segments

__all__ = ["Segmentation", "TooManyChanges", "place_weights", "segmentation"]

LOT = 256
"""So many ends of stretches are worked on at one time."""
HELD = 1e-280
"""A share below it may be none in floats."""
FINEST = 0.1
"""Prices of a change closer than this, in logarithms, make no difference."""


class TooManyChanges(ValueError):
    """A series changes so much more often than allowed that nothing can be told apart."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"the series speaks for so many more than {most} changes that their chances are lost "
            "in floats: allow for more, or for bunches (family 'counts'), or take "
            "long_change_points"
        )


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The exact posterior of all segmentations of n periods, for each number of changes up to K.

    `log_evidence` (K + 1) is log P(series | k changes). `before[k]` and `after[k]` (K + 1, n + 1)
    are the shares, by boundary, of what precedes it with k changes (itself the last of them, for k
    above 0) and of what follows it with k changes (itself the first); their products, over
    `reached[k]`, are probabilities given k. `log_from` and `log_to` give the chain.
    """

    segments: Segments
    log_evidence: Floats
    before: Floats
    after: Floats
    reached: Floats
    log_from: Floats
    log_to: Floats

    @property
    def most(self) -> int:
        """Return K, the most changes considered."""
        return len(self.log_evidence) - 1

    def places(self, number: int) -> Floats:
        """Return for each of `number` changes the chance of each boundary: (number, n + 1)."""
        if number == 0:
            return np.zeros((0, self.before.shape[1]))
        ordinal = np.arange(1, number + 1)
        found: Floats = (
            self.before[ordinal] * self.after[number + 1 - ordinal] / self.reached[number]
        )
        return found

    def starts(self, end: int, changes: int) -> Floats:
        """Return the chance of each start of the stretch up to `end`, `changes` made by then."""
        if changes == 0:
            return np.eye(1, end)[0]
        weights = self.chain(slice(0, end), end) * self.before[changes, :end]
        found: Floats = weights / weights.sum()
        return found

    def ends(self, start: int, changes: int) -> Floats:
        """Return the chance of each end (n + 1) of the stretch from `start`, `changes` to come."""
        boundaries = self.before.shape[1]
        if changes == 0:
            return np.eye(1, boundaries, boundaries - 1)[0]
        found = np.zeros(boundaries)
        later = slice(start + 1, boundaries)
        found[later] = self.chain(start, later) * self.after[changes, later]
        found /= found.sum()
        return found

    def stretches(self, joint: Floats) -> Iterator[tuple[Floats, int]]:
        """Yield the probabilities of all stretches (ends, n starts), and the first end of each lot.

        `joint` (K + 1) is the probability of each number of changes.
        """
        n = self.before.shape[1] - 1
        pairs = self.pairs(joint)
        starts = np.arange(n)
        for at in range(1, n + 1, LOT):
            ends = np.arange(at, min(at + LOT, n + 1))
            ways = (pairs @ self.after[:, ends]).T @ self.before[:, :n]
            yield self.chain(starts[None, :], ends[:, None]) * ways, at

    def pairs(self, joint: Floats) -> Floats:
        """Return what a stretch weighs by the changes made before it and to come after it."""
        shares = np.divide(joint, self.reached, out=np.zeros_like(joint), where=joint > 0)
        numbers = np.add.outer(np.arange(self.most + 1), np.arange(self.most + 1))
        found: Floats = np.where(numbers <= self.most, shares[np.minimum(numbers, self.most)], 0)
        return found

    def chain(
        self, starts: slice | int | NDArray[np.int64], ends: slice | int | NDArray[np.int64]
    ) -> Floats:
        """Return P: the chance that a stretch that ends at `ends` began at `starts`."""
        with np.errstate(invalid="ignore", divide="ignore"):  # where a start is not before its end
            marginal = self.segments.log_marginal(starts, ends)
            logs = self.log_from[starts] + marginal - self.log_to[ends]
            found: Floats = np.exp(np.minimum(logs, 0))
        if np.ndim(found) == 2:
            found[np.asarray(starts) >= np.asarray(ends)] = 0
        return found


def place_weights(gaps: NDArray[np.int64], most: int) -> Floats:
    """Return e₀ … e_K, the sums over all sets of k places of the product of their shares."""
    sums = np.zeros(most + 1)
    sums[0] = 1
    if most == 1:
        sums[1] = 1
        return sums
    for share in gaps / gaps.sum():
        sums[1:] += share * sums[:-1]
    return sums


def segmentation(segments: Segments, gaps: NDArray[np.int64], most: int) -> Segmentation:
    """Return the posterior of up to `most` changes of a series.

    `gaps` (n - 1) says how many periods lie from each period to the next: 1 where none is missing.
    Raises TooManyChanges where it speaks for so many more that no float can hold the chance of
    `most`.
    """
    shares = np.log(gaps / max(gaps.sum(), 1))
    price, found = 0.0, _priced(segments, shares, most, 0.0)
    if most > 1 and found.reached.sum() < HELD:
        price, found = _held(segments, shares, most)
    with np.errstate(divide="ignore"):
        evidence = np.log(found.reached) + np.arange(most + 1) * price
        evidence -= np.log(place_weights(gaps, most))
    return replace(found, log_evidence=evidence + found.log_to[-1] + segments.log_constant)


def _held(segments: Segments, shares: Floats, most: int) -> tuple[float, Segmentation]:
    """Return the price of a change at which `most` changes have a chance that floats hold.

    Raises TooManyChanges where there is none: one price dearer and there are far fewer, one cheaper
    and there are far more.
    """
    cheap, dear, price = 0.0, math.inf, 1.0
    while dear - cheap > FINEST:
        found = _priced(segments, shares, most, price)
        if found.reached[most] > HELD:
            return price, found
        if found.reached.sum() > 0.5:
            dear = price
        else:
            cheap = price
        price = (cheap + dear) / 2 if math.isfinite(dear) else 2 * price
    raise TooManyChanges(most)


def _priced(segments: Segments, shares: Floats, most: int, price: float) -> Segmentation:
    """Return the segmentation in which each change costs `price`, its evidence not yet told."""
    n = len(shares) + 1
    before, after = np.zeros((most + 1, n + 1)), np.zeros((most + 1, n + 1))
    before[0, 0] = after[0, n] = 1
    fill = _at_most_one if most <= 1 else _any_number
    log_from, log_to = fill(segments, shares - price, before, after)
    # Share of k changes in all: by the first boundary, which all that follows it leads to.
    reached = np.zeros(most + 1)
    reached[0] = np.exp(segments.log_marginal(0, n) - log_to[n])
    if most:
        reached[1:] = [before[1] @ after[k] for k in range(1, most + 1)]
    told = np.zeros(most + 1)
    return Segmentation(segments, told, before, after, reached, log_from, log_to)


def _at_most_one(
    segments: Segments, shares: Floats, before: Floats, after: Floats
) -> tuple[Floats, Floats]:
    """Fill the shares where one change is the most: only stretches from or to an end are needed."""
    n = len(shares) + 1
    log_from, log_to = np.zeros(n + 1), np.zeros(n + 1)
    log_to[1:] = segments.log_marginal(0, slice(1, n + 1))
    log_from[1:n] = log_to[1:n] + shares
    last = log_from[:n] + segments.log_marginal(slice(0, n), n)
    log_to[n] = np.logaddexp.reduce(last[: 1 if len(before) == 1 else n])
    if len(before) > 1:
        before[1, 1:n] = 1
        after[1, 1:n] = np.exp(last[1:] - log_to[n])
    return log_from, log_to


def _any_number(
    segments: Segments, shares: Floats, before: Floats, after: Floats
) -> tuple[Floats, Floats]:
    n = len(shares) + 1
    log_from, log_to = np.zeros(n + 1), np.zeros(n + 1)
    chain = np.zeros((n + 1, n + 1))
    for end in range(1, n + 1):
        row = log_from[:end] + segments.log_marginal(slice(0, end), end)
        peak = row.max()
        np.exp(row - peak, out=row)
        total = row.sum()
        log_to[end] = peak + np.log(total)
        np.divide(row, total, out=chain[end, :end])
        if end < n:
            log_from[end] = log_to[end] + shares[end - 1]
    inner = chain[1:n, 1:n]
    before[1, 1:n] = chain[1:n, 0]
    after[1, 1:n] = chain[n, 1:n]
    for k in range(2, len(before)):
        before[k, 1:n] = inner @ before[k - 1, 1:n]
        after[k, 1:n] = after[k - 1, 1:n] @ inner
    return log_from, log_to
