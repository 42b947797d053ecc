r"""The least weight of ties that any partition goes against, with proof: cycles covered.

A tie is frustrated when the partition goes against it. On a cycle with exactly one negative tie one
tie at least is frustrated, and a choice of ties that meets every such cycle is a partition: the
groups still joined by positive ties. So the best partition (correlation clustering: Bansal, Blum &
Chawla 2004, "Correlation clustering", *Machine Learning* 56, 89-113; on complete networks the
clique partitioning of Grötschel & Wakabayashi 1989, "A cutting plane algorithm for a clustering
problem", *Mathematical Programming* 45, 59-96) is the cheapest cover of these cycles,

.. math:: \min \sum_e w_e y_e \quad \text{with} \quad
          \sum_{e \in C} y_e \ge 1 \text{ for every cycle C with one negative tie},
          \quad y_e \in \{0, 1\}.

There are too many cycles to write down: those that the answer so far does not cover are found as
shortest paths over positive ties between the ends of each negative tie, and added (lazily). Every
answer on the way, linear or whole, covers some of the cycles only, so it is a lower bound. HiGHS
solves (Huangfu & Hall 2018, *Mathematical Programming Computation* 10, 119-142). Cycles hold
whatever the weights: they are kept for the next weights.
"""

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from foedus.relations.measures.balance.networks import SignedNetwork
from foedus.relations.measures.balance.quiet_solver import QuietSolver

__all__ = ["Cover", "Covering"]

_WHOLE = 1e-6
_TRIADS_TO_BEGIN = 6
"""Of the triads over a negative tie, so many are written down before any search."""


@dataclass(frozen=True, slots=True)
class Cover:
    """An answer: which ties are frustrated (0 to 1 each), a lower bound, whether it covers all.

    `whole` says that every value is 0 or 1, `all_covered` that no cycle is left uncovered: then
    the answer is a best partition.
    """

    frustrated: NDArray[np.float64]
    bound: float
    whole: bool
    all_covered: bool


