"""The dictionary form of a Russian word: the parse of pymorphy3 that agrees with the tagger.

Participles and converbs have the infinitive of their verb; ё is written е.
"""

from functools import cache, lru_cache
from typing import Any

__all__ = ["cases_of", "lemma_of", "may_be_adjective", "nominative_name"]

_POS = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "COMP", "PRTF"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "PRTS"),
    "ADV": ("ADVB", "COMP", "PRED"),
    "PRON": ("NPRO", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "NUM": ("NUMR",),
}
_CASES = {
    "Nom": ("nomn",),
    "Gen": ("gent", "gen2"),
    "Dat": ("datv",),
    "Acc": ("accs",),
    "Ins": ("ablt",),
    "Loc": ("loct", "loc2"),
}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_NAMES = ("NOUN", "PROPN")
_LONGEST_ABBREVIATION = 7
_FEWEST_LETTERS, _MOST_LETTERS = 2, 40


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 (loads the dictionary only when needed)

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=100_000)
def _parses(lowered: str) -> tuple[Any, ...]:
    return tuple(_analyzer().parse(lowered))


@lru_cache(maxsize=200_000)
def lemma_of(word: str, kind: str, case: str | None, number: str | None) -> str:
    """Return the lemma of a word of this UPOS kind, in lower case; itself if nothing is known."""
    lowered = word.lower()
    if word.isupper() and kind in _NAMES and len(lowered) <= _LONGEST_ABBREVIATION:
        return lowered.replace("ё", "е")
    if not (_FEWEST_LETTERS <= len(lowered) <= _MOST_LETTERS) or not lowered[-1].isalpha():
        return lowered.replace("ё", "е")
    best, most = None, -1.0
    for parse in _parses(lowered):
        score = _agreement(parse, kind, case, number)
        if score > most:
            best, most = parse, score
    if best is None:
        return lowered.replace("ё", "е")
    if kind in _NAMES and best.tag.POS == "PRTF":
        best = best.inflect({"nomn", "sing", "masc"}) or best
        return str(best.word).replace("ё", "е")
    return str(best.normal_form).replace("ё", "е")


@lru_cache(maxsize=100_000)
def cases_of(word: str) -> frozenset[str]:
    """Return the cases in which a noun may be written so; none when it is no known kind of noun."""
    parses = [one for one in _parses(word.lower()) if one.tag.POS == "NOUN"]
    return frozenset(
        case for case, names in _CASES.items() for one in parses if one.tag.case in names
    )


@lru_cache(maxsize=100_000)
def may_be_adjective(word: str) -> bool:
    """Return whether a word may be an adjective or participle."""
    return any(
        one.tag.POS in ("ADJF", "ADJS", "PRTF", "PRTS", "NUMR", None)
        for one in _parses(word.lower())
    )


def _agreement(parse: Any, kind: str, case: str | None, number: str | None) -> float:
    """How well a parse agrees with the tagger, its own likelihood deciding between equals."""
    tag = parse.tag
    score = float(parse.score) / 2
    if tag.POS in _POS.get(kind, ()):
        score += 4
    if case is not None and tag.case in _CASES.get(case, ()):
        score += 2
    if number is not None and tag.number == _NUMBERS.get(number):
        score += 1
    return score


@lru_cache(maxsize=5_000)
def nominative_name(name: str) -> str:
    """Return a person's full name in the nominative, as far as the dictionary knows its words.

    A word that it does not know stays as it is written.
    """
    return " ".join(_nominative(word) for word in name.split(" "))


def _nominative(word: str) -> str:
    for parse in _analyzer().parse(word):
        if (parse.is_known and {"Name"} & set(parse.tag.grammemes)) or "Surn" in parse.tag:
            found = str(parse.inflect({"nomn"}).word) if parse.inflect({"nomn"}) else word
            return "-".join(part.capitalize() for part in found.split("-"))
    return word
