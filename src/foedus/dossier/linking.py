"""Words that others wrote in plain text, with each of their numbers made a link to its evidence."""

import re

from foedus.dossier.sentence import Link, Part, Plain, Sentence

__all__ = ["numbers_linked"]

# "4 December 2024", "1er novembre", "2(4)", "19,5 %", "ES-11/1"; a number keeps what clings to it.
_NUMBER = re.compile(r"[\w/(.-]*\d[\w/().,:–-]*(?:\s[^\W\d_]{3,9}\.?\s\d{4})?(?:[\s\u00a0]%)?")


def numbers_linked(text: str, evidence: str) -> Sentence:
    """Return `text` as a sentence whose every number opens `evidence`.

    Used for words that come from data (reasons of a treaty answer, notes of a coverage): whoever
    calls says what they rest on.
    """
    parts: list[Part] = []
    at = 0
    for found in _NUMBER.finditer(text):
        words = _trimmed(found.group())
        if found.start() > at:
            parts.append(Plain(text[at : found.start()]))
        parts.append(Link(words, evidence))
        at = found.start() + len(words)
    if at < len(text):
        parts.append(Plain(text[at:]))
    return tuple(parts)


def _trimmed(words: str) -> str:
    """Return a number without what only ends the clause it stands in: "2(4))" is "2(4)"."""
    words = words.rstrip(".,:(")
    while words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].rstrip(".,:(")
    return words
