"""Numbers written in words or figures, by the table of a language."""

import re
from dataclasses import dataclass

__all__ = ["Numerals", "number", "numerals"]


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """How one language writes numbers: words that add, words that multiply, and its separators.

    `pattern` finds a cardinal number, in figures or in words; `words` one in words only,
    `word` each word of it. `adds` and `multiplies` are the values of the words;
    `thousands` holds the characters that may part figures by three, `decimal` the mark before
    a fraction.
    """

    adds: dict[str, int]
    multiplies: dict[str, int]
    links: tuple[str, ...]
    ordinals: dict[str, int]
    thousands: str
    decimal: str
    words: str
    pattern: str
    word: re.Pattern[str]


def numerals(
    adds: dict[str, int],
    multiplies: dict[str, int],
    links: tuple[str, ...],
    ordinals: dict[str, int],
    thousands: str,
    decimal: str,
) -> Numerals:
    """Return the numbers of a language, with the patterns that find them in a text."""
    word = "|".join(sorted((*adds, *multiplies), key=len, reverse=True))
    link = "|".join(links)
    words = rf"\b(?:{word})\b(?:(?:[ \xa0-](?:(?:{link})[ \xa0-])?)(?:{word})\b){{0,9}}"
    figures = rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+(?!\d)(?:[{decimal}]\d+)?|\d+(?:[{decimal}]\d+)?"
    scale = "|".join(sorted((w for w, v in multiplies.items() if v >= 1000), key=len, reverse=True))
    pattern = rf"(?:(?<![\w.,])(?:{figures})(?![\d])(?:[ \xa0](?:{scale})\b)?|{words})"
    return Numerals(
        adds,
        multiplies,
        links,
        ordinals,
        thousands,
        decimal,
        words,
        pattern,
        re.compile(rf"\b(?:{word})\b"),
    )


def number(words: str, table: Numerals) -> float | None:
    """Return the value of a number in figures or words ("2,5 millions"); None if it is none."""
    text = words.strip().lower().replace("\u00a0", " ").replace("\u202f", " ")
    figures = re.match(r"\d[\d .,]*", text)
    if figures is None:
        return _spelled(text, table)
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


def _spelled(text: str, table: Numerals) -> float | None:
    total = group = 0
    found = table.word.findall(text)
    for word in found:
        if word in table.adds:
            group += table.adds[word]
        elif table.multiplies[word] < 1000:
            group = (group or 1) * table.multiplies[word]
        else:
            total, group = total + (group or 1) * table.multiplies[word], 0
    return total + group if found else None
