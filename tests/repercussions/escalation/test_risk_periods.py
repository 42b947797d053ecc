"""Who may climb next: against the definition, and small histories of one pair."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.repercussions.escalation.risk_periods import month_of, risk_periods

FIRST, LAST = month_of(1950, 1), month_of(1969, 12)

incidents = st.lists(
    st.tuples(st.integers(FIRST, LAST - 12), st.integers(0, 11), st.integers(2, 5)), max_size=6
)


@settings(max_examples=50, deadline=None)
@given(incidents, st.sampled_from([1, 6, 12]), st.integers(1, 60))
def test_each_period_is_what_the_definition_says(
    told: list[tuple[int, int, int]], step: int, horizon: int
) -> None:
    found = risk_periods(
        [one for one, *_ in told],
        [one + wide for one, wide, _ in told],
        [level for *_, level in told],
        covered=(FIRST, LAST),
        step=step,
        horizons=(horizon,),
    )
    known = [(one, one + wide, level) for one, wide, level in told]
    expected = []
    for end in range(FIRST + step - 1, LAST + 1, step):
        begun = [one for one in known if one[1] <= end]
        if not begun:
            continue
        latest = max(begun, key=lambda one: (one[1], one[2]))
        if latest[2] == 5 or end - latest[1] > 120:
            continue
        higher = [one for one in known if one[2] > latest[2] and one[1] > end]
        surely = any(one[0] > end and one[1] <= end + horizon for one in higher)
        maybe = any(one[0] <= end + horizon for one in higher)
        climbs = 1.0 if surely else 0.0 if not maybe and end + horizon <= LAST else np.nan
        expected.append((end, latest[2], end - latest[1], len(begun), climbs))
    rows = zip(
        found.ends, found.level, found.since, found.incidents, found.climbs[:, 0], strict=True
    )
    assert np.array_equal(np.array(list(rows)), np.array(expected), equal_nan=True) or (
        not expected and not len(found.ends)
    )


def test_a_display_answered_by_shooting_climbs_and_what_lies_beyond_the_record_is_unknown() -> None:
    found = risk_periods(
        [month_of(1960, 3), month_of(1961, 2)],
        [month_of(1960, 3), month_of(1961, 2)],
        [3, 4],
        covered=(month_of(1960, 1), month_of(1962, 12)),
        step=6,
        horizons=(6, 12),
    )
    assert [(end // 12, end % 12 + 1) for end in found.ends.tolist()] == [
        (1960, 6),
        (1960, 12),
        (1961, 6),
        (1961, 12),
        (1962, 6),
        (1962, 12),
    ]
    assert found.level.tolist() == [3, 3, 4, 4, 4, 4]
    assert np.array_equal(found.climbs[:, 0], [0, 1, 0, 0, 0, np.nan], equal_nan=True)
    assert np.array_equal(found.climbs[:, 1], [1, 1, 0, 0, np.nan, np.nan], equal_nan=True)


def test_no_incident_is_no_risk_and_a_war_has_no_rung_above() -> None:
    none = risk_periods([], [], [], covered=(FIRST, LAST), step=6, horizons=(6,))
    war = risk_periods([FIRST], [FIRST], [5], covered=(FIRST, LAST), step=6, horizons=(6,))
    assert len(none.ends) == len(war.ends) == 0
    assert none.climbs.shape == (0, 1)


def test_what_cannot_be_is_refused() -> None:
    at = FIRST + 5
    with pytest.raises(ValueError, match="before its first"):
        risk_periods([at], [at - 1], [3], covered=(FIRST, LAST), step=6, horizons=(6,))
    with pytest.raises(ValueError, match="outside the months"):
        risk_periods([FIRST - 1], [at], [3], covered=(FIRST, LAST), step=6, horizons=(6,))
    with pytest.raises(ValueError, match="from 1 to 5"):
        risk_periods([at], [at], [6], covered=(FIRST, LAST), step=6, horizons=(6,))
    with pytest.raises(ValueError, match="one month or more"):
        risk_periods([at], [at], [3], covered=(FIRST, LAST), step=6, horizons=(0,))
