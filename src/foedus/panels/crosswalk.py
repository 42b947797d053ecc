"""Which state of one list is which of the other, year by year.

An actor holds a code in each list on some days. What is said of a year is said of 31 December, or
of the last day of the year on which the actor held both codes: those two belong together. A state
whose actor held no code of the other list in the year has no counterpart. In 1990 the German
Federal Republic, which Gleditsch and Ward carry on as 260, is COW's Germany (255), as on its last
day.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pyarrow as pa

from foedus.actors.codes import CodeSpell, code_spells

__all__ = ["counterpart", "counterparts"]


def counterparts(scheme: str, other: str, first: int, last: int) -> pa.Table:
    """One row per state and year with a counterpart: `state`, `year`, `other` (int32)."""
    rows = sorted(
        (state, year, held)
        for (state, year), held in _by_state_and_year(scheme, other).items()
        if first <= year <= last
    )
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    names = ("state", "year", "other")
    return pa.table(
        {name: pa.array(values, pa.int32()) for name, values in zip(names, columns, strict=True)}
    )


def counterpart(scheme: str, state: int, other: str, year: int) -> int | None:
    """Return the code in the other list of a state in a year, None when it has none."""
    return _by_state_and_year(scheme, other).get((state, year))


@cache
def _by_state_and_year(scheme: str, other: str) -> dict[tuple[int, int], int]:
    latest: dict[tuple[int, int], tuple[dt.date, int]] = {}
    for state, held, begins, ends in _held_together(scheme, other):
        for year in range(begins.year, min(ends.year, dt.date.today().year) + 1):
            last = min(ends, dt.date(year, 12, 31)), held
            latest[state, year] = max(last, latest.get((state, year), last))
    return {key: held for key, (_, held) in latest.items()}


def _held_together(scheme: str, other: str) -> Iterator[tuple[int, int, dt.date, dt.date]]:
    """Yield the two codes of one actor, and the first and last day on which it surely held both."""
    for one in _spells(scheme):
        for two in _spells(other):
            if one.actor == two.actor:
                begins = max(_first_day(one), _first_day(two))
                ends = min(_last_day(one), _last_day(two))
                if begins <= ends:
                    yield int(one.code), int(two.code), begins, ends


@cache
def _spells(scheme: str) -> tuple[CodeSpell, ...]:
    return tuple(row for row in code_spells() if row.scheme == scheme)


def _first_day(row: CodeSpell) -> dt.date:
    begins = row.spell.begins
    return (begins.latest if begins else None) or dt.date.min


def _last_day(row: CodeSpell) -> dt.date:
    ends = row.spell.ends
    return (ends.earliest if ends else None) or dt.date.max
