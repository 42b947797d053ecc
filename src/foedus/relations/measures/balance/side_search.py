"""Good partitions of a signed network into two sides: upper bounds on its frustration."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from foedus.relations.measures.balance.signed_kernel import Kernel

__all__ = ["adjacency", "enumerated_sides", "improved_sides", "tree_sides"]

Sides = NDArray[np.int8]


def adjacency(kernel: Kernel, values: NDArray[np.float64]) -> csr_array:
    """Return the symmetric matrix of one value per tie of a kernel."""
    states = len(kernel.names)
    rows = np.concatenate([kernel.one, kernel.two])
    columns = np.concatenate([kernel.two, kernel.one])
    return csr_array((np.tile(values, 2), (rows, columns)), shape=(states, states))


def tree_sides(kernel: Kernel, lengths: NDArray[np.float64]) -> Sides:
    """Return the sides that satisfy a spanning tree of least `lengths`, all above 0."""
    states = len(kernel.names)
    sides = np.zeros(states, dtype=np.int8)
    tree = minimum_spanning_tree(adjacency(kernel, lengths))
    tree = csr_array(tree)
    signs = csr_array(adjacency(kernel, np.sign(kernel.value)))
    for start in range(states):
        if sides[start]:
            continue
        sides[start] = 1
        order, before = breadth_first_order(tree, start, directed=False)
        reached = order[1:]
        if len(reached):
            sign = np.asarray(signs[reached, before[reached]]).ravel()
            for state, parent, same in zip(
                reached.tolist(), before[reached].tolist(), sign.tolist(), strict=True
            ):
                sides[state] = sides[parent] * same
    return sides


def improved_sides(kernel: Kernel, sides: Sides, steps: int, rng: np.random.Generator) -> Sides:
    """Return the best sides met in `steps` moves of a tabu search that begins at `sides`.

    Each move changes the state that gains most (or loses least) and has not moved lately.
    """
    weights = adjacency(kernel, kernel.value)
    begin, others, values = weights.indptr.tolist(), weights.indices, weights.data
    now = sides.astype(float)
    gain = -(weights @ now) * now
    states = len(now)
    until = np.zeros(states, dtype=np.int64)
    hold = rng.integers(5, 5 + max(2, min(25, states // 8)), size=steps)
    best, total, least = now.copy(), 0.0, 0.0
    for step in range(steps):
        free = np.where(until > step, -np.inf, gain)
        state = int(free.argmax())
        if free[state] == -np.inf:
            continue
        total -= gain[state]
        span = slice(begin[state], begin[state + 1])
        near = others[span]
        gain[near] += 2 * values[span] * now[near] * now[state]
        gain[state] = -gain[state]
        now[state] = -now[state]
        until[state] = step + hold[step]
        if total < least - 1e-9:
            least = total
            best[:] = now
    return best.astype(np.int8)


def enumerated_sides(kernel: Kernel) -> Sides:
    """Return the best sides of a kernel of at most some 22 states, all partitions weighed."""
    states = len(kernel.names)
    cost = np.zeros(1)
    for state in range(1, states):
        near = (kernel.one == state) | (kernel.two == state)
        ties = np.zeros(state)
        for one, two, value in zip(
            kernel.one[near], kernel.two[near], kernel.value[near], strict=True
        ):
            other = int(one + two - state)
            if other < state:
                ties[other] = value
        with_first = np.array([max(-ties[0], 0.0)])
        for other in range(1, state):
            same, apart = max(-ties[other], 0.0), max(ties[other], 0.0)
            with_first = np.concatenate([with_first + same, with_first + apart])
        apart_from_all = np.abs(ties).sum() - with_first
        cost = np.concatenate([cost + with_first, cost + apart_from_all])
    best = int(cost.argmin())
    bits = [0] + [(best >> at) & 1 for at in range(states - 1)]
    return np.where(np.array(bits) == 1, -1, 1).astype(np.int8)
