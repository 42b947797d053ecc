"""Signed networks of states, of four years each: alliances and disputes as published."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq

from foedus.relations.measures.balance.networks import SignedNetwork, signed_network

__all__ = ["BOTH", "FIRST_YEARS", "Window", "highland_tribes", "windows"]

FIRST_YEARS = range(1946, 1997)
LENGTH = 4
BOTH = ("dispute", "alliance", "left out")
_OBLIGATIONS = ("atop_defense", "atop_offense", "atop_neutral", "atop_consul")

Dyads = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Window:
    """The network of the years `first` to `first` + 3.

    `states` are the COW codes of the states with a tie, in the network's order; `both` counts the
    dyads that were allied and in dispute in these years.
    """

    first: int
    states: tuple[int, ...]
    network: SignedNetwork
    both: int

    @property
    def negative(self) -> int:
        """How many ties are disputes."""
        return int((self.network.sign < 0).sum())


def windows(folder: Path, both: str = "dispute", non_aggression: bool = False) -> Iterator[Window]:
    """Yield the 51 windows from 1946-1949 to 1996-1999.

    `both` says what a dyad is that was allied and in dispute in one window: one of `BOTH`. Pacts
    that promise non-aggression alone count as alliances with `non_aggression`.
    """
    obligations = (*_OBLIGATIONS, *(("atop_nonagg",) if non_aggression else ()))
    allied = _by_year(folder / "atop/atop5_1_ddyr.parquet", obligations)
    opposed = _by_year(folder / "cow/mid_v5_directed_dispute_years.parquet", ())
    for first in FIRST_YEARS:
        years = range(first, first + LENGTH)
        friends: Dyads = set().union(*(allied.get(year, set()) for year in years))
        foes: Dyads = set().union(*(opposed.get(year, set()) for year in years))
        common = friends & foes
        if both != "dispute":
            foes = foes - common
        if both != "alliance":
            friends = friends - common
        yield _window(first, friends, foes, len(common))


def _window(first: int, friends: Dyads, foes: Dyads, both: int) -> Window:
    states = sorted({state for dyad in friends | foes for state in dyad})
    place = {state: at for at, state in enumerate(states)}
    rows = [
        (place[one], place[two], sign)
        for dyads, sign in ((friends, 1), (foes, -1))
        for one, two in sorted(dyads)
    ]
    return Window(first, tuple(states), signed_network(rows, len(states)), both)


def _by_year(file: Path, any_of: tuple[str, ...]) -> dict[int, Dyads]:
    table = pq.read_table(file, columns=["ccode1", "ccode2", "year", *any_of])
    last = FIRST_YEARS[-1] + LENGTH - 1
    table = table.filter(
        pc.and_(pc.greater_equal(table["year"], FIRST_YEARS[0]), pc.less_equal(table["year"], last))
    )
    if any_of:
        table = table.filter(reduce(pc.or_kleene, (pc.equal(table[name], 1) for name in any_of)))
    dyads: dict[int, Dyads] = {}
    columns = (table[name].to_pylist() for name in ("ccode1", "ccode2", "year"))
    for one, two, year in zip(*columns, strict=True):
        dyads.setdefault(int(year), set()).add((int(min(one, two)), int(max(one, two))))
    return dyads


def highland_tribes() -> SignedNetwork:
    """Return the alliances and enmities of sixteen highland tribes of New Guinea (Read 1954)."""
    file = Path(__file__).with_name("highland_tribes.csv")
    rows = np.loadtxt(file, delimiter=",", skiprows=1)
    rows[:, :2] -= 1
    return signed_network(rows, 16)
