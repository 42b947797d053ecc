"""The blocs of a day: who stands together, how firmly, and what strains it.

A bloc is named after its member with the greatest capability (CINC of the latest year held up to
that day); where that dataset is not held, after the member with most positive ties within it, the
first by id of several alike.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from foedus.relations.measures.balance.line_index import Frustration, frustration
from foedus.relations.measures.balance.partition import NEUTRAL, Blocs, blocs
from foedus.relations.measures.balance.signed_triads import Triads, triads
from foedus.relations.measures.balance.signed_walks import WalkBalance, walk_balance
from foedus.relations.structure.capability import Capability, capability_on
from foedus.relations.structure.signed_ties import SignedTies, signed_ties
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties

__all__ = ["DRAWS", "SECONDS", "BlocsOn", "StrainedTie", "blocs_on", "leaders_of"]

DRAWS = 100
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class StrainedTie:
    """A tie that goes against the blocs.

    `sign` is -1 within a bloc (allies who quarrel), 1 between two. `unbalanced` of the `triads` it
    is in are unbalanced. `evidence` are the rows behind it, as in `signed_ties.EVIDENCE`.
    """

    first: str
    second: str
    sign: int
    unbalanced: int
    triads: int
    evidence: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class BlocsOn:
    """The blocs of one day with everything they rest on.

    `ties` are the network and its evidence, `blocs` the partition of its states, `leaders` the
    actor each bloc is named after; `triads`, `walks` and `frustration` say how balanced it is.
    """

    ties: SignedTies
    blocs: Blocs
    leaders: tuple[str, ...]
    capability: Capability
    triads: Triads
    walks: WalkBalance
    frustration: Frustration

    @property
    def on(self) -> dt.date:
        """The day."""
        return self.ties.on

    def members(self, bloc: int) -> tuple[str, ...]:
        """Return the actors of a bloc, firmest first; of -1 those without any tie."""
        states = self.blocs.members(bloc)
        firm = self.blocs.firm
        order = sorted(states, key=lambda one: (0.0 if firm is None else -firm[one], one))
        return tuple(self.ties.states[one] for one in order)

    def strained(self) -> tuple[StrainedTie, ...]:
        """Return the ties against the blocs, those first that are in most unbalanced triads."""
        network, by_tie = self.ties.network, self.triads.by_tie
        found = []
        for tie in self.blocs.against.tolist():
            first = self.ties.states[network.first[tie]]
            second = self.ties.states[network.second[tie]]
            found.append(
                StrainedTie(
                    first,
                    second,
                    int(network.sign[tie]),
                    int(by_tie[tie, 1] + by_tie[tie, 3]),
                    int(by_tie[tie].sum()),
                    tuple(self.ties.reasons(first, second).to_pylist()),
                )
            )
        return tuple(sorted(found, key=lambda one: (-one.unbalanced, one.first, one.second)))

    def to_arrow(self) -> pa.Table:
        """Return one row per state: `state`, `bloc` (null: no tie), `named`, `firm`, `margin`.

        `named` is the actor its bloc is named after; `firm` and `margin` are null without a bloc.
        """
        bloc, firm = self.blocs.bloc, self.blocs.firm
        tied = bloc != NEUTRAL
        without = ~tied
        firms = np.zeros(len(bloc)) if firm is None else firm
        return pa.table(
            {
                "state": pa.array(self.ties.states, pa.string()),
                "bloc": pa.array(bloc, pa.int64(), mask=without),
                "named": pa.array(
                    [self.leaders[one] if one >= 0 else None for one in bloc.tolist()], pa.string()
                ),
                "firm": pa.array(firms, mask=without if firm is not None else tied | without),
                "margin": pa.array(self.blocs.margin, mask=~np.isfinite(self.blocs.margin)),
            }
        )


def blocs_on(
    on: dt.date,
    rule: TieRule | None = None,
    *,
    among: Collection[str] = (),
    at_most: int | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    seconds: float = SECONDS,
    known: Known | None = None,
) -> BlocsOn:
    """Return the blocs of a day, among all states or the actors named (ids).

    The other parameters are those of `measures.blocs` and `signed_ties`.
    """
    known = known or known_ties()
    ties = signed_ties(on, rule, among=among, known=known)
    found = blocs(ties.network, at_most, draws=draws, seed=seed, seconds=seconds)
    capability = capability_on(on)
    return BlocsOn(
        ties=ties,
        blocs=found,
        leaders=leaders_of(ties, found, capability),
        capability=capability,
        triads=triads(ties.network),
        walks=walk_balance(ties.network),
        frustration=frustration(ties.network, seconds=max(seconds, 0.1)),
    )


def leaders_of(ties: SignedTies, found: Blocs, capability: Capability) -> tuple[str, ...]:
    """Return the actor each bloc is named after, by its number."""
    network, bloc = ties.network, found.bloc
    within = (network.sign > 0) & (bloc[network.first] == bloc[network.second])
    friends = np.bincount(
        np.concatenate([network.first[within], network.second[within]]), minlength=network.states
    )
    leaders = []
    for label in range(found.number):
        members = found.members(label)
        best = min(
            members,
            key=lambda one: (-capability.of.get(ties.states[one], 0.0), -friends[one], one),
        )
        leaders.append(ties.states[best])
    return tuple(leaders)
