"""Whether words look like the name of a person, in the seven languages."""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["is_person", "people_in"]

_PARTICLES: Final = frozenset(
    """
    de da di du des del della la le van von der den ten ter zu bin ibn al el y e d' st
    """.split()  # noqa: SIM905 - forty strings read worse one by one
)
_ROLES: Final = frozenset(
    """
    staff writer writers correspondent correspondents editor editors reporter reporters team desk
    agency news press service newsroom bureau board council committee ministry department office
    rédaction redaction agence correspondant correspondante envoyé envoyée spécial spéciale
    équipe conseil comité ministère редакция корреспондент агентство пресс-служба
    """.split()  # noqa: SIM905 - forty strings read worse one by one
)
_TOKEN: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‑])*")
_EASTERN: Final = re.compile(r"[一-鿿々]{2,5}|[가-힣]{2,4}|[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
_SPACED_EASTERN: Final = re.compile(r"[一-鿿々]{1,3}[ \u3000][一-鿿々]{1,3}")
_AND: Final = re.compile(r"\s*(?:[,;、，；·/&]|\s(?:et|and|и|та|avec|with)\s)\s*")
_LONGEST: Final = 60


def is_person(words: str) -> bool:
    """Whether the words have the form of one person's full name."""
    words = words.strip()
    if _EASTERN.fullmatch(words) or _SPACED_EASTERN.fullmatch(words):
        return True
    tokens = words.split()
    if len(words) > _LONGEST or not 2 <= len(tokens) <= 6:
        return False
    big = [token for token in tokens if _begins_big(token)]
    small = [token for token in tokens if not _begins_big(token)]
    return (
        all(_TOKEN.fullmatch(token) for token in tokens)
        and len(big) >= 2
        and all(token.lower().rstrip("'’") in _PARTICLES for token in small)
        and not any(token.lower() in _ROLES for token in tokens)
    )


def people_in(words: str) -> Iterator[tuple[int, int]]:
    """Yield offsets of the names in a list such as "A. Name, B. Name et C. Name".

    Parts that are no names (a role, an agency) are passed over, but the list must begin with one.
    """
    begin = 0
    for part in (*_AND.finditer(words), None):
        end = part.start() if part else len(words)
        name = words[begin:end].strip(" *†‡.")
        if is_person(name):
            start = words.index(name, begin)
            yield start, start + len(name)
        elif begin == 0:
            return
        begin = part.end() if part else end


def _begins_big(token: str) -> bool:
    # Names written with a small article joined on: d'Arcy, al-Assad.
    bare = re.sub(r"^(?:d|l|al|el|ben|o)['’-](?=[^\W\d_])", "", token, flags=re.IGNORECASE)
    return bare[:1].isupper()
