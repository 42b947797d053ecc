"""Blocs through time: labels that stay, births, deaths, splits and merges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.relations.measures.balance.succession import Change, followed


def test_a_label_stays_with_most_of_its_members() -> None:
    found = followed([[0, 0, 0, 1, 1], [1, 1, 0, 0, 0]])
    assert found.labels.tolist() == [[0, 0, 0, 1, 1], [0, 0, 1, 1, 1]]
    assert found.shared.tolist() == [pytest.approx(0.8)]


def test_what_happens_is_told() -> None:
    found = followed([[0, 0, 0, 0, -1, -1], [0, 0, 1, 1, 2, 2], [0, 0, 0, 0, -1, -1]])
    assert Change(1, "split", (0, 0, 1)) in found.changes
    assert Change(1, "birth", (2,)) in found.changes
    assert Change(2, "merge", (0, 0, 1)) in found.changes
    assert Change(2, "death", (2,)) in found.changes


def test_heavy_members_carry_the_name() -> None:
    partitions = [[0, 0, 0], [0, 1, 1]], [[9, 1, 1], [9, 1, 1]]
    assert followed(partitions[0]).labels.tolist() == [[0, 0, 0], [-1, 0, 0]]
    lasting = followed([[0, 0, 0, 0], [0, 0, 1, 1]], [[1, 1, 9, 9]] * 2)
    assert lasting.labels.tolist() == [[0, 0, 0, 0], [1, 1, 0, 0]]


def test_a_quarter_exactly_is_a_part_whatever_rounding_says() -> None:
    """State 3 has a quarter of the weight of its old bloc; state 2, without weight, no say."""
    weights = [[1, 1, 0, 1, 1, 1]] * 2, [[1, 0.5, 0, 0.5, 0.5, 0.5]] * 2
    for each in (weights[1], np.array(weights[1]) / 3):
        found = followed([[0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 1]], each)
        assert Change(1, "split", (0, 0, 1)) in found.changes


def test_one_alone_is_not_followed_and_a_name_does_not_come_back() -> None:
    found = followed([[0, 0], [0, 1], [0, 0]])
    assert found.labels.tolist() == [[0, 0], [-1, -1], [1, 1]]


@given(
    st.integers(1, 6).flatmap(
        lambda states: st.lists(
            st.lists(st.integers(-1, 3), min_size=states, max_size=states), min_size=1, max_size=5
        )
    )
)
def test_labels_say_the_same_as_the_partitions(partitions: list[list[int]]) -> None:
    found = followed(partitions)
    for row, labels in zip(np.array(partitions), found.labels, strict=True):
        for bloc in set(row.tolist()) - {-1}:
            members = row == bloc
            assert len(set(labels[members].tolist())) == 1
            assert (labels[members][0] == -1) == (members.sum() == 1)
        assert (labels[row == -1] == -1).all()
        kept = labels[labels >= 0]
        assert len(set(kept.tolist())) == len(set(row[labels >= 0].tolist()))
    same = followed([partitions[0], partitions[0]])
    assert (same.labels[0] == same.labels[1]).all()
    assert not same.changes


def test_senseless_partitions_are_refused() -> None:
    with pytest.raises(ValueError, match="from -1"):
        followed([[0, -2]])
    with pytest.raises(ValueError, match="zero or more"):
        followed([[0, 0]], [[1, float("nan")]])
