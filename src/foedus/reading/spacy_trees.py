"""Trees from spaCy's pipelines: sentences, lemmas and dependencies of a text.

Named entities are not asked for: actors are recognised by their names elsewhere.
"""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokens import Doc

from foedus.reading.parsing import legible, parts
from foedus.reading.tree import Tree

__all__ = ["parsed", "pipeline", "spacy_trees", "tree_of"]

_LONG_PATTERN = 100_000
_LINES_OF_A_PAGE_BREAK = 2
_START, _NO_START = 1, -1
_ENDS = frozenset({".", "!", "?", "…", "...", ";"})
_CLOSERS = frozenset({"»", '"', "”", ")", "]", "'", "’"})
_LOADING = threading.Lock()


def spacy_trees(package: str, translated: Callable[[Tree], None], text: str) -> Iterator[Tree]:
    """Return the text parsed in runs of whole paragraphs, its labels translated, in order."""
    for start, end in parts(text):
        tree = tree_of(parsed(text[start:end], package), start)
        translated(tree)
        yield tree


def parsed(text: str, package: str) -> Doc:
    """Return one text as a spaCy Doc with the same character offsets."""
    return _in_sentences(pipeline(package), legible(text))


@lru_cache(maxsize=4)
def pipeline(package: str) -> Language:
    """Return the spaCy pipeline of an installed package, loaded once."""
    with _LOADING, _light_letter_classes():
        loaded = spacy.load(package, exclude=["ner", "senter"])
    loaded.max_length = 20_000_000
    return loaded


def tree_of(doc: Doc, offset: int) -> Tree:
    """Return the words of a parsed part with the parser's own labels, not yet translated."""
    strings = doc.vocab.strings
    names: dict[int, str] = {}

    def text(key: int) -> str:
        found = names.get(key)
        if found is None:
            found = names[key] = strings[key] if key else ""
        return found

    table = doc.to_array([ORTH, LEMMA, POS, DEP, MORPH, IDX, SENT_START, HEAD])
    heads = (table[:, 7].astype("int64") + range(len(doc))).tolist()
    begins = [*np.flatnonzero(table[:, 6] == 1).tolist(), len(doc)]
    table = table.tolist()
    starts = [offset + row[5] for row in table]
    words = [text(row[0]) for row in table]
    sentences = list(pairwise(begins)) if begins[0] == 0 else [(0, begins[0]), *pairwise(begins)]
    sentence = [n for n, (start, end) in enumerate(sentences) for _ in range(start, end)]
    return Tree(
        words=words,
        lemmas=[text(row[1]).lower() for row in table],
        kinds=[text(row[2]) for row in table],
        labels=[text(row[3]) for row in table],
        morphs=[text(row[4]) for row in table],
        heads=heads,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentence=sentence,
        sentences=sentences,
        relations=["other"] * len(words),
        markers=[None] * len(words),
    )


@contextmanager
def _light_letter_classes() -> Iterator[None]:
    r"""Compile spaCy's very long patterns with `\w` in place of their enumerated letter classes.

    The French tokenizer holds one pattern of 1.4 million characters, nearly all of it the same
    class of lower-case letters written out; compiling it takes seconds. The tokens are the same.
    """
    compile_pattern = re.compile

    def lighter(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and len(pattern) > _LONG_PATTERN:
            for letters in (ALPHA_LOWER, ALPHA_UPPER, ALPHA):
                pattern = pattern.replace(letters, r"\w")
        return compile_pattern(pattern, flags)

    re.compile = lighter
    try:
        yield
    finally:
        re.compile = compile_pattern


def _in_sentences(pipeline: Language, text: str) -> Doc:
    doc = pipeline.make_doc(text)
    _mark_sentences(doc)
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


def _mark_sentences(doc: Doc) -> None:
    """Say where sentences begin, before the parser does: it splits lists of names."""
    words = [token.text for token in doc]
    marks = [_NO_START] * len(words)
    begin = True
    for place, word in enumerate(words):
        if word.isspace():
            begin = begin or ("\n" in word and _ends_paragraph(word, _following(words, place)))
            continue
        if begin:
            marks[place] = _START
        begin = (
            word in _ENDS or (word in _CLOSERS and place > 0 and _is_end(words[place - 1]))
        ) and (_may_begin_sentence(_following(words, place)))
    # Token by token, spaCy's setter looks through the whole document each time.
    starts: Any = np.array(marks, dtype="int64").astype("uint64").reshape(-1, 1)
    doc.from_array([SENT_START], starts)


def _following(words: Sequence[str], place: int) -> str:
    place += 1
    while place < len(words) and words[place].isspace():
        place += 1
    return words[place] if place < len(words) else ""


def _is_end(word: str) -> bool:
    return word in _ENDS and word != ";"


def _may_begin_sentence(word: str) -> bool:
    return bool(word) and word not in _CLOSERS and not word[0].islower()


def _ends_paragraph(blank: str, following: str) -> bool:
    # A page break in the middle of a sentence is damage of extraction, not a new paragraph.
    return blank.count("\n") > _LINES_OF_A_PAGE_BREAK or not following[:1].islower()
