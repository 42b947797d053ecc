"""The least frustration of one block: bounds from the covering relaxation, then branch and cut.

The relaxation begins with the negative triangles; cycles that its solution violates are added until
none is left. Where the bound stays below the best partition found, a tie is branched on:
satisfied in one branch, frustrated in the other.
"""

import heapq
import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.balance.cycle_cover import CycleCover
from foedus.relations.measures.balance.negative_cycles import Cycles, Separation, negative_triangles
from foedus.relations.measures.balance.side_search import Sides, improved_sides, tree_sides
from foedus.relations.measures.balance.signed_kernel import Kernel

__all__ = ["CoverSearch", "Target"]

_BATCH = 50
_PER_SOURCE = 5
_ENOUGH = 3000
_CLEAR = 1e-6
_ALL_AT_ONCE = 10_000
_LEAST_SHORT = 1e-3
_FEW_SHORT = 300
_PATIENCE = 4
_LEAST_RISE = 0.02


@dataclass(frozen=True, slots=True)
class Target:
    """What a search is to reach, and until when.

    Costs of the block are a multiple of `step` once `offset` is added (any number when `step` is
    0); partitions that cost `cutoff` or more are of no interest; `deadline` is on the monotonic
    clock.
    """

    offset: float
    step: float
    cutoff: float
    deadline: float

    def rounded(self, bound: float) -> float:
        """The least cost that a partition can have if none is below `bound`."""
        if self.step == 0 or not math.isfinite(bound):
            return bound
        steps = math.ceil((bound + self.offset) / self.step - _CLEAR)
        return max(bound, steps * self.step - self.offset)

    def next_below(self, cost: float) -> float:
        """The greatest cost below `cost` that a partition can have."""
        steps = math.ceil((cost + self.offset) / self.step - _CLEAR) - 1
        return steps * self.step - self.offset


