r"""How often two members take each pair of levels: joint tables of all pairs at once.

A portfolio has one row per member and one column per object (a state that one may be allied to, a
roll call); each cell is a level of one ordered scale, or missing. For members i and j the joint
table is :math:`T_{lm} = \sum_k w_k [x_{ik} = l][x_{jk} = m]`, a count where :math:`w = 1`. One
product of the indicators of the levels gives the tables of all pairs at once, of bits for counts,
of numbers for weights; an object that either of the two leaves missing is in none of their cells.
Counts are exact.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

__all__ = ["JointLevels", "joint_levels"]

BITS = 64
"""Of one word."""
CELLS_AT_ONCE = 1 << 18
"""Cells of joint tables yielded at one time: few enough for a processor's cache."""


@dataclass(frozen=True, slots=True)
class JointLevels:
    """The joint tables of some members (`rows`) with all members.

    `cells` (float64, shape (levels, levels, rows, members)) is how often, or with what weight, the
    member of the row takes the first level and the other the second. `first` and `second` (levels,
    rows, members) are its margins: how often the one and the other take each level on the objects
    that both have; `total` (rows, members) is how many objects these are, or their weight. `scale`
    (float64, shape (levels,)) is what the levels are worth.
    """

    cells: NDArray[np.float64]
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    total: NDArray[np.float64]
    scale: NDArray[np.float64]


def joint_levels(
    codes: NDArray[np.int8],
    scale: NDArray[np.float64],
    weights: NDArray[np.float64] | None = None,
) -> Iterator[tuple[slice, JointLevels]]:
    """Yield the joint tables of all members with all, so many rows of members at a time.

    `codes` has the place of each cell's level on the scale, -1 where it is missing; `weights` are
    those of the objects, 1 when None.
    """
    levels, members = len(scale), len(codes)
    taken = codes == np.arange(levels, dtype=codes.dtype)[:, None, None]
    tables = _counted(taken) if weights is None else _weighed(taken, weights)
    for rows in _runs(members, CELLS_AT_ONCE // max(levels * levels * members, 1)):
        cells = tables(rows)
        first, second = cells.sum(axis=1), cells.sum(axis=0)
        yield rows, JointLevels(cells, first, second, first.sum(axis=0), scale)


def _counted(taken: NDArray[np.bool_]) -> Callable[[slice], NDArray[np.float64]]:
    """Return what counts the objects of each two levels: a product of bits, 64 objects a word."""
    levels, members, objects = taken.shape
    words = -(-objects // BITS)
    padded = np.zeros((levels, members, words * BITS), dtype=bool)
    padded[:, :, :objects] = taken
    packed = np.packbits(padded, axis=-1).view(np.uint64)
    by_word = np.ascontiguousarray(packed.transpose(0, 2, 1))

    def tables(rows: slice) -> NDArray[np.float64]:
        cells = np.zeros((levels, levels, rows.stop - rows.start, members))
        for one, other in product(range(levels), repeat=2):
            for mine, theirs in zip(by_word[one, :, rows], by_word[other], strict=True):
                cells[one, other] += np.bitwise_count(mine[:, None] & theirs)
        return cells

    return tables


def _weighed(
    taken: NDArray[np.bool_], weights: NDArray[np.float64]
) -> Callable[[slice], NDArray[np.float64]]:
    """Return what sums the weights of the objects of each two levels: a product of matrices."""
    levels, members, objects = taken.shape
    across = taken.reshape(levels * members, objects).T * 1.0
    weighed = taken * weights

    def tables(rows: slice) -> NDArray[np.float64]:
        height = rows.stop - rows.start
        summed = weighed[:, rows].reshape(levels * height, objects) @ across
        apart = summed.reshape(levels, height, levels, members).transpose(0, 2, 1, 3)
        return np.ascontiguousarray(apart)

    return tables


def _runs(length: int, most: int) -> Iterator[slice]:
    """Yield slices that cover the length, none longer than `most`, or than 1."""
    step = max(most, 1)
    for begin in range(0, length, step):
        yield slice(begin, min(begin + step, length))
