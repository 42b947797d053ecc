"""Whom an instrument binds on a day, how surely, and why not when it does not.

A party is bound from the day the instrument came into force for it to the last day of its spell.
Signature alone does not bind (Vienna Convention on the Law of Treaties, 1969, arts 11 to 14 and
24); a day that is not exactly known, or a recorded doubt, leaves the bond possible.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from foedus.evidence import Spell, Standing
from foedus.treaties.instrument import Doubt, Instrument, Party, Suspension

__all__ = ["Bond", "bond", "bound_parties", "suspension"]


@dataclass(frozen=True, slots=True)
class Bond:
    """How an actor stands to an instrument on a day.

    `standing` is None when it is not bound; `why` is then "signed" (not yet in force), "ended" or
    "stranger". `doubt` is what makes a bond possible only, if anything but its dates does.
    """

    standing: Standing | None
    why: str
    party: Party | None = None
    doubt: Doubt | None = None
    surely: bool = True

    @property
    def in_force(self) -> bool | None:
        """Whether the instrument is in force for the actor; None when its days leave it open."""
        if self.standing is None:
            return False
        return True if self.surely else None


def bond(instrument: Instrument, actor: str, on: dt.date) -> Bond:
    """Return how `actor` stands to the instrument that day, by the surest of its spells.

    One that is guaranteed without being a party stands to it as long as the instrument runs.
    """
    bonds = [_bond(party, on) for party in instrument.parties if party.actor == actor]
    if actor in instrument.guaranteed:
        whole = Party(
            actor=actor,
            signed=instrument.signed,
            spell=Spell(instrument.in_force, instrument.ended) if instrument.in_force else None,
        )
        bonds.append(_bond(whole, on))
    order = ("bound", "signed", "ended", "not yet", "stranger")
    return min(bonds, key=lambda one: order.index(one.why), default=Bond(None, "stranger"))


def bound_parties(instrument: Instrument, on: dt.date) -> tuple[str, ...]:
    """Return every actor the instrument surely or possibly binds that day, in the file's order."""
    return tuple(actor for actor in instrument.actors if bond(instrument, actor, on).standing)


def suspension(
    instrument: Instrument, obligor: str, beneficiaries: Collection[str], on: dt.date
) -> Suspension | None:
    """Return what stays that day all that `obligor` owes these, None while it owes one of them."""
    stays = [
        next((each for each in instrument.suspensions if each.stands(obligor, one, on)), None)
        for one in beneficiaries or (None,)
    ]
    return None if None in stays else next(iter(stays))


def _bond(party: Party, on: dt.date) -> Bond:
    doubt = next((one for one in party.doubts if one.may_stand_on(on)), None)
    if party.spell and party.spell.surely_covers(on):
        return Bond(Standing.POSSIBLE if doubt else Standing.CERTAIN, "bound", party, doubt)
    if party.spell and party.spell.may_cover(on):
        return Bond(Standing.POSSIBLE, "bound", party, doubt, surely=False)
    if party.spell and party.spell.ends and party.spell.ends.surely_on_or_before(on):
        return Bond(None, "ended", party)
    signed = party.signed is not None and party.signed.surely_on_or_before(on)
    return Bond(None, "signed" if signed else "not yet", party)
