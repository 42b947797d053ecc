"""Greatest flow, least cut, and the links to close: against published figures and trial."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import maximum_flow

from foedus.repercussions.channels import Network, interdiction, interdiction_by_trial, max_flow
from foedus.repercussions.channels.interdiction import MOST_TRIALS

Links = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def links(*rows: tuple[int, int, float]) -> Links:
    tail, head, capacity = zip(*rows, strict=True)
    return np.array(tail), np.array(head), np.array(capacity, dtype=float)


@st.composite
def networks(draw: st.DrawFn, unbounded: bool = False) -> tuple[int, Links]:
    nodes = draw(st.integers(2, 7))
    end = st.integers(0, nodes - 1)
    capacity = st.integers(0, 9).map(float)
    if unbounded:
        capacity = st.one_of(capacity, st.just(float("inf")))
    rows = draw(st.lists(st.tuples(end, end, capacity), min_size=1, max_size=14))
    return nodes, links(*rows)


def test_the_flow_of_a_textbook() -> None:
    # Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, figure 26.1: flow 23.
    network = links(
        (0, 1, 16), (0, 2, 13), (1, 3, 12), (2, 1, 4), (2, 4, 14), (3, 2, 9), (3, 5, 20),
        (4, 3, 7), (4, 5, 4),
    )  # fmt: skip
    found = max_flow(Network(6, *network, 0, 5))
    assert found.value == 23
    tail, head, _ = network
    assert {(tail[one], head[one]) for one in found.cut} == {(1, 3), (4, 3), (4, 5)}
    assert found.unique


@settings(max_examples=60, deadline=None)
@given(networks())
def test_flow_and_cut_prove_each_other(made: tuple[int, Links]) -> None:
    nodes, (tail, head, capacity) = made
    found = max_flow(Network(nodes, tail, head, capacity, 0, nodes - 1))
    whole = coo_matrix((capacity.astype(np.int32), (tail, head)), shape=(nodes, nodes)).tocsr()
    assert found.value == maximum_flow(whole, 0, nodes - 1).flow_value
    assert found.value == capacity[found.cut].sum()
    assert np.all(found.through >= 0)
    assert np.all(found.through <= capacity)
    balance = np.bincount(head, found.through, nodes) - np.bincount(tail, found.through, nodes)
    assert balance[-1] == pytest.approx(found.value)
    assert balance[1:-1] == pytest.approx(np.zeros(nodes - 2))


def test_two_cuts_as_small_as_each_other_are_not_called_unique() -> None:
    assert not max_flow(Network(3, *links((0, 1, 2), (1, 2, 2)), 0, 2)).unique
    assert max_flow(Network(3, *links((0, 1, 2), (1, 2, 3)), 0, 2)).unique


def test_a_way_nobody_knows_a_bound_of_is_no_number() -> None:
    network = links((0, 1, np.inf), (1, 2, np.inf), (0, 2, 5))
    assert max_flow(Network(3, *network, 0, 2)).value == np.inf
    closed = interdiction(Network(3, *network, 0, 2), 1)
    assert (closed.value, closed.proven) == (5.0, True)
    assert len(closed.closed) == 1


@settings(max_examples=40, deadline=None)
@given(networks(unbounded=True), st.integers(0, 3))
def test_the_best_choice_is_the_one_that_trial_finds(made: tuple[int, Links], most: int) -> None:
    nodes, network = made
    found = interdiction(Network(nodes, *network, 0, nodes - 1), most)
    tried = interdiction_by_trial(Network(nodes, *network, 0, nodes - 1), most)
    assert found.value == tried.value
    assert found.proven
    assert found.bound == pytest.approx(tried.value)
    assert len(found.closed) <= most
    open_ = network[2].copy()
    open_[found.closed] = 0
    assert (
        max_flow(Network(nodes, network[0], network[1], open_, 0, nodes - 1)).value == found.value
    )


def test_the_greatest_links_are_not_always_the_ones_to_close() -> None:
    # The two great links run side by side: closing them opens no less than the narrow neck behind.
    network = links((0, 1, 100), (0, 1, 100), (1, 2, 7), (1, 2, 6), (0, 2, 1))
    found = interdiction(Network(3, *network, 0, 2), 2)
    assert found.closed.tolist() in ([0, 1], [2, 3])
    assert found.value == 1
    assert interdiction(Network(3, *network, 0, 2), 1).closed.tolist() == [2]


def test_a_link_that_changes_nothing_is_not_closed() -> None:
    network = links((0, 1, 4), (1, 2, 4), (0, 3, 9))
    assert len(interdiction(Network(4, *network, 0, 2), 3).closed) == 1
    assert interdiction(Network(4, *network, 2, 0), 3).closed.tolist() == []


def test_without_time_the_bound_is_told_and_nothing_is_claimed() -> None:
    random = np.random.default_rng(5)
    tail, head = random.integers(0, 60, 600), random.integers(0, 60, 600)
    capacity = random.integers(1, 50, 600).astype(float)
    found = interdiction(Network(60, tail, head, capacity, 0, 59), 4, seconds=0.0)
    assert found.bound <= found.value <= found.before
    assert found.proven == (found.gap <= 1e-9)
    assert not found.proven


@pytest.mark.parametrize(
    ("source", "capacity", "words"),
    [(2, 1.0, "the source is the sink"), (9, 1.0, "none of the 3"), (0, -1.0, "negative")],
)
def test_a_network_that_is_none_is_refused(source: int, capacity: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        max_flow(Network(3, *links((0, 1, capacity), (1, 2, 1)), source, 2))


def test_too_many_trials_are_refused() -> None:
    network = links(*[(0, 1, 1.0)] * 2000)
    with pytest.raises(ValueError, match=f"{MOST_TRIALS:,}"):
        interdiction_by_trial(Network(2, *network, 0, 1), 3)
