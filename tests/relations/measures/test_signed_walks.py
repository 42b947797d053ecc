"""Walk balance: against the exponential of the matrix, a published network, and its own limits."""

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.linalg import expm

from foedus import measures
from foedus.relations.measures.balance.networks import SignedNetwork
from tests.relations.measures.made_networks import networks
from tests.relations.measures.tribes import tribes


@given(networks(most=6))
@settings(deadline=None)
def test_it_is_the_ratio_of_the_traces(network: SignedNetwork) -> None:
    found = measures.walk_balance(network)
    signed, unsigned = expm(network.matrix), expm(np.abs(network.matrix))
    assert found.balance == pytest.approx(np.trace(signed) / np.trace(unsigned))
    assert found.by_state == pytest.approx(np.diag(signed) / np.diag(unsigned))
    assert 0 < found.balance <= 1


def test_the_highland_tribes_are_as_published() -> None:
    assert measures.walk_balance(tribes()).balance == pytest.approx(0.3575761, abs=5e-8)


@given(networks(most=6, weights=(1,)))
@settings(deadline=None)
def test_a_network_is_balanced_when_no_tie_is_frustrated(network: SignedNetwork) -> None:
    found, index = measures.walk_balance(network), measures.frustration(network)
    assert (found.balance > 1 - 1e-9) == (index.upper == 0)
    assert (found.conflict.max(initial=0) == 0) == (index.upper == 0)
    assert found.frustration_at_least <= index.upper + 1e-9


def test_large_weights_neither_overflow_nor_vanish() -> None:
    friends = np.ones((40, 40)) - np.eye(40)
    friends[0, 1] = friends[1, 0] = -1
    found = measures.walk_balance(measures.signed_network(friends * 10_000))
    assert np.isfinite(found.log)
    assert found.log < -700
    assert np.isfinite(found.by_state).all()


def test_no_ties_are_balanced_and_no_states_are_refused() -> None:
    found = measures.walk_balance(measures.signed_network(np.zeros((3, 3))))
    assert (found.balance, found.by_state.tolist()) == (1, [1, 1, 1])
    with pytest.raises(ValueError, match="without states"):
        measures.walk_balance(measures.signed_network(np.zeros((0, 0))))
