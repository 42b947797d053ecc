"""Sums of votes by item: votes lie ordered by answer, then item, so that they are running sums."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.ballot import Ballot

__all__ = ["ItemSums", "item_sums"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ItemSums:
    """Where each run of votes of one answer on one item begins, and whose it is."""

    begins: Ints
    run: Ints
    items: int
    two_cuts: NDArray[np.bool_]

    def by_answer(self, values: Floats) -> Floats:
        """Return sums of bottom, middle and top answers, shape (3, items)."""
        out = np.zeros(3 * self.items)
        if len(self.run):
            out[self.run] = np.add.reduceat(values, self.begins)
        return out.reshape(3, self.items)

    def by_item(self, values: Floats) -> Floats:
        """Return sums of all answers, shape (items,)."""
        return self.by_answer(values).sum(axis=0)

    def by_cut(self, low: Floats, high: Floats) -> Floats:
        """Return sums by cut of what answers have for the cut below and above: (items, 2)."""
        below, above = self.by_answer(low), self.by_answer(high)
        out = np.stack([above[0] + below[1], above[1]], axis=1)
        out[:, 0] += np.where(self.two_cuts, 0, below[2])
        out[:, 1] += np.where(self.two_cuts, below[2], 0)
        return out


def item_sums(votes: Ballot) -> ItemSums:
    """Return how to sum these votes."""
    first, second, last = votes.ends
    count = len(votes.items)
    kind = np.repeat([0, 1, 2], np.diff([0, first, second, last]))
    key = kind * count + votes.entry
    begins = np.nonzero(np.diff(key, prepend=-1))[0]
    return ItemSums(begins, key[begins], count, votes.two_cuts)
