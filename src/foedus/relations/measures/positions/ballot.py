"""Votes on items as the arrays an estimate of positions works on.

Items on which all who voted said the same say nothing of positions and are left out, and with them
the members that in a session voted on no other. Answers are ranked within an item: where only two
of the three were given there is one cut between them, else two; where it is asked for, a yes and
a no without an abstention between them are two cuts apart as well.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

__all__ = ["Ballot", "ballot"]

Ints = NDArray[np.int64]
BOTTOM, MIDDLE, TOP = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes that tell something, ordered bottom answers first, then middle, then top.

    `cell` and `entry` (int64, shape (votes,)) say for each vote whose position in which session and
    which item it concerns; `ends` is where the bottom, the middle and the top answers end. A top
    answer on an item of two answers lies above the first cut, on others above the second:
    `top_cut` (0 or 1, for the top answers). Cells are ordered by member, then session: `member` and
    `session` (int64, shape (cells,), indices into the sorted codes) with their number of votes
    `votes`, and `gap`, the sessions since the member's cell before, 0 at its first. `two_cuts`
    (bool) is by item; `items` are their codes.
    """

    cell: Ints
    entry: Ints
    ends: tuple[int, int, int]
    top_cut: Ints
    member: Ints
    session: Ints
    votes: Ints
    gap: NDArray[np.float64]
    two_cuts: NDArray[np.bool_]
    items: NDArray[np.int64]

    @property
    def cells(self) -> int:
        """How many positions there are to find."""
        return len(self.member)

    def of_votes(self, at: Ints) -> "Ballot":
        """Return some of the votes, given by their places in order, on all cells and items."""
        ends = np.searchsorted(at, self.ends)
        return replace(
            self,
            cell=self.cell[at],
            entry=self.entry[at],
            ends=(int(ends[0]), int(ends[1]), int(ends[2])),
            top_cut=self.top_cut[at[ends[1] :] - self.ends[1]],
        )

    def part(self, kept: NDArray[np.bool_]) -> tuple["Ballot", Ints, Ints]:
        """Return the votes of some cells with all their items, and which cells and items."""
        cells, votes = np.nonzero(kept)[0], np.nonzero(kept[self.cell])[0]
        items = np.unique(self.entry[votes])
        ends = np.searchsorted(votes, self.ends)
        made = Ballot(
            (np.cumsum(kept) - 1)[self.cell[votes]],
            np.searchsorted(items, self.entry[votes]),
            (int(ends[0]), int(ends[1]), int(ends[2])),
            self.top_cut[votes[ends[1] :] - self.ends[1]],
            np.unique(self.member[cells], return_inverse=True)[1],
            self.session[cells],
            self.votes[cells],
            self.gap[cells],
            self.two_cuts[items],
            self.items[items],
        )
        return made, cells, items


def ballot(
    member: Ints, session: Ints, item: Ints, vote: Ints, *, middle: bool = False
) -> Ballot | None:
    """Return the votes on divided items, None when there is none.

    With `middle` an item of yes and no has two cuts though no one abstained.
    """
    codes, entry = np.unique(item, return_inverse=True)
    given = np.zeros((len(codes), 3), dtype=bool)
    given[entry, vote - 1] = True
    divided = given.sum(axis=1) > 1
    kept = divided[entry]
    if not kept.any():
        return None
    member, session, vote = member[kept], session[kept], vote[kept]
    entry = (np.cumsum(divided) - 1)[entry[kept]]
    given = given[divided]
    cells, cell, votes = np.unique(
        np.stack([member, session]), axis=1, return_inverse=True, return_counts=True
    )
    two_cuts = given[:, 0] & given[:, 2] & (given[:, 1] | middle)
    lowest = np.argmax(given, axis=1)[entry]
    highest = 2 - np.argmax(given[:, ::-1], axis=1)[entry]
    kind = np.where(vote - 1 == lowest, BOTTOM, np.where(vote - 1 == highest, TOP, MIDDLE))
    order = np.lexsort((cell.ravel(), entry, kind))
    ends = np.cumsum(np.bincount(kind, minlength=3))
    entry = entry[order]
    gap = np.diff(cells[1], prepend=0).astype(float)
    gap[np.diff(cells[0], prepend=cells[0, 0] - 1) != 0] = 0
    return Ballot(
        cell.ravel()[order],
        entry,
        (int(ends[0]), int(ends[1]), int(ends[2])),
        two_cuts[entry[ends[1] :]].astype(np.int64),
        cells[0],
        cells[1],
        votes,
        gap,
        two_cuts,
        codes[divided],
    )


def scales(votes: Ballot) -> Ints:
    """Return for each cell which scale it is on: cells joined by a member or an item share one."""
    cells = votes.cells
    first, then = votes.cell, votes.entry + cells
    carried = np.nonzero(votes.gap > 0)[0]
    rows = np.concatenate([first, carried])
    columns = np.concatenate([then, carried - 1])
    size = cells + len(votes.items)
    links = coo_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    return connected_components(links, directed=False)[1][:cells].astype(np.int64)


def as_whole_numbers(values: ArrayLike, what: str) -> Ints:
    """Return one-dimensional whole numbers; raises ValueError for anything else."""
    given = np.asarray(values)
    if given.ndim != 1:
        raise ValueError(f"{what} must be one list, not of shape {given.shape}")
    if given.dtype.kind not in "iub":
        given = given.astype(float)
        if not np.isfinite(given).all():
            raise ValueError(f"{what} is NaN or infinite; leave votes that are not known out")
        if (given != np.floor(given)).any():
            raise ValueError(f"{what} must be whole numbers")
    return given.astype(np.int64)
