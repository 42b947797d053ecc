"""Properties that programs write into files, with what they fill in by themselves left out."""

import re
from typing import Final

from foedus.sources.snapshot import Stated

__all__ = ["property_stated"]

_LONGEST: Final = 500
_FILLED_IN: Final = re.compile(
    r"untitled.*|sans[ -]titre.*|без названия.*|无标题.*|無題.*|제목 ?없음.*|document ?\d*|"
    r"microsoft (?:word|powerpoint).*|word document|powerpoint presentation|presentation ?\d*|"
    r"slide \d+|page \d+|title|titre|print|scan.*|layout \d+|"
    r".*\.(?:docx?|pdf|indd|qxd|odt|rtf|txt|html?|tex|dvi|ps|pptx?|xlsx?)",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"python-docx|(?:microsoft office )?user|utilisateur.*|admin(?:istrator|istrateur)?|author|"
    r"auteur|owner|unknown|anonymous|windows.*|pc|dell|hp|lenovo|acer|asus|.*@.*|\d+|.*\d{3,}.*",
    re.IGNORECASE,
)


def property_stated(value: str | None, *, person: bool = False) -> Stated | None:
    """Return a property of a file, None where it is blank or only what programs fill in.

    The author's property often names a computer's owner: one word is no full name, and not kept.
    """
    words = " ".join((value or "").replace("\x00", " ").split())
    if not words or len(words) > _LONGEST:
        return None
    if person:
        alone = " " not in words and words.isascii()
        return None if alone or _NOBODY.fullmatch(words) else Stated(words, "properties")
    return None if _FILLED_IN.fullmatch(words) else Stated(words, "properties")
