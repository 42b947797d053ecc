"""A zip package is looked over before anything in it is unpacked."""

import io
import zipfile
from typing import Final

from foedus.sources.extraction.extracted import Unextractable

__all__ = ["check_archive"]

MOST_FILES: Final = 5_000
LARGEST: Final = 200_000_000
"""Bytes a package may unpack to."""
DENSEST: Final = 200
"""How many times smaller than its content a package of more than a megabyte may be."""

_BOMB: Final = "unpacks to far more than a document holds: it may be a zip bomb"
_WARNING: Final = "Do not open this file; ask its sender for another"


def check_archive(data: bytes) -> zipfile.ZipFile:
    """Return the open package, its declared sizes and names checked and every byte of it tested.

    Raises Unextractable when it is truncated, damaged, under a password, or made to do harm.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _damaged() from None
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise Unextractable(f"packs {len(entries)} files: no document does", _WARNING)
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST or (total > 1_000_000 and total > DENSEST * len(data)):
        raise Unextractable(_BOMB, _WARNING)
    if any(_leads_outside(entry.filename) for entry in entries):
        raise Unextractable("packs files whose names lead outside it", _WARNING)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unextractable("is protected by a password", "Save it without a password")
    _check_content(archive)
    return archive


def _check_content(archive: zipfile.ZipFile) -> None:
    # Declared sizes may lie. Python stops at the declared size and then finds the checksum wrong.
    try:
        damaged = archive.testzip()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        raise _damaged() from None
    except Exception as error:
        # zlib, bz2 and lzma each have an exception of their own for data they cannot unpack.
        raise _damaged() from error
    if damaged is not None:
        raise _damaged()


def _damaged() -> Unextractable:
    return Unextractable("is damaged or was cut off", "Fetch or save it again")


def _leads_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
