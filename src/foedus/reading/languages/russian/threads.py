"""One thread for the linear algebra of the parser, whose matrices are too small to share out.

On two cores natasha's models take seven times as long when numpy's BLAS starts its threads for
each of them. OpenBLAS reads its environment variables once, when numpy is loaded, so the number is
set through the library itself.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np

__all__ = ["single_threaded"]

_NAMES = (
    ("scipy_openblas_get_num_threads64_", "scipy_openblas_set_num_threads64_"),
    ("scipy_openblas_get_num_threads", "scipy_openblas_set_num_threads"),
    ("openblas_get_num_threads64_", "openblas_set_num_threads64_"),
    ("openblas_get_num_threads", "openblas_set_num_threads"),
)
_FOLDERS = ("numpy.libs", "numpy/.dylibs")


@contextmanager
def single_threaded() -> Iterator[None]:
    """Let OpenBLAS use one thread inside; nothing happens where numpy brings another BLAS."""
    found = _controls()
    if found is None:
        yield
        return
    get, put = found
    before = get()
    put(1)
    try:
        yield
    finally:
        put(before)


@cache
def _controls() -> tuple[Callable[[], int], Callable[[int], None]] | None:
    site = Path(np.__file__).resolve().parent.parent
    for folder in _FOLDERS:
        for path in sorted((site / folder).glob("*openblas*")):
            found = _of_library(path)
            if found is not None:
                return found
    return None


def _of_library(path: Path) -> tuple[Callable[[], int], Callable[[int], None]] | None:
    try:
        library = ctypes.CDLL(str(path))
    except OSError:
        return None
    for get, put in _NAMES:
        if hasattr(library, get) and hasattr(library, put):
            return getattr(library, get), getattr(library, put)
    return None
