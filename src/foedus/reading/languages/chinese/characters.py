"""Traditional characters as simplified ones, one for one, so that every place stays where it is.

The pairs (`characters.txt`) are those of the General List of Simplified Chinese Characters (1986)
that prose about states and their quarrels uses. A character that simplified texts use too (乾, 著)
stays as it is. Words that the regions write differently (南韓, 北韓,
沙烏地阿拉伯) are names of their own and stand among the names.
"""

from importlib.resources import files

from foedus.reading.dictionary import plain

__all__ = ["legible", "shadow", "simplified"]

_PAIRS = files("foedus.reading.languages.chinese").joinpath("characters.txt").read_text("utf-8")
_TABLE = {ord(pair[0]): pair[1] for pair in _PAIRS.split() if len(pair) == 2 and pair[0] != pair[1]}
_MARKS = {ord(wide): plain for wide, plain in zip("，；：！？（）", ",;:!?()", strict=True)}
_WIDE = {0xFF10 + figure: str(figure) for figure in range(10)}
_WIDE |= {0xFF21 + n: chr(65 + n) for n in range(26)} | {0xFF41 + n: chr(97 + n) for n in range(26)}
_WIDE |= {0xFF05: "%", 0xFF04: "$", 0xFF0E: "."}
_SIMPLE = _TABLE | _WIDE
_LEGIBLE = _SIMPLE | _MARKS


def simplified(text: str) -> str:
    """Return the text in simplified characters and plain figures, each at its own place."""
    return text.translate(_SIMPLE)


def legible(text: str) -> str:
    """Return the text as the parser sees it: simplified, with plain marks, each at its place."""
    return text.translate(_LEGIBLE)


def shadow(text: str) -> str:
    """Return the text as names are looked for in it: simplified, with plain blanks."""
    return simplified(plain(text))
