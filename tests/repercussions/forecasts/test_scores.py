"""Scores: by their definitions, by hand, by scikit-learn, and by what proper scores must do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from foedus.repercussions.forecasts import scores
from foedus.repercussions.forecasts.reliability import groups_of_like, reliability

shares = st.floats(0.001, 0.999)
judged = st.lists(st.tuples(shares, st.booleans()), min_size=2, max_size=60)


@settings(max_examples=40, deadline=None)
@given(judged)
def test_scores_are_those_of_scikit_learn(pairs: list[tuple[float, bool]]) -> None:
    p, y = np.array([one for one, _ in pairs]), np.array([float(came) for _, came in pairs])
    assert scores.brier(p, y) == pytest.approx(brier_score_loss(y, p, pos_label=1))
    assert scores.log_score(p, y) == pytest.approx(log_loss(y, p, labels=[0, 1]))
    assert scores.ignorance(p, y) == pytest.approx(scores.log_score(p, y) / np.log(2))
    if 0 < y.sum() < len(y):
        assert scores.area_under_curve(p, y) == pytest.approx(roc_auc_score(y, p))


@settings(max_examples=40, deadline=None)
@given(judged, st.integers(1, 6))
def test_the_parts_of_a_brier_score_are_the_whole(
    pairs: list[tuple[float, bool]], groups: int
) -> None:
    p, y = np.array([one for one, _ in pairs]), np.array([float(came) for _, came in pairs])
    parts = scores.brier_parts(p, y, groups_of_like(p, groups))
    assert parts.score == pytest.approx(scores.brier(p, y))
    assert parts.reliability >= 0
    assert parts.resolution >= 0


@given(shares, shares)
def test_nothing_beats_ones_true_belief(true: float, said: float) -> None:
    def expected(p: float) -> tuple[float, float]:
        both = np.array([[p, 1.0], [p, 0.0]])
        each = [
            (scores.brier([one], [came]), scores.log_score([one], [came])) for one, came in both
        ]
        brier, log = np.array(each).T @ np.array([true, 1 - true])
        return float(brier), float(log)

    assert all(
        honest <= other + 1e-12
        for honest, other in zip(expected(true), expected(said), strict=True)
    )


def test_what_was_called_impossible_and_came_costs_everything() -> None:
    assert scores.log_score([0.0, 0.5], [1, 1]) == np.inf
    assert scores.log_score([0.0, 1.0], [0, 1]) == 0


def test_a_timid_forecaster_has_a_slope_over_one() -> None:
    chance = np.random.default_rng(1)
    odds = chance.normal(-2, 1.5, 40_000)
    came = (chance.random(40_000) < 1 / (1 + np.exp(-odds))).astype(float)
    honest = scores.calibration_line(1 / (1 + np.exp(-odds)), came)
    timid = scores.calibration_line(1 / (1 + np.exp(-odds / 1.5)), came)
    assert honest.slope_interval[0] <= 1 <= honest.slope_interval[1]
    assert timid.slope == pytest.approx(1.5 * honest.slope)
    assert honest.ratio == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize(("mean", "deviation", "came"), [(0, 1, 0.3), (2, 0.5, 2), (-1, 3, 5)])
def test_the_crps_of_a_normal_is_the_integral_it_stands_for(
    mean: float, deviation: float, came: float
) -> None:
    def gap(x: float) -> float:
        return float((norm.cdf(x, mean, deviation) - (x >= came)) ** 2)

    ends = mean - 12 * deviation, came, max(came, mean) + 12 * deviation
    whole = quad(gap, ends[0], ends[1])[0] + quad(gap, ends[1], ends[2])[0]
    assert scores.crps_of_normals(mean, deviation, came) == pytest.approx(whole, abs=1e-6)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=12), st.floats(-5, 5))
def test_the_crps_of_a_sample_is_its_double_mean(sample: list[float], came: float) -> None:
    x = np.array(sample)
    plain = np.abs(x - came).mean() - np.abs(x[:, None] - x).mean() / 2
    assert scores.crps_of_samples(x[None], [came])[0] == pytest.approx(plain, abs=1e-9)


@pytest.mark.parametrize(
    ("p", "y", "why"),
    [
        ([0.2, 1.2], [0, 1], "probability"),
        ([0.2, 0.3], [0, 2], "0 or 1"),
        ([0.2], [0, 1], "shape"),
        ([], [], "no forecast"),
        ([np.nan], [1], "probability"),
    ],
)
def test_what_is_no_forecast_is_refused(p: list[float], y: list[float], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        scores.brier(p, y)


def test_a_line_needs_something_to_be_drawn_through() -> None:
    with pytest.raises(ValueError, match="all forecasts are the same"):
        scores.calibration_line([0.2, 0.2, 0.2], [0, 1, 0])
    with pytest.raises(ValueError, match="throughout"):
        scores.calibration_line([0.2, 0.3, 0.4], [0, 0, 0])


def test_honest_forecasts_lie_within_nine_bars_of_ten() -> None:
    chance = np.random.default_rng(2)
    within = []
    for _ in range(60):
        p = chance.beta(0.3, 4, 3000)
        for group in reliability(p, chance.random(3000) < p):
            within.append(group.low <= group.came <= group.high)
    assert 0.86 <= np.mean(within) <= 0.99


def test_rare_events_fill_groups_and_equal_forecasts_share_one() -> None:
    p = np.concatenate([np.full(5000, 0.001), np.linspace(0.01, 0.5, 200)])
    place = groups_of_like(p)
    assert len(set(place[:5000].tolist())) == 1
    assert np.bincount(place).min() >= 20
    assert (np.diff(place[np.argsort(p, kind="stable")]) >= 0).all()
