"""Forecasts made as if it were then: learnt from what had happened, held against what came.

A row is one dyad (or state) with what was `known` of it at the end of a year, and what came of it
in a later `year`. At an origin O a model may learn from rows whose outcome lies in or before O, and
forecasts rows known from O on. Rolling the origin through time gives forecasts that were all made
before their outcome; only those teach the pool, and they alone are scored. (L. J. Tashman,
"Out-of-Sample Tests of Forecasting Accuracy", International Journal of Forecasting 16, 2000,
437-450.)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.forecasts.learners import boosted_odds, rows_kept, weighted_logit
from foedus.repercussions.forecasts.pool import LEAST_EVENTS, WAYS, Pool, Way, odds_pool
from foedus.repercussions.forecasts.scores import log_score, probability_of

__all__ = [
    "FADES",
    "MEMBERS",
    "PER_COVARIATE",
    "FoldForecasts",
    "Mixture",
    "Rows",
    "base_rate_at",
    "fold_forecasts",
    "members_at",
    "mixture_at",
    "pooled_folds",
    "way_at",
]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Told = Callable[[str], None]

MEMBERS: Final = ("logit", "boosting")
FADES: Final = 40.0
"""Years in which a row comes to count half in learning. Chosen before 1991: `studies/onset`."""
_FOLDS_ASKED: Final = 8
PER_COVARIATE: Final = 10
"""Events for each coefficient of a logit below which it is said to rest on little."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to learn from and to forecast: `outcome` (n,) is 0, 1 or NaN where not known.

    `known` and `year` (n,) are the years of what is known and of the outcome; `one` and `two` (n,)
    the members' codes. `regressors` (n, k), the constant first, are for the logit, and `features`
    (n, m) for the trees. No regressor is NaN.
    """

    outcome: Floats
    known: Places
    year: Places
    one: Places
    two: Places
    regressors: Floats
    features: Floats
    names: tuple[str, ...]

    def taught_by(self, origin: int) -> Places:
        """Return the rows whose outcome had come by the end of `origin`."""
        return np.flatnonzero((self.year <= origin) & np.isfinite(self.outcome))

    def asked_at(self, origin: int, span: int) -> Places:
        """Return the rows to forecast in the `span` years from `origin` whose outcome came."""
        asked = (self.known >= origin) & (self.known < origin + span)
        return np.flatnonzero(asked & np.isfinite(self.outcome))


@dataclass(frozen=True)
class FoldForecasts:
    """Forecasts of past folds: `rows` (n,) forecast, the fold's `origin` (n,), log `odds` (n, 2).

    Columns of `odds` are `MEMBERS`. A row may have been forecast from several origins.
    """

    rows: Places
    origin: Places
    odds: Floats
    _pools: dict[tuple[int, Way], Pool] = field(default_factory=dict, repr=False)

    def come_by(self, of: Rows, origin: int) -> "FoldForecasts":
        """Return those made before `origin` and judged by the end of it: what it may learn from."""
        kept = (of.year[self.rows] <= origin) & (self.origin < origin)
        return FoldForecasts(self.rows[kept], self.origin[kept], self.odds[kept])

    def pool(self, of: Rows, origin: int, way: Way) -> Pool:
        """Return the pool that `origin` could have learnt; raises ValueError for too few events."""
        if (origin, way) not in self._pools:
            past = self.come_by(of, origin)
            age = (origin - of.year[past.rows]).astype(float)
            found = odds_pool(past.odds, of.outcome[past.rows], age, way)
            self._pools[origin, way] = found
        return self._pools[origin, way]


@dataclass(frozen=True, slots=True)
class Mixture:
    """Forecasts (n,) of rows at one origin, by each member and pooled; `events` taught them."""

    rows: Places
    origin: int
    odds: Floats
    pool: Pool
    events: int
    base_rate: float

    @property
    def probability(self) -> Floats:
        """The pooled forecast of each row."""
        return probability_of(self.pool.odds(self.odds))

    def alone(self, member: str) -> Floats:
        """Return one member's own forecast of each row."""
        return probability_of(self.odds[:, MEMBERS.index(member)])


