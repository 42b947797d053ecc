"""What extraction lost or spoiled in a text: found by its traces, reported, never mended.

Every damage has a kind, a span whose words are its quotation, and a sentence for the analyst. The
text stays as it came: a dossier shows the damage beside what was read there. Every search takes
time in proportion to the text, whatever it holds.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from foedus.sources.lines import lines_in
from foedus.sources.lost_notes import lost_notes
from foedus.sources.snapshot import Damage

__all__ = ["MOST", "damages_in"]

MOST: Final = 200
"""Damages reported of one kind in one document; the last says how many more there are."""
LONGEST_WORD: Final = 60
"""Characters on each side of a damage that may belong to the word it stands in."""

_Finder = Callable[[str], Iterator[Damage]]

_LETTER: Final = r"[^\W\d_]"
_SMALL: Final = r"[a-zß-öø-ÿœа-яёіїєґ]"
_BIG: Final = r"[A-ZÀ-ÖØ-ÞŒА-ЯЁІЇЄҐ]"
_ALPHABETIC: Final = r"[A-Za-zÀ-ÖØ-öø-ÿŒœА-яЁёІіЇїЄєҐґ]"
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S*|\S*@\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:/\S*)?", re.ASCII
)
_BYLINE: Final = re.compile(r"(?:par|by|de|von)\s+[^\W\d_a-z]", re.IGNORECASE)
_MOJIBAKE: Final = re.compile("(?:[Â-ßà-ô][\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3})+")
# What stands in our languages; an accented capital before a closing quote means something else.
_MEANT: Final = re.compile("[\u00a0-ſ‐-›€™Ѐ-џぁ-ヿ一-鿿가-힣 -~]+")
_TRACES: Final = (
    (
        "formula_notation",
        re.compile(
            r"\w\^\{[^{}\n]{1,20}\}|\$[^$\n]{0,12}[\^_]\{?[^$\n]{1,20}\$|\\[a-z]{3,12}\{[^{}\n]{0,80}\}"
        ),
        "a formula's notation stands where the original has raised or marked letters",
    ),
    (
        "empty_link",
        re.compile(r"(?<!!)\[[\s_*.·–—-]{0,80}\]\([^()\n]{0,500}\)"),
        "a link without its words: what it named is lost",
    ),
    (
        "markup_residue",
        re.compile(
            r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][ads]quo|[a-z](?:acute|grave|circ|cedil)|#x?\w{2,5});"
        ),
        "a character of a web page stands in its written form",
    ),
    (
        "replacement_character",
        re.compile("\ufffd+"),
        "characters that could not be decoded are lost",
    ),
    (
        "control_character",
        re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"),
        "control characters stand in the text",
    ),
)
# Only the place itself is searched for; the word around it is taken afterwards.
_IN_WORDS: Final = (
    (
        "soft_hyphen",
        re.compile(f"(?<={_LETTER})\u00ad(?={_LETTER})"),
        "an invisible hyphen stands inside the word, which a search will not find",
    ),
    (
        "divided_word",
        re.compile(rf"(?<={_LETTER}{{2}})[-‐\u00ad]\r?\n[ \t]{{0,20}}(?={_SMALL}{{2}})"),
        "a word is divided at the end of a line",
    ),
    (
        "missing_blank",
        re.compile(
            rf"(?<={_SMALL}{{2}})[.!?…](?={_BIG}{_SMALL})"
            rf"|(?<={_ALPHABETIC}{{2}}),(?={_ALPHABETIC}{{2}})"
            r"|(?<=[а-яёіїєґ]{3})(?=[A-Za-z]{3})|(?<=[a-z]{3})(?=[А-Яа-яёіїєґ]{4})"
        ),
        "a blank between words is lost",
    ),
)


def damages_in(text: str, *, prose: bool = True) -> tuple[Damage, ...]:
    """Return the damages of a text, in its order; of a table (not `prose`) only spoiled characters.

    Kinds: `note_without_mark`, `mark_without_note`, `broken_sentence`, `formula_notation`,
    `empty_link`, `markup_residue`, `wrong_decoding`, `replacement_character`, `control_character`,
    `soft_hyphen`, `divided_word` and `missing_blank`.
    """
    everywhere: tuple[_Finder, ...] = (_wrong_decodings, *(_traces(*trace) for trace in _TRACES))
    in_prose: tuple[_Finder, ...] = (
        lost_notes,
        _broken_sentences,
        *(_in_words(*place) for place in _IN_WORDS),
    )
    finders = (*everywhere, *in_prose) if prose else everywhere
    found = [damage for finder in finders for damage in _at_most(finder(text))]
    return tuple(sorted(found, key=lambda damage: (damage.start, damage.end, damage.kind)))


def _traces(kind: str, pattern: re.Pattern[str], explanation: str) -> _Finder:
    def damages(text: str) -> Iterator[Damage]:
        for match in pattern.finditer(text):
            yield Damage(kind, *match.span(), match[0], explanation)

    return damages


def _in_words(kind: str, pattern: re.Pattern[str], explanation: str) -> _Finder:
    """Return a finder of damages whose span is the whole word, told once however often hit."""

    def damages(text: str) -> Iterator[Damage]:
        end = -1
        for match in pattern.finditer(text):
            if match.start() < end:
                continue
            start, end = _word_around(text, *match.span())
            if not _ADDRESS.fullmatch(text[start:end].strip("()[]<>«»\"'.,;:")):
                quote_start, quote_end = _bare(text, start, end)
                yield Damage(kind, quote_start, quote_end, text[quote_start:quote_end], explanation)

    return damages


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - LONGEST_WORD), min(len(text), end + LONGEST_WORD)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _broken_sentences(text: str) -> Iterator[Damage]:
    """Yield sentences that a blank line or page break cuts in two.

    A paragraph that ends in a letter, and the next begins with a small one. The first line is the
    title, a byline may follow it, and headings and items of lists break no sentence.
    """
    for index, (line, below) in enumerate(pairwise(lines_in(text))):
        gap = text[line.end : below.start]
        if index and _is_cut(line.words, below.words) and (gap.count("\n") > 1 or "\f" in gap):
            start = line.start + line.words.rfind(" ") + 1
            end = below.start + len(below.words.split(maxsplit=1)[0])
            yield Damage(
                "broken_sentence",
                start,
                end,
                text[start:end],
                "a page break or blank line cuts the sentence in two",
            )


def _is_cut(before: str, after: str) -> bool:
    return (
        before[-1].isalpha()
        and after[0].islower()
        and after[1:2] not in (")", ".")
        and not _BYLINE.match(after)
        and (len(before) > 150 or re.search(rf"{_LETTER}{{2}}[.!?…] ", before) is not None)
    )


def _wrong_decodings(text: str) -> Iterator[Damage]:
    """Yield runs of characters that are UTF-8 read as Windows-1252 ("Ã©" for "é")."""
    for match in _MOJIBAKE.finditer(text):
        try:
            meant = match[0].encode("cp1252").decode()
        except UnicodeError:
            continue
        if _MEANT.fullmatch(meant):
            explanation = f"decoded in the wrong encoding; it was {meant[:20]}"
            yield Damage("wrong_decoding", *match.span(), match[0], explanation)


def _at_most(damages: Iterator[Damage]) -> list[Damage]:
    found: list[Damage] = []
    more = 0
    for damage in damages:
        if len(found) < MOST:
            found.append(damage)
        else:
            more += 1
    if more:
        last = found[-1]
        explanation = f"{last.explanation} (and {more:,} more like it)"
        found[-1] = Damage(last.kind, last.start, last.end, last.quote, explanation)
    return found
