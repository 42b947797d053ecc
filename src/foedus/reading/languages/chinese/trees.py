"""A Chinese text as trees: words by jieba and our dictionary, heads by word order."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from foedus.reading.languages.chinese.characters import legible
from foedus.reading.languages.chinese.clauses import Clause, clause_of
from foedus.reading.languages.chinese.joining import join
from foedus.reading.languages.chinese.sentences import sentences, stretches
from foedus.reading.languages.chinese.sorts import sorts
from foedus.reading.languages.chinese.tokens import Token, tokens
from foedus.reading.languages.chinese.units import units
from foedus.reading.languages.chinese.word_list import (
    CHAINING,
    DECIDING,
    MEETINGS,
    SUBORDINATORS,
)
from foedus.reading.parsing import parts
from foedus.reading.tree import Tree
from foedus.reading.vocabulary import vocabulary

__all__ = ["trees"]

_PART = 20_000
_KINDS = {
    "name": "PROPN", "noun": "NOUN", "pronoun": "PRON", "number": "NUM", "classifier": "NUM",
    "determiner": "DET", "adjective": "ADJ", "verb": "VERB", "adverb": "ADV", "auxiliary": "AUX",
    "negation": "PART", "preposition": "ADP", "conjunction": "CCONJ", "linker": "CCONJ",
    "subordinator": "SCONJ", "localizer": "ADP", "aspect": "PART", "de": "PART", "time": "NOUN",
    "mark": "PUNCT", "quote": "PUNCT", "report": "PART", "etc": "PART",
}  # fmt: skip
_PLURAL = frozenset(
    ["他们", "她们", "它们", "我们", "双方", "各方", "两国", "三国", "彼此", "两者"]
)
# A meeting that says or decides something is a body, and no event.
_BODY = "机构"
_PARTED = {"两国": ("两", "国"), "三国": ("三", "国"), "四国": ("四", "国"), "双方": ("双", "方"),
           "三方": ("三", "方"), "五国": ("五", "国")}  # fmt: skip
_LINES = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]")


def trees(text: str) -> Iterator[Tree]:
    """Yield the trees of a text, one for every run of paragraphs of bounded length."""
    shadow = legible(_BLANKS.sub(" ", _LINES.sub("\n", text)))
    for start, end in parts(shadow, _PART):
        yield _tree(shadow[start:end], start)


def _tree(text: str, offset: int) -> Tree:
    words = list(_marked(text, offset))
    tree = _bare(words)
    for first, last in tree.sentences:
        _read_sentence(tree, words[first:last], first)
    return tree


def _marked(text: str, offset: int) -> Iterator[Token]:
    """The words; "two countries" and the like as the number and the noun they are."""
    for token in tokens(text, offset):
        pair = _PARTED.get(token.word)
        if pair is None:
            yield token
        else:
            yield Token(pair[0], token.start, token.start + 1, "m")
            yield Token(pair[1], token.start + 1, token.end, "n")


def _bare(words: Sequence[Token]) -> Tree:
    size = len(words)
    spans = list(sentences(words))
    sentence = [n for n, (first, last) in enumerate(spans) for _ in range(first, last)]
    return Tree(
        words=[token.word for token in words],
        lemmas=[_lemma(token) for token in words],
        kinds=["PUNCT"] * size,
        labels=[""] * size,
        morphs=[""] * size,
        heads=list(range(size)),
        starts=[token.start for token in words],
        ends=[token.end for token in words],
        sentence=sentence,
        sentences=spans,
        relations=["punctuation"] * size,
        markers=[None] * size,
    )


_TREATY = re.compile(
    r"(条约|公约|协定|协议|议定书|宪章|备忘录|宣言|声明|公报|章程|盟约)(?:[(].{0,6}[)])?》$"
)


def _lemma(token: Token) -> str:
    """The word itself; of a title, the kind of treaty or paper it names."""
    if token.word[0] == "第" and token.word[-1] in "条款章":
        return "条款"
    if token.tag != "title":
        return _core(token.word) if len(token.word) > _SHORT and token.tag != "name" else token.word
    treaty = _TREATY.search(token.word)
    return treaty[1] if treaty else "文件"


_SHORT = 2


@lru_cache(maxsize=8192)
def _core(word: str) -> str:
    """The last part of a long word that the lexicon knows only by it: 和平条约 is a 条约."""
    words = vocabulary("zh")
    people = words.words["stands_for.people"] | words.words["stands_for.treaties"]
    known = {*words.verbs, *words.nouns} | people
    if word in known:
        return word
    ends = (word[-length:] for length in (4, 3, 2) if length < len(word))
    return next((end for end in ends if end in people or end in words.nouns), word)


def _read_sentence(tree: Tree, words: Sequence[Token], offset: int) -> None:
    found = sorts(words)
    for place, sort in enumerate(found):
        tree.kinds[offset + place] = _KINDS.get(sort, "X")
        if sort not in ("mark", "quote"):
            tree.relations[offset + place] = "other"
        if words[place].word in _PLURAL or words[place].word.endswith("们"):
            tree.morphs[offset + place] = "Number=Plur"
        if sort == "verb":
            tree.morphs[offset + place] = "VerbForm=Fin"

    def hang(word: int, head: int, relation: str, marker: str | None) -> None:
        _hang(tree, offset + word, offset + head, relation, marker)

    _mark_sayings(tree, words, found, offset)
    clauses: list[Clause] = []
    for first, last in stretches(words, found):
        line = units(words, found, first, last, hang)
        if line:
            clauses.append(clause_of(line, words, hang))
    join(clauses, words, hang)
    for clause in clauses:
        if clause.conjunction is not None and clause.verb is not None:
            word = offset + clause.verb
            tree.markers[word] = tree.markers[word] or _conjunction(words, clause)
    reach = range(offset, offset + len(words))
    for word in reach:
        decides = tree.lemmas[tree.heads[word]] in DECIDING
        if tree.relations[word] == "subject" and tree.lemmas[word] in MEETINGS and decides:
            tree.lemmas[word] = _BODY
    owning = {tree.heads[word] for word in reach if tree.relations[word] == "subject"}
    for place, sort in enumerate(found):
        if sort == "verb":
            _finish_verb(tree, offset + place, offset + place in owning)


def _mark_sayings(tree: Tree, words: Sequence[Token], found: list[str], offset: int) -> None:
    """Read the colon of "X：…" as "X说", where X is somebody and the colon's clause has no verb."""
    speaking = vocabulary("zh").words
    first = 0
    for place, token in enumerate(words):
        if found[place] != "mark":
            continue
        stretch = found[first:place]
        if token.word == ":" and place > first and "verb" not in stretch and place + 1 < len(words):
            last = place - 1
            somebody = found[last] == "name" or words[last].word in (
                speaking["stands_for.people"] | speaking["cues.speakers"]
            )
            if somebody and ("name" in stretch or "noun" in stretch):
                found[place] = "verb"
                tree.kinds[offset + place], tree.lemmas[offset + place] = "VERB", "说"
                tree.morphs[offset + place], tree.relations[offset + place] = (
                    "VerbForm=Fin",
                    "other",
                )
        first = place + 1