class CoverSearch:
    """Bounds and the best partition of one kernel, tightened by `at_root` and then `branched`.

    `lower` holds for every partition that costs less than `target.cutoff`; `cost` is that of the
    partition `sides`, 1 and -1 by state.
    """

    def __init__(self, kernel: Kernel, target: Target) -> None:
        """Find a first partition."""
        self.kernel, self.target = kernel, target
        self.weights = np.abs(kernel.value)
        self._rng = np.random.default_rng(len(kernel.one))
        self._slack = 1e-9 * max(1.0, float(self.weights.sum()))
        self.lower = 0.0
        self.sides: Sides = np.ones(len(kernel.names), dtype=np.int8)
        self.cost = kernel.cost(self.sides)
        self._improve(tree_sides(kernel, np.ones(len(kernel.one))), 20 * len(kernel.names) + 2000)
        self._cover = CycleCover(self.weights)
        self._separation = Separation(kernel)
        self._triangles = Cycles.none()
        self._bounds: list[float] = []

    @property
    def ceiling(self) -> float:
        """What a partition must cost less than to be of interest."""
        return min(self.cost, self.target.cutoff)

    @property
    def done(self) -> bool:
        """Whether no partition of interest is left."""
        return self._beaten(self.lower)

    @property
    def late(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() >= self.target.deadline

    def at_root(self) -> None:
        """Tighten the bound with cycles until none is violated."""
        self._triangles = negative_triangles(self.kernel)
        if len(self._triangles) <= _ALL_AT_ONCE:
            self._cover.add(self._triangles)
            self._triangles = Cycles.none()
        self._tightened(0.0, self._cover.low, self._cover.high, rounds=10**6)

    def decided(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return the ties satisfied, and those frustrated, in every partition of interest."""
        spare = self._wanted - self._cover.bound
        reduced = self._cover.reduced
        return reduced > spare, reduced < -spare

    def branched(self) -> None:
        """Branch until no partition of interest is left, or the time is over."""
        root = (self._cover.low.copy(), self._cover.high.copy())
        waiting: list[tuple[float, int, int, tuple[int, ...], tuple[int, ...]]] = []
        heapq.heappush(waiting, (self.lower, 0, 0, (), ()))
        number = 0
        while waiting:
            bound, depth, _, satisfied, frustrated = heapq.heappop(waiting)
            self.lower = max(self.lower, min(bound, self.ceiling))
            if self._beaten(bound):
                return
            if self.late:
                return
            low, high = root[0].copy(), root[1].copy()
            high[list(satisfied)] = 0.0
            low[list(frustrated)] = 1.0
            bound, complete = self._tightened(bound, low, high, rounds=40)
            if self._beaten(bound):
                continue
            solution = self._cover.solution
            tie = self._fractional(solution)
            if tie is None:
                if complete:
                    continue
                free = np.nonzero(low < high)[0]
                if not len(free):
                    continue
                tie = int(free[np.argmax(self.weights[free])])
            for one, other in (((*satisfied, tie), frustrated), (satisfied, (*frustrated, tie))):
                number += 1
                heapq.heappush(waiting, (bound, depth - 1, number, one, other))
        self.lower = max(self.lower, self.ceiling)

    def _tightened(
        self,
        bound: float,
        low: NDArray[np.float64],
        high: NDArray[np.float64],
        rounds: int,
    ) -> tuple[float, bool]:
        """Solve and add violated cycles; return the bound, and whether no cycle is violated."""
        at_root = rounds > 1000
        self._cover.within(low, high)
        for turn in range(rounds):
            if not self._cover.solve(self.target.deadline, again=not at_root):
                return math.inf, True
            bound = max(bound, self.target.rounded(self._cover.bound))
            if at_root:
                self.lower = max(self.lower, min(bound, self.ceiling))
            if self._beaten(bound) or self.late or not self._cover.optimal:
                return bound, False
            if at_root and self._stalls(self._cover.bound):
                return bound, False
            if turn % 3 == 0:
                self._improve(tree_sides(self.kernel, self._cover.solution + 1e-3), 1000)
                if self._beaten(bound):
                    return bound, False
            found = self._violated()
            if not len(found):
                self._improve(tree_sides(self.kernel, self._cover.solution + 1e-3), 1000)
                return bound, True
            if turn % 3 == 2:
                self._cover.forget(0.1)
            self._cover.add(found)
        return bound, False

    def _stalls(self, bound: float) -> bool:
        """Whether the bound of the root has hardly risen in the last rounds."""
        self._bounds.append(bound)
        rise = bound - max(self._bounds[: -_PATIENCE - 1], default=-math.inf)
        return rise < _LEAST_RISE * max(self.target.step, self.ceiling - bound)

    def _violated(self) -> Cycles:
        short = self._triangles.of(self._cover.solution)
        below = np.nonzero(short < 1 - _LEAST_SHORT)[0]
        if len(below) > _FEW_SHORT:
            mixed = short[below] + 0.1 * self._rng.random(len(below))
            return self._triangles.some(np.sort(below[np.argsort(mixed)[:_ENOUGH]]))
        sources = self._rng.permutation(self._sources())
        found = self._triangles.some(below)
        for at in range(0, len(sources), _BATCH):
            batch = sources[at : at + _BATCH]
            found = found.and_also(
                self._separation.violated(self._cover.solution, batch, _PER_SOURCE)
            )
            if len(found) > _ENOUGH or self.late:
                break
        return found

    def _sources(self) -> NDArray[np.int64]:
        """States that between them touch every tie the best partition frustrates.

        Every negative cycle has such a tie, and so passes one of these states.
        """
        kernel = self.kernel
        against = self.sides[kernel.one] * self.sides[kernel.two] * kernel.value < 0
        one, two = kernel.one[against], kernel.two[against]
        chosen = []
        while len(one):
            state = int(np.bincount(np.concatenate([one, two])).argmax())
            chosen.append(state)
            left = (one != state) & (two != state)
            one, two = one[left], two[left]
        return np.array(chosen, dtype=np.int64)

    def _fractional(self, solution: NDArray[np.float64]) -> int | None:
        open_ties = np.nonzero((solution > _CLEAR) & (solution < 1 - _CLEAR))[0]
        if not len(open_ties):
            return None
        middle = np.minimum(solution[open_ties], 1 - solution[open_ties])
        return int(open_ties[np.argmax(middle * self.weights[open_ties])])

    def _improve(self, sides: Sides, steps: int) -> None:
        better = improved_sides(self.kernel, sides, steps, self._rng)
        cost = self.kernel.cost(better)
        if cost < self.cost - self._slack:
            self.cost, self.sides = cost, better

    def _beaten(self, bound: float) -> bool:
        return bound > self._wanted

    @property
    def _wanted(self) -> float:
        """What a bound must exceed to rule out every partition of interest."""
        if self.target.step == 0 or not math.isfinite(self.ceiling):
            return self.ceiling - self._slack
        return self.target.next_below(self.ceiling) + 2 * _CLEAR * self.target.step
