"""Clauses without a parser: a word of the lexicon, and the actors named around it.

For a language whose parser is not installed. A window is a stretch between marks of punctuation.
The first sign of an event in it is its predicate; who stands before acts, who stands after
undergoes, or, where verbs come last, whoever comes second. No phrase is read, so nothing is
negated, planned or owned: that is why every rule read so begins with "window".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from foedus.reading.parsing import parts
from foedus.reading.reading import Mention
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import Vocabulary, vocabulary

__all__ = ["window_trees"]

_SENTENCE = re.compile(r"[^.!?。！？…\n]+(?:[.!?。！？…]+|\n|$)")
_VERB_LAST = frozenset({"ja", "ko"})
_UNSPACED = frozenset({"ja", "zh"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
# Endings of infinitives are two letters or one; a shorter stem would find other words.
_ENDING = {"en": 0, "fr": 2, "ru": 2, "uk": 2}
_SHORTEST, _LONGEST_ENDING = 5, 5
_CUT_KO = re.compile(r"(?:하다|되다|시키다|다)$")


def window_trees(text: str, named: Sequence[Mention], language: str) -> Iterator[Tree]:
    """Return one flat tree for each part of the text: windows with a predicate and its actors."""
    place = 0
    for start, end in parts(text):
        spans: list[list[tuple[int, int, str, str]]] = []
        for window in _SENTENCE.finditer(text, start, end):
            actors = []
            while place < len(named) and named[place].start < window.end():
                if named[place].start >= window.start():
                    actors.append(named[place])
                place += 1
            found = _window(text, window.span(), actors, language) if actors else []
            if found:
                spans.append(found)
        if spans:
            yield _tree(spans, language)


def _window(
    text: str, span: tuple[int, int], actors: Sequence[Mention], language: str
) -> list[tuple[int, int, str, str]]:
    """The words of a window that count: start, end, lemma and kind; none without a predicate."""
    sign = _sign(text, span, actors, language)
    if sign is None:
        return []
    words = [(one.start, one.end, text[one.start : one.end].lower(), "PROPN") for one in actors]
    return sorted([*words, sign])


def _sign(
    text: str, span: tuple[int, int], actors: Sequence[Mention], language: str
) -> tuple[int, int, str, str] | None:
    taken = [(one.start, one.end) for one in actors]
    stems = _stems(language)
    best = None
    for start, end in _candidates(text, span, language):
        if any(a < end and start < b for a, b in taken):
            continue
        lemma = _lemma(text[start:end].lower(), stems, language)
        if lemma is not None:
            best = start, end, lemma, "VERB"
            if language not in _VERB_LAST:
                break
    return best


def _candidates(text: str, span: tuple[int, int], language: str) -> Iterator[tuple[int, int]]:
    if language not in _UNSPACED:
        yield from (word.span() for word in _WORD.finditer(text, *span))
        return
    longest = max(map(len, _stems(language)), default=0)
    for start in range(*span):
        for size in range(min(longest, span[1] - start), 1, -1):
            if text[start : start + size] in _stems(language):
                yield start, start + size
                break


def _lemma(word: str, stems: dict[str, str], language: str) -> str | None:
    if language in _UNSPACED:
        return stems.get(word)
    shortest = 2 if language == "ko" else max(_SHORTEST, len(word) - _LONGEST_ENDING)
    for size in range(len(word), shortest - 1, -1):
        if word[:size] in stems:
            return stems[word[:size]]
    return None


@lru_cache(maxsize=8)
def _stems(language: str) -> dict[str, str]:
    """Every verb of one word that needs nothing else to be sure of its sense, by its stem."""
    words: Vocabulary = vocabulary(language)
    found: dict[str, str] = {}
    for lemma, senses in words.verbs.items():
        if " " in lemma or all(sense.needs for sense in senses) or lemma in words.light:
            continue
        found.setdefault(_stem(lemma, language), lemma)
    return found


def _stem(lemma: str, language: str) -> str:
    if language == "ko":
        return _CUT_KO.sub("", lemma)
    if language in _UNSPACED:
        return lemma.removesuffix("する") if language == "ja" else lemma
    stem = lemma[: len(lemma) - _ENDING[language]].removesuffix("e")
    return stem if len(stem) >= _SHORTEST else lemma


def _tree(windows: Sequence[Sequence[tuple[int, int, str, str]]], language: str) -> Tree:
    rows = [row for window in windows for row in window]
    heads: list[int] = []
    relations: list[str] = []
    sentence: list[int] = []
    sentences: list[tuple[int, int]] = []
    for number, window in enumerate(windows):
        first = len(heads)
        sentences.append((first, first + len(window)))
        verb = next(place for place, row in enumerate(window) if row[3] == "VERB")
        actors = 0
        for place in range(len(window)):
            heads.append(first + verb)
            sentence.append(number)
            if place == verb:
                relations.append("root")
                continue
            before = actors == 0 if language in _VERB_LAST else place < verb
            relations.append("subject" if before else "object")
            actors += 1
    tree = Tree(
        words=[row[2] for row in rows],
        lemmas=[row[2] for row in rows],
        kinds=[row[3] for row in rows],
        labels=[""] * len(rows),
        morphs=["VerbForm=Fin" if row[3] == "VERB" else "" for row in rows],
        heads=heads,
        starts=[row[0] for row in rows],
        ends=[row[1] for row in rows],
        sentence=sentence,
        sentences=sentences,
    )
    tree.relations, tree.markers = relations, [None] * len(rows)
    return tree
