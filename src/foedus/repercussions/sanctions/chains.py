"""How much of an actor's trade leads to somebody under sanctions, along chains of partners.

**Measure.** Let `w[i, j]` be the share of `i`'s trade that is with `j`, and `S` those under
sanctions. Follow a unit of `x`'s trade to its partner, there a unit of that partner's trade to its
partner, and so on, until somebody of `S` is reached or `k` links have been followed. The exposure
`e[k]` is the share that has reached `S`:

    e[1](x) = sum over j in S of w[x, j]
    e[k](x) = e[1](x) + sum over j not in S of w[x, j] e[k - 1](j)

It is the probability that a walk which goes to each partner by its share of trade is absorbed in
`S` within `k` steps (absorbing chains: Kemeny, J. G., and Snell, J. L. (1960), *Finite Markov
Chains*, chapter III), so it lies between 0 and 1 and never falls with `k`. `e[1]` is direct
exposure, what `e[k]` adds to it secondary. A walk may pass an actor twice; the weight of one chain
is the product of its shares. It measures how near trade stands to sanctions, not what would be lost
if they were enforced.

**Bounds.** `missing[i]` is the share of `i`'s trade of which nobody knows the partner. At low it
reaches nobody, at high all of it reaches `S`: whatever the unknown partners are, the exposure lies
between.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["WeightedChain", "exposures", "heaviest_chains"]

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class WeightedChain:
    """A chain of partners from an actor to one under sanctions, by places, and its weight."""

    places: tuple[int, ...]
    weight: float


def exposures(
    shares: NDArray[np.float64],
    missing: NDArray[np.float64],
    sanctioned: NDArray[np.bool_],
    steps: int,
    *,
    at_high: bool = False,
) -> NDArray[np.float64]:
    """Return the exposure of each actor within 1, 2, … `steps` links: an array (steps, actors).

    With `at_high` all trade of unknown partners reaches somebody under sanctions, else none. Raises
    ValueError for shares that are negative or, with what is missing, more than one.
    """
    if steps < 1:
        raise ValueError(f"a chain has one link or more, not {steps}")
    sums = shares.sum(axis=1) + missing
    if np.any(shares < 0) or np.any(missing < 0) or np.any(sums > 1 + _TOLERANCE):
        raise ValueError("shares of trade are not negative, and at most one together")
    direct = np.minimum(shares[:, sanctioned].sum(axis=1) + (missing if at_high else 0.0), 1.0)
    onward = np.where(sanctioned[None, :], 0.0, shares)
    found = [direct]
    for _ in range(steps - 1):
        found.append(np.minimum(direct + onward @ found[-1], 1.0))
    return np.array(found)


def heaviest_chains(
    shares: NDArray[np.float64],
    sanctioned: NDArray[np.bool_],
    start: int,
    steps: int,
    most: int,
) -> tuple[WeightedChain, ...]:
    """Return the `most` chains of greatest weight from `start` to `S`, of at most `steps` links.

    Nobody stands twice in a chain. Chains as heavy as each other come in the order of their places.
    """
    best = _best_ends(shares, sanctioned, steps)
    # What a chain may still become orders the queue: (less the best end, places, weight so far).
    queue: list[tuple[float, tuple[int, ...], float]] = [(-1.0, (start,), 1.0)]
    found: list[WeightedChain] = []
    while queue and len(found) < most:
        _, places, weight = heapq.heappop(queue)
        last, left = places[-1], steps + 1 - len(places)
        if len(places) > 1 and sanctioned[last]:
            found.append(WeightedChain(places, weight))
        elif left:
            hope = shares[last] * best[left - 1]
            for after in _partners(hope, places):
                longer = weight * float(shares[last, after])
                heapq.heappush(queue, (-weight * float(hope[after]), (*places, after), longer))
    return tuple(found)


def _best_ends(
    shares: NDArray[np.float64], sanctioned: NDArray[np.bool_], steps: int
) -> NDArray[np.float64]:
    """Return the greatest weight with which each actor reaches `S` in at most 0, 1, … links."""
    best = [sanctioned.astype(float)]
    for _ in range(steps):
        best.append(np.where(sanctioned, 1.0, (shares * best[-1]).max(axis=1, initial=0.0)))
    return np.array(best)


def _partners(hope: NDArray[np.float64], places: Sequence[int]) -> list[int]:
    return [one for one in np.flatnonzero(hope > 0).tolist() if one not in places]
