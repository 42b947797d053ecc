"""Which actors a member of ATOP is: its COW code through the days of its membership."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from foedus.actors.codes import code_spells
from foedus.evidence import Day, Spell
from foedus.treaties.atop.mapping import fact

__all__ = ["Stay", "actors_during", "stays"]


@dataclass(frozen=True, slots=True)
class Stay:
    """An actor's days as a member; `before` is who held the same code until then, if anybody."""

    actor: str
    spell: Spell
    before: str | None = None


@dataclass(frozen=True, slots=True)
class _Holder:
    actor: str
    first: dt.date
    last: dt.date


def stays(alliance: int, code: int, entered: Day, left: Day | None) -> tuple[Stay, ...]:
    """Return the actors that were this member, one after the other; empty if nobody has the code.

    A code stands for its first holder before the COW list begins, for its last after, and for the
    one before in a gap: occupied Norway goes on being a member.
    """
    holder = _told_otherwise().get((alliance, code))
    if holder:
        return (Stay(holder, Spell(entered, left)),)
    found = _holding(code, entered.earliest or dt.date.min, left)
    return tuple(
        Stay(
            one.actor,
            Spell(
                entered if place == 0 else Day.of(one.first),
                left if place == len(found) - 1 else Day.of(one.last),
            ),
            found[place - 1].actor if place else None,
        )
        for place, one in enumerate(found)
    )


def actors_during(code: int, days: Spell) -> tuple[str, ...]:
    """Return the actors a COW code stands for on these days; empty if nobody has it."""
    begins = (days.begins and days.begins.earliest) or dt.date.min
    return tuple(one.actor for one in _holding(code, begins, days.ends))


@cache
def _told_otherwise() -> dict[tuple[int, int], str]:
    return {(one["atopid"], one["code"]): one["actor"] for one in fact("member")["otherwise"]}


def _holding(code: int, begins: dt.date, ends: Day | None) -> tuple[_Holder, ...]:
    last = (ends and ends.latest) or dt.date.max
    return tuple(one for one in _holders(code) if one.first <= last and begins <= one.last)


@cache
def _holders(code: int) -> tuple[_Holder, ...]:
    """Who held a code, one after the other from the first day to the last."""
    begun = sorted(
        (one.spell.begins.earliest or dt.date.min, one.actor)
        for one in code_spells()
        if one.scheme == "cow" and one.code == code and one.spell.begins
    )
    turns = [
        (day, actor)
        for place, (day, actor) in enumerate(begun)
        if place == 0 or actor != begun[place - 1][1]
    ]
    nexts = [day for day, _ in turns[1:]]
    return tuple(
        _Holder(
            actor,
            first=day if place else dt.date.min,
            last=nexts[place] - dt.timedelta(days=1) if place < len(nexts) else dt.date.max,
        )
        for place, (day, actor) in enumerate(turns)
    )
