"""Totals that claims leave open, against a linear programme; readings, against all sets."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from foedus.repercussions.flows.bounds import ALL, Bounded, clash, consistent_sets, total

INF = np.inf

amounts = st.tuples(
    st.integers(0, 40),
    st.one_of(st.none(), st.integers(0, 40)),
    st.integers(1, 9),
    st.integers(0, 5),
).map(lambda it: (it[0], None if it[1] is None else it[0] + it[1], it[2], it[2] + it[3]))


def claims(*told: tuple[float, float | None, int, int], streams: tuple[int, ...] = ()) -> Bounded:
    """Claims as (low, high or None, first day, last day)."""
    return Bounded(
        np.array([one[0] for one in told], dtype=float),
        np.array([INF if one[1] is None else one[1] for one in told], dtype=float),
        np.array([one[2] for one in told], dtype=np.int64),
        np.array([one[3] for one in told], dtype=np.int64),
        np.array(streams or [ALL] * len(told), dtype=np.int64),
    )


def by_programme(told: list[tuple[float, float | None, int, int]]) -> tuple[float, float] | None:
    """The least and most of what passed on the days claimed, one unknown for each day."""
    span = np.arange(1, 16)
    speaks = np.array([(first <= span) & (span <= last) for _, _, first, last in told], dtype=float)
    capped = np.array([high is not None for _, high, _, _ in told])
    rows = np.concatenate([speaks[capped], -speaks])
    limits = [high for _, high, _, _ in told if high is not None] + [-low for low, *_ in told]
    goal = speaks.any(axis=0).astype(float)
    least: Any = optimize.linprog(goal, A_ub=rows, b_ub=limits)  # type: ignore[attr-defined, no-untyped-call]
    if least.status == 2:
        return None
    most: Any = optimize.linprog(-goal, A_ub=rows, b_ub=limits)  # type: ignore[attr-defined, no-untyped-call]
    return least.fun, INF if most.status == 3 else -most.fun


@given(st.lists(amounts, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_total_is_what_a_programme_over_every_day_leaves(
    told: list[tuple[float, float | None, int, int]],
) -> None:
    expected = by_programme(told)
    found = total(claims(*told))
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert found == pytest.approx(expected, abs=1e-6)


@given(st.lists(amounts, min_size=1, max_size=4), amounts)
@settings(max_examples=30, deadline=None)
def test_one_claim_more_never_widens_what_a_total_may_be(
    told: list[tuple[float, float | None, int, int]],
    more: tuple[float, float | None, int, int],
) -> None:
    before = total(claims(*told, (0.0, None, 1, 14)))
    after = total(claims(*told, (0.0, None, 1, 14), more))
    if after is not None:
        assert before is not None
        assert before[0] - 1e-6 <= after[0] <= after[1] <= before[1] + 1e-6


def test_a_part_is_not_added_to_the_whole_it_belongs_to() -> None:
    # 1,500 in the second week, and 3,000 in the whole month.
    assert total(claims((1350, 1650, 8, 13), (2700, 3300, 1, 30))) == (2700, 3300)


def test_what_passed_on_days_apart_is_added() -> None:
    assert total(claims((10, 20, 1, 1), (100, 100, 5, 5))) == (110, 120)


def test_days_of_which_nobody_speaks_leave_the_total_as_it_is() -> None:
    assert total(claims((10, 10, 1, 1), (5, 5, 300, 300))) == (15, 15)


def test_of_claims_that_overlap_in_part_the_total_may_lie_anywhere_between() -> None:
    # All of both may lie in the days they share, or none of it.
    assert total(claims((10, 10, 1, 5), (10, 10, 3, 8))) == (10, 20)


def test_a_part_larger_than_its_whole_contradicts_it() -> None:
    assert total(claims((50, 60, 2, 3), (10, 20, 1, 5))) is None


def test_an_open_end_stays_open() -> None:
    assert total(claims((3000, None, 1, 20))) == (3000, INF)


def test_of_a_claim_that_a_window_cuts_anything_may_lie_inside() -> None:
    assert total(claims((100, 100, 1, 10)), window=(6, 10)) == (0, 100)
    assert total(claims((100, 100, 1, 10)), window=(1, 10)) == (100, 100)
    assert total(claims((100, 100, 1, 10)), window=(20, 30)) == (0, 0)


def test_without_a_claim_nothing_is_claimed() -> None:
    assert total(claims()) == (0, 0)


def test_parts_told_apart_add_up_and_bound_a_claim_about_all() -> None:
    apart = claims((10, 10, 1, 5), (20, 20, 1, 5), streams=(0, 1))
    assert total(apart) == (30, 30)
    with_all = claims((10, 10, 1, 5), (20, 20, 1, 5), (0, 35, 1, 5), streams=(0, 1, ALL))
    assert total(with_all) == (30, 35)
    at_least = claims((10, 10, 1, 5), (20, 20, 1, 5), (50, 60, 1, 5), streams=(0, 1, ALL))
    assert total(at_least) == (50, 60)
    too_few = claims((10, 10, 1, 5), (20, 20, 1, 5), (0, 25, 1, 5), streams=(0, 1, ALL))
    assert total(too_few) is None


def test_large_and_small_amounts_are_told_as_exactly() -> None:
    assert total(claims((30e9, 30e9, 1, 1), (3, 3, 2, 2))) == (30e9 + 3, 30e9 + 3)


@given(
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
)
@settings(max_examples=40, deadline=None)
def test_readings_are_the_largest_sets_without_a_clash(
    count: int, clashes: list[tuple[int, int]]
) -> None:
    pairs = [frozenset(pair) for pair in clashes if pair[0] != pair[1] and max(pair) < count]

    def fits(chosen: tuple[int, ...]) -> bool:
        return not any(pair <= set(chosen) for pair in pairs)

    every = [
        frozenset(some) for size in range(count + 1) for some in combinations(range(count), size)
    ]
    fitting = [some for some in every if fits(tuple(some))]
    largest = {some for some in fitting if not any(some < other for other in fitting)}
    found, whole = consistent_sets(count, lambda chosen: None if fits(chosen) else chosen)
    assert whole
    assert {frozenset(one) for one in found} == largest


def test_a_pair_held_to_contradict_is_never_in_one_reading() -> None:
    found, whole = consistent_sets(3, lambda _: None, forbidden=[(0, 2)])
    assert (found, whole) == (((0, 1), (1, 2)), True)


def test_a_search_that_ends_early_says_so() -> None:
    pairs = [frozenset((2 * n, 2 * n + 1)) for n in range(6)]

    def fits(chosen: tuple[int, ...]) -> bool:
        return not any(pair <= set(chosen) for pair in pairs)

    found, whole = consistent_sets(12, lambda chosen: None if fits(chosen) else chosen, most=5)
    assert len(found) == 5
    assert not whole


@given(st.lists(amounts, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_claims_named_as_contradicting_do_contradict(
    told: list[tuple[float, float | None, int, int]],
) -> None:
    clashing = clash(claims(*told))
    if clashing is None:
        assert by_programme(told) is not None
    else:
        assert by_programme([told[place] for place in clashing]) is None


def test_of_many_claims_the_few_that_contradict_are_found() -> None:
    weeks = [(100.0, 120.0, 7 * n + 1, 7 * n + 7) for n in range(50)]
    told = claims(*weeks, (90_000.0, None, 1, 7), (0.0, 10.0, 1, 140))
    assert clash(claims(*weeks)) is None
    assert clash(told) is not None
    found, whole = consistent_sets(
        52,
        lambda chosen: (
            None
            if (places := clash(told.only(chosen))) is None
            else tuple(chosen[place] for place in places)
        ),
        most=2,
    )
    assert found
    assert all(total(told.only(one)) is not None for one in found)
    assert not whole
