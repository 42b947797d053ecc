"""Numbers written in words or figures, one table of words per language."""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Numerals", "number", "numerals"]


@dataclass(frozen=True, slots=True)
class Numerals:
    """How one language writes numbers: words that add, words that multiply, and its separators.

    `pattern` finds a cardinal number, in figures or in words; `words` one in words only. `adds`
    and `multiplies` are the values of the words; `thousands` holds the characters that may part
    figures by three, `decimal` the mark before a fraction.
    """

    adds: dict[str, int]
    multiplies: dict[str, int]
    links: tuple[str, ...]
    ordinals: dict[str, int]
    thousands: str
    decimal: str
    words: str
    pattern: str


def _numerals(
    adds: dict[str, int],
    multiplies: dict[str, int],
    links: tuple[str, ...],
    ordinals: dict[str, int],
    thousands: str,
    decimal: str,
) -> Numerals:
    word = "|".join(sorted((*adds, *multiplies), key=len, reverse=True))
    link = "|".join(links)
    words = rf"\b(?:{word})\b(?:(?:[ \xa0-](?:(?:{link})[ \xa0-])?)(?:{word})\b){{0,9}}"
    figures = rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+(?!\d)(?:[{decimal}]\d+)?|\d+(?:[{decimal}]\d+)?"
    scale = "|".join(sorted((w for w, v in multiplies.items() if v >= 1000), key=len, reverse=True))
    pattern = rf"(?:(?<![\w.,])(?:{figures})(?![\d])(?:[ \xa0](?:{scale})\b)?|{words})"
    return Numerals(adds, multiplies, links, ordinals, thousands, decimal, words, pattern)


_UNDER_SEVENTEEN = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize",
)  # fmt: skip
_UNDER_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_FRENCH = _numerals(
    adds={
        **{word: value for value, word in enumerate(_UNDER_SEVENTEEN)},
        "une": 1, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30,
        "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "septante": 70,
        "quatre-vingt": 80, "quatre-vingts": 80, "huitante": 80, "quatre-vingt-dix": 90,
        "nonante": 90,
    },
    multiplies={
        "cent": 100, "cents": 100, "mille": 1000, "milliers": 1000, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    },
    links=("et", "de", "d'", "d’"),
    ordinals={
        "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3,
        "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
        "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13,
        "quatorzième": 14, "quinzième": 15, "seizième": 16, "dix-septième": 17,
        "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20, "vingt et unième": 21,
        "vingt-et-unième": 21,
    },
    thousands=" \u00a0\u202f.",
    decimal=",",
)  # fmt: skip

_ENGLISH = _numerals(
    adds={
        **{word: value for value, word in enumerate(_UNDER_TWENTY)},
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "a hundred": 100, "a thousand": 1000, "a million": 10**6,
        "a billion": 10**9,
    },
    multiplies={
        "hundred": 100, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9,
        "billions": 10**9, "trillion": 10**12,
    },
    links=("and",),
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
        "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
        "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
    },
    thousands=",\u00a0\u202f",
    decimal=".",
)  # fmt: skip

_BY_LANGUAGE = {"fr": _FRENCH, "en": _ENGLISH}


def numerals(language: str) -> Numerals:
    """Return the numbers of a language; one without a table reads figures as English does."""
    return _BY_LANGUAGE.get(language, _ENGLISH)


def number(words: str, language: str) -> float | None:
    """Return the value of a number in figures or words ("2,5 millions"); None if it is none."""
    table = numerals(language)
    text = words.strip().lower().replace("\u00a0", " ").replace("\u202f", " ")
    figures = re.match(r"\d[\d .,]*", text)
    if figures is None:
        return _spelled(text, language)
    value = _figures(figures[0].strip(" .,"), table)
    scale = text[figures.end() :].strip()
    if not scale or value is None:
        return value
    return value * table.multiplies[scale] if scale in table.multiplies else None


# Longer rows of figures are serial numbers, or noise.
_MOST_FIGURES = 15


def _figures(figures: str, table: Numerals) -> float | None:
    whole, mark, fraction = figures.rpartition(table.decimal)
    if not mark or not fraction.isdecimal():
        whole, fraction = figures, ""
    digits = re.sub(rf"[{table.thousands}\s]", "", whole)
    if not digits.isdecimal() or len(digits) + len(fraction) > _MOST_FIGURES:
        return None
    return float(f"{digits}.{fraction}") if fraction else int(digits)


@lru_cache(maxsize=4096)
def _spelled(text: str, language: str) -> float | None:
    table = numerals(language)
    total = group = 0
    found = _WORD[language if language in _WORD else "en"].findall(text)
    for word in found:
        if word in table.adds:
            group += table.adds[word]
        elif table.multiplies[word] < 1000:
            group = (group or 1) * table.multiplies[word]
        else:
            total, group = total + (group or 1) * table.multiplies[word], 0
    return total + group if found else None


_WORD = {
    name: re.compile(
        r"\b(?:"
        + "|".join(sorted((*table.adds, *table.multiplies), key=len, reverse=True))
        + r")\b"
    )
    for name, table in _BY_LANGUAGE.items()
}
