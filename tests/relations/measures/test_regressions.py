"""Regressions on many rows: against statsmodels, against the conditions of an optimum."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from foedus import measures
from foedus.relations.measures.inference.dyadic_errors import dyadic_covariance
from foedus.relations.measures.inference.fit_scores import FitScores, fit_scores
from foedus.relations.measures.inference.regressions import regression

KINDS = ("linear", "logit", "poisson")


def drawn(kind: str, rows: int, seed: int = 4) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    x = np.column_stack([np.ones(rows), chance.normal(size=(rows, 2)), chance.random(rows) * 1e5])
    link = x @ np.array([-1.0, 0.7, -0.3, 1e-5])
    if kind == "linear":
        return link + chance.normal(size=rows), x
    if kind == "poisson":
        return chance.poisson(np.exp(link)).astype(float), x
    return (chance.random(rows) < 1 / (1 + np.exp(-link))).astype(float), x


def by_statsmodels(kind: str, y: np.ndarray, x: np.ndarray) -> FitScores:
    sm = pytest.importorskip("statsmodels.api", reason="statsmodels (foedus[regression]) missing")
    fits: dict[str, Any] = {
        "linear": lambda: sm.OLS(y, x).fit(),
        "logit": lambda: sm.Logit(y, x).fit(disp=0, method="newton", tol=1e-14, maxiter=100),
        "poisson": lambda: sm.GLM(y, x, family=sm.families.Poisson()).fit(tol=1e-14),
    }
    return fit_scores(fits[kind]())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [60, 101_000])
def test_estimates_scores_and_bread_are_those_of_statsmodels(kind: Any, rows: int) -> None:
    y, x = drawn(kind, rows)
    ours, theirs = regression(y, x, kind), by_statsmodels(kind, y, x)
    assert ours.coefficients == pytest.approx(theirs.coefficients, rel=1e-7)
    assert ours.bread == pytest.approx(theirs.bread, rel=1e-6, abs=1e-18)
    assert np.allclose(ours.scores, theirs.scores, rtol=1e-6, atol=1e-3)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_fit_that_dyadic_covariance_takes(kind: Any) -> None:
    y, x = drawn(kind, 435)
    one, two = np.triu_indices(30, 1)
    fit = measures.regression(y, x, kind)
    found = dyadic_covariance(fit, one, two)
    again = dyadic_covariance(fit.scores, one, two, bread=fit.bread)
    assert found.standard_errors == pytest.approx(again.standard_errors)
    assert found.names == ("x0", "x1", "x2", "x3")
    assert found.intervals().shape == (4, 2)


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.integers(0, 2**32 - 1), st.integers(8, 60))
def test_scores_sum_to_zero_whatever_the_units(kind: Any, seed: int, rows: int) -> None:
    y, x = drawn(kind, rows, seed)
    x = x[:, :3]
    try:
        found = regression(y, x, kind)
    except ValueError:
        assume(False)
    total = np.abs(found.scores.sum(axis=0))
    assert (total <= 1e-7 * (np.abs(found.scores).sum(axis=0) + 1)).all()
    units = np.array([1.0, 1e7, 1e-4])
    other = regression(y, x * units, kind)
    assert other.coefficients * units == pytest.approx(found.coefficients, rel=1e-5, abs=1e-6)


def test_an_outcome_far_from_one_has_a_poisson_fit_too() -> None:
    chance = np.random.default_rng(2)
    x = np.column_stack([np.ones(400), chance.normal(size=400)])
    trade = np.exp(18 + 2 * x[:, 1] + chance.normal(size=400))
    found = regression(trade, x, "poisson")
    assert np.abs(found.scores.sum(axis=0)).max() < 1e-6 * trade.sum()


ONES = np.ones((6, 1))
SLOPE = np.column_stack([np.ones(6), np.arange(6.0)])


@pytest.mark.parametrize(
    ("y", "x", "kind", "why"),
    [
        ([0, 1, 0, 1, 0, 2], SLOPE, "logit", "0 or 1"),
        ([0, 1, 0, -1, 0, 2], SLOPE, "poisson", "zero or more"),
        ([1] * 6, SLOPE, "logit", "1 throughout"),
        ([0] * 6, SLOPE, "poisson", "0 throughout"),
        ([0, 0, 0, 1, 1, 1], SLOPE, "logit", "perfectly"),
        ([0, 1, 0, 1, 0, np.nan], SLOPE, "logit", "NaN"),
        ([0, 1, 0, 1, 0, 1], np.column_stack([SLOPE, SLOPE[:, 1]]), "linear", "collinear"),
        ([0, 1, 0, 1, 0, 1], np.column_stack([SLOPE, SLOPE[:, 1]]), "logit", "collinear"),
        ([0, 1, 0, 1, 0, 1], np.column_stack([SLOPE, 0 * SLOPE[:, 1]]), "linear", "zero through"),
        ([0, 1, 0, 1, 0], SLOPE, "linear", "\\(5,\\)"),
        ([0, 1], SLOPE[:2], "linear", "2 rows cannot tell 2"),
        ([0, 1, 0, 1, 0, 1], ONES[:, 0], "linear", "regressors \\(n, k\\)"),
        ([0, 1, 0, 1, 0, 1], SLOPE, "probit", "no kind"),
    ],
)
def test_what_has_no_fit_is_refused(y: Any, x: Any, kind: Any, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        regression(y, x, kind)


def test_a_state_that_never_fights_has_no_finite_estimate() -> None:
    y, x = drawn("logit", 150_000)
    never = np.zeros(len(y))
    never[:40] = 1
    y[:40] = 0
    with pytest.raises(ValueError, match="perfectly"):
        regression(y, np.column_stack([x, never]), "logit")
