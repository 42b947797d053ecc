"""Pairs of states in a year, and who stood around them in the year before."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath.world import DEFENDS, Flags, Places, World

__all__ = ["Cases"]


@dataclass(frozen=True)
class Cases:
    """Places of two states (`one`, `two`) and a calendar year, arrays of one length n.

    All that stands around a pair is that of the year before `year`, and leaves the two themselves
    out: `rivals`, `neighbours` by land and `protectors` (owed or owing defence or offence) are
    pairs of flags (n, states), of the first state and of the second.
    """

    world: World
    one: Places
    two: Places
    year: Places

    @property
    def both(self) -> tuple[Places, Places]:
        """Both states of each pair."""
        return self.one, self.two

    @cached_property
    def rivals(self) -> tuple[Flags, Flags]:
        """Who has a strategic rivalry with each."""
        return self._around(self.world.rival)

    @cached_property
    def neighbours(self) -> tuple[Flags, Flags]:
        """Who has a land border with each."""
        return self._around(self.world.land)

    @cached_property
    def protectors(self) -> tuple[Flags, Flags]:
        """Who is bound to each by a promise of defence or offence, either way."""
        return self._around(self.world.level == DEFENDS)

    @cached_property
    def first_is_weaker(self) -> NDArray[np.float64]:
        """1 where the first state had less of the system's capabilities, 0 the second, else NaN."""
        shares = self.world.capability[self.place(-1)]
        rows = np.arange(len(self.year))
        one, two = shares[rows, self.one], shares[rows, self.two]
        known = self.covered("capability", -1, -1) & ~np.isnan(one) & ~np.isnan(two) & (one != two)
        return np.where(known, (one < two).astype(float), np.nan)

    def earlier(self, years: int) -> "Cases":
        """Return the same pairs so many years before."""
        return Cases(self.world, self.one, self.two, self.year - years)

    def place(self, offset: int) -> Places:
        """Return the place of the year so many years after `year`, kept within the arrays."""
        return self.world.at(self.year + offset)

    def covered(self, what: str, first: int, last: int) -> Flags:
        """Return whether all years of the window are covered."""
        return self.world.known(what, self.year + first, self.year + last)

    def stay(self, first: int, last: int) -> Flags:
        """Return whether both states are in the system in all years of the window."""
        found = self.world.known_years(self.year + first, self.year + last)
        for offset in range(first, last + 1):
            there = self.world.member[self.place(offset)]
            rows = np.arange(len(self.year))
            found &= there[rows, self.one] & there[rows, self.two]
        return found

    def without_pair(self, flags: Flags) -> Flags:
        """Return flags (n, states) that say nothing of the two themselves."""
        rows = np.arange(len(self.year))
        kept = flags.copy()
        kept[rows, self.one] = False
        kept[rows, self.two] = False
        return kept

    def _around(self, flags: NDArray[np.bool_]) -> tuple[Flags, Flags]:
        before = self.place(-1)
        return (
            self.without_pair(flags[before, self.one]),
            self.without_pair(flags[before, self.two]),
        )
