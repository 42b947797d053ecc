"""The process that reads one document after another for `apart`; it never sees a file's name.

It may use a bounded amount of memory, opens no file, and its parsers are told to fetch nothing.
"""

import contextlib
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final

from foedus.sources.extraction.apart import message, received, sent
from foedus.sources.extraction.extracted import Extracted, Unextractable
from foedus.sources.extraction.formats import Format

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit still holds there.
    resource = None  # type: ignore[assignment]

__all__ = ["answer", "main"]

MEMORY: Final = 3_000_000_000
"""Bytes of address space: a document of 50 MB takes a fraction of it."""

# Imported when the first document of the format comes: a parser takes up to half a second.
_READERS: Final = {
    Format.HTML: ("foedus.sources.extraction.html", "html_page"),
    Format.PDF: ("foedus.sources.extraction.pdf", "pdf_document"),
    Format.DOCX: ("foedus.sources.extraction.docx", "docx_document"),
}


def answer(data: bytes, media_type: Format) -> bytes:
    """Return the text of a document, or why there is none, as `apart` expects it."""
    try:
        return message(_reader(media_type)(data))
    except Unextractable as reason:
        return _refusal(reason.problem, reason.remedy)
    except MemoryError:
        return _refusal("needs more memory than a document may take", "Split it")
    except Exception as error:
        # Parsers fail on hostile input in ways of their own: one document must not end the case.
        problem = f"is damaged ({type(error).__name__} while reading it)"
        return _refusal(problem, "Open it yourself and save its text as .txt")


def main() -> None:
    """Answer documents until the other end closes the pipe."""
    if resource is not None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    replies = sys.stdout.buffer
    # A parser that prints must not write between two messages.
    sys.stdout = sys.stderr
    while (media_type := received(sys.stdin.buffer)) is not None:
        data = received(sys.stdin.buffer)
        if data is None:
            return
        sent(replies, answer(data, Format(media_type.decode())))


def _reader(media_type: Format) -> Callable[[bytes], Extracted]:
    module, name = _READERS[media_type]
    reader: Callable[[bytes], Extracted] = getattr(import_module(module), name)
    return reader


def _refusal(problem: str, remedy: str) -> bytes:
    return json.dumps({"problem": problem, "remedy": remedy}).encode()


if __name__ == "__main__":
    main()
