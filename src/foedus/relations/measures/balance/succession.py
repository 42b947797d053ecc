r"""Blocs followed through time: which later bloc continues which earlier one.

Partitions of consecutive times are matched one bloc to one so that the weight of the states they
share is greatest (a linear assignment: Kuhn 1955, "The Hungarian method for the assignment
problem", *Naval Research Logistics Quarterly* 2, 83-97). A bloc matched to one it shares states
with keeps its label; a label never comes back once its bloc is gone. Unmatched later blocs are
births, unmatched earlier ones deaths. An earlier bloc splits when two later blocs or more each hold
at least a quarter of the weight of its states that are left; a later bloc merges when it holds so
much of two earlier ones. Blocs of one state are not followed: they have the label -1, as have the
neutral and the absent.

Weights are those of the states, 1 unless given, at the later of the two times. Missing: a state
absent at a time (not yet, or no longer) has bloc -1 there and has no say. Limits: with unit weights
two matches may be equally good; the one with the lower numbers is taken. A label says who shares
most with whom, not that a bloc has stayed itself: slow exchange of all members keeps it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment  # type: ignore[attr-defined]

__all__ = ["Change", "Succession", "followed"]

_LARGEST = 2**53
PART = 0.25
"""The share of a bloc's weight that counts as a part of it in splits and merges."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to blocs between one time and the next.

    `time` is the place of the later one; `kind` is "birth", "death", "split" or "merge"; `labels`
    are those concerned: the bloc born or gone, the one that split and then its parts, the one that
    came of a merge and then those it was made of.
    """

    time: int
    kind: str
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Labels through time: `labels` (int64, shape (times, states)), -1 in no bloc of two or more.

    `shared` (float64, shape (times - 1,)) is the weight of states that keep their label, as a share
    of those in a bloc of two or more at both times; 1.0 where there are none. `changes` in order.
    """

    labels: NDArray[np.int64]
    shared: NDArray[np.float64]
    changes: tuple[Change, ...]


def followed(partitions: ArrayLike, weights: ArrayLike | None = None) -> Succession:
    """Return the same blocs under the same label through all times.

    `partitions` has shape (times, states): the bloc of each state, -1 in none; `weights`, of the
    same shape, are zero or more. Raises ValueError for other shapes, a bloc below -1 or not whole,
    or weights that are negative or NaN.
    """
    named = np.asarray(partitions)
    whole = named.dtype.kind in "iub" or (named == np.floor(named.astype(float))).all()
    if named.ndim != 2 or not whole or ((named < -1) | (named > _LARGEST)).any():
        raise ValueError("partitions are blocs, whole numbers from -1, by time and state")
    blocs = named.astype(np.int64)
    weight = np.ones(blocs.shape) if weights is None else np.asarray(weights, dtype=float)
    if weight.shape != blocs.shape or not (np.isfinite(weight) & (weight >= 0)).all():
        raise ValueError("weights are zero or more, one for each time and state")
    labels = np.full(blocs.shape, -1, dtype=np.int64)
    changes: list[Change] = []
    shared = np.ones(max(len(blocs) - 1, 0))
    new = 0
    for time, row in enumerate(blocs):
        found = _of_two_or_more(row)
        names: dict[int, int] = {}
        if time:
            names, happened = _matched(labels[time - 1], row, found, weight[time])
        for bloc in found:
            if bloc not in names:
                names[bloc] = new
                new += 1
        for bloc in found:
            labels[time, row == bloc] = names[bloc]
        if time:
            changes += [
                Change(time, kind, (names[one], *others))
                if kind in ("birth", "merge")
                else Change(time, kind, (one, *(names[other] for other in others)))
                for kind, one, others in happened
            ]
            shared[time - 1] = _share_kept(labels[time - 1], labels[time], weight[time])
    return Succession(labels, shared, tuple(changes))


def _of_two_or_more(row: NDArray[np.int64]) -> list[int]:
    blocs, sizes = np.unique(row[row >= 0], return_counts=True)
    return [int(one) for one, size in zip(blocs, sizes, strict=True) if size > 1]


Happened = list[tuple[str, int, Sequence[int]]]


def _matched(
    before: NDArray[np.int64], row: NDArray[np.int64], found: list[int], weight: NDArray[np.float64]
) -> tuple[dict[int, int], Happened]:
    """Return the labels that later blocs take over, and what else happened.

    Births and merges name the later bloc first, deaths and splits the earlier label.
    """
    old = [int(one) for one in np.unique(before[before >= 0])]
    # A hair per state keeps a match between states without weight.
    hair = weight + 1e-9
    overlap = np.array(
        [[hair[(before == one) & (row == bloc)].sum() for bloc in found] for one in old]
    ).reshape(len(old), len(found))
    ones, others = linear_sum_assignment(overlap, maximize=True)
    pairs = [(one, two) for one, two in zip(ones, others, strict=True) if overlap[one, two] > 0]
    names = {found[two]: old[one] for one, two in pairs}
    happened: Happened = [("birth", bloc, ()) for bloc in found if bloc not in names]
    happened += [("death", label, ()) for label in old if label not in names.values()]
    kept = np.array([hair[(before == one) & (row >= 0)].sum() for one in old])
    # A little less than a quarter: neither the hairs nor rounding may decide at a quarter exactly.
    least = (PART - 1e-6) * np.maximum(kept, 1e-12)
    part = overlap >= least[:, None] if old else overlap > 0
    for place, label in enumerate(old):
        parts = [bloc for at, bloc in enumerate(found) if part[place, at]]
        if len(parts) > 1:
            happened.append(("split", label, parts))
    for at, bloc in enumerate(found):
        parts = [label for place, label in enumerate(old) if part[place, at]]
        if len(parts) > 1:
            happened.append(("merge", bloc, parts))
    return names, happened


def _share_kept(
    before: NDArray[np.int64], after: NDArray[np.int64], weight: NDArray[np.float64]
) -> float:
    both = (before >= 0) & (after >= 0)
    total = float(weight[both].sum())
    return float(weight[both & (before == after)].sum()) / total if total else 1.0
