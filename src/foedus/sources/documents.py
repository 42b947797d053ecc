"""A document as received becomes a snapshot: bytes, checksum, text, metadata, damage."""

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from foedus.errors import UnreadableDocument
from foedus.sources.beside import beside
from foedus.sources.damage import damages_in
from foedus.sources.extraction.apart import extracted_apart
from foedus.sources.extraction.extracted import Extracted, Unextractable
from foedus.sources.extraction.formats import Format, format_of
from foedus.sources.extraction.text import text_file
from foedus.sources.metadata import metadata_of
from foedus.sources.snapshot import Metadata, Snapshot

__all__ = ["LARGEST", "snapshot_of", "snapshot_of_text"]

LARGEST: Final = 50_000_000
"""Bytes of a document; a larger one is refused before it is opened."""

_AS_THEY_ARE: Final = (Format.TEXT, Format.CSV, Format.MARKDOWN)


def snapshot_of(path: Path) -> Snapshot:
    """Return the snapshot of one document (.txt, .md, .csv, .html, .pdf, .docx), told by its bytes.

    Raises UnreadableDocument for whatever gives no text, and FaultyInput for a malformed `.toml`
    beside it. Nothing is fetched, and no document can take more than bounded time and memory.
    """
    described = beside(path)
    try:
        data = _bytes_of(path)
        media_type = format_of(data, path.name)
        extracted = _extracted(data, media_type)
    except Unextractable as reason:
        raise UnreadableDocument(str(path), reason.problem, f"{reason.remedy}.") from None
    prose = media_type is not Format.CSV
    checksum = hashlib.sha256(data).hexdigest()
    return Snapshot(
        id=f"d-{checksum[:12]}",
        name=os.fsencode(path.name).decode(errors="replace"),
        media_type=media_type.value,
        checksum=checksum,
        text=extracted.text,
        origin_of=extracted.origin_of,
        metadata=metadata_of(extracted.text, described, extracted.metadata, prose=prose),
        damages=(*extracted.damages, *damages_in(extracted.text, prose=prose)),
    )


def snapshot_of_text(text: str, name: str = "text") -> Snapshot:
    """Return the snapshot of a text that is in no file: its own characters, none changed.

    Halves of surrogate pairs, which no file could hold, stay where they are.
    """
    checksum = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Snapshot(
        id=f"d-{checksum[:12]}",
        name=name,
        media_type=Format.TEXT.value,
        checksum=checksum,
        text=text,
        origin_of=((0, "character 0"),),
        metadata=metadata_of(text, Metadata(), Metadata()),
        damages=tuple(damages_in(text)),
    )


def _extracted(data: bytes, media_type: Format) -> Extracted:
    alone = media_type in _AS_THEY_ARE
    extracted = text_file(data) if alone else extracted_apart(data, media_type)
    if not extracted.text.strip():
        raise Unextractable("holds no text", "Put a document with text in its place")
    return extracted


def _bytes_of(path: Path) -> bytes:
    """Return a file's bytes; only a regular file, inside its own folder, of bounded size."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise Unextractable(
                "is a link that leads outside its folder", "Copy the document itself there"
            )
        _check_kind(path.stat())
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unopened(error) from None
    if len(data) > LARGEST:
        raise _too_large(len(data))
    return data


def _check_kind(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unextractable("is a folder", "Move the documents in it one level up")
    if not stat.S_ISREG(status.st_mode):
        raise Unextractable("is a device or a pipe, not a file", "Take it out of the folder")
    if status.st_size > LARGEST:
        raise _too_large(status.st_size)


def _too_large(size: int) -> Unextractable:
    return Unextractable(
        f"has {size / 1e6:,.0f} MB, more than the {LARGEST / 1e6:,.0f} MB a document may have",
        "Split it, or keep only the part that matters",
    )


def _unopened(error: Exception) -> Unextractable:
    if isinstance(error, FileNotFoundError):
        return Unextractable("does not exist", "Check its name")
    if isinstance(error, PermissionError):
        return Unextractable("may not be read", "Give yourself the right to read it")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Unextractable(f"cannot be opened ({reason})", "Check the file")
