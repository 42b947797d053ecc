"""Blocs, triads and walk balance: the real networks of all years, and cost against size."""

import datetime as dt
import os
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from foedus import measures
from foedus.datasets.importing import imported
from foedus.relations.measures.balance.networks import SignedNetwork, signed_network
from foedus.relations.structure.signed_ties import signed_ties
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties

__all__ = ["blocs_of_states"]

SHARED = Path(__file__).resolve().parents[2] / "shared/data"
FILES = {
    "atop/atop5_1m.csv": "atop",
    "cow/mid_v5_disputes.parquet": "mid",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "rivalries/tss_rivalries_1494_2020.parquet": "rivalries",
}
YEARS = range(1816, 2015)
SIZES = (50, 100, 200, 400)
SECONDS = 60.0


def blocs_of_states() -> Iterator[tuple[str, str, str]]:
    """Yield what blocs cost on every real network of 1816-2014, and on made ones that grow."""
    with _held() as known:
        networks = [
            signed_ties(dt.date(year, 12, 31), TieRule(), known=known).network for year in YEARS
        ]
    ties = sorted(len(one.sign) for one in networks)
    yield "networks of alliances and quarrels, 1816–2014; ties", f"{ties[0]}–{ties[-1]:,}", ""
    costs, proven = [], 0
    for one in networks:
        begin = time.process_time()
        proven += measures.blocs(one, seconds=SECONDS).proven
        costs.append(time.process_time() - begin)
    yield "exact blocs of all of them", f"{sum(costs):.1f} s", ""
    yield "the slowest year", f"{max(costs):.2f} s", "at most 1 s"
    yield "proven", f"{proven} of {len(networks)}", "all"
    largest = max(networks, key=lambda one: len(one.sign))
    yield "100 draws of how firm, largest year", _spent(measures.blocs, largest, draws=100), ""
    yield "triads, with chance, all years", _spent_on_all(measures.triads, networks), ""
    yield "walk balance, all years", _spent_on_all(measures.walk_balance, networks), ""
    for size in SIZES:
        made = _made(size)
        what = f"made, {size} states, {len(made.sign):,} ties"
        begin = time.process_time()
        found = measures.blocs(made, seconds=SECONDS)
        took = time.process_time() - begin
        told = "proven" if found.proven else f"gap {found.gap:.1%}"
        yield f"exact blocs, {what}", f"{took:.2f} s, {told}", ""
        yield f"triads, {what}", _spent(measures.triads, made), ""
        yield f"walk balance, {what}", _spent(measures.walk_balance, made), ""
    hard = _made(100, astray=0.3)
    found = measures.blocs(hard, seconds=10)
    told = "proven" if found.proven else f"gap {found.gap:.1%}"
    yield f"100 states, {len(hard.sign):,} ties, three in ten astray, stopped at 10 s", told, ""
    tracemalloc.start()
    measures.blocs(_made(SIZES[-1]), seconds=SECONDS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    yield "peak of Python's memory, largest of these", f"{peak / 1e6:.0f} MB", "under 2 GB"


@contextmanager
def _held() -> Iterator[Known]:
    """Give what ties can be drawn from, imported into a folder of its own."""
    before = os.environ.get("FOEDUS_DATA")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOEDUS_DATA"] = folder
        for file, dataset in FILES.items():
            imported(dataset, SHARED / file)
        yield known_ties()
    if before is None:
        del os.environ["FOEDUS_DATA"]
    else:
        os.environ["FOEDUS_DATA"] = before


def _made(states: int, astray: float = 0.1) -> SignedNetwork:
    """A network of five blocs, three in five pairs within them tied; a share of ties is astray."""
    random = np.random.default_rng(states)
    bloc = random.integers(0, 5, states)
    one, two = np.triu_indices(states, 1)
    tied = random.random(len(one)) < np.where(bloc[one] == bloc[two], 0.6, 0.05)
    one, two = one[tied], two[tied]
    sign = np.where(bloc[one] == bloc[two], 1, -1)
    sign[random.random(len(sign)) < astray] *= -1
    return signed_network(np.column_stack([one, two, sign]), states)


def _spent(measure: Callable[..., object], network: SignedNetwork, **more: int) -> str:
    begin = time.process_time()
    measure(network, **more)
    return f"{time.process_time() - begin:.3f} s"


def _spent_on_all(measure: Callable[..., object], networks: list[SignedNetwork]) -> str:
    begin = time.process_time()
    for one in networks:
        measure(one)
    return f"{time.process_time() - begin:.2f} s"
