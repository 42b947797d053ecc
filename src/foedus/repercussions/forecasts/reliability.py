"""Whether what was called likely came: like forecasts in groups, with what chance alone allows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import bdtr, bdtrik

__all__ = ["Group", "groups_of_like", "reliability"]

_LEAST = 20
"""Forecasts in a group at least, where there are so many."""


@dataclass(frozen=True, slots=True)
class Group:
    """Forecasts that said about the same.

    `said` is their mean and `came` the share of them that came. If every forecast meant what it
    says, `came` lies between `low` and `high` nine times in ten: consistency bars, after J. Bröcker
    and L. A. Smith, "Increasing the Reliability of Reliability Diagrams", Weather and Forecasting
    22, 2007, 651-661; here of the binomial with the group's mean, which is a little wider than of
    forecasts that differ (W. Hoeffding 1956).
    """

    forecasts: int
    events: int
    least: float
    most: float
    said: float
    came: float
    low: float
    high: float


def groups_of_like(probability: ArrayLike, groups: int = 10) -> NDArray[np.int64]:
    """Return each forecast's group, the least likely first; the same forecasts share one.

    Each group expects as many events, so that rare events fill as many groups with something to
    see as common ones: by tenths of all forecasts, nine of ten would hold next to none.
    """
    p = np.asarray(probability, float)
    order = np.argsort(p, kind="stable")
    weight = p[order] + 1e-12
    before = (np.cumsum(weight) - weight) / weight.sum()
    raw = np.minimum((before * groups).astype(np.int64), groups - 1)
    # Of equal forecasts, all go with the first.
    starts = np.flatnonzero(np.diff(p[order], prepend=-1.0) > 0)
    raw = raw[starts][np.searchsorted(starts, np.arange(len(p)), side="right") - 1]
    found = np.empty(len(p), np.int64)
    found[order] = _joined(raw)
    return found


def _joined(raw: NDArray[np.int64]) -> NDArray[np.int64]:
    """Join a group with too few forecasts to the one before, the first to the one after."""
    names, sizes = np.unique(raw, return_counts=True)
    at, held = {}, 0
    place = 0
    for name, size in zip(names.tolist(), sizes.tolist(), strict=True):
        if held >= _LEAST and size >= _LEAST:
            place, held = place + 1, 0
        at[name] = place
        held += size
    return np.array([at[name] for name in raw.tolist()], np.int64)


def reliability(probability: ArrayLike, outcome: ArrayLike, groups: int = 10) -> tuple[Group, ...]:
    """Return what came of forecasts that said about the same, the least likely first."""
    p, y = np.asarray(probability, float), np.asarray(outcome, float)
    place = groups_of_like(p, groups)
    found = []
    for group in np.unique(place):
        here, there = p[place == group], y[place == group]
        size, said = len(here), float(here.mean())
        low, high = (_quantile(share, size, said) / size for share in (0.05, 0.95))
        found.append(
            Group(
                size,
                int(there.sum()),
                float(here.min()),
                float(here.max()),
                said,
                float(there.mean()),
                float(low),
                float(high),
            )
        )
    return tuple(found)


def _quantile(share: float, size: int, chance: float) -> float:
    """Return the least count that a binomial stays at or under with this probability."""
    above = np.ceil(bdtrik(share, size, chance))
    below = max(above - 1, 0.0)
    return float(below if bdtr(below, size, chance) >= share else above)
