"""Word documents: paragraphs and table rows in order, notes at the end, core properties.

The package is checked as a zip before anything in it is unpacked. The mark of a footnote becomes
⁽¹⁾ and its text a paragraph "(1) …" after the body. Deleted text of tracked changes is left out.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn
from lxml import etree

from foedus.sources.extraction.extracted import Extracted, Unextractable, joined
from foedus.sources.extraction.properties import property_stated
from foedus.sources.extraction.superscripts import note_mark, raised
from foedus.sources.extraction.zipped import check_archive
from foedus.sources.snapshot import Metadata, Stated

__all__ = ["docx_document"]

_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT: Final = frozenset(
    (_FALLBACK, *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent")))
)
_NOTE_KINDS: Final = (("footnote", "footnotes"), ("endnote", "endnotes"))
_SEPARATORS: Final = ("separator", "continuationSeparator", "continuationNotice")
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def docx_document(data: bytes) -> Extracted:
    """Return the text of a Word document; `origin_of` gives "paragraph 3" or "table 1, row 2".

    Raises Unextractable when the package is damaged, unsafe, or no Word document.
    """
    _check(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise Unextractable(
            f"is damaged: no Word document can be read from it ({type(error).__name__})",
            "Open it in Word, save it again, or save its text as .txt",
        ) from None
    numbers: dict[tuple[str, str], int] = {}
    body = list(_blocks(document.element.body, numbers))
    extracted = joined([*body, *_notes(document, numbers)])
    metadata = _metadata(document.core_properties, document)
    return Extracted(text=extracted.text, origin_of=extracted.origin_of, metadata=metadata)


def _check(data: bytes) -> None:
    with check_archive(data) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" not in names and "mimetype" not in names:
            raise Unextractable("is a zip archive", "Unpack it and file the documents in it")
        if "word/document.xml" not in names:
            raise Unextractable("is no Word document", "Save it as .docx or .pdf")
        for name in names:
            if name.endswith((".xml", ".rels")) and _DOCTYPE.search(archive.read(name)):
                raise Unextractable(
                    "declares entities, which no Word document does", "Do not trust this file"
                )


def _blocks(parent: Any, numbers: dict[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    paragraphs = tables = 0
    for element in _children(parent):
        if element.tag == _P:
            paragraphs += 1
            yield _words(element, numbers), f"paragraph {paragraphs}"
            for box in element.iter(qn("w:txbxContent")):
                if not _inside_fallback(box):
                    yield _paragraphs(box, numbers), f"text box at paragraph {paragraphs}"
        elif element.tag == _TBL:
            tables += 1
            for row, line in enumerate(element.iterchildren(_TR), 1):
                cells = (_paragraphs(cell, numbers, " ") for cell in line.iterchildren(_TC))
                yield "\t".join(cells), f"table {tables}, row {row}"


def _children(parent: Any) -> Iterator[Any]:
    """Yield block elements, looking into content controls, which Word wraps around blocks."""
    for element in parent.iterchildren():
        if element.tag == qn("w:sdt"):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from content.iterchildren(_P, _TBL)
        else:
            yield element


def _paragraphs(parent: Any, numbers: dict[tuple[str, str], int], gap: str = "\n") -> str:
    texts = (_words(paragraph, numbers) for paragraph in parent.iter(_P))
    return gap.join(text for text in texts if text.strip())


def _words(paragraph: Any, numbers: dict[tuple[str, str], int]) -> str:
    """Return the text of a paragraph, not that of paragraphs in boxes inside it."""
    pieces: list[str] = []
    pending = [paragraph]
    while pending:
        element = pending.pop()
        if not isinstance(element.tag, str):
            continue
        tag = element.tag
        if tag == qn("w:t"):
            text = element.text or ""
            pieces.append(raised(text) if _is_raised(element) else text)
        elif tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            pieces.append("\t" if tag == qn("w:tab") else "\n")
        elif tag in (qn("w:noBreakHyphen"), qn("w:softHyphen")):
            pieces.append("\u2011" if tag == qn("w:noBreakHyphen") else "")
        elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            kind = "footnote" if tag == qn("w:footnoteReference") else "endnote"
            key = (kind, element.get(qn("w:id"), ""))
            pieces.append(note_mark(numbers.setdefault(key, len(numbers) + 1)))
        else:
            inner = (child for child in element.iterchildren() if child.tag not in _LEFT_OUT)
            pending.extend(reversed(list(inner)))
    return "".join(pieces)


def _is_raised(element: Any) -> bool:
    mark = element.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return mark is not None and mark.get(qn("w:val")) == "superscript"


def _inside_fallback(element: Any) -> bool:
    return any(parent.tag == _FALLBACK for parent in element.iterancestors())


def _notes(document: Any, numbers: dict[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    texts = dict(_note_texts(document, numbers))
    for key, number in sorted(numbers.items(), key=lambda item: item[1]):
        if key in texts:
            yield f"({number}) {texts[key].strip()}", f"{key[0]} {number}"


def _note_texts(
    document: Any, numbers: dict[tuple[str, str], int]
) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, part_name in _NOTE_KINDS:
        for part in _related(document, part_name):
            # The same parser settings as python-docx: no entities, no external DTD.
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            for note in etree.fromstring(part.blob, parser).iterchildren(qn(f"w:{kind}")):
                if note.get(qn("w:type")) not in _SEPARATORS:
                    yield (kind, note.get(qn("w:id"), "")), _paragraphs(note, numbers)


def _related(document: Any, part_name: str) -> Iterable[Any]:
    relations = document.part.rels.values()
    return (
        relation.target_part
        for relation in relations
        if not relation.is_external and relation.reltype.endswith(f"/{part_name}")
    )


def _metadata(properties: Any, document: Any) -> Metadata:
    names = re.split(r"\s*;\s*", properties.author or "")
    authors = (property_stated(name, person=True) for name in names)
    return Metadata(
        title=property_stated(properties.title) or _titled(document),
        authors=tuple(author for author in authors if author),
        language=_language(properties.language),
    )


def _titled(document: Any) -> Stated | None:
    """Return the paragraph that bears the style Title, if one of the first ten does."""
    for paragraph in document.paragraphs[:10]:
        style = paragraph.style
        if style is not None and style.style_id == "Title" and paragraph.text.strip():
            return Stated(" ".join(paragraph.text.split()), "markup")
    return None


def _language(value: str | None) -> Stated | None:
    found = re.match(r"[A-Za-z]{2}(?=-|$)", value or "")
    return Stated(found[0].lower(), "properties") if found else None
