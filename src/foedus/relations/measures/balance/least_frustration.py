"""The least weight of frustrated ties: reduce, solve block by block, put the states back."""

import math
from dataclasses import dataclass

import numpy as np

from foedus.relations.measures.balance.cover_search import CoverSearch, Target
from foedus.relations.measures.balance.side_search import enumerated_sides
from foedus.relations.measures.balance.signed_kernel import (
    Kernel,
    Neighbours,
    blocks,
    neighbours_of,
    reduce,
)

__all__ = ["Solved", "least_frustration"]

_FEW = 16
_FINEST = 1024
_WORTH_A_NEW_START = 0.1


@dataclass(frozen=True, slots=True)
class Solved:
    """A lower bound, and the sides, 1 or -1, of each state of the best partition found.

    When only costs below a cutoff were of interest, `lower` may be that cutoff: none is below.
    """

    lower: float
    sides: dict[int, int]


def least_frustration(neighbours: Neighbours, deadline: float) -> Solved:
    """Return bounds and sides of a network, which is used up; `deadline` is monotonic time."""
    return _solved(neighbours, math.inf, deadline)


def _solved(neighbours: Neighbours, cutoff: float, deadline: float) -> Solved:
    """Reduce, then solve each block; each is told what it must cost less than."""
    states = list(neighbours)
    reduction = reduce(neighbours, stars=False)
    parts = sorted(blocks(neighbours), key=len)
    lower = reduction.cost
    solved = []
    for part in parts:
        room = cutoff - lower
        one = _block_solved(part, room, deadline)
        solved.append(one)
        lower += one.lower
        if one.lower >= room:
            break
    sides = _aligned([one.sides for one in solved])
    reduction.put_back(sides)
    for state in states:
        sides.setdefault(state, 1)
    return Solved(min(lower, cutoff), sides)


def _block_solved(block: Neighbours, cutoff: float, deadline: float) -> Solved:
    states = list(block)
    step = _step(block)
    reduction = reduce(block, stars=True)
    sides: dict[int, int] = {}
    lower = reduction.cost
    if block:
        kernel = Kernel.of(block)
        target = Target(reduction.cost, step, cutoff - reduction.cost, deadline)
        lower, sides = _kernel_solved(kernel, target)
        lower += reduction.cost
    reduction.put_back(sides)
    for state in states:
        sides.setdefault(state, 1)
    return Solved(min(lower, cutoff), sides)


def _kernel_solved(kernel: Kernel, target: Target) -> tuple[float, dict[int, int]]:
    names = kernel.names.tolist()
    if len(names) <= _FEW:
        best = enumerated_sides(kernel)
        return kernel.cost(best), dict(zip(names, best.tolist(), strict=True))
    search = CoverSearch(kernel, target)
    if not search.done:
        search.at_root()
    if not search.done and not search.late:
        _finish(search)
    lower = search.ceiling if search.done else search.lower
    return lower, dict(zip(names, search.sides.tolist(), strict=True))


def _finish(search: CoverSearch) -> None:
    """Solve what the bound leaves open: as a smaller network if much is decided, or branch."""
    kernel = search.kernel
    satisfied, frustrated = search.decided()
    if (satisfied | frustrated).mean() < _WORTH_A_NEW_START:
        search.branched()
        return
    group, sign = _groups(kernel, satisfied, frustrated)
    one, two = group[kernel.one], group[kernel.two]
    value = kernel.value * sign[kernel.one] * sign[kernel.two]
    inside = one == two
    cost = float(np.abs(value[inside & (value < 0)]).sum())
    rest, merged = neighbours_of(
        zip(one[~inside].tolist(), two[~inside].tolist(), value[~inside].tolist(), strict=True)
    )
    cost += merged
    found = _solved(rest, search.ceiling - cost, search.target.deadline)
    sides = np.array([found.sides.get(int(at), 1) for at in group]) * sign
    search.lower = max(search.lower, min(search.target.rounded(found.lower + cost), search.ceiling))
    better = kernel.cost(sides.astype(np.int8))
    if better < search.cost:
        search.cost, search.sides = better, sides.astype(np.int8)
    search.lower = min(search.lower, search.cost)


def _groups(
    kernel: Kernel, satisfied: np.ndarray, frustrated: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each state, the group that decided ties make of it and its side in the group."""
    decided = np.nonzero(satisfied | frustrated)[0]
    sign = np.where(kernel.value > 0, 1, -1) * np.where(frustrated, -1, 1)
    near: dict[int, list[tuple[int, int]]] = {}
    for tie in decided.tolist():
        one, two, same = int(kernel.one[tie]), int(kernel.two[tie]), int(sign[tie])
        near.setdefault(one, []).append((two, same))
        near.setdefault(two, []).append((one, same))
    states = len(kernel.names)
    group = np.full(states, -1, dtype=np.int64)
    side = np.ones(states, dtype=np.int64)
    for start in range(states):
        if group[start] >= 0:
            continue
        group[start] = start
        walk = [start]
        while walk:
            state = walk.pop()
            for other, same in near.get(state, ()):
                if group[other] < 0:
                    group[other] = start
                    side[other] = side[state] * same
                    walk.append(other)
    return group, side


def _aligned(parts: list[dict[int, int]]) -> dict[int, int]:
    """Join the sides of blocks, turning a block over where it meets another in one state."""
    of_state: dict[int, list[int]] = {}
    for number, part in enumerate(parts):
        for state in part:
            of_state.setdefault(state, []).append(number)
    sides: dict[int, int] = {}
    done = [False] * len(parts)
    for start in range(len(parts)):
        if done[start]:
            continue
        done[start] = True
        walk = [(start, 1)]
        while walk:
            number, turn = walk.pop()
            for state, side in parts[number].items():
                if state not in sides:
                    sides[state] = side * turn
                for other in of_state[state]:
                    if not done[other]:
                        done[other] = True
                        walk.append((other, sides[state] * parts[other][state]))
    return sides


def _step(neighbours: Neighbours) -> float:
    """The largest number that all weights are a multiple of, or 0 when there is none to speak of.

    Looked for among multiples of 1/1024, which sums of weights keep exactly.
    """
    common = 0
    for ties in neighbours.values():
        for value in ties.values():
            scaled = abs(value) * _FINEST
            if scaled != int(scaled) or scaled > 2**52:
                return 0.0
            common = math.gcd(common, int(scaled))
    return common / _FINEST
