"""How a position leans on the one of the session before.

As in the authors' program, a position leans on the mean of the one before as it was found in the
round before, with a variance of `STEP` n / (n + m), n and m the votes it and the one before rest
on; a member's first leans on its second in the same way, a single one on 0. The one before does
not lean back. A session in which a member did not vote is passed over.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.ballot import Ballot

__all__ = ["STEP", "Lean", "lean"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STEP = 0.5
"""The smoothing constant of the program for the published estimates."""


@dataclass(frozen=True, slots=True)
class Lean:
    """On which cell each leans (`on`, -1 for none) and how firmly (`precision`); (cells,)."""

    on: Ints
    precision: Floats

    def aim(self, means: Floats) -> Floats:
        """Return where each position is drawn to, with these means of all."""
        return np.where(self.on < 0, 0.0, means[self.on])

    def between(self, session: Ints, sessions: int) -> Floats:
        """Return the precisions with which cells of one session lean on another, summed."""
        out = np.zeros((sessions, sessions))
        held = self.on >= 0
        np.add.at(out, (session[held], session[self.on[held]]), self.precision[held])
        return out


def lean(votes: Ballot) -> Lean:
    """Return how the positions of these votes lean."""
    first = votes.gap == 0
    last = np.append(first[1:], True)
    place = np.arange(votes.cells)
    on = np.where(first, np.where(last, -1, place + 1), place - 1)
    own = votes.votes.astype(float)
    other = np.where(on < 0, 0.0, own[on])
    return Lean(on, (own + other) / (STEP * own))
