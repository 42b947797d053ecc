"""The pairs that could stand beside a pact of a year, and those that do."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath.covariates import COVARIATES, covariates, traits
from foedus.repercussions.aftermath.held_world import HeldWorld
from foedus.repercussions.aftermath.matching import Matched, distances_within, nearest
from foedus.repercussions.aftermath.new_pacts import NewPacts

__all__ = ["Beside", "Treated", "beside", "of_pacts"]

Places = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Treated:
    """Pairs that concluded a pact: arrays of one length n, each pact's covariates and traits."""

    alliance: Places
    one: Places
    two: Places
    year: Places
    kinds: NDArray[np.bool_]
    covariates: Floats
    traits: Places

    @property
    def weights(self) -> Floats:
        """The pairs of one alliance weigh as much together as a pair that is one alone."""
        _, place, number = np.unique(self.alliance, return_inverse=True, return_counts=True)
        return np.asarray(1 / number[place])


@dataclass(frozen=True)
class Beside:
    """The pairs held beside pacts: one entry per pact and pair, nearest first.

    `pact` is the place of the pact among the treated. `pool` (years, k) are the
    mean covariates of all that could have been chosen in each year of a pact, exact traits aside,
    and `pool_weights` the number of pacts of that year.
    """

    pact: Places
    one: Places
    two: Places
    year: Places
    distance: Floats
    covariates: Floats
    pool: Floats
    pool_weights: Floats

    def worth(self, used: NDArray[np.bool_], weights: Floats) -> float:
        """Return how many distinct pairs and years the entries are worth, weighted (Kish)."""
        keys = np.stack([self.one, self.two, self.year], axis=1)[used]
        _, place = np.unique(keys, axis=0, return_inverse=True)
        sums = np.bincount(place.ravel(), weights[used])
        return float(sums.sum() ** 2 / (sums @ sums))


@dataclass(frozen=True)
class _OfYear:
    """All pairs in the system in a year and the year before, and what they were before it."""

    one: Places
    two: Places
    owed: Places
    covariates: Floats


def _of_year(held: HeldWorld, year: int) -> _OfYear:
    if year not in held.kept:
        held.kept[year] = _made_of_year(held, year)
    found: _OfYear = held.kept[year]
    return found


def _made_of_year(held: HeldWorld, year: int) -> _OfYear:
    world = held.world
    place = year - world.first
    there = np.flatnonzero(world.member[place] & world.member[place - 1])
    first, second = np.triu_indices(len(there), 1)
    one, two = there[first], there[second]
    owed = np.maximum(world.level[place, one, two], world.level[place - 1, one, two])
    known = covariates(world, one, two, year, latest=False)
    return _OfYear(one, two, owed.astype(np.int64), known)


def of_pacts(held: HeldWorld, pacts: NewPacts, chosen: Places) -> Treated:
    """Return the pacts at these places with what their pairs were before them."""
    one, two, year = pacts.one[chosen], pacts.two[chosen], pacts.year[chosen]
    known = np.full((len(chosen), len(COVARIATES)), np.nan)
    exact = np.full((len(chosen), 4), -1, dtype=np.int64)
    for when in np.unique(year).tolist():
        rows = np.flatnonzero(year == when)
        known[rows] = covariates(held.world, one[rows], two[rows], when, latest=False)
        level = int(pacts.level[chosen[0]])
        exact[rows] = traits(held.world, one[rows], two[rows], when, level, latest=False)
    return Treated(pacts.alliance[chosen], one, two, year, pacts.kinds[chosen], known, exact)


def beside(held: HeldWorld, treated: Treated, level: int) -> Beside:
    """Return the pairs held beside each pact of a level: never under any pact of it that year.

    They are of the same year, bound to less than `level` in it and the year before, and agree in
    every exact trait. A pact of a state's first year in the system has none: nothing is known of
    the year before.
    """
    world = held.world
    pools = {year: _of_year(held, year) for year in np.unique(treated.year).tolist()}
    free = {year: pool.owed < level for year, pool in pools.items()}
    exact = {
        year: traits(world, pool.one, pool.two, year, level, latest=False)
        for year, pool in pools.items()
    }
    inverse = distances_within(
        np.concatenate([pools[year].covariates[free[year]] for year in pools])
    )
    found: list[tuple[int, int, Matched]] = []
    for pact, year in enumerate(treated.year.tolist()):
        place = year - world.first - 1
        if not (world.member[place, treated.one[pact]] and world.member[place, treated.two[pact]]):
            continue
        alike = free[year] & (exact[year] == treated.traits[pact]).all(axis=1)
        found.append(
            (pact, year, nearest(treated.covariates[pact], pools[year].covariates, inverse, alike))
        )
    return _gathered(pools, free, found)


def _gathered(
    pools: dict[int, _OfYear],
    free: dict[int, NDArray[np.bool_]],
    found: list[tuple[int, int, Matched]],
) -> Beside:
    width = len(COVARIATES)
    none = np.empty(0, dtype=np.int64)
    rows = [(pact, pools[year], year, matched) for pact, year, matched in found]
    per_year = {year: sum(each == year for _, each, _ in found) for year in pools}
    counted = {year: number for year, number in per_year.items() if number}
    return Beside(
        pact=np.concatenate([none, *(np.full(len(m.places), p) for p, _, _, m in rows)]),
        one=np.concatenate([none, *(pool.one[m.places] for _, pool, _, m in rows)]),
        two=np.concatenate([none, *(pool.two[m.places] for _, pool, _, m in rows)]),
        year=np.concatenate([none, *(np.full(len(m.places), year) for _, _, year, m in rows)]),
        distance=np.concatenate([none * 1.0, *(m.distances for _, _, _, m in rows)]),
        covariates=np.concatenate(
            [np.empty((0, width)), *(pool.covariates[m.places] for _, pool, _, m in rows)]
        ),
        pool=np.stack([_means(pools[year].covariates[free[year]]) for year in counted])
        if counted
        else np.empty((0, width)),
        pool_weights=np.array([*counted.values()], dtype=np.float64),
    )


def _means(covariates: Floats) -> Floats:
    """Return the mean (k,) over rows of what is known, NaN where nothing is."""
    known = ~np.isnan(covariates)
    number = known.sum(axis=0)
    sums = np.where(known, covariates, 0).sum(axis=0)
    return np.where(number > 0, sums / np.maximum(number, 1), np.nan)
