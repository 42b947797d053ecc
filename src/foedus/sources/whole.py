"""A file written beside its place and moved there when whole: no half of one is ever seen."""

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path

__all__ = ["whole_or_not_at_all"]


@contextlib.contextmanager
def whole_or_not_at_all(path: Path) -> Iterator[Path]:
    """Give a path to write to; put what was written at `path` when the block ends well.

    If the block raises, whatever stood at `path` stays and what was written is removed.
    """
    # Beside its place, so that moving it there is one step of the file system; not by mkstemp,
    # which would leave a file that only its owner can read.
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
