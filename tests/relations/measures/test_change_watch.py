"""Watching a rate period by period: against the sum over all runs, and what it may not know."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from studies.change_points.series import COAL, COAL_FIRST_YEAR

from foedus.relations.measures.levels.run_lengths import ChangeWatch, change_watch
from tests.relations.measures.mixed_laws import beta_negative_binomial

counts_of_a_few_days = st.lists(st.integers(0, 9), min_size=1, max_size=30).map(np.array)


def runs_by_enumeration(
    counts: list[int], expected_run: float, times: list[float], dispersion: float = 0
) -> np.ndarray:
    """The chance of each beginning of the present run, from every set of beginnings."""
    n = len(counts)
    rates = [times[0] / (counts[0] + 0.5)]
    rates += [sum(times[:day]) / (sum(counts[:day]) + 0.5) for day in range(1, n)]
    chances = np.zeros(n)
    for code in range(2 ** (n - 1)):
        starts = [0] + [day for day in range(1, n) if code >> (day - 1) & 1]
        chance = (1 / expected_run) ** (len(starts) - 1) * (1 - 1 / expected_run) ** (
            n - len(starts)
        )
        for start, end in zip(starts, [*starts[1:], n], strict=True):
            shape, rate = 1.0, rates[start]
            for count, time in zip(counts[start:end], times[start:end], strict=True):
                if dispersion and time:
                    size = 1 / dispersion
                    chance *= beta_negative_binomial(count, size * time, 1 + size * rate, shape)
                elif time:
                    chance *= stats.nbinom.pmf(count, shape, rate / (rate + time))
                shape, rate = shape + count, rate + time
        chances[starts[-1]] += chance
    return chances / chances.sum()


@pytest.mark.parametrize("dispersion", [0, 0.4])
@pytest.mark.parametrize("times", [[1.0] * 7, [1.0, 2, 0.5, 0, 1, 0.3, 2]])
def test_the_run_is_that_of_every_history(dispersion: float, times: list[float]) -> None:
    counts = [2, 1, 3, 0, 9, 7, 8]
    found = change_watch(counts, times, expected_run=10, dispersion=dispersion)
    expected = runs_by_enumeration(counts, 10, times, dispersion)
    assert found.now.probabilities == pytest.approx(expected[found.now.begins], abs=1e-9)
    assert found.changed[-1] == pytest.approx(expected[1:].sum(), abs=1e-9)


def test_a_rate_that_triples_is_seen_within_days_and_with_its_size() -> None:
    draws = np.random.default_rng(624)
    found = change_watch(draws.poisson(np.repeat([3.0, 12.0], [60, 12])))
    assert found.changed[59] < 0.2
    assert found.changed[64] > 0.99
    first, last = found.now.last_change()
    assert first <= 60 <= last
    middle, low, high = found.now.effect()
    assert low < 4 < high
    assert low < middle < high


def test_what_comes_later_does_not_change_what_was_known() -> None:
    early, whole = change_watch(COAL[:60], expected_run=50), change_watch(COAL, expected_run=50)
    assert early.changed == pytest.approx(whole.changed[:60])
    assert COAL_FIRST_YEAR + whole.likeliest[60] == 1892


def test_day_by_day_is_the_same_as_all_at_once() -> None:
    watch = ChangeWatch(expected_run=30)
    for count in (3, 2, float("nan"), 4, 15):
        watch = watch.after(count, 2.0)
    whole = change_watch([3, 2, np.nan, 4, 15], [2.0] * 5, expected_run=30).now
    assert watch.probabilities == pytest.approx(whole.probabilities)
    assert (watch.begins == whole.begins).all()


def test_bunches_alarm_only_who_does_not_expect_them() -> None:
    counts = np.random.default_rng(9).negative_binomial(1.0, 0.1, 100)
    plain, bunched = change_watch(counts), change_watch(counts, dispersion=1.0)
    assert plain.changed.max() > 0.99
    assert bunched.changed[20:].max() < 0.8


@given(counts_of_a_few_days, st.floats(0.1, 50))
@settings(deadline=None, max_examples=40)
def test_chances_add_up_whatever_the_unit_of_exposure(counts: np.ndarray, unit: float) -> None:
    days = change_watch(counts)
    other = change_watch(counts, np.full(len(counts), unit))
    assert days.now.probabilities.sum() == pytest.approx(1)
    assert other.changed == pytest.approx(days.changed, abs=1e-6)
    assert ((days.changed >= 0) & (days.changed <= 1 + 1e-12)).all()


def test_days_without_coverage_let_time_pass_and_say_nothing() -> None:
    found = change_watch([4, 5, 4, np.nan, np.nan, 4])
    assert found.changed[3] < 0.2
    assert found.now.periods == 6
    first = change_watch([np.nan, np.nan, 4, 5])
    assert first.changed[:3].tolist() == [0, 0, 0]


def test_a_single_day_has_no_change_to_tell_of() -> None:
    now = change_watch([4]).now
    assert now.last_change() is None
    assert now.effect() is None


@pytest.mark.parametrize(
    ("counts", "options"),
    [
        ([-1, 2], {}),
        ([1, 2], {"expected_run": 1}),
        ([1, 2], {"dispersion": -1}),
        ([1, 2], {"dispersion": float("nan")}),
        ([1, 2], {"recent": 0}),
        ([], {}),
    ],
)
def test_what_cannot_be_watched_is_refused(counts: list[int], options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"count|expected_run|exposure|dispersion"):
        change_watch(counts, **options)
