"""Numbers in Chinese characters, in figures, or in both: 三百二十, 2万, 1.5亿."""

import re

__all__ = ["NUMBER", "number"]

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "廿": 20}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_SIGNS = "零〇○一二三四五六七八九两十百千万亿兆"
_MOST_SIGNS = 24

NUMBER = (
    r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(?:[百千]?[万亿兆]{1,2}|[百千])?"
    rf"|[{_SIGNS}]{{1,{_MOST_SIGNS}}}"
)
"""A pattern for one number."""

_FIGURES = re.compile(r"(?P<figures>[\d,，]+(?:\.\d+)?)(?P<scale>[百千万亿兆]*)")


def number(words: str) -> float | None:
    """Return the value of a number in figures or characters; None if it is none.

    >>> number("1.5亿"), number("三百二十"), number("二〇二四"), number("两万")
    (150000000, 320, 2024, 20000)
    """
    figures = _FIGURES.fullmatch(words)
    if figures is not None:
        plain = figures["figures"].replace(",", "").replace("，", "")
        value = float(plain) if "." in plain else int(plain or 0)
        for sign in figures["scale"]:
            value *= _SMALL.get(sign) or _LARGE[sign]
        return round(value) if abs(value - round(value)) < 1e-6 else value
    if not words or len(words) > _MOST_SIGNS or any(sign not in _SIGNS for sign in words):
        return None
    if all(sign in _DIGITS for sign in words):
        return int("".join(str(_DIGITS[sign]) for sign in words))
    return _spelled(words)


def _spelled(words: str) -> int | None:
    total = section = digit = 0
    seen = False
    for sign in words:
        if sign in _DIGITS:
            digit, seen = _DIGITS[sign], True
        elif sign in _SMALL:
            section += (digit if seen and digit else 1) * _SMALL[sign]
            digit, seen = 0, False
        else:
            section += digit
            total = (
                (total + (section or (0 if total else 1))) * _LARGE[sign]
                if sign != "万"
                else (total + (section or 1) * _LARGE[sign])
            )
            section, digit, seen = 0, 0, False
    return total + section + digit
