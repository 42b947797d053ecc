"""Intervals that hold as often as they say, also when the era changes."""

import numpy as np
import pytest

from foedus.repercussions.forecasts.conformal import (
    adaptive_intervals,
    conformal_reach,
    prediction_sets,
)


def test_the_reach_is_the_ninety_fifth_of_ninety_nine() -> None:
    assert conformal_reach(np.arange(1, 100), 0.05) == 95
    assert conformal_reach([1.0, 2.0], 0.1) == np.inf


def test_intervals_hold_on_average_over_many_samples() -> None:
    chance = np.random.default_rng(1)
    held = [
        abs(chance.standard_t(3)) <= conformal_reach(np.abs(chance.standard_t(3, 60)), 0.1)
        for _ in range(1500)
    ]
    assert np.mean(held) == pytest.approx(0.9, abs=0.025)


def test_intervals_follow_an_era_in_which_errors_grow() -> None:
    chance = np.random.default_rng(3)
    year = np.repeat(np.arange(1900, 1980), 30)
    errors = np.abs(chance.normal(0, np.where(year < 1940, 1, 1.03 ** (year - 1940)), len(year)))
    found = adaptive_intervals(errors, year, 0.1)
    late = year >= 1945
    fixed = conformal_reach(errors[year < 1940], 0.1)
    assert found.held[late].mean() == pytest.approx(0.9, abs=0.05)
    assert (errors[late] <= fixed).mean() < 0.8


def test_no_interval_uses_its_own_year_or_later() -> None:
    chance = np.random.default_rng(4)
    year = np.repeat(np.arange(2000, 2020), 10)
    errors = chance.random(200)
    before = adaptive_intervals(errors, year).reach[year == 2012]
    errors[year >= 2012] *= 100
    assert adaptive_intervals(errors, year).reach[year == 2012] == pytest.approx(before)


def test_rare_events_are_not_ruled_out_for_being_rare() -> None:
    chance = np.random.default_rng(5)
    p = chance.beta(0.2, 8, 20_000)
    came = (chance.random(20_000) < p).astype(float)
    half = np.arange(20_000) < 10_000
    sets = prediction_sets(p[half], came[half], p[~half], 0.1)
    for label in (0, 1):
        assert sets[came[~half] == label, label].mean() == pytest.approx(0.9, abs=0.05)


def test_an_outcome_never_seen_is_never_ruled_out() -> None:
    assert prediction_sets([0.1, 0.2], [0, 0], [0.01], 0.1)[:, 1].all()
