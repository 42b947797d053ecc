"""Three estimators of the difference at each time since an event; `event_study` says which."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import fdtrc, stdtrit

from foedus.relations.measures.inference.dyadic_errors import dyadic_covariance
from foedus.repercussions.movements.event_panel import REFERENCE, EventPanel
from foedus.repercussions.movements.two_way import Codes, Floats, TwoWay, two_way

__all__ = ["ESTIMATORS", "MethodResult"]


@dataclass(frozen=True, slots=True)
class MethodResult:
    """What one estimator gives at each time since the event.

    `relative` (k,) are the times with an estimate, without the reference; `effects`,
    `standard_errors` (k,) and `intervals` (k, 2) at 90 % belong to them. `average` is the mean
    effect from one period after the event on, with its error and interval. `pretrend_p` is the
    p-value of all leads being 0 together (Hotelling's F), None without a lead or where their
    covariance cannot be inverted, as with few treated dyads.
    """

    method: str
    relative: tuple[int, ...]
    effects: Floats
    standard_errors: Floats
    intervals: Floats
    average: float
    average_error: float
    average_interval: tuple[float, float]
    pretrend_p: float | None


def _two_way(panel: EventPanel) -> MethodResult:
    times = panel.times
    coefficients, influence = _fitted(panel, panel.among(times), len(times))
    return _result("two-way", panel, times, coefficients, influence, np.eye(len(times)))


def _cohort_weighted(panel: EventPanel) -> MethodResult:
    treated = panel.treated
    pairs = np.column_stack([panel.start[treated], panel.relative[treated]])
    cells, sizes = np.unique(pairs, axis=0, return_counts=True)
    used = cells[:, 1] != REFERENCE
    # A cohort without its reference period cannot be held against itself.
    with_reference = set(cells[~used][:, 0])
    used &= np.isin(cells[:, 0], list(with_reference))
    cells, sizes = cells[used], sizes[used]
    lost = treated & ~np.isin(panel.start, list(with_reference))
    if lost.any():
        panel = panel.only(~lost)
    dummy = np.full(len(panel.y), -1)
    for place, (start, r) in enumerate(cells):
        dummy[(panel.start == start) & (panel.relative == r)] = place
    coefficients, influence = _fitted(panel, dummy, len(cells))
    times = sorted({int(r) for r in cells[:, 1]})
    combine = np.array(
        [[size * (r == time) for (_, r), size in zip(cells, sizes, strict=True)] for time in times],
        dtype=float,
    )
    combine /= combine.sum(axis=1, keepdims=True)
    return _result("cohort-weighted", panel, times, coefficients, influence, combine)


def _imputation(panel: EventPanel) -> MethodResult:
    """Return leads by regression on the untreated, lags by what the treated have beyond it."""
    before = ~panel.treated | (panel.relative < 0)
    untreated = panel.only(before)
    leads = [time for time in panel.times if time < 0]
    lead_effects, lead_influence = _fitted(untreated, untreated.among(leads), len(leads))
    effects = two_way(untreated.unit, untreated.period, panel.units, panel.periods)
    unit, time = effects.effects(untreated.y[:, None])
    known = np.isin(panel.unit, untreated.unit) & np.isin(panel.period, untreated.period)
    after = ~before & known
    beyond = panel.y - unit[panel.unit, 0] - time[panel.period, 0]
    lags = [r for r in panel.times if r >= 0 and (after & (panel.relative == r)).any()]
    lag_effects = np.array([beyond[after & (panel.relative == r)].mean() for r in lags])
    own = np.zeros((panel.units, len(lags)))
    for place, r in enumerate(lags):
        here = after & (panel.relative == r)
        for start in np.unique(panel.start[here]):
            cohort = here & (panel.start == start)
            left = (beyond[cohort] - beyond[cohort].mean()) / here.sum()
            own[:, place] += np.bincount(panel.unit[cohort], left, panel.units)
    weights = _period_weights(panel, effects, lags, after)
    lag_influence = own + _by_unit(untreated, beyond[before]) @ weights
    every = [*leads, *lags]
    return _result(
        "imputation",
        panel,
        every,
        np.concatenate([lead_effects, lag_effects]),
        np.hstack([lead_influence, lag_influence]),
        np.eye(len(every)),
    )


def _period_weights(
    panel: EventPanel, effects: TwoWay, lags: list[int], after: NDArray[np.bool_]
) -> Floats:
    """Return what an untreated outcome of a period weighs in each lag's mean (periods, lags).

    But for a part that is the same in all periods of a unit, whose residuals have no sum.
    """
    unit_sums = np.zeros((panel.units, len(lags)))
    period_sums = np.zeros((panel.periods, len(lags)))
    for place, r in enumerate(lags):
        here = after & (panel.relative == r)
        unit_sums[:, place] = np.bincount(panel.unit[here], minlength=panel.units) / here.sum()
        period_sums[:, place] = np.bincount(panel.period[here], minlength=panel.periods) / (
            here.sum()
        )
    return -effects.solved(unit_sums, period_sums)[1]


def _by_unit(panel: EventPanel, values: Floats) -> Any:
    """Return values of observations as a sparse matrix (units, periods)."""
    return sparse.csr_matrix(
        (values, (panel.unit, panel.period)), shape=(panel.units, panel.periods)
    )


ESTIMATORS: Final = {
    "two-way": _two_way,
    "cohort-weighted": _cohort_weighted,
    "imputation": _imputation,
}


def _fitted(panel: EventPanel, dummy: Codes, count: int) -> tuple[Floats, Floats]:
    """Return coefficients (k,) of dummies within effects of both kinds, and influence (units, k).

    `dummy` (n,) is the one that an observation has, -1 for none. No column of n is made: products
    with what is left of a dummy need only the observations that have one, and the residuals of a
    unit sum to 0, so that its scores need only the dummies' effects of periods.
    """
    effects = two_way(panel.unit, panel.period, panel.units, panel.periods)
    has = np.flatnonzero(dummy >= 0)
    which, unit, period = dummy[has], panel.unit[has], panel.period[has]
    sizes = np.bincount(which, minlength=count).astype(float)
    of_unit, of_period = effects.solved(
        _counted(unit, which, panel.units, count), _counted(period, which, panel.periods, count)
    )
    left = -(of_unit[unit] + of_period[period])
    left[np.arange(len(has)), which] += 1
    indicator = sparse.csr_matrix((np.ones(len(has)), (which, np.arange(len(has)))))
    curvature = np.asarray(indicator @ left)
    curvature = (curvature + curvature.T) / 2
    spread = np.sqrt(np.maximum(np.diag(curvature), 0))
    # Against what was there before the effects were taken out: what is left may be rounding.
    if (spread < 1e-6 * np.sqrt(sizes)).any():
        raise ValueError("a lead or lag cannot be told from the effects of units and periods")
    if np.linalg.eigvalsh(curvature / np.outer(spread, spread))[0] < 1e-10:
        raise ValueError("leads and lags cannot be told from the effects of units and periods")
    bread = np.asarray(np.linalg.inv(curvature), np.float64)
    residual = effects.within(panel.y[:, None])[:, 0]
    coefficients = bread @ np.bincount(which, residual[has], count)
    residual += (of_unit @ coefficients)[panel.unit] + (of_period @ coefficients)[panel.period]
    residual[has] -= coefficients[which]
    scores = np.bincount(unit * count + which, residual[has], panel.units * count)
    scores = scores.reshape(-1, count) - _by_unit(panel, residual) @ of_period
    return coefficients, np.asarray(scores @ bread)


def _counted(rows: Codes, columns: Codes, height: int, width: int) -> Floats:
    """Return how often each row and column come together (height, width)."""
    found = np.bincount(rows * width + columns, minlength=height * width)
    return found.reshape(height, width).astype(np.float64)


def _result(
    method: str,
    panel: EventPanel,
    times: list[int],
    estimates: Floats,
    influence: Floats,
    combine: Floats,
) -> MethodResult:
    """Return a method's result; `combine` (times, estimates) makes effects of the estimates.

    `influence` (units, estimates) is what each unit adds to the errors of the estimates.
    """
    effects = combine @ estimates
    after = np.array([time >= 1 for time in times])
    sizes = np.array([(panel.treated & (panel.relative == time)).sum() for time in times])
    shares = np.where(after, sizes, 0) / sizes[after].sum()
    made = np.vstack([combine, shares @ combine])
    seen = np.unique(panel.unit)
    summed = influence[seen] @ made.T
    one, two = panel.members[0][seen], panel.members[1][seen]
    found = dyadic_covariance(summed, one, two, bread=np.eye(len(made)))
    by_dyad = summed.T @ summed * len(seen) / (len(seen) - 1)
    errors = np.maximum(found.standard_errors, np.sqrt(np.diag(by_dyad)))
    reach = float(stdtrit(found.members - 1, 0.95)) * errors
    before = np.array([time < REFERENCE for time in times])
    average = float(shares @ effects)
    return MethodResult(
        method,
        tuple(times),
        effects,
        errors[:-1],
        np.column_stack([effects - reach[:-1], effects + reach[:-1]]),
        average,
        float(errors[-1]),
        (average - float(reach[-1]), average + float(reach[-1])),
        _joint(
            effects[before],
            [each[:-1, :-1][np.ix_(before, before)] for each in (found.covariance, by_dyad)],
            min(found.members, len(np.unique(panel.unit[panel.treated])) // 2),
        ),
    )


def _joint(effects: Floats, covariances: list[Floats], members: int) -> float | None:
    """Return the larger p-value, by either covariance, of all these effects being 0 together.

    Hotelling's F with members less the number of effects below, as the covariance is estimated from
    so many; `members` is half the treated dyads where those are fewer. None where that leaves
    nothing, or neither covariance can be inverted.
    """
    count = len(effects)
    found = []
    for covariance in covariances if 0 < count < members - 1 else ():
        values, vectors = np.linalg.eigh(covariance)
        if values[0] > 1e-8 * values[-1]:
            wald = float(((vectors.T @ effects) ** 2 / values).sum())
            scaled = wald * (members - count) / (count * (members - 1))
            found.append(float(fdtrc(count, members - count, scaled)))
    return max(found) if found else None
