"""Turns and cuts drawn anew, positions being known: a Metropolis step for each item by itself.

The candidate is normal, around a part of a Newton step and with the curvature there; it is taken
or left so that the draws are those of the items' posterior exactly: turns normal (0, 1), cuts flat.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.ballot import Ballot
from foedus.relations.measures.positions.state import Seen, State, seen
from foedus.relations.measures.positions.sums import ItemSums

__all__ = ["items_drawn", "items_found"]

Floats = NDArray[np.float64]
SHARE = 0.8
"""How much of a Newton step the middle of a candidate lies ahead."""
FIRM = 0.02
"""Added to the curvature of cuts, for candidates only: keeps those the votes hardly bound near."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """By item: log posterior (items,), its slopes (items, 3), curvature and its Cholesky factor."""

    level: Floats
    slope: Floats
    curvature: Floats
    factor: Floats

    @property
    def newton(self) -> Floats:
        """The step to the top of the parabola."""
        return np.asarray(np.linalg.solve(self.curvature, self.slope[:, :, None])[:, :, 0])

    def density(self, away: Floats) -> Floats:
        """Return the logarithm of the candidates' density, less a constant."""
        size = np.einsum("ijk,ij->ik", self.factor, away)
        spread = SHARE * (2 - SHARE)
        return np.asarray(
            np.log(np.diagonal(self.factor, axis1=1, axis2=2)).sum(axis=1)
            - 0.5 * (size**2).sum(axis=1) / spread
        )


def items_found(votes: Ballot, sums: ItemSums, state: State, rounds: int) -> State:
    """Return the items these positions make most probable, by so many Newton steps."""
    none = np.zeros(len(votes.items), dtype=bool)
    for _ in range(rounds):
        step = np.clip(_fit(votes, sums, state, seen(votes, state), none).newton, -1, 1)
        state = _moved(votes, state, step)
        crossed = votes.two_cuts & (state.cuts[:, 1] < state.cuts[:, 0] + 0.01)
        state.cuts[crossed, 1] = state.cuts[crossed, 0] + 0.01
    return state


def items_drawn(
    votes: Ballot,
    sums: ItemSums,
    state: State,
    now: Seen,
    kept: NDArray[np.bool_],
    draws: np.random.Generator,
) -> tuple[State, Seen, NDArray[np.bool_]]:
    """Return a state with other items, what votes say at the candidates, and which were taken.

    Items of `kept` stay as they are.
    """
    fit = _fit(votes, sums, state, now, kept)
    ahead = SHARE * fit.newton
    noise = draws.standard_normal((len(votes.items), 3, 1))
    turned = np.linalg.solve(np.swapaxes(fit.factor, 1, 2), noise)[:, :, 0]
    step = ahead + np.sqrt(SHARE * (2 - SHARE)) * turned
    step[:, 2] *= votes.two_cuts
    moved = _moved(votes, state, step)
    wrong = kept | (votes.two_cuts & (moved.cuts[:, 1] <= moved.cuts[:, 0]))
    candidate = replace(
        moved,
        turn=np.where(wrong, state.turn, moved.turn),
        cuts=np.where(wrong[:, None], state.cuts, moved.cuts),
    )
    then = seen(votes, candidate)
    back = _fit(votes, sums, candidate, then, kept)
    there, home = step - ahead, -step - SHARE * back.newton
    there[:, 2] *= votes.two_cuts
    home[:, 2] *= votes.two_cuts
    odds = back.level - fit.level + back.density(home) - fit.density(there)
    taken = (np.log(draws.random(len(odds))) < odds) & ~wrong
    drawn = replace(
        state,
        turn=np.where(taken, candidate.turn, state.turn),
        cuts=np.where(taken[:, None], candidate.cuts, state.cuts),
    )
    return drawn, then, taken


def _moved(votes: Ballot, state: State, step: Floats) -> State:
    cuts = state.cuts + step[:, 1:]
    cuts[~votes.two_cuts, 1] = 0
    return replace(state, turn=state.turn + step[:, 0], cuts=cuts)


def _fit(votes: Ballot, sums: ItemSums, state: State, now: Seen, kept: NDArray[np.bool_]) -> _Fit:
    found, place = now.slopes, state.position[votes.cell]
    slope = np.empty((len(votes.items), 3))
    slope[:, 0] = sums.by_item(place * now.shift) - state.turn
    slope[:, 1:] = sums.by_cut(found.low, found.high)
    by_low, by_high = found.low2 + found.both, found.high2 + found.both
    block = np.zeros((len(votes.items), 3, 3))
    block[:, 0, 0] = 1 + sums.by_item(place * place * now.shift2)
    block[:, 0, 1:] = block[:, 1:, 0] = -sums.by_cut(place * by_low, place * by_high)
    block[:, [1, 2], [1, 2]] = sums.by_cut(found.low2, found.high2) + FIRM
    block[~votes.two_cuts, 2, 2] = 1
    block[:, 1, 2] = block[:, 2, 1] = sums.by_answer(found.both)[1]
    block[kept] = np.eye(3)
    level = sums.by_item(now.likelihood) - 0.5 * state.turn**2
    return _Fit(level, slope, block, np.asarray(np.linalg.cholesky(block)))
