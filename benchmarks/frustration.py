"""The exact line index of frustration: real windows of states, and networks of ratings in size."""

import csv
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import highspy
import numpy as np
from numpy.typing import NDArray
from studies.frustration.windows import windows

from benchmarks.peaks import peak_bytes
from foedus.relations.measures.balance.line_index import Frustration, frustration
from foedus.relations.measures.balance.networks import SignedNetwork, signed_network

__all__ = ["frustrating"]

SHARED = Path(__file__).resolve().parents[2] / "shared/data"
PEER_SECONDS = 60.0
RATINGS = {
    "Bitcoin Alpha": ("soc-sign-bitcoinalpha.csv", 3_783, 14_081, 13),
    "Bitcoin OTC": ("soc-sign-bitcoinotc.csv", 5_881, 21_434, 42),
}


def frustrating() -> Iterator[tuple[str, str, str]]:
    """Yield what proofs cost, beside a plain model of the same solver, and how cost grows."""
    yield from _states()
    for name, (file, states, ties, aim) in RATINGS.items():
        path = SHARED / "snap" / file
        network = rated(path) if path.is_file() else ratings(states, ties)
        made = "" if path.is_file() else ", generated in its size"
        yield from _proof(f"{name}{made}", network, f"at most {aim} s, proven")
    yield from _peer(ratings(950, 3_520))
    for ties in (2_000, 4_000, 8_000, 16_000, 32_000, 64_000):
        found, took, _ = _measured(ratings(round(ties * 0.27), ties))
        what = f"frustration, {ties:,} ties: {found.upper:,.0f} frustrated"
        yield what, f"{took:.1f} s{'' if found.proven else ', not proven'}", ""
    for noise in (0.15, 0.2, 0.25, 0.3):
        found, took, _ = _measured(ratings(950, 3_520, noise), seconds=30.0)
        bounds = "proven" if found.proven else f"between {found.lower:.0f} and {found.upper:.0f}"
        what = f"frustration, 3,520 ties, {noise:.0%} of signs by mistake, at most 30 s"
        yield what, f"{took:.1f} s, {bounds}", ""


def _states() -> Iterator[tuple[str, str, str]]:
    if not (SHARED / "atop/atop5_1_ddyr.parquet").is_file():
        yield "frustration of 51 windows of states", "the files are not here", "at most 8 s"
        return
    networks = [window.network for window in windows(SHARED)]
    begin = time.perf_counter()
    found = [frustration(network) for network in networks]
    took = time.perf_counter() - begin
    proven = sum(one.proven for one in found)
    ties = sum(len(network.sign) for network in networks)
    what = f"frustration of 51 windows of states, {ties:,} ties: {proven} proven"
    yield what, f"{took:.1f} s", "at most 8 s, proven"
    few = networks[::5]
    begin = time.perf_counter()
    plain = [_plain(network, PEER_SECONDS) for network in few]
    slow = time.perf_counter() - begin
    begin = time.perf_counter()
    ours = [frustration(network) for network in few]
    took = time.perf_counter() - begin
    same = sum(lower <= one.upper + 0.5 for (lower, _), one in zip(plain, ours, strict=True))
    what = f"every fifth of them, plain model with HiGHS (bounds agree in {same} of {len(few)})"
    yield what, f"{slow:.1f} s", f"ours {took:.1f} s"


def _proof(name: str, network: SignedNetwork, aim: str) -> Iterator[tuple[str, str, str]]:
    found, took, memory = _measured(network)
    proven = "proven" if found.proven else f"between {found.lower:.0f} and {found.upper:.0f}"
    what = f"frustration of {name}, {len(network.sign):,} ties: {found.upper:,.0f}, {proven}"
    yield what, f"{took:.1f} s", aim
    yield (
        f"the same, memory at its peak, whole process ({name[:14].rstrip(',')})",
        (f"{memory / 1e9:.2f} GB"),
        "under 2 GB",
    )


def _peer(network: SignedNetwork) -> Iterator[tuple[str, str, str]]:
    begin = time.perf_counter()
    lower, upper = _plain(network, PEER_SECONDS)
    slow = time.perf_counter() - begin
    found, took, _ = _measured(network)
    reached = "proven" if upper - lower < 1 else f"between {lower:.0f} and {upper:.0f}"
    what = f"plain model with HiGHS, ratings, {len(network.sign):,} ties: {reached}"
    yield what, f"{slow:.1f} s", f"ours {took:.1f} s: {found.upper:.0f}"


