"""Bytes from a publisher into the data folder: whole or not at all.

A download is written beside its place, under `incoming/`, and moved there only when it is complete
and its checksum is the one expected (`pooch` compares and moves). What a broken connection left is
kept and continued by the next attempt; what can no longer be right is deleted.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pooch

from foedus.errors import FailedDownload, ImportInProgress
from foedus.sources.checksum import sha256_of
from foedus.sources.download import Download, Patience, Progress, unwatched
from foedus.sources.partial import Partial

__all__ = ["Patience", "Progress", "fetched"]

INCOMING = "incoming"


def fetched(
    url: str,
    path: Path,
    *,
    sha256: str | None = None,
    advice: str = "",
    patience: Patience | None = None,
    progress: Progress = unwatched,
) -> Path:
    """Return `path` with the bytes that `url` leads to; what stood there before stays on failure.

    A file that already has the checksum expected is not fetched again. Interrupted from the
    keyboard or by a broken connection, it keeps what has arrived, and the next call asks for the
    rest only, as long as the server can tell that its file is still the same one. Raises
    FailedDownload with what, where and what next (`advice` is its last sentence), and
    ImportInProgress while another process fetches the same file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if sha256 is not None and path.is_file() and sha256_of(path) == sha256:
        return path
    incoming = path.parent / INCOMING
    incoming.mkdir(exist_ok=True)
    with _alone(incoming / f"{path.name}.lock", path.name):
        partial = Partial(incoming / f"{path.name}.partial")
        download = Download(partial, sha256, advice, patience or Patience(), progress)
        arrived = incoming / path.name
        arrived.unlink(missing_ok=True)
        _retrieve(url, arrived, sha256, download)
        os.replace(arrived, path)
        partial.forget()
    with contextlib.suppress(OSError):
        incoming.rmdir()
    return path


def _retrieve(url: str, arrived: Path, sha256: str | None, download: Download) -> None:
    # Pooch tells about every file on standard error; the command line has words of its own.
    pooch.get_logger().setLevel("WARNING")
    known = None if sha256 is None else f"sha256:{sha256}"
    try:
        pooch.retrieve(
            url, known_hash=known, fname=arrived.name, path=arrived.parent, downloader=download
        )
    except OSError as error:
        raise FailedDownload(
            f"{url}: cannot be written to {arrived.parent}: {error.strerror or error}. "
            "Make room there, or set FOEDUS_DATA to another folder; what has arrived is kept."
        ) from error


@contextlib.contextmanager
def _alone(lock: Path, name: str) -> Iterator[None]:
    # The lock is the kernel's: it goes with the process, however that ends.
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle, lock, name)
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _lock(handle: int, lock: Path, name: str) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever held it before may have deleted the file that we opened.
        alone = os.fstat(handle).st_ino == lock.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        alone = False
    if not alone:
        raise ImportInProgress(
            f"Another process is fetching {name}. Wait for it to end, or stop it, and try again."
        )
