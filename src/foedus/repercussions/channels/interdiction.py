"""Which `k` links to close so that as little as possible still passes: exactly, with the proof.

**Problem.** Of a network (`max_flow`) at most `k` links may be closed. Which, so that the greatest
flow from source to sink is least? The problem is strongly NP-hard (Wood, R. K. (1993),
"Deterministic network interdiction", *Mathematical and Computer Modelling* 17(2), 1-18).

**Programme.** The greatest flow is a least cut, so who closes links and who measures what is left
want the same, and one mixed-integer programme says both (Wood 1993, section 3): `a` is 0 at the
source's side and 1 at the sink's; a link from side 0 to side 1 is either closed (`x` = 1) or counts
with its capacity (`b` = 1):

    minimise sum u[e] b[e]   subject to   a[tail e] - a[head e] + b[e] + x[e] >= 0 for each link,
    a[source] = 0, a[sink] = 1, sum x <= k, x in {0, 1}, 0 <= a, b <= 1.

With `x` chosen the rest is the dual of the greatest flow, whose extreme points are whole, so only
`x` is bound to be whole. HiGHS solves it by branch and bound (Huangfu, Q., and Hall, J. A. J.
(2018), "Parallelizing the dual revised simplex method", *Mathematical Programming Computation* 10,
119-142) and gives a bound below which no choice goes; the value told is measured anew by the
greatest flow once the links are closed.

`interdiction_by_trial` tries every choice, each by a greatest flow: slow, and independent of it.
"""

import itertools
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import (  # type: ignore[attr-defined]
    Bounds,
    LinearConstraint,
    OptimizeResult,
    milp,
)
from scipy.sparse import csr_matrix

from foedus.repercussions.channels.max_flow import max_flow
from foedus.repercussions.channels.network import Network

__all__ = ["MOST_TRIALS", "Interdiction", "interdiction", "interdiction_by_trial"]

MOST_TRIALS = 200_000
"""Choices that `interdiction_by_trial` is willing to try."""

_TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Interdiction:
    """The links to close, by their place, and what still passes without them.

    `before` is the greatest flow with all links open, `value` with these closed; no choice of as
    many links leaves less than `bound`. `proven` says that the bound is reached: the choice is
    best. Other choices may leave as little. Infinite values are flows that nobody knows a bound of.
    """

    closed: NDArray[np.int64]
    before: float
    value: float
    bound: float

    @property
    def gap(self) -> float:
        """How much less another choice might leave, as a share of the flow before; 0 if proven."""
        if self.value == self.bound or not self.before:
            return 0.0
        return (self.value - self.bound) / self.before if np.isfinite(self.value) else np.inf

    @property
    def proven(self) -> bool:
        """Whether no other choice of as many links leaves less."""
        return self.gap <= _TIE


def interdiction(network: Network, closing: int, *, seconds: float = 60.0) -> Interdiction:
    """Return the best choice of at most `closing` links to close, with a bound that proves it.

    A link that changes nothing is not closed, so fewer may be returned. After `seconds` the best
    choice found stands, with the bound proven by then. Raises ValueError for a negative number of
    links.
    """
    if closing < 0:
        raise ValueError(f"{closing} links cannot be closed")
    capacity = network.capacity
    before = max_flow(network).value
    none = np.empty(0, dtype=np.int64)
    if not closing or not before:
        return Interdiction(none, before, before, before)
    finite = np.where(np.isfinite(capacity), capacity, 0.0)
    # A link without a known bound weighs more than all others together: closed first, or never cut.
    unbounded = float(finite.sum()) + 1.0
    weight = np.where(np.isfinite(capacity), capacity, unbounded)
    scale = max(float(finite.max(initial=0.0)), 1.0)
    found = _solved(network.carrying(weight / scale), closing, seconds)
    if found.x is None:
        return Interdiction(none, before, before, 0.0)
    closed = _needed(network, np.flatnonzero(found.x[-len(capacity) :] > 0.5))
    value = _left(network, closed)
    bound = max(float(found.mip_dual_bound) * scale, 0.0)
    near = abs(value - bound) <= _TIE * max(scale, abs(bound)) if np.isfinite(value) else False
    beyond = not np.isfinite(value) and bound >= unbounded * (1 - _TIE)
    return Interdiction(closed, before, value, value if near or beyond else min(bound, value))


def _solved(network: Network, closing: int, seconds: float) -> OptimizeResult:
    """Return what HiGHS finds, its last variables the links closed."""
    nodes, links = network.nodes, len(network.tail)
    places = np.arange(links)
    columns = np.stack([network.tail, network.head, nodes + places, nodes + links + places], axis=1)
    signs = np.tile([1.0, -1.0, 1.0, 1.0], links)
    size = nodes + 2 * links
    sides = csr_matrix((signs, (np.repeat(places, 4), columns.ravel())), shape=(links, size))
    number = csr_matrix(
        (np.ones(links), (np.zeros(links, dtype=np.int64), nodes + links + places)), shape=(1, size)
    )
    low, high = np.zeros(size), np.ones(size)
    high[network.source], low[network.sink] = 0.0, 1.0
    return milp(
        np.concatenate([np.zeros(nodes), network.capacity, np.zeros(links)]),
        constraints=[LinearConstraint(sides, 0, np.inf), LinearConstraint(number, 0, closing)],
        bounds=Bounds(low, high),
        integrality=np.concatenate([np.zeros(nodes + links), np.ones(links)]),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )


def _left(network: Network, closed: NDArray[np.int64]) -> float:
    return max_flow(network.without(closed)).value


def _needed(network: Network, closed: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the closed links without those whose opening lets nothing more pass."""
    value = _left(network, closed)
    for link in sorted(closed.tolist(), key=lambda one: (network.capacity[one], one)):
        fewer = closed[closed != link]
        if _left(network, fewer) <= value:
            closed = fewer
    return closed


def interdiction_by_trial(network: Network, closing: int) -> Interdiction:
    """Return the best choice by trying each; the first of those that leave as little.

    Raises ValueError where there are more than `MOST_TRIALS` choices.
    """
    links = len(network.tail)
    most = min(closing, links)
    if comb(links, most) > MOST_TRIALS:
        raise ValueError(f"more than {MOST_TRIALS:,} choices are not tried one by one")
    before = max_flow(network).value
    best, value = np.empty(0, dtype=np.int64), before
    for chosen in itertools.combinations(range(links), most):
        closed = np.array(chosen, dtype=np.int64)
        left = _left(network, closed)
        if left < value:
            best, value = closed, left
    best = _needed(network, best)
    return Interdiction(best, before, value, value)
