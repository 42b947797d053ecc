"""Ukrainian text in words and sentences, each with its characters' places.

An apostrophe ('’ʼ) or a hyphen inside a word belongs to it. A quotation that somebody is made to
say ("«…», – сказав X") does not end its sentence, so that the speaker governs all of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Token", "parts", "sentences"]

_PART_LENGTH = 40_000
_LONGEST_SENTENCE = 250
_LONGEST_WORD = 60
_LONGEST_QUOTATION = 1500
_MARKS = re.compile(r"⁽[⁰¹²³⁴-⁹]+⁾|[¹²³⁰⁴-⁹]+|\^\{\w+\}|[*_]|[\ud800-\udfff]|\u0301")
_TOKEN = re.compile(
    r"(?P<short>\b(?:тис|млн|млрд|трлн|грн|дол|рр?|ст|ім|св|м|с|о|вул|напр|див|т\. ?зв|"
    r"т\. ?д|т\. ?п)\."
    r"(?=\s*[a-zа-яіїєґ\d,;:)»–—-]|\s[А-ЯІЇЄҐ])"
    r"|\b[А-ЯІЇЄҐA-Z]\.(?=\s?[А-ЯІЇЄҐA-Z]))"
    r"|(?P<measured>\d+-[а-яіїєґ]{4,}\b)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:-[а-яіїєґ]{1,3}\b)?)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`-][^\W_]+)*)"
    r"|(?P<mark>\.{2,}|\S)"
)
_ENDS = frozenset({".", "!", "?", "…", "..", "..."})
_CLOSERS = frozenset({"»", '"', "”", "“", ")", "]"})
_OPENERS = frozenset({"«", "„", "“", '"', "(", "–", "—", "-", "•"})
_QUOTED = re.compile(r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"\n]{1,1500}\"")
_SPOKEN_AFTER = re.compile(r"[.,!?…]*\s*[–—-]\s*[а-яіїєґ]")
_BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark; `word` has plain apostrophes, `start` and `end` are the text's."""

    word: str
    start: int
    end: int


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Return runs of whole paragraphs of bounded length, in order."""
    start = 0
    while start < len(text):
        end = start + _PART_LENGTH
        if end < len(text):
            cut = max(
                text.rfind("\n\n", start, end), text.rfind("\n", start + _PART_LENGTH // 2, end)
            )
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut if cut > start else end
        yield start, min(end, len(text))
        start = end


def sentences(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """Return the sentences between two characters as tokens; none is longer than a fixed number."""
    shadow = _MARKS.sub(lambda found: " " * len(found[0]), text[start:end])
    tokens = [
        Token(_plain(found[0]), start + found.start(), start + found.end())
        for found in _TOKEN.finditer(shadow)
        if found.end() - found.start() <= _LONGEST_WORD
    ]
    spoken = [(start + a, start + b) for a, b in _spoken(shadow)]
    opening = place = 0
    for number, (before, after) in enumerate(pairwise(tokens), 1):
        while place < len(spoken) and spoken[place][1] <= before.end:
            place += 1
        inside = place < len(spoken) and spoken[place][0] <= before.start
        gap = shadow[before.end - start : after.start - start]
        full = number - opening >= _LONGEST_SENTENCE
        if full or _ends(tokens, number - 1, gap, shadow, start, inside):
            yield tokens[opening:number]
            opening = number
    if tokens[opening:]:
        yield tokens[opening:]


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("ʼ", "'").replace("`", "'")


def _spoken(shadow: str) -> list[tuple[int, int]]:
    """Quotations with the words beside them that say who speaks: before a colon, or after."""
    found = []
    for quoted in _QUOTED.finditer(shadow):
        if quoted.end() - quoted.start() > _LONGEST_QUOTATION:
            continue
        before = shadow[max(0, quoted.start() - 2) : quoted.start()].rstrip()
        if before.endswith(":") or _SPOKEN_AFTER.match(shadow, quoted.end()):
            found.append((quoted.start(), quoted.end()))
    return found


def _ends(
    tokens: list[Token], place: int, gap: str, shadow: str, offset: int, inside: bool
) -> bool:
    """Whether the sentence ends after the token at `place`."""
    word, following = tokens[place].word, tokens[place + 1].word
    if _BLANK_LINE.search(gap):
        return not (inside and following[:1].islower())
    if inside:
        return False
    if "\n" in gap:
        line = shadow.rfind("\n", 0, tokens[place].end - offset) + 1
        long = tokens[place].end - offset - line > 120
        if (long or word in _ENDS) and not following[:1].islower():
            return True
    if word in _CLOSERS and place and tokens[place - 1].word in _ENDS:
        return _opens(following)
    if word not in _ENDS and not (word == ";" and following[:1].isupper()):
        return False
    if following in _CLOSERS and following != '"':
        return False
    return _opens(following)


def _opens(word: str) -> bool:
    return word in _OPENERS or word[:1].isupper() or word[:1].isdigit()
