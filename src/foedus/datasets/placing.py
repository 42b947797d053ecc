"""Files put in the place of older ones all together: whoever looks sees the old ones or the new.

New files are written to a folder `.importing` beside their places. When all are there, the folder
is renamed to `.ready`: from that step on the import has happened. Then each file is moved to its
place. Should the process die in between, the next to look into the folder moves the rest.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from foedus.errors import ImportInProgress
from foedus.sources.alone import alone_in

__all__ = ["complete", "placed_together"]

TRIES, SECONDS_BETWEEN = 40, 0.05
_UNFINISHED, _READY = ".importing", ".ready"


@contextlib.contextmanager
def placed_together(folder: Path) -> Iterator[Path]:
    """Give an empty folder; put the files written there into `folder` when the block ends well.

    A file keeps its path below the folder. If the block raises or the process dies, `folder` stays
    as it was. Raises ImportInProgress when another process is writing in the same folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with alone_in(folder, _busy(folder)):
        _move_all(folder)
        unfinished = folder / _UNFINISHED
        _remove(unfinished)
        unfinished.mkdir()
        try:
            yield unfinished
            _flush(unfinished)
            unfinished.rename(folder / _READY)
        finally:
            _remove(unfinished)
        _move_all(folder)


def complete(folder: Path) -> None:
    """Move to their places what an interrupted import has left ready, if anything."""
    # A process that holds the folder is most likely moving the files itself, and soon done.
    for _ in range(TRIES):
        if not (folder / _READY).exists():
            return
        with contextlib.suppress(ImportInProgress), alone_in(folder, _busy(folder)):
            _move_all(folder)
            return
        time.sleep(SECONDS_BETWEEN)


def _move_all(folder: Path) -> None:
    ready = folder / _READY
    if not ready.exists():
        return
    for new in sorted(ready.rglob("*")):
        if new.is_file():
            place = folder / new.relative_to(ready)
            place.parent.mkdir(exist_ok=True)
            os.replace(new, place)
    shutil.rmtree(ready)


def _remove(unfinished: Path) -> None:
    if unfinished.exists():
        shutil.rmtree(unfinished)


def _flush(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _busy(folder: Path) -> ImportInProgress:
    return ImportInProgress(
        f"Another import is writing in {folder}. Wait for it to end, and try again."
    )
