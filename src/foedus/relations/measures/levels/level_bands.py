r"""The level of a series in each period, with a band, over all segmentations at once.

The level of period i is a mixture over all stretches that hold i, each with its probability. The
mean is exact. The quantiles are those of the 4,000 likeliest stretches (of every node of the
spread), read off a grid that is dense where their own quantiles lie: right to about 0.005 of
probability where the posterior is not spread over more stretches than that.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.levels.changes import MASS, Changes
from foedus.relations.measures.levels.segments import Floats, Segments

__all__ = ["LevelBand", "level_band"]

STRETCHES = 4_000
_SHAPING = 24
_SHARES = np.array([0.002, 0.02, 0.04, 0.05, 0.06, 0.1, 0.25, 0.5, 0.75, 0.9, 0.94, 0.95, 0.96])
_SHARES = np.concatenate([_SHARES, [0.98, 0.998]])


@dataclass(frozen=True, slots=True)
class LevelBand:
    """The level in each covered period: posterior mean, 5 %, 50 % and 95 % quantiles.

    `periods` are the indices of the covered periods; all arrays have their length. Unit: events per
    unit of exposure, or that of the values of the normal family.
    """

    periods: NDArray[np.int64]
    mean: Floats
    low: Floats
    middle: Floats
    high: Floats


def level_band(found: Changes) -> LevelBand:
    """Return the level of a series in each period, from what `change_points` found."""
    n = len(found.covered)
    mean = np.zeros(n + 1)
    kept: list[tuple[Segments, Floats, NDArray[np.int64], NDArray[np.int64]]] = []
    for joint, (_, one, _) in zip(found.joint, found.weighed, strict=True):
        if joint.sum() < 1e-4:
            continue
        for weights, at in one.stretches(joint):
            ends = np.arange(at, at + len(weights))
            rows, starts = np.nonzero(weights > 1e-9)
            shares = weights[rows, starts]
            levels = shares * one.segments.level_mean(starts, ends[rows])
            np.add.at(mean, starts, levels)
            np.add.at(mean, ends[rows], -levels)
            likely = np.argsort(shares)[::-1][:STRETCHES]
            kept.append((one.segments, shares[likely], starts[likely], ends[rows][likely]))
    least = np.sort(np.concatenate([shares for _, shares, _, _ in kept]))[::-1][:STRETCHES][-1]
    kept = [
        (segments, shares[shares >= least], starts[shares >= least], ends[shares >= least])
        for segments, shares, starts, ends in kept
    ]
    grid = _grid(kept)
    below, held = np.zeros((n + 1, len(grid))), np.zeros(n + 1)
    for segments, shares, starts, ends in kept:
        chances = shares[:, None] * segments.level_below(grid, starts[:, None], ends[:, None])
        np.add.at(below, starts, chances)
        np.add.at(below, ends, -chances)
        np.add.at(held, starts, shares)
        np.add.at(held, ends, -shares)
    chances = below.cumsum(axis=0)[:n] / held.cumsum()[:n, None]
    low, middle, high = (
        np.array([np.interp(share, row, grid) for row in chances])
        for share in ((1 - MASS) / 2, 0.5, (1 + MASS) / 2)
    )
    total = sum(float(joint.sum()) for joint in found.joint if joint.sum() >= 1e-4)
    return LevelBand(found.covered, mean.cumsum()[:n] / total, low, middle, high)


def _grid(kept: list[tuple[Segments, Floats, NDArray[np.int64], NDArray[np.int64]]]) -> Floats:
    """Return the quantiles of the stretches that hold most of the periods."""
    points = [np.zeros(0)]
    for segments, shares, starts, ends in kept:
        first = np.argsort(shares * (ends - starts))[::-1][:_SHAPING]
        points.append(
            segments.level_at(_SHARES, starts[first][:, None], ends[first][:, None]).ravel()
        )
    grid = np.unique(np.concatenate(points))
    return grid[:: max(1, len(grid) // 400)] if len(grid) > 800 else grid
