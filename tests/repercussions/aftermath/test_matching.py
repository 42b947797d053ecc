"""Pairs beside a pact are its like, and a trait is never traded for nearness."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import mahalanobis

from foedus.repercussions.aftermath import resemblance
from foedus.repercussions.aftermath.matching import (
    NEIGHBOURS,
    distances_within,
    nearest,
    standardised_differences,
)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(6, 40))
def test_the_nearest_are_the_nearest_of_those_alike(seed, number):
    random = np.random.default_rng(seed)
    candidates, pact = random.normal(size=(number, 3)), random.normal(size=3)
    alike = random.random(number) < 0.7
    inverse = distances_within(candidates)
    found = nearest(pact, candidates, inverse, alike)
    every = {
        place: mahalanobis(pact, candidates[place], inverse) for place in np.flatnonzero(alike)
    }
    assert found.places.tolist() == sorted(every, key=every.get)[:NEIGHBOURS]
    assert found.distances == pytest.approx([every[place] for place in found.places])


def test_a_covariate_unknown_of_the_pact_is_left_out_and_a_candidate_unknown_passed_over():
    candidates = np.array([[0.0, 9.0], [1.0, 0.0], [np.nan, 0.0], [3.0, 1.0]])
    inverse = np.eye(2)
    found = nearest(np.array([0.0, np.nan]), candidates, inverse, np.ones(4, dtype=bool))
    assert found.places.tolist() == [0, 1, 3]


def test_a_covariate_without_spread_has_no_say():
    candidates = np.array([[1.0, 5.0], [2.0, 5.0], [4.0, 5.0]])
    found = nearest(
        np.array([2.1, 0.0]), candidates, distances_within(candidates), np.ones(3, dtype=bool)
    )
    assert found.places.tolist() == [1, 0, 2]


def test_a_covariate_known_of_nobody_keeps_nobody_out():
    candidates = np.array([[1.0, np.nan], [2.0, np.nan], [4.0, np.nan]])
    found = nearest(
        np.array([3.9, np.nan]), candidates, distances_within(candidates), np.ones(3, dtype=bool)
    )
    assert found.places.tolist() == [2, 1, 0]


def test_nobody_can_be_held_beside_when_hardly_anything_is_known():
    with pytest.raises(ValueError, match="fewer than two"):
        distances_within(np.array([[np.nan, 1.0], [2.0, 3.0]]))


def test_balance_is_the_difference_in_standard_deviations_of_the_treated():
    treated = np.array([[2.0], [4.0], [np.nan]])
    others = np.array([[1.0], [5.0], [np.nan]])
    found = standardised_differences(treated, others, np.array([3.0, 1.0, 9.0]), np.array([2.0]))
    assert found == pytest.approx([(3 - 2) / 2])


def test_likeness_is_whole_with_itself_and_names_what_is_not_known():
    own = np.array([True, False, True])
    assert (
        resemblance.of_obligations(own, np.array([[True, False, True], [False, True, False]]))[0]
        == 1
    )
    assert np.isnan(resemblance.of_traits(1.0, np.array([np.nan]))[0])
    parts = np.array([[1.0, np.nan], [0.5, 0.0], [np.nan, np.nan]])
    assert resemblance.whole(parts)[:2].tolist() == [1.0, 0.25]
    assert np.isnan(resemblance.whole(parts)[2])


@settings(max_examples=40, deadline=None)
@given(st.floats(-5, 5), st.lists(st.floats(-5, 5), min_size=1, max_size=9))
def test_likeness_of_quantities_lies_from_none_to_whole(own, others):
    found = resemblance.of_quantities(own, np.array(others))
    assert ((found >= -1e-9) & (found <= 1 + 1e-9)).all()
    assert resemblance.of_quantities(own, np.array([*others, own]))[-1] == pytest.approx(1)