def fold_forecasts(
    of: Rows, origins: Iterable[int], span: int, told: Told | None = None
) -> FoldForecasts:
    """Return what both members forecast from each origin, for rows known in its `span` years.

    Raises what `members_at` does.
    """
    rows, made_at, odds = [], [], []
    for origin in origins:
        if told:
            told(f"Learning as of {origin}")
        asked = of.asked_at(origin, span)
        if len(asked):
            rows.append(asked)
            made_at.append(np.full(len(asked), origin))
            odds.append(members_at(of, origin, asked))
    if not rows:
        return FoldForecasts(np.empty(0, int), np.empty(0, int), np.empty((0, len(MEMBERS))))
    return FoldForecasts(np.concatenate(rows), np.concatenate(made_at), np.concatenate(odds))


def members_at(of: Rows, origin: int, asked: Places) -> Floats:
    """Return the log odds (n, 2) that a logit and boosted trees give rows, as of `origin`.

    Both learn from rows whose outcome had come by then, a row counting half for every `FADES` years
    of age. Raises ValueError where there is no event, nothing else, or perfect separation, and
    MissingExtra without scikit-learn.
    """
    taught = of.taught_by(origin)
    kept, stands_for = rows_kept(of.outcome[taught], seed=origin)
    rows = taught[kept]
    weights = stands_for * 0.5 ** ((origin - of.year[rows]) / FADES)
    outcome = of.outcome[rows]
    coefficients = weighted_logit(outcome, of.regressors[rows], weights)
    trees = boosted_odds(outcome, of.features[rows], weights, seed=origin)
    return np.column_stack([of.regressors[asked] @ coefficients, trees(of.features[asked])])


def mixture_at(
    of: Rows,
    origin: int,
    asked: Places,
    folds: FoldForecasts,
    way: Way | None = None,
) -> Mixture:
    """Return the pooled forecast of rows as of `origin`, from folds that had been judged by then.

    `way` to pool is that of `way_at` when None. Raises ValueError with the reason where too
    little had happened, and as `members_at` does.
    """
    taught = of.taught_by(origin)
    return Mixture(
        asked,
        origin,
        members_at(of, origin, asked),
        folds.pool(of, origin, way or way_at(of, folds, origin)),
        int(of.outcome[taught].sum()),
        base_rate_at(of, origin),
    )


def way_at(of: Rows, folds: FoldForecasts, origin: int) -> Way:
    """Return the way of pooling that, as of `origin`, would have scored best.

    For each, the pool that an earlier fold could have learnt forecasts that fold's rows; the mean
    log score of what had been judged by `origin`, each fold alike, decides. Even weights that never
    fade where no fold had enough before it.
    """
    judged = folds.come_by(of, origin)
    lost: dict[Way, list[float]] = {way: [] for way in WAYS}
    for fold in map(int, np.unique(judged.origin)[-_FOLDS_ASKED:]):
        here = judged.origin == fold
        came = of.outcome[judged.rows[here]]
        if not came.sum() or not _enough_before(of, folds, fold):
            continue
        for way in WAYS:
            odds = folds.pool(of, fold, way).odds(judged.odds[here])
            lost[way].append(log_score(probability_of(odds), came))
    if not lost[WAYS[-1]]:
        return WAYS[-1]
    return min(WAYS, key=lambda way: float(np.mean(lost[way])))


def _enough_before(of: Rows, folds: FoldForecasts, fold: int) -> bool:
    before = folds.come_by(of, fold)
    events = int(of.outcome[before.rows].sum())
    return min(events, len(before.rows) - events) >= LEAST_EVENTS


def pooled_folds(of: Rows, folds: FoldForecasts, origin: int) -> tuple[Places, Floats]:
    """Return rows and forecasts (n,) of folds judged by `origin`, pooled as each fold could have.

    The past forecasts of the whole model: what it would have said then, nothing learnt later. Folds
    with too little before them to learn a pool from are left out.
    """
    judged = folds.come_by(of, origin)
    rows, said = [np.empty(0, int)], [np.empty(0)]
    for fold in map(int, np.unique(judged.origin)):
        if _enough_before(of, folds, fold):
            here = judged.origin == fold
            pool = folds.pool(of, fold, way_at(of, folds, fold))
            rows.append(judged.rows[here])
            said.append(probability_of(pool.odds(judged.odds[here])))
    return np.concatenate(rows), np.concatenate(said)


def base_rate_at(of: Rows, origin: int, years: int = 20) -> float:
    """Return how often it came in the last `years` up to `origin`, of all rows at risk."""
    taught = of.taught_by(origin)
    recent = taught[of.year[taught] > origin - years]
    return float(of.outcome[recent].mean()) if len(recent) else float("nan")
