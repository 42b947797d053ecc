"""The index: monotone in every part, bounded by what is unknown, and one half as usual."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import percentileofscore

from foedus.repercussions.escalation.against_past import index_range, rank_in_past

UNKNOWN = float("nan")
counts = st.lists(st.one_of(st.integers(0, 9), st.just(UNKNOWN)), min_size=1, max_size=60)
ranks = st.lists(st.one_of(st.floats(0, 1), st.just(UNKNOWN)), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(counts)
def test_a_rank_is_the_percentile_among_the_months_before(series: list[float]) -> None:
    found = rank_in_past(series, past=12, least=4)
    for month, value in enumerate(series):
        past = [one for one in series[max(0, month - 12) : month] if not np.isnan(one)]
        if np.isnan(value) or len(past) < 4:
            assert np.isnan(found[month])
        else:
            assert found[month] == pytest.approx(percentileofscore(past, value, "mean") / 100)


@settings(max_examples=60, deadline=None)
@given(ranks, st.data())
def test_the_index_rises_with_every_part_and_an_unknown_part_only_widens_it(
    parts: list[float], data: st.DataObject
) -> None:
    weights = data.draw(
        st.lists(st.floats(0.5, 9), min_size=len(parts), max_size=len(parts)), label="weights"
    )
    found = index_range(np.array(parts)[:, None], weights)
    low, high = found.low[0], found.high[0]
    assert 0 <= low <= high + 1e-12
    assert high <= 1 + 1e-12
    if not np.isnan(found.middle[0]):
        assert low - 1e-12 <= found.middle[0] <= high + 1e-12
    place = data.draw(st.integers(0, len(parts) - 1), label="place")
    raised = list(parts)
    raised[place] = 1.0
    higher = index_range(np.array(raised)[:, None], weights)
    assert higher.low[0] >= low - 1e-12
    hidden = list(parts)
    hidden[place] = UNKNOWN
    wider = index_range(np.array(hidden)[:, None], weights)
    assert wider.low[0] <= low + 1e-12
    assert wider.high[0] >= high - 1e-12


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=5, max_size=30), st.integers(1, 5))
def test_a_month_with_more_is_never_ranked_lower_and_what_comes_later_is_never_ranked_higher(
    series: list[int], more: int
) -> None:
    place = len(series) // 2
    raised = [float(one) for one in series]
    raised[place] += more
    before, after = (rank_in_past(one, past=20, least=2) for one in (series, raised))
    known = ~np.isnan(before)
    assert np.array_equal(known, ~np.isnan(after))
    assert np.array_equal(before[:place], after[:place], equal_nan=True)
    assert np.isnan(before[place]) or after[place] >= before[place]
    assert (after[place + 1 :][known[place + 1 :]] <= before[place + 1 :][known[place + 1 :]]).all()


def test_unknown_parts_are_a_range_and_never_zero() -> None:
    found = index_range([[0.5, UNKNOWN], [UNKNOWN, UNKNOWN]], [3, 1])
    assert found.low.tolist() == [0.375, 0]
    assert found.high.tolist() == [0.625, 1]
    assert found.middle[0] == 0.5
    assert np.isnan(found.middle[1])
    assert found.known.tolist() == [0.75, 0]


def test_one_part_alone_is_its_rank() -> None:
    quiet = [0.0] * 24
    assert rank_in_past([*quiet, 0.0, 2.0])[-2:].tolist() == pytest.approx([0.5, 1.0])
    found = index_range(rank_in_past([*quiet, 2.0])[None, -1:], [7.2])
    assert found.low[0] == found.middle[0] == found.high[0] == 1.0


def test_a_short_past_says_nothing() -> None:
    assert np.isnan(rank_in_past([1.0] * 24)).all()


def test_what_is_no_index_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        index_range(np.empty((0, 3)), [])
    with pytest.raises(ValueError, match="between 0 and 1"):
        index_range([[1.5]], [1])
    with pytest.raises(ValueError, match="finite or unknown"):
        rank_in_past([float("inf")])
