"""French numbers."""

from foedus.reading.numerals import numerals

__all__ = ["NUMERALS"]

_UNDER_SEVENTEEN = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize",
)  # fmt: skip
NUMERALS = numerals(
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
