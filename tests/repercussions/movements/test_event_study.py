"""The three estimators: against dummies, against pyfixest, and where the usual one errs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.repercussions.movements.event_study import event_study
from foedus.repercussions.movements.two_way import two_way
from tests.repercussions.movements.panels import staggered

ARRAYS = ("outcome", "unit", "period", "treated_from", "one", "two")


def asked(panel: dict[str, np.ndarray], **more: object):
    return event_study(*(panel[name] for name in ARRAYS), leads=5, lags=3, **more)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 9), st.integers(2, 7), st.floats(0, 0.7))
def test_what_is_left_is_what_dummies_leave(seed, units, periods, missing):
    rng = np.random.default_rng(seed)
    unit, period = (each.ravel() for each in np.indices((units, periods)))
    kept = rng.random(len(unit)) >= missing
    kept[0] = True
    unit, period = unit[kept], period[kept]
    columns = rng.normal(size=(len(unit), 2))
    dummies = np.column_stack(
        [unit == place for place in range(units)] + [period == place for place in range(periods)]
    ).astype(float)
    expected = columns - dummies @ np.linalg.lstsq(dummies, columns, rcond=None)[0]
    found = two_way(unit, period, units, periods).within(columns)
    assert np.allclose(found, expected, atol=1e-8)


def test_the_two_way_study_is_that_of_pyfixest():
    pd, pf = pytest.importorskip("pandas"), pytest.importorskip("pyfixest")
    panel = staggered()
    found = asked(panel, methods=("two-way",)).by("two-way")
    rows = pd.DataFrame({name: panel[name] for name in ("outcome", "unit", "period")})
    since = panel["period"] - panel["treated_from"]
    inside = np.isnan(since) | ((since >= -5) & (since <= 3))
    rows["since"] = np.where(np.isnan(since), -1, since).astype(int)
    fit = pf.feols("outcome ~ i(since, ref=-1) | unit + period", rows[inside])
    theirs = [fit.coef()[f"since::{time}"] for time in found.relative]
    assert np.allclose(found.effects, theirs, atol=1e-6)


def test_imputed_effects_are_those_of_gardners_two_stages():
    pd, pf = pytest.importorskip("pandas"), pytest.importorskip("pyfixest")
    panel = staggered()
    found = asked(panel, methods=("imputation",)).by("imputation")
    rows = pd.DataFrame({name: panel[name] for name in ("outcome", "unit", "period")})
    since = panel["period"] - panel["treated_from"]
    inside = np.isnan(since) | ((since >= -5) & (since <= 3))
    rows["since"] = np.where(np.isnan(since), -1, since).astype(int)
    rows["treated"] = since >= 0
    fit = pf.did2s(
        rows[inside],
        yname="outcome",
        first_stage="~ 0 | unit + period",
        second_stage="~ i(since, ref=-1)",
        treatment="treated",
        cluster="unit",
    )
    for time, effect in zip(found.relative, found.effects, strict=True):
        if time >= 0:
            assert effect == pytest.approx(fit.coef()[f"since::{time}"], abs=1e-4)


def test_cohorts_weighted_are_those_of_sun_and_abraham_in_pyfixest():
    pd, pf = pytest.importorskip("pandas"), pytest.importorskip("pyfixest")
    panel = staggered(missing=0)
    rows = pd.DataFrame({name: panel[name] for name in ("outcome", "unit", "period")})
    rows["cohort"] = np.nan_to_num(panel["treated_from"]).astype(int)
    found = event_study(
        *(panel[name] for name in ARRAYS), leads=16, lags=16, methods=("cohort-weighted",)
    ).by("cohort-weighted")
    fit = pf.event_study(
        rows,
        yname="outcome",
        idname="unit",
        tname="period",
        gname="cohort",
        estimator="saturated",
    )
    theirs = fit.aggregate(agg="period", weighting="shares")
    for time, effect in zip(found.relative, found.effects, strict=True):
        if time in (0, 1, 2, 3):
            assert effect == pytest.approx(float(theirs.loc[float(time), "Estimate"]), abs=1e-6)


def truth(panel: dict[str, np.ndarray], time: int) -> float:
    here = panel["period"] - panel["treated_from"] == time
    return float(panel["effect"][here].mean())


def test_cohorts_that_differ_lead_the_two_way_study_astray_and_not_the_others():
    far = {}
    for method in ("two-way", "cohort-weighted", "imputation"):
        errors = []
        for seed in range(6):
            panel = staggered(seed)
            result = asked(panel, methods=(method,)).by(method)
            effects = dict(zip(result.relative, result.effects, strict=True))
            errors.append([effects[time] - truth(panel, time) for time in (1, 2, 3)])
        far[method] = np.abs(np.mean(errors, axis=0)).max()
    assert far["two-way"] > 0.15
    assert far["cohort-weighted"] < 0.08
    assert far["imputation"] < 0.08


def test_intervals_of_the_imputed_average_hold_the_truth_about_as_often_as_they_say():
    held = 0
    for seed in range(60):
        panel = staggered(seed)
        result = asked(panel, methods=("imputation",)).by("imputation")
        after = (panel["period"] - panel["treated_from"] >= 1) & (
            panel["period"] - panel["treated_from"] <= 3
        )
        low, high = result.average_interval
        held += low <= panel["effect"][after].mean() <= high
    assert 48 <= held <= 60


def test_leads_are_tested_together():
    panel = staggered()
    assert asked(panel).by("imputation").pretrend_p > 0.01
    since = panel["period"] - panel["treated_from"]
    panel["outcome"] = panel["outcome"] + np.where(since < 0, 0.4 * since, 0.0)
    assert asked(panel).by("imputation").pretrend_p < 0.001


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"treated_from": np.nan}, "no unit is treated"),
        ({"outcome": 1.0}, "throughout"),
        ({"treated_from": 8.0}, "nobody is left to compare with"),
        ({"treated_from": 1.0}, "fewer than two periods before"),
        ({"treated_from": 15.0}, "no treated observation lies after"),
    ],
)
def test_what_cannot_be_estimated_is_refused_with_the_reason(change, said):
    panel = staggered()
    for name, value in change.items():
        kept = np.isnan(panel["treated_from"]) & (value in (1.0, 15.0)) & (name == "treated_from")
        panel[name] = np.where(kept, np.nan, value)
    with pytest.raises(ValueError, match=said):
        asked(panel)


def test_the_joint_test_of_leads_rejects_what_is_not_there_no_more_than_it_says():
    rejected = 0
    for seed in range(60):
        panel = staggered(seed)
        panel["outcome"] = panel["outcome"] - panel["effect"]
        rejected += asked(panel, methods=("two-way",)).by("two-way").pretrend_p <= 0.1
    assert rejected <= 12


def test_a_unit_that_is_two_dyads_is_refused():
    panel = staggered()
    panel["one"] = panel["one"].copy()
    panel["one"][np.flatnonzero(panel["unit"] == 5)[0]] = 23
    with pytest.raises(ValueError, match="the same two members"):
        asked(panel)
