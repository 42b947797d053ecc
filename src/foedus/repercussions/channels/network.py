"""A network that something passes through, from a source to a sink, as plain arrays."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

__all__ = ["Network"]


@dataclass(frozen=True, slots=True)
class Network:
    """`nodes` nodes, and links from `tail` to `head`, each of a `capacity`: arrays (links,).

    Two links may join the same nodes. A capacity of infinity is one that nobody knows a bound of.
    Raises ValueError for a source that is the sink, a node that is none of `nodes`, or a capacity
    that is negative or no number.
    """

    nodes: int
    tail: NDArray[np.int64]
    head: NDArray[np.int64]
    capacity: NDArray[np.float64]
    source: int
    sink: int

    def __post_init__(self) -> None:
        if self.source == self.sink:
            raise ValueError("the source is the sink")
        ends = np.concatenate([self.tail, self.head, [self.source, self.sink]])
        if ends.min() < 0 or ends.max() >= self.nodes:
            raise ValueError(f"a link or an end names a node that is none of the {self.nodes}")
        if np.any(np.isnan(self.capacity)) or np.any(self.capacity < 0):
            raise ValueError("a capacity is negative or no number")

    def carrying(self, capacity: NDArray[np.float64]) -> "Network":
        """Return the same links with other capacities."""
        return replace(self, capacity=capacity)

    def without(self, closed: NDArray[np.int64]) -> "Network":
        """Return the network with some links closed, by their place."""
        capacity = self.capacity.copy()
        capacity[closed] = 0.0
        return self.carrying(capacity)
