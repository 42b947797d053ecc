"""Treaties of many parties as what they are: one tie of all members, not one of each pair.

Each instrument in force that day is one hyperedge over the states it binds. What it becomes among
pairs is a choice (`measures.balance.hypergraph`); beside the two there, "obligations": of two
states, the least of the numbers of obligations that each owes the other under it, which tells a
mutual promise from a guarantee.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.relations.measures.balance.hypergraph import PROJECTIONS, group_overlap, projected
from foedus.relations.structure.signed_ties import SignedTies, signed_ties
from foedus.relations.structure.tie_rules import TieRule

__all__ = ["TREATY_PROJECTIONS", "TreatyGroups", "treaty_groups"]

TREATY_PROJECTIONS = (*PROJECTIONS, "obligations")


@dataclass(frozen=True, slots=True)
class TreatyGroups:
    """The treaties of a day as groups of states.

    `states` are actor ids, in alphabetical order; `instruments` ids, likewise; `incidence` (int8,
    shape (states, instruments)) is 1 where an obligation of the rule's kinds binds or is owed to
    that state that day. `mutual` (int64, shape (states, states)) is the projection "obligations".
    """

    on: dt.date
    states: tuple[str, ...]
    instruments: tuple[str, ...]
    incidence: NDArray[np.int8]
    mutual: NDArray[np.int64]

    def hyperedges(self) -> pa.Table:
        """Return one row per instrument: `instrument`, `members` (ids), `size`."""
        names = np.array(self.states, dtype=object)
        members = [names[column > 0].tolist() for column in self.incidence.T]
        return pa.table(
            {
                "instrument": pa.array(self.instruments, pa.string()),
                "members": pa.array(members, pa.list_(pa.string())),
                "size": pa.array([len(one) for one in members], pa.int32()),
            }
        )

    def pairs(self, projection: str = "pairs") -> pa.Table:
        """Return one row per pair with a treaty: `first`, `second`, `weight`, `shared`, `overlap`.

        `weight` is by the projection, one of `TREATY_PROJECTIONS`; pairs of weight zero that share
        a treaty all the same (owed one way only) are there. Raises ValueError for another.
        """
        if projection == "obligations":
            weight = self.mutual.astype(float)
        else:
            weight = projected(self.incidence, projection)
        overlap = group_overlap(self.incidence)
        one, two = np.nonzero(np.triu(overlap.shared))
        names = np.array(self.states, dtype=object)
        return pa.table(
            {
                "first": pa.array(names[one].tolist(), pa.string()),
                "second": pa.array(names[two].tolist(), pa.string()),
                "weight": weight[one, two],
                "shared": overlap.shared[one, two],
                "overlap": overlap.overlap[one, two],
            }
        )


def treaty_groups(
    on: dt.date,
    rule: TieRule | None = None,
    *,
    among: Collection[str] = (),
    ties: SignedTies | None = None,
) -> TreatyGroups:
    """Return the treaties in force that day between states, by the kinds of obligation of a rule.

    `ties` are taken where they are at hand for the same day and rule. Obligations that are only
    possible count when the rule says so.
    """
    drawn = ties or signed_ties(on, rule, among=among)
    place = {state: number for number, state in enumerate(drawn.states)}
    rows = [
        row
        for row in drawn.evidence.to_pylist()
        if row["sign"] > 0 and (drawn.rule.possible or row["standing"] == "certain")
    ]
    instruments = tuple(sorted({row["key"] for row in rows}))
    column = {one: number for number, one in enumerate(instruments)}
    incidence = np.zeros((len(drawn.states), len(instruments)), dtype=np.int8)
    owes = np.zeros((len(drawn.states), len(drawn.states)), dtype=np.int64)
    for row in rows:
        one, two = place[row["first"]], place[row["second"]]
        incidence[[one, two], column[row["key"]]] = 1
        owes[(one, two) if row["obligor"] == row["first"] else (two, one)] += 1
    return TreatyGroups(drawn.on, drawn.states, instruments, incidence, np.minimum(owes, owes.T))
