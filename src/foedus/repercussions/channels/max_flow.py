"""The most that can pass from one node to another, and the links whose capacities bound it.

**Problem.** A network has `n` nodes and links `e` from `tail[e]` to `head[e]`, each of a capacity
`u[e] >= 0`. What is the greatest flow from `source` to `sink` that keeps within every capacity and
loses nothing at any other node? By the theorem of Ford and Fulkerson it equals the least capacity
of a cut, a set of links without which nothing passes (Ford, L. R., and Fulkerson, D. R. (1956),
"Maximal flow through a network", *Canadian Journal of Mathematics* 8, 399-404): flow and cut prove
each other, and both are given.

**Method.** Shortest augmenting paths along layers (Dinic, E. A. (1970), "Algorithm for solution of
a problem of maximum flow in networks with power estimation", *Soviet Mathematics Doklady* 11,
1277-1280). Links between the same two nodes stay apart, as each may be cut by itself. A capacity of
infinity is one nobody knows a bound of: where such links alone lead through, the flow is infinite
and no cut holds it.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.channels.network import Network

__all__ = ["MaxFlow", "max_flow"]

_ROUNDING = 1e-12
"""What is left of a capacity counts as nothing below this share of the greatest finite one."""


@dataclass(frozen=True, slots=True)
class MaxFlow:
    """The greatest flow: `value`, `through` each link, and a least cut.

    `cut` are the links from the nodes that can still be reached from the source to the rest, by
    their place; `unique` says that no other set of nodes gives a cut as small. Where the value is
    infinite, `through` is a flow of no meaning, `cut` is empty and `unique` False.
    """

    value: float
    through: NDArray[np.float64]
    cut: NDArray[np.int64]
    unique: bool


def max_flow(network: Network) -> MaxFlow:
    """Return the greatest flow from the network's source to its sink."""
    tail, head, capacity = network.tail, network.head, network.capacity
    finite = capacity[np.isfinite(capacity)]
    # More than all finite capacities together: only what is unbounded can carry so much.
    bound = 2.0 * float(finite.sum()) + 1.0
    room = np.where(np.isfinite(capacity), capacity, bound)
    filling = _Filling(network.nodes, tail, head, room, float(finite.max(initial=0.0)) * _ROUNDING)
    filling.fill(network.source, network.sink)
    through = room - np.array(filling.left[0::2])
    near = filling.reached(network.source)
    cut = np.flatnonzero(near[tail] & ~near[head])
    if not np.all(np.isfinite(capacity[cut])):
        return MaxFlow(float("inf"), through, np.empty(0, dtype=np.int64), False)
    far = filling.reaching(network.sink)
    return MaxFlow(float(capacity[cut].sum()), through, cut, bool(np.all(near | far)))


class _Filling:
    """Links and what is left of them: place 2e is link e, place 2e + 1 the way back."""

    def __init__(
        self,
        nodes: int,
        tail: NDArray[np.int64],
        head: NDArray[np.int64],
        room: NDArray[np.float64],
        nothing: float,
    ) -> None:
        self.nodes, self.nothing = nodes, nothing
        self.ends = np.stack([head, tail], axis=1).ravel().tolist()
        self.left = np.stack([room, np.zeros_like(room)], axis=1).ravel().tolist()
        self.out: list[list[int]] = [[] for _ in range(nodes)]
        for place, node in enumerate(np.stack([tail, head], axis=1).ravel().tolist()):
            self.out[node].append(place)

    def fill(self, source: int, sink: int) -> None:
        """Push along shortest ways until none is left."""
        while (level := self._levels(source, sink))[sink] >= 0:
            turn = [0] * self.nodes
            while self._push(source, sink, level, turn):
                pass

    def reached(self, source: int) -> NDArray[np.bool_]:
        """Which nodes something could still pass to from the source."""
        return np.array(self._levels(source, None)) >= 0

    def reaching(self, sink: int) -> NDArray[np.bool_]:
        """From which nodes something could still pass to the sink."""
        found = [False] * self.nodes
        found[sink] = True
        queue = deque([sink])
        while queue:
            for place in self.out[queue.popleft()]:
                node = self.ends[place]
                if not found[node] and self.left[place ^ 1] > self.nothing:
                    found[node] = True
                    queue.append(node)
        return np.array(found)

    def _levels(self, source: int, sink: int | None) -> list[int]:
        level = [-1] * self.nodes
        level[source] = 0
        queue = deque([source])
        while queue and (sink is None or level[sink] < 0):
            node = queue.popleft()
            for place in self.out[node]:
                after = self.ends[place]
                if level[after] < 0 and self.left[place] > self.nothing:
                    level[after] = level[node] + 1
                    queue.append(after)
        return level

    def _push(self, source: int, sink: int, level: list[int], turn: list[int]) -> bool:
        """Push along one way of the layers; False when there is none any more."""
        way: list[int] = []
        node = source
        while node != sink:
            while turn[node] < len(self.out[node]):
                place = self.out[node][turn[node]]
                after = self.ends[place]
                if self.left[place] > self.nothing and level[after] == level[node] + 1:
                    break
                turn[node] += 1
            else:
                if not way:
                    return False
                node = self.ends[way.pop() ^ 1]
                turn[node] += 1
                continue
            way.append(place)
            node = after
        amount = min(self.left[place] for place in way)
        for place in way:
            self.left[place] -= amount
            self.left[place ^ 1] += amount
        return True
