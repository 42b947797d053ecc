"""Least squares, logit and Poisson regressions on many rows, with what a sandwich needs of them.

For panels of a million dyad-years and a few columns, where a general library takes a second or two:
rows are read in blocks that stay in the processor's cache, columns are brought to one size, and a
large fit starts from that of every twentieth row. Estimates are those of Newton's method to a
Newton decrement below 1e-20 of the number of rows; least squares are solved by normal equations and
corrected once by their residuals.

    logit: P(y = 1) = 1 / (1 + exp(-x'b)), y 0 or 1     poisson: E(y) = exp(x'b), y zero or more

The Poisson fit is the pseudo maximum likelihood of a non-negative outcome of any distribution
(PPML): y need not be whole. No penalty, no weights, no effects taken out: for those fit with
statsmodels or pyfixest. A constant is a column of ones. The result has no errors of its own, as
those of independent observations are wrong for dyads: give it to `dyadic_covariance`.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit

from foedus.relations.measures.inference.fit_scores import FitScores

__all__ = ["Kind", "regression"]

Kind: TypeAlias = Literal["linear", "logit", "poisson"]
_Floats: TypeAlias = NDArray[np.float64]

_BLOCK: Final = 8192
_STEPS: Final = 60
_SMALL: Final = 100_000
"""Rows up to which a fit starts from nothing."""
_EVERY: Final = 20
_LARGEST: Final = 1e100
_VAGUE: Final = 100.0
"""An error, in logits or logs per usual size of a regressor, that no data have that bound it."""


def regression(outcome: ArrayLike, regressors: ArrayLike, kind: Kind) -> FitScores:
    """Return coefficients (k,), scores (n, k) and bread of the outcome (n,) on regressors (n, k).

    Raises ValueError when shapes differ, there are no more rows than columns or no column, a value
    is NaN, infinite or beyond 1e100, an outcome is outside the model's range, the regressors are
    collinear, or they predict an outcome perfectly, so that a coefficient has no finite estimate.
    """
    y, x = np.asarray(outcome, float), np.asarray(regressors, float)
    _check(y, x, kind)
    sizes = np.sqrt(np.einsum("ij,ij->j", x, x) / len(x))
    if (sizes == 0).any():
        raise ValueError(f"regressor {int(np.argmin(sizes))} is zero throughout")
    scaled = _linear(y, x, sizes) if kind == "linear" else _likeliest(y, x, sizes, kind)
    curvature, residuals = _last(y, x, sizes, scaled, kind)
    bread = np.linalg.inv(curvature)
    if kind != "linear" and np.sqrt(np.diag(bread)).max() > _VAGUE:
        worst = int(np.argmax(np.diag(bread)))
        raise ValueError(f"regressor {worst} predicts outcomes perfectly: no finite estimate")
    return FitScores(
        x * residuals[:, None],
        bread / np.outer(sizes, sizes),
        scaled / sizes,
        tuple(f"x{column}" for column in range(x.shape[1])),
        np.ones(len(y), dtype=bool),
    )


def _check(y: _Floats, x: _Floats, kind: Kind) -> None:
    if kind not in ("linear", "logit", "poisson"):
        raise ValueError(f"'{kind}' is no kind of regression: linear, logit or poisson")
    if x.ndim != 2 or y.shape != x.shape[:1]:
        raise ValueError(f"an outcome (n,) needs regressors (n, k), not {y.shape} and {x.shape}")
    if not x.shape[1]:
        raise ValueError("there is no regressor; a constant is a column of ones")
    if len(y) <= x.shape[1]:
        raise ValueError(f"{len(y)} rows cannot tell {x.shape[1]} coefficients")
    if not (np.isfinite(y).all() and np.isfinite(x).all()):
        raise ValueError("a value is NaN or infinite: leave such rows out, and say so")
    sizes = np.append(np.maximum(x.max(axis=0), -x.min(axis=0)), np.abs(y).max())
    if sizes.max() > _LARGEST or (sizes[sizes > 0] < 1 / _LARGEST).any():
        raise ValueError("values are too large or too small for floats: take another unit")
    if kind == "logit" and not ((y == 0) | (y == 1)).all():
        raise ValueError("the outcome of a logit is 0 or 1")
    if kind == "poisson" and (y < 0).any():
        raise ValueError("the outcome of a Poisson regression is zero or more")
    if kind != "linear" and (y == y[0]).all() and (kind == "logit" or y[0] == 0):
        raise ValueError(f"the outcome is {y[0]:g} throughout: there is nothing to explain")


def _blocks(rows: int) -> Iterator[slice]:
    for begin in range(0, rows, _BLOCK):
        yield slice(begin, begin + _BLOCK)


def _linear(y: _Floats, x: _Floats, sizes: _Floats) -> _Floats:
    curvature = (x.T @ x) / np.outer(sizes, sizes)
    found = _solved(curvature, (x.T @ y) / sizes)
    left = y - x @ (found / sizes)
    return found + _solved(curvature, (x.T @ left) / sizes)


def _likeliest(y: _Floats, x: _Floats, sizes: _Floats, kind: Kind) -> _Floats:
    start = np.zeros(x.shape[1])
    if kind == "poisson":
        # From a constant rate: exp(0) may be far off.
        start = _linear(np.full(len(y), np.log(y.mean())), x, sizes)
    if len(y) > _SMALL:
        few = slice(None, None, _EVERY)
        with suppress(ValueError):  # too few to tell: start from nothing
            start = _newton(y[few], np.ascontiguousarray(x[few]), sizes, kind, start)
    return _newton(y, x, sizes, kind, start)


def _newton(y: _Floats, x: _Floats, sizes: _Floats, kind: Kind, start: _Floats) -> _Floats:
    found = start
    likelihood, slope, curvature = _at(y, x, found / sizes, kind)
    for _ in range(_STEPS):
        step = _solved(curvature / np.outer(sizes, sizes), slope / sizes)
        if (slope / sizes) @ step < 1e-20 * len(y):
            return found + step
        share = 1.0
        while True:
            tried = found + share * step
            better, slope_there, curvature_there = _at(y, x, tried / sizes, kind)
            if better >= likelihood - 1e-9 * abs(likelihood):
                break
            share /= 2
            if share < 1e-6:
                return found
        found, likelihood, slope, curvature = tried, better, slope_there, curvature_there
    raise ValueError("no estimate within 60 steps: do the regressors predict an outcome perfectly?")


def _at(
    y: _Floats, x: _Floats, coefficients: _Floats, kind: Kind
) -> tuple[float, _Floats, _Floats]:
    """Return the log likelihood (but for a constant), its slope and its curvature, negated."""
    k = x.shape[1]
    likelihood, slope, curvature = 0.0, np.zeros(k), np.zeros((k, k))
    for rows in _blocks(len(y)):
        here, told = x[rows], y[rows]
        link = here @ coefficients
        expected, log_normaliser = _expected(link, kind)
        likelihood += float(told @ link - log_normaliser.sum())
        slope += (told - expected) @ here
        weights = expected * (1 - expected) if kind == "logit" else expected
        curvature += (here * weights[:, None]).T @ here
    return likelihood, slope, curvature


def _expected(link: _Floats, kind: Kind) -> tuple[_Floats, _Floats]:
    if kind == "logit":
        return expit(link), np.log1p(np.exp(-np.abs(link))) + np.maximum(link, 0)
    # Beyond, a step is halved: the likelihood is far below that of any rate in the data.
    rate = np.exp(np.minimum(link, 300.0))
    return rate, rate


def _last(
    y: _Floats, x: _Floats, sizes: _Floats, scaled: _Floats, kind: Kind
) -> tuple[_Floats, _Floats]:
    """Return the curvature at the estimate, in usual sizes, and the residuals."""
    coefficients = scaled / sizes
    if kind == "linear":
        return (x.T @ x) / np.outer(sizes, sizes), y - x @ coefficients
    _, _, curvature = _at(y, x, coefficients, kind)
    return curvature / np.outer(sizes, sizes), y - _expected(x @ coefficients, kind)[0]


def _solved(curvature: _Floats, slope: _Floats) -> _Floats:
    values = np.linalg.eigvalsh(curvature)
    if values[0] < 1e-13 * values[-1]:
        raise ValueError("regressors are collinear, or predict an outcome perfectly")
    return np.asarray(np.linalg.solve(curvature, slope), np.float64)
