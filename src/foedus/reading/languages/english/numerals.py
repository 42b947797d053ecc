"""English numbers."""

from foedus.reading.numerals import numerals

__all__ = ["NUMERALS"]

_UNDER_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
NUMERALS = numerals(
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
