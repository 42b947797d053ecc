"""What learns from the past: a weighted logit and boosted trees, both giving log odds.

Events are rare: of a hundred thousand dyad-years, a hundred saw a dispute. Of rows without an
event a random part is kept, each standing for many (G. King and L. Zeng, "Logistic Regression in
Rare Events Data", Political Analysis 9, 2001, 137-163, by weights): trees learn in seconds, and
the probabilities stay those of all rows. Rows fade with their age, so that a model is of its time.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from foedus.errors import MissingExtra

__all__ = ["boosted_mean", "boosted_odds", "rows_kept", "weighted_least_squares", "weighted_logit"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

PER_EVENT: Final = 30
_RIDGE: Final = 1e-9
"""A prior so weak that only directions without any information feel it."""
_VAGUE: Final = 100.0
"""A coefficient, in log odds per standard deviation, that no data have that bound it."""
_NOTHING_LEFT: Final = 1e-3
"""A share of the loss of the base rate that is left only where the outcome is told perfectly."""
_TREES: Final = {  # Chosen before 1991: `studies/onset`.
    "max_iter": 200,
    "learning_rate": 0.08,
    "max_leaf_nodes": 16,
    "min_samples_leaf": 100,
    "l2_regularization": 10.0,
    "max_bins": 127,
    "early_stopping": False,
}


def rows_kept(outcome: Floats, seed: int) -> tuple[Places, Floats]:
    """Return the rows to learn from and for how many rows each stands.

    Every event, and of the others at most `PER_EVENT` for each event, drawn at random.
    """
    event = outcome == 1
    others = int((~event).sum())
    share = min(1.0, PER_EVENT * int(event.sum()) / max(others, 1))
    drawn = np.random.default_rng(seed).random(len(outcome)) < share
    kept = np.flatnonzero(event | drawn)
    return kept, np.where(event[kept], 1.0, 1.0 / max(share, 1e-12))


def weighted_logit(outcome: Floats, regressors: Floats, weights: Floats) -> Floats:
    """Return the coefficients (k,) of a logit with weighted rows; the first column is the constant.

    Newton's method on standardised columns, each step halved until it is uphill. Raises ValueError
    where the outcome never varies, or the regressors tell it perfectly, so that a coefficient has
    no finite estimate.
    """
    if not len(outcome) or (outcome == outcome[0]).all():
        raise ValueError("the outcome is the same throughout: there is nothing to learn")
    share = weights / weights.sum()
    middle = share @ regressors
    spread = np.asarray(np.sqrt(share @ (regressors - middle) ** 2), np.float64)
    idle = spread < 1e-12
    spread[idle], middle[idle] = 1.0, regressors[0, idle]
    middle[0] = 0.0
    x = (regressors - middle) / spread
    rate = float(share @ outcome)
    found = np.zeros(x.shape[1])
    found[0] = np.log(rate / (1 - rate))
    penalty = np.full(len(found), _RIDGE)
    penalty[0] = 0.0

    def loss(at: Floats) -> float:
        z = x @ at
        return float(share @ (np.logaddexp(0, z) - outcome * z) + (penalty * at * at).sum() / 2)

    start = now = loss(found)
    for _ in range(100):
        p = expit(x @ found)
        slope = x.T @ (share * (outcome - p)) - penalty * found
        curvature = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-12)
        step = np.linalg.solve(curvature, slope)
        part = 1.0
        while (there := loss(found + part * step)) > now + 1e-15 and part > 1e-8:
            part /= 2
        found = found + part * step
        if np.abs(found[1:]).max(initial=0) > _VAGUE or there < _NOTHING_LEFT * start:
            raise ValueError("the regressors tell the outcome perfectly: no finite estimate")
        if now - there < 1e-13:
            break
        now = there
    coefficients: Floats = np.where(idle & (np.arange(len(found)) > 0), 0.0, found / spread)
    coefficients[0] -= (middle * coefficients)[1:].sum()
    return coefficients


def weighted_least_squares(outcome: Floats, regressors: Floats, weights: Floats) -> Floats:
    """Return the coefficients (k,) of least squares with weighted rows, the shortest if many."""
    root = np.sqrt(weights)
    scaled: Floats = regressors * root[:, None]
    return np.asarray(np.linalg.lstsq(scaled, outcome * root, rcond=None)[0], np.float64)


def boosted_odds(
    outcome: Floats, features: Floats, weights: Floats, seed: int
) -> Callable[[Floats], Floats]:
    """Return what gives the log odds (n,) of features (n, m), by histogram gradient boosting.

    J. H. Friedman, "Greedy Function Approximation", Annals of Statistics 29, 2001, as in
    scikit-learn. NaN in a feature is a value of its own. Raises MissingExtra without scikit-learn
    and ValueError where the outcome never varies.
    """
    if not len(outcome) or (outcome == outcome[0]).all():
        raise ValueError("the outcome is the same throughout: there is nothing to learn")
    model = _ensemble().HistGradientBoostingClassifier(random_state=seed, **_TREES)
    model.fit(features, outcome, sample_weight=weights)

    def odds(of: Floats) -> Floats:
        found: Floats = model.decision_function(of)
        return found

    return odds


def boosted_mean(
    outcome: Floats, features: Floats, weights: Floats, seed: int
) -> Callable[[Floats], Floats]:
    """Return what gives the mean (n,) expected of features (n, m); raises MissingExtra."""
    model = _ensemble().HistGradientBoostingRegressor(random_state=seed, **_TREES)
    model.fit(features, outcome, sample_weight=weights)

    def mean(of: Floats) -> Floats:
        found: Floats = model.predict(of)
        return found

    return mean


def _ensemble() -> Any:
    try:
        from sklearn import ensemble  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(
            "Boosted trees need scikit-learn, an optional part. Install foedus[forecast], "
            "or ask for the logit alone."
        ) from None
    return ensemble
