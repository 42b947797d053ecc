"""Which part of a panel is wanted, applied to every table before anything is joined.

An engine cannot always see that a condition on the panel is one on the tables behind it (a pair
stored once, whichever way it is asked for), so the panel says it to each of them.
"""

import dataclasses
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ibis.expr.types import BooleanValue, IntegerValue, Table

__all__ = ["CodeYears", "Narrowing"]


@dataclass(frozen=True, slots=True)
class CodeYears:
    """A code that an actor holds from one year to another, both included."""

    code: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The first and last year wanted, and the parties wanted, each as the codes it has held.

    Without parties: all. One party: rows in which it is either state. Two: rows of that pair.
    """

    years: tuple[int, int]
    parties: tuple[tuple[CodeYears, ...], ...] = ()

    def with_years(self, first: int, last: int) -> "Narrowing":
        """Return the years that are in both."""
        years = max(first, self.years[0]), min(last, self.years[1])
        return dataclasses.replace(self, years=years)

    def of_states(self, rows: Table, state: str = "state") -> Table:
        """Keep the rows of `rows` (with a year) whose `state` may stand in the panel."""
        kept = rows.filter(rows.year.between(*self.years))
        if len(self.parties) < 2:
            return kept
        return kept.filter(kept[state].isin(self._codes()))

    def of_pairs(self, rows: Table, first: str = "state1", second: str = "state2") -> Table:
        """Keep the rows of `rows` (with a year) whose pair may stand in the panel."""
        kept = rows.filter(rows.year.between(*self.years))
        if not self.parties:
            return kept
        if len(self.parties) == 1:
            codes = self._codes()
            return kept.filter(kept[first].isin(codes) | kept[second].isin(codes))
        # Said of each column by itself too, because only that reaches the reading of the file.
        codes = self._codes()
        return kept.filter(kept[first].isin(codes), kept[second].isin(codes))

    def exactly(self, rows: Table, first: str, second: str | None = None) -> Table:
        """Keep the rows of the panel in which each party stands, in years it holds its code."""
        for party in self.parties:
            where = _held(rows[first], rows.year, party)
            if second is not None:
                where = where | _held(rows[second], rows.year, party)
            rows = rows.filter(where)
        return rows

    def _codes(self) -> list[int]:
        return sorted({held.code for party in self.parties for held in party})


def _held(code: IntegerValue, year: IntegerValue, party: tuple[CodeYears, ...]) -> BooleanValue:
    spells = [(code == held.code) & year.between(held.first, held.last) for held in party]
    return reduce(or_, spells)
