"""Negative cycles of a signed network: the constraints that every balanced part of it respects.

A cycle with an odd number of negative ties has an odd number of frustrated ties, whatever the
sides; so at least one. Cycles that a fractional solution violates are shortest paths in the doubled
network, where each state stands once for either side and a negative tie crosses over (Barahona and
Mahjoub, "On the cut polytope", Mathematical Programming 36, 1986).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from foedus.relations.measures.balance.signed_kernel import Kernel

__all__ = ["Cycles", "Separation", "negative_triangles"]

_LEAST_VIOLATION = 1e-4
_LENGTH = 1e-5
_MOST_WEDGES = 10_000_000


@dataclass(frozen=True, slots=True)
class Cycles:
    """Sets of ties, one after the other: `ties[starts[k]:starts[k + 1]]` is the k-th."""

    starts: NDArray[np.int64]
    ties: NDArray[np.int64]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts) - 1

    def of(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of a value of the ties, for each cycle."""
        if not len(self):
            return np.zeros(0)
        return np.add.reduceat(values[self.ties], self.starts[:-1])

    def some(self, which: NDArray[np.int64]) -> "Cycles":
        """Some of them, by place."""
        lengths = np.diff(self.starts)[which]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        offset = np.repeat(self.starts[which] - starts[:-1], lengths)
        return Cycles(starts, self.ties[np.arange(starts[-1]) + offset])

    def and_also(self, others: "Cycles") -> "Cycles":
        """These, then the others."""
        starts = np.concatenate([self.starts, others.starts[1:] + self.starts[-1]])
        return Cycles(starts, np.concatenate([self.ties, others.ties]))

    @classmethod
    def none(cls) -> "Cycles":
        """No cycle."""
        return cls(np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int64))


def negative_triangles(kernel: Kernel) -> Cycles:
    """Return the triangles with one or three negative ties; none where there are too many paths.

    Too many to hold are some millions: paths of two ties whose middle has the least degree.
    """
    states, ties = len(kernel.names), len(kernel.one)
    degree = np.bincount(np.concatenate([kernel.one, kernel.two]), minlength=states)
    rank = np.empty(states, dtype=np.int64)
    rank[np.lexsort((np.arange(states), degree))] = np.arange(states)
    low = np.minimum(rank[kernel.one], rank[kernel.two])
    high = np.maximum(rank[kernel.one], rank[kernel.two])
    keys = low * states + high
    order = np.argsort(keys)
    keys, low, high = keys[order], low[order], high[order]
    until = np.searchsorted(low, low, side="right")
    wedges = until - np.arange(ties) - 1
    if wedges.sum() > _MOST_WEDGES:
        return Cycles.none()
    first = np.repeat(np.arange(ties), wedges)
    within = np.arange(wedges.sum()) - np.repeat(np.cumsum(wedges) - wedges, wedges)
    second = first + 1 + within
    wanted = high[first] * states + high[second]
    third = np.minimum(np.searchsorted(keys, wanted), ties - 1)
    closed = keys[third] == wanted
    found = order[np.stack([first[closed], second[closed], third[closed]], axis=1)]
    sign = np.sign(kernel.value)
    negative = found[sign[found].prod(axis=1) < 0]
    return Cycles(np.arange(len(negative) + 1) * 3, negative.ravel())


class Separation:
    """The doubled network of a kernel, in which violated cycles are found."""

    def __init__(self, kernel: Kernel) -> None:
        """Lay out the doubled network: state s stands at s and, other side, at s + states."""
        self._kernel = kernel
        self._states = states = len(kernel.names)
        one, two = kernel.one, kernel.two
        over = np.where(kernel.value < 0, states, 0)
        ends = [
            (one, two + over),
            (one + states, two + states - over),
            (two + over, one),
            (two + states - over, one + states),
        ]
        rows = np.concatenate([each[0] for each in ends])
        columns = np.concatenate([each[1] for each in ends])
        self._order = np.lexsort((columns, rows))
        counts = np.bincount(rows, minlength=2 * states)
        self._starts = np.concatenate([[0], np.cumsum(counts)])
        self._columns = columns[self._order]
        keys = np.concatenate([one * states + two, two * states + one])
        self._key_order = np.argsort(keys)
        self._keys = keys[self._key_order]
        # the ways a tie can be crossed: from its first end on either side
        self._from = np.concatenate([one, one + states])
        self._to = np.concatenate([two + over, two + states - over])
        # ... and the same place of its second end as seen from the other side of the source
        self._back = np.where(self._to < states, self._to + states, self._to - states)
        self._hash = np.random.default_rng(7).integers(1, 2**61, size=len(one), dtype=np.int64)

    def violated(
        self, solution: NDArray[np.float64], sources: NDArray[np.int64], per_source: int
    ) -> Cycles:
        """Return cycles through `sources` whose ties sum to less than 1, each once.

        None is overlooked of a source with `per_source` at least 1: when a source gives no cycle,
        no negative cycle through it is violated.
        """
        lengths = np.maximum(solution, 0.0) + _LENGTH
        weights = np.tile(lengths, 4)[self._order]
        graph = csr_array(
            (weights, self._columns, self._starts), shape=(2 * self._states, 2 * self._states)
        )
        distance, before = dijkstra(
            graph, indices=sources, limit=0.5 + 20 * _LENGTH, return_predecessors=True
        )
        total = distance[:, self._from] + np.tile(lengths, 2) + distance[:, self._back]
        few = min(per_source, total.shape[1])
        if few < total.shape[1]:
            crossing = np.argpartition(total, few - 1, axis=1)[:, :few]
        else:
            crossing = np.tile(np.arange(total.shape[1]), (len(sources), 1))
        source = np.repeat(np.arange(len(sources)), crossing.shape[1])
        crossing = crossing.ravel()
        good = total[source, crossing] < 1 - _LEAST_VIOLATION
        source, crossing = source[good], crossing[good]
        return self._traced(solution, before, source, crossing)

    def _traced(
        self,
        solution: NDArray[np.float64],
        before: NDArray[np.int32],
        source: NDArray[np.int64],
        crossing: NDArray[np.int64],
    ) -> Cycles:
        ties = len(self._kernel.one)
        number = np.arange(len(source))
        cycle, tie = [number], [crossing % ties]
        for ends in (self._from, self._back):
            at = ends[crossing]
            walking, rows = number, source
            while len(walking):
                parent = before[rows, at].astype(np.int64)
                going = parent >= 0
                walking, rows, at, parent = (each[going] for each in (walking, rows, at, parent))
                cycle.append(walking)
                tie.append(self._tie(at % self._states, parent % self._states))
                at = parent
        pairs = np.concatenate(cycle) * ties + np.concatenate(tie)
        pairs, times = np.unique(pairs, return_counts=True)
        pairs = pairs[times % 2 == 1]
        cycles, members = pairs // ties, pairs % ties
        counts = np.bincount(cycles, minlength=len(source))
        found = Cycles(np.concatenate([[0], np.cumsum(counts)]), members)
        _, once = np.unique(found.of(self._hash.astype(float)), return_index=True)
        found = found.some(once)
        return found.some(np.nonzero(found.of(solution) < 1 - _LEAST_VIOLATION)[0])

    def _tie(self, one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.int64]:
        at = np.searchsorted(self._keys, one * self._states + two)
        return self._key_order[at] % len(self._kernel.one)
