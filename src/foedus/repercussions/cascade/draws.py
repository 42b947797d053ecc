"""Many wars drawn at once: who joins whom in each, by which duty, in which round.

Everything is arrays with one column per draw. Two sides face each other; in every round each
neutral that a duty or a supposition calls joins if its resolve (one number per actor and draw) lies
below the chance that the duty is kept. An actor whose resolve lets one ally down lets down another
whose call is as strong: promises of one state stand or fall together.

Limits. All on one side fight all on the other; nobody leaves; a duty is kept by fighting; the day,
and so the treaties, stay those of the first act.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade.arena import Arena, Call
from foedus.repercussions.cascade.assumptions import QUESTIONS
from foedus.repercussions.cascade.bitsets import Bits, Mask, called, mask, packed, unpacked
from foedus.repercussions.cascade.streams import stream

__all__ = ["BARRED", "CALLED", "FAR", "Chances", "Wars", "wars"]

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
ATTACKED, ATTACKER = 1, -1
CALLED = {ATTACKED: np.uint8(1), ATTACKER: np.uint8(2)}
"""Noted of an actor in a draw: a duty called it to this side."""
BARRED, FAR = np.uint8(4), np.uint8(8)
"""Noted: it would have come, but for a peace it owes; it would have come, but is out of reach."""
_SIDES = (ATTACKED, ATTACKER)
_KINDS = ("defence", "offence", "nonaggression", "neutrality")
_MOST_ROUNDS = 12
_AT_ONCE = 10_000
"""Draws worked on together: few enough that what they need stays near the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """The chances in force in each draw, by the id of their assumption: float arrays (draws,).

    `suppositions` has one row per supposition of the arena, (suppositions, draws). `within` says
    who can bring force to where the war is, `away` who stays out whatever calls it: each (actors,
    draws), None where everybody can and nobody does.
    """

    of: dict[str, Floats]
    suppositions: Floats
    within: Flags | None = None
    away: Flags | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wars:
    """What happened in each draw; arrays (actors, draws).

    `side`: 1 with the attacked, -1 with the attackers, 0 out of it. `round`: when it joined, 0 from
    the first. `cause`: the number of the call that brought it in, or -2 - the number of the
    supposition; -1 for none. `noted`: `CALLED`, `BARRED` and `FAR`, as bits, whether or not it
    joined in the end.
    """

    side: NDArray[np.int8]
    round: NDArray[np.int8]
    cause: NDArray[np.int16]
    noted: NDArray[np.uint8]


def wars(arena: Arena, chances: Chances, seed: int) -> Wars:
    """Return as many wars as `chances` has columns; the same seed gives the same."""
    number = chances.suppositions.shape[1]
    masks = tuple(_masks(call, len(arena.actors)) for call in arena.calls)
    parts = [
        _War(arena, masks, _part(chances, slice(first, first + _AT_ONCE)), seed, part).fought()
        for part, first in enumerate(range(0, number, _AT_ONCE))
    ]
    return Wars(
        side=np.concatenate([one.side for one in parts], axis=1),
        round=np.concatenate([one.round for one in parts], axis=1),
        cause=np.concatenate([one.cause for one in parts], axis=1),
        noted=np.concatenate([one.noted for one in parts], axis=1),
    )


def _part(chances: Chances, draws: slice) -> Chances:
    return replace(
        chances,
        of={name: values[draws] for name, values in chances.of.items()},
        suppositions=chances.suppositions[:, draws],
        within=None if chances.within is None else chances.within[:, draws],
        away=None if chances.away is None else chances.away[:, draws],
    )


@dataclass(frozen=True, slots=True)
class _Masks:
    """The actors of a call as sets; None for everybody."""

    owing: Mask
    owed: Mask
    sure: Mask | None
    argued: Mask | None


def _masks(call: Call, actors: int) -> _Masks:
    return _Masks(
        mask(call.owing, actors),
        mask(call.owed, actors),
        None if call.sure is None else mask(call.sure, actors),
        None if call.argued is None else mask(call.argued, actors),
    )


def _clause(call: Call) -> tuple[str, str, str]:
    """The name of a call's clause, the same in every arena."""
    clause = call.duty.clause
    return clause.instrument.id, clause.article, clause.obligation.id


def _among(sets: Bits, wanted: Mask) -> Bits:
    """The actors of each set that are in the mask."""
    found = np.zeros_like(sets)
    for place, actors in wanted:
        found[place] = sets[place] & actors
    return found


def _peace(arena: Arena) -> tuple[tuple[str, int, Mask], ...]:
    """Each kind of peace and place of who owes it, with those it is owed to; neutrality last."""
    found = []
    for kind in ("nonaggression", "neutrality"):
        owes = arena.peace == kind
        for place in np.flatnonzero(owes.any(axis=1)):
            others = mask(np.flatnonzero(owes[place]), len(arena.actors))
            found.append((kind, int(place), others))
    return tuple(found)


