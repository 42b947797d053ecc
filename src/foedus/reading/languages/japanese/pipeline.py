"""Japanese texts parsed by GiNZA: parts of bounded length, sentences marked before the parser.

Sudachi, GiNZA's tokenizer, refuses more than 49,149 bytes of UTF-8 at once; a part is never longer
than that, whatever its characters. The parser sees neither blanks nor what stands in round
brackets, which part a noun from its particle; an end of a line that ends a sentence it sees as 。.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["legible", "parsed_parts", "parts"]

_PART_LENGTH = 12_000
_HALF = _PART_LENGTH // 2
_LONGEST_SENTENCE = 300
# A shorter line without a full stop is a heading; a longer one may be wrapped.
_LONGEST_HEADING = 20
_ENDS = "。．！？!?"
_OPENERS = frozenset("「『（(〈《【")
_CLOSERS = frozenset("」』）)〉》】”\"'")
_DEEPEST = 8
_UNSEEN = re.compile(
    r"(?P<aside>（[^（）\n。]{0,60}）|\([^()\n。]{0,60}\))"
    r"|(?P<name>(?<=[一-龥々ァ-ヴー])(?:「[^「」『』。\n]{1,24}」|『[^「」『』。\n]{1,24}』)"
    r"(?=[をがはにのへで、もや（])(?!と))"
    r"|(?P<item>(?m:^)[ \u3000]*(?:[0-9０-９]{1,2}(?:\u3000|[.．）)][ \u3000])|"
    r"[①-⑳■◆●○▽※])[ \u3000]*)"
    r"|(?P<line>[^\S\n]*\n\s*)"
    r"|(?P<gap>\u3000+)"
    r"|(?P<plain>(?<=[A-Za-z0-9,.]) (?=[A-Za-z0-9]))"
    r"|(?P<none>[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f"
    r"\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff])"
)
_LOADING = threading.Lock()


def parsed_parts(text: str) -> Iterator[tuple[Sequence[int], Doc]]:
    """Yield the text parsed in parts, each with the place in the text of every sign parsed."""
    pipeline = _pipeline()
    for start, end in parts(text):
        seen, places = legible(text, start, end)
        doc = _parsed(pipeline, seen)
        if doc is not None:
            yield places, doc


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text begin and end: at a line's end, else at a sentence's."""
    start = 0
    while start < len(text):
        end = start + _PART_LENGTH
        if end < len(text):
            cut = text.rfind("\n", start + _HALF, end) + 1
            cut = cut or text.rfind("。", start + _HALF, end) + 1
            end = cut or end
        yield start, min(end, len(text))
        start = end


def legible(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """Return the part of a text as the parser sees it, and the place of each of its signs."""
    signs: list[str] = []
    places: list[int] = []
    for unseen in _UNSEEN.finditer(text, start, end):
        signs.append(text[start : unseen.start()])
        places.extend(range(start, unseen.start()))
        start = unseen.end()
        instead = _instead(text, unseen, signs)
        if instead:
            signs.append(instead)
            places.append(unseen.start())
    signs.append(text[start:end])
    places.extend(range(start, end))
    return "".join(signs), places


def _instead(text: str, unseen: re.Match[str], signs: Sequence[str]) -> str:
    """The sign that the parser sees in place of what it does not."""
    if unseen["plain"]:
        return " "
    before = next((one[-1] for one in reversed(signs) if one), "。")
    if before in _ENDS or before in _CLOSERS or before == "\n":
        return ""
    line = text.rfind("\n", 0, unseen.start()) + 1
    written = unseen.start() - line
    if unseen["line"]:
        blank = unseen[0].count("\n") > 1
        ends = blank or written < _LONGEST_HEADING or "\u3000" in unseen[0]
        return "。" if ends and before != "、" else ""
    if unseen["gap"] and written:
        rest = text.find("\n", unseen.end(), unseen.end() + 80)
        told = text.find("。", line, rest if rest >= 0 else unseen.end() + 80)
        return "" if told >= 0 else "。"
    return ""


@cache
def _pipeline() -> Language:
    with _LOADING:
        return spacy.load("ja_ginza", exclude=["ner", "compound_splitter", "bunsetu_recognizer"])


def _parsed(pipeline: Language, text: str) -> Doc | None:
    """The text parsed; None where nothing stands, or the tokenizer's words are not the text's."""
    if not text.strip():
        return None
    doc = pipeline.make_doc(text)
    if len(doc.text) != len(text):
        return None
    _mark_sentences(doc)
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


def _mark_sentences(doc: Doc) -> None:
    """Say where sentences begin: after a full stop outside brackets, or when one grows too long."""
    marks = [-1] * len(doc)
    begin, depth, begun = True, 0, 0
    for place, token in enumerate(doc):
        word = token.text
        begin = begin or place - begun >= _LONGEST_SENTENCE
        if begin and not (word[0] in _CLOSERS and place):
            marks[place], begin, begun = 1, False, place
        if word[0] in _OPENERS:
            depth = min(depth + 1, _DEEPEST)
        elif word[-1] in _CLOSERS:
            depth = max(depth - 1, 0)
        if word[-1] in _ENDS and depth == 0:
            begin = True
    starts: Any = np.array(marks, dtype="int64").astype("uint64").reshape(-1, 1)
    doc.from_array([SENT_START], starts)
