"""Rounds of drawing items and positions in turn, and what they come to on average."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.ballot import Ballot
from foedus.relations.measures.positions.items import items_drawn, items_found
from foedus.relations.measures.positions.lean import Lean, lean
from foedus.relations.measures.positions.levels import sessions
from foedus.relations.measures.positions.narrow import narrow
from foedus.relations.measures.positions.state import State, seen, start
from foedus.relations.measures.positions.sums import item_sums

__all__ = ["ROUNDS", "Found", "found"]

Floats = NDArray[np.float64]

SETTLING = 55
"""Rounds before those that count."""
KEPT = 105
ROUNDS = SETTLING + KEPT
SEED = 20170213
FARTHEST = 5.0
"""The program's bound for positions."""
LASTING = 20
"""Rounds over which the push of cuts that are not at rest is averaged."""
AT_REST = 0.5
"""The most that the halves of the kept rounds may differ, root mean square, in sd."""


@dataclass(frozen=True, slots=True)
class Found:
    """The means over the kept rounds, `sd` of the positions, and whether the search is at rest."""

    position: Floats
    sd: Floats
    turn: Floats
    cuts: Floats
    settled: bool


@dataclass(slots=True)
class _Pull:
    """What standardising in every round takes off: a pull of all positions towards `aim`.

    In the program positions are brought back to mean 0 and standard deviation 1 while items stay,
    which takes a share of every position off in every round and amounts to a precision of that
    `share` times the position's information with answers' e known, the sum of squared turns. The
    share and the aim are not chosen: they are those with which mean and deviation stay 0 and 1.
    """

    share: float
    aim: float = 0.0
    round: int = 0

    def on(self, votes: Ballot, turn: Floats) -> tuple[Floats, float]:
        """Return the precision by cell, and the aim."""
        squares = np.bincount(votes.cell, (turn**2)[votes.entry], minlength=votes.cells)
        return self.share * squares.astype(float), self.aim

    def learn(self, mean: float, size: float) -> None:
        """Turn share and aim towards those that keep the scale, less from round to round."""
        self.round += 1
        gain = 1 / np.sqrt(1 + self.round / 20)
        self.share *= float(np.clip(size, 0.5, 2)) ** gain
        self.aim -= 0.5 * gain * float(np.clip(mean, -0.5, 0.5))


@dataclass(slots=True)
class _Sums:
    """Running sums over some rounds, of standardised positions."""

    rounds: int = 0
    means: Floats = field(default_factory=lambda: np.zeros(1))
    squares: Floats = field(default_factory=lambda: np.zeros(1))
    turns: Floats = field(default_factory=lambda: np.zeros(1))
    cuts: Floats = field(default_factory=lambda: np.zeros(1))

    def add(self, state: State, means: Floats, variance: Floats) -> None:
        """Count a round; of positions their means, given the items, and variances around them."""
        middle, size = state.position.mean(), state.position.std() or 1.0
        placed = (means - middle) / size
        self.rounds += 1
        self.means = self.means + placed
        self.squares = self.squares + placed**2 + variance / size**2
        self.turns = self.turns + state.turn * size
        self.cuts = self.cuts + state.cuts - (state.turn * middle)[:, None]

    def and_those(self, other: "_Sums") -> "_Sums":
        """Return the sums over both."""
        return _Sums(
            self.rounds + other.rounds,
            self.means + other.means,
            self.squares + other.squares,
            self.turns + other.turns,
            self.cuts + other.cuts,
        )


def found(votes: Ballot, as_published: bool, progress: Callable[[int, int], None] | None) -> Found:
    """Return positions and items of one scale."""
    draws = np.random.default_rng(SEED)
    sums, leaning = item_sums(votes), lean(votes)
    state = items_found(votes, sums, start(votes), 5)
    caught = narrow(votes, state) if as_published else None
    tied = caught.which if caught else np.zeros(len(votes.items), dtype=bool)
    whole = sessions(votes, leaning)
    push = np.zeros(whole.count)
    pull = _Pull(len(votes.items) / len(votes.entry))
    means = state.position
    halves = (_Sums(), _Sums())
    for done in range(1, ROUNDS + 1):
        now = seen(votes, state)
        state, then, taken = items_drawn(votes, sums, state, now, tied, draws)
        by_vote = taken[votes.entry]
        shift = np.where(by_vote, then.shift, now.shift)
        shift2 = np.where(by_vote, then.shift2, now.shift2)
        if caught is not None and len(caught.items):
            state = caught.moved(state, draws)
            again = seen(caught.votes, state)
            shift[caught.at], shift2[caught.at] = again.shift, again.shift2
            push += (whole.pushes(caught.votes, state, again.slopes.shift) - push) / min(
                done, LASTING
            )
        pulled = pull.on(votes, state.turn)
        means, precision = _means(votes, state, shift, shift2, leaning, means, pulled)
        noise = draws.standard_normal(votes.cells) / np.sqrt(precision)
        state = replace(state, position=np.clip(means + noise, -FARTHEST, FARTHEST))
        if done > SETTLING:
            late = done > SETTLING + KEPT // 2
            halves[late].add(state, means, 1 / precision)
        pull.learn(float(state.position.mean()), float(state.position.std()))
        state, means = whole.moved(state, means, pulled, push, draws)
        if done <= SETTLING:
            state, means, sides = whole.mirrored(state, means)
            push *= sides
        if progress is not None:
            progress(done, ROUNDS)
    return _told(halves)


def _means(
    votes: Ballot,
    state: State,
    shift: Floats,
    shift2: Floats,
    leaning: Lean,
    means: Floats,
    pull: tuple[Floats, float],
) -> tuple[Floats, Floats]:
    """Return where items and lean place every position, by a Newton step, and how firmly."""
    turn = state.turn[votes.entry]
    known = np.bincount(votes.cell, turn * turn * shift2, minlength=votes.cells)
    slope: Floats = np.bincount(votes.cell, turn * shift, minlength=votes.cells).astype(float)
    slope -= leaning.precision * (state.position - leaning.aim(means))
    slope -= pull[0] * (state.position - pull[1])
    precision = known + leaning.precision + pull[0]
    return state.position + np.clip(slope / precision, -1, 1), precision


def _told(halves: tuple[_Sums, _Sums]) -> Found:
    both = halves[0].and_those(halves[1])
    position = both.means / both.rounds
    spread = np.sqrt(np.maximum(both.squares / both.rounds - position**2, 1e-12))
    apart = halves[1].means / halves[1].rounds - halves[0].means / halves[0].rounds
    settled = float(np.sqrt(np.mean((apart / spread) ** 2))) < AT_REST
    turn, cuts = both.turns / both.rounds, both.cuts / both.rounds
    middle, size = position.mean(), position.std() or 1.0
    cuts = cuts - (turn * middle)[:, None]
    return Found((position - middle) / size, spread / size, turn * size, cuts, settled)
