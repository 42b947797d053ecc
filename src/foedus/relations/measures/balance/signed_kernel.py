"""What is left of a signed network once everything that a rule decides is decided.

Each rule keeps the minimum weight of frustrated ties, up to a constant that is added up, and tells
how to put the states back that it took away:

- **Parallel ties** between the same two states are one tie of their signed sum. Of opposite signs,
  the lesser weight is frustrated whatever the sides: it joins the constant.
- **A heavy tie**, as heavy as all other ties of one of its ends together, is satisfied in some best
  partition: that end joins the other, on its side or on the opposite one. States of degree one
  and paths through states of degree two are special cases.
- **A state of degree three** is replaced by three ties among its neighbours with the same cost in
  each of their four arrangements (the star-triangle exchange of the Ising model).
- **Blocks** (biconnected components) do not bear on each other.

Hüffner, Betzler and Niedermeier ("Separator-based data reduction for signed graph balancing",
Journal of Combinatorial Optimization 20, 2010) reduce behind small separators in this way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Kernel", "Neighbours", "neighbours_of", "reduce"]

Neighbours = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Kernel:
    """A simple signed network over states 0 to n - 1, and what they were called before.

    `names` (int64, shape (n,)) are the states as the caller numbers them; `one` and `two` (int64,
    shape (ties,)) the ends of each tie, by place in `names`; `value` (float64) its sign times its
    weight, never zero.
    """

    names: NDArray[np.int64]
    one: NDArray[np.int64]
    two: NDArray[np.int64]
    value: NDArray[np.float64]

    def cost(self, sides: NDArray[np.int8]) -> float:
        """The weight of the ties that sides of 1 and -1, shape (n,), frustrate."""
        against = sides[self.one] * sides[self.two] * self.value < 0
        return float(np.abs(self.value[against]).sum())

    @classmethod
    def of(cls, neighbours: Neighbours) -> "Kernel":
        """The network of `neighbours`, states in ascending order."""
        names = np.array(sorted(neighbours), dtype=np.int64)
        place = {int(name): at for at, name in enumerate(names)}
        ties = [
            (place[one], place[two], value)
            for one in place
            for two, value in neighbours[one].items()
            if one < two
        ]
        rows = np.array(ties, dtype=float).reshape(-1, 3)
        ends = rows[:, :2].astype(np.int64)
        return cls(names, ends[:, 0].copy(), ends[:, 1].copy(), rows[:, 2].copy())


def neighbours_of(rows: Iterable[tuple[int, int, float]]) -> tuple[Neighbours, float]:
    """Return each state's neighbours with the signed weight, and what parallel ties cost."""
    neighbours: Neighbours = {}
    cost = 0.0
    for one, two, value in rows:
        neighbours.setdefault(one, {})
        neighbours.setdefault(two, {})
        cost += _join(neighbours, one, two, value)
    return neighbours, cost


class Reduction:
    """States taken away from a network, in order, with the ties each had then."""

    __slots__ = ("cost", "taken")

    def __init__(self) -> None:
        """Begin with nothing taken away and no cost."""
        self.taken: list[tuple[int, dict[int, float]]] = []
        self.cost = 0.0

    def put_back(self, sides: dict[int, int]) -> None:
        """Give each state taken away its best side, last taken first, in place."""
        for state, ties in reversed(self.taken):
            pull = sum(value * sides.setdefault(other, 1) for other, value in ties.items())
            sides[state] = 1 if pull >= 0 else -1


def reduce(neighbours: Neighbours, stars: bool) -> Reduction:
    """Take away, in place, each state that a rule decides; with `stars`, also those of degree 3."""
    done = Reduction()
    waiting = list(neighbours)
    queued = set(waiting)
    while waiting:
        state = waiting.pop()
        queued.discard(state)
        ties = neighbours.get(state)
        if ties is None:
            continue
        heaviest = max(ties, key=lambda other: abs(ties[other]), default=None)
        weight = sum(abs(value) for value in ties.values())
        if heaviest is None or 2 * abs(ties[heaviest]) >= weight:
            added = _merged(ties, heaviest)
        elif stars and len(ties) == 3:
            added = _triangle(ties)
        else:
            continue
        done.taken.append((state, ties))
        touched = list(ties)
        del neighbours[state]
        for other in touched:
            del neighbours[other][state]
        for one, two, value in added:
            done.cost += _join(neighbours, one, two, value)
        for other in touched:
            if other not in queued:
                queued.add(other)
                waiting.append(other)
    return done


def _merged(ties: dict[int, float], into: int | None) -> list[tuple[int, int, float]]:
    if into is None:
        return []
    sign = 1 if ties[into] > 0 else -1
    return [(into, other, sign * value) for other, value in ties.items() if other != into]


def _triangle(ties: dict[int, float]) -> list[tuple[int, int, float]]:
    """The three ties that cost as much as a star of three, its centre on its best side."""
    others = list(ties)
    sign = [1 if ties[other] > 0 else -1 for other in others]
    weight = [abs(ties[other]) for other in others]
    alone = [min(weight[at], sum(weight) - weight[at]) for at in range(3)]
    return [
        (others[one], others[two], sign[one] * sign[two] * value)
        for one, two, third in ((0, 1, 2), (0, 2, 1), (1, 2, 0))
        if (value := (alone[one] + alone[two] - alone[third]) / 2) > 0
    ]


def _join(neighbours: Neighbours, one: int, two: int, value: float) -> float:
    """Add a tie to those between two states; return what is frustrated whatever the sides."""
    before = neighbours[one].get(two, 0.0)
    after = before + value
    if after == 0:
        neighbours[one].pop(two, None)
        neighbours[two].pop(one, None)
    else:
        neighbours[one][two] = neighbours[two][one] = after
    return min(abs(before), abs(value)) if before * value < 0 else 0.0


def blocks(neighbours: Neighbours) -> Iterator[Neighbours]:
    """Yield the biconnected components, each with at least one tie."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    for root in neighbours:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        ties: list[tuple[int, int]] = []
        walk = [(root, -1, iter(neighbours[root]))]
        while walk:
            state, before, others = walk[-1]
            for other in others:
                if other not in order:
                    ties.append((state, other))
                    order[other] = low[other] = len(order)
                    walk.append((other, state, iter(neighbours[other])))
                    break
                if other != before and order[other] < order[state]:
                    ties.append((state, other))
                    low[state] = min(low[state], order[other])
            else:
                walk.pop()
                if not walk:
                    continue
                parent = walk[-1][0]
                low[parent] = min(low[parent], low[state])
                if low[state] >= order[parent]:
                    yield _block(neighbours, ties, (parent, state))


def _block(
    neighbours: Neighbours, ties: list[tuple[int, int]], first: tuple[int, int]
) -> Neighbours:
    block: Neighbours = {}
    while True:
        one, two = tie = ties.pop()
        value = neighbours[one][two]
        block.setdefault(one, {})[two] = value
        block.setdefault(two, {})[one] = value
        if tie == first:
            return block
