"""The conditions of one member's promise: what they set in the trigger, and how they are said."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.actors.names import display_name
from foedus.evidence import Spell
from foedus.treaties.atop.cow_members import actors_during
from foedus.treaties.atop.mapping import Condition, Promise, conditions_of, fact
from foedus.treaties.atop.member_rows import MemberRow
from foedus.treaties.atop.saying import filled, one_after_the_other, said_in_each
from foedus.treaties.instrument import Trigger
from foedus.treaties.vocabulary import vocabulary
from foedus.treaties.words import Words

__all__ = ["Limits", "limits_of", "trigger_of"]

_THREATS = ("statthr1", "statthr2")
_ADVERSARIES = Words("adversary named ({names})", "adversaire nommé ({names})")
_UNTOLD = Words(
    "signalled by ATOP, not told ({conditions})", "signalé par ATOP, non dit ({conditions})"
)
_THREAT = Words("threat named ({names})", "menace nommée ({names})")


@dataclass(frozen=True, slots=True)
class Limits:
    """The conditions that hold for a promise of a member.

    `adversaries` are those it is surely against: all there are, or, where `threats` are left, some.
    `threats` are those ATOP names where it is not known whether they are all, or whether they are
    meant. Both are called what they were on `named_on`. `cells` are the variables that say all
    this, with their values.
    """

    conditions: tuple[Condition, ...]
    adversaries: tuple[str, ...]
    threats: tuple[str, ...]
    named_on: dt.date | None
    cells: tuple[tuple[str, int], ...]

    @property
    def words(self) -> Words | None:
        """The conditions as a reader is told them; None when there are none."""
        return one_after_the_other(self._parts()) if self.conditions else None

    def set_to(self, part: str) -> tuple[str, ...]:
        """Return the values the conditions set a part of the trigger to."""
        return tuple(one.value for one in self._left_to_set() if one.part == part)

    def _left_to_set(self) -> Iterator[Condition]:
        """Yield the conditions, less that on the adversary where all adversaries are told."""
        told = self.adversaries and not self.threats
        return (one for one in self.conditions if not (one.threat_is and told))

    def _parts(self) -> Iterator[Words]:
        if self.adversaries and not self.threats:
            yield filled(_ADVERSARIES, names=_names(self.adversaries, self.named_on))
        yield from (one.said for one in self._left_to_set() if one.said)
        if untold := [vocabulary("untold")[one] for one in self.set_to("untold")]:
            listed = said_in_each(lambda one: ", ".join(words.said(one) for words in untold))
            yield filled(_UNTOLD, conditions=listed)
        if self.threats:
            yield filled(_THREAT, names=_names(self.threats, self.named_on))


def limits_of(promise: Promise, row: MemberRow, days: Spell) -> Limits:
    """Return the conditions of a member's promise that was worded so on these days."""
    on = days.begins.earliest if days.begins else None
    found = tuple(one for one in conditions_of(promise.variable) if row[one.variable] == 1)
    cells = tuple((one.variable, 1) for one in found)
    on_adversary = next((one.threat_is for one in found if one.threat_is), None)
    if on_adversary is None:
        return Limits(found, (), (), on, cells)
    named = tuple((one, code) for one in _THREATS if (code := row[one]))
    threats = tuple(actor for _, code in named for actor in actors_during(code, days))
    if on_adversary == "the adversary" and threats and _is_alone(row, found, on):
        return Limits(found, threats, (), on, cells + named)
    surely = threats if on_adversary == "the adversary" and row["asymm"] == 0 else ()
    return Limits(found, surely, threats, on, cells + named)


def trigger_of(promise: Promise, limits: Limits) -> Trigger:
    """Return what sets the promise off."""
    return Trigger(
        acts=promise.acts,
        by=promise.by,
        adversaries=limits.adversaries,
        provocation=next(iter(limits.set_to("provocation")), "unstated"),
        war=next(iter(limits.set_to("war")), promise.war),
        also=limits.set_to("also"),
        untold=limits.set_to("untold"),
        words=limits.words,
    )


def _is_alone(row: MemberRow, found: Sequence[Condition], on: dt.date | None) -> bool:
    """Whether the state named as threat is all that the condition means, as the table argues."""
    apart = fact("statthr1")["not_alone"]
    since = dt.date.fromisoformat(apart["from"])
    with_allies = row["statthr1"] in apart["codes"] and on is not None and on >= since
    return (
        not row["statthr2"]
        and row["specthrt"] in fact("specthrt")["levels"]
        and row["asymm"] == 0
        and not any(one.value == "number" for one in found)
        and not with_allies
    )


def _names(actors: Sequence[str], on: dt.date | None) -> Words:
    return said_in_each(lambda one: ", ".join(display_name(actor, one, on) for actor in actors))
