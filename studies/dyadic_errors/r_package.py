"""Errors that R's dyadRobust printed, and the data that it was given.

dyadRobust 0.0.1.1 (James Bisbee and Pedro Rodriguez) under R 4.5.2, as kept by StatsPAI in
`tests/reference_parity/_fixtures/network_R.json`; its data are drawn by NumPy with a seed.
"""

import itertools
from collections.abc import Iterator

import numpy as np

__all__ = ["PRINTED", "drawn"]

PRINTED = {
    "each pair once": (0.44144560353551882, 0.13281111701239326),
    "each pair both ways": (0.43729995301445851, 0.097995561635659825),
}
"""Errors of the constant and the slope."""
SEED, MEMBERS = 8, 20


def drawn() -> Iterator[tuple[str, np.ndarray]]:
    """Yield each set's name and its rows: the two members, x and y."""
    chance = np.random.default_rng(SEED)
    effect = chance.normal(size=MEMBERS)
    kinds = (itertools.combinations, itertools.permutations)
    for name, pairs in zip(PRINTED, kinds, strict=True):
        rows = []
        for one, two in pairs(range(MEMBERS), 2):
            x = chance.normal()
            y = 1 + 0.5 * x + effect[one] + effect[two] + chance.normal()
            rows.append((one, two, x, y))
        yield name, np.array(rows)
