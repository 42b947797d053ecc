"""The nouns of the Japanese lexicon, by which a longer noun is looked up when it is not listed."""

from collections.abc import Container
from functools import cache

from foedus.reading.vocabulary import vocabulary

__all__ = [
    "done_to_others",
    "is_event_verb",
    "is_known",
    "known_ending",
    "known_verb",
    "stands_for_somebody",
    "things_given",
]

_SHORTEST = 2
_MOST = 8


@cache
def known_ending(noun: str) -> str:
    """Return the noun, or the longest ending of it that the lexicon lists ("弾道ミサイル")."""
    known = _nouns()
    if noun in known:
        return noun
    for size in range(min(len(noun) - 1, _MOST), _SHORTEST - 1, -1):
        ending = noun[-size:]
        if ending in known and not (_is_katakana(ending[0]) and _is_katakana(noun[-size - 1])):
            return ending
    return noun


def is_event_verb(lemma: str) -> bool:
    """Whether a verb of the lexicon tells or carries an event."""
    words = vocabulary("ja")
    return lemma in words.verbs or lemma in words.light


def is_known(noun: str) -> bool:
    """Whether the lexicon lists a noun."""
    return noun in _nouns()


@cache
def known_verb(noun: str) -> str | None:
    """Return the verb of the lexicon that ends a row of nouns and する, longer than its last."""
    verbs = vocabulary("ja").verbs
    for size in range(len(noun), _SHORTEST, -1):
        if noun[-size:] + "する" in verbs:
            return noun[-size:] + "する"
    return None


def _is_katakana(sign: str) -> bool:
    return "ァ" <= sign <= "ヺ" or sign == "ー"


@cache
def _nouns() -> frozenset[str]:
    words = vocabulary("ja")
    groups = ("stands_for.people", "stands_for.pairs", "stands_for.allies", "stands_for.treaties")
    further = ("cues.speakers", "stands_for.documents", "stands_for.ties", "through")
    found = set(words.nouns)
    for group in (*groups, *further):
        found |= words.words[group]
    for sense in words.senses:
        found |= {need for need in sense.needs if not _ends_in(need, words.nouns)}
    return frozenset(found)


def _ends_in(noun: str, shorter: Container[str]) -> bool:
    return any(noun[-size:] in shorter for size in range(_SHORTEST, len(noun)))


@cache
def stands_for_somebody() -> frozenset[str]:
    """The nouns for people and bodies."""
    words = vocabulary("ja").words
    return words["stands_for.people"] | words["stands_for.allies"] | words["stands_for.pairs"]


@cache
def done_to_others() -> frozenset[str]:
    """The verbs whose object undergoes them: a noun after one without an object is that object."""
    senses = vocabulary("ja").senses
    return frozenset(
        verb
        for one in senses
        if one.needs_in == "object"
        and (one.frame in ("upon", "aid", "give") or (one.frame == "with" and one.needs))
        for verb in one.verbs
    ) - {"侵攻する", "離脱する", "脱退する", "抗議する", "交戦する", "衝突する", "戦う", "参戦する"}


@cache
def things_given() -> frozenset[str]:
    """The nouns for troops, arms and help, which are sent and given and do nothing themselves."""
    senses = vocabulary("ja").senses
    moved = (one.needs for one in senses if one.frame in ("deploy", "give") and one.needs)
    return frozenset().union(*moved)
