"""Groups of states, and what becomes of them among pairs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.relations.measures.balance.hypergraph import group_overlap, projected

incidences = st.tuples(st.integers(1, 5), st.integers(1, 4), st.integers(0, 99)).map(
    lambda drawn: np.random.default_rng(drawn[2]).integers(0, 2, drawn[:2])
)


def test_a_treaty_of_three_weighs_by_the_choice() -> None:
    groups = [[1, 1], [1, 1], [1, 0], [0, 0]]
    assert projected(groups)[0].tolist() == [0, 2, 1, 0]
    assert projected(groups, "shared")[0].tolist() == [0, 1.5, 0.5, 0]
    found = group_overlap(groups)
    assert found.shared[0].tolist() == [0, 2, 1, 0]
    assert found.overlap[0].tolist() == [0, 1, 0.5, 0]
    assert found.memberships.tolist() == [2, 2, 1, 0]


@given(incidences)
def test_a_group_shared_out_gives_each_member_one(groups: np.ndarray) -> None:
    of_two_or_more = groups[:, groups.sum(axis=0) > 1]
    given_out = projected(groups, "shared").sum(axis=1)
    assert given_out == pytest.approx(of_two_or_more.sum(axis=1))
    assert (projected(groups) == group_overlap(groups).shared).all()


def test_senseless_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="0 or 1"):
        projected([[1, 2]])
    with pytest.raises(ValueError, match="one of pairs, shared"):
        projected([[1]], "cliques")
