"""Similarity of all states, alliances and votes: cost against size, a loop over pairs as peer."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from benchmarks.medians import median_seconds
from foedus import measures
from foedus.datasets.importing import imported
from foedus.relations.likeness.similarities import similarities

__all__ = ["NINE", "similarity"]

DATA = Path(__file__).resolve().parents[2] / "shared/data"
FILES = {
    "atop/atop5_1_ddyr.parquet": "atop",
    "cow/nmc_v7.0.parquet": "nmc",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
}
NINE = (
    *("s_absolute", "s_squared", "s_absolute_weighted", "s_squared_weighted"),
    *("kappa_squared", "pi_squared", "tau_b", "alignment", "alignment_weighted"),
)
"""Of alliances: S four ways, kappa, pi, tau-b, A, and A by capabilities. Of votes: all ten that
need no weights."""
SCALE = (0, 1, 2, 3)
PAIRS = 200


def similarity() -> Iterator[tuple[str, str, str]]:
    """Yield what all similarities cost, from what is held to one Arrow table, and what one asks."""
    with _held() as reading:
        yield "reading the ATOP file, with every check", f"{reading:.2f} s", ""
        nine = _median(lambda: similarities(measures=NINE))
        rows = similarities(measures=NINE)
        what = f"nine alliance similarities, 1816-2018, {rows.num_rows:,} directed rows"
        yield what, f"{nine:.2f} s", "at most 6 s"
        votes = pq.read_table(DATA / "unga/unga_votes_s1_s75.parquet", columns=["vote"])
        cast = int(np.isin(votes["vote"].to_numpy(), (1, 2, 3)).sum())
        ten = _median(lambda: similarities(of="votes"))
        what = f"ten vote similarities, {cast:,} votes, {similarities(of='votes').num_rows:,} rows"
        yield what, f"{ten:.2f} s", "at most 1.2 s"
        one = _median(lambda: similarities("CHN", "RUS", "PRK", "USA", years=(1950, 2018)))
        yield "four states, 1950-2018, warm", f"{one:.2f} s", "under 1 s"
        each = _one_by_one()
        yield "a loop over pairs in NumPy, the same nine, a pair", f"{each * 1e6:,.0f} µs", ""
        share = each * rows.num_rows / 2 / nine
        yield "such a loop over every pair, times ours", f"{share:,.0f}", ""
        yield "peak memory, all nine", f"{_peak('measures=NINE'):,.0f} MB", "under 2,000 MB"
        yield "peak memory, all ten of votes", f"{_peak('of=VOTES'):,.0f} MB", "under 2,000 MB"
    yield from _curves()


def _curves() -> Iterator[tuple[str, str, str]]:
    chance = np.random.default_rng(1)
    for states in (50, 100, 200, 400, 800):
        portfolio = chance.choice(4, size=(states, states), p=[0.85, 0.03, 0.04, 0.08])
        took = _median(lambda: measures.similarity(portfolio, levels=SCALE))  # noqa: B023
        each = took / states**2 * 1e9
        yield f"ten similarities, {states} states, a pair", f"{each:,.0f} ns", "flat, then linear"
    for calls in (50, 200, 800, 3200):
        votes = chance.choice([1, 2, 3, np.nan], size=(193, calls), p=[0.7, 0.1, 0.1, 0.1])
        took = _median(lambda: measures.similarity(votes, levels=(1, 2, 3)))  # noqa: B023
        yield f"ten similarities, 193 states, {calls} votes", f"{took * 1e3:.0f} ms", "linear"


@contextmanager
def _held() -> Iterator[float]:
    """Hold the files in a folder of their own; give the seconds that the ATOP file took."""
    before = os.environ.get("FOEDUS_DATA")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOEDUS_DATA"] = folder
        took = {}
        for file, dataset in FILES.items():
            begin = time.perf_counter()
            imported(dataset, DATA / file)
            took[dataset] = time.perf_counter() - begin
        yield took["atop"]
    if before is None:
        del os.environ["FOEDUS_DATA"]
    else:
        os.environ["FOEDUS_DATA"] = before


def _median(action: Callable[[], object], runs: int = 5) -> float:
    """Return the median seconds of the action, after one run that is not counted."""
    action()
    return median_seconds(action, runs)


def _peak(asked: str) -> float:
    """Return the megabytes that a process of its own takes at most for these similarities."""
    asking = (
        "from benchmarks.peaks import peak_bytes; from benchmarks.similarity import NINE; "
        "from foedus.relations.likeness.similarities import VOTES, similarities; "
        f"similarities({asked}); print(peak_bytes())"
    )
    command = (sys.executable, "-c", asking)
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(told) / 1e6


def _one_by_one() -> float:
    """Return the seconds a pair of states takes a plain loop, checking that it finds the same."""
    chance = np.random.default_rng(1)
    size = 195
    portfolio = chance.choice(4, size=(size, size), p=[0.85, 0.03, 0.04, 0.08])
    weights = chance.random(size)
    pairs = list(combinations(range(size), 2))
    some = [pairs[place] for place in chance.choice(len(pairs), PAIRS, replace=False)]
    begin = time.perf_counter()
    found = [_of_a_pair(portfolio[one], portfolio[two], weights) for one, two in some]
    took = (time.perf_counter() - begin) / PAIRS
    ours = measures.similarity(portfolio, NINE, levels=SCALE, weights=weights)
    expected = [[ours[name][pair] for name in NINE] for pair in some]
    np.testing.assert_allclose(found, expected, atol=1e-12)
    return took


def _of_a_pair(
    one: NDArray[np.int64], two: NDArray[np.int64], weights: NDArray[np.float64]
) -> list[float]:
    """Return the nine of two portfolios, each straight from its definition."""
    table = np.zeros((4, 4))
    np.add.at(table, (one, two), 1 / len(one))
    weighed = np.zeros((4, 4))
    np.add.at(weighed, (one, two), weights / weights.sum())
    apart = np.abs(np.subtract.outer(SCALE, SCALE))
    own, other = table.sum(axis=1), table.sum(axis=0)
    both = (own + other) / 2
    chance = np.outer(own, other)
    by_weight = np.outer(weighed.sum(axis=1), weighed.sum(axis=0))
    order = np.sign(np.subtract.outer(one, one)) * np.sign(np.subtract.outer(two, two))
    untied = [np.count_nonzero(np.subtract.outer(each, each)) for each in (one, two)]
    return [
        1 - 2 * (table * apart).sum() / 3,
        1 - 2 * (table * apart**2).sum() / 9,
        1 - 2 * (weighed * apart).sum() / 3,
        1 - 2 * (weighed * apart**2).sum() / 9,
        1 - (table * apart**2).sum() / (chance * apart**2).sum(),
        1 - (table * apart**2).sum() / (np.outer(both, both) * apart**2).sum(),
        order.sum() / np.sqrt(untied[0] * untied[1]),
        2 * ((chance - table) * apart).sum() / 3,
        2 * ((by_weight - weighed) * apart).sum() / 3,
    ]
