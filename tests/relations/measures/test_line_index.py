"""The least frustration of a network, against every partition of small ones and theory."""

import itertools
import time
from dataclasses import replace

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from studies.frustration.windows import highland_tribes

from foedus import measures
from foedus.relations.measures.balance import least_frustration
from foedus.relations.measures.balance.cover_search import Target
from foedus.relations.measures.balance.cycle_cover import CycleCover
from foedus.relations.measures.balance.line_index import frustration
from foedus.relations.measures.balance.networks import SignedNetwork, signed_network


def least_by_trying(network: SignedNetwork) -> float:
    """The least weight of frustrated ties over every partition into two sides."""
    costs = []
    for rest in itertools.product((1, -1), repeat=max(network.states - 1, 0)):
        sides = np.array((1, *rest))
        agree = sides[network.first] * sides[network.second] * network.sign
        costs.append(network.weight[agree < 0].sum())
    return float(min(costs))


def all_hostile(states: int) -> SignedNetwork:
    """Every state against every other."""
    return signed_network(np.eye(states) - 1)


def random_network(states: int, density: float, hostile: float, seed: int) -> SignedNetwork:
    """Ties and signs by lot."""
    rng = np.random.default_rng(seed)
    tied = np.triu(rng.random((states, states)) < density, 1)
    signs = np.where(rng.random((states, states)) < hostile, -1.0, 1.0) * tied
    return signed_network(signs + signs.T)


@pytest.fixture
def by_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of any size are searched, none is solved by weighing every partition."""
    monkeypatch.setattr(least_frustration, "_FEW", 2)


@st.composite
def networks(draw: st.DrawFn, weights: tuple[float, ...] = (1.0,)) -> SignedNetwork:
    states = draw(st.integers(2, 8))
    values = st.sampled_from([0.0, *weights, *(-weight for weight in weights)])
    pairs = list(itertools.combinations(range(states), 2))
    drawn = draw(st.lists(values, min_size=len(pairs), max_size=len(pairs)))
    rows = [(one, two, value) for (one, two), value in zip(pairs, drawn, strict=True)]
    return signed_network(rows, states)


WEIGHTED = networks(weights=(1.0, 2.0, 5.0, 0.1, 1 / 3))


class TestAgainstEveryPartition:
    @given(networks())
    def test_index_is_the_least_of_all_partitions(self, network: SignedNetwork) -> None:
        found = frustration(network)
        assert found.proven
        assert found.upper == least_by_trying(network)

    @given(WEIGHTED)
    def test_also_with_weights(self, network: SignedNetwork) -> None:
        found = frustration(network)
        assert found.proven
        assert found.upper == pytest.approx(least_by_trying(network))

    @settings(deadline=None, max_examples=60)
    @given(network=st.one_of(networks(), WEIGHTED))
    def test_also_when_every_block_is_searched(self, network: SignedNetwork) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(least_frustration, "_FEW", 2)
            found = frustration(network)
        assert found.proven
        assert found.upper == pytest.approx(least_by_trying(network))

    @pytest.mark.usefixtures("by_search")
    @pytest.mark.parametrize("unit", [1e-12, 1e-4, 1.0, 1e9])
    def test_twelve_states_in_any_unit_and_bounds_when_stopped_at_once(self, unit: float) -> None:
        for seed in range(3):
            drawn = random_network(12, 0.7, 0.5, seed)
            factors = np.random.default_rng(seed).choice([1, 2.5, 1 / 3], len(drawn.sign))
            network = replace(drawn, weight=drawn.weight * factors * unit)
            sides = np.array(list(itertools.product((1, -1), repeat=11)))
            sides = np.column_stack([np.ones(len(sides), int), sides])
            against = sides[:, network.first] * sides[:, network.second] * network.sign < 0
            least = (against * network.weight).sum(axis=1).min()
            found = frustration(network)
            assert found.proven
            assert found.upper == pytest.approx(least, rel=1e-9)
            stopped = frustration(network, seconds=1e-9)
            assert stopped.lower <= least * (1 + 1e-9)
            assert stopped.upper >= least * (1 - 1e-9)

    @pytest.mark.usefixtures("by_search")
    @pytest.mark.parametrize("seed", range(6))
    def test_ten_states_half_of_them_hostile(self, seed: int) -> None:
        network = random_network(10, 0.6, 0.5, seed)
        assert frustration(network).upper == least_by_trying(network)


class TestPublished:
    def test_highland_tribes(self) -> None:
        """Schoch, signnet, Journal of Open Source Software 2022: index 7 and this partition."""
        found = frustration(highland_tribes())
        assert found.proven
        assert found.upper == 7
        assert found.sides.tolist() == [0, 0, *[1] * 12, 0, 0]
        assert found.normalised == pytest.approx(0.7586207, abs=1e-7)

    @pytest.mark.parametrize("states", range(1, 17))
    def test_all_hostile_networks(self, states: int) -> None:
        """All but the largest cut: the integer part of (n - 1)² / 4."""
        found = frustration(all_hostile(states))
        assert found.proven
        assert found.upper == (states - 1) ** 2 // 4

    def test_hostile_petersen_network(self) -> None:
        """The largest cut of Petersen's graph has 12 of its 15 ties."""
        ring = [(at, (at + 1) % 5, -1) for at in range(5)]
        spokes = [(at, at + 5, -1) for at in range(5)]
        star = [(5 + at, 5 + (at + 2) % 5, -1) for at in range(5)]
        found = frustration(signed_network([*ring, *spokes, *star], 10))
        assert found.proven
        assert found.upper == 3

    @pytest.mark.usefixtures("by_search")
    @pytest.mark.parametrize("length", [3, 4, 7, 30])
    def test_hostile_ring_is_frustrated_where_its_length_is_odd(self, length: int) -> None:
        ring = signed_network([(at, (at + 1) % length, -1) for at in range(length)], length)
        assert frustration(ring).upper == length % 2


