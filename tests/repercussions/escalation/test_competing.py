"""What comes first: against counting by hand, a second computation, and its limits."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from foedus.repercussions.escalation.competing import first_to_come, jeffreys

cohorts = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 4)), min_size=1, max_size=40
)


def product_limit(told: list[tuple[int, int, int]], intervals: int) -> np.ndarray:
    """The estimate once more, incident by incident: kinds by intervals."""
    waiting, chance = 1.0, np.zeros((2, intervals))
    total = np.zeros(2)
    for now in range(intervals):
        there = [one for one in told if one[0] > now or (one[0] == now and one[1])]
        if not there:
            total = total if waiting < 1e-12 else np.full(2, np.nan)
        else:
            hits = [sum(one[0] == now and one[1] == kind for one in there) for kind in (1, 2)]
            total = total + waiting * np.array(hits) / len(there)
            waiting *= 1 - sum(hits) / len(there)
        chance[:, now] = total
    return chance


@settings(max_examples=60, deadline=None)
@given(cohorts)
def test_the_estimate_is_that_of_going_through_the_incidents(
    told: list[tuple[int, int, int]],
) -> None:
    found = first_to_come(*zip(*told, strict=True), intervals=5)
    assert np.allclose(found.chance, product_limit(told, 5), equal_nan=True, atol=1e-12)
    known = ~np.isnan(found.chance[0])
    assert (found.chance[:, known].sum(axis=0) <= 1 + 1e-12).all()
    assert (np.diff(found.chance[:, known]) >= -1e-12).all()
    assert (found.low[:, known] <= found.chance[:, known] + 1e-9).all()
    assert (found.chance[:, known] <= found.high[:, known] + 1e-9).all()


def test_with_nothing_cut_off_a_chance_is_a_share() -> None:
    waits, kinds = [0, 0, 1, 2, 9, 9, 9, 9, 9, 9], [1, 2, 1, 2, 0, 0, 0, 0, 0, 0]
    found = first_to_come(waits, kinds, range(10), intervals=4)
    assert found.chance[0].tolist() == pytest.approx([0.1, 0.2, 0.2, 0.2])
    assert found.chance[1].tolist() == pytest.approx([0.1, 0.1, 0.2, 0.2])
    assert found.at_risk.tolist() == [10, 8, 7, 6]
    # Alone, ten incidents know a share no better than Jeffreys' interval.
    low, high = jeffreys(2, 10)
    assert found.low[0, 3] <= low + 1e-9
    assert found.high[0, 3] >= high - 1e-9


def test_incidents_of_one_war_are_not_so_many_incidents() -> None:
    waits, kinds = [0] * 20 + [9] * 60, [1] * 20 + [0] * 60
    alone = first_to_come(waits, kinds, range(80), intervals=2)
    together = first_to_come(waits, kinds, [one // 10 for one in range(80)], intervals=2)
    assert alone.chance[0, 1] == together.chance[0, 1] == 0.25
    assert together.high[0, 1] - together.low[0, 1] > 1.8 * (alone.high[0, 1] - alone.low[0, 1])


def test_jeffreys_is_the_beta_quantile_and_ends_where_all_or_none_came() -> None:
    low, high = jeffreys([0, 3, 5], [5, 5, 5])
    assert low.tolist() == pytest.approx([0, beta.ppf(0.05, 3.5, 2.5), beta.ppf(0.05, 5.5, 0.5)])
    assert high.tolist() == pytest.approx([beta.ppf(0.95, 0.5, 5.5), beta.ppf(0.95, 3.5, 2.5), 1])
    assert np.isnan(jeffreys(0, 0)).all()


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    chance = np.random.default_rng(7)
    held = 0
    for _ in range(200):
        leaning = chance.beta(3, 7, size=40)  # each dispute has its own
        kinds = (chance.random((40, 3)) < leaning[:, None]).astype(int).ravel()
        found = first_to_come(
            np.where(kinds == 1, 0, 9), kinds, np.repeat(np.arange(40), 3), intervals=1
        )
        held += found.low[0, 0] <= 0.3 <= found.high[0, 0]
    assert 170 <= held <= 196


def test_no_incident_is_refused() -> None:
    with pytest.raises(ValueError, match="no incident"):
        first_to_come([], [], [], intervals=3)
    with pytest.raises(ValueError, match="kind 0"):
        first_to_come([1], [3], [0], intervals=3)
