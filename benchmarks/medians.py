"""The median time that an action takes."""

import statistics
import time
from collections.abc import Callable

__all__ = ["median_seconds"]


def median_seconds(
    action: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return the median seconds, by `clock`, of so many calls."""
    times = []
    for _ in range(runs):
        begin = clock()
        action()
        times.append(clock() - begin)
    return statistics.median(times)
