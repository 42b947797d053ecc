"""Signed networks: who stands with whom, who against whom, as four arrays.

An undirected network of states 0 to n - 1. A tie is positive (an alliance, agreement) or negative
(a dispute, sanctions) and has a weight above zero, 1 where none is given. No state is tied to
itself, and two states have one tie or none: whether both an alliance and a dispute make one tie of
either sign is for the caller to decide, and to state.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["SignedNetwork", "signed_network", "with_usual_weights"]

LIGHTEST, HEAVIEST = 1e-150, 1e150
"""Between these, weights can be multiplied in pairs and summed in floats."""
_USUAL = 1.0, 2.0**40


@dataclass(frozen=True, slots=True)
class SignedNetwork:
    """An undirected signed network; made by `signed_network`, which checks it.

    `first` and `second` (int64, shape (ties,)) are the ends of each tie, first below second, in
    ascending order, each pair once; `sign` (int8) is 1 or -1; `weight` (float64) is above zero.
    States without a tie count among `states`.
    """

    states: int
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    sign: NDArray[np.int8]
    weight: NDArray[np.float64]

    @property
    def matrix(self) -> NDArray[np.float64]:
        """The ties as a symmetric matrix, shape (states, states): sign times weight, 0 for none."""
        dense = np.zeros((self.states, self.states))
        dense[self.first, self.second] = dense[self.second, self.first] = self.sign * self.weight
        return dense


def signed_network(ties: ArrayLike, states: int | None = None) -> SignedNetwork:
    """Return the network of a symmetric matrix, or of rows (first, second, value) of ties.

    `ties` is a square matrix of shape (n, n) when `states` is not given, else a list of shape
    (ties, 3) over states 0 to `states` - 1. The sign of a value is that of the tie, its size the
    weight; a value of zero is no tie. In a list a pair may stand in either order, once.

    Raises ValueError when a value is NaN, infinite or, in size, outside 1e-150 to 1e150, a matrix
    is not square, not symmetric or has a tie of a state with itself, or a list names a state
    outside the range, a tie of a state with itself, or a pair twice, or `states` is not a whole
    number from 0.
    """
    given = np.asarray(ties, dtype=float)
    if states is None:
        return _of_matrix(given)
    if not states >= 0 or states != int(states):
        raise ValueError(f"there are a whole number of states from 0, not {states}")
    return _of_rows(given.reshape(-1, 3) if given.size == 0 else given, int(states))


def with_usual_weights(network: SignedNetwork) -> tuple[SignedNetwork, float]:
    """Return the network in a unit in which tolerances make sense, and that unit.

    The unit is 1 where the heaviest tie weighs between 1 and 2^40, else the power of two that
    brings it between 1 and 2: dividing by it rounds nothing.
    """
    heaviest = float(network.weight.max(initial=0.0))
    if heaviest == 0 or _USUAL[0] <= heaviest <= _USUAL[1]:
        return network, 1.0
    unit = 2.0 ** math.floor(math.log2(heaviest))
    return replace(network, weight=network.weight / unit), unit


def _of_matrix(matrix: NDArray[np.float64]) -> SignedNetwork:
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(f"a matrix of ties must be square, not {matrix.shape}")
    _check_finite(matrix)
    if not (matrix == matrix.T).all():
        one, two = (int(each[0]) for each in np.nonzero(matrix != matrix.T))
        raise ValueError(
            f"the tie of {one} and {two} differs by direction: {matrix[one, two]} and "
            f"{matrix[two, one]}; an undirected tie is the same from both sides"
        )
    if matrix.diagonal().any():
        raise ValueError(f"state {int(matrix.diagonal().nonzero()[0][0])} is tied to itself")
    first, second = np.nonzero(np.triu(matrix))
    return _network(len(matrix), first, second, matrix[first, second])


def _of_rows(rows: NDArray[np.float64], states: int) -> SignedNetwork:
    if rows.ndim != 2 or rows.shape[1] != 3:
        raise ValueError(f"ties must be rows of first, second and value, not {rows.shape}")
    _check_finite(rows)
    rows = rows[rows[:, 2] != 0]
    named = rows[:, :2]
    if (named != np.floor(named)).any() or (named < 0).any() or (named >= states).any():
        raise ValueError(f"states are whole numbers from 0 to {states - 1}")
    ends = named.astype(np.int64)
    first, second = ends.min(axis=1), ends.max(axis=1)
    if (first == second).any():
        raise ValueError(f"state {int(first[first == second][0])} is tied to itself")
    order = np.lexsort((second, first))
    first, second, value = first[order], second[order], rows[order, 2]
    twice = np.nonzero((np.diff(first) == 0) & (np.diff(second) == 0))[0]
    if len(twice):
        raise ValueError(f"{int(first[twice[0]])} and {int(second[twice[0]])} are tied twice")
    return _network(states, first, second, value)


def _network(
    states: int,
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    value: NDArray[np.float64],
) -> SignedNetwork:
    if ((np.abs(value) < LIGHTEST) | (np.abs(value) > HEAVIEST)).any():
        raise ValueError("a tie is too light or too heavy for floats: take another unit")
    return SignedNetwork(
        states,
        first.astype(np.int64),
        second.astype(np.int64),
        np.sign(value).astype(np.int8),
        np.abs(value),
    )


def _check_finite(values: NDArray[np.float64]) -> None:
    if not np.isfinite(values).all():
        raise ValueError("a tie is NaN or infinite; leave unknown ties out and say so")