class Covering:
    """The cycles of one network with one negative tie, as far as they were needed."""

    def __init__(self, network: SignedNetwork) -> None:
        self._network = network
        self._positive = np.flatnonzero(network.sign > 0)
        self._negative = np.flatnonzero(network.sign < 0)
        self._rows: list[NDArray[np.int32]] = []
        self._known: set[tuple[int, ...]] = set()
        self._linear = _solver(len(network.sign))
        self._at = self._tie_of_pair()
        self._take(self._triads())
        self._take(self._uncovered(np.zeros(len(network.sign)), rounds=1))

    def relaxed(self, weight: NDArray[np.float64], until: float) -> Cover:
        """Return the linear relaxation over all cycles, or over some when the time is up."""
        ties = np.arange(len(weight), dtype=np.int32)
        self._linear.changeColsCost(len(ties), ties, weight)
        values, bound = np.zeros(len(weight)), self._packed(weight)
        while self._rows:
            self._linear.setOptionValue("time_limit", _from_now(self._linear, until))
            self._linear.run()
            if self._linear.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return Cover(values, bound, whole=False, all_covered=False)
            values = np.array(self._linear.getSolution().col_value)
            bound = max(bound, float(self._linear.getInfo().objective_function_value))
            late = time.monotonic() > until
            added = 0 if late else self._take(self._uncovered(values, rounds=2))
            if not added:
                whole = bool((np.minimum(values, 1 - values) < _WHOLE).all())
                return Cover(values, bound, whole=whole, all_covered=not late)
        return Cover(values, 0.0, whole=True, all_covered=True)

    def _packed(self, weight: NDArray[np.float64]) -> float:
        """Return a lower bound at once: cycles packed, each tie no more than its weight."""
        left, bound = weight.copy(), 0.0
        for row in self._rows:
            least = float(left[row].min())
            if least > 0:
                left[row] -= least
                bound += least
        return bound

    def whole(self, weight: NDArray[np.float64], most: float, until: float) -> Cover:
        """Return the best whole answer; `most` is what a known partition costs."""
        bound = 0.0
        values = np.zeros(len(weight))
        while time.monotonic() < until:
            solver = _solver(len(weight), whole=True)
            ties = np.arange(len(weight), dtype=np.int32)
            solver.changeColsCost(len(ties), ties, weight)
            _add(solver, self._rows)
            solver.setOptionValue("objective_bound", most + 1e-6)
            solver.setOptionValue("mip_rel_gap", 0.0)
            solver.setOptionValue("mip_abs_gap", 1e-7)
            solver.setOptionValue("time_limit", max(until - time.monotonic(), 0.01))
            solver.run()
            info = solver.getInfo()
            if math.isfinite(info.mip_dual_bound):
                bound = max(bound, min(float(info.mip_dual_bound), most))
            if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                break
            values = np.rint(np.array(solver.getSolution().col_value))
            if not self._take(self._uncovered(values, rounds=5)):
                return Cover(values, bound, whole=True, all_covered=True)
        return Cover(values, bound, whole=True, all_covered=False)

    def parted(self, frustrated: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the partition that a whole answer means: groups of unfrustrated positive ties."""
        net = self._network
        kept = self._positive[frustrated[self._positive] < 0.5]
        graph = sparse.csr_array(
            (np.ones(len(kept)), (net.first[kept], net.second[kept])),
            shape=(net.states, net.states),
        )
        return sparse.csgraph.connected_components(graph, directed=False)[1].astype(np.int64)

    def _tie_of_pair(self) -> dict[tuple[int, int], int]:
        pairs = zip(self._network.first.tolist(), self._network.second.tolist(), strict=True)
        return {pair: tie for tie, pair in enumerate(pairs)}

    def _tie(self, one: int, other: int) -> int:
        return self._at[min(one, other), max(one, other)]

    def _triads(self) -> Iterable[list[int]]:
        friends: list[set[int]] = [set() for _ in range(self._network.states)]
        for tie in self._positive.tolist():
            first, second = int(self._network.first[tie]), int(self._network.second[tie])
            friends[first].add(second)
            friends[second].add(first)
        for tie in self._negative.tolist():
            first, second = int(self._network.first[tie]), int(self._network.second[tie])
            for third in sorted(friends[first] & friends[second])[:_TRIADS_TO_BEGIN]:
                yield [tie, self._tie(first, third), self._tie(second, third)]

    def _take(self, cycles: Iterable[list[int]]) -> int:
        """Add the cycles not known yet; return how many they were."""
        new = []
        for cycle in cycles:
            key = tuple(sorted(cycle))
            if key not in self._known:
                self._known.add(key)
                new.append(np.array(key, dtype=np.int32))
        _add(self._linear, new)
        self._rows += new
        return len(new)

    def _uncovered(self, values: NDArray[np.float64], rounds: int) -> list[list[int]]:
        """Return cycles that the values do not cover, over different ties in each round."""
        net = self._network
        lengths = np.clip(values, 0.0, 1.0)
        found: list[list[int]] = []
        open_ = self._negative[values[self._negative] < 1 - _WHOLE]
        used = np.zeros(len(values))
        for _ in range(rounds):
            if not len(open_):
                break
            # A hair per tie: of paths alike the shorter; and no tie of length zero.
            cost = lengths[self._positive] + used[self._positive] + 1e-9
            graph = sparse.csr_array(
                (cost, (net.first[self._positive], net.second[self._positive])),
                shape=(net.states, net.states),
            )
            sources, place = np.unique(net.first[open_], return_inverse=True)
            distance, before = sparse.csgraph.dijkstra(
                graph, directed=False, indices=sources, return_predecessors=True, limit=1.0
            )
            short = distance[place, net.second[open_]] + lengths[open_] < 1 - _WHOLE
            open_, place = open_[short], place[short]
            for tie, row in zip(open_.tolist(), place.tolist(), strict=True):
                path = self._path(before[row], int(net.first[tie]), int(net.second[tie]))
                used[path] = 1.0
                found.append([tie, *path])
        return found

    def _path(self, before: NDArray[np.int32], start: int, end: int) -> list[int]:
        ties = []
        while end != start:
            previous = int(before[end])
            ties.append(self._tie(previous, end))
            end = previous
        return ties


def _solver(ties: int, *, whole: bool = False) -> highspy.Highs:
    solver = QuietSolver()  # type: ignore[no-untyped-call]
    solver.setOptionValue("parallel", "off")
    solver.addVars(ties, np.zeros(ties), np.ones(ties))
    if whole:
        kinds = np.full(ties, highspy.HighsVarType.kInteger, dtype=object)
        solver.changeColsIntegrality(ties, np.arange(ties, dtype=np.int32), kinds)
    return solver


def _add(solver: highspy.Highs, rows: list[NDArray[np.int32]]) -> None:
    if not rows:
        return
    sizes = np.array([len(row) for row in rows], dtype=np.int32)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
    ties = np.concatenate(rows)
    number = len(rows)
    solver.addRows(
        number, np.ones(number), np.full(number, np.inf), len(ties), starts, ties,
        np.ones(len(ties)),
    )  # fmt: skip


def _from_now(solver: highspy.Highs, until: float) -> float:
    """The limit HiGHS is given: it counts all its runs together."""
    return float(solver.getRunTime()) + max(until - time.monotonic(), 0.01)
