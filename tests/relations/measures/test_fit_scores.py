"""Fits of statsmodels and pyfixest: their scores make the sandwiches the libraries make."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from foedus.relations.measures.inference.dyadic_errors import dyadic_covariance
from foedus.relations.measures.inference.fit_scores import fit_scores

sm = pytest.importorskip("statsmodels.api", reason="statsmodels (foedus[regression]) is missing")
smf = pytest.importorskip("statsmodels.formula.api")
MEMBERS = 25


@pytest.fixture(scope="module")
def pf() -> Any:
    return pytest.importorskip("pyfixest", reason="pyfixest (foedus[regression]) is missing")


@pytest.fixture(scope="module")
def dyads() -> pd.DataFrame:
    """Three years of all pairs of states, each with an effect of its own."""
    chance = np.random.default_rng(11)
    one, two = np.triu_indices(MEMBERS, 1)
    one, two = np.tile(one, 3), np.tile(two, 3)
    effect = chance.normal(size=MEMBERS) / 2
    x, z = chance.normal(size=(2, len(one)))
    link = 0.3 + 0.5 * x - 0.2 * z + effect[one] + effect[two]
    return pd.DataFrame(
        {
            "one": one,
            "two": two,
            "x": x,
            "z": z,
            "y": link + chance.normal(size=len(one)),
            "war": (chance.random(len(one)) < 1 / (1 + np.exp(-link))).astype(float),
            "trade": chance.poisson(np.exp(link)).astype(float),
            "size": chance.uniform(0.5, 2, len(one)),
            "year": np.repeat([1900, 1901, 1902], len(one) // 3),
        }
    )


def fits(data: pd.DataFrame) -> dict[str, Any]:
    x = np.column_stack([np.ones(len(data)), data.x, data.z])
    return {
        "OLS": sm.OLS(data.y, x).fit(),
        "WLS": sm.WLS(data.y, x, weights=data["size"]).fit(),
        "Logit": sm.Logit(data.war, x).fit(disp=0),
        "Probit": sm.Probit(data.war, x).fit(disp=0),
        "Poisson": sm.Poisson(data.trade, x).fit(disp=0),
        "Binomial": sm.GLM(data.war, x, family=sm.families.Binomial()).fit(),
        "PPML": sm.GLM(data.trade, x, family=sm.families.Poisson()).fit(),
        "Gaussian": sm.GLM(data.y, x).fit(),
    }


KINDS = ("OLS", "WLS", "Logit", "Probit", "Poisson", "Binomial", "PPML", "Gaussian")


@pytest.mark.parametrize("kind", KINDS)
def test_scores_and_bread_make_the_sandwich_of_statsmodels(kind: str, dyads: pd.DataFrame) -> None:
    fit = fits(dyads)[kind]
    found = fit_scores(fit)
    ours = found.bread @ found.scores.T @ found.scores @ found.bread
    theirs = fit.model.fit(cov_type="HC0", **({} if kind in KINDS[:2] + KINDS[5:] else {"disp": 0}))
    assert ours == pytest.approx(np.asarray(theirs.cov_params()), rel=1e-6)
    assert found.coefficients == pytest.approx(np.asarray(fit.params))
    assert found.kept.all()


def test_a_logit_is_the_same_whoever_fitted_it(pf: Any, dyads: pd.DataFrame) -> None:
    ours = dyadic_covariance(fits(dyads)["Logit"], dyads.one, dyads.two)
    others = dyadic_covariance(fits(dyads)["Binomial"], dyads.one, dyads.two)
    theirs = dyadic_covariance(pf.feglm("war ~ x + z", dyads, family="logit"), dyads.one, dyads.two)
    assert theirs.names == ("Intercept", "x", "z")
    for each in (others, theirs):
        assert each.covariance == pytest.approx(ours.covariance, rel=1e-5)
        assert each.coefficients == pytest.approx(ours.coefficients, rel=1e-6)
    assert (ours.members, ours.dyads, ours.observations) == (25, 300, 900)
    low, high = ours.intervals()[1]
    assert low < ours.coefficients[1] < high


@pytest.mark.parametrize(("formula", "kind"), [("y ~ x + z", "OLS"), ("trade ~ x + z", "PPML")])
def test_so_are_least_squares_and_ppml(
    pf: Any, dyads: pd.DataFrame, formula: str, kind: str
) -> None:
    fit = (pf.feols if kind == "OLS" else pf.fepois)(formula, dyads)
    theirs = dyadic_covariance(fit, dyads.one, dyads.two)
    ours = dyadic_covariance(fits(dyads)[kind], dyads.one, dyads.two)
    # fepois stops when the deviance does, a little before the scores sum to zero.
    assert theirs.standard_errors == pytest.approx(ours.standard_errors, rel=2e-4)


def test_effects_of_years_are_dummies_by_another_name(pf: Any, dyads: pd.DataFrame) -> None:
    within = dyadic_covariance(pf.feols("y ~ x + z | year", dyads), dyads.one, dyads.two)
    dummies = dyadic_covariance(smf.ols("y ~ x + z + C(year)", dyads).fit(), dyads.one, dyads.two)
    places = [dummies.names.index(name) for name in within.names]
    assert within.standard_errors == pytest.approx(dummies.standard_errors[places])


def test_weights_are_in_the_scores(pf: Any, dyads: pd.DataFrame) -> None:
    theirs = dyadic_covariance(pf.feols("y ~ x + z", dyads, weights="size"), dyads.one, dyads.two)
    ours = dyadic_covariance(fits(dyads)["WLS"], dyads.one, dyads.two)
    assert theirs.covariance == pytest.approx(ours.covariance)


def test_rows_that_a_fit_left_out_are_left_out_of_the_ids(pf: Any, dyads: pd.DataFrame) -> None:
    holes = dyads.copy()
    holes.loc[[3, 200, 899], "x"] = np.nan
    holes.loc[17, "y"] = np.nan
    whole = holes.dropna()
    expected = dyadic_covariance(smf.ols("y ~ x + z", whole).fit(), whole.one, whole.two)
    array = sm.OLS(holes.y, sm.add_constant(holes[["x", "z"]]), missing="drop").fit()
    for fit in (smf.ols("y ~ x + z", holes).fit(), array, pf.feols("y ~ x + z", holes)):
        for ids in (holes, whole):
            found = dyadic_covariance(fit, ids.one, ids.two)
            assert found.covariance == pytest.approx(expected.covariance)
            assert found.observations == 896
        with pytest.raises(ValueError, match="896 observations out of 900 rows"):
            dyadic_covariance(fit, holes.one[:-1], holes.two[:-1])


def test_rows_left_out_for_separation_are_known_too(pf: Any, dyads: pd.DataFrame) -> None:
    none = dyads.assign(trade=dyads.trade.where(dyads.one != 4, 0))
    none = none.assign(first=none.one)
    with pytest.warns(UserWarning, match="separation"):
        fit = pf.fepois("trade ~ x | first", none)
    kept = none[none.one != 4]
    found = dyadic_covariance(fit, none.one, none.two)
    again = dyadic_covariance(pf.fepois("trade ~ x | first", kept), kept.one, kept.two)
    assert found.observations == len(kept)
    assert found.covariance == pytest.approx(again.covariance, rel=1e-6)


def test_fits_that_cannot_be_read_say_why(pf: Any, dyads: pd.DataFrame) -> None:
    x = np.column_stack([np.ones(len(dyads)), dyads.x, dyads.z])
    refused = {
        "did not converge": sm.Logit(dyads.war, x).fit(disp=0, maxiter=1, warn_convergence=False),
        "or is penalised": sm.Logit(dyads.war, x).fit_regularized(disp=0, alpha=5.0),
        "collinear": sm.OLS(dyads.y, np.column_stack([x, x[:, 1]])).fit(),
        "GLS": sm.GLS(dyads.y, x).fit(),
        "without instruments": pf.feols("y ~ 1 | x ~ z", dyads),
        "keeps no scores": pf.feols("y ~ x", dyads, lean=True),
    }
    for why, fit in refused.items():
        with pytest.raises(ValueError, match=why):
            dyadic_covariance(fit, dyads.one, dyads.two)
