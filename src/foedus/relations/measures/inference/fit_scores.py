"""What a fit of statsmodels or pyfixest says of each observation: its score, and the curvature.

A sandwich covariance is bread · meat · bread. The score of an observation is its part of the
gradient of the log likelihood (least squares: residual times regressors), all summing to zero at
the estimate; the bread is the inverse of the negative Hessian (least squares: of X'X). Read here:

- statsmodels: OLS and WLS; every likelihood model with scores by observation and a Hessian, by
  array or formula: Logit, Probit, Poisson, NegativeBinomial, GLM. The Hessian is the observed one,
  which for a canonical link (logit, Poisson with log) is the expected one too.
- pyfixest: feols, fepois, feglm, with or without fixed effects (their regressors are then those
  within the effects), unless fitted with `lean=True`. A `weights` is taken into the scores.

Refused: instrumental variables, quantile regression, GLS, penalised fits and fits that did not
converge. Neither library is imported.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["FitScores", "fit_scores"]

NEWTON_STEP = 0.01
"""Most of a robust-to-nothing standard error by which a converged estimate may still move."""


@dataclass(frozen=True, slots=True)
class FitScores:
    """The parts of a sandwich: `scores` (n, k), `bread` (k, k), `coefficients` (k,) and `names`.

    `rows` is how many rows the fit was given and `kept` (bool, (rows,)) which of them it used; n of
    them. The library's bookkeeping of rows left out for missing values, singletons or separation is
    taken at its word.
    """

    scores: NDArray[np.float64]
    bread: NDArray[np.float64]
    coefficients: NDArray[np.float64]
    names: tuple[str, ...]
    kept: NDArray[np.bool_]

    @property
    def rows(self) -> int:
        """Rows that the fit was given, used or not."""
        return len(self.kept)


def fit_scores(fit: Any) -> FitScores:
    """Return scores, bread and coefficients of a fit of statsmodels or pyfixest.

    Raises ValueError for a fit of any other kind, one that did not converge or was penalised (its
    scores do not sum to zero), and one whose regressors are collinear.
    """
    if hasattr(fit, "_coefnames") and hasattr(fit, "_is_iv"):
        found = _of_pyfixest(fit)
    elif hasattr(fit, "params") and hasattr(fit, "model"):
        found = _of_statsmodels(fit)
    else:
        raise ValueError(
            f"{type(fit).__name__} is no fit of statsmodels or pyfixest; give scores and bread"
        )
    _check(found)
    return found


def _of_pyfixest(fit: Any) -> FitScores:
    kind = type(fit).__name__
    if fit._is_iv or kind not in ("Feols", "Fepois", "Felogit", "Feprobit", "Fegaussian"):
        raise ValueError(f"{kind}: only feols, fepois and feglm without instruments are read")
    scores, hessian = (getattr(fit, name, None) for name in ("_scores", "_hessian"))
    if scores is None or hessian is None or not np.size(scores):
        raise ValueError(f"{kind} keeps no scores: fit it with lean=False and a regressor")
    left_out = {int(row) for row in (*fit._na_index, *fit.na_index)}
    return FitScores(
        np.asarray(scores, float),
        _inverse(np.asarray(hessian, float)),
        np.asarray(fit._beta_hat, float).ravel(),
        tuple(map(str, fit._coefnames)),
        _kept(len(scores), left_out),
    )


def _of_statsmodels(fit: Any) -> FitScores:
    model = fit.model
    kind = type(model).__name__
    coefficients = np.asarray(fit.params, float)
    if kind in ("OLS", "WLS"):
        if model.rank < len(coefficients):
            raise ValueError("regressors are collinear: the fit has no covariance")
        scores = model.wexog * np.asarray(fit.wresid, float)[:, None]
        bread = np.asarray(fit.normalized_cov_params, float)
    elif hasattr(model, "score_obs") and hasattr(model, "hessian"):
        scores = np.asarray(model.score_obs(coefficients), float)
        bread = _inverse(-np.asarray(model.hessian(coefficients), float))
    else:
        raise ValueError(f"{kind} of statsmodels has no scores by observation")
    left_out = getattr(model.data, "missing_row_idx", None)
    return FitScores(
        scores.reshape(len(scores), -1),
        bread,
        coefficients,
        tuple(map(str, model.data.param_names)),
        _kept(len(scores), {int(row) for row in ([] if left_out is None else left_out)}),
    )


def _kept(used: int, left_out: set[int]) -> NDArray[np.bool_]:
    kept = np.ones(used + len(left_out), dtype=bool)
    kept[list(left_out)] = False
    return kept


def _inverse(curvature: NDArray[np.float64]) -> NDArray[np.float64]:
    try:
        return np.asarray(np.linalg.inv(curvature), np.float64)
    except np.linalg.LinAlgError:
        raise ValueError("regressors are collinear: the fit has no covariance") from None


def _check(found: FitScores) -> None:
    total = found.scores.sum(axis=0)
    if not (np.isfinite(total).all() and np.isfinite(found.bread).all()):
        raise ValueError("the fit has scores or a Hessian that are not finite: did it converge?")
    step = np.abs(found.bread @ total)
    sizes = np.sqrt(np.abs(np.diag(found.bread)))
    least = 1e-8 * np.abs(found.coefficients)
    if (step > NEWTON_STEP * sizes * np.sqrt(_scale(found)) + least).any():
        raise ValueError("the scores do not sum to zero: the fit did not converge, or is penalised")


def _scale(found: FitScores) -> float:
    """The mean size of a score against the curvature: 1 for a likelihood, s² for least squares."""
    products = found.scores.T @ found.scores
    return float((products * found.bread).sum()) / found.scores.shape[1]
