"""Small signed networks, drawn by hypothesis."""

import numpy as np
from hypothesis import strategies as st

from foedus.relations.measures.balance.networks import SignedNetwork, signed_network

__all__ = ["networks", "relabelled"]


@st.composite
def networks(
    draw: st.DrawFn, most: int = 7, weights: tuple[float, ...] = (0.5, 1, 2)
) -> SignedNetwork:
    states = draw(st.integers(1, most))
    pairs = [(one, two) for one in range(states) for two in range(one + 1, states)]
    values = [sign * weight for sign in (1, -1) for weight in weights] + [0.0] * 3
    drawn = draw(st.lists(st.sampled_from(values), min_size=len(pairs), max_size=len(pairs)))
    return signed_network(
        [(*pair, value) for pair, value in zip(pairs, drawn, strict=True)], states
    )


def relabelled(network: SignedNetwork, order: np.ndarray) -> SignedNetwork:
    """The same network with state `i` called `order[i]`."""
    ends = order[network.first], order[network.second]
    rows = np.column_stack([*ends, network.sign * network.weight])
    return signed_network(rows, network.states)
