"""Which states there were in a year, by the list of the Correlates of War, carried on to today.

The codes are those of `foedus.actors.codes`, which are the list's, day for day.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from foedus.actors.codes import code_spells
from foedus.actors.names import actor_named
from foedus.errors import OutsideLife

__all__ = ["StatesOfAYear", "codes_meant", "holder_of", "states_of"]

_SYSTEM = "cow"


@dataclass(frozen=True, slots=True)
class StatesOfAYear:
    """The states that were in the system on some day of a year, codes ascending.

    `begins` and `ends` (ordinals of days, both included) are each state's first and last day of
    that year in the system.
    """

    year: int
    codes: NDArray[np.int32]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]

    @property
    def never_met(self) -> NDArray[np.bool_]:
        """Pairs of states that shared no day of the year, such as the two Germanys of 1990."""
        apart: NDArray[np.bool_] = self.begins[:, None] > self.ends
        return apart | apart.T


def states_of(year: int) -> StatesOfAYear:
    """Return the states of a year; empty before 1816, with which the list begins."""
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    codes, begins, ends = _stays()
    there = (begins <= last) & (ends >= first)
    found = np.unique(codes[there])
    place = np.searchsorted(found, codes[there])
    earliest, latest = np.full(len(found), last), np.full(len(found), first)
    np.minimum.at(earliest, place, np.maximum(begins[there], first))
    np.maximum.at(latest, place, np.minimum(ends[there], last))
    return StatesOfAYear(year, found, earliest, latest)


@cache
def holder_of(code: int, year: int) -> str | None:
    """Return the actor that held the code on most days of the year, else its only holder ever.

    365 is the Soviet Union in 1991 and Russia from 1992. None for a code that nobody held then and
    several held at other times, or that nobody ever held.
    """
    first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    stays = _holders().get(code, ())
    days = [(min(ends, last) - max(begins, first) + 1, who) for begins, ends, who in stays]
    most, holder = max(days, key=lambda stay: stay[0], default=(0, None))
    if most > 0:
        return holder
    return stays[0][2] if len({who for _, _, who in stays}) == 1 else None


@cache
def _stays() -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """Return the code, the first and the last day of every stay in the system."""
    rows = [(code, *stay[:2]) for code, stays in _holders().items() for stay in stays]
    codes, begins, ends = (np.array(column) for column in zip(*rows, strict=True))
    return codes.astype(np.int32), begins, ends


@cache
def _holders() -> Mapping[int, tuple[tuple[int, int, str], ...]]:
    """Return the stays of every code: first day, last day, and who held it."""
    found: dict[int, tuple[tuple[int, int, str], ...]] = {}
    for row in code_spells():
        if row.scheme == _SYSTEM:
            first, last = row.spell.begins, row.spell.ends
            begins = ((first.earliest if first else None) or dt.date.min).toordinal()
            ends = ((last.latest if last else None) or dt.date.max).toordinal()
            code = int(row.code)
            found[code] = (*found.get(code, ()), (begins, ends, row.actor))
    return found


def codes_meant(words: str, last: int | None = None) -> Iterator[tuple[int, str | None]]:
    """Yield the codes that a name or number means, each with the actor that must hold it.

    A name means who was called so at the end of the year `last`, or is today; a number means
    whoever held it, and its actor is None. Raises OutsideLife for one that was never in the system,
    UnknownActor for a name nobody has.
    """
    spells = [row for row in code_spells() if row.scheme == _SYSTEM]
    if words.strip().isdecimal():
        code = int(words)
        if all(row.code != code for row in spells):
            raise OutsideLife(f"No state of the COW system ever had the code {code}.")
        yield code, None
        return
    actor = _actor(words.strip(), last)
    held = {int(row.code) for row in spells if row.actor == actor}
    if not held:
        raise OutsideLife(f"{words} ({actor}) was never a member of the COW system of states.")
    yield from ((code, actor) for code in sorted(held))


def _actor(words: str, last: int | None) -> str:
    """Return who was called so at the end of the last year, or is today."""
    try:
        return actor_named(words, dt.date(last, 12, 31) if last else None).id
    except OutsideLife:
        return actor_named(words).id