class _War:
    """The state of some draws while rounds go by."""

    def __init__(
        self, arena: Arena, masks: tuple[_Masks, ...], chances: Chances, seed: int, part: int
    ) -> None:
        self.arena, self.masks, self.chances = arena, masks, chances
        self.peace = _peace(arena)
        number, actors = chances.suppositions.shape[1], len(arena.actors)
        self.side = np.zeros((actors, number), np.int8)
        self.round = np.zeros((actors, number), np.int8)
        self.cause = np.full((actors, number), -1, np.int16)
        self.noted = np.zeros((actors, number), np.uint8)
        self.struck = np.zeros((actors, number), bool)
        self.side[arena.attackers] = ATTACKER
        self.side[arena.attacked] = ATTACKED
        self.struck[arena.struck] = True

        def drawn(*name: str) -> Floats:
            return np.asarray(stream(seed, *name, part=part).random(number, dtype=np.float32))

        self.resolve = np.stack([drawn("resolve", one) for one in arena.actors])
        self.supposed = np.zeros(chances.suppositions.shape, bool)
        for row, one in enumerate(arena.suppositions):
            self.supposed[row] = drawn("supposed", one.what) < chances.suppositions[row]
        self.holds = {
            question: drawn("holds", question) < chances.of[question] for question in QUESTIONS
        }
        # Each disputed duty is read one way in each draw, each doubtful bond holds or does not.
        self.read_as_duty = {
            call: drawn("read", *_clause(one)) < chances.of["open"]
            for call, one in enumerate(arena.calls)
            if one.argued is None or len(one.argued)
        }
        self.bond_holds = {
            call: drawn("bond", *_clause(one), *(arena.actors[at] for at in one.owing))
            < chances.of["doubtful"]
            for call, one in enumerate(arena.calls)
            if one.doubtful
        }

    def fought(self) -> Wars:
        moving = np.arange(self.side.shape[1])
        for turn in range(1, _MOST_ROUNDS + 1):
            joins, cause = _Round(self, moving).joining()
            moved = joins.any(axis=0)
            if not moved.any():
                break
            moving, joins, cause = moving[moved], joins[:, moved], cause[:, moved]
            new = joins != 0
            self.side[:, moving] += joins
            self.round[:, moving] = np.where(new, turn, self.round[:, moving])
            self.cause[:, moving] = np.where(new, cause, self.cause[:, moving])
        return Wars(side=self.side, round=self.round, cause=self.cause, noted=self.noted)


