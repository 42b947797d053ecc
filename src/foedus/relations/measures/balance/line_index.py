"""The line index of balance: the least weight of ties that stand in the way of balance, proven.

**Formula.** A network is balanced when its states fall into two sides such that every positive tie
is within a side and every negative one between sides (Cartwright and Harary, "Structural balance: a
generalization of Heider's theory", Psychological Review 63, 1956). A tie that is not so is
frustrated. The index is the least total weight of frustrated ties over all partitions into two
sides: what must be removed, or change sign, to leave a balanced network (Harary, "On the
measurement of structural balance", Behavioral Science 4, 1959).

**Method.** The network is reduced by rules that keep the optimum (`signed_kernel`). Of each block
that is left, the index is the least weight of ties that meet every negative cycle. The relaxation
of that, with cycles added where they are violated, gives lower bounds (`cycle_cover`,
`negative_cycles`); local search gives partitions (`side_search`); ties that the reduced costs
decide are contracted, and what is left is branched on (`cover_search`). The relaxation is that of
Barahona and Mahjoub ("On the cut polytope", Mathematical Programming 36, 1986); models of the same
problem and their cost: Aref, Mason and Wilson ("A modeling and computational study of the
frustration index in signed networks", Networks 75, 2020).

**Conventions.** A state is not tied to itself. A tie whose sign is unknown is no tie: leave it out
and say so. Weights count as given. A network without ties or with positive ties only is balanced:
index 0. States that no tie connects do not bear on each other; in each connected part the state of
the lowest number is on side 0. When several partitions are best, one of them is returned; the same
network gives the same one, unless `seconds` cut the search short.

**Range.** 0 to half the weight of all ties (a random partition frustrates half of it on average).

**Limits.** Finding the index is hard in general: time may grow exponentially in networks that are
dense and far from balance at once. `seconds` stops the search; the bounds hold all the same. With
weights that are not multiples of a common unit, "proven" is to a relative 1e-9 of all weight.
"""

import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from foedus.relations.measures.balance.least_frustration import least_frustration
from foedus.relations.measures.balance.networks import SignedNetwork, with_usual_weights
from foedus.relations.measures.balance.signed_kernel import neighbours_of

__all__ = ["Frustration", "frustration"]

_RELATIVE = 1e-9


@dataclass(frozen=True, slots=True)
class Frustration:
    """Bounds on the line index of balance, and the best partition into two sides that was found.

    `lower` and `upper` enclose the index, in units of weight (ties, where each weighs 1); they are
    equal when `proven`. `sides` (int8, shape (states,)) is 0 or 1 for each state, 0 for the
    first state of each connected part. `frustrated` (int64, ascending) are the places, in the
    network's arrays, of the ties that stand against these sides; their weights sum to `upper`.
    `weight` is that of all ties.
    """

    lower: float
    upper: float
    proven: bool
    sides: NDArray[np.int8]
    frustrated: NDArray[np.int64]
    weight: float

    @property
    def gap(self) -> float:
        """How far the bounds are apart, in units of weight; 0 when proven."""
        return self.upper - self.lower

    @property
    def share(self) -> float:
        """The frustrated share of all weight, 0 to 0.5; 0 for a network without ties."""
        return self.upper / self.weight if self.weight else 0.0

    @property
    def normalised(self) -> float:
        """1 - 2 * share: 1 for a balanced network, 0 for the least balanced conceivable."""
        return 1.0 - 2.0 * self.share


def frustration(network: SignedNetwork, seconds: float | None = None) -> Frustration:
    """Return the line index of balance of a signed network, with proof, and its best two sides.

    After `seconds`, if given, the bounds reached by then are returned; without, it goes on until
    the index is proven. `seconds` and an interrupt (KeyboardInterrupt) are heard between the steps
    of the solver: within about a second, a few in networks of tens of thousands of ties.

    Raises ValueError when `seconds` is not above zero, RuntimeError when the solver fails.
    """
    if seconds is not None and not seconds > 0:
        raise ValueError(f"seconds must be above zero, not {seconds}")
    deadline = math.inf if seconds is None else time.monotonic() + seconds
    network, unit = with_usual_weights(network)
    value = network.sign * network.weight
    neighbours, _ = neighbours_of(
        zip(network.first.tolist(), network.second.tolist(), value.tolist(), strict=True)
    )
    solved = least_frustration(neighbours, deadline)
    signs = np.ones(network.states, dtype=np.int8)
    if solved.sides:
        signs[list(solved.sides)] = list(solved.sides.values())
    against = signs[network.first] * signs[network.second] * network.sign < 0
    weight, upper = float(network.weight.sum()), float(network.weight[against].sum())
    lower = min(solved.lower, upper)
    proven = upper - lower <= _RELATIVE * weight
    return Frustration(
        lower=unit * (upper if proven else lower),
        upper=unit * upper,
        proven=proven,
        sides=_numbered(network, signs),
        frustrated=np.nonzero(against)[0],
        weight=unit * weight,
    )


def _numbered(network: SignedNetwork, signs: NDArray[np.int8]) -> NDArray[np.int8]:
    """Sides as 0 and 1, the first state of each connected part on side 0."""
    states = network.states
    if not states:
        return np.zeros(0, dtype=np.int8)
    ties = (np.ones(len(network.first)), (network.first, network.second))
    _, part = connected_components(coo_array(ties, shape=(states, states)), directed=False)
    _, first = np.unique(part, return_index=True)
    return (signs != signs[first][part]).astype(np.int8)
