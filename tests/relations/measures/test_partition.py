"""Blocs: against every partition of small networks, and a published one."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import measures
from foedus.relations.measures.balance.networks import SignedNetwork
from foedus.relations.measures.balance.partition import NEUTRAL
from tests.relations.measures.made_networks import networks, relabelled
from tests.relations.measures.tribes import NAMES, tribes


def every_partition(states: int, at_most: int) -> Iterator[list[int]]:
    def grown(labels: list[int]) -> Iterator[list[int]]:
        if len(labels) == states:
            yield labels
            return
        for label in range(min(max(labels, default=-1) + 2, at_most)):
            yield from grown([*labels, label])

    return grown([])


def least_cost(network: SignedNetwork, at_most: int) -> float:
    partitions = np.array(list(every_partition(network.states, at_most)))
    within = partitions[:, network.first] == partitions[:, network.second]
    return float(((within != (network.sign > 0)) * network.weight).sum(axis=1).min())


@given(networks(most=7))
@settings(max_examples=60, deadline=None)
def test_no_partition_costs_less(network: SignedNetwork) -> None:
    found = measures.blocs(network)
    assert found.cost == pytest.approx(least_cost(network, network.states))
    assert found.proven
    assert found.lower_bound == found.cost
    assert found.cost == pytest.approx(network.weight[found.against].sum())


@given(networks(most=6), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_nor_with_few_blocs(network: SignedNetwork, at_most: int) -> None:
    found = measures.blocs(network, at_most)
    least = least_cost(network, at_most)
    assert found.number <= at_most
    assert found.lower_bound <= least + 1e-9
    assert found.cost >= least - 1e-9
    if found.proven:
        assert found.cost == pytest.approx(least)


@given(networks(most=6), st.one_of(st.none(), st.integers(1, 3)))
@settings(max_examples=40, deadline=None)
def test_the_margin_is_what_the_best_move_of_one_state_costs(
    network: SignedNetwork, at_most: int | None
) -> None:
    found = measures.blocs(network, at_most)
    for state in np.flatnonzero(found.bloc >= 0).tolist():
        moved = []
        for bloc in range(min(found.number + 1, at_most or 99)):
            tried = found.bloc.copy()
            tried[state] = bloc
            within = tried[network.first] == tried[network.second]
            cost = network.weight[within != (network.sign > 0)].sum()
            alone = (found.bloc == found.bloc[state]).sum() == 1
            if bloc != found.bloc[state] and not (alone and bloc == found.number):
                moved.append(cost - found.cost)
        assert found.margin[state] == pytest.approx(min(moved, default=np.inf))


def test_one_bloc_is_proven_there_is_no_other() -> None:
    found = measures.blocs(measures.signed_network(np.eye(5) - 1), 1)
    assert (found.number, found.cost, found.proven, found.gap) == (1, 10, True, 0)


def test_eight_states_at_random() -> None:
    random = np.random.default_rng(8)
    for _ in range(4):
        upper = np.triu(random.choice([-1, -2.5, 0, 1, 1.5], (8, 8)), 1)
        network = measures.signed_network(upper + upper.T)
        assert measures.blocs(network).cost == pytest.approx(least_cost(network, 8))


@given(networks(most=7, weights=(1,)))
@settings(max_examples=40, deadline=None)
def test_two_blocs_are_the_frustration_partition(network: SignedNetwork) -> None:
    assert measures.blocs(network, 2).cost == measures.frustration(network).upper


@given(networks(most=7), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_names_do_not_matter(network: SignedNetwork, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(network.states)
    other = measures.blocs(relabelled(network, order))
    assert measures.blocs(network).cost == pytest.approx(other.cost)


@given(networks(most=7))
@settings(max_examples=40, deadline=None)
def test_each_bloc_holds_together_and_no_move_of_one_gains(network: SignedNetwork) -> None:
    found = measures.blocs(network, draws=3)
    degrees = np.bincount(np.r_[network.first, network.second], minlength=network.states)
    assert ((found.bloc == NEUTRAL) == (degrees == 0)).all()
    assert (found.margin >= -1e-9).all()
    matrix = network.matrix
    for bloc in range(found.number):
        members = list(found.members(bloc))
        reached, waiting = {members[0]}, [members[0]]
        while waiting:
            one = waiting.pop()
            near = {two for two in members if matrix[one, two] > 0} - reached
            reached |= near
            waiting += near
        assert reached == set(members)
    assert found.together is not None
    assert found.firm is not None
    assert ((found.firm >= 0) & (found.firm <= 1)).all()
    assert (found.together == found.together.T).all()


def test_the_highland_tribes_fall_into_three() -> None:
    found = measures.blocs(tribes(), draws=20)
    blocs = [{NAMES[one] for one in found.members(bloc)} for bloc in range(found.number)]
    assert blocs == [
        {"Ove", "Alika", "Gahuk", "Masil", "Ukudz", "Geham", "Asaro"},
        {"Nagam", "Notoh", "Kohik", "Uheto", "Seuve"},
        {"Gavev", "Kotun", "Nagad", "Gama"},
    ]
    assert (found.cost, found.lower_bound) == (2, 2)
    assert measures.frustration(tribes()).upper == 7
    assert measures.blocs(tribes(), 2).cost == 7


def test_friends_are_one_bloc_strangers_none_and_enemies_each_alone() -> None:
    friends = np.ones((5, 5)) - np.eye(5)
    assert measures.blocs(measures.signed_network(friends)).number == 1
    assert measures.blocs(measures.signed_network(-friends)).number == 5
    assert measures.blocs(measures.signed_network(-friends)).cost == 0
    strangers = measures.blocs(measures.signed_network(np.zeros((3, 3))), draws=2)
    assert (strangers.number, strangers.bloc.tolist()) == (0, [-1, -1, -1])
    assert measures.blocs(measures.signed_network(np.zeros((0, 0))), draws=2).number == 0


def test_two_worlds_apart_do_not_bear_on_each_other() -> None:
    one = tribes()
    rows = np.column_stack([one.first, one.second, one.sign])
    other = rows + np.array([16, 16, 0])
    both = measures.signed_network(np.r_[rows, other], 32)
    found = measures.blocs(both)
    assert (found.number, found.cost) == (6, 4)


def test_the_same_seed_gives_the_same_answer() -> None:
    one, two = (measures.blocs(tribes(), draws=10, seed=3) for _ in range(2))
    assert one.together is not None
    assert two.together is not None
    assert (one.together == two.together).all()


def test_a_search_without_time_keeps_its_bounds() -> None:
    random = np.random.default_rng(5)
    for _ in range(4):
        upper = np.triu(random.choice([-1.0, 0.0, 1.0], (13, 13)), 1)
        network = measures.signed_network(upper + upper.T)
        least, found = measures.blocs(network), measures.blocs(network, seconds=0)
        assert least.proven
        assert found.lower_bound <= least.cost <= found.cost
        assert (found.gap == 0) == found.proven
    large = np.triu(random.choice([-1.0, 1.0], (40, 40)), 1)
    found = measures.blocs(measures.signed_network(large + large.T), seconds=0)
    assert 0 < found.lower_bound < found.cost
    assert found.gap == pytest.approx(1 - found.lower_bound / found.cost)


def test_senseless_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="one bloc or more"):
        measures.blocs(tribes(), 0)
    with pytest.raises(ValueError, match="draws"):
        measures.blocs(tribes(), draws=-1)
