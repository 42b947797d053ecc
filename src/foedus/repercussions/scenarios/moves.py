"""What a scenario hangs on: each assumption at its ends, and how much of what varies is its own."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.scenarios.indices import Index, first_order
from foedus.repercussions.scenarios.roles import FIGHTS, ROLES, shares_in
from foedus.repercussions.scenarios.setting import Setting, Values

__all__ = ["Ends", "Hinge", "ends_of", "hinges_of"]

Floats = NDArray[np.float64]
Ends = Mapping[str, tuple[Floats, Floats]]
"""By the id of an assumption everybody's shares of roles at its low and its high, each (actors,
roles)."""

_WORLDS, _EACH = 200, 25
_DRAWS = 8_000
"""Draws behind each index, every one a world of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """How much hangs on one assumption: on how many others are in the war, and on each actor.

    `at_low` and `at_high` are how many others fight on average with it at its ends. `own` is its
    first-order Sobol index: the share of what the assumptions leave open in the chance that anybody
    else fights that would go if it were known; None where they leave nothing open, or too few draws
    tell. `actors` is the same by actor, for its chance of fighting. (Of the number itself no index
    is told: a few great wars make nearly all of its variance.)
    """

    assumption: str
    at_low: float
    at_high: float
    own: Index | None
    actors: Mapping[str, Index]


def ends_of(setting: Setting, seed: int) -> Ends:
    """Return what each assumption does at its ends, all else drawn alike."""
    values = setting.values(_WORLDS, seed)

    def shares(name: str, value: float) -> Floats:
        fixed: Values = {**values, name: np.full(_WORLDS, value)}
        _, roles = setting.drawn(fixed, _WORLDS * _EACH, seed)
        return np.asarray(shares_in(roles, 1)[:, :, 0])

    return {
        one.id: (shares(one.id, one.low), shares(one.id, one.high)) for one in setting.assumptions
    }


def hinges_of(setting: Setting, ends: Ends, seed: int) -> tuple[Hinge, ...]:
    """Return what hangs on each assumption, the weightiest first.

    Those judged without a range (low = high) have ends that are the same, and no index.
    """
    open_ones = [one.id for one in setting.assumptions if one.high > one.low]
    a = setting.values(_DRAWS, seed, "a")
    b = setting.values(_DRAWS, seed, "b")
    with_a, again, with_b = (
        _fighting(setting, values, seed + number) for number, values in ((0, a), (1, a), (2, b))
    )
    found = []
    fighters = [ROLES.index(role) for role in FIGHTS]
    for name, (low, high) in ends.items():
        own: Index | None = None
        actors: dict[str, Index] = {}
        if name in open_ones:
            mixed = _fighting(setting, {**a, name: b[name]}, seed)
            anybody = (one.any(axis=0).astype(float) for one in (with_a, again, with_b, mixed))
            own = first_order(*anybody)
            for place in np.flatnonzero(with_a.any(axis=1)):
                rows = (one[place].astype(float) for one in (with_a, again, with_b, mixed))
                index = first_order(*rows)
                if index is not None:
                    actors[setting.arena.actors[place]] = index
        counts = [float(one[:, fighters[2:]].sum()) for one in (low, high)]
        found.append(
            Hinge(assumption=name, at_low=counts[0], at_high=counts[1], own=own, actors=actors)
        )
    return tuple(sorted(found, key=lambda one: -abs(one.at_high - one.at_low)))


def _fighting(setting: Setting, values: Values, seed: int) -> NDArray[np.bool_]:
    """Whether each actor but the parties fights, in worlds of one draw each, (actors, worlds)."""
    return np.asarray(setting.fought(values, _DRAWS, seed).cause != -1)
