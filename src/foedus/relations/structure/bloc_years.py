"""The blocs of a run of years: those of each 31 December, under labels that stay.

They are matched by the states they share (`measures.balance.succession`), weighed by capability in
years where it is held for every state in a bloc.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.relations.measures.balance.line_index import frustration
from foedus.relations.measures.balance.partition import NEUTRAL, Blocs, blocs
from foedus.relations.measures.balance.signed_triads import triads
from foedus.relations.measures.balance.succession import Succession, followed
from foedus.relations.structure.blocs import SECONDS, leaders_of
from foedus.relations.structure.capability import capability_on
from foedus.relations.structure.signed_ties import SignedTies, signed_ties
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known, known_ties

__all__ = ["BlocsThrough", "blocs_through"]


@dataclass(frozen=True, slots=True)
class BlocsThrough:
    """The blocs of each 31 December of a run of years, under labels that stay.

    `states` are all actors of any of the years, in alphabetical order; `succession` has a row per
    year and a column per state. `names` are what each label is called: the actor that led it in
    most years, with a number for all but the longest-lived of several that share one. `cost` and
    `lower_bound` are those of each year's partition; `balanced` the share of balanced triads, NaN
    in a year without triads; `frustrated` the line index and `frustrated_at_least` its lower bound.
    `ties` counts positive and negative ones, shape (years, 2).
    """

    rule: TieRule
    years: tuple[int, ...]
    states: tuple[str, ...]
    succession: Succession
    names: tuple[str, ...]
    cost: NDArray[np.float64]
    lower_bound: NDArray[np.float64]
    balanced: NDArray[np.float64]
    frustrated: NDArray[np.float64]
    frustrated_at_least: NDArray[np.float64]
    ties: NDArray[np.int64]

    def members(self, label: int, year: int) -> tuple[str, ...]:
        """Return the actors under a label in a year."""
        row = self.succession.labels[self.years.index(year)]
        return tuple(self.states[one] for one in np.flatnonzero(row == label))

    def to_arrow(self) -> pa.Table:
        """Return one row per year and state in a bloc of two or more.

        Columns: `year`, `state`, `label`, and `named`, the label's name.
        """
        at, state = np.nonzero(self.succession.labels >= 0)
        label = self.succession.labels[at, state]
        return pa.table(
            {
                "year": pa.array(np.array(self.years)[at], pa.int32()),
                "state": pa.array([self.states[one] for one in state], pa.string()),
                "label": pa.array(label, pa.int64()),
                "named": pa.array([self.names[one] for one in label], pa.string()),
            }
        )


def blocs_through(
    first: int,
    last: int,
    rule: TieRule | None = None,
    *,
    among: Collection[str] = (),
    seed: int = 0,
    seconds: float = SECONDS,
    known: Known | None = None,
    told: Callable[[int], object] | None = None,
) -> BlocsThrough:
    """Return the blocs of each 31 December from one year to another, under labels that stay.

    `told` is called with each year when it is done. Raises ValueError when the years end before
    they begin or lie in the future.
    """
    if last < first or last > dt.date.today().year:
        raise ValueError(f"the years {first}-{last} end before they begin, or are still to come")
    known, rule = known or known_ties(), rule or TieRule()
    years = tuple(range(first, last + 1))
    drawn: list[tuple[SignedTies, Blocs]] = []
    balanced, frustrated, at_least = [], [], []
    for year in years:
        ties = signed_ties(dt.date(year, 12, 31), rule, among=among, known=known)
        drawn.append((ties, blocs(ties.network, seed=seed, seconds=seconds)))
        share = triads(ties.network).balanced
        balanced.append(np.nan if share is None else share)
        index = frustration(ties.network, seconds=max(seconds, 0.1))
        frustrated.append(index.upper)
        at_least.append(index.lower)
        if told:
            told(year)
    states = tuple(sorted({state for ties, _blocs in drawn for state in ties.states}))
    place = {state: number for number, state in enumerate(states)}
    partitions = np.full((len(years), len(states)), NEUTRAL, dtype=np.int64)
    weights = np.ones((len(years), len(states)))
    leaders = []
    for row, (ties, found) in enumerate(drawn):
        partitions[row, [place[state] for state in ties.states]] = found.bloc
        capability = capability_on(ties.on)
        leaders.append(leaders_of(ties, found, capability))
        in_bloc = [state for state, bloc in zip(ties.states, found.bloc, strict=True) if bloc >= 0]
        if in_bloc and all(state in capability.of for state in in_bloc):
            weights[row] = 0.0
            weights[row, [place[state] for state in in_bloc]] = [
                capability.of[state] for state in in_bloc
            ]
    succession = followed(partitions, weights)
    return BlocsThrough(
        rule=rule,
        years=years,
        states=states,
        succession=succession,
        names=_names(succession, partitions, leaders),
        cost=np.array([found.cost for _, found in drawn]),
        lower_bound=np.array([found.lower_bound for _, found in drawn]),
        balanced=np.array(balanced),
        frustrated=np.array(frustrated),
        frustrated_at_least=np.array(at_least),
        ties=np.array([[(ties.network.sign > 0).sum(), (ties.network.sign < 0).sum()]
                       for ties, _ in drawn]),
    )  # fmt: skip


def _names(
    succession: Succession, partitions: NDArray[np.int64], leaders: list[tuple[str, ...]]
) -> tuple[str, ...]:
    led: dict[int, Counter[str]] = {}
    for row, labels in enumerate(succession.labels):
        for label in np.unique(labels[labels >= 0]).tolist():
            bloc = int(partitions[row, labels == label][0])
            led.setdefault(label, Counter())[leaders[row][bloc]] += 1
    lasting = sorted(led, key=lambda label: (-led[label].total(), label))
    names = [""] * len(led)
    taken: Counter[str] = Counter()
    for label in lasting:
        most = max(led[label].items(), key=lambda item: (item[1], item[0]))[0]
        taken[most] += 1
        names[label] = most if taken[most] == 1 else f"{most} {taken[most]}"
    return tuple(names)