class _Round:
    """One round of the draws in which something still moves."""

    def __init__(self, war: _War, draws: NDArray[np.intp]) -> None:
        self.war, self.arena, self.draws = war, war.arena, draws
        self.chances = {kind: war.chances.of[kind][draws] for kind in _KINDS}
        self.side, self.since = war.side[:, draws], war.round[:, draws]
        self.on = {side: self.side == side for side in _SIDES}
        self.sets = {side: packed(flags) for side, flags in self.on.items()}
        self.hit = {side: packed(flags) for side, flags in self._hit().items()}

    def joining(self) -> tuple[NDArray[np.int8], NDArray[np.int16]]:
        """Who joins, on which side, and why: the strongest call decides."""
        joins, cause = np.zeros_like(self.side), np.full(self.side.shape, -1, np.int16)
        strength = np.zeros(self.side.shape, np.float32)
        for side in _SIDES:
            for whoever_began, kind in ((False, "defence"), (True, "offence")):
                calling = list(self._calling(side, whoever_began=whoever_began))
                asked = unpacked(self._asked(calling), len(self.side))
                places = np.flatnonzero(asked.any(axis=1))
                if not len(places):
                    continue
                chance = self.chances[kind] * (1 - self._barred(side, places))
                come = asked[places] & (self.side[places] == 0)
                come &= self._would_come(side, places, come, chance, self.chances[kind])
                come &= chance > strength[places]
                joins[places] = np.where(come, np.int8(side), joins[places])
                strength[places] = np.where(come, chance, strength[places])
                self._put_causes(cause, dict(zip(places.tolist(), come, strict=True)), calling)
        self._suppose(joins, cause)
        return joins, cause

    def _would_come(
        self, side: int, places: NDArray[np.intp], asked: Flags, chance: Floats, unbarred: Floats
    ) -> Flags:
        """Who of the asked, still out of the war, joins; what is noted of all of them."""
        where = places[:, None], self.draws
        resolve = self.war.resolve[where]
        come = resolve < chance
        noted = asked * CALLED[side]
        noted |= (asked & ~come & (resolve < unbarred)) * BARRED
        if self.war.chances.away is not None:
            come &= ~self.war.chances.away[where]
        if self.war.chances.within is not None:
            within = self.war.chances.within[where]
            noted |= (asked & come & ~within) * FAR
            come &= within
        self.war.noted[where] |= noted
        return come

    def _hit(self) -> dict[int, Flags]:
        """Who on each side counts as attacked, in each draw.

        One that was attacked does, and one that joined if it is struck back; on the side that
        began, only if it does not matter who did.
        """
        struck = self.war.struck[:, self.draws]
        began = self.war.holds["whoever_began"][self.draws]
        attacked = struck | self.war.holds["struck_back"][self.draws]
        if self.arena.accused:
            return {ATTACKED: self.on[ATTACKED] & began, ATTACKER: self.on[ATTACKER] & attacked}
        began = struck | began
        return {ATTACKED: self.on[ATTACKED] & attacked, ATTACKER: self.on[ATTACKER] & began}

    def _calling(self, side: int, *, whoever_began: bool) -> Iterator[tuple[int, Flags]]:
        """The calls to a side of one kind, each with the draws in which it is made."""
        partners = self.sets[side] if whoever_began else self.hit[side]
        for number, call in enumerate(self.arena.calls):
            if call.whoever_began != whoever_began:
                continue
            made = called(partners, self.war.masks[number].owed)
            if len(call.not_here) and side == ATTACKED:
                made &= self._called_elsewhere(call, partners)
            if not made.any():
                continue
            if call.doubtful:
                made &= self.war.bond_holds[number][self.draws]
            made &= self._against(number, call, self.sets[-side])
            if made.any():
                yield number, made

    def _called_elsewhere(self, call: Call, partners: Bits) -> Flags:
        """Whether one is owed whom the first act touches where it happens, or who joined since."""
        owed = unpacked(partners, len(self.side))[call.owed]
        spared = np.isin(call.owed, call.not_here)
        owed[spared] &= self.since[call.owed[spared]] > 0
        return np.asarray(owed.any(axis=0))

    def _against(self, number: int, call: Call, enemies: Bits) -> Flags:
        """Whether the enemies, in each draw, are those or as many as the duty asks."""
        masks = self.war.masks[number]
        against: Flags = np.ones(len(self.draws), bool)
        if masks.sure is not None:
            against = called(enemies, masks.sure)
            if number in self.war.read_as_duty:
                argued = self.war.read_as_duty[number][self.draws]
                if masks.argued is not None:
                    argued = argued & called(enemies, masks.argued)
                against |= argued
        if call.least > 1:
            counted = enemies if masks.sure is None else _among(enemies, masks.sure)
            np.logical_and(against, np.bitwise_count(counted).sum(axis=0) >= call.least, against)
        for place in call.together:
            if place >= len(self.side):
                return np.zeros(len(self.draws), bool)
            against &= called(enemies, mask(np.array([place]), len(self.side)))
        return against

    def _asked(self, calling: list[tuple[int, Flags]]) -> Bits:
        """Everybody whom one of the calls asks, in each draw."""
        asked = np.zeros_like(self.sets[ATTACKED])
        for number, made in calling:
            for place, actors in self.war.masks[number].owing:
                asked[place] |= made * actors
        return asked

    def _put_causes(
        self,
        cause: NDArray[np.int16],
        come: dict[int, Flags],
        calling: list[tuple[int, Flags]],
    ) -> None:
        """Name for each that comes the first of the calls that asked it."""
        made = dict(calling)
        owing: dict[int, list[int]] = {}
        for number in made:
            for place in self.arena.calls[number].owing:
                owing.setdefault(int(place), []).append(number)
        for place, numbers in owing.items():
            draws = np.flatnonzero(come[place])
            for number in numbers:
                if not len(draws):
                    break
                here = made[number][draws]
                cause[place, draws[here]] = number
                draws = draws[~here]

    def _barred(self, side: int, places: NDArray[np.intp]) -> Floats:
        """How likely each is kept from a side by the peace it owes somebody on the other."""
        barred = np.zeros((len(places), len(self.draws)), np.float32)
        rows = {int(place): row for row, place in enumerate(places)}
        for kind, place, others in self.war.peace:
            if place in rows:
                bound = called(self.sets[-side], others)
                np.copyto(barred[rows[place]], self.chances[kind], where=bound)
        return barred

    def _suppose(self, joins: NDArray[np.int8], cause: NDArray[np.int16]) -> None:
        place = self.arena.place
        for number, one in enumerate(self.arena.suppositions):
            actor, other = place(one.actor), place(one.other)
            at_war = self.side[other if one.does == "joins" else actor] != 0
            if one.if_fighting:
                left, right = (self.side[place(each)] for each in one.if_fighting)
                at_war &= left * right == -1
            comes = actor if one.does == "joins" else other
            happens = at_war & self.war.supposed[number, self.draws]
            happens &= (self.side[comes] == 0) & (joins[comes] == 0)
            side = self.side[other] if one.does == "joins" else -self.side[actor]
            joins[comes, happens] = side[happens]
            cause[comes, happens] = -2 - number
            if one.does == "attacks":
                self.war.struck[comes, self.draws[happens]] = True
