"""How much passed in all, given what is claimed of stretches of days: arithmetic on plain arrays.

What passes is taken as an unknown amount, never negative, on each stretch of days between the ends
of claims. A claim bounds the sum over its own stretches. So a claim about a week of October and one
about the whole month may both be true, the smaller a part of the larger; and what was reached "by
then" is not added to its parts. Whether claims can all be true, and what they leave for the total,
are questions about difference constraints, answered by shortest paths (Cormen, Leiserson, Rivest
and Stein, *Introduction to Algorithms*, 3rd edition, sections 24.1 and 24.4).

A stream is a part of what passed that is told apart from others (two convoys of one week). Claims
of a stream bound that stream, all others the sum of all: then it takes a linear programme.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse

__all__ = ["ALL", "MOST", "Bounded", "clash", "consistent_sets", "total"]

ALL = -1
"""The stream of a claim about everything that passed."""

MOST = 32
"""How many readings are looked for: more than anybody reads."""

_INFEASIBLE, _UNBOUNDED = 2, 3
"""How SciPy's solver ends; it takes unknowns that are never negative unless told otherwise."""

_TRIES = 10
"""How many sets are looked at for each reading that may be found."""

_TOLERANCE = 1e-9
"""Of the largest amount: what sums of decimal fractions may be off by."""

Floats = NDArray[np.float64]
Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bounded:
    """Claims in arrays, one place each: at least `low`, at most `high`, from `first` to `last`.

    An open low is 0, an open high infinite; days are ordinals, both included.
    """

    low: Floats
    high: Floats
    first: Days
    last: Days
    stream: Days

    def only(self, places: Sequence[int]) -> "Bounded":
        """Return the claims at these places."""
        at = np.asarray(places, dtype=np.int64)
        return Bounded(self.low[at], self.high[at], self.first[at], self.last[at], self.stream[at])


def total(claims: Bounded, window: tuple[int, int] | None = None) -> tuple[float, float] | None:
    """Return the least and the most that passed in the days claimed, None if claims contradict.

    Days of which no claim speaks do not count, nor those outside `window` (two ordinals, both
    included). The most is infinite where the claims leave it open. No claim gives (0, 0).
    """
    if len(claims.low) == 0:
        return 0.0, 0.0
    starts = _starts(claims, window)
    covers: NDArray[np.bool_] = np.logical_and(
        claims.first[:, None] <= starts[:-1], starts[:-1] <= claims.last[:, None]
    )
    covered: NDArray[np.bool_] = np.any(covers, axis=0)
    counted = covered
    if window is not None:
        counted = covered & (starts[:-1] >= window[0]) & (starts[:-1] <= window[1])
    if (claims.stream != ALL).any():
        return _by_programme(claims, covers, counted)
    return _by_shortest_paths(claims, starts, covered, counted)


def clash(claims: Bounded) -> tuple[int, ...] | None:
    """Return places of claims that contradict each other, None if all can be true.

    They are not always the fewest that do.
    """
    if (claims.stream != ALL).any():
        return None if total(claims) is not None else tuple(range(len(claims.low)))
    starts = _starts(claims, None)
    edges = _edges(claims, starts, np.ones(len(starts) - 1, dtype=np.bool_))
    _, places = _distances(np.zeros(len(starts)), edges)
    return places


def _starts(claims: Bounded, window: tuple[int, int] | None) -> Days:
    """Return the day on which each stretch starts, and the day after the last of all."""
    edges = [claims.first, claims.last + 1]
    if window is not None:
        edges.append(np.array([window[0], window[1] + 1], dtype=np.int64))
    return np.unique(np.concatenate(edges))


def _by_shortest_paths(
    claims: Bounded, starts: Days, covered: NDArray[np.bool_], counted: NDArray[np.bool_]
) -> tuple[float, float] | None:
    """Return what the claims leave for the stretches counted, exactly."""
    if clash(claims) is not None:
        return None
    places = np.flatnonzero(counted)
    if len(places) == 0:
        return 0.0, 0.0
    begins, ends = int(places[0]), int(places[-1]) + 1
    edges = _edges(claims, starts, covered)
    most, _ = _distances(_from(begins, len(starts)), edges)
    least, _ = _distances(_from(ends, len(starts)), edges)
    return max(-float(least[begins]), 0.0) + 0.0, float(most[ends])


@dataclass(frozen=True, slots=True)
class _Edges:
    """Bounds on F(day), what had passed before a day: F(head) is at most F(tail) and `weight`.

    `claim` is the place of the claim that says so, -1 for what follows from F never falling.
    """

    tail: Days
    head: Days
    weight: Floats
    claim: Days


def _edges(claims: Bounded, starts: Days, covered: NDArray[np.bool_]) -> _Edges:
    """Return the bounds of claims; where none speaks nothing is counted, so F may stand still."""
    first, last = np.searchsorted(starts, claims.first), np.searchsorted(starts, claims.last + 1)
    places = np.arange(len(claims.low))
    later = np.arange(1, len(starts))
    still = np.flatnonzero(~covered)
    nobody = np.full(len(later) + len(still), -1)
    return _Edges(
        np.concatenate([first, last, later, still]),
        np.concatenate([last, first, later - 1, still + 1]),
        np.concatenate([claims.high, -claims.low, np.zeros(len(nobody))]),
        np.concatenate([places, places, nobody]),
    )


