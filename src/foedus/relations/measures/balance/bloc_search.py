"""Good partitions of a signed network, quickly: merge what gains most, then move what still gains.

First whole groups are contracted, the pair with the greatest weight between them first, while that
weight is positive (greedy additive contraction: Keuper, Levinkov, Bonneel, Lavoué, Brox & Andres
2015, "Efficient decomposition of image and mesh graphs by lifted multicuts", ICCV, 1751-1759). Then
single states, and after them whole blocs, move to where they gain most until none does (as Blondel,
Guillaume, Lambiotte & Lefebvre 2008 for modularity); then a few states are thrown out at random,
with a seed, and it begins again from the best so far. Nothing here proves anything.
"""

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from foedus.relations.measures.balance.networks import SignedNetwork

__all__ = ["against", "held_together", "improved", "searched", "spent"]

_GAIN = 1e-9
Neighbours = Sequence[dict[int, float]]


def spent(network: SignedNetwork, weight: NDArray[np.float64], bloc: NDArray[np.int64]) -> float:
    """Return the weight of the ties against a partition: positive between, negative within."""
    return float(weight[against(network, bloc)].sum())


def against(network: SignedNetwork, bloc: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each tie whether the partition goes against it."""
    within = bloc[network.first] == bloc[network.second]
    return np.asarray(within != (network.sign > 0))


def held_together(network: SignedNetwork, bloc: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the partition with blocs split that no positive ties hold together."""
    kept = (network.sign > 0) & (bloc[network.first] == bloc[network.second])
    ends = (network.first[kept], network.second[kept])
    shape = (network.states, network.states)
    graph = sparse.csr_array((np.ones(int(kept.sum())), ends), shape)
    return sparse.csgraph.connected_components(graph, directed=False)[1].astype(np.int64)


def searched(
    network: SignedNetwork,
    weight: NDArray[np.float64],
    most: int | None,
    kicks: int,
    seed: int,
) -> NDArray[np.int64]:
    """Return a good partition, into at most `most` blocs when that is given."""
    near = neighbours(network, weight)
    start = _contracted(near)
    if most is not None:
        start = _merged_down(near, start, most)
    return improved(network, weight, start, most, kicks, seed, near)


def improved(
    network: SignedNetwork,
    weight: NDArray[np.float64],
    start: NDArray[np.int64],
    most: int | None,
    kicks: int,
    seed: int,
    near: Neighbours | None = None,
) -> NDArray[np.int64]:
    """Return the best partition found from `start` by moves, and `kicks` times from near it."""
    near = neighbours(network, weight) if near is None else near
    random = np.random.default_rng(seed)
    tied = [one for one, others in enumerate(near) if others]
    best = _settled(near, start.tolist(), most)
    least = _cost(near, best)
    for _ in range(kicks if tied and least > _GAIN else 0):
        kicked = list(best)
        blocs = sorted(set(best))
        for one in random.choice(tied, size=min(len(tied), int(random.integers(2, 8)))).tolist():
            alone = most is None and random.random() < 0.5
            kicked[one] = max(kicked) + 1 if alone else int(random.choice(blocs))
        found = _settled(near, kicked, most)
        cost = _cost(near, found)
        if cost < least - _GAIN:
            best, least = found, cost
    return np.unique(best, return_inverse=True)[1].astype(np.int64)


def neighbours(network: SignedNetwork, weight: NDArray[np.float64]) -> Neighbours:
    """Return, for each state, whom it is tied to and the signed weight of that tie."""
    near: list[dict[int, float]] = [{} for _ in range(network.states)]
    values = (network.sign * weight).tolist()
    ends = zip(network.first.tolist(), network.second.tolist(), values, strict=True)
    for first, second, value in ends:
        near[first][second] = near[second][first] = value
    return near


def _cost(near: Neighbours, bloc: Sequence[int]) -> float:
    """Twice the weight against the partition."""
    return sum(
        abs(value)
        for one, others in enumerate(near)
        for other, value in others.items()
        if (bloc[one] == bloc[other]) != (value > 0)
    )


def _contracted(near: Neighbours) -> NDArray[np.int64]:
    groups: list[dict[int, float]] = [dict(others) for others in near]
    into = list(range(len(near)))
    heap = [
        (-value, one, other)
        for one, others in enumerate(near)
        for other, value in others.items()
        if one < other and value > 0
    ]
    heapq.heapify(heap)
    while heap:
        value, one, other = heapq.heappop(heap)
        if into[one] != one or into[other] != other or groups[one].get(other) != -value:
            continue
        keep, gone = (one, other) if len(groups[one]) >= len(groups[other]) else (other, one)
        into[gone] = keep
        del groups[keep][gone]
        for third, weight in groups[gone].items():
            if third == keep:
                continue
            del groups[third][gone]
            both = groups[keep].get(third, 0.0) + weight
            groups[keep][third] = groups[third][keep] = both
            if both > 0:
                heapq.heappush(heap, (-both, min(keep, third), max(keep, third)))
        groups[gone] = {}
    return np.array([_root(into, one) for one in range(len(near))], dtype=np.int64)


def _root(into: list[int], one: int) -> int:
    while into[one] != one:
        into[one] = into[into[one]]
        one = into[one]
    return one


def _merged_down(near: Neighbours, bloc: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Return the partition with blocs joined, those first that lose least, until they are few."""
    bloc = np.unique(bloc, return_inverse=True)[1].astype(np.int64)
    number = int(bloc.max(initial=-1)) + 1
    between = np.zeros((number, number))
    for one, others in enumerate(near):
        for other, value in others.items():
            between[bloc[one], bloc[other]] += value
    np.fill_diagonal(between, -np.inf)
    left = list(range(number))
    while len(left) > most:
        open_ = between[np.ix_(left, left)]
        one, other = divmod(int(open_.argmax()), len(left))
        keep, gone = left[min(one, other)], left[max(one, other)]
        between[keep] += between[gone]
        between[:, keep] += between[:, gone]
        between[keep, keep] = -np.inf
        bloc[bloc == gone] = keep
        left.remove(gone)
    return bloc


def _settled(near: Neighbours, bloc: list[int], most: int | None) -> list[int]:
    """Return the partition after moves of states, then of whole blocs, until none gains."""
    while True:
        bloc = _moved(near, bloc, most)
        labels = {label: place for place, label in enumerate(dict.fromkeys(bloc))}
        whole: list[dict[int, float]] = [{} for _ in labels]
        for one, others in enumerate(near):
            mine = labels[bloc[one]]
            for other, value in others.items():
                theirs = labels[bloc[other]]
                if mine != theirs:
                    whole[mine][theirs] = whole[mine].get(theirs, 0.0) + value
        joined = _moved(whole, list(range(len(whole))), most)
        if len(set(joined)) == len(whole):
            return [labels[label] for label in bloc]
        bloc = [joined[labels[label]] for label in bloc]


def _moved(near: Neighbours, bloc: list[int], most: int | None) -> list[int]:
    bloc = list(bloc)
    sizes: dict[int, int] = {}
    for label in bloc:
        sizes[label] = sizes.get(label, 0) + 1
    new = max(sizes, default=-1) + 1
    waiting = list(range(len(near)))
    queued = set(waiting)
    while waiting:
        one = waiting.pop()
        queued.discard(one)
        if not near[one]:
            continue
        mine = bloc[one]
        gains: dict[int, float] = {}
        for other, value in near[one].items():
            label = bloc[other]
            gains[label] = gains.get(label, 0.0) + value
        stays = gains.get(mine, 0.0)
        target, best = max(gains.items(), key=lambda item: (item[1], item[0] == mine, -item[0]))
        if best < -_GAIN and sizes[mine] > 1 and (most is None or len(sizes) < most):
            target, best = new, 0.0
        elif best < stays or (most is not None and best < -_GAIN):
            # Among few blocs one without any tie of its own may be the best.
            free = next((label for label in sizes if label not in gains), None)
            target, best = (free, 0.0) if free is not None and stays < -_GAIN else (target, best)
        if best <= stays + _GAIN:
            continue
        sizes[mine] -= 1
        if not sizes[mine]:
            del sizes[mine]
        sizes[target] = sizes.get(target, 0) + 1
        new = max(new, target + 1)
        bloc[one] = target
        for other in near[one]:
            if other not in queued:
                queued.add(other)
                waiting.append(other)
    return bloc
