"""What can follow a pact: each outcome a number of a pair of states over a window of years.

A window runs from the year after that of the pact to the last year asked for, both included; the
year of the pact itself is left out, as much of it lies before the signature. An outcome is NaN
where its data do not cover the whole window, where either state leaves the system within it, and
where the pair has nobody of the kind it speaks of (no rival, no neighbour, no protector): missing,
never none. The weaker of the two is the one with less of the system's capabilities the year before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath.cases import Cases
from foedus.repercussions.aftermath.world import DEFENDS, Flags

__all__ = ["OUTCOMES", "Outcome"]

Floats = NDArray[np.float64]
Window = Callable[[Cases, int], Floats]
"""(n,) values over the years up to so many after."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome: its name, whom it is about, its unit, the datasets it needs, and its values.

    `unit` is "share" (of pairs to which it happened), "mean share" (a share of each pair's own
    neighbours, averaged), "distance" (change in the distance of ideal points from the year before
    the pact to the last of the window) or "log ratio" (the same of trade).
    """

    id: str
    about: str
    unit: str
    needs: str
    values: Window


def _where(known: Flags, values: NDArray[Any]) -> Floats:
    return np.where(known, values.astype(np.float64), np.nan)


def _rows(cases: Cases) -> NDArray[np.int64]:
    return np.arange(len(cases.year))


# --- Disputes -------------------------------------------------------------------------------------


def _pair_dispute(cases: Cases, last: int) -> Floats:
    found = np.zeros(len(cases.year), dtype=bool)
    for offset in range(1, last + 1):
        found |= cases.world.onset[cases.place(offset), cases.one, cases.two]
    return _where(cases.covered("onset", 1, last) & cases.stay(1, last), found)


def _weaker_rival_dispute(cases: Cases, last: int) -> Floats:
    return _rival_dispute(cases, last, weaker=True)


def _stronger_rival_dispute(cases: Cases, last: int) -> Floats:
    return _rival_dispute(cases, last, weaker=False)


def _rival_dispute(cases: Cases, last: int, *, weaker: bool) -> Floats:
    first = _first_is_it(cases, weaker=weaker)
    rivals = np.where((first == 1)[:, None], cases.rivals[0], cases.rivals[1])
    none = np.zeros_like(rivals)
    around = (
        np.where((first == 1)[:, None], rivals, none),
        np.where((first == 0)[:, None], rivals, none),
    )
    return _where(_has(cases, around, "rival"), _dispute_with(cases, around, last))


def _first_is_it(cases: Cases, *, weaker: bool) -> Floats:
    """1 where the first of the two is the weaker (or the stronger), 0 the second, else NaN."""
    return cases.first_is_weaker if weaker else 1 - cases.first_is_weaker


def _neighbour_dispute(cases: Cases, last: int) -> Floats:
    found = _dispute_with(cases, cases.neighbours, last)
    return _where(_has(cases, cases.neighbours), found)


def _dispute_with(cases: Cases, around: tuple[Flags, Flags], last: int) -> Floats:
    found = np.zeros(len(cases.year), dtype=bool)
    for offset in range(1, last + 1):
        onset = cases.world.onset[cases.place(offset)[:, None], np.stack(cases.both, axis=1)]
        found |= (onset[:, 0] & around[0]).any(axis=1) | (onset[:, 1] & around[1]).any(axis=1)
    return _where(cases.covered("onset", 1, last) & cases.stay(1, last), found)


def _challenged(cases: Cases, last: int) -> Floats:
    return _began(cases, last, by_it=False)


def _challenging(cases: Cases, last: int) -> Floats:
    return _began(cases, last, by_it=True)


def _began(cases: Cases, last: int, *, by_it: bool) -> Floats:
    """Whether the weaker began a dispute with a third state, or a third state with it."""
    weaker = np.where(cases.first_is_weaker == 1, cases.one, cases.two)
    found = np.zeros(len(cases.year), dtype=bool)
    for offset in range(1, last + 1):
        place, began = cases.place(offset), cases.world.began
        of_it = began[place, weaker] if by_it else began[place, :, weaker]
        found |= cases.without_pair(of_it).any(axis=1)
    known = cases.covered("began", 1, last) & ~np.isnan(cases.first_is_weaker)
    return _where(known & cases.stay(1, last), found)


def _has(cases: Cases, around: tuple[Flags, Flags], what: str = "") -> Flags:
    """Whether either had anybody of the kind, in a year that the data on the kind cover."""
    known = cases.covered(what, -1, -1) if what else np.ones(len(cases.year), dtype=bool)
    return np.asarray(known & (around[0] | around[1]).any(axis=1))


# --- Alliances ------------------------------------------------------------------------------------


def _rivals_ally(cases: Cases, last: int) -> Floats:
    whoever = cases.rivals[0] | cases.rivals[1]
    found = np.asarray((_allying(cases, last) & whoever).any(axis=1))
    known = _has(cases, cases.rivals, "rival") & cases.covered("pact", 1, last)
    return _where(known & cases.stay(1, last), found)


def _neighbours_ally(cases: Cases, last: int) -> Floats:
    whoever = cases.neighbours[0] | cases.neighbours[1]
    number = np.maximum(whoever.sum(axis=1), 1)
    share = (_allying(cases, last) & whoever).sum(axis=1) / number
    known = _has(cases, cases.neighbours) & cases.covered("pact", 1, last)
    return _where(known & cases.stay(1, last), share)


def _allying(cases: Cases, last: int) -> Flags:
    """(n, states): who concludes a new alliance with anybody but the two."""
    world, rows = cases.world, _rows(cases)
    found = np.zeros((len(rows), len(world.codes)), dtype=bool)
    for offset in range(1, last + 1):
        place = cases.place(offset)
        with_them = (world.pact[place, state].astype(np.int16) for state in cases.both)
        found |= world.pacts_of_each[place] > sum(with_them)
    return found


def _protectors_bind(cases: Cases, last: int) -> Floats:
    whoever = cases.protectors[0] | cases.protectors[1]
    found = np.zeros(len(cases.year), dtype=bool)
    for offset in range(1, last + 1):
        place = cases.place(offset)
        for state in cases.both:
            found |= (cases.world.pact[place, state] & whoever).any(axis=1)
    known = _has(cases, cases.protectors, "level") & cases.covered("pact", 1, last)
    return _where(known & cases.stay(1, last), found)


def _protectors_leave(cases: Cases, last: int) -> Floats:
    """Whether a protector still in the system is bound to defence no longer."""
    found = np.zeros(len(cases.year), dtype=bool)
    for offset in range(1, last + 1):
        place = cases.place(offset)
        there = cases.world.member[place]
        for state, own in zip(cases.both, cases.protectors, strict=True):
            bound = cases.world.level[place, state] == DEFENDS
            found |= (own & there & ~bound).any(axis=1)
    known = _has(cases, cases.protectors, "level") & cases.covered("level", 1, last)
    return _where(known & cases.stay(1, last), found)


# --- Votes and trade ------------------------------------------------------------------------------


def _pair_votes(cases: Cases, last: int) -> Floats:
    return _change(cases, _apart, last)


def _rival_votes(cases: Cases, last: int) -> Floats:
    return _change(cases, _apart_from(cases.rivals), last)


def _neighbour_votes(cases: Cases, last: int) -> Floats:
    return _change(cases, _apart_from(cases.neighbours), last)


def _pair_trade(cases: Cases, last: int) -> Floats:
    def flow(cases: Cases, offset: int) -> Floats:
        return _where(
            cases.covered("trade", offset, offset),
            cases.world.trade[cases.place(offset), cases.one, cases.two],
        )[:, None]

    return _growth(cases, flow, last)


def _rival_trade(cases: Cases, last: int) -> Floats:
    def flows(cases: Cases, offset: int) -> Floats:
        known = cases.covered("trade", offset, offset)[:, None]
        place = cases.place(offset)
        parts = [
            np.where(own & known, cases.world.trade[place, state], np.nan)
            for state, own in zip(cases.both, cases.rivals, strict=True)
        ]
        return np.concatenate(parts, axis=1).astype(np.float64)

    return _growth(cases, flows, last)


def _apart(cases: Cases, offset: int) -> Floats:
    points = cases.world.ideal_point[cases.place(offset)]
    rows = _rows(cases)
    apart = np.abs(points[rows, cases.one] - points[rows, cases.two])
    return _where(cases.covered("ideal_point", offset, offset), apart)[:, None]


def _apart_from(around: tuple[Flags, Flags]) -> Callable[[Cases, int], Floats]:
    """Distances of each state of the pair from its own rivals, or its own neighbours."""

    def apart(cases: Cases, offset: int) -> Floats:
        points = cases.world.ideal_point[cases.place(offset)]
        known = cases.covered("ideal_point", offset, offset)[:, None]
        parts = [
            np.where(own & known, np.abs(points - points[_rows(cases), state][:, None]), np.nan)
            for state, own in zip(cases.both, around, strict=True)
        ]
        return np.concatenate(parts, axis=1).astype(np.float64)

    return apart


def _change(cases: Cases, of: Callable[[Cases, int], Floats], last: int) -> Floats:
    """Mean of the parts at the end less at the start, over those known at both."""
    after, before = of(cases, last), of(cases, -1)
    gap = after - before
    known = ~np.isnan(gap)
    number = known.sum(axis=1)
    mean = np.where(known, gap, 0).sum(axis=1) / np.maximum(number, 1)
    return _where((number > 0) & cases.stay(-1, last), mean)


def _growth(cases: Cases, of: Callable[[Cases, int], Floats], last: int) -> Floats:
    """Log of one plus the sum in millions at the end over that at the start, known at both."""
    after, before = of(cases, last), of(cases, -1)
    known = ~(np.isnan(after) | np.isnan(before))
    sums = [np.where(known, part, 0).sum(axis=1) for part in (after, before)]
    growth = np.log1p(sums[0]) - np.log1p(sums[1])
    return _where(known.any(axis=1) & cases.stay(-1, last), growth)


OUTCOMES: tuple[Outcome, ...] = (
    Outcome("pair_dispute", "pair", "share", "disputes", _pair_dispute),
    Outcome("challenged", "weaker", "share", "disputes", _challenged),
    Outcome("challenging", "weaker", "share", "disputes", _challenging),
    Outcome("weaker_rival_dispute", "rivals", "share", "disputes", _weaker_rival_dispute),
    Outcome("stronger_rival_dispute", "rivals", "share", "disputes", _stronger_rival_dispute),
    Outcome("rivals_ally", "rivals", "share", "atop", _rivals_ally),
    Outcome("rival_votes", "rivals", "distance", "ideal-points", _rival_votes),
    Outcome("rival_trade", "rivals", "log ratio", "trade", _rival_trade),
    Outcome("pair_votes", "pair", "distance", "ideal-points", _pair_votes),
    Outcome("pair_trade", "pair", "log ratio", "trade", _pair_trade),
    Outcome("neighbour_dispute", "neighbours", "share", "disputes", _neighbour_dispute),
    Outcome("neighbours_ally", "neighbours", "mean share", "atop", _neighbours_ally),
    Outcome("neighbour_votes", "neighbours", "distance", "ideal-points", _neighbour_votes),
    Outcome("protectors_bind", "protectors", "share", "atop", _protectors_bind),
    Outcome("protectors_leave", "protectors", "share", "atop", _protectors_leave),
)
"""In the order in which they are told."""
