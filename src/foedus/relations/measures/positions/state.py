"""Where a search for positions and items is, and what all votes say there."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.special import ndtri

from foedus.relations.measures.positions.ballot import Ballot
from foedus.relations.measures.positions.probit import Beyond, Slopes, beyond, slopes

__all__ = ["Seen", "State", "seen", "start"]

Floats = NDArray[np.float64]
GAP = 0.05
"""What at least lies between two cuts at the start."""


@dataclass(frozen=True, slots=True)
class State:
    """Positions (cells,), and the items' `turn` (items,) and `cuts` (items, 2)."""

    position: Floats
    turn: Floats
    cuts: Floats


@dataclass(frozen=True, slots=True)
class Seen:
    """What votes say at a state; the `shift` and `shift2` of `slopes` with the bound's part."""

    slopes: Slopes
    beyond: Beyond
    likelihood: Floats
    shift: Floats
    shift2: Floats


def seen(votes: Ballot, state: State) -> Seen:
    """Return what all votes say."""
    first, second, last = votes.ends
    entry, below, above = votes.entry, *np.ascontiguousarray(state.cuts.T)
    x = np.take(state.turn, entry) * np.take(state.position, votes.cell)
    low, high = np.empty(last), np.empty(last)
    np.subtract(np.take(below, entry[:second]), x[:second], out=high[:second])
    low[first:second] = high[first:second]
    np.subtract(np.take(above, entry[first:second]), x[first:second], out=high[first:second])
    top = np.take(state.cuts.ravel(), 2 * entry[second:] + votes.top_cut)
    np.subtract(top, x[second:], out=low[second:])
    found, bound = slopes(low, high, votes.ends), beyond(x, votes.ends)
    likelihood, shift, shift2 = found.likelihood, found.shift, found.shift2
    likelihood[bound.at] += bound.likelihood
    shift[bound.at] += bound.shift
    shift2[bound.at] += bound.shift2
    return Seen(found, bound, likelihood, shift, shift2)


def start(votes: Ballot) -> State:
    """Return one position per member, the same in all sessions, from who votes with whom."""
    first, second, last = votes.ends
    rank = np.zeros(last)
    rank[:first], rank[second:] = -1, 1
    who, count = votes.member[votes.cell], len(votes.items)
    shape = (int(votes.member.max()) + 1, count)
    present = np.bincount(votes.entry, minlength=count)
    rank -= (np.bincount(votes.entry, rank, minlength=count) / present)[votes.entry]
    said = csr_array((rank, (who, votes.entry)), shape=shape)
    there = csr_array((np.ones(last), (who, votes.entry)), shape=shape)
    met = np.maximum((there @ there.T).toarray(), 1)
    position = np.linalg.eigh((said @ said.T).toarray() / met)[1][:, -1][votes.member]
    if position.std() < 1e-12:
        position = np.bincount(votes.cell, rank, minlength=votes.cells) / votes.votes
    bottom = np.bincount(votes.entry[:first], minlength=count)
    top = np.bincount(votes.entry[second:], minlength=count)
    cuts = np.stack(
        [ndtri((bottom + 0.5) / (present + 1)), ndtri((present - top + 0.5) / (present + 1))],
        axis=1,
    )
    cuts[:, 1] = np.where(votes.two_cuts, np.maximum(cuts[:, 1], cuts[:, 0] + GAP), 0)
    state = State(position, np.zeros(count), cuts)
    size = position.std() or 1.0
    return replace(state, position=(position - position.mean()) / size)
