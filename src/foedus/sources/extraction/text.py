"""Plain text: the file's characters exactly as stored, nothing trimmed, no newline touched."""

import re
from typing import Final

from foedus.sources.extraction.encodings import decoded
from foedus.sources.extraction.extracted import LONGEST_TEXT, Extracted, Unextractable

__all__ = ["text_file"]

APART: Final = 200
"""Characters at least between two marks of the origin map, lest it outgrow the text."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


def text_file(data: bytes) -> Extracted:
    """Return the characters of a text file; `origin_of` gives the byte where lines begin.

    A byte order mark belongs to the encoding, not to the text. Raises Unextractable when the bytes
    are in no encoding that can be told for sure, or are no text at all.
    """
    text, encoding, begin = decoded(data)
    if len(text) > LONGEST_TEXT:
        raise Unextractable("is too long", "Split it into several documents")
    if "\x00" in text:
        raise Unextractable("has NUL bytes in it: it is damaged or no text", "Save it as UTF-8")
    if len(_CONTROL.findall(text)) > max(8, len(text) // 50):
        raise Unextractable("is full of control characters: it is no text", "Save it as UTF-8")
    return Extracted(text=text, origin_of=_bytes_of_lines(text, encoding, begin))


def _bytes_of_lines(text: str, encoding: str, begin: int) -> tuple[tuple[int, str], ...]:
    marks, offset, place = [(0, f"byte {begin}")], 0, begin
    for line in _LINE.finditer(text):
        if line.start() - marks[-1][0] >= APART:
            place += len(text[offset : line.start()].encode(encoding))
            offset = line.start()
            marks.append((offset, f"byte {place}"))
    return tuple(marks)
