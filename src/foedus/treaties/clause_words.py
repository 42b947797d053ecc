"""A clause by name: "Dual Alliance of 1879, art. 1"."""

from foedus.treaties.comparison_words import said_articles
from foedus.treaties.instrument import Instrument

__all__ = ["capital", "said_clause"]


def said_clause(instrument: Instrument, article: str, language: str) -> str:
    """Return the name of an article; of what only ATOP has coded, that of the alliance."""
    short = capital(instrument.short.said(language))
    if instrument.id.startswith("atop-"):
        return short
    return f"{short}, {said_articles((article,))}".replace("art. ", "art.\u00a0")


def capital(words: str) -> str:
    """Return the words with a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]
