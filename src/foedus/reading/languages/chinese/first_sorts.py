"""What sort a Chinese word is by itself, before its place in the sentence is looked at."""

from collections.abc import Sequence
from functools import cache

from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.languages.chinese.word_list import (
    ADVERBS,
    ASPECT,
    AUXILIARIES,
    BEGINNING,
    CLASSIFIERS,
    COMPOUND_HEADS,
    CONJUNCTIONS,
    COPULAS,
    DENIALS,
    DETERMINERS,
    LINKERS,
    LOCALIZERS,
    NEGATIONS,
    NUMBER_WORDS,
    OWN_WORDS,
    PIVOTS,
    PREPOSITIONS,
    PRONOUNS,
    SORTS,
    SPEECH,
    SUBORDINATORS,
    TEMPORAL_ENDS,
    TITLES,
)
from foedus.reading.vocabulary import vocabulary

__all__ = ["first_sort", "lexical_sorts", "mend"]

_MARKS = frozenset(",;:.!?。!?…—-()“”\"'‘’《》「」『』、·〈〉【】[]/~*_#|<>=+&@^`{}$￥%")


def first_sort(token: Token, place: int) -> str:
    """Return the sort of a word by itself, "either" where it may be noun or verb."""
    word, tag = token.word, token.tag
    if tag in ("name", "time"):
        return tag
    if tag == "title":
        return "noun"
    if word in _MARKS or (len(word) == 1 and not word.isalnum()):
        return "conjunction" if word == "、" else "mark"
    if word == "的" or word == "之":
        return "de"
    fixed = _fixed().get(word)
    if fixed == "aspect" and place == 0:
        return "adverb"
    if fixed is not None:
        return fixed
    if tag == "m" or word[0].isdecimal():
        return "number"
    lexical = lexical_sorts().get(word)
    if lexical == "verb" and tag[:1] == "n" and OWN_WORDS.get(word) != "v":
        return "either"
    if lexical is not None:
        return lexical
    if tag == "eng":
        return "noun"
    if tag in ("vn", "v") and word in COMPOUND_HEADS:
        return "noun"
    if tag == "vn":
        return "either"
    if tag[:1] == "v":
        strong = OWN_WORDS.get(word) == "v" or word in PIVOTS
        return "verb" if strong else "either"
    return _BY_TAG.get(tag[:1], "noun")


_BY_TAG = {"a": "adjective", "b": "adjective", "z": "adjective", "d": "adverb", "c": "linker",
           "r": "pronoun", "p": "preposition", "f": "localizer", "q": "classifier", "u": "aspect",
           "y": "aspect", "e": "aspect", "t": "time"}  # fmt: skip


@cache
def _fixed() -> dict[str, str]:
    groups = (
        (LOCALIZERS, "localizer"), (TEMPORAL_ENDS, "localizer"), (CLASSIFIERS, "classifier"),
        (NUMBER_WORDS, "number"), (ADVERBS, "adverb"), (LINKERS, "linker"),
        (DETERMINERS, "determiner"), (PRONOUNS, "pronoun"), (AUXILIARIES, "auxiliary"),
        (SUBORDINATORS, "subordinator"), (COPULAS, "verb"), (ASPECT, "aspect"),
        (PREPOSITIONS, "preposition"), (CONJUNCTIONS, "conjunction"), (NEGATIONS, "negation"),
        (DENIALS, "auxiliary"),
    )  # fmt: skip
    found = {word: sort for words, sort in groups for word in words}
    found |= SORTS
    return found


@cache
def lexical_sorts() -> dict[str, str]:
    """Return the sort of every word that the lexicon knows as a verb or as the noun of an event."""
    words = vocabulary("zh")
    aspects = words.words["aspect.verbs"] | words.words["aspect.ends"] | words.light
    verbs = {*words.verbs, *aspects, *words.words["cues.say"], *words.words["assessment.verbs"]}
    nouns = set(words.predicative_nouns)
    verbs |= nouns & (SPEECH | BEGINNING)
    found = dict.fromkeys(verbs, "verb") | dict.fromkeys(nouns, "noun")
    return found | dict.fromkeys(verbs & nouns, "either")


def mend(found: list[str], words: Sequence[Token]) -> None:
    """Change the sort of words that others far before or after them tell apart."""
    _mark_reports(found, words)
    _mark_invitations(found, words)
    _mark_stations(found, words)
    for place, token in enumerate(words[:-1]):
        if token.word == "前" and words[place + 1].word in TITLES:
            found[place] = "determiner"


def _mark_invitations(found: list[str], words: Sequence[Token]) -> None:
    """Call 应 in "应普京邀请，" the preposition it is."""
    for place, token in enumerate(words):
        opens = place == 0 or found[place - 1] == "mark"
        if token.word != "应" or not opens:
            continue
        for here in range(place + 1, min(place + 14, len(words))):
            if found[here] == "mark":
                break
            if words[here].word in ("邀请", "请求", "要求", "邀"):
                found[place], found[here] = "preposition", "noun"


def _mark_stations(found: list[str], words: Sequence[Token]) -> None:
    """Call 驻 in "驻韩美军" a preposition: what follows the name is stationed there."""
    for place, token in enumerate(words[:-2]):
        if token.word == "驻" and found[place + 1] == "name":
            beside = found[place + 2] in ("name", "noun", "either")
            found[place] = "preposition" if beside else found[place]


def _mark_reports(found: list[str], words: Sequence[Token]) -> None:
    """Call "报道" in "据韩联社报道，" a report, which is no verb of its own."""
    opened = False
    for place, token in enumerate(words):
        if found[place] == "mark":
            opened = False
        elif token.word == "看来" and place > 1 and words[place - 2].word == "在":
            found[place], found[place - 2] = "report", "preposition"
        elif token.word in ("据", "根据"):
            opened = place == 0 or found[place - 1] in ("mark", "linker")
        elif opened and token.word in _REPORTS:
            following = found[place + 1] if place + 1 < len(found) else "mark"
            if following in ("mark", "verb") or token.word in ("报道", "报导", "消息"):
                found[place] = "report"


_REPORTS = frozenset(
    [
        "报道",
        "报导",
        "消息",
        "称",
        "说",
        "透露",
        "披露",
        "表示",
        "介绍",
        "统计",
        "分析",
        "指出",
        "估计",
        "援引",
        "通报",
        "公布",
    ]
)
