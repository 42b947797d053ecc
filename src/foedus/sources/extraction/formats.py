"""Which format bytes are in, told by the bytes themselves; the name is only a hint."""

import re
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from foedus.sources.extraction.extracted import Unextractable

__all__ = ["Format", "format_of"]


class Format(StrEnum):
    """A format that text can be taken from, by its media type."""

    TEXT = "text/plain"
    CSV = "text/csv"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_BY_NAME: Final = {".csv": Format.CSV, ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN}
_PAGES: Final = (".html", ".htm", ".xhtml")
_HEAD: Final = 1024

_PICTURE: Final = "is a picture", "Read its text with OCR and file that"
_OFFICE: Final = "is an office file of another kind", "Save it as .docx or .pdf"
_ARCHIVE: Final = "is an archive", "Unpack it and file the documents in it"
_FOREIGN: Final = (
    (b"{\\rtf", "is an RTF file", "Save it as .docx"),
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"II*\x00", *_PICTURE),
    (b"MM\x00*", *_PICTURE),
    (b"\x1f\x8b", *_ARCHIVE),
    (b"7z\xbc\xaf", *_ARCHIVE),
    (b"Rar!", *_ARCHIVE),
    (b"BZh", *_ARCHIVE),
    (b"\xfd7zXZ", *_ARCHIVE),
    (b"(\xb5/\xfd", *_ARCHIVE),
    (b"\x7fELF", "is a program", "Take it out of the folder"),
    (b"MZ\x90", "is a program", "Take it out of the folder"),
)
_PAGE_START: Final = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?:(?!-->).)*-->\s*)*)(?:<!doctype\s+html|<html[\s>])",
    re.I | re.S,
)
_ELEMENT: Final = re.compile(rb"<(?:[a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.I)


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a document's bytes.

    Raises Unextractable for empty bytes and for what holds no text that can be taken out.
    """
    if not data.strip(b"\x00\r\n\t\f\v "):
        raise Unextractable("is empty", "Put the document in its place, or delete the file")
    hint = PurePath(name).suffix.lower()
    if data.lstrip()[:5] == b"%PDF-" or (hint == ".pdf" and b"%PDF-" in data[:_HEAD]):
        return Format.PDF
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return Format.DOCX
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _old_office(data)
    for magic, problem, remedy in _FOREIGN:
        if data.startswith(magic):
            raise Unextractable(problem, remedy)
    head = _in_utf8(data[: 16 * _HEAD])
    if _PAGE_START.match(head) or (
        hint in _PAGES and (_ELEMENT.search(head) or _ELEMENT.search(data))
    ):
        return Format.HTML
    if head.lstrip().startswith(b"<?xml"):
        raise Unextractable("is XML, and no web page", "Save its text as .txt or .html")
    return _BY_NAME.get(hint, Format.TEXT)


def _in_utf8(head: bytes) -> bytes:
    """Return the beginning of a text with its byte order mark taken off, if it has one."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf")


def _old_office(data: bytes) -> Unextractable:
    """A .docx under a password is wrapped in the container that .doc files are made of."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unextractable("is protected by a password", "Save it without a password")
    return Unextractable("is a file of an old office program", "Save it as .docx or .pdf")
