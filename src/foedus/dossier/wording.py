"""What a sentence of a dossier may say of how likely something is, and of how sure we are.

ICD-203 (US Director of National Intelligence, *Analytic Standards*, 2015, section D.6.e.2) gives
seven words for likelihood and keeps them apart from confidence. Here a word for likelihood stands
with its figure, confidence has a sentence of its own, and no other word does the work of either.
"""

import re
from collections.abc import Iterator

from foedus.dossier.likelihood import BANDS
from foedus.dossier.words.catalogue import LANGUAGES, messages

__all__ = ["faults_of_wording", "sentences_of", "shares_a_sentence"]

_CONFIDENCE = {
    "en": re.compile(r"\bconfiden(?:ce|t)\b(?!-)", re.I),
    "fr": re.compile(r"\bconfian", re.I),
}
_ABOUT_LIKELIHOOD = {
    "en": re.compile(r"\b(?:likelihood|probabilit(?:y|ies)|chances?|odds)\b", re.I),
    "fr": re.compile(r"\b(?:probabilités?|vraisemblances?|chances?)\b", re.I),
}
_VAGUE = {
    "en": re.compile(
        r"\b(?:perhaps|maybe|probably|presumably|plausibly?|conceivably|might|doubtless|"
        r"in all likelihood|(?:un)?likelier|likeliest)\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:peut-être|sans doute|probablement|vraisemblable(?:s|ment)?|plausibles?|"
        r"éventuellement|selon toute apparence)\b",
        re.I,
    ),
}
_FIGURE = re.compile(
    r"\d|%|\b(?:one|two|three|nine|a half|half|une|deux|trois|neuf|moitié)\b|"
    r"\{(?:band|percent|share|chance|any|low|high|mass|ratio|number)\w*\}",
    re.I,
)
_ENDS = re.compile(r"(?<=[.!?])[»”’)]*\s+(?=[A-ZÀ-Ý«“({0-9])|\n+")


def _icd(language: str) -> re.Pattern[str]:
    """Return what matches the seven words of a language, however they are inflected."""
    said = messages(language)
    words = sorted((said[f"likelihood.{key}"] for key, *_ in BANDS), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})e?s?\b|\{{likelihood\}}", re.I)


_WORDS = {language: _icd(language) for language in LANGUAGES}


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, as a reader who goes from full stop to full stop."""
    return tuple(one.strip() for one in _ENDS.split(text) if one.strip())


def faults_of_wording(text: str, language: str) -> tuple[str, ...]:
    """Return what is wrong with how a text speaks of likelihood and confidence; () when nothing is.

    `text` is one message, finding or caption in `language`, its placeholders filled or not. One
    fault for each sentence that speaks of both, has a word for likelihood without its figure, or
    another word for one than those of ICD-203 without a figure.
    """
    return tuple(_faults(text, language))


def shares_a_sentence(text: str) -> bool:
    """Return whether a sentence of `text` speaks of likelihood and confidence, in any language."""
    return any(_mixed(one, language) for one in sentences_of(text) for language in LANGUAGES)


def _mixed(sentence: str, language: str) -> bool:
    likely = _WORDS[language].search(sentence) or _ABOUT_LIKELIHOOD[language].search(sentence)
    return bool(likely and _CONFIDENCE[language].search(sentence))


def _faults(text: str, language: str) -> Iterator[str]:
    for sentence in sentences_of(text):
        if _mixed(sentence, language):
            yield f"likelihood and confidence share a sentence: {sentence}"
        for found in (_WORDS[language], _VAGUE[language]):
            word = found.search(sentence)
            if word and not _FIGURE.search(sentence):
                yield f"'{word[0]}' without a figure: {sentence}"
