r"""The triads of a signed network: how many are balanced, and how many would be by chance.

Three states tied to each other form a triad with 0 to 3 negative ties. It is balanced when the
product of its signs is positive: +++ (three friends) and +-- (two friends with a common enemy)
are, ++- and --- are not (Cartwright & Harary 1956, "Structural balance: a generalization of
Heider's theory", *Psychological Review* 63, 277-293). Weak balance allows --- too, three states
each against the others (Davis 1967, "Clustering and structural balance in graphs", *Human
Relations* 20, 181-187).

With P and N the 0/1 matrices of positive and negative ties, the census (Holland & Leinhardt 1970,
"A method for detecting structure in sociometric data", *American Journal of Sociology* 76,
492-513, on counting triads by kind) is

.. math:: t_0 = \tfrac16 \mathrm{tr} P^3,\quad t_1 = \tfrac12 \mathrm{tr} P^2 N,\quad
          t_2 = \tfrac12 \mathrm{tr} P N^2,\quad t_3 = \tfrac16 \mathrm{tr} N^3,

found tie by tie as the sparse products :math:`(XY) \circ Z`. The weight of a triad is the product
of the weights of its ties.

By chance: the same ties, the same number m- of them negative among m, every way of placing them
alike. A triad has k negative ties with the hypergeometric chance. Two triads share one tie or none,
so with :math:`t_e` triads at tie e there are :math:`\sum_e \binom{t_e}{2}` pairs of triads on five
ties and the rest stand on six; mean and standard deviation follow exactly, without drawing.

Missing ties: a tie not in the network is no tie, so a triad with an unknown tie is not counted; say
so where ties may be unknown. Self-ties cannot be. Range: shares 0 to 1, NaN-free: None where there
is no triad. Limits: ties of one network are not independent, and what is compared with chance is
only where the negative ties lie; the interval takes the number of triads by chance as normal.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from foedus.relations.measures.balance.networks import SignedNetwork

__all__ = ["KINDS", "Chance", "Triads", "triads"]

KINDS = ("+++", "++-", "+--", "---")
"""Kinds of triad, by the number of negative ties, 0 to 3."""
_BALANCED = np.array([True, False, True, False])
_TWO_SIDED_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Chance:
    """What a number of triads would be if negative ties lay anywhere among the ties.

    `mean` and `sd` are exact; `low` and `high` hold 95 % if the number is normal, cut at none and
    all. `z` is how many `sd` the number found lies above `mean`, None where `sd` is zero.
    """

    mean: float
    sd: float
    low: float
    high: float
    z: float | None


@dataclass(frozen=True, slots=True)
class Triads:
    """The triads of a network.

    `counts` (int64, shape (4,)) are those of each of `KINDS`; `number` is their sum. `balanced` and
    `weakly_balanced` are shares of that number, and `weighted` the share of the balanced in the
    weights of all; None without a triad. `by_state` (int64, shape (states, 4)) counts those that a
    state is in; `by_tie` (int64, shape (ties, 4)) those on each tie, in the network's order.
    `chance` has one entry per kind and `chance_balanced` that of the balanced together.
    """

    counts: NDArray[np.int64]
    balanced: float | None
    weakly_balanced: float | None
    weighted: float | None
    by_state: NDArray[np.int64]
    by_tie: NDArray[np.int64]
    chance: tuple[Chance, ...]
    chance_balanced: Chance

    @property
    def number(self) -> int:
        """All triads."""
        return int(self.counts.sum())


def triads(network: SignedNetwork) -> Triads:
    """Return the signed triad census of a network made by `signed_network`.

    A network without ties or triads has counts of zero and no shares.
    """
    by_tie = _by_tie(network, np.ones_like(network.weight))
    counts = by_tie.sum(axis=0) // 3
    by_state = np.zeros((network.states, 4), dtype=np.int64)
    np.add.at(by_state, network.first, by_tie)
    np.add.at(by_state, network.second, by_tie)
    total = int(counts.sum())
    chances = _Chances(len(network.sign), int((network.sign < 0).sum()), by_tie.sum(axis=1))
    return Triads(
        counts=counts,
        balanced=float(counts[_BALANCED].sum() / total) if total else None,
        weakly_balanced=float(1 - counts[1] / total) if total else None,
        weighted=_weighted(network, by_tie) if total else None,
        by_state=by_state // 2,
        by_tie=by_tie,
        chance=tuple(chances.of(np.arange(4) == kind, int(counts[kind])) for kind in range(4)),
        chance_balanced=chances.of(_BALANCED, int(counts[_BALANCED].sum())),
    )


def _by_tie(network: SignedNetwork, weight: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.rint(_weights_by_tie(network, weight)).astype(np.int64)


def _weights_by_tie(network: SignedNetwork, weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return, per tie and kind, the sum of the weights of the triads on it, shape (ties, 4)."""
    positive, negative = (_part(network, weight, sign) for sign in (1, -1))
    # For each tie, the ways over a third state with no, one or two negative ties.
    ways = [_at_ties(network, one, two) for one, two in _pairs_of(positive, negative)]
    over = np.stack([ways[0], ways[1] + ways[2], ways[3]], axis=1)
    found = np.zeros((len(weight), 4))
    of_positive = network.sign > 0
    found[of_positive, :3] = over[of_positive]
    found[~of_positive, 1:] = over[~of_positive]
    return found * weight[:, None]


