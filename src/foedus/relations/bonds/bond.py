"""Everything held about a dyad: what binds it, how alike it votes, what it did, when it changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from foedus.actors.names import actor_named
from foedus.actors.states import actor
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line, line_of
from foedus.relations.bonds.machine_events import events_between
from foedus.relations.bonds.owed import obligations_between
from foedus.relations.bonds.parts import Part
from foedus.relations.bonds.recorded import (
    arms_between,
    disputes_between,
    rivalries_between,
    sanctions_between,
)
from foedus.relations.bonds.similar import alliance_similarity, vote_similarity
from foedus.relations.bonds.turns import event_turns, vote_turns
from foedus.relations.bonds.votes import ideal_points_of, named_votes_of, vote_agreement

__all__ = ["Bond", "bond_between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """All that is held about two actors between two days.

    `one` and `other` are the lines asked for: the actor and those that data count as the same state
    before it. `first` and `last` are the days asked for; rows outside them are in the parts all the
    same, as they were read, but what is estimated (`vote_turns`, `event_turns`, `event_levels`) is
    estimated from these days. `beside` are lines of other actors, whose similarity to `one` and
    ideal points are held too. `parts` are in the order in which a reader wants them; what is not on
    this machine is a part without rows whose sources say what to run.
    """

    one: Line
    other: Line
    first: dt.date
    last: dt.date
    beside: tuple[Line, ...]
    parts: Mapping[str, Part]

    def __getitem__(self, name: str) -> pa.Table:
        """Return the rows of a part; KeyError with the names there are."""
        if name not in self.parts:
            raise KeyError(f"no part is called '{name}'; there are {', '.join(self.parts)}")
        return self.parts[name].rows

    @property
    def dyad(self) -> str:
        """The undirected dyad, ids sorted: "PRK-RUS"."""
        return "-".join(sorted((self.one.actor, self.other.actor)))


def bond_between(
    engine: Engine,
    one: str,
    other: str,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    beside: tuple[str, ...] = (),
) -> Bond:
    """Return everything held about two actors, named as people name them.

    From `first`, the day from which both existed unless given, to `last`, today unless given.
    `beside` are actors to compare the first with. `from_case.with_case` adds what a case knows.
    Raises UnknownActor, OutsideLife, and ValueError for an actor with itself or days that end
    before they begin.
    """
    day = last or dt.date.today()
    lines = [line_of(actor_named(words, day).id) for words in (one, other, *beside)]
    mine, theirs, *others = lines
    if set(mine.actors) & set(theirs.actors):
        raise ValueError(f"'{one}' and '{other}' are the same state: a dyad has two")
    begins = first or _both_exist(mine, theirs, day)
    if begins > day:
        raise ValueError(f"{begins} comes after {day}: there are no days between them")
    votes = vote_similarity(engine, mine, (theirs, *others))
    points = ideal_points_of(engine, lines)
    events = events_between(engine, mine, theirs)
    found = [
        obligations_between(engine, mine, theirs),
        alliance_similarity(engine, mine, (theirs, *others)),
        votes,
        vote_agreement(engine, mine, theirs),
        points,
        vote_turns(mine, theirs, points, votes, begins, day),
        named_votes_of(engine, lines),
        events,
        *event_turns(events, begins, day),
        disputes_between(engine, mine, theirs),
        rivalries_between(engine, mine, theirs),
        sanctions_between(engine, mine, theirs),
        arms_between(engine, mine, theirs),
    ]
    parts = {part.name: part for part in found}
    return Bond(one=mine, other=theirs, first=begins, last=day, beside=tuple(others), parts=parts)


def _both_exist(one: Line, other: Line, last: dt.date) -> dt.date:
    """Return the first day on which both are known to have existed."""
    begins = [
        line.holders[0].begins if line.holders else _begun(line.actor) for line in (one, other)
    ]
    known = [day for day in begins if day and day <= last]
    return max(known, default=dt.date(last.year, 1, 1))


def _begun(actor_id: str) -> dt.date | None:
    begins = actor(actor_id).spells[0].begins
    return begins.earliest if begins else None
