"""What learns, and that nothing learns from what had not yet happened."""

import dataclasses

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from foedus.errors import MissingExtra
from foedus.repercussions.forecasts import learners
from foedus.repercussions.forecasts.histories import faded_counts, peace_years
from foedus.repercussions.forecasts.learners import rows_kept, weighted_logit
from foedus.repercussions.forecasts.pool import WAYS, Way, mean_pool, odds_pool
from foedus.repercussions.forecasts.rolling import (
    Rows,
    base_rate_at,
    fold_forecasts,
    mixture_at,
    pooled_folds,
)


@pytest.fixture(autouse=True)
def few_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here does not hang on how many trees there are."""
    monkeypatch.setitem(learners._TREES, "max_iter", 15)


@pytest.fixture(scope="module")
def rows() -> Rows:
    """Forty years of three hundred dyads, of which the likely ones fight again and again."""
    chance = np.random.default_rng(7)
    dyads, years = 300, np.arange(1950, 1990)
    year = np.repeat(years, dyads)
    border = np.tile(chance.random(dyads) < 0.2, len(years)).astype(float)
    power = np.tile(chance.normal(size=dyads), len(years))
    odds = -3.5 + 2 * border + 0.8 * power
    came = (chance.random(len(year)) < 1 / (1 + np.exp(-odds))).astype(float)
    one = np.tile(np.arange(dyads), len(years))
    return Rows(
        came,
        year - 1,
        year,
        one,
        one + dyads,
        np.column_stack([np.ones(len(year)), border, power]),
        np.column_stack([border, power]),
        ("constant", "border", "power"),
    )


def test_a_weighted_logit_is_the_one_of_scikit_learn(rows: Rows) -> None:
    weights = np.random.default_rng(1).random(len(rows.outcome)) + 0.1
    ours = weighted_logit(rows.outcome, rows.regressors, weights)
    theirs = LogisticRegression(C=np.inf, tol=1e-10, max_iter=500)
    theirs.fit(rows.regressors[:, 1:], rows.outcome, sample_weight=weights)
    assert ours == pytest.approx([*theirs.intercept_, *theirs.coef_[0]], abs=1e-3)


def test_few_of_the_uneventful_rows_stand_for_all_of_them() -> None:
    outcome = (np.arange(100_000) % 1000 == 0).astype(float)
    kept, stands_for = rows_kept(outcome, seed=1)
    assert outcome[kept].sum() == 100
    assert len(kept) < 5000
    assert stands_for.sum() == pytest.approx(100_000, rel=0.05)


def test_perfect_separation_and_a_constant_outcome_are_refused_with_the_reason() -> None:
    x = np.column_stack([np.ones(40), np.linspace(-1, 1, 40)])
    with pytest.raises(ValueError, match="perfectly"):
        weighted_logit((x[:, 1] > 0).astype(float), x, np.ones(40))
    with pytest.raises(ValueError, match="same throughout"):
        weighted_logit(np.zeros(40), x, np.ones(40))


def test_without_scikit_learn_one_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sklearn", None)
    with pytest.raises(MissingExtra, match=r"foedus\[forecast\]"):
        learners.boosted_odds(np.array([0.0, 1.0]), np.ones((2, 1)), np.ones(2), seed=1)


def test_the_future_changes_no_forecast(rows: Rows) -> None:
    folds = fold_forecasts(rows, (1965, 1970, 1975), 5)
    asked = rows.asked_at(1975, 5)
    before = mixture_at(rows, 1975, asked, folds).probability
    turned = np.where(rows.year > 1975, 1 - rows.outcome, rows.outcome)
    other = dataclasses.replace(rows, outcome=turned)
    again = fold_forecasts(other, (1965, 1970, 1975), 5)
    assert mixture_at(other, 1975, asked, again).probability == pytest.approx(before, abs=1e-12)


def test_pooled_forecasts_of_the_past_mean_about_what_they_say(rows: Rows) -> None:
    folds = fold_forecasts(rows, range(1960, 1985, 5), 5)
    places, said = pooled_folds(rows, folds, 1989)
    assert rows.year[places].min() > 1965
    assert said.mean() == pytest.approx(rows.outcome[places].mean(), rel=0.15)


def test_too_few_events_to_learn_weights_from_are_refused() -> None:
    with pytest.raises(ValueError, match="20 either way"):
        odds_pool(np.zeros((500, 2)), np.zeros(500), np.zeros(500), WAYS[0])


def test_a_pool_learns_the_level_and_listens_to_who_knows() -> None:
    chance = np.random.default_rng(3)
    odds = chance.normal(-2, 1.5, 30_000)
    noise = chance.normal(-2, 1.5, 30_000)
    came = (chance.random(30_000) < 1 / (1 + np.exp(-(odds - 1)))).astype(float)
    members, age = np.column_stack([odds, noise]), np.zeros(30_000)
    learnt = odds_pool(members, came, age, Way(False, np.inf))
    assert learnt.weights == pytest.approx([1, 0], abs=0.07)
    assert learnt.intercept == pytest.approx(-1, abs=0.1)
    even = odds_pool(members, came, age, Way(True, np.inf))
    assert even.weights == pytest.approx([0.5, 0.5])


def test_a_pool_follows_the_era() -> None:
    chance = np.random.default_rng(4)
    odds = chance.normal(-2, 1, 20_000)
    age = np.repeat([40.0, 0.0], 10_000)
    rate = odds + np.where(age == 0, -1.5, 1.0)
    came = (chance.random(20_000) < 1 / (1 + np.exp(-rate))).astype(float)
    recent = odds_pool(odds[:, None], came, age, Way(False, 5.0))
    always = odds_pool(odds[:, None], came, age, Way(False, np.inf))
    assert recent.intercept == pytest.approx(-1.5, abs=0.25)
    assert always.intercept > recent.intercept + 0.5


def test_means_are_pooled_without_negative_weights() -> None:
    chance = np.random.default_rng(5)
    truth = chance.normal(size=2000)
    means = np.column_stack([truth, -truth])
    pool = mean_pool(means, truth + chance.normal(0, 0.3, 2000), np.zeros(2000))
    assert pool.weights == pytest.approx([1, 0], abs=0.05)
    assert pool.deviation == pytest.approx(0.3, abs=0.02)


def test_base_rates_are_of_what_was_known(rows: Rows) -> None:
    seen = (rows.year <= 1970) & (rows.year > 1950)
    assert base_rate_at(rows, 1970) == pytest.approx(rows.outcome[seen].mean())


def test_peace_is_counted_from_the_last_dispute_and_the_past_fades() -> None:
    dyad = np.array([1, 1, 1, 1, 1, 2, 2])
    year = np.array([1900, 1901, 1902, 1903, 1904, 1903, 1904])
    fought = np.array([0, 1, 0, 0, 1, 0, 0]).astype(bool)
    assert peace_years(dyad, year, fought).tolist() == [0, 1, 0, 1, 2, 0, 1]
    faded = faded_counts(dyad[:, None], year, fought.astype(float), 1.0)[:, 0]
    assert faded.tolist() == [0, 0, 1, 0.5, 0.25, 0, 0]


def test_a_state_remembers_what_befell_it_with_others() -> None:
    both = np.array([[1, 2], [1, 3], [1, 2], [2, 3]])
    year = np.array([1900, 1900, 1901, 1901])
    past = faded_counts(both, year, np.array([1.0, 1.0, 0.0, 0.0]), 5.0)
    assert past.tolist() == [[0, 0], [0, 0], [2, 1], [1, 1]]
