"""Forecasts of how far a state's ideal point moves: a distribution, and an interval that held.

The published ideal points (M. A. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic State
Preferences from United Nations Voting Data", Journal of Conflict Resolution 61, 2017, 430-456), one
for a state and a session. The outcome at horizon h is the ideal point h sessions on less that of
the origin. A linear model and boosted trees give its mean, pooled by how they did out of time; the
pool's own errors out of time give the deviation of a normal distribution, and, by conformal
prediction, an interval that needs no distribution.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from foedus.datasets.holdings import held_columns
from foedus.repercussions.forecasts.conformal import adaptive_intervals
from foedus.repercussions.forecasts.learners import boosted_mean, weighted_least_squares
from foedus.repercussions.forecasts.pool import MeanPool, mean_pool
from foedus.repercussions.forecasts.rolling import FADES
from foedus.repercussions.forecasts.scores import crps_of_normals

__all__ = [
    "DATASET",
    "OUTSIDE",
    "WINDOW",
    "Shifts",
    "fold_means",
    "members_at",
    "past_scores_of",
    "past_shifts",
    "pool_at",
    "shifts_at",
]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Told = Callable[[str], None]

DATASET: Final = ("ideal-points", "session_years")
OUTSIDE: Final = 0.1
_LEAST = 200
"""State-sessions that an origin must have behind it to learn from."""
_FIRST_FOLD = 1960
WINDOW = 15
_USA, _RUSSIA = 2, 365


@dataclass(frozen=True, slots=True)
class Shifts:
    """State-sessions (n,): what is `known` at the end of a year, and the shift to a later one.

    `shift` is NaN where it has not come. `position` is the ideal point at the origin.
    """

    state: Places
    known: Places
    horizon: int
    position: Floats
    shift: Floats
    features: Floats


@dataclass(frozen=True, slots=True)
class PastShifts:
    """Pooled forecasts of the folds (n,): `mean`, `deviation`, what came, and its year."""

    rows: Places
    mean: Floats
    deviation: Floats
    year: Places


def shifts_at(horizon: int, last: int | None = None) -> Shifts:
    """Return the state-sessions of the published ideal points; raises MissingDataset.

    `last` cuts the data off as if they ended with that year.
    """
    found = held_columns(*DATASET, "ccode", "year", "ideal_point").drop_null()
    state, year = (found[name].to_numpy().astype(np.int64) for name in ("ccode", "year"))
    point = found["ideal_point"].to_numpy().astype(float)
    kept = year <= (last or year.max())
    state, year, point = state[kept], year[kept], point[kept]
    at = {key: place for place, key in enumerate(zip(state.tolist(), year.tolist(), strict=True))}

    def value(of: Places, when: Places) -> Floats:
        pairs = zip(of.tolist(), when.tolist(), strict=True)
        return np.array([point[at[key]] if key in at else np.nan for key in pairs])

    features = np.column_stack(
        [
            point,
            point - value(state, year - 1),
            point - value(state, year - 3),
            point - value(state, year - 10),
            point - _mean_of_year(year, point),
            point - value(np.full_like(state, _USA), year),
            point - value(np.full_like(state, _RUSSIA), year),
        ]
    )
    return Shifts(state, year, horizon, point, value(state, year + horizon) - point, features)


def _mean_of_year(year: Places, point: Floats) -> Floats:
    _, place = np.unique(year, return_inverse=True)
    found: Floats = (np.bincount(place, point) / np.bincount(place))[place]
    return found


def members_at(of: Shifts, origin: int, asked: Places) -> Floats:
    """Return the means (n, 2) of a linear model and of boosted trees, learnt as of `origin`.

    Raises ValueError with too little before it to learn from.
    """
    taught = np.flatnonzero((of.known + of.horizon <= origin) & np.isfinite(of.shift))
    if len(taught) < _LEAST:
        raise ValueError(f"{len(taught)} shifts had come by {origin}: {_LEAST} are needed")
    weights = 0.5 ** ((origin - of.known[taught] - of.horizon) / FADES)
    plain = np.column_stack([np.ones(len(of.known)), np.nan_to_num(of.features)])
    line = weighted_least_squares(of.shift[taught], plain[taught], weights)
    trees = boosted_mean(of.shift[taught], of.features[taught], weights, seed=origin)
    return np.column_stack([plain[asked] @ line, trees(of.features[asked])])


def fold_means(of: Shifts, last: int, told: Told | None = None) -> tuple[Places, Places, Floats]:
    """Return rows (n,), origins (n,) and both members' means (n, 2), one fold for every year."""
    rows, made_at, means = [], [], []
    for origin in range(_FIRST_FOLD, last - of.horizon + 1):
        if told:
            told(f"Learning as of {origin}")
        asked = np.flatnonzero((of.known == origin) & np.isfinite(of.shift))
        if len(asked):
            rows.append(asked)
            made_at.append(np.full(len(asked), origin))
            means.append(members_at(of, origin, asked))
    if not rows:
        raise ValueError(f"no shift of {of.horizon} years had come by {last}")
    return np.concatenate(rows), np.concatenate(made_at), np.concatenate(means)


