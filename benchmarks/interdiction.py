"""What the best links to close cost to find, beside trying each choice with a greatest flow.

Networks are made: nodes in ten layers, each link to the next layer or at random, whole capacities
from 1 to 99. Both ways answer the same question in the same run and have to agree.
"""

import time
from collections.abc import Callable, Iterator

import numpy as np

from foedus.repercussions.channels import Network, interdiction, interdiction_by_trial, max_flow

__all__ = ["links_closed"]

SIZES = ((50, 500), (100, 1000), (200, 2000), (400, 4000))
TRIED = (25, 100)
CLOSED = (1, 2, 3)


def links_closed() -> Iterator[tuple[str, str, str]]:
    """Yield the seconds of the exact choice by size and by links, and of trial on a small one."""
    for nodes, links in SIZES:
        spent = [_exact(_network(nodes, links, seed), 2) for seed in range(3)]
        aim = "at most 5 s, exact" if (nodes, links) == (200, 2000) else ""
        yield f"interdiction: {nodes} nodes, {links:,} links, k = 2", f"{max(spent):.2f} s", aim
    for closing in CLOSED:
        spent = [_exact(_network(200, 2000, seed, layered=False), closing) for seed in range(3)]
        yield (
            f"interdiction: 200 nodes, 2,000 links at random, k = {closing}",
            f"{max(spent):.2f} s",
            "at most 5 s, exact" if closing == 2 else "",
        )
    network = _network(*TRIED, 0)
    exact = _seconds(lambda: interdiction(network, 2))
    tried = _seconds(lambda: interdiction_by_trial(network, 2))
    if interdiction(network, 2).value != interdiction_by_trial(network, 2).value:
        raise RuntimeError("the exact choice and trial do not agree")
    named = f"{TRIED[0]} nodes, {TRIED[1]} links, k = 2"
    yield f"interdiction: {named}", f"{exact:.2f} s", ""
    yield f"the same by a greatest flow for each pair: {named}", f"{tried:.1f} s", ""
    network = _network(200, 2000, 0)
    one = _seconds(lambda: max_flow(network))
    pairs = 2000 * 1999 // 2
    yield "greatest flow: 200 nodes, 2,000 links", f"{one * 1e3:.0f} ms", ""
    yield f"the same for each of {pairs:,} pairs (from one)", f"{one * pairs / 3600:.1f} h", ""


def _exact(network: Network, closing: int) -> float:
    found = []
    spent = _seconds(lambda: found.append(interdiction(network, closing)))
    if not found[0].proven:
        raise RuntimeError(f"the choice is not proven best: {found[0].gap:.3f} is left")
    return spent


def _network(nodes: int, links: int, seed: int, *, layered: bool = True) -> Network:
    random = np.random.default_rng(seed)
    tail = random.integers(0, nodes - 1, links)
    head = (tail + 1 + random.integers(0, nodes - 1, links)) % nodes
    if layered:
        width = nodes // 10
        later = (tail // width + 1) * width + random.integers(0, width, links)
        head = np.minimum(later, nodes - 1)
        tail[: links // 40], head[-links // 40 :] = 0, nodes - 1
    capacity = random.integers(1, 100, links).astype(float)
    return Network(nodes, tail, head, capacity, 0, nodes - 1)


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin
