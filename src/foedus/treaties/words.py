"""Words of the register in the languages it is kept in; one language is enough to be valid."""

from dataclasses import dataclass

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in English and in French; None where nobody has written it yet."""

    en: str | None = None
    fr: str | None = None

    def __post_init__(self) -> None:
        if not (self.en or self.fr):
            raise ValueError("words in no language at all")

    def said(self, language: str) -> str:
        """Return the words in `language`, or in the language there is."""
        return (self.fr or self.en or "") if language == "fr" else (self.en or self.fr or "")
