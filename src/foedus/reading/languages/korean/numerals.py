"""Numbers as Korean writes them: 1만2000, 3억 5천만, 수십만, 스물다섯."""

import re

__all__ = ["FIGURES", "NATIVE", "native", "number"]

_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
_DIGITS = dict(zip("일이삼사오육칠팔구영", (1, 2, 3, 4, 5, 6, 7, 8, 9, 0), strict=True))
_ONES = {
    "하나": 1,
    "한": 1,
    "둘": 2,
    "두": 2,
    "셋": 3,
    "세": 3,
    "석": 3,
    "서": 3,
    "넷": 4,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_MOST_FIGURES = 15

FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Figures, with commas by three and a decimal point."""

NATIVE = (
    "(?:(?:"
    + "|".join(sorted(_TENS, key=len, reverse=True))
    + ")(?:"
    + "|".join(sorted(_ONES, key=len, reverse=True))
    + ")?|(?:"
    + "|".join(sorted(_ONES, key=len, reverse=True))
    + "))"
)
"""A number of native Korean words up to 99."""

_NATIVE = re.compile(NATIVE)
_STEP = re.compile(rf"({FIGURES})|([십백천])|([만억조])|([일이삼사오육칠팔구영])|[ \xa0]")


def native(words: str) -> int | None:
    """Return the value of native words (스물다섯); None if they are none."""
    if _NATIVE.fullmatch(words) is None:
        return None
    ten = next((ten for ten in sorted(_TENS, key=len, reverse=True) if words.startswith(ten)), "")
    return _TENS.get(ten, 0) + _ONES.get(words[len(ten) :], 0)


def number(words: str) -> float | None:
    """Return the value of a number in figures, Sino-Korean or native words; None if it is none."""
    words = words.strip()
    known = native(words)
    if known is not None:
        return known
    total = group = 0.0
    digit: float | None = None
    place = 0
    while place < len(words):
        step = _STEP.match(words, place)
        if step is None:
            return None
        place = step.end()
        if step[1]:
            if len(step[1]) > _MOST_FIGURES:
                return None
            digit = (digit or 0) + float(step[1].replace(",", ""))
        elif step[4]:
            digit = float(_DIGITS[step[4]])
        elif step[2]:
            group += (1 if digit is None else digit) * _SMALL[step[2]]
            digit = None
        elif step[3]:
            group += digit or 0
            total += (group or 1) * _LARGE[step[3]]
            group, digit = 0.0, None
    value = total + group + (digit or 0)
    return int(value) if value == int(value) else value