def _measured(
    network: SignedNetwork, seconds: float | None = None
) -> tuple[Frustration, float, float]:
    """Return the result, its seconds, and the most bytes its process held."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(_in_its_process, network, seconds).result()


def _in_its_process(
    network: SignedNetwork, seconds: float | None
) -> tuple[Frustration, float, float]:
    begin = time.perf_counter()
    found = frustration(network, seconds)
    took = time.perf_counter() - begin
    return found, took, peak_bytes()


def rated(file: Path) -> SignedNetwork:
    """Return the network of a file of ratings (source, target, rating, time).

    Two that rate each other are tied once; where the two ratings differ in sign they are not.
    """
    signs: dict[tuple[str, str], set[int]] = {}
    with file.open(encoding="utf-8") as lines:
        for source, target, rating, *_ in csv.reader(lines):
            pair = (min(source, target), max(source, target))
            if source != target:
                signs.setdefault(pair, set()).add(1 if int(rating) > 0 else -1)
    agreed = {pair: sign.pop() for pair, sign in signs.items() if len(sign) == 1}
    place = {name: at for at, name in enumerate(sorted({n for pair in agreed for n in pair}))}
    rows = [(place[one], place[two], sign) for (one, two), sign in agreed.items()]
    return signed_network(rows, len(place))


def ratings(states: int, ties: int, noise: float | None = None) -> SignedNetwork:
    """Return a network as of ratings: a few with many ties, many triangles, few ill reputed.

    It grows tie by tie: newcomers tie to whom others tie to; of the other ties three in five
    close a triangle. Each member has a reputation (a share of negative ratings, from a beta
    distribution: most near none, a few near all), and each tie's sign is drawn by that of one of
    its two. With `noise`, there are instead two camps, one of a twentieth of the members, and that
    share of all signs is turned.
    """
    rng = np.random.default_rng(states + ties)
    first, second = _grown(states, ties, rng)
    if noise is None:
        reputation = rng.beta(0.15, 1.2, size=states)
        rated_one = np.where(rng.random(ties) < 0.5, first, second)
        sign = np.where(rng.random(ties) < reputation[rated_one], -1, 1)
    else:
        camp = np.where(rng.random(states) < 0.05, -1, 1)
        sign = camp[first] * camp[second] * np.where(rng.random(ties) < noise, -1, 1)
    return signed_network(np.column_stack([first, second, sign]), states)


def _grown(
    states: int, ties: int, rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    near: list[list[int]] = [[1, 2], [0, 2], [0, 1], *([] for _ in range(states - 3))]
    ends = [0, 1, 0, 2, 1, 2]
    known = {(0, 1), (0, 2), (1, 2)}
    newcomer = 3
    while len(known) < ties:
        two = ends[rng.integers(len(ends))]
        if newcomer < states and rng.random() < states / ties:
            one, newcomer = newcomer, newcomer + 1
        else:
            one = ends[rng.integers(len(ends))]
            if rng.random() < 0.6:
                middle = near[one][rng.integers(len(near[one]))]
                two = near[middle][rng.integers(len(near[middle]))]
        pair = (min(one, two), max(one, two))
        if one != two and pair not in known:
            known.add(pair)
            ends += pair
            near[one].append(two)
            near[two].append(one)
    rows = np.array(sorted(known), dtype=np.int64)
    return rows[:, 0], rows[:, 1]


def _plain(network: SignedNetwork, seconds: float) -> tuple[float, float]:
    """Return the bounds that the solver reaches with one variable a state and one a tie.

    The model with an exclusive or for each tie (Aref, Mason and Wilson, Networks 75, 2020): its
    variable is at least what either way of being frustrated makes it. One state is fixed.
    """
    states, ties = network.states, len(network.sign)
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", seconds)
    size = states + ties
    cost = np.concatenate([np.zeros(states), network.weight])
    nothing = np.zeros(0, dtype=np.int32)
    starts = np.zeros(size, dtype=np.int32)
    solver.addCols(size, cost, np.zeros(size), np.ones(size), 0, starts, nothing, np.zeros(0))
    row = np.stack([states + np.arange(ties), network.first, network.second], axis=1)
    same = np.where(network.sign > 0, -1.0, 1.0)
    ones = np.ones(ties)
    values = np.stack([[ones, ones, same], [ones, -ones, -same]]).transpose(0, 2, 1)
    least = np.concatenate([np.where(network.sign > 0, 0.0, 1.0), np.minimum(-same, 0.0)])
    solver.addRows(
        2 * ties,
        least,
        np.full(2 * ties, highspy.kHighsInf),
        6 * ties,
        np.arange(2 * ties, dtype=np.int32) * 3,
        np.tile(row, (2, 1)).astype(np.int32).ravel(),
        values.ravel(),
    )
    solver.changeColsIntegrality(
        size, np.arange(size, dtype=np.int32), np.full(size, highspy.HighsVarType.kInteger)
    )
    hub = int(np.bincount(np.concatenate([network.first, network.second])).argmax())
    solver.changeColBounds(hub, 0.0, 0.0)
    solver.run()
    info = solver.getInfo()
    return float(info.mip_dual_bound), float(info.objective_function_value)
