"""What French makes of a small word before what a template puts in: "de" and "les" are "des".

A template says "de {actor}", "depuis le {day}"; what is put in may begin with an article, with a
vowel, or be a month and no day.
"""

import re

__all__ = ["elided"]

_MERGED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
_SMALL_WORD = re.compile(r"(?<!\w)(de|à|que) $", re.IGNORECASE)
_ARTICLE = re.compile(r"(les?) ")
_VOWEL = re.compile(r"[aeiouâàéèêîïôû][a-zà-ÿ]", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"(?<!\w)(depuis le|le|jusqu’au) $", re.IGNORECASE)
_NO_DAY = re.compile(r"(?:[a-zéû]+ )?[0-9]{4}\b")
_WITHOUT_DAY = {"depuis le": "depuis", "le": "en", "jusqu’au": "jusqu’en"}


def elided(before: str, put_in: str) -> tuple[str, str]:
    """Return both as French writes them one after the other: "de ", "les États-Unis" as "des …"."""
    if small := _SMALL_WORD.search(before):
        article = _ARTICLE.match(put_in)
        if article and (merged := _MERGED.get((small[1].lower(), article[1]))):
            merged = _cased(merged, small[1])
            return f"{before[: small.start()]}{merged} ", put_in[article.end() :]
        if small[1].lower() != "à" and _VOWEL.match(put_in):
            return f"{before[:-2]}’", put_in
    elif (day := _BEFORE_DAY.search(before)) and _NO_DAY.match(put_in):
        merged = _cased(_WITHOUT_DAY[day[1].lower()], day[1])
        return f"{before[: day.start()]}{merged} ", put_in
    return before, put_in


def _cased(words: str, like: str) -> str:
    return words[:1].upper() + words[1:] if like[:1].isupper() else words
