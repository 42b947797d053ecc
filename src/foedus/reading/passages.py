"""Where a text's parts begin and end: title, headings, paragraphs, notes, captions, metadata lines.

Blocks are what blank lines part. Two repairs are made, both for damage that extraction does: a
paragraph that a page break cuts inside a sentence is one paragraph again, and a list of notes
without blank lines between them is one note each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from foedus.reading.bibliography import entry
from foedus.reading.languages import READ, language_of
from foedus.reading.reading import Segment

__all__ = ["SegmentWords", "segments", "sentences"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """What one language writes at the head of a caption, a byline, a note list or a field."""

    notes: str
    caption: str
    byline: str
    field: str
    biography: str
    months: str
    abbreviations: str


_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t\f\r]*\S[^\n]*)*")
_FINAL = re.compile(r"[.!?…:;»”\"')\]*⁾\d]\s*$|[.!?…]\S{0,6}\s*$")
_NOTE_HEAD = re.compile(
    r"(?:\((?P<round>\d{1,3})\)|\[\^?(?P<square>\d{1,3})\]:?|(?P<dot>\d{1,3})[.)](?=\s)|"
    r"(?P<raised>[⁽⁰¹²³⁴-⁹]+⁾?))\s*(?=\S)"
)
_UNCASED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_URL_ONLY = re.compile(r"(?:https?://|www\.)\S+")
_NAME = (
    r"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[ \xa0](?:(?:de|du|von|van|bin|al|d’|"
    r"d')[ \xa0]?)?[A-ZÀ-ÖØ-Þ][\w’'.-]*){1,4}"
)
_LONGEST_HEADING = 140
_LONGEST_ENTRY = 600
_LONGEST_BYLINE = 90
# A shorter block that a lower-case one follows is a heading, or an item of a list.
_SHORTEST_CUT = 80


def segments(text: str, language: str) -> tuple[Segment, ...]:
    """Return the parts of `text`, ascending, without overlap; blank stretches belong to none.

    Kinds: title, heading, paragraph, note, caption, byline, biography, field. A language without
    words of its own here is read with the English ones, which recognise fewer of its fields.
    """
    words = _words(language)
    found: list[Segment] = []
    in_notes = False
    for start, end in _rejoined(text, list(_blocks(text))):
        kind = _kind(text[start:end], words, found, in_notes)
        if kind in ("heading", "paragraph"):
            in_notes = _opens_notes(text[start:end], words)
        found.append(Segment(start, end, kind))
    return tuple(_with_values(text, found, words))


def sentences(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """Return the sentences between two offsets: spans without the blanks around them.

    A point after an abbreviation, an initial or a number inside a date ends nothing.
    """
    abbreviations = _abbreviated(_words(language).abbreviations)
    found: list[Span] = []
    opening = start
    for stop in _STOP.finditer(text, start, end):
        if stop["mark"] == "." and abbreviations.search(
            text, max(start, stop.start() - 12), stop.start()
        ):
            continue
        found.append((opening, stop.end("mark")))
        opening = stop.end()
    found.append((opening, end))
    return tuple(trimmed for span in found if (trimmed := _trimmed(text, *span)))


_STOP = re.compile(
    r"(?P<mark>[.!?…]+[»”\"’')\]]*(?:[⁽⁰¹²³⁴-⁹⁾]+)?)(?:\s+(?=[«“\"‘'(\[—–-]*\s?[A-ZÀ-ÖØ-Þ0-9Ѐ-Я])|"
    r"\s*\n\s*\n)"
)


@lru_cache(maxsize=8)
def _abbreviated(abbreviations: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{abbreviations})|\b[A-ZÀ-ÖØ-Þ]|\bJ\.-[A-Z])$")


def _words(code: str) -> SegmentWords:
    return language_of(code if code in READ else "en").segment_words


def _blocks(text: str) -> Iterator[Span]:
    for block in _BLOCK.finditer(text):
        yield from _lines_apart(text, block.start(), block.end())


def _lines_apart(text: str, start: int, end: int) -> Iterator[Span]:
    """Part a block at its line breaks, unless they only wrap a paragraph."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text[start:end])]
    lines = [(start + a, start + b) for a, b in lines]
    width = max(b - a for a, b in lines)
    opening = lines[0][0]
    for (a, b), (following, _) in pairwise(lines):
        if _breaks(text, a, b, following, width):
            yield _trimmed(text, opening, b) or (opening, b)
            opening = following
    yield _trimmed(text, opening, lines[-1][1]) or (opening, lines[-1][1])