def _pairs_of(
    positive: sparse.csr_array, negative: sparse.csr_array
) -> tuple[tuple[sparse.csr_array, sparse.csr_array], ...]:
    return (
        (positive, positive),
        (positive, negative),
        (negative, positive),
        (negative, negative),
    )


def _part(network: SignedNetwork, weight: NDArray[np.float64], sign: int) -> sparse.csr_array:
    chosen = network.sign == sign
    first, second, value = network.first[chosen], network.second[chosen], weight[chosen]
    rows, columns = np.concatenate([first, second]), np.concatenate([second, first])
    shape = (network.states, network.states)
    return sparse.csr_array((np.concatenate([value, value]), (rows, columns)), shape=shape)


def _at_ties(
    network: SignedNetwork, one: sparse.csr_array, two: sparse.csr_array
) -> NDArray[np.float64]:
    """Return the entries of the product of two matrices at the ties."""
    if not len(network.first) or not one.nnz or not two.nnz:
        return np.zeros(len(network.first))
    product = (one @ two).tocsr()
    return np.asarray(product[network.first, network.second]).ravel()


def _weighted(network: SignedNetwork, by_tie: NDArray[np.int64]) -> float:
    scaled = network.weight / network.weight.max()
    sums = _weights_by_tie(network, scaled).sum(axis=0)
    # Weights so far apart that every triad vanishes are counted instead.
    sums = sums if sums.sum() > 0 else by_tie.sum(axis=0).astype(float)
    return float(sums[_BALANCED].sum() / sums.sum())


@dataclass(frozen=True, slots=True)
class _Chances:
    """Chances of placing `negative` signs on `ties` ties, of which each is in `at_tie` triads."""

    ties: int
    negative: int
    at_tie: NDArray[np.int64]

    def of(self, kinds: NDArray[np.bool_], found: int) -> Chance:
        """Return the number of triads of some kinds by chance, beside the number found."""
        every = int(self.at_tie.sum()) // 3
        if not every:
            return Chance(0.0, 0.0, 0.0, 0.0, None)
        touching = int((self.at_tie * (self.at_tie - 1) // 2).sum())
        apart = every * (every - 1) // 2 - touching
        single = self._single(kinds)
        both = 2 * (touching * self._touching(kinds) + apart * self._apart(kinds))
        mean = every * single
        sd = math.sqrt(max(both + mean - mean**2, 0.0))
        sd = sd if sd > 1e-9 * max(mean, 1.0) else 0.0
        half = _TWO_SIDED_95 * sd
        low, high = max(mean - half, 0.0), min(mean + half, float(every))
        return Chance(mean, sd, low, high, (found - mean) / sd if sd else None)

    def _single(self, kinds: NDArray[np.bool_]) -> float:
        return sum(math.comb(3, k) * self._set(3, k) for k in range(4) if kinds[k])

    def _touching(self, kinds: NDArray[np.bool_]) -> float:
        """Both of two triads that share one tie are of these kinds."""
        return sum(
            math.comb(2, one) * math.comb(2, two) * self._set(5, shared + one + two)
            for shared in range(2)
            for one in range(3)
            for two in range(3)
            if kinds[shared + one] and kinds[shared + two]
        )

    def _apart(self, kinds: NDArray[np.bool_]) -> float:
        return sum(
            math.comb(3, one) * math.comb(3, two) * self._set(6, one + two)
            for one in range(4)
            for two in range(4)
            if kinds[one] and kinds[two]
        )

    def _set(self, size: int, negative: int) -> float:
        """The chance that of `size` given ties exactly the first `negative` are negative."""
        if size > self.ties:
            return 0.0
        positive = self.ties - self.negative
        chance = 1.0
        for step in range(size):
            left = self.negative - step if step < negative else positive - (step - negative)
            if left <= 0:
                return 0.0
            chance *= left / (self.ties - step)
        return chance
