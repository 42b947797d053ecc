"""Defence pacts in several groups, each held beside pairs like theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath.beside import Beside, Treated, beside, of_pacts
from foedus.repercussions.aftermath.followed import Followed, followed
from foedus.repercussions.aftermath.held_world import HeldWorld
from foedus.repercussions.aftermath.new_pacts import NewPacts
from foedus.repercussions.aftermath.world import DEFENDS

__all__ = ["GROUPS", "YEARS", "Group", "measured"]

YEARS = (1, 3, 5)
Choice = Callable[[HeldWorld, NewPacts], NDArray[np.bool_]]


@dataclass(frozen=True)
class Group:
    """What followed the pacts of a group."""

    name: str
    treated: Treated
    others: Beside
    found: tuple[Followed, ...]

    @property
    def alliances(self) -> int:
        """How many alliances the pairs belong to."""
        return len(np.unique(self.treated.alliance))


def _two(_: HeldWorld, pacts: NewPacts) -> NDArray[np.bool_]:
    return np.asarray((pacts.parties == 2) & (pacts.year >= 1945))


def _many(_: HeldWorld, pacts: NewPacts) -> NDArray[np.bool_]:
    return np.asarray((pacts.parties > 2) & (pacts.year >= 1945))


def _two_with(majors: int) -> Choice:
    def chosen(held: HeldWorld, pacts: NewPacts) -> NDArray[np.bool_]:
        place = held.world.at(pacts.year)
        ranks = held.world.major[place, pacts.one].astype(int)
        right = ranks + held.world.major[place, pacts.two] == majors
        return np.asarray(_two(held, pacts) & right)

    return chosen


def _ever(_: HeldWorld, pacts: NewPacts) -> NDArray[np.bool_]:
    return np.asarray(pacts.parties == 2)


GROUPS: dict[str, Choice] = {
    "two parties, since 1945": _two,
    "two parties, one a major power": _two_with(1),
    "two parties, no major power": _two_with(0),
    "more than two, since 1945": _many,
    "two parties, since 1816": _ever,
}


def measured(held: HeldWorld) -> Iterator[Group]:
    """Yield every group of new pacts of defence or offence, a pair in one year once."""
    pacts = held.pacts
    for name, choice in GROUPS.items():
        places = np.flatnonzero(pacts.is_new & (pacts.level == DEFENDS) & choice(held, pacts))
        keys = np.stack([pacts.one[places], pacts.two[places], pacts.year[places]], axis=1)
        _, first = np.unique(keys, axis=0, return_index=True)
        treated = of_pacts(held, pacts, places[np.sort(first)])
        others = beside(held, treated, DEFENDS)
        found = tuple(followed(held.world, treated, others, YEARS))
        yield Group(name, treated, others, found)
