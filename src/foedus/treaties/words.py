"""Words of the register in the languages it is kept in; one language is enough to be valid."""

import re
from dataclasses import dataclass
from functools import cache

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("en", "fr")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w«{])")
_BEFORE_HIGH_MARK = re.compile(r"(?<=\S) (?=[:;!?»%])")


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in English and in French; None where nobody has written it yet."""

    en: str | None = None
    fr: str | None = None

    def __post_init__(self) -> None:
        if not (self.en or self.fr):
            raise ValueError("words in no language at all")

    def said(self, language: str) -> str:
        """Return the words in `language`, or in the language there is.

        French has its own apostrophes, and spaces that keep a high mark with the word before it.
        """
        if language == "fr" and self.fr:
            return _set_in_french(self.fr)
        return self.en or _set_in_french(self.fr or "")


@cache
def _set_in_french(words: str) -> str:
    apostrophes = _APOSTROPHE.sub("\u2019", words)
    return _BEFORE_HIGH_MARK.sub("\u00a0", apostrophes).replace("« ", "«\u00a0")
