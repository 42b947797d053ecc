"""The languages foedus reads: one package each, looked up by ISO 639-1 code.

A package holds everything that is particular to its language and gives it under one name, a
`Language`. It is imported when the first text in that language is read.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from foedus.errors import MissingLanguage

if TYPE_CHECKING:
    from foedus.reading.languages.language import Language

__all__ = ["READ", "language_of"]

READ = {
    "en": "english",
    "fr": "french",
    "ja": "japanese",
    "ko": "korean",
    "ru": "russian",
    "uk": "ukrainian",
    "zh": "chinese",
}
"""The code of every language read, and its package."""


@cache
def language_of(code: str) -> "Language":
    """Return everything foedus knows about a language; raises MissingLanguage for any other."""
    name = READ.get(code)
    if name is None:
        known = ", ".join(sorted(READ))
        raise MissingLanguage(
            f"No reader for the language '{code}'. foedus reads {known}: "
            "give --language if the text is in one of them."
        )
    package = import_module(f"foedus.reading.languages.{name}")
    found: Language = getattr(package, name.upper())
    return found
