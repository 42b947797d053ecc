"""Whole sessions moved at once: their level and their scale.

All positions of a session moved by d, and the cuts of its items by turn times d, leave the votes
as probable as before (but for the bound of `probit`), and so do all positions times s and turns by
s. Steps from position to item and back creep along these ways, so that both are drawn anew in each
round, from what remains to say where they lie: the lean on the session before, the pull, the turns'
prior, and items that are not of this session alone. While rounds settle, sessions that came to lie
the wrong way round are turned.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.ballot import Ballot
from foedus.relations.measures.positions.lean import Lean
from foedus.relations.measures.positions.probit import beyond
from foedus.relations.measures.positions.state import State, seen

__all__ = ["Sessions", "sessions"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
HIGHEST = 3.0
"""The most that all positions of a session lie from 0 on average: holds what would run away."""
FARTHEST = 0.3
"""The most a scale moves in a round, as a logarithm."""
SHARE = 0.5
"""How much of a Newton step the middle of a new scale lies ahead."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Which cell is of which session (`of_cell`), which item of one alone (`of_item`, else -1).

    `whole` are all votes, `votes` those on the other items; `leaning` is the precision with which
    cells of one session lean on another.
    """

    count: int
    of_cell: Ints
    of_item: Ints
    whole: Ballot
    votes: Ballot
    lean: Lean
    leaning: Floats

    def moved(
        self,
        state: State,
        means: Floats,
        pull: tuple[Floats, float],
        push: Floats,
        draws: np.random.Generator,
    ) -> tuple[State, Floats]:
        """Return state and means with other levels and scales.

        `pull` is precision and aim, `push` what drives the level of each session besides.
        """
        state, means = self._shifted(state, means, pull, push, draws)
        return self._stretched(state, means, pull, draws)

    def mirrored(self, state: State, means: Floats) -> tuple[State, Floats, Floats]:
        """Return state and means with all sessions on the side of those after, and which turned.

        A session whose positions and turns change sign leaves its votes as probable as before, and
        at the start one may come to lie the wrong way round. The third is -1 where one was turned.
        """
        middle = self._by_session(state.position) / np.bincount(self.of_cell)
        away = state.position - middle[self.of_cell]
        leaning = np.nonzero(self.lean.on >= 0)[0]
        on = self.lean.on[leaning]
        one, other = self.of_cell[leaning], self.of_cell[on]
        together = np.zeros((self.count, self.count))
        weight = self.lean.precision[leaning] * away[leaning] * away[on]
        np.add.at(together, (np.minimum(one, other), np.maximum(one, other)), weight)
        sides = np.ones(self.count)
        for session in range(self.count - 2, -1, -1):
            if together[session, session + 1 :] @ sides[session + 1 :] < 0:
                sides[session] = -1
        turned = replace(
            state,
            position=state.position * sides[self.of_cell],
            turn=np.where(self.of_item < 0, state.turn, state.turn * sides[self.of_item]),
        )
        return turned, means * sides[self.of_cell], sides

    def pushes(self, votes: Ballot, state: State, shift: Floats) -> Floats:
        """Return what these votes, on items of one session alone, say by themselves of levels."""
        own = self.of_item[votes.entry]
        drive = np.where(own < 0, 0, state.turn[votes.entry] * shift)
        return np.bincount(np.maximum(own, 0), drive, minlength=self.count).astype(float)

    def _shifted(
        self,
        state: State,
        means: Floats,
        pull: tuple[Floats, float],
        push: Floats,
        draws: np.random.Generator,
    ) -> tuple[State, Floats]:
        turn, now = state.turn[self.votes.entry], seen(self.votes, state)
        firm = self.lean.precision
        drawn = -pull[0] * (state.position - pull[1]) - firm * self._away(state, means)
        slope = self._by_session(drawn) + self._by_vote(turn * now.shift)
        known = self._by_session(pull[0] + firm) + self._by_vote(turn**2 * now.shift2)
        bound_slope, bound_known = self._bound(state)
        slope, known = slope + bound_slope + push, known + bound_known
        noise = draws.standard_normal(self.count) / np.sqrt(known)
        at = self._by_session(state.position) / np.bincount(self.of_cell, minlength=self.count)
        step = np.zeros(self.count)
        for session in range(self.count):
            ahead = slope[session] + self.leaning[session] @ step
            there = at[session] + ahead / known[session] + noise[session]
            step[session] = np.clip(there, -HIGHEST, HIGHEST) - at[session]
        shifts = np.where(self.of_item < 0, 0, state.turn * step[self.of_item])
        moved = replace(
            state,
            position=state.position + step[self.of_cell],
            cuts=state.cuts + shifts[:, None],
        )
        return moved, means + step[self.of_cell]

    def _stretched(
        self, state: State, means: Floats, pull: tuple[Floats, float], draws: np.random.Generator
    ) -> tuple[State, Floats]:
        place, firm, own = state.position, self.lean.precision, self.of_item >= 0
        now = seen(self.votes, state)
        x = state.turn[self.votes.entry] * place[self.votes.cell]
        squares = np.bincount(self.of_item[own], state.turn[own] ** 2, minlength=self.count)
        items = np.bincount(self.of_item[own], minlength=self.count)
        drawn = -place * (pull[0] * (place - pull[1]) + firm * self._away(state, means))
        slope = squares - items + self._by_session(1 + drawn) + self._by_vote(x * now.shift)
        known = 2 * squares + self._by_session(place**2 * (pull[0] + firm))
        known += self._by_vote(x * x * now.shift2)
        noise = np.sqrt(SHARE * (2 - SHARE) / known) * draws.standard_normal(self.count)
        step = np.clip(SHARE * slope / known + noise, -FARTHEST, FARTHEST)
        size = np.exp(step)
        moved = replace(
            state,
            position=place * size[self.of_cell],
            turn=np.where(own, state.turn / size[self.of_item], state.turn),
        )
        return moved, means * size[self.of_cell]

    def _bound(self, state: State) -> tuple[Floats, Floats]:
        """Return what the bound of `probit` says of levels: it does not move with them."""
        entry, cell = self.whole.entry, self.whole.cell
        bound = beyond(state.turn[entry] * state.position[cell], self.whole.ends)
        turn, session = state.turn[entry[bound.at]], self.of_cell[cell[bound.at]]
        own = self.of_item[entry[bound.at]] >= 0
        slope = np.bincount(session, own * turn * bound.shift, minlength=self.count)
        known = np.bincount(session, own * turn**2 * bound.shift2, minlength=self.count)
        return slope.astype(float), known.astype(float)

    def _away(self, state: State, means: Floats) -> Floats:
        return np.asarray(state.position - self.lean.aim(means), dtype=float)

    def _by_session(self, values: Floats) -> Floats:
        return np.bincount(self.of_cell, values, minlength=self.count).astype(float)

    def _by_vote(self, values: Floats) -> Floats:
        of_vote = self.of_cell[self.votes.cell]
        return np.bincount(of_vote, values, minlength=self.count).astype(float)


def sessions(votes: Ballot, lean: Lean) -> Sessions:
    """Return the sessions of these votes."""
    names, of_cell = np.unique(votes.session, return_inverse=True)
    of_vote = of_cell[votes.cell]
    lowest = np.full(len(votes.items), len(names))
    highest = np.full(len(votes.items), -1)
    np.minimum.at(lowest, votes.entry, of_vote)
    np.maximum.at(highest, votes.entry, of_vote)
    of_item = np.where(lowest == highest, lowest, -1)
    at = np.nonzero(of_item[votes.entry] < 0)[0]
    leaning = lean.between(of_cell, len(names))
    return Sessions(len(names), of_cell, of_item, votes, votes.of_votes(at), lean, leaning)