def _conjunction(words: Sequence[Token], clause: Clause) -> str:
    assert clause.conjunction is not None
    return SUBORDINATORS[words[clause.conjunction].word]


def _hang(tree: Tree, word: int, head: int, relation: str, marker: str | None) -> None:
    if relation == "passive":
        tree.kinds[word], tree.labels[word], relation = "AUX", "aux:pass", "auxiliary"
    before = tree.heads[word], tree.relations[word]
    tree.attach(word, head, relation)
    if (tree.heads[word], tree.relations[word]) != before and relation in (
        "oblique", "adverbial", "agent", "relative", "participle"
    ):  # fmt: skip
        tree.markers[word] = marker


_BEING = frozenset(
    ["是", "为", "系", "乃", "即为", "就是", "也是", "正是", "仍是", "不是", "并非", "堪称"]
)


def _finish_verb(tree: Tree, word: int, has_subject: bool) -> None:
    """Say how a verb stands: copulas are auxiliaries of being, chained verbs have no tense."""
    if tree.relations[word] == "other" and tree.heads[word] == word:
        tree.relations[word] = "root"
    if tree.lemmas[word] in _BEING:
        tree.lemmas[word] = "是"
        tree.kinds[word] = "AUX"
    head = tree.heads[word]
    if tree.relations[word] == "complement" and head != word:
        tree.morphs[word] = "VerbForm=Inf"
    chained = tree.lemmas[head] in CHAINING and not has_subject
    if chained and tree.relations[word] == "content":
        tree.morphs[word] = "VerbForm=Inf"
