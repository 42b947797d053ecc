"""The phases of an alliance: the days for which its promises were worded one way."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from foedus.evidence import Day, Spell
from foedus.treaties.atop.cow_members import Stay, stays
from foedus.treaties.atop.member_rows import MemberRow
from foedus.treaties.instrument import Party

__all__ = ["Member", "Phase", "earliest_of", "latest_of", "phases_of"]


@dataclass(frozen=True, slots=True)
class Member:
    """A row with the actors that were this member, one after the other; none if nobody's code."""

    row: MemberRow
    stays: tuple[Stay, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors, in the order in which they held the code."""
        return tuple(stay.actor for stay in self.stays)


@dataclass(frozen=True)
class Phase:
    """One phase: its number (0 where the alliance never changed), its days, its members."""

    alliance: int
    number: int
    spell: Spell
    members: tuple[Member, ...]

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Every actor that was a member in it, once each."""
        return tuple(dict.fromkeys(one for member in self.members for one in member.actors))

    @property
    def any_row(self) -> MemberRow:
        """A row of it, for what ATOP codes once for the alliance."""
        return self.members[0].row

    def is_of_all(self, parties: Sequence[Party]) -> bool:
        """Whether its members are all that may be parties on its days, so that each is meant."""
        then = {one.actor for one in parties if one.spell and _meet(one.spell, self.spell)}
        return then == set(self.actors)


def phases_of(rows: Sequence[MemberRow]) -> tuple[Phase, ...]:
    """Return the phases of one alliance, in order.

    A phase lasts from the first entry to the last exit of its members. A day on which it ends and
    another begins belongs to the other.
    """
    found = [tuple(members) for _, members in groupby(rows, key=lambda row: row.phase)]
    begun = {earliest_of([row.entered for row in members]).edtf for members in found}
    return tuple(_phase(members, begun) for members in found)


def earliest_of(days: Sequence[Day]) -> Day:
    """Return the day that may be the earliest, the more exact of two alike."""
    return min(days, key=lambda day: (day.earliest or dt.date.min, day.latest or dt.date.max))


def latest_of(days: Sequence[Day | None]) -> Day | None:
    """Return the day that may be the latest; None, still running, if one is None."""
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    return max(known, key=lambda day: (day.latest or dt.date.max, day.earliest or dt.date.min))


def _phase(rows: tuple[MemberRow, ...], begun: set[str]) -> Phase:
    first = earliest_of([row.entered for row in rows])
    last = latest_of([row.left for row in rows])
    if last and last.is_exact and last.edtf in begun and last.edtf != first.edtf:
        last = Day.of(_exactly(last) - dt.timedelta(days=1))
    return Phase(rows[0].alliance, rows[0].phase, Spell(first, last), tuple(_members(rows)))


def _members(rows: Sequence[MemberRow]) -> Iterator[Member]:
    for row in rows:
        yield Member(row, stays(row.alliance, row.code, row.entered, row.left))


def _exactly(day: Day) -> dt.date:
    if day.earliest is None:
        raise ValueError(f"'{day}' is no calendar day")
    return day.earliest


def _meet(one: Spell, other: Spell) -> bool:
    """Whether the spells may share a day."""
    return _begins(one) <= _ends(other) and _begins(other) <= _ends(one)


def _begins(spell: Spell) -> dt.date:
    return (spell.begins and spell.begins.earliest) or dt.date.min


def _ends(spell: Spell) -> dt.date:
    return (spell.ends and spell.ends.latest) or dt.date.max
