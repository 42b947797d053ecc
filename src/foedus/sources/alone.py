"""One process at a time in a folder: who comes second is told so, or waits."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from foedus.errors import FoedusError

__all__ = ["alone_in"]


@contextlib.contextmanager
def alone_in(folder: Path, otherwise: FoedusError | None) -> Iterator[None]:
    """Hold the folder, which must exist, until the block ends.

    If it is held, raise `otherwise`, or without one wait until it no longer is.
    The lock is the kernel's: it goes with the process, however that ends.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if otherwise else 0))
        except BlockingIOError:
            if otherwise is None:
                raise
            raise otherwise from None
        yield
    finally:
        os.close(handle)
