"""One process at a time in a folder: who comes second is told so, and waits for nothing."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from foedus.errors import FoedusError

__all__ = ["alone_in"]


@contextlib.contextmanager
def alone_in(folder: Path, otherwise: FoedusError) -> Iterator[None]:
    """Hold the folder, which must exist, until the block ends; raise `otherwise` if it is held.

    The lock is the kernel's: it goes with the process, however that ends.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise otherwise from None
        yield
    finally:
        os.close(handle)
