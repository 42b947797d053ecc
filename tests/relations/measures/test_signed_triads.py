"""The signed triad census: against counting by hand, a published network, and shuffled signs."""

from dataclasses import replace
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import measures
from foedus.relations.measures.balance.networks import SignedNetwork
from tests.relations.measures.made_networks import networks, relabelled
from tests.relations.measures.tribes import tribes


def triads_by_hand(network: SignedNetwork) -> tuple[list[int], list[float]]:
    matrix = network.matrix
    counts, weights = [0] * 4, [0.0] * 4
    for one, two, three in combinations(range(network.states), 3):
        ties = [matrix[one, two], matrix[two, three], matrix[one, three]]
        if all(ties):
            kind = sum(tie < 0 for tie in ties)
            counts[kind] += 1
            weights[kind] += abs(float(np.prod(ties)))
    return counts, weights


@given(networks())
def test_the_census_is_that_of_all_threes(network: SignedNetwork) -> None:
    found = measures.triads(network)
    counts, weights = triads_by_hand(network)
    assert found.counts.tolist() == counts
    assert found.by_state.sum(axis=0).tolist() == [3 * count for count in counts]
    assert found.by_tie.sum(axis=0).tolist() == [3 * count for count in counts]
    if sum(counts):
        assert found.balanced == pytest.approx((counts[0] + counts[2]) / sum(counts))
        assert found.weakly_balanced == pytest.approx(1 - counts[1] / sum(counts))
        assert found.weighted == pytest.approx((weights[0] + weights[2]) / sum(weights))
    else:
        assert (found.balanced, found.weakly_balanced, found.weighted) == (None, None, None)


def test_the_highland_tribes_are_as_published() -> None:
    found = measures.triads(tribes())
    assert found.number == 68
    assert found.balanced == pytest.approx(0.8676471, abs=5e-8)


@given(networks(most=4, weights=(1,)))
@settings(max_examples=25, deadline=None)
def test_chance_is_that_of_every_way_to_place_the_signs(network: SignedNetwork) -> None:
    found = measures.triads(network)
    ways = sorted(set(permutations(network.sign.tolist())))
    counts = np.array(
        [triads_by_hand(replace(network, sign=np.array(way, dtype=np.int8)))[0] for way in ways]
    )
    for kind, chance in enumerate(found.chance):
        assert chance.mean == pytest.approx(counts[:, kind].mean(), abs=1e-9)
        assert chance.sd == pytest.approx(counts[:, kind].std(), abs=1e-6)
    balanced = counts[:, 0] + counts[:, 2]
    assert found.chance_balanced.mean == pytest.approx(balanced.mean(), abs=1e-9)
    assert found.chance_balanced.sd == pytest.approx(balanced.std(), abs=1e-6)
    assert found.chance_balanced.low <= found.chance_balanced.mean <= found.chance_balanced.high


def test_chance_is_that_of_shuffled_signs_on_the_tribes() -> None:
    network, random = tribes(), np.random.default_rng(1)
    found = measures.triads(network)
    shuffled = np.array(
        [
            measures.triads(replace(network, sign=random.permutation(network.sign))).counts
            for _ in range(400)
        ]
    )
    for kind, chance in enumerate(found.chance):
        assert chance.mean == pytest.approx(shuffled[:, kind].mean(), abs=5 * chance.sd / 20)
        assert chance.sd == pytest.approx(shuffled[:, kind].std(), rel=0.2)


@given(networks(), st.randoms(use_true_random=False))
def test_names_do_not_matter(network: SignedNetwork, random: object) -> None:
    order = np.random.default_rng(random.randint(0, 99)).permutation(network.states)  # type: ignore[attr-defined]
    one, two = measures.triads(network), measures.triads(relabelled(network, order))
    assert one.counts.tolist() == two.counts.tolist()
    assert (one.by_state == two.by_state[order]).all()


def test_a_network_of_friends_has_nothing_to_compare() -> None:
    found = measures.triads(measures.signed_network(np.ones((4, 4)) - np.eye(4)))
    assert found.balanced == 1
    assert found.chance_balanced.z is None
    assert measures.triads(measures.signed_network(np.zeros((0, 0)))).number == 0
