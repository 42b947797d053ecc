"""Votes made by the model from positions that are known, and whether those are found again."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.item_response import ideal_points

__all__ = ["Recovery", "recoveries"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
MEMBERS, SESSIONS, ITEMS = 100, 20, 40
STEPS = (0.1, 0.3)
"""Standard deviation of what a member moves from one session to the next."""
DRAWS = 3
"""Sets of votes for each."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """`step` of the walk behind the votes; correlation, rmse, share inside 90 % intervals."""

    step: float
    r: float
    rmse: float
    inside: float


def recoveries() -> Iterator[Recovery]:
    """Yield how well positions are found again, by step and set of votes."""
    for step in STEPS:
        for seed in range(DRAWS):
            votes, position = _made(step, seed)
            truth = position.T.ravel()
            found = ideal_points(*votes, positive=int(np.argmax(position.mean(axis=0))))
            rmse = float(np.sqrt(np.mean((found.position - truth) ** 2)))
            inside = float(np.mean((found.low < truth) & (truth < found.high)))
            yield Recovery(step, float(np.corrcoef(found.position, truth)[0, 1]), rmse, inside)


def _made(step: float, seed: int) -> tuple[tuple[Ints, Ints, Ints, Ints], Floats]:
    """Return votes, and the standardised positions (sessions, members) behind them."""
    draws = np.random.default_rng(seed)
    steps = draws.normal(0, step, (SESSIONS, MEMBERS))
    steps[0] = draws.normal(0, 1, MEMBERS)
    position = steps.cumsum(axis=0)
    position = (position - position.mean()) / position.std()
    turn = draws.normal(0, 1, (SESSIONS, ITEMS))
    low = draws.normal(0.5, 1, (SESSIONS, ITEMS))
    cuts = np.stack([low, low + draws.gamma(2, 0.4, (SESSIONS, ITEMS))], axis=2)
    place = turn[:, :, None] * position[:, None, :]
    place = place + draws.normal(size=(SESSIONS, ITEMS, MEMBERS))
    vote = 1 + (place[..., None] > cuts[:, :, None, :]).sum(axis=3)
    session, item, member = (each.ravel() for each in np.indices(vote.shape))
    return (member, session, session * ITEMS + item, vote.ravel()), position
