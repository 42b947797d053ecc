"""Lines on paper joined into paragraphs, with the page each part came from.

A paragraph ends where the gap below a line is wide, where the size of the letters changes, where a
line stops short of the margin after a full stop, where the next is set in, or begins an item of a
list. Page numbers, and lines at the head or foot of most pages, are left out; a sentence that goes
on over the page goes on here. A word divided at the end of a line is made whole, with its hyphen
where the document elsewhere writes one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from foedus.sources.extraction.extracted import Extracted
from foedus.sources.snapshot import Damage, Metadata

__all__ = ["Line", "assembled"]

WIDE_GAP: Final = 1.35
"""Times the usual distance of two lines, from which a gap ends a paragraph."""
SHORT: Final = 0.12
"""Share of the page's width by which a line stops short of the margin."""
OTHER_SIZE: Final = 1.12
"""Ratio of letter heights from which two lines are of two kinds."""
MARGIN_LINES: Final = 2
"""Lines at the head and at the foot of a page that may repeat on others."""

_NUMBER: Final = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of|sur|из)\s*\d{1,4})?\W*", re.I)
_CLOSED: Final = re.compile(r"[.!?…:;。！？：；][\"'»”’)\]⁾⁰¹²³⁴-⁹]*$")
_ITEM: Final = re.compile(
    r"(?:[-–—•▪‣●*]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|\(?[ivxIVX]{1,5}[.)]\s|"
    r"(?:article|artikel|статья|стаття)\s+(?:\d|[IVX]|premier|1er)|제\s?\d|第[一二三四五六七八九十\d])",
    re.I,
)
_LEADER: Final = re.compile(r"(?:\. ?){4}\s?[\divxlc]{1,5}$")
_EAST: Final = re.compile("[⺀-鿿豈-﫿　-〿＀-￯]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED: Final = re.compile(r"([^\W\d_]+)\u00ad([^\W\d_]+)")
_HYPHENS: Final = ("\u00ad", "\u2010", "-")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on paper and where they lie, in points from the left and from the foot of the page.

    A word divided at the end of a line makes two lines into one: then `base` is where its first
    character stands and `last_base` where its last one does. `height` is above nothing, as ratios
    are taken of it.
    """

    words: str
    left: float
    right: float
    base: float
    last_base: float
    height: float


def assembled(pages: Sequence[Sequence[Line]], metadata: Metadata) -> Extracted:
    """Return the text of all pages; `origin_of` gives "page 3", a page without text is a damage."""
    known = Counter(word for lines in pages for line in lines for word in _WORD.findall(line.words))
    page_texts = _Growing(known)
    empty: list[tuple[int, int]] = []
    for number, lines in enumerate(_without_margins(pages), 1):
        if not pages[number - 1]:
            empty.append((number, page_texts.length))
        for line, begins in _begun(lines, page_texts.last):
            page_texts.add(line, begins, f"page {number}")
    text = "".join(page_texts.pieces)
    return Extracted(
        text=text,
        origin_of=tuple(page_texts.origin),
        metadata=metadata,
        damages=tuple(_without_text(text, number, offset) for number, offset in empty),
    )


class _Growing:
    """The text so far: its pieces, how long it is, and where the pages begin in it."""

    def __init__(self, known: Counter[str]) -> None:
        self.known = known
        self.pieces: list[str] = []
        self.origin: list[tuple[int, str]] = []
        self.length = 0
        self.last: Line | None = None

    def add(self, line: Line, begins: bool, place: str) -> None:
        """Add a line, as a paragraph of its own or as more of the one before."""
        if self.last is not None:
            if begins:
                self._append("\n\n")
            elif self.last.words.endswith(_HYPHENS) and line.words[0].islower():
                self._close_division(self.last.words, line.words)
            elif not (_EAST.match(self.last.words[-1]) and _EAST.match(line.words)):
                self._append(" ")
        if not self.origin or self.origin[-1][1] != place:
            self.origin.append((self.length, place))
        self._append(_DIVIDED.sub(self._whole, line.words))
        self.last = line

    def _close_division(self, before: str, after: str) -> None:
        """Take the hyphen off the line before, or write it as one that stays."""
        first, second = _WORD.match(before[-2::-1]), _WORD.match(after)
        if first and second:
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1
            if self._keeps_hyphen(first[0][::-1], second[0]):
                self._append("-")

    def _whole(self, divided: re.Match[str]) -> str:
        """Return a word whose division PDFium marks inside the line."""
        hyphen = "-" if self._keeps_hyphen(divided[1], divided[2]) else ""
        return f"{divided[1]}{hyphen}{divided[2]}"

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        return self.known[f"{first}-{second}"] > self.known[f"{first}{second}"]

    def _append(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def _begun(lines: Sequence[Line], last: Line | None) -> Iterator[tuple[Line, bool]]:
    """Yield the lines of a page, each with whether a paragraph begins with it."""
    if not lines:
        return
    steps = sorted(_step(over, line) for over, line in pairwise(lines) if _step(over, line) > 0)
    # Not the median: on a page of short paragraphs half of the gaps are wide.
    step = steps[len(steps) // 4] if steps else 0.0
    margin = max(line.right for line in lines)
    width = max(margin - min(line.left for line in lines), 1.0)
    over = last
    for index, line in enumerate(lines):
        if over is None or index == 0 or _step(over, line) < -line.height / 2:
            # Another page or column: only the words can tell.
            begins = over is None or not _goes_on(over.words, line.words)
        else:
            begins = (
                _step(over, line) > max(step, line.height) * WIDE_GAP
                or _other_size(over, line)
                or bool(_ITEM.match(line.words) or _LEADER.search(over.words))
                or (bool(_CLOSED.search(over.words)) and over.right < margin - SHORT * width)
                or (bool(_CLOSED.search(over.words)) and line.left > over.left + line.height)
            )
        yield line, begins
        over = line


def _step(over: Line, line: Line) -> float:
    """Return how much lower a line stands than the end of the one before."""
    return over.last_base - line.base


def _goes_on(before: str, after: str) -> bool:
    if before.endswith(_HYPHENS):
        return True
    return not _CLOSED.search(before) and (after[0].islower() or bool(_EAST.match(after)))


def _other_size(over: Line, line: Line) -> bool:
    low, high = sorted((over.height, line.height))
    return high / low > OTHER_SIZE


def _without_margins(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Yield the lines of every page without page numbers and running heads and feet."""
    repeated = Counter(
        words for lines in pages for words in {_shape(line) for line in _outer(lines)}
    )
    written = sum(1 for lines in pages if lines)
    often = max(3, written * 0.4)
    for lines in pages:
        dropped = {
            id(line)
            for line in _outer(lines)
            if written > 1 and (_NUMBER.fullmatch(line.words) or repeated[_shape(line)] >= often)
        }
        yield [line for line in lines if id(line) not in dropped]


def _outer(lines: Sequence[Line]) -> Sequence[Line]:
    if len(lines) <= 2 * MARGIN_LINES:
        return lines if len(lines) < MARGIN_LINES else (*lines[:1], *lines[-1:])
    return (*lines[:MARGIN_LINES], *lines[-MARGIN_LINES:])


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words)


def _without_text(text: str, number: int, offset: int) -> Damage:
    """Return the damage of a page that gave nothing, at the word before it or the first one."""
    words = list(re.finditer(r"\S+", text[max(0, offset - 200) : offset]))
    if words:
        begin = max(0, offset - 200)
        start, end = begin + words[-1].start(), begin + words[-1].end()
    else:
        found = re.search(r"\S+", text)
        start, end = found.span() if found else (0, 0)
    explanation = f"page {number} has no text layer, or none that can be read"
    return Damage("page_without_text", start, end, text[start:end], explanation)