class TestLaws:
    @given(networks(weights=(1.0, 3.0)), st.integers(0, 255))
    def test_switching_states_leaves_the_index(self, network: SignedNetwork, which: int) -> None:
        turned = np.array([-1 if which >> at & 1 else 1 for at in range(network.states)])
        signs = network.sign * turned[network.first] * turned[network.second]
        switched = SignedNetwork(
            network.states, network.first, network.second, signs.astype(np.int8), network.weight
        )
        assert frustration(switched).upper == frustration(network).upper

    @given(networks(), networks())
    def test_separate_networks_add_up(self, one: SignedNetwork, two: SignedNetwork) -> None:
        rows = [
            (a + shift, b + shift, sign)
            for network, shift in ((one, 0), (two, one.states))
            for a, b, sign in zip(network.first, network.second, network.sign, strict=True)
        ]
        both = signed_network(rows, one.states + two.states)
        assert frustration(both).upper == frustration(one).upper + frustration(two).upper

    @given(WEIGHTED)
    def test_frustrated_ties_stand_against_the_sides(self, network: SignedNetwork) -> None:
        found = frustration(network)
        apart = found.sides[network.first] != found.sides[network.second]
        assert (np.nonzero(apart == (network.sign > 0))[0] == found.frustrated).all()
        assert network.weight[found.frustrated].sum() == pytest.approx(found.upper)
        assert 0 <= found.share <= 0.5

    @given(WEIGHTED)
    def test_without_the_frustrated_ties_the_network_is_balanced(
        self, network: SignedNetwork
    ) -> None:
        kept = np.delete(np.arange(len(network.sign)), frustration(network).frustrated)
        rest = SignedNetwork(
            network.states,
            network.first[kept],
            network.second[kept],
            network.sign[kept],
            network.weight[kept],
        )
        assert frustration(rest).upper == 0

    @given(networks(), st.floats(0.01, 1000))
    def test_weights_scale_the_index(self, network: SignedNetwork, factor: float) -> None:
        scaled = SignedNetwork(
            network.states, network.first, network.second, network.sign, network.weight * factor
        )
        assert frustration(scaled).upper == pytest.approx(factor * frustration(network).upper)

    def test_the_same_network_has_the_same_partition(self) -> None:
        network = random_network(30, 0.3, 0.4, seed=1)
        assert (frustration(network).sides == frustration(network).sides).all()

    def test_larger_network_hidden_behind_noise(self) -> None:
        rng = np.random.default_rng(3)
        side = rng.choice([-1, 1], 120)
        tied = np.triu(rng.random((120, 120)) < 0.4, 1)
        against = tied & (rng.random((120, 120)) < 0.1)
        signs = np.outer(side, side) * np.where(against, -1, 1) * tied
        found = frustration(signed_network((signs + signs.T).astype(float)))
        assert found.proven
        assert found.upper == against.sum()
        assert len(set((found.sides * 2 - 1) * side)) == 1


