"""Which language a text is in, where enough of it is there to tell."""

import re
from collections import Counter
from functools import cache
from typing import Any, Final

__all__ = ["language_of", "written_in"]

SAMPLE: Final = 20_000
"""Characters looked at."""
SURE: Final = 0.8
"""Probability, as py3langid gives it over all its languages, from which an answer is believed."""
FEWEST: Final = 40
"""Letters needed of a language that shares its script with others."""

_SCRIPTS: Final = {
    "hangul": re.compile("[가-힣ㄱ-ㆎ]"),
    "kana": re.compile("[ぁ-ゖァ-ヺ]"),
    "han": re.compile("[一-鿿㐀-䶿]"),
    "cyrillic": re.compile("[Ѐ-ӿ]"),
    "latin": re.compile("[A-Za-zÀ-ɏ]"),
}
_SCRIPT_OF: Final = {
    "ko": ("hangul",),
    "ja": ("kana", "han"),
    "zh": ("han",),
    "ru": ("cyrillic",),
    "uk": ("cyrillic",),
    "fr": ("latin",),
    "en": ("latin",),
}
_NO_WORDS: Final = re.compile(r"https?://\S+|[\w.-]{1,64}@\S+|[\d_]+")


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language; None where it is too short or too mixed.

    Korean, Japanese and Chinese are told by their script, the others by py3langid. A language that
    no reader is written for is named all the same, rather than taken for its neighbour.
    """
    sample = _NO_WORDS.sub(" ", text[:SAMPLE])
    letters = _letters(sample)
    total = letters.total()
    if total < 8:
        return None
    eastern = _eastern(letters, total)
    if eastern:
        return eastern
    script, most = letters.most_common(1)[0]
    if total < FEWEST or most < total * 0.6 or script not in ("cyrillic", "latin"):
        return None
    language, probability = _identifier().classify(sample.encode("utf-8", "replace"))
    agrees = script in _SCRIPT_OF.get(language, (script,))
    return str(language) if agrees and probability >= SURE else None


def written_in(text: str, language: str) -> bool:
    """Whether a text may be in a language, as far as their scripts tell."""
    scripts = _SCRIPT_OF.get(language.split("-", maxsplit=1)[0].lower())
    letters = _letters(text[:SAMPLE])
    if scripts is None or letters.total() < FEWEST:
        return True
    return sum(letters[script] for script in scripts) >= letters.total() * 0.3


def _eastern(letters: Counter[str], total: int) -> str | None:
    if letters["hangul"] >= total * 0.3:
        return "ko"
    if letters["kana"] + letters["han"] < total * 0.5:
        return None
    return "ja" if letters["kana"] >= (letters["kana"] + letters["han"]) * 0.1 else "zh"


def _letters(sample: str) -> Counter[str]:
    return Counter({name: len(script.findall(sample)) for name, script in _SCRIPTS.items()})


@cache
def _identifier() -> Any:
    # Imported only when a text must be told: it takes numpy, and its model half a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    load: Any = LanguageIdentifier.from_model_file
    return load(MODEL_FILE, norm_probs=True)
