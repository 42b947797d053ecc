"""Shares and chances of any size, with two figures that count."""

import math

from babel.numbers import format_percent

from foedus.dossier.words.catalogue import Words

__all__ = ["share_range_words", "share_words"]

_LEAST = 1e-5


def share_words(words: Words, share: float) -> str:
    """Return a share from 0 to 1 as a percentage: "32 %", "0.47 %", "under 0.001 %", "0 %"."""
    if 0 < share < _LEAST:
        return words.text("forecasts.under", share=_percent(words, _LEAST, 3))
    digits = 0 if share == 0 else max(0, 1 - math.floor(math.log10(100 * share)))
    return _percent(words, share, digits)


def share_range_words(words: Words, low: float, high: float) -> str:
    """Return two shares as a range."""
    return words.text("range.both", low=share_words(words, low), high=share_words(words, high))


def _percent(words: Words, share: float, digits: int) -> str:
    form = "#,##0" + ("." + "#" * digits if digits else "") + "\u00a0%"
    return str(format_percent(share, format=form, locale=words.language))
