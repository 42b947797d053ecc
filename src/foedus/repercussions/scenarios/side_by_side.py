"""Two scenarios side by side: whose part differs, by how much, and which assumption makes it so.

Both are drawn with the same random numbers (`cascade.streams`): in each world what both assume has
the same value, and each actor the same resolve, so that a difference is that of the scenarios.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.scenarios.outlook import Outlook
from foedus.repercussions.scenarios.roles import FIGHTS, ROLES, Spread, spread_of

__all__ = ["Difference", "SideBySide", "Turns", "side_by_side"]

Floats = NDArray[np.float64]
_LEAST = 0.01
"""Differences below one in a hundred are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One role of one actor in both scenarios, and the difference, other minus one.

    The spread of the difference is that of the pairs of worlds. `turns` are the assumptions the
    difference hangs on most, the weightiest first.
    """

    actor: str
    role: str
    one: Spread
    other: Spread
    difference: Spread
    turns: tuple["Turns", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What a difference is with one assumption at its low, then at its high, in both scenarios.

    `only_in` is "one" or "other" where only that scenario makes the assumption, else "".
    """

    assumption: str
    at_low: float
    at_high: float
    only_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two outlooks, and where they differ: the greatest differences first.

    `turns` are those of how many others fight on average. `unlike` are the assumptions that both
    make with other bounds. `only_one` and `only_other` are the clauses (instrument, article) that
    bring somebody in only in that one.
    """

    one: Outlook
    other: Outlook
    differences: tuple[Difference, ...]
    turns: tuple[Turns, ...]
    unlike: tuple[str, ...]
    only_one: tuple[tuple[str, str | None], ...]
    only_other: tuple[tuple[str, str | None], ...]


def side_by_side(one: Outlook, other: Outlook) -> SideBySide:
    """Return two outlooks side by side.

    Raises ValueError where they were drawn with other seeds or numbers of worlds: then a difference
    would be chance's too.
    """
    if one.seed != other.seed or one.shares.shape[2] != other.shares.shape[2]:
        raise ValueError("two scenarios are compared with the same seed and worlds")
    actors = tuple(dict.fromkeys((*one.setting.arena.actors, *other.setting.arena.actors)))
    pair = [_aligned(each, each.shares, actors) for each in (one, other)]
    turned = list(_turned(one, other, actors))
    found = [
        Difference(
            actor=actor,
            role=role,
            one=spread_of(pair[0][place, at]),
            other=spread_of(pair[1][place, at]),
            difference=spread_of(pair[1][place, at] - pair[0][place, at]),
            turns=_turns(turned, partial(_at, place, at)),
        )
        for place, actor in enumerate(actors)
        for at, role in enumerate(ROLES)
        if abs((pair[1][place, at] - pair[0][place, at]).mean()) >= _LEAST
    ]
    fighters = [ROLES.index(role) for role in FIGHTS]
    bounds = [{a.id: (a.low, a.high, a.betas) for a in each.setting.assumptions}
              for each in (one, other)]  # fmt: skip
    through = [_through(each) for each in (one, other)]
    return SideBySide(
        one=one,
        other=other,
        differences=tuple(
            sorted(found, key=lambda d: (-abs(round(d.difference.mean, 2)), d.actor))
        ),
        turns=_turns(turned, lambda ends: float(ends[:, fighters].sum())),
        unlike=tuple(
            name for name in bounds[0] if name in bounds[1] and bounds[0][name] != bounds[1][name]
        ),
        only_one=tuple(clause for clause in through[0] if clause not in through[1]),
        only_other=tuple(clause for clause in through[1] if clause not in through[0]),
    )


def _aligned(outlook: Outlook, shares: Floats, actors: Sequence[str]) -> Floats:
    """Shares of roles by the actors of both: one that is not in an arena stays out of it."""
    found = np.zeros((len(actors), *shares.shape[1:]))
    found[:, ROLES.index("stays_out")] = 1
    known = {actor: place for place, actor in enumerate(outlook.setting.arena.actors)}
    for place, actor in enumerate(actors):
        if actor in known:
            found[place] = shares[known[actor]]
    return found


def _through(outlook: Outlook) -> dict[tuple[str, str | None], None]:
    return {
        (step.instrument, step.article): None
        for actor in outlook.actors
        for way in actor.ways
        for step in way.steps
        if step.instrument is not None
    }


Turned = tuple[str, Floats, Floats, str]


def _turned(one: Outlook, other: Outlook, actors: Sequence[str]) -> Iterator[Turned]:
    """Each assumption with the differences of all roles at its ends, (actors, roles)."""
    whole = [_aligned(each, each.shares.mean(axis=2), actors) for each in (one, other)]
    for name in dict.fromkeys((*one.ends, *other.ends)):
        ends = [
            [_aligned(each, end, actors) for end in each.ends[name]]
            if name in each.ends
            else [mean, mean]
            for each, mean in zip((one, other), whole, strict=True)
        ]
        only = "" if name in one.ends and name in other.ends else (
            "one" if name in one.ends else "other"
        )  # fmt: skip
        yield name, ends[1][0] - ends[0][0], ends[1][1] - ends[0][1], only


def _at(place: int, role: int, ends: Floats) -> float:
    return float(ends[place, role])


def _turns(turned: Sequence[Turned], value: Callable[[Floats], float]) -> tuple[Turns, ...]:
    found = (
        Turns(assumption=name, at_low=value(low), at_high=value(high), only_in=only)
        for name, low, high, only in turned
    )
    moved = [one for one in found if abs(one.at_high - one.at_low) >= _LEAST]
    return tuple(sorted(moved, key=lambda one: -abs(one.at_high - one.at_low)))
