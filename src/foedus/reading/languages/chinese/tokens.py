"""Words of a Chinese text with their parts of speech: jieba's dictionary, ours, and our names.

jieba 0.42 parts a sentence at the most frequent path through its dictionary and guesses words that
it does not hold. Tags are its dictionary's (one a word). Its module-wide tokenizer, its cache in
the temporary folder and its messages are not used.
"""

import datetime as dt
import re
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedus.reading.forms import form_matches
from foedus.reading.languages.chinese.persons import persons
from foedus.reading.languages.chinese.times import time_spans
from foedus.reading.languages.chinese.word_list import FUNCTION_SIGNS, NO_WORDS, OWN_WORDS
from foedus.reading.reading import Mention
from foedus.reading.vocabulary import vocabulary

__all__ = ["Token", "tokens"]

_LOADING = threading.Lock()
_PIECE = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9][A-Za-z0-9_.%-]*|\s+|.", re.DOTALL)
_TITLE = re.compile(r"《[^《》\n]{1,60}》")
_ARTICLE = re.compile(
    r"第[〇零一二三四五六七八九十百\d]{1,6}(?:条(?:第[一二三四五六七八九十\d]{1,3}款)?|"
    r"号(?:决议)?|章)"
)
_LONGEST_WORD = 3
_VERBAL = (
    "重新",
    "继续",
    "立即",
    "正式",
    "公开",
    "进行",
    "实行",
    "提供",
    "支持",
    "反对",
    "加强",
    "推动",
    "要求",
)
_LONGEST_RUN = 4000
_OFTEN = 40_000
# Which person a name means depends on the day, but not where the name stands.
_SOME_DAY = dt.date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, where it stands, and jieba's tag; `name` for words that name an actor."""

    word: str
    start: int
    end: int
    tag: str


def tokens(text: str, offset: int = 0) -> Iterator[Token]:
    """Yield the words of a legible text, names of actors whole; of blanks only line breaks."""
    here = 0
    for start, end, tag in _known(text):
        if start < here:
            continue
        yield from _words(text, here, start, offset)
        yield Token(text[start:end], offset + start, offset + end, tag)
        here = end
    yield from _words(text, here, len(text), offset)


def _known(text: str) -> list[tuple[int, int, str]]:
    """Names of actors and expressions of time, the longer first where they begin together."""
    found: list[tuple[int, int, str]] = []
    named: list[Mention] = []
    for match in form_matches(text, "zh"):
        form = match.meanings[0]
        if form is not None and form.kind == "compound_part":
            continue
        found.append((match.start, match.end, "name" if form else "n"))
        if form is not None:
            named.append(Mention(match.start, match.end, form.actor, form.kind))
    people = persons(text, named, _SOME_DAY)
    found += [(one.start, one.end, "name") for one in people]
    found += [(match.start(), match.end(), "n") for match in _ARTICLE.finditer(text)]
    found += [(match.start(), match.end(), "title") for match in _TITLE.finditer(text)]
    found += [(start, end, "time") for start, end, kind in time_spans(text) if kind != "set"]
    return sorted(found, key=lambda span: (span[0], -span[1]))


def _words(text: str, start: int, end: int, offset: int) -> Iterator[Token]:
    segmenter, tags = _segmenter()
    for piece in _PIECE.finditer(text, start, end):
        here, found = piece.start(), piece[0]
        if found.isspace():
            if "\n" in found:
                place = here + found.index("\n")
                yield Token("\n", offset + place, offset + place + 1, "x")
            continue
        if not "\u3400" <= found[0] <= "\u9fff":
            kind = "m" if found[0].isdecimal() else "eng" if found[0].isalpha() else "x"
            yield Token(found, offset + here, offset + piece.end(), kind)
            continue
        for run in range(0, len(found), _LONGEST_RUN):
            cut = segmenter.cut(found[run : run + _LONGEST_RUN], HMM=False)
            for word in _joined(cut, tags):
                yield Token(word, offset + here, offset + here + len(word), tags.get(word, "?"))
                here += len(word)


def _joined(cut: Iterable[str], tags: Mapping[str, str]) -> Iterator[str]:
    """The words, with characters in a row that are no words of their own made one."""
    loose = ""
    for word in cut:
        if len(word) == 1 and word not in FUNCTION_SIGNS and tags.get(word, "?")[0] not in "pcdruf":
            loose += word
            continue
        if loose:
            yield loose
            loose = ""
        yield word
    if loose:
        yield loose


@cache
def _segmenter() -> tuple[Any, dict[str, str]]:
    """Jieba's tokenizer with its dictionary and ours, and the tag of every word."""
    with _LOADING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # type: ignore[import-untyped] # noqa: PLC0415 (slow, and an extra)

        segmenter = jieba.Tokenizer()
        weights: dict[str, int] = {}
        tags: dict[str, str] = {}
        with segmenter.get_dict_file() as lines:
            for line in lines:
                word, weight, tag = line.decode("utf-8").strip().split(" ")[:3]
                weights[word], tags[word] = int(weight), tag
        own = dict(OWN_WORDS)
        words = vocabulary("zh")
        speaking = words.words["cues.speakers"] | words.words["stands_for.people"]
        own |= {word: "n" for word in speaking if word not in own}
        for lemma in (*words.verbs, *words.nouns):
            own.setdefault(lemma, tags.get(lemma, "v" if lemma in words.verbs else "n"))
        for word, tag in own.items():
            if len(word) > 1:
                weights[word] = max(weights.get(word, 0), _OFTEN)
            tags[word] = tag
        phrases = (
            word
            for word, tag in tags.items()
            if len(word) > _LONGEST_WORD and word not in own
            if tag[0] in "lvda" or word.startswith(_VERBAL)
        )
        for word in (*NO_WORDS, *phrases):
            weights[word] = 0
        for word in tuple(weights):
            for length in range(1, len(word)):
                weights.setdefault(word[:length], 0)
        segmenter.FREQ, segmenter.total = weights, sum(weights.values())
        segmenter.initialized = True
    return segmenter, tags
