"""What is known of every state and pair of states in every year, as arrays.

The first axis is the year, the next the state, or both states of a pair. A flag is False and a
value NaN outside what its data cover: `covered` says of what each says anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

__all__ = ["CONSULTS", "DEFENDS", "LEVELS", "World", "level_of"]

LEVELS = (0, 1, 2, 3)
"""What a pair owes at most: nothing, non-aggression, neutrality or consultation, defence or
offence: the scale on which `foedus` compares alliance portfolios."""
CONSULTS = 2
DEFENDS = 3

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
Places = NDArray[np.int64]


def level_of(defence: Flags, offence: Flags, neutrality: Flags, consultation: Flags) -> Places:
    """Return the level of promises that hold one of these, or else non-aggression only."""
    consults = np.where(neutrality | consultation, CONSULTS, 1)
    return np.where(defence | offence, DEFENDS, consults).astype(np.int64)


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """All years from `first` and all states that were ever in the system, by COW code ascending.

    By year and state: `member` of the system on some day, `major` power; `ideal_point` (session
    that begins in the year), `capability` (share of the system's), `democracy` (adjusted extended
    unified score), and `capital` (a direction from the centre of the Earth). By year and pair, both
    ways round: the `level` owed either way (`LEVELS`), whether a `pact` of consultation or more
    began, a dispute began (`onset`), there was a strategic `rival` or a `land` border, and the
    `trade` of both flows in millions of current dollars. `began[y, i, j]`: i began a dispute with
    j, both in it from the first day. `covered` are the first and last year of each.
    """

    first: int
    codes: NDArray[np.int32]
    member: Flags
    major: Flags
    ideal_point: Floats
    capability: Floats
    democracy: Floats
    capital: Floats
    level: NDArray[np.int8]
    pact: Flags
    onset: Flags
    began: Flags
    rival: Flags
    land: Flags
    trade: Floats
    covered: Mapping[str, tuple[int, int]]

    @cached_property
    def pacts_of_each(self) -> NDArray[np.int16]:
        """(years, states): how many pacts of consultation or more each began in a year."""
        return self.pact.sum(axis=2, dtype=np.int16)

    def place(self, codes: NDArray[np.int32]) -> Places:
        """Return where states stand, -1 for one that was never in the system."""
        place = np.searchsorted(self.codes, codes).clip(max=len(self.codes) - 1)
        return np.where(self.codes[place] == codes, place, -1).astype(np.int64)

    def known(self, what: str, first: Places, last: Places) -> Flags:
        """Return whether all years from `first` to `last` are covered, each an array of years."""
        if what not in self.covered:
            return np.zeros(len(first), dtype=np.bool_)
        begin, end = self.covered[what]
        return np.asarray((first >= begin) & (last <= end))

    def known_years(self, first: Places, last: Places) -> Flags:
        """Return whether there are arrays for all years from `first` to `last`."""
        end = self.first + len(self.member) - 1
        return np.asarray((first >= self.first) & (last <= end))

    def at(self, year: Places) -> Places:
        """Return the place of each year, kept within what there is; ask `known` as well."""
        return np.clip(year - self.first, 0, len(self.member) - 1)

    def latest(self, what: str, year: int) -> int:
        """Return the year itself, or the last one covered before it."""
        return min(year, self.covered[what][1]) if what in self.covered else year
