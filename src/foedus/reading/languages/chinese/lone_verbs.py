"""Clauses in which no word was told to be the verb: the word that may be one is.

An auxiliary, a negation or an adverb of aspect needs a verb after it ("已向索马里运送武器"), and so
does a phrase under 向, 对 or 把 that nothing else takes.
"""

from collections.abc import Sequence

from foedus.reading.languages.chinese.first_sorts import first_sort
from foedus.reading.languages.chinese.tokens import Token
from foedus.reading.vocabulary import vocabulary

__all__ = ["name_lone_verbs"]

_PARTING = frozenset(",;:.!?。\n")
_CALLING = frozenset([
    "已", "已经", "曾", "曾经", "正", "正在", "仍", "仍然", "仍在", "一直", "再次", "首次", "立即",
    "随即", "随后", "不断", "继续", "从未", "并未", "均", "都", "也", "还", "共同",
])  # fmt: skip
_TAKING = frozenset(["向", "对", "把", "将", "给", "与", "同", "为", "从", "由", "被"])
_SKIPPED = frozenset(["adverb", "auxiliary", "negation", "time", "aspect", "localizer"])
_GOVERNED = frozenset(["name", "noun", "pronoun", "number", "classifier", "determiner", "adjective",
                       "conjunction", "de", "time", "etc", "localizer"])  # fmt: skip


def name_lone_verbs(found: list[str], words: Sequence[Token]) -> None:
    """Call the likeliest word of every clause without a verb its verb."""
    first = 0
    for place in range(len(words) + 1):
        if place < len(words) and words[place].word not in _PARTING:
            continue
        stretch = found[first:place]
        if "verb" not in stretch and "report" not in stretch and "subordinator" not in stretch:
            verb = _verb(first, place, found, words)
            if verb is not None:
                found[verb] = "verb"
        first = place + 1


def _verb(first: int, end: int, found: Sequence[str], words: Sequence[Token]) -> int | None:
    called = _called(first, end, found, words)
    if called is None:
        return None
    here = called
    while here < end:
        sort, word = found[here], words[here]
        if sort == "preposition":
            here = _after_governed(here, end, found, words)
        elif sort in _SKIPPED:
            here += 1
        else:
            return here if _may_be_verb(word, here) else None
    return None


def _called(first: int, end: int, found: Sequence[str], words: Sequence[Token]) -> int | None:
    """Where something stands that needs a verb after it; after a subject, a preposition does."""
    for here in range(first, end):
        if found[here] in ("auxiliary", "negation") or words[here].word in _CALLING:
            return here
        subject = here > first and found[here - 1] in ("name", "noun", "pronoun", "time")
        if found[here] == "preposition" and words[here].word in _TAKING and subject:
            return here
    return None


def _after_governed(here: int, end: int, found: Sequence[str], words: Sequence[Token]) -> int:
    """The first word after a preposition that may be a verb and stands after what it governs."""
    place = here + 1
    while place < end and (place == here + 1 or found[place] in _GOVERNED):
        after = place + 1 < end
        if place > here + 1 and found[place - 1] != "de" and _may_be_verb(words[place], place):
            bare = not after or found[place + 1] in _GOVERNED - {"de"}
            if found[place] != "noun" or bare:
                return place
        place += 1
    return place


def _may_be_verb(token: Token, place: int) -> bool:
    known = vocabulary("zh").verbs
    return token.tag != "name" and (
        first_sort(token, place) in ("either", "verb") or token.word in known
    )
