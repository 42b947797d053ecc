"""Lemmas that the pipeline gets wrong ("staged" as "stag"), set right by the lexicon."""

from collections.abc import Iterator
from functools import lru_cache

from foedus.reading.vocabulary import vocabulary

__all__ = ["noun_lemma", "verb_lemma"]

_GROUPS = ("cues.say", "cues.stance", "aspect.verbs", "aspect.ends", "assessment.verbs")


def verb_lemma(word: str, guessed: str) -> str:
    """Return the lemma of a verb form: the guess, if the lexicon has it or nothing better."""
    known = _verbs()
    if guessed in known:
        return guessed
    return next((one for one in _bare_forms(word) if one in known), guessed)


def noun_lemma(word: str, guessed: str) -> str:
    """Return the lemma of a noun: the singular in the lexicon, where the guess is a plural."""
    nouns = vocabulary("en").predicative_nouns
    if guessed in nouns or not guessed.endswith("s"):
        return guessed
    return next((one for one in _bare_forms(word) if one in nouns), guessed)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    words = vocabulary("en")
    some = {verb.partition(" ")[0] for verb in words.verbs} | words.light
    return frozenset(some.union(*(words.words.get(group, ()) for group in _GROUPS)))


def _bare_forms(word: str) -> Iterator[str]:
    """What a regular form may come from, with the silent e first ("staged", "hoping")."""
    if word.endswith(("ied", "ies")):
        yield word[:-3] + "y"
    if word.endswith("ed"):
        yield word[:-1]
        yield word[:-2]
        yield word[:-3]
    elif word.endswith("ing"):
        yield word[:-3] + "e"
        yield word[:-3]
        yield word[:-4]
    elif word.endswith("s"):
        yield word[:-1]
        yield word[:-2]
