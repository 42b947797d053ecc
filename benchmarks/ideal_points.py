"""Ideal points from votes of the size of the General Assembly's: time, its growth, memory."""

import time
import tracemalloc
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures.positions.item_response import ideal_points

__all__ = ["estimating"]

Votes = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
WHOLE = (150, 70, 70)
"""Members, sessions and items a session: 0.73 million votes."""


def estimating() -> Iterator[tuple[str, str, str]]:
    """Yield what an estimate costs, whole and of a part of the sessions or members."""
    votes = _votes(*WHOLE)
    tracemalloc.start()
    seconds = _seconds(votes)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    what = f"ideal points, {len(votes[0]):,} votes (made), {WHOLE[1]} sessions"
    yield what, f"{seconds:.0f} s", "at most 35 s"
    yield "their peak memory", f"{peak / 1e9:.2f} GB", "under 2 GB"
    for sessions in (35, 17):
        part = _votes(WHOLE[0], sessions, WHOLE[2])
        yield f"{len(part[0]):,} votes, {sessions} sessions", f"{_seconds(part):.0f} s", ""
    for members in (75, 37):
        part = _votes(members, *WHOLE[1:])
        yield f"{len(part[0]):,} votes, {members} members", f"{_seconds(part):.0f} s", ""


def _seconds(votes: Votes) -> float:
    begin = time.process_time()
    ideal_points(*votes, positive=0, as_published=True)
    return time.process_time() - begin


def _votes(members: int, sessions: int, items: int) -> Votes:
    """Votes drawn from the model, as many as there are places in these three."""
    draws = np.random.default_rng(0)
    steps = draws.normal(0, 0.1, (sessions, members))
    steps[0] = np.linspace(2, -1.5, members)
    position = steps.cumsum(axis=0)
    turn = draws.normal(0, 1.2, (sessions, items))
    cuts = np.sort(draws.normal(0.5, 1, (sessions, items, 2)), axis=2)
    place = turn[:, :, None] * position[:, None, :] + draws.normal(size=(sessions, items, members))
    vote = 1 + (place[..., None] > cuts[:, :, None, :]).sum(axis=3)
    session, item, member = (each.ravel() for each in np.indices(vote.shape))
    return member, session, session * items + item, vote.ravel()
