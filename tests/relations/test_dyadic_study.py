"""The study of dispute onset: its years of peace, and the published way to its errors."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from studies.dyadic_errors.decomposition import by_dyad, by_observation, by_the_decomposition
from studies.dyadic_errors.panel import peace_years

from foedus import measures


def test_peace_is_counted_from_the_last_dispute_or_the_dyads_first_year() -> None:
    one = np.array([2, 2, 2, 2, 2, 20, 20])
    two = np.array([20, 20, 20, 20, 20, 200, 200])
    year = np.array([1900, 1901, 1902, 1903, 1904, 1902, 1904])
    dispute = np.array([False, True, False, False, False, False, False])
    assert peace_years(one, two, year, dispute).tolist() == [0, 1, 0, 1, 2, 0, 2]
    order = np.array([6, 2, 0, 4, 1, 3, 5])
    shuffled = peace_years(one[order], two[order], year[order], dispute[order])
    assert shuffled.tolist() == [[0, 1, 0, 1, 2, 0, 2][row] for row in order]


@settings(deadline=None)
@given(st.integers(5, 12), st.integers(1, 3), st.integers(0, 2**32 - 1))
def test_the_closed_form_is_the_published_decomposition(
    members: int, years: int, seed: int
) -> None:
    one, two = np.tile(np.array(np.triu_indices(members, 1)), years)
    scores = np.random.default_rng(seed).normal(size=(len(one), 2))
    found = measures.dyadic_covariance(scores, one, two, bread=np.eye(2))
    with np.errstate(invalid="ignore"):
        theirs = by_the_decomposition(scores, np.eye(2), one, two)
    own = ~found.errors_repaired
    assert found.standard_errors[own] ** 2 == pytest.approx(theirs[own] ** 2, abs=1e-8)
    if years == 1:
        alone = by_observation(scores, np.eye(2))
        assert by_dyad(scores, np.eye(2), one, two) == pytest.approx(alone)
