"""How exposed an actor's trade is to those under a sender's sanctions, directly and by chains.

What `chains` measures, on the trade that is held and the measures in force on a day. The interval
has two causes, and holds both: trade whose partner nobody knows, and targets of which it is not
certain that they are under sanctions that day. At low only certain targets count and unknown
partners are nobody; at high possible targets, and those of which nothing is known since a list
ended, count too, and unknown partners are all under sanctions.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from foedus.relations.bonds.parts import Provenance
from foedus.repercussions.sanctions.chains import exposures, heaviest_chains
from foedus.repercussions.sanctions.in_force import Known, targets_of
from foedus.repercussions.sanctions.measures import InForce
from foedus.repercussions.sanctions.trade_shares import TradeShares

__all__ = ["FAMILIES", "STEPS", "Exposure", "ExposureChain", "exposure_of"]

STEPS = 2
"""Links of a chain, unless asked otherwise."""
FAMILIES = ("trade", "financial")
"""The families of sanctions that bear on a partner's trade, unless asked otherwise."""
_CHAINS = 5


@dataclass(frozen=True, slots=True)
class ExposureChain:
    """A chain of trading partners that ends with one under sanctions, and its weight."""

    actors: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """The exposure of `actor` to those under sanctions of `sender` on a day, by trade of `year`.

    `low` and `high` are shares of its trade within 1, 2, … links. `missing` is the share of its own
    trade whose partner is not known. `targets` are those under sanctions with their standing;
    `chains` the heaviest to any of them.
    """

    actor: str
    sender: str
    on: dt.date
    year: int
    families: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    missing: float
    targets: Mapping[str, InForce]
    chains: tuple[ExposureChain, ...]
    sources: tuple[Provenance, ...]

    @property
    def years_apart(self) -> int:
        """How many years lie between the trade and the day."""
        return self.on.year - self.year


def exposure_of(
    actor: str,
    sender: str,
    on: dt.date,
    known: Known,
    trade: TradeShares,
    *,
    steps: int = STEPS,
    families: Sequence[str] = FAMILIES,
) -> Exposure | None:
    """Return how exposed an actor is; None when the trade data do not know it in their year.

    The actor is left out of the targets, and chains do not lead on through the sender.
    """
    at = trade.place(actor)
    if at is None:
        return None
    targets = {
        target: standing
        for target, standing in targets_of(sender, on, known, families).items()
        if target not in (actor, sender)
    }
    certain = np.array([targets.get(one) is InForce.CERTAIN for one in trade.states])
    any_ = np.array([one in targets for one in trade.states])
    # What reaches the sender itself goes no further: its own trade with its targets is its affair.
    shares, missing = trade.shares.copy(), trade.missing.copy()
    sending = trade.place(sender)
    if sending is not None:
        shares[sending], missing[sending] = 0.0, 0.0
    low = exposures(shares, missing, certain, steps)[:, at]
    high = exposures(shares, missing, any_, steps, at_high=True)[:, at]
    chains = heaviest_chains(shares, any_, at, steps, _CHAINS)
    return Exposure(
        actor=actor,
        sender=sender,
        on=on,
        year=trade.year,
        families=tuple(families),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        missing=float(trade.missing[at]),
        targets=targets,
        chains=tuple(
            ExposureChain(tuple(trade.states[one] for one in each.places), each.weight)
            for each in chains
        ),
        sources=(*known.sources, *trade.sources),
    )