def _breaks(text: str, start: int, end: int, following: int, width: int) -> bool:
    if _NOTE_HEAD.match(text, following):
        return True
    if width > 120:  # nobody wraps at this width: every line is a paragraph
        return not text[following].islower()
    if _UNCASED.match(text, following):  # scripts without capitals rarely wrap: ends break
        return end - start < 0.6 * width or text[end - 1] in "。！？」』”"
    return end - start < 0.6 * width and text[following].isupper()


def _rejoined(text: str, blocks: list[Span]) -> Iterator[Span]:
    """Join a block to the next where a page break cut a sentence in two."""
    opening = blocks[0] if blocks else None
    for block in blocks[1:]:
        assert opening is not None
        cut = text[block[0]].islower() and not _FINAL.search(text[opening[0] : opening[1]])
        if cut and opening[1] - opening[0] > _SHORTEST_CUT:
            opening = (opening[0], block[1])
        else:
            yield opening
            opening = block
    if opening is not None:
        yield opening


def _kind(block: str, words: SegmentWords, before: list[Segment], in_notes: bool) -> str:
    if _is_field(block, words):
        return "field"
    if re.match(rf"(?:{words.caption})\s?[:—–-]\s?\S", block, re.IGNORECASE):
        return "caption"
    if _NOTE_HEAD.match(block) and (in_notes or (before and before[-1].kind == "note")):
        return "note"
    if in_notes and len(block) < _LONGEST_ENTRY and entry(block) is not None:
        return "note"
    if re.match(rf"[*_]{{1,2}}\s?{_NAME}[*_]*,? (?:{words.biography})\b", block):
        return "biography"
    if len(block) <= _LONGEST_BYLINE and _is_byline(block, words):
        return "byline"
    if not before and "\n" not in block and len(block) < 300 and not block.endswith((".", "。")):
        return "title"
    return "heading" if _is_heading(block) else "paragraph"


def _is_field(block: str, words: SegmentWords) -> bool:
    if "\n\n" in block or len(block) > 300:
        return False
    labelled = rf"[*_#]*\s*(?:{words.field})[*_]*\s?(?:[:：]|\*\*|$)"
    dated = (
        rf"(?:(?-i:{_NAME})[,.]? |THE [A-Z ]+, )?(?:le )?"
        rf"(?:\d{{1,2}}(?:er)? (?:{words.months}) \d{{4}}"
        rf"|(?:{words.months}) \d{{1,2}},? \d{{4}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})"
        r"(?:,? (?:à )?\d{1,2}[h:]\d{2})?\.?$"
    )
    return bool(
        re.match(labelled, block, re.IGNORECASE)
        or re.match(dated, block, re.IGNORECASE)
        or _URL_ONLY.fullmatch(block)
    )


def _is_byline(block: str, words: SegmentWords) -> bool:
    signed = re.fullmatch(
        rf"(?i:{words.byline})\s+(?:{_NAME}(?:,? (?:et|and|&) |, )?)+(?:[,(].{{0,60}})?", block
    )
    capitals = re.fullmatch(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+\s[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+", block)
    return bool(signed) or bool(capitals and block.count(" ") <= 4)


def _is_heading(block: str) -> bool:
    if block.startswith("#"):
        return True
    if len(block) > _LONGEST_HEADING or "\n" in block:
        return False
    return not re.search(r"[.;,…»”。；，！？」』]$", block) and not block[0].islower()


def _opens_notes(block: str, words: SegmentWords) -> bool:
    return bool(re.fullmatch(rf"[#*_\s]*(?:{words.notes})[*_]*\s?:?[*_]*", block, re.IGNORECASE))


def _with_values(text: str, found: list[Segment], words: SegmentWords) -> Iterator[Segment]:
    """Call the block under a bare label (« date créée ») a field too, and lone notes notes."""
    bare = re.compile(rf"[*_#]*\s*(?:{words.field})[*_]*\s?[:：]?[*_]*", re.IGNORECASE)
    after_label = False
    for segment in found:
        block = text[segment.start : segment.end]
        is_value = after_label and len(block) <= _LONGEST_BYLINE and segment.kind == "heading"
        yield Segment(segment.start, segment.end, "field") if is_value else segment
        after_label = segment.kind == "field" and bool(bare.fullmatch(block))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
