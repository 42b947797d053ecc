"""What pairs were before a pact: the covariates on which others are matched to them.

All are of the year before the pact. Regime: the lower and the higher of the two adjusted extended
Unified Democracy Scores. Capabilities: logs to base ten of the larger over the smaller share of the
system's, and of both together. Distance: log of the kilometres between capitals. The past: log of
one plus the disputes that began in the ten years before, between the two, and of each with others:
of the one that had fewer and of the one that had more. Standing: log of one plus the rivals of both
and the states bound to either in defence, whether they have a rival in common, and S of their
alliance portfolios (Signorino and Ritter 1999, by absolute distance, what is owed either way).
"""

import numpy as np
from numpy.typing import NDArray

from foedus.relations.measures import similarity
from foedus.repercussions.aftermath.world import DEFENDS, LEVELS, World

__all__ = ["COVARIATES", "PAST", "TRAITS", "covariates", "traits"]

COVARIATES = (
    "lower_democracy",
    "higher_democracy",
    "capability_ratio",
    "capabilities",
    "distance",
    "pair_disputes",
    "fewer_disputes",
    "more_disputes",
    "rivals",
    "allies",
    "common_rival",
    "alliance_likeness",
)
TRAITS = ("major_powers", "land_border", "rivalry", "lesser_pact")
"""In these a pair held beside a pact must agree exactly."""
PAST = 10
"""Years over which disputes are counted."""
_RADIUS = 6378.137  # km, as in `panels.additions.geography`

Places = NDArray[np.int64]
Floats = NDArray[np.float64]


def covariates(world: World, one: Places, two: Places, year: int, *, latest: bool) -> Floats:
    """Return (n, 12) `COVARIATES` of pairs as of the year before `year`, NaN where not known.

    With `latest`, what is not covered that year is that of the last year covered; disputes are
    never carried on.
    """
    before = year - 1
    at = {
        what: _place(world, what, before, latest=latest)
        for what in ("democracy", "capability", "capital", "rival", "level")
    }
    nan = np.full(len(one), np.nan)

    def pair(what: str, values: NDArray[np.float32]) -> tuple[Floats, Floats]:
        place = at[what]
        if place is None:
            return nan, nan
        return values[place, one].astype(float), values[place, two].astype(float)

    regimes = pair("democracy", world.democracy)
    shares = pair("capability", world.capability)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = [np.where(share > 0, np.log10(share), np.nan) for share in shares]
        together = np.log10(shares[0] + shares[1])
    found = (
        *(np.minimum(*regimes), np.maximum(*regimes)),
        *(np.abs(logs[0] - logs[1]), together),
        _distance(world, at["capital"], one, two),
        *_disputes(world, before, one, two),
        _rivals(world, at["rival"], one, two),
        _allies(world, at["level"], one, two),
        _common_rival(world, at["rival"], one, two),
        _likeness(world, at["level"], one, two),
    )
    return np.stack(found, axis=1)


def traits(
    world: World, one: Places, two: Places, year: int, level: int, *, latest: bool
) -> NDArray[np.int64]:
    """Return (n, 4) `TRAITS`; `lesser_pact` is whether anything below `level` was in force.

    Major powers are those of the year itself, the rest of the year before. What is not known is -1.
    """
    now, before = int(world.at(np.array(year))), year - 1
    rival, owed = (_place(world, what, before, latest=latest) for what in ("rival", "level"))
    unknown = np.full(len(one), -1, dtype=np.int64)
    in_force = None if owed is None else world.level[owed, one, two]
    return np.stack(
        [
            world.major[now, one].astype(np.int64) + world.major[now, two],
            world.land[int(world.at(np.array(before))), one, two].astype(np.int64),
            unknown if rival is None else world.rival[rival, one, two].astype(np.int64),
            unknown if in_force is None else ((in_force > 0) & (in_force < level)).astype(np.int64),
        ],
        axis=1,
    )


def _place(world: World, what: str, year: int, *, latest: bool) -> int | None:
    wanted = world.latest(what, year) if latest else year
    if not world.known(what, np.array([wanted]), np.array([wanted]))[0]:
        return None
    return wanted - world.first


def _distance(world: World, place: int | None, one: Places, two: Places) -> Floats:
    if place is None:
        return np.full(len(one), np.nan)
    first, second = (world.capital[place, states].astype(float) for states in (one, two))
    angle = np.arccos(np.clip((first * second).sum(axis=1), -1, 1))
    return np.asarray(np.log10(1 + _RADIUS * angle), dtype=np.float64)


def _disputes(world: World, year: int, one: Places, two: Places) -> tuple[Floats, Floats, Floats]:
    """Return disputes between the two, of the one that had fewer with others, of the other."""
    first = max(year - PAST + 1, world.first)
    if not world.known("onset", np.array([first]), np.array([year]))[0]:
        nan = np.full(len(one), np.nan)
        return nan, nan, nan
    begun = world.onset[first - world.first : year - world.first + 1].sum(axis=0)
    between, of_each = begun[one, two], begun.sum(axis=1)
    others = of_each[one] - between, of_each[two] - between
    return np.log1p(between), np.log1p(np.minimum(*others)), np.log1p(np.maximum(*others))


def _rivals(world: World, place: int | None, one: Places, two: Places) -> Floats:
    if place is None:
        return np.full(len(one), np.nan)
    number = world.rival[place].sum(axis=1)
    return np.log1p(number[one] + number[two])


def _allies(world: World, place: int | None, one: Places, two: Places) -> Floats:
    if place is None:
        return np.full(len(one), np.nan)
    number = (world.level[place] == DEFENDS).sum(axis=1)
    return np.log1p(number[one] + number[two])


def _common_rival(world: World, place: int | None, one: Places, two: Places) -> Floats:
    if place is None:
        return np.full(len(one), np.nan)
    rival = world.rival[place]
    return (rival[one] & rival[two]).any(axis=1).astype(float)


def _likeness(world: World, place: int | None, one: Places, two: Places) -> Floats:
    if place is None:
        return np.full(len(one), np.nan)
    there = np.flatnonzero(world.member[place])
    owed = world.level[place][np.ix_(there, there)].astype(float)
    np.fill_diagonal(owed, LEVELS[-1])
    found = similarity(owed, ("s_absolute",), levels=LEVELS).values["s_absolute"]
    whole = np.full((len(world.codes), len(world.codes)), np.nan)
    whole[np.ix_(there, there)] = found
    return whole[one, two]
