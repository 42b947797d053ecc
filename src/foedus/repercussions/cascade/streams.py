"""Random numbers with a name: seed and name alone decide them, not who else is drawn beside.

So two runs that differ in one actor, act or assumption draw all else alike, and the difference of
their results is that of what differs (common random numbers).
"""

from hashlib import blake2b

import numpy as np

__all__ = ["stream"]


def stream(seed: int, *name: str, part: int = 0) -> np.random.Generator:
    """Return the generator of this name; `part` counts the blocks in which draws are worked on."""
    key = blake2b("\x1f".join(name).encode(), digest_size=8).digest()
    return np.random.Generator(np.random.PCG64([seed, part, int.from_bytes(key, "big")]))
