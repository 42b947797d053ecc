"""The mean movement of all treated dyads, against the same mean of others put in their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.movements.design import Design
from foedus.repercussions.movements.differences import MIN_PLACEBOS, Differences, rank_p
from foedus.repercussions.movements.two_way import Floats

__all__ = ["Pooled", "pooled"]

DRAWS: Final = 999
SEED: Final = 20240619


@dataclass(frozen=True, slots=True)
class Pooled:
    """The mean of the treated dyads, period by period and before against after.

    `effect` is the mean movement; `p` its rank among the `draws` placebos, None without one.
    `periods` (k,) are places in the outcome's periods, `leads_and_lags` (k,) the mean gap in each
    less that of the last period before the event, and `low` and `high` (k,) hold nine tenths of the
    placebos' (None with fewer than MIN_PLACEBOS). `pretrend_p` is the rank of the leads' sum of
    squares: whether the treated were apart from the others before the event already.
    """

    effect: float
    p: float | None
    draws: int
    periods: tuple[int, ...]
    leads_and_lags: Floats
    low: Floats | None
    high: Floats | None
    pretrend_p: float | None


def pooled(asked: Design, told: Differences) -> Pooled | None:
    """Return the mean movement of the treated dyads, None where none of them has one.

    A placebo puts as many other actors in the place of those in focus and of those watched, drawn
    without replacement, DRAWS times with a fixed seed; of sources that speak, each other topic
    stands in turn for those in focus.
    """
    rows = np.array([row for row in asked.treated if np.isfinite(told.effect[row])], dtype=np.int64)
    places = np.flatnonzero(asked.before | asked.after)
    reference = int(np.flatnonzero(asked.before)[-1])
    if not len(rows):
        return None
    path = _path(told.gaps, rows, places, reference)
    sets = list(_topics(asked, told) if asked.outcome.directed else _actors(asked, told, rows))
    effect = float(told.effect[rows].mean())
    if not sets:
        return Pooled(effect, None, 0, tuple(map(int, places)), path, None, None, None)
    means = np.array([told.effect[chosen].mean() for chosen in sets])
    paths = np.array([_path(told.gaps, chosen, places, reference) for chosen in sets])
    leads = asked.before[places]
    low = high = None
    if len(sets) >= MIN_PLACEBOS:
        low, high = np.nanquantile(paths, [0.05, 0.95], axis=0)
    return Pooled(
        effect,
        rank_p(effect, means),
        len(sets),
        tuple(map(int, places)),
        path,
        low,
        high,
        rank_p(_squares(path[leads]), np.array([_squares(each[leads]) for each in paths])),
    )


def _path(
    gaps: Floats, rows: NDArray[np.int64], places: NDArray[np.int64], reference: int
) -> Floats:
    chosen = gaps[rows]
    known = np.isfinite(chosen)
    counts = known.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(known, chosen, 0).sum(axis=0) / counts
    return np.asarray(mean[places] - mean[reference])


def _squares(leads: Floats) -> float:
    return float(np.nansum(leads**2))


def _actors(
    asked: Design, told: Differences, rows: NDArray[np.int64]
) -> Iterator[NDArray[np.int64]]:
    """Yield the places of the known dyads between other actors drawn for those of the event."""
    concerned = {name for row in rows for name in asked.pairs[row]}
    in_focus = len(concerned & {*asked.focus})
    beside = len(concerned) - in_focus
    actors = sorted({*asked.outcome.one, *asked.outcome.two} - {*asked.focus, *asked.watched})
    if len(actors) < 2 * (in_focus + beside):
        return
    place = {name: number for number, name in enumerate(actors)}
    square = np.full((len(actors), len(actors)), -1)
    for row, (one, two) in enumerate(asked.pairs):
        if one in place and two in place and np.isfinite(told.effect[row]):
            square[place[one], place[two]] = square[place[two], place[one]] = row
    draw = np.random.default_rng(SEED)
    for _ in range(DRAWS):
        chosen = draw.choice(len(actors), in_focus + beside, replace=False)
        cells = square[np.ix_(chosen[:in_focus], chosen[in_focus:])]
        if (cells >= 0).any():
            yield cells[cells >= 0]


def _topics(asked: Design, told: Differences) -> Iterator[NDArray[np.int64]]:
    one, two = np.array(asked.outcome.one), np.array(asked.outcome.two)
    for topic in sorted({*asked.outcome.two} - {*asked.focus}):
        rows = np.flatnonzero((two == topic) & np.isin(one, list(asked.watched)))
        rows = rows[np.isfinite(told.effect[rows])]
        if len(rows):
            yield rows
