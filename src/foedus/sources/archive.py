"""Files out of ZIP archives, and out of ZIP archives within them, as publishers pack their data.

Nothing is written under a name that the archive chooses, and nothing larger than the limit: what
an archive says of its own sizes is not believed.
"""

import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from foedus.errors import WrongFile

__all__ = ["DATA", "is_archive", "packed_names", "unpacked"]

LARGEST = 8 << 30
LARGEST_WITHIN = 512 << 20
DEPTH = 2
PIECE = 1 << 20
DATA = {".csv", ".tsv", ".tab", ".txt", ".parquet", ".xlsx", ".xls", ".dta", ".json", ".dat"}
Wanted = Callable[[str], bool]
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def is_archive(file: Path) -> bool:
    """Whether the file is a ZIP archive of files, not a workbook or other document made as one."""
    return file.suffix.lower() == ".zip" and zipfile.is_zipfile(file)


def packed_names(archive: Path) -> tuple[str, ...]:
    """Return the names, without folders, of the data files in an archive, in its order."""
    return tuple(dict.fromkeys(_base(name) for name, _ in _members(archive, _is_data)))


def unpacked(archive: Path, name: str, into: Path, *, largest: int = LARGEST) -> Path:
    """Return `into / name`, the file of that name out of the archive, written whole or not at all.

    Folders within the archive do not count; case does only where two names differ by nothing
    else. Raises WrongFile when no such file is in it (naming those that are), when it is damaged,
    protected by a password, or larger than `largest` bytes.
    """
    for wanted in (lambda base: base == name, lambda base: base.casefold() == name.casefold()):
        for _, member in _members(archive, wanted):
            return _written(archive, member, into / name, largest)
    held = ", ".join(packed_names(archive)) or "no data file"
    raise WrongFile(f"{archive}: holds no file '{name}', but {held}.")


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise WrongFile(
            f"{archive}: cannot be unpacked ({error or type(error).__name__}). "
            "Fetch it again, or unpack it yourself and name the file in it."
        ) from error


def _members(archive: Path, wanted: Wanted) -> Iterator[tuple[str, IO[bytes]]]:
    with _reading(archive), zipfile.ZipFile(archive) as outer:
        yield from _members_of(archive, outer, wanted, DEPTH)


def _members_of(
    archive: Path, outer: zipfile.ZipFile, wanted: Wanted, depth: int
) -> Iterator[tuple[str, IO[bytes]]]:
    for info in outer.infolist():
        base = _base(info.filename)
        if info.is_dir() or not base or info.filename.startswith("__MACOSX/"):
            continue
        if wanted(base):
            with outer.open(info) as member:
                yield base, member
        elif base.lower().endswith(".zip") and depth > 1:
            with tempfile.TemporaryFile() as inner, outer.open(info) as member:
                _copy(archive, member, inner, LARGEST_WITHIN)
                with zipfile.ZipFile(inner) as nested:
                    yield from _members_of(archive, nested, wanted, depth - 1)


def _written(archive: Path, member: IO[bytes], path: Path, largest: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as into, _reading(archive):
            _copy(archive, member, into, largest)
            into.flush()
            os.fsync(into.fileno())
        os.replace(unfinished, path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return path


def _copy(archive: Path, member: IO[bytes], into: IO[bytes], largest: int) -> None:
    size = 0
    while piece := member.read(PIECE):
        size += len(piece)
        if size > largest:
            raise WrongFile(f"{archive}: a file in it is larger than {largest:,} bytes.")
        into.write(piece)


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name


def _is_data(base: str) -> bool:
    return PurePosixPath(base).suffix.lower() in DATA and not base.startswith(".")
