"""Cuts of items on which hardly anyone abstained, moved as the authors' program moves them.

The program draws candidates one cut after the other, each normal around the one it replaces and
held below (above) the other cut, and takes or leaves both together. Its correction for the drawing
does not know that there is no way back where the upper candidate lies below the lower cut of
before. With cuts far apart that never happens. Where they all but touch it does all the time: such
cuts go down more easily than up and come to rest below where the votes alone would have them. The
level of the sessions in which such items weigh, the first above all, depends on it
(`studies/ideal_points`).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from foedus.relations.measures.positions.ballot import Ballot
from foedus.relations.measures.positions.probit import BOUND
from foedus.relations.measures.positions.state import State
from foedus.relations.measures.positions.sums import ItemSums, item_sums

__all__ = ["Narrow", "narrow"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
STEP = 0.2 / 3
"""Standard deviation of a candidate in the program."""
FARTHEST = 7.0
"""The program's bound for cuts."""
WIDE = 0.2
"""Cuts farther apart, three steps, are hardly ever caught, and are drawn as all others."""
TIMES = 6
"""How often in a round: a step is small beside what a cut may move."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """The items concerned, `which` (bool, all items) and `items` (indices), and their votes.

    `at` are their places among all votes, `votes` they by themselves, `sums` how to sum them.
    """

    which: NDArray[np.bool_]
    items: Ints
    at: Ints
    votes: Ballot
    sums: ItemSums

    def moved(self, state: State, draws: np.random.Generator) -> State:
        """Return the state after so many of the program's steps for cuts and turns."""
        votes, entry, items = self.votes, self.votes.entry, self.items
        place = state.position[votes.cell]
        width = 1 / (1 + self.sums.by_item(place * place)[items])
        turn, cuts = state.turn.copy(), state.cuts.copy()
        x = turn[entry] * place
        mass = self._masses(x, cuts)
        for _ in range(TIMES):
            tried = cuts.copy()
            tried[items], correction = _candidates(cuts[items], draws)
            masses = self._masses(x, tried)
            odds = self.sums.by_item(np.log(masses / mass))[items] + correction
            apart = tried[items, 1] > tried[items, 0]
            taken = items[(np.log(draws.random(len(items))) < odds) & apart]
            cuts[taken] = tried[taken]
            behind = np.clip(x + self._latent(x, cuts, draws), -BOUND, BOUND)
            middle = width * self.sums.by_item(place * behind)[items]
            turn[items] = middle + np.sqrt(width) * draws.standard_normal(len(items))
            x = turn[entry] * place
            mass = self._masses(x, cuts)
        return replace(state, turn=turn, cuts=cuts)

    def _cuts(self, cuts: Floats) -> tuple[Floats, Floats]:
        """Return the two cuts of every vote's item."""
        below, above = np.ascontiguousarray(cuts.T)
        return below[self.votes.entry], above[self.votes.entry]

    def _masses(self, x: Floats, cuts: Floats) -> Floats:
        """Return the probability of every answer."""
        first, second, last = self.votes.ends
        below, above = self._cuts(cuts)
        out = np.empty(last)
        out[:first] = ndtr(below[:first] - x[:first])
        out[second:] = ndtr(x[second:] - above[second:])
        middle = slice(first, second)
        out[middle] = ndtr(above[middle] - x[middle]) - ndtr(below[middle] - x[middle])
        return np.maximum(out, 1e-300)

    def _latent(self, x: Floats, cuts: Floats, draws: np.random.Generator) -> Floats:
        """Return draws of what lies behind every answer, less x."""
        first, second, last = self.votes.ends
        below, above = self._cuts(cuts)
        share, out = draws.random(last), np.empty(last)
        out[:first] = ndtri(np.maximum(share[:first] * ndtr(below[:first] - x[:first]), 1e-300))
        rest = share[second:] * ndtr(x[second:] - above[second:])
        out[second:] = -ndtri(np.maximum(rest, 1e-300))
        middle = slice(first, second)
        low, high = ndtr(below[middle] - x[middle]), ndtr(above[middle] - x[middle])
        out[middle] = ndtri(np.clip(low + share[middle] * (high - low), 1e-300, 1 - 1e-16))
        return out


def _candidates(cuts: Floats, draws: np.random.Generator) -> tuple[Floats, Floats]:
    """Return candidates (items, 2), and the program's correction of the odds."""
    lower, upper = cuts.T
    # Whole sessions that move may carry cuts past the bound: they are not forced back at once.
    least, most = np.minimum(-FARTHEST - lower, 0), np.maximum(FARTHEST - upper, 0)
    one = lower + STEP * _between(least / STEP, (upper - lower) / STEP, draws)
    two = upper + STEP * _between((one - upper) / STEP, most / STEP, draws)
    correction = np.log(ndtr((upper - one) / STEP)) - np.log(ndtr((two - lower) / STEP))
    return np.stack([one, two], axis=1), np.asarray(correction, dtype=float)


def _between(low: Floats, high: Floats, draws: np.random.Generator) -> Floats:
    """Return standard normal draws between two bounds."""
    begin, end = ndtr(low), ndtr(high)
    share = np.clip(begin + draws.random(len(low)) * (end - begin), 1e-300, 1 - 1e-16)
    return np.asarray(ndtri(share), dtype=float)


def narrow(votes: Ballot, state: State) -> Narrow:
    """Return the items whose cuts all but touch at this state."""
    which = votes.two_cuts & (state.cuts[:, 1] - state.cuts[:, 0] < WIDE)
    at = np.nonzero(which[votes.entry])[0]
    part = votes.of_votes(at)
    return Narrow(which, np.nonzero(which)[0], at, part, item_sums(part))
