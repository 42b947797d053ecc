"""When a pair of states concluded a pact that binds it to more than it was bound to before.

The unit is a pair in one alliance of ATOP, in the year in which a level of obligation first held
between the two: both were members in the same phase and either owes it. A pact is *new* when the
year before nothing of that level or above was in force between the pair, under any alliance:
renewals, and a second treaty beside the first, are none.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.repercussions.aftermath.world import World, level_of

__all__ = ["KINDS", "NewPacts", "new_pacts"]

KINDS = ("defence", "offence", "neutrality", "nonaggression", "consultation")
"""The five primary obligations of ATOP, as the register names them."""
_OF_ATOP = ("defense", "offense", "neutral", "nonagg", "consul")
_FOR_EVER = 9999

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NewPacts:
    """Arrays of one length, one entry per pair, alliance and level reached, by year and alliance.

    `one` and `two` are places of the states (the lower code first), `kinds` (n, 5) which of `KINDS`
    either owes, `level` what they come to, `before` the level in force the year before under any
    alliance, `parties` how many states were ever members. `is_new` is `before` below `level`.
    """

    alliance: Integers
    year: Integers
    one: Integers
    two: Integers
    kinds: NDArray[np.bool_]
    level: Integers
    before: Integers
    parties: Integers

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """Whether nothing of that level bound the pair the year before."""
        return np.asarray(self.before < self.level)


def new_pacts(members: pa.Table, world: World) -> NewPacts:
    """Return the pacts of pairs, from ATOP's rows of members: one per member and phase.

    Left out are actors outside the state system, years in which either was not in it, and a level
    that ATOP's own dyad-years do not hold in force at the end of the year of the pact or before it.
    """
    columns = ("atopid", "phase", "member", "cowsys", "yrent", "yrexit", *_OF_ATOP)
    by_alliance: dict[int, list[dict[str, int | None]]] = defaultdict(list)
    for row in members.select(columns).to_pylist():
        if row["cowsys"] == 1:
            by_alliance[row["atopid"]].append(row)
    found = [
        pact
        for alliance, rows in sorted(by_alliance.items())
        for pact in _of_alliance(alliance, rows)
    ]
    alliance, year, one, two, parties = (
        np.array([pact[place] for pact in found], dtype=np.int64) for place in range(5)
    )
    kinds = np.array([pact[5] for pact in found], dtype=bool).reshape(-1, len(KINDS))
    level = level_of(kinds[:, 0], kinds[:, 1], kinds[:, 2], kinds[:, 4])
    first, second = (world.place(codes.astype(np.int32)) for codes in (one, two))
    inside = (first >= 0) & (second >= 0) & (year > world.first)
    place = world.at(year)
    there = world.member[place, first] & world.member[place, second]
    kept = inside & there & (world.level[place, first, second] >= level)
    before = world.level[np.maximum(place - 1, 0), first, second].astype(np.int64)
    order = [at for at in np.lexsort((second, first, alliance, year)) if kept[at]]
    return NewPacts(
        alliance=alliance[order],
        year=year[order],
        one=first[order],
        two=second[order],
        kinds=kinds[order],
        level=level[order],
        before=before[order],
        parties=parties[order],
    )


def _of_alliance(
    alliance: int, rows: list[dict[str, int | None]]
) -> Iterator[tuple[int, int, int, int, int, tuple[bool, ...]]]:
    """Yield alliance, year, both codes, number of parties and kinds, once per level reached."""
    phases: dict[int, list[dict[str, int | None]]] = defaultdict(list)
    for row in rows:
        phases[row["phase"] or 0].append(row)
    parties = len({row["member"] for row in rows})
    begun: dict[tuple[int, int, int], tuple[int, tuple[bool, ...]]] = {}
    for _, together in sorted(phases.items()):
        for one, two in combinations(together, 2):
            first, second = sorted((one["member"] or 0, two["member"] or 0))
            starts = max(one["yrent"] or 0, two["yrent"] or 0)
            ends = min(one["yrexit"] or _FOR_EVER, two["yrexit"] or _FOR_EVER)
            kinds = tuple(one[name] == 1 or two[name] == 1 for name in _OF_ATOP)
            if first == second or starts > ends or not any(kinds):
                continue
            level = 3 if kinds[0] or kinds[1] else 2 if kinds[2] or kinds[4] else 1
            key = (first, second, level)
            if key not in begun or starts < begun[key][0]:
                begun[key] = (starts, kinds)
    for (first, second, _), (year, kinds) in begun.items():
        yield alliance, year, first, second, parties, kinds
