"""The chains that draw each actor in, from the opening act to its own step, clause by clause."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade.arena import Arena
from foedus.repercussions.cascade.chains import Step, share_in_worlds, step_taken
from foedus.repercussions.cascade.draws import Wars

__all__ = ["Way", "ways_in"]

Places = NDArray[np.intp]
_EACH = 100
"""Draws of each world that are looked at: ways are told in whole points."""
_MOST = 3
_MIX = (np.int64(1_000_003), np.int64(8_191), np.int64(131))


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The steps that bring one actor in, from a party to the opening acts to itself.

    `share` is that of all draws in which it came so, whoever else did; `low` and `high` bound 95 %
    of it from world to world.
    """

    steps: tuple[Step, ...]
    share: float
    low: float
    high: float


def ways_in(arena: Arena, fought: Wars, worlds: int) -> Mapping[str, tuple[Way, ...]]:
    """Return for each actor that is ever drawn in its commonest ways, the commonest first."""
    some = _some(fought, worlds)
    partner = _partners(arena, some)
    codes = _codes(some, partner)
    found = {}
    for place, actor in enumerate(arena.actors):
        joined = some.cause[place] != -1
        if not joined.any():
            continue
        numbers, first, counts = np.unique(
            codes[place][joined], return_index=True, return_counts=True
        )
        draws = np.flatnonzero(joined)[first]
        order = np.lexsort((draws, -counts))[:_MOST]
        found[actor] = tuple(
            _way(
                arena,
                some,
                partner,
                place,
                int(draws[at]),
                joined & (codes[place] == numbers[at]),
                worlds,
            )
            for at in order
        )
    return found


def _some(fought: Wars, worlds: int) -> Wars:
    """The first draws of each world."""
    each = fought.side.shape[1] // worlds
    kept = (np.arange(worlds)[:, None] * each + np.arange(min(each, _EACH))).ravel()
    return Wars(
        side=fought.side[:, kept],
        round=fought.round[:, kept],
        cause=fought.cause[:, kept],
        noted=fought.noted[:, kept],
    )


def _partners(arena: Arena, fought: Wars) -> NDArray[np.int16]:
    """The place of the one for whom, or by whom, each actor was brought in; -1 for none."""
    partner = np.full(fought.side.shape, -1, np.int16)
    for place in range(len(arena.actors)):
        for cause in np.unique(fought.cause[place]):
            draws = np.flatnonzero(fought.cause[place] == cause)
            if cause == -1:
                continue
            if cause < 0:
                one = arena.suppositions[-2 - int(cause)]
                who = one.actor if one.does == "attacks" else one.other
                partner[place, draws] = arena.place(who)
                continue
            owed = arena.calls[int(cause)].owed
            since = fought.round[np.ix_(owed, draws)]
            with_it = fought.side[np.ix_(owed, draws)] == fought.side[place, draws]
            before = with_it & (since < fought.round[place, draws])
            partner[place, draws] = owed[np.where(before, since, 127).argmin(axis=0)]
    return partner


def _codes(fought: Wars, partner: NDArray[np.int16]) -> NDArray[np.int64]:
    """A number for the whole way of each actor in each draw: the same for the same."""
    codes = np.zeros(fought.side.shape, np.int64)
    codes += np.arange(len(codes), dtype=np.int64)[:, None]
    for turn in range(1, int(fought.round.max()) + 1):
        for place in np.flatnonzero((fought.round == turn).any(axis=1)):
            draws = np.flatnonzero(fought.round[place] == turn)
            before = codes[partner[place, draws], draws]
            cause = fought.cause[place, draws].astype(np.int64)
            with np.errstate(over="ignore"):
                codes[place, draws] = (
                    before * _MIX[0]
                    + (cause + len(codes)) * _MIX[1]
                    + (partner[place, draws] + 1) * _MIX[2]
                    + place
                )
    return codes


def _way(
    arena: Arena,
    fought: Wars,
    partner: NDArray[np.int16],
    place: int,
    draw: int,
    same: NDArray[np.bool_],
    worlds: int,
) -> Way:
    steps = []
    at = place
    while at >= 0 and fought.cause[at, draw] != -1:
        steps.append(step_taken(arena, fought, draw, at))
        at = int(partner[at, draw])
    share, low, high = share_in_worlds(same, worlds)
    return Way(steps=tuple(reversed(steps)), share=share, low=low, high=high)
