"""Changes in a long series: the least cost by brute force, and no bare date."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.relations.measures.levels.long_changes import long_change_points, overdispersion


def least_cost(counts: np.ndarray, penalty: float) -> tuple[int, ...]:
    """The places of least cost plus penalty, from every set of places."""
    n = len(counts)
    best = (np.inf, ())
    for code in range(2 ** (n - 1)):
        places = tuple(day for day in range(1, n) if code >> (day - 1) & 1)
        bounds = (0, *places, n)
        cost = penalty * len(places)
        for start, end in pairwise(bounds):
            total = counts[start:end].sum()
            cost += 2 * total * (1 - np.log(total / (end - start))) if total else 0
        best = min(best, (cost, places))
    return best[1]


@given(st.lists(st.integers(0, 30), min_size=4, max_size=9))
@settings(deadline=None, max_examples=25)
def test_the_places_are_those_of_least_cost(counts: list[int]) -> None:
    values = np.array(counts, dtype=float)
    spread = overdispersion(values, np.ones(len(values)))
    found = long_change_points(values, penalty=3.0)
    expected = least_cost(values, 3.0 * spread)
    assert len(found.changes) == len(expected)
    for (first, last), place in zip(found.windows, expected, strict=True):
        assert first < place <= last + 1


def test_each_of_many_changes_has_an_interval_and_an_effect() -> None:
    draws = np.random.default_rng(1)
    levels = np.array([2.0, 8.0, 3.0, 9.0, 1.0])
    counts = draws.poisson(np.repeat(levels, 600))
    found = long_change_points(counts)
    assert found.step == 2
    assert len(found.changes) == 4
    held = 0
    for number, change in enumerate(found.changes, 1):
        assert abs(change.mode - 600 * number) < 20
        held += change.first <= 600 * number <= change.last
        assert change.effect == pytest.approx(levels[number] / levels[number - 1], rel=0.2)
        assert change.effect_low < change.effect < change.effect_high
        assert change.probability > 0.85
    assert held >= 3


def test_bunches_raise_the_price_of_a_change() -> None:
    counts = np.random.default_rng(2).negative_binomial(1.0, 0.1, 1_000)
    found = long_change_points(counts)
    assert found.overdispersion == pytest.approx(10, rel=0.3)
    assert len(found.changes) == 0


def test_exposure_is_no_change() -> None:
    volumes = np.repeat([1.0, 6.0], 250)
    counts = np.random.default_rng(3).poisson(2 * volumes)
    assert long_change_points(counts, volumes).changes == ()
    assert len(long_change_points(counts).changes) == 1


@pytest.mark.parametrize("counts", [[0] * 50, [3] * 50, [2], [1, 5, 0], [np.nan, 2, 3]])
def test_constant_and_short_series_have_no_change(counts: list[float]) -> None:
    assert long_change_points(counts).changes == ()


def test_a_larger_penalty_finds_no_more() -> None:
    counts = np.random.default_rng(4).poisson(np.repeat([2.0, 3.0, 2.0, 4.0], 200))
    numbers = [
        len(long_change_points(counts, penalty=paid).changes) for paid in (9.0, "sic", "mbic", 1e4)
    ]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[2] > numbers[3] == 0
    assert long_change_points(counts, penalty="sic").penalty == pytest.approx(2 * np.log(800))
    assert long_change_points(counts).penalty == pytest.approx(3 * np.log(800))


@pytest.mark.parametrize("penalty", ["aic", 0, -1.0, float("nan")])
def test_a_penalty_is_named_or_positive(penalty: str | float) -> None:
    with pytest.raises(ValueError, match="penalty"):
        long_change_points([1, 2, 3, 4], penalty=penalty)  # type: ignore[arg-type]
