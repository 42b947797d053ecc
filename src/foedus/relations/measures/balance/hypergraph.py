r"""Groups of states as hyperedges, and what becomes of them in a network of pairs.

A treaty of many parties is one tie of all of them. To put it among ties of pairs is a choice, and
each tells something else. With the incidence matrix B (B_se = 1 when state s is in group e) and
m_e the size of a group:

- "pairs": every two members share the whole group, :math:`w_{st} = \sum_e B_{se} B_{te}`: a treaty
  of thirty makes 435 ties as strong as a treaty of two makes one.
- "shared": :math:`w_{st} = \sum_e B_{se} B_{te} / (m_e - 1)` (Newman 2001, "Scientific
  collaboration networks. II", *Physical Review E* 64, 016132): a group gives each member 1 in all.

Overlap of two states is the number of groups they share over the number that either is in
(Jaccard), 0 to 1. A group of fewer than two members ties nobody. No state is tied to itself: the
diagonals are zero. Limits: that three states are bound pair by pair or all together is the same in
any network of pairs; only the incidence tells them apart.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["PROJECTIONS", "GroupOverlap", "group_overlap", "projected"]

PROJECTIONS = ("pairs", "shared")


@dataclass(frozen=True, slots=True)
class GroupOverlap:
    """How groups overlap.

    `shared` (int64, shape (states, states)) is the number of groups two states share, 0 on the
    diagonal; `overlap` (float64, same shape) its share of those that either is in, 0.0 where
    neither is in any. `memberships` (int64, shape (states,)) counts the groups of a state.
    """

    shared: NDArray[np.int64]
    overlap: NDArray[np.float64]
    memberships: NDArray[np.int64]


def projected(incidence: ArrayLike, projection: str = "pairs") -> NDArray[np.float64]:
    """Return the ties of pairs, shape (states, states), of groups given as an incidence matrix.

    `incidence` has shape (states, groups), of 0 and 1. Raises ValueError for anything else in it,
    or a projection that is none of `PROJECTIONS`.
    """
    members = _checked(incidence)
    if projection not in PROJECTIONS:
        raise ValueError(f"a projection is one of {', '.join(PROJECTIONS)}, not '{projection}'")
    sizes = members.sum(axis=0)
    each = np.ones(len(sizes)) if projection == "pairs" else 1 / np.maximum(sizes - 1, 1)
    ties = (members * each) @ members.T
    np.fill_diagonal(ties, 0.0)
    return np.asarray(ties)


def group_overlap(incidence: ArrayLike) -> GroupOverlap:
    """Return how much states are in the same groups; `incidence` as for `projected`."""
    members = _checked(incidence)
    shared = members @ members.T
    number = shared.diagonal().copy()
    either = number[:, None] + number[None, :] - shared
    overlap = np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)
    np.fill_diagonal(shared, 0.0)
    np.fill_diagonal(overlap, 0.0)
    return GroupOverlap(shared.astype(np.int64), overlap, number.astype(np.int64))


def _checked(incidence: ArrayLike) -> NDArray[np.float64]:
    members = np.asarray(incidence, dtype=float)
    if members.ndim != 2 or not np.isin(members, (0.0, 1.0)).all():
        raise ValueError("an incidence matrix has states for rows, groups for columns, 0 or 1 each")
    return members