class TestPlainNetworks:
    def test_no_states(self) -> None:
        found = frustration(signed_network([], 0))
        assert (found.lower, found.upper, found.proven, len(found.sides)) == (0, 0, True, 0)
        assert (found.share, found.normalised) == (0, 1)

    def test_states_without_ties_are_all_on_side_0(self) -> None:
        found = frustration(signed_network([], 4))
        assert found.sides.tolist() == [0, 0, 0, 0]
        assert found.proven

    def test_only_positive_ties(self) -> None:
        found = frustration(signed_network(1 - np.eye(50)))
        assert (found.upper, found.proven) == (0, True)
        assert not found.sides.any()

    def test_two_balanced_camps(self) -> None:
        side = np.array([1, 1, -1, 1, -1])
        found = frustration(signed_network(np.outer(side, side) - np.eye(5)))
        assert found.upper == 0
        assert found.sides.tolist() == [0, 0, 1, 0, 1]

    def test_parts_that_do_not_touch_have_their_first_state_on_side_0(self) -> None:
        found = frustration(signed_network([(0, 3, -1), (1, 2, 1), (2, 4, -1)], 6))
        assert found.sides.tolist() == [0, 0, 0, 1, 1, 0]

    def test_long_chains_of_states(self) -> None:
        """Nothing recurses over the states."""
        chain = [(at, at + 1, -1) for at in range(20_000)]
        assert frustration(signed_network(chain, 20_001)).upper == 0


class TestStoppedEarly:
    @pytest.mark.parametrize("seconds", [1e-9, 0.05, 0.3])
    def test_bounds_hold(self, seconds: float) -> None:
        network = random_network(70, 0.3, 0.5, seed=2)
        found = frustration(network, seconds=seconds)
        assert not found.proven
        assert 0 <= found.lower < found.upper
        assert found.gap == found.upper - found.lower
        assert len(found.frustrated) == found.upper

    def test_bounds_enclose_the_index(self) -> None:
        network = all_hostile(24)
        found = frustration(network, seconds=0.5)
        assert found.lower <= 23**2 // 4 <= found.upper

    def test_it_stops(self) -> None:
        begin = time.monotonic()
        frustration(random_network(150, 0.5, 0.5, seed=2), seconds=0.5)
        assert time.monotonic() - begin < 10

    @pytest.mark.parametrize("seconds", [0, -1, float("nan")])
    def test_a_time_that_is_none_is_refused(self, seconds: float) -> None:
        with pytest.raises(ValueError, match="above zero"):
            frustration(all_hostile(3), seconds=seconds)

    def test_an_interrupt_is_heard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(CycleCover, "solve", interrupted)
        with pytest.raises(KeyboardInterrupt):
            frustration(random_network(40, 0.5, 0.5, seed=1))


def test_it_is_behind_the_door() -> None:
    assert measures.frustration is frustration


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    frustration(random_network(40, 0.3, 0.3, seed=1))
    assert capfd.readouterr() == ("", "")


def test_the_solver_may_have_been_used_before_in_another_way() -> None:
    """The threads of HiGHS are set once a process, by whoever comes first."""
    before = highspy.Highs()
    before.silent()
    before.setOptionValue("threads", 2)
    before.addVar(0.0, 1.0)
    before.run()
    assert frustration(random_network(40, 0.3, 0.3, seed=1)).proven


@settings(deadline=None, max_examples=40)
@given(network=networks())
def test_the_interior_point_method_finds_the_same(network: SignedNetwork) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CycleCover, "_along_edges", lambda *_, **__: False)
        patch.setattr(least_frustration, "_FEW", 2)
        found = frustration(network)
    assert found.proven
    assert found.upper == least_by_trying(network)


def test_costs_of_interest_lie_on_the_steps_of_the_weights() -> None:
    target = Target(offset=0.5, step=2.0, cutoff=9.0, deadline=0.0)
    assert target.rounded(2.0) == 3.5
    assert target.rounded(3.5) == 3.5
    assert target.next_below(9.0) == 7.5
    assert target.next_below(7.5) == 5.5
