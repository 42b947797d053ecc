"""Many words at once in a text: the longest entry at each place, at word boundaries.

Entries are looked up by their first word (in Chinese, Japanese and Korean, where no blank ends a
name, by their first character), so that a text costs one dictionary look-up a word whatever the
number of entries.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

__all__ = ["Dictionary", "Match", "plain", "words_of"]

Meaning = TypeVar("Meaning")
_Entries = tuple[tuple[str, tuple[Meaning, ...]], ...]


_TO_PLAIN = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2010": "-", "\t": " "}
_WORD = re.compile(r"[^\W_]+")
# Chinese and Japanese part no words by spaces; Korean hangs its particles on the noun.
_FIRST_SIGN = {
    "ja": re.compile(r"\S"),
    "zh": re.compile(r"\S"),
    "ko": re.compile(r"(?<!\w)\S"),
}
_KATAKANA = re.compile(r"[ァ-ヺー]{2}")
_WRAPPED = re.compile(r"(?<!\n)\n(?!\s*\n)")


def plain(text: str) -> str:
    """Return the text with every blank and hyphen in its usual form, at the same offsets.

    A single line break counts as a blank, so that a name broken over two lines is one name.
    """
    for sign, usual in _TO_PLAIN.items():
        text = text.replace(sign, usual)
    return _WRAPPED.sub(" ", text)


def words_of(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a text with their places: rows of letters and figures."""
    return _words(text, _WORD)


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """Characters that are an entry, with all that it may mean, in the order given."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class Dictionary(Generic[Meaning]):
    """Words with their meanings, ready to be found in texts of one language."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], language: str) -> None:
        self._first = _FIRST_SIGN.get(language, _WORD)
        self._open_ended = language in _FIRST_SIGN
        gathered: dict[str, dict[str, list[Meaning]]] = {}
        for words, meaning in entries:
            first = self._first.match(words)
            if first is not None:
                meanings = gathered.setdefault(first[0], {}).setdefault(words, [])
                if meaning not in meanings:
                    meanings.append(meaning)
        self._entries = {
            first: tuple(sorted(((w, tuple(m)) for w, m in found.items()), key=_longest_first))
            for first, found in gathered.items()
        }

    def matches(self, text: str) -> Iterator[Match[Meaning]]:
        """Yield the entries in a `plain` text, ascending, without overlap.

        An entry gives way to one that begins at its second word and reaches further ("the Alliance"
        to "Alliance of Sahel States"), but not to one that begins inside its only word.
        """
        waiting: Match[Meaning] | None = None
        reached = 0
        for start, known in self._beginnings(text):
            if waiting is None and start < reached:
                continue
            found = self._longest(text, start, known)
            if found is None:
                continue
            if (
                waiting is not None
                and start < waiting.end
                and (self._open_ended or found.end <= waiting.end)
            ):
                continue
            if waiting is not None and start >= waiting.end:
                yield waiting
            waiting, reached = found, found.end
        if waiting is not None:
            yield waiting

    def _beginnings(self, text: str) -> Iterator[tuple[int, _Entries[Meaning]]]:
        """Where a first word of some entry stands, with the entries that begin with it."""
        entries = self._entries
        for start, word in _words(text, self._first):
            if word in entries:
                yield start, entries[word]

    def _longest(self, text: str, start: int, known: _Entries[Meaning]) -> Match[Meaning] | None:
        for words, meanings in known:
            end = start + len(words)
            if not text.startswith(words, start):
                continue
            if _ends_word(text, end) or (self._open_ended and not _cuts_katakana(text, start, end)):
                return Match(start, end, meanings)
        return None


@lru_cache(maxsize=2)
def _words(text: str, word: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    """The words of a text with their places, kept as several dictionaries ask for the same."""
    return tuple((match.start(), match[0]) for match in word.finditer(text))


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_")


def _cuts_katakana(text: str, start: int, end: int) -> bool:
    """Whether a row of katakana, which is one word, goes on at either end."""
    return bool(_KATAKANA.match(text, max(0, start - 1), start + 1) if start else None) or bool(
        _KATAKANA.match(text, end - 1, end + 1)
    )


def _longest_first(entry: tuple[str, tuple[Meaning, ...]]) -> int:
    return -len(entry[0])
