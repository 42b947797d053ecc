"""Numbers as Japanese writes them: figures of both widths, kanji and scales (1万2000, 三千)."""

import re

__all__ = ["COUNT", "DIGITS", "number"]

_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_MOST_FIGURES = 15

DIGITS = r"[0-9０-９〇一二三四五六七八九十]"
"""A sign of a small number: a day, a month, a year."""

COUNT = (
    r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,5}|[0-9０-９]{1,15}(?:[.．][0-9０-９]{1,6})?|"
    r"[一二三四五六七八九十百千〇]{1,9})"
    r"(?:[十百千]?[万億兆](?:[0-9０-９]{1,4}(?:[,，][0-9０-９]{3})?|[一二三四五六七八九十百千]{1,7})?){0,4}"
    r"(?:千|百)?"
)
"""A number in figures, in kanji, or in both."""

_PIECE = re.compile(r"(?P<figures>[0-9][0-9,]*(?:\.[0-9]+)?)|(?P<sign>.)", re.DOTALL)


def number(words: str) -> float | None:
    """Return the value of a number ("1万2000", "三千", "２５"); None if it is none."""
    text = words.translate(_WIDE)
    if len(text) > 2 * _MOST_FIGURES:
        return None
    if text and all(sign in _KANJI for sign in text):
        return int("".join(str(_KANJI[sign]) for sign in text))
    total = group = small = 0.0
    seen = False
    for piece in _PIECE.finditer(text):
        if piece["figures"]:
            figures = piece["figures"].replace(",", "")
            if len(figures) > _MOST_FIGURES:
                return None
            small, seen = small + float(figures), True
        elif piece["sign"] in _KANJI:
            small, seen = _KANJI[piece["sign"]], True
        elif piece["sign"] in _SMALL:
            group, small, seen = group + (small or 1) * _SMALL[piece["sign"]], 0.0, True
        elif piece["sign"] in _LARGE:
            total, group, small = total + ((group + small) or 1) * _LARGE[piece["sign"]], 0.0, 0.0
        else:
            return None
    value = total + group + small
    return (int(value) if value == int(value) else value) if seen else None
