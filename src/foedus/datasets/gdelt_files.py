"""A GDELT file as received: its bytes, unpacked if it is a ZIP, and what tells it from others."""

import os
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa

__all__ = ["Content", "Unreadable", "content", "slot_of"]

LARGEST: Final = 4 * 2**30
"""Bytes a file may unpack to: it is held in memory whole."""
DENSEST: Final = 300
"""How many times smaller than its content a file of more than a megabyte may be packed."""
_MEGABYTE: Final = 1 << 20
# Where the lengths of name and extra field stand in the header of a member (APPNOTE.TXT, 4.3.7).
_NAME_LENGTH: Final = 26
_LOCKED: Final = 1
_GZIP_HEADER: Final = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


@dataclass(frozen=True, slots=True)
class Content:
    """The lines of a file, and what tells them from another file's, packed or not.

    The mark is a checksum (CRC-32), the length and the number of the first event: no two files that
    GDELT published share one.
    """

    data: pa.Buffer
    mark: str


@dataclass
class Unreadable(Exception):
    """A file none of whose lines can be read: why, and what to do."""

    why: str


def content(path: Path) -> Content:
    """Return the lines of a file, unpacked. Raises Unreadable when it is absent or damaged."""
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return _unpacked(path)
        data = pa.py_buffer(path.read_bytes())
        return _marked(data, zlib.crc32(data))
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError) as error:
        raise Unreadable(
            f"is a damaged ZIP ({error}): it was cut off or altered; fetch it again"
        ) from error


def slot_of(name: str) -> str:
    """Return the time or day that a file's name stands for, which a file packed or not shares.

    `20191024143000.export.CSV.zip` and `20191024143000.export.CSV` are both of 20191024143000.
    """
    return name.lower().removesuffix(".zip").removesuffix(".csv").removesuffix(".export")


def _unpacked(path: Path) -> Content:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        if len(members) != 1:
            raise Unreadable(
                f"holds {len(members)} files, not one: unpack it and load what it holds"
            )
        (member,) = members
        packed, size = member.compress_size, member.file_size
        if size > LARGEST or (size > _MEGABYTE and size > DENSEST * max(packed, 1)):
            raise Unreadable(f"says it unpacks to {size:,} bytes: it may be a zip bomb")
        if member.compress_type != zipfile.ZIP_DEFLATED or member.flag_bits & _LOCKED:
            return _marked(pa.py_buffer(archive.read(member)), member.CRC)
    return _marked(_inflated(path, member), member.CRC)


def _marked(data: pa.Buffer, checksum: int) -> Content:
    first = data[:20].to_pybytes().partition(b"\t")[0].decode("latin-1")
    return Content(data, f"{checksum:08x}-{data.size}-{first}")


def _inflated(path: Path, member: zipfile.ZipInfo) -> pa.Buffer:
    # Under a header of gzip, in one step and into memory used again: a quarter quicker than zipfile
    # does it in blocks. gzip's own end, put behind it, has the checksum and length compared.
    with path.open("rb") as file:
        file.seek(member.header_offset + _NAME_LENGTH)
        name, extra = struct.unpack("<HH", file.read(4))
        file.seek(name + extra, os.SEEK_CUR)
        packed = file.read(member.compress_size)
    ending = struct.pack("<II", member.CRC, member.file_size & 0xFFFFFFFF)
    # A codec holds the state of what it unpacks: each thread needs its own.
    gzip = pa.Codec("gzip")
    try:
        return gzip.decompress(_GZIP_HEADER + packed + ending, decompressed_size=member.file_size)
    except OSError as error:
        raise zipfile.BadZipFile("its content is not what its checksum says") from error
