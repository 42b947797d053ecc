"""What followed pacts, what followed the pairs beside them, and by how much the two differ."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath.beside import Beside, Treated
from foedus.repercussions.aftermath.cases import Cases
from foedus.repercussions.aftermath.outcomes import OUTCOMES, Outcome
from foedus.repercussions.aftermath.pact import Pact
from foedus.repercussions.aftermath.rates import (
    Interval,
    difference_of_shares,
    hubs,
    mean_of,
    share_of,
)
from foedus.repercussions.aftermath.world import World

__all__ = ["Followed", "followed", "own_aftermath"]

Floats = NDArray[np.float64]
_SHARES = ("share", "mean share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One outcome over one window.

    `values` (n,) are those of the pacts, NaN where missing, `matched` (n,) the means of the pairs
    beside each. `usual` is what usually follows, None when nothing is known of any. `paired`,
    `beside` and `difference` are of the pacts with somebody beside them, of which there are
    `pairs`: what followed these pacts, what their like, and the one less the other, None where too
    few are known. `before` and `beside_before` are the two as if each pact had been concluded that
    many years and one earlier, so that all of the window lies before it.
    """

    outcome: Outcome
    years: int
    values: Floats
    matched: Floats
    usual: Interval | None
    pairs: int
    paired: Interval | None
    beside: Interval | None
    difference: Interval | None
    before: float | None
    beside_before: float | None

    @property
    def known(self) -> int:
        """Of how many pacts it is known."""
        return int((~np.isnan(self.values)).sum())

    @property
    def happened(self) -> int | None:
        """To how many of them it happened; None for what is no event."""
        return int(np.nansum(self.values)) if self.outcome.unit == "share" else None


def followed(
    world: World, treated: Treated, others: Beside, horizons: tuple[int, ...]
) -> Iterator[Followed]:
    """Yield every outcome over every window of so many years after, in the order of both."""
    cases = Cases(world, treated.one, treated.two, treated.year)
    like = Cases(world, others.one, others.two, others.year)
    measure = _Measure(
        treated, others, (treated.alliance, hubs(treated.one, treated.two), treated.year)
    )
    for outcome in OUTCOMES:
        for years in horizons:
            after = [outcome.values(each, years) for each in (cases, like)]
            earlier = [outcome.values(each.earlier(years + 1), years) for each in (cases, like)]
            yield measure.of(outcome, years, after, earlier)


def own_aftermath(world: World, pact: Pact, horizons: tuple[int, ...]) -> Iterator[float | None]:
    """Yield what followed the pact itself, in the same order; None where that is not covered."""
    place = world.place(np.array(pact.codes, dtype=np.int32))
    own = Cases(world, place[:1], place[1:], np.array([pact.on.year]))
    for outcome in OUTCOMES:
        for years in horizons:
            value = float(outcome.values(own, years)[0])
            yield None if np.isnan(value) else value


@dataclass(frozen=True)
class _Measure:
    """The pacts, those beside them, and which pacts hang together."""

    treated: Treated
    others: Beside
    groupings: tuple[NDArray[np.int64], ...]

    def of(
        self, outcome: Outcome, years: int, after: list[Floats], former: list[Floats]
    ) -> Followed:
        values, matched = after[0], self._means(after[1])
        shares = outcome.unit in _SHARES
        both = ~(np.isnan(values) | np.isnan(matched))
        earlier = former[0], self._means(former[1])
        both_before = ~(np.isnan(earlier[0]) | np.isnan(earlier[1]))
        paired = self._interval(values, both, shares)
        worth = self._worth(after[1], both) if shares else None
        return Followed(
            outcome=outcome,
            years=years,
            values=values,
            matched=matched,
            usual=self._interval(values, ~np.isnan(values), shares),
            pairs=int(both.sum()),
            paired=paired,
            beside=self._interval(matched, both, shares, worth),
            difference=self._difference(values, matched, both, worth),
            before=self._mean(earlier[0], both_before),
            beside_before=self._mean(earlier[1], both_before),
        )

    def _means(self, values: Floats) -> Floats:
        """Return the mean over those beside each pact of whom it is known."""
        size = len(self.treated.year)
        known = ~np.isnan(values)
        number = np.bincount(self.others.pact[known], minlength=size)
        sums = np.bincount(self.others.pact[known], values[known], minlength=size)
        return np.where(number > 0, sums / np.maximum(number, 1), np.nan)

    def _difference(
        self, values: Floats, matched: Floats, rows: NDArray[np.bool_], worth: float | None
    ) -> Interval | None:
        if worth is None:
            return self._interval(values - matched, rows, shares=False)
        weights = self.treated.weights[rows]
        groupings = [groups[rows] for groups in self.groupings]
        return difference_of_shares(values[rows], matched[rows], weights, groupings, worth)

    def _worth(self, values: Floats, both: NDArray[np.bool_]) -> float | None:
        """Return how many distinct pairs stand beside these pacts; None where nobody does."""
        used = ~np.isnan(values) & both[self.others.pact]
        if not used.any():
            return None
        number = np.bincount(self.others.pact[used], minlength=len(both))
        weights = self.treated.weights / np.maximum(number, 1)
        return self.others.worth(used, weights[self.others.pact])

    def _interval(
        self, values: Floats, rows: NDArray[np.bool_], shares: bool, worth: float | None = None
    ) -> Interval | None:
        if not rows.any():
            return None
        weights = self.treated.weights[rows]
        groupings = [groups[rows] for groups in self.groupings]
        if shares:
            return share_of(values[rows], weights, groupings, worth)
        return mean_of(values[rows], weights, groupings)

    def _mean(self, values: Floats, rows: NDArray[np.bool_]) -> float | None:
        if not rows.any():
            return None
        weights = self.treated.weights[rows]
        return float(values[rows] @ weights / weights.sum())