def _from(place: int, size: int) -> Floats:
    distance = np.full(size, np.inf)
    distance[place] = 0.0
    return distance


def _distances(distance: Floats, edges: _Edges) -> tuple[Floats, tuple[int, ...] | None]:
    """Return the shortest distances (Bellman and Ford), or claims on a cycle without end."""
    finite = edges.weight[np.isfinite(edges.weight)]
    least = _TOLERANCE * max(1.0, float(np.abs(finite).max(initial=0.0)))
    came_by = np.full(len(distance), -1)
    changed = np.zeros(len(distance), dtype=np.bool_)
    for _ in range(len(distance) + 1):
        through = distance[edges.tail] + edges.weight
        nearer = distance.copy()
        np.minimum.at(nearer, edges.head, through)
        changed = nearer < distance - least
        if not changed.any():
            return distance, None
        best = np.flatnonzero((through == nearer[edges.head]) & changed[edges.head])
        came_by[edges.head[best]] = best
        distance = nearer
    place = int(np.flatnonzero(changed)[0])
    for _ in range(len(distance)):
        place = int(edges.tail[came_by[place]])
    cycle, start = set(), place
    while True:
        edge = int(came_by[place])
        cycle.add(int(edges.claim[edge]))
        place = int(edges.tail[edge])
        if place == start:
            return distance, tuple(sorted(cycle - {-1}))


def _by_programme(
    claims: Bounded, covers: NDArray[np.bool_], counted: NDArray[np.bool_]
) -> tuple[float, float] | None:
    # Each stream that is told apart, and last what belongs to none of them.
    streams = [*np.unique(claims.stream[claims.stream != ALL]), ALL]
    bounded = [
        covers & ((claims.stream == ALL) | (claims.stream == stream))[:, None] for stream in streams
    ]
    # Where no claim speaks of a stream there is nothing of it to count.
    claimed = np.concatenate([rows.any(axis=0) for rows in bounded])
    cells = np.concatenate(bounded, axis=1).astype(np.float64)
    over = np.isfinite(claims.high)
    # Scaled, so that a solver's tolerance means the same for ten tanks and ten billion dollars.
    scale = max(1.0, float(claims.low.max()), float(claims.high[over].max(initial=0.0)))
    rows = sparse.csr_matrix(np.concatenate([cells[over], -cells]))
    limits = np.concatenate([claims.high[over], -claims.low]) / scale
    goal = (np.tile(counted, len(streams)) & claimed).astype(np.float64)
    least = _least(goal, rows, limits)
    if least is None:
        return None
    most = _least(-goal, rows, limits)
    assert most is not None
    return _rounded(least * scale), _rounded(-most * scale)


def _least(goal: Floats, rows: sparse.csr_matrix, limits: Floats) -> float | None:
    """Return the least of a goal, minus infinity without one; None where nothing fits."""
    found: Any = optimize.linprog(goal, A_ub=rows, b_ub=limits)  # type: ignore[attr-defined, no-untyped-call]
    if found.status == _INFEASIBLE:
        return None
    return -np.inf if found.status == _UNBOUNDED else float(found.fun)


def _rounded(amount: float) -> float:
    """Return an amount without the last digits, which are the solver's and not the claims'."""
    return float(f"{amount:.9g}") + 0.0 if np.isfinite(amount) else amount


def consistent_sets(
    count: int,
    clash_in: Callable[[tuple[int, ...]], tuple[int, ...] | None],
    forbidden: Iterable[tuple[int, int]] = (),
    most: int = MOST,
) -> tuple[tuple[tuple[int, ...], ...], bool]:
    """Return the largest sets of claims that can all be true, and whether these are all such sets.

    Claims are numbered from 0; `clash_in` returns some of a set that contradict each other, or
    None; a pair in `forbidden` is never in one set. Each set is as large as can be: no claim left
    out could be added. Found by taking from a set that contradicts itself one member of a smallest
    contradiction after the other (Reiter 1987, "A theory of diagnosis from first principles",
    *Artificial Intelligence* 32); the search ends after `most` sets.
    """
    pairs = [frozenset(pair) for pair in forbidden]

    def contradiction(chosen: tuple[int, ...]) -> tuple[int, ...] | None:
        members = frozenset(chosen)
        pair = next((pair for pair in pairs if pair <= members), None)
        return tuple(sorted(pair)) if pair else clash_in(chosen)

    found: list[frozenset[int]] = []
    seen: set[tuple[int, ...]] = set()
    waiting = [tuple(range(count))]
    while waiting and len(found) < most and len(seen) < _TRIES * most:
        chosen = waiting.pop()
        if chosen in seen or any(frozenset(chosen) <= larger for larger in found):
            continue
        seen.add(chosen)
        clashing = contradiction(chosen)
        if clashing is None:
            found.append(frozenset(chosen))
            continue
        for out in _smallest(clashing, contradiction):
            waiting.append(tuple(one for one in chosen if one != out))
    largest = [one for one in found if not any(one < other for other in found)]
    return tuple(sorted(tuple(sorted(one)) for one in largest)), not waiting


def _smallest(
    clashing: tuple[int, ...],
    contradiction: Callable[[tuple[int, ...]], tuple[int, ...] | None],
) -> tuple[int, ...]:
    """Return members that contradict each other, none of which can be spared."""
    left = clashing
    for one in clashing:
        rest = tuple(other for other in left if other != one)
        if contradiction(rest) is not None:
            left = rest
    return left