def pool_at(of: Shifts, folds: tuple[Places, Places, Floats], origin: int) -> MeanPool | None:
    """Return the pool that `origin` could have learnt from folds judged by then, None if none."""
    rows, _, means = folds
    judged = of.known[rows] + of.horizon <= origin
    if judged.sum() < _LEAST:
        return None
    past = rows[judged]
    age = (origin - of.known[past] - of.horizon).astype(float)
    return mean_pool(means[judged], of.shift[past], age)


def past_shifts(of: Shifts, folds: tuple[Places, Places, Floats]) -> PastShifts:
    """Return what the pool of each fold would have said, from nothing later than the fold."""
    rows, made_at, means = folds
    kept, said, spread = [np.empty(0, int)], [np.empty(0)], [np.empty(0)]
    for origin in map(int, np.unique(made_at)):
        pool = pool_at(of, folds, origin)
        if pool is not None:
            here = made_at == origin
            kept.append(rows[here])
            said.append(pool.mean(means[here]))
            spread.append(np.full(int(here.sum()), pool.deviation))
    places = np.concatenate(kept)
    return PastShifts(
        places, np.concatenate(said), np.concatenate(spread), of.known[places] + of.horizon
    )


def past_scores_of(of: Shifts, past: PastShifts) -> dict[str, Any]:
    """Return scores of the past forecasts as plain values: CRPS, that of no change, coverage."""
    came = of.shift[past.rows]
    if not len(came):
        return {"forecasts": 0}
    held = adaptive_intervals(np.abs(came - past.mean), past.year, OUTSIDE, WINDOW)
    normal = np.abs(came - past.mean) <= -ndtri(OUTSIDE / 2) * past.deviation
    still = _no_change(of, past)
    return {
        "forecasts": len(came),
        "first": int(past.year.min()),
        "last": int(past.year.max()),
        "crps": float(crps_of_normals(past.mean, past.deviation, came).mean()),
        "crps_of_no_change": float(crps_of_normals(np.zeros(len(came)), still, came).mean()),
        "coverage_conformal_90": held.coverage,
        "coverage_normal_90": float(normal.mean()),
    }


def _no_change(of: Shifts, past: PastShifts) -> Floats:
    """Return the deviation of shifts that had come before, in the fifteen years before."""
    spread = np.empty(len(past.rows))
    for known in np.unique(of.known[past.rows]):
        come = (of.known + of.horizon <= known) & np.isfinite(of.shift)
        recent = come & (of.known + of.horizon > known - WINDOW)
        spread[of.known[past.rows] == known] = np.sqrt(np.mean(of.shift[recent] ** 2))
    return spread
