"""PDF files: text page by page, lines joined into paragraphs, the page kept for every paragraph.

PDFium gives characters in the order they are drawn, with a line break where the line ends on paper;
`paragraphs` joins those lines.
"""

import re
from collections.abc import Iterator, Sequence
from ctypes import c_double
from statistics import median
from typing import Any, Final

import pypdfium2
import pypdfium2.raw

from foedus.sources.extraction.extracted import LONGEST_TEXT, Extracted, Unextractable
from foedus.sources.extraction.paragraphs import Line, assembled
from foedus.sources.extraction.properties import property_stated
from foedus.sources.snapshot import Metadata

__all__ = ["pdf_document"]

MOST_PAGES: Final = 3_000
"""Pages of the longest document read."""
SAMPLE: Final = 7
"""Letters of a line that are measured."""

# PDFium's binding says nothing of types.
_open: Final[Any] = pypdfium2.PdfDocument
_raw: Final[Any] = pypdfium2.raw
_BREAKS: Final = (0x0A, 0x0D)
_SCAN: Final = (
    "has no text layer: its pages are pictures",
    "Read it with OCR (for instance ocrmypdf) and file the result",
)


def pdf_document(data: bytes) -> Extracted:
    """Return the text of a PDF; `origin_of` gives "page 3", damages the pages without text.

    Raises Unextractable when it is under a password, damaged, too long, or holds pictures of text.
    """
    document = _opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise Unextractable(
                f"has {len(document)} pages, more than {MOST_PAGES}", "Split it into several files"
            )
        pages = tuple(_pages(document))
        metadata = _metadata(document.get_metadata_dict(skip_empty=True))
    finally:
        document.close()
    if not any(pages):
        raise Unextractable(*_SCAN)
    return assembled(pages, metadata)


def _opened(data: bytes) -> Any:
    try:
        document = _open(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unextractable(
                "is protected by a password", "Save it without a password"
            ) from None
        raise Unextractable("is damaged or was cut off", "Fetch or save it again") from None
    if len(document) == 0:
        document.close()
        raise Unextractable("is damaged: it has no page", "Fetch or save it again")
    return document


def _pages(document: Any) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of every page; a page that PDFium cannot open has none."""
    length = 0
    for index in range(len(document)):
        try:
            page = document[index]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield ()
            continue
        lines = tuple(_lines(text_page))
        text_page.close()
        page.close()
        length += sum(len(line.words) for line in lines)
        if length > LONGEST_TEXT:
            raise Unextractable(f"has more than {LONGEST_TEXT:,} characters", "Split it")
        yield lines


def _lines(text_page: Any) -> Iterator[Line]:
    codes = [_raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars())]
    begin = 0
    for end in (*(at for at, code in enumerate(codes) if code in _BREAKS), len(codes)):
        inked = [at for at in range(begin, end) if not _is_blank(codes[at])]
        if inked:
            first, last = inked[0], inked[-1]
            left, base = _origin(text_page, first)
            yield Line(
                words=_characters(codes[first : last + 1]),
                left=left,
                right=text_page.get_charbox(last, loose=True)[2],
                base=base,
                last_base=_origin(text_page, last)[1],
                height=_height(text_page, inked),
            )
        begin = end + 1


def _origin(text_page: Any, index: int) -> tuple[float, float]:
    """Return where a character stands on its base line, the same for letters of any shape."""
    across, up = c_double(), c_double()
    _raw.FPDFText_GetCharOrigin(text_page, index, across, up)
    return across.value, up.value


def _height(text_page: Any, inked: Sequence[int]) -> float:
    """Return how high most letters of a line are: a bullet or a word in code may be higher."""
    sample = inked[:: max(1, len(inked) // SAMPLE)]
    boxes = (text_page.get_charbox(index, loose=True) for index in sample)
    return max(float(median(top - foot for _, foot, _, top in boxes)), 0.1)


def _characters(codes: Sequence[int]) -> str:
    """Return characters from PDFium's codes.

    Code 0 has no character in the font's table, 2 and 0xFFFE are hyphens at the end of a line
    (PDFium then goes on with the next line as if it were the same); beyond the basic plane a
    character may come as two surrogates.
    """
    changed = (0xFFFD if code == 0 else 0xAD if code in (2, 0xFFFE) else code for code in codes)
    text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in changed)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_blank(code: int) -> bool:
    return 2 < code < 0x110000 and (chr(code).isspace() or code < 0x20)


def _metadata(properties: dict[str, str]) -> Metadata:
    names = re.split(r"\s*;\s*", properties.get("Author", ""))
    authors = (property_stated(name, person=True) for name in names)
    return Metadata(
        title=property_stated(properties.get("Title")),
        authors=tuple(author for author in authors if author),
    )
