"""Sets of actors as bits, one set per draw, so that a question to all draws is a few operations.

A set is an array (bytes, draws) of uint8: bit b of byte a, from the highest, is the actor at place
8 a + b.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bits", "Mask", "called", "mask", "packed", "unpacked"]

Bits = NDArray[np.uint8]
Mask = tuple[tuple[int, np.uint8], ...]
"""The same set in every draw: its bytes that are not zero, each with its number."""


def packed(flags: NDArray[np.bool_]) -> Bits:
    """Return the set of each draw, from flags (actors, draws)."""
    return np.packbits(flags, axis=0)


def unpacked(bits: Bits, actors: int) -> NDArray[np.bool_]:
    """Return flags (actors, draws) of the sets."""
    return np.unpackbits(bits, axis=0, count=actors).view(bool)


def mask(places: NDArray[np.intp], actors: int) -> Mask:
    """Return the set of these places."""
    flags = np.zeros((actors, 1), bool)
    flags[places] = True
    return tuple((place, bits[0]) for place, bits in enumerate(packed(flags)) if bits[0])


def called(bits: Bits, among: Mask) -> NDArray[np.bool_]:
    """Return for each draw whether its set has one of the mask's actors."""
    found = np.zeros(bits.shape[1], np.uint8)
    for place, wanted in among:
        found |= bits[place] & wanted
    return found != 0
