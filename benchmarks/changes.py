"""Changes in rates: one, several, in long series, watched daily, and shared by many dyads."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
from ruptures import Pelt
from studies.change_points.series import COAL

from benchmarks.medians import median_seconds
from benchmarks.peaks import peak_bytes
from foedus import measures

__all__ = ["changes_found"]

DYADS, MONTHS = 1_000, 120


def changes_found() -> Iterator[tuple[str, str, str]]:
    """Yield what finding changes costs, against the number of periods and of series."""
    cost = _milliseconds(lambda: measures.change_points(COAL, most=1).supposing(1), 50)
    yield "one change of rate, 112 years, interval and effect", f"{cost:.2f} ms", "at most 1 ms"
    for family in ("poisson", "counts"):
        cost = _milliseconds(lambda: measures.change_points(COAL, family=family).changes, 5)  # noqa: B023
        yield f"any number of changes, 112 years, {family}", f"{cost:.0f} ms", ""
    for periods in (250, 500, 1_000, 2_000, 3_000):
        counts = _stepped(periods, 4)
        cost = _milliseconds(lambda: measures.change_points(counts), 2)  # noqa: B023
        yield f"any number of changes, {periods:,} periods", f"{cost:,.0f} ms", "n²"
    counts = _stepped(100_000, 60)
    begin = time.process_time()
    found = measures.long_change_points(counts)
    took = time.process_time() - begin
    yield (
        f"100,000 periods by PELT: {len(found.changes)} changes with intervals",
        f"{took:.1f} s",
        "",
    )
    took = _bare_ruptures(counts)
    yield (
        "the same, bare ruptures (least squares, same places tried)",
        f"{took:.1f} s",
        "no intervals",
    )
    cost = _milliseconds(lambda: measures.change_watch(counts[:1_000]), 2)
    yield "watched daily for 1,000 days, each day", f"{cost:.0f} µs", ""
    for dyads in (10, 100, DYADS):
        many = _sharing(dyads)
        cost = _milliseconds(lambda: measures.shared_change(many), 1) / 1e3  # noqa: B023
        yield (
            f"a date shared by some of {dyads:,} dyads, {MONTHS} months",
            f"{cost:.1f} s",
            "linear",
        )
    for task in (_many_periods, _long_series, _many_dyads):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            what, peak = alone.submit(task).result()
        yield f"peak memory, whole process, {what}", f"{peak / 1e9:.2f} GB", "under 2 GB"


def _many_periods() -> tuple[str, int]:
    measures.change_points(_stepped(3_000, 4))
    return "3,000 periods", peak_bytes()


def _long_series() -> tuple[str, int]:
    measures.long_change_points(_stepped(100_000, 60))
    return "100,000 periods by PELT", peak_bytes()


def _many_dyads() -> tuple[str, int]:
    measures.shared_change(_sharing(DYADS))
    return f"a date shared by some of {DYADS:,} dyads", peak_bytes()


def _milliseconds(action: Callable[[], object], runs: int) -> float:
    action()
    return median_seconds(action, runs, time.process_time) * 1e3


def _stepped(periods: int, steps: int) -> np.ndarray:
    draws = np.random.default_rng(periods)
    levels = np.repeat(draws.gamma(3.0, 1.0, steps), -(-periods // steps))[:periods]
    return draws.poisson(levels)


def _sharing(dyads: int) -> np.ndarray:
    """Counts of which one dyad in ten changes at one date, one in ten at a date of its own."""
    draws = np.random.default_rng(dyads)
    levels = np.repeat(draws.gamma(2.0, 1.0, (dyads, 1)), MONTHS, axis=1)
    levels[::10, 40:] *= 3
    for row in range(5, dyads, 10):
        levels[row, draws.integers(1, MONTHS) :] *= 0.3
    return draws.poisson(levels)


def _bare_ruptures(counts: np.ndarray) -> float:
    begin = time.process_time()
    search = Pelt(model="l2", min_size=1, jump=50).fit(counts.astype(float)[:, None])
    search.predict(pen=3 * np.log(len(counts)) * counts.var())
    return time.process_time() - begin
