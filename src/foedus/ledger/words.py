"""The words of a text as they are compared: without case, accents and punctuation."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["plain_words"]

# Han characters stand for words by themselves; other scripts write words apart.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


@lru_cache(maxsize=65536)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))
