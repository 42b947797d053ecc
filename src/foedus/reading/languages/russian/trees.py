"""Russian sentences as trees: razdel's words, natasha's tags and heads, pymorphy3's lemmas.

The models are those that natasha packs (slovnet, trained on news with the labels of Universal
Dependencies); they are loaded without natasha itself, whose own dictionary needs packages that
recent Pythons lack. A sentence longer than any is cut, so that its parse stays bounded.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from foedus.errors import MissingLanguage
from foedus.reading.languages.russian.lemmas import lemma_of
from foedus.reading.languages.russian.relations import translated
from foedus.reading.languages.russian.threads import single_threaded
from foedus.reading.parsing import parts
from foedus.reading.tree import Tree

__all__ = ["trees"]

Word = tuple[str, int, int]
_LONGEST_SENTENCE = 150
_LONGEST_WORD = 60
_BATCH = 16
_EMBEDDING = "navec_news_v1_1B_250K_300d_100q.tar"
_MORPH = "slovnet_morph_news_v1.tar"
_SYNTAX = "slovnet_syntax_news_v1.tar"
_MARKS = re.compile(r"⁽[⁰¹²³⁴-⁹]+⁾|[¹²³⁰⁴-⁹]+|\^\{\w+\}|[*_]|[\ud800-\udfff]")
_BREAK = re.compile(r"\n[ \t\r\f]*\n\s*|(?<=[.!?…:;»\"”])[ \t]*\n\s*|\n(?=[ \t]*[—–«\"А-ЯЁA-Z•])")
# A stop without its blank, as pages lose them: "в Париж 7 марта.Кроме того".
_GLUED = re.compile(r"(?<=[а-яё»\")])[.!?](?=[А-ЯЁ«][а-яё])")
_LOADING = threading.Lock()


def trees(text: str) -> Iterator[Tree]:
    """Yield the trees of a text in order, each of whole paragraphs where these are short enough.

    Raises MissingLanguage when the parser is not installed.
    """
    for start, end in parts(text):
        sentences = list(_sentences(_legible(text[start:end]), start))
        if sentences:
            yield _tree(sentences)


def _legible(text: str) -> str:
    """The text without calls of notes and marks of emphasis, character for character in place."""
    text = _MARKS.sub(lambda found: " " * len(found[0]), text)
    return text.replace("’", "'").replace("\xa0", " ").replace("\u202f", " ")


def _sentences(text: str, offset: int) -> Iterator[list[Word]]:
    """The sentences of a part as words with their places in the whole text."""
    import razdel  # noqa: PLC0415 (only where Russian is read)

    for start, end in _blocks(text):
        for sentence in razdel.sentenize(text[start:end]):
            here = offset + start + sentence.start
            words = [
                (token.text, here + token.start, here + token.stop)
                for token in razdel.tokenize(sentence.text)
                if token.stop - token.start <= _LONGEST_WORD
            ]
            for first in range(0, len(words), _LONGEST_SENTENCE):
                yield words[first : first + _LONGEST_SENTENCE]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    ends = [found.end() for pattern in (_BREAK, _GLUED) for found in pattern.finditer(text)]
    for end in [*sorted(ends), len(text)]:
        if text[start:end].strip():
            yield start, end
        start = end


def _tree(sentences: Sequence[Sequence[Word]]) -> Tree:
    words = [word for sentence in sentences for word in sentence]
    bounds, first = [], 0
    for sentence in sentences:
        bounds.append((first, first + len(sentence)))
        first += len(sentence)
    kinds, feats, heads, labels = _parsed([[word[0] for word in one] for one in sentences])
    tree = Tree(
        words=[word for word, _, _ in words],
        lemmas=[
            lemma_of(word, kind, feat.get("Case"), feat.get("Number"))
            for (word, _, _), kind, feat in zip(words, kinds, feats, strict=True)
        ],
        kinds=kinds,
        labels=labels,
        morphs=[""] * len(words),
        heads=heads,
        starts=[start for _, start, _ in words],
        ends=[end for _, _, end in words],
        sentence=[number for number, (a, b) in enumerate(bounds) for _ in range(a, b)],
        sentences=bounds,
        relations=["other"] * len(words),
        markers=[None] * len(words),
    )
    translated(tree, feats)
    return tree


def _parsed(
    sentences: Sequence[Sequence[str]],
) -> tuple[list[str], list[dict[str, str]], list[int], list[str]]:
    """Kinds, features, heads (counted through all sentences) and labels of all words."""
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]))
    tagged: dict[int, Any] = {}
    parsed: dict[int, Any] = {}
    morph, syntax = _models()
    with single_threaded():
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            items = [list(sentences[place]) for place in batch]
            tagged.update(zip(batch, morph.infer(items), strict=True))
            parsed.update(zip(batch, syntax.infer(items), strict=True))
    kinds: list[str] = []
    feats: list[dict[str, str]] = []
    heads: list[int] = []
    labels: list[str] = []
    for place in range(len(sentences)):
        kinds.extend(token.pos for token in tagged[place].tokens)
        feats.extend(dict(token.feats) for token in tagged[place].tokens)
        offset, tokens = len(heads), parsed[place].tokens
        heads.extend(_acyclic([int(token.head_id) - 1 for token in tokens], offset))
        labels.extend(token.rel for token in tokens)
    return kinds, feats, heads, labels


def _acyclic(heads: Sequence[int], offset: int) -> list[int]:
    """Heads counted through all sentences, every circle broken at its first word.

    The root heads itself; so it heads what has no head of its own.
    """
    size = len(heads)
    root = next((place for place, head in enumerate(heads) if head < 0 or head >= size), 0)
    found = [root if head in (place, -1) or head >= size else head
             for place, head in enumerate(heads)]  # fmt: skip
    found[root] = root
    done = [False] * size
    done[root] = True
    for place in range(size):
        path: dict[int, None] = {}
        here = place
        while not done[here] and here not in path:
            path[here] = None
            here = found[here]
        if not done[here]:
            found[here] = root
        for one in path:
            done[one] = True
    return [offset + head for head in found]


@cache
def _models() -> tuple[Any, Any]:
    with _LOADING:
        if any(find_spec(name) is None for name in ("natasha", "slovnet", "navec")):
            raise MissingLanguage("Russian needs natasha: pip install 'foedus[ru]'")
        from navec import Navec  # noqa: PLC0415 (only where Russian is read)
        from slovnet import Morph, Syntax  # noqa: PLC0415

        data = _data()
        embedding = Navec.load(data / "emb" / _EMBEDDING)
        morph = Morph.load(data / "model" / _MORPH)
        syntax = Syntax.load(data / "model" / _SYNTAX)
        return morph.navec(embedding), syntax.navec(embedding)


def _data() -> Path:
    found = find_spec("natasha")
    places = (found.submodule_search_locations if found else None) or []
    return Path(next(iter(places))) / "data"
