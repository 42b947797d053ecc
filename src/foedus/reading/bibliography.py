"""One entry of a bibliography, in the styles that put the author's surname first.

APA (7th ed. 2019): "Roux, A., & Vidal, P. (2024). Title. *Container*, 12(3), 4–9."
Chicago's bibliography (17th ed. 2017) and MLA (9th ed. 2021): "Roux, Anne, and Paul Vidal.
*Title*. Place: Publisher, 2019." French ISO 690 (2010): "ROUX, Anne et VIDAL, Paul. Title.
*Container*, 2024". What an entry does not give stays None.
"""

import re
from dataclasses import dataclass

__all__ = ["Entry", "entry"]

_SURNAME = r"(?:(?:de|du|van|von|al-|el-|d’|d')\s?)?[A-ZÀ-ÖØ-Þ][\w’'-]*(?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+)?"
_GIVEN = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*\.?(?:[ -](?=[A-ZÀ-ÖØ-Þ]))?){1,4}"
_INVERTED = rf"{_SURNAME},? {_GIVEN}"
_AND = r"(?:,? ?(?:&|et|and|;)|,)"
_AUTHORS = rf"(?P<authors>{_INVERTED}(?:{_AND} (?:{_INVERTED}|{_GIVEN} {_SURNAME}))*(?:,? et al)?)"
_APA = re.compile(
    rf"(?:{_AUTHORS}|(?P<body>[A-ZÀ-Þ][^().]{{2,80}}))\.? "
    r"\((?P<date>(?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{2,20})?|s\. ?d\.|n\. ?d\.)\)\.? (?P<rest>\S.*)",
    re.DOTALL,
)
_NAMED = re.compile(
    rf"{_AUTHORS}(?:\s?\((?:dir|éd|eds?)\.?\))?[.,:]\s"
    r"(?:(?:1[5-9]|20)\d\d\.\s)?(?P<rest>\S.*)",
    re.DOTALL,
)
_TITLE = re.compile(
    r"«\s*(?P<guillemets>[^«»]+?)\s*»|“(?P<curly>[^”]+?)[.,]?”|\"(?P<straight>[^\"]+?)[.,]?\"|"
    r"[*_](?P<italic>[^*_\n]+?)[*_]|"
    r"(?P<plain>[^.«“\"*_][^«“\"*_]*?[^.A-Z«“\"*_])(?=[.?!] |[.?!]$|,? [*_])",
    re.DOTALL,
)
_ITALIC = re.compile(r"[*_]([^*_\n]+)[*_]")
_PLACED = re.compile(r"(?P<place>[A-ZÀ-Þ][^:.,\d]{1,40}) ?: (?P<house>[A-ZÀ-Þ][^,.:;\d]{1,60})")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says: authors with the given name first, title, who brought it out."""

    authors: tuple[str, ...]
    title: str
    publisher: str | None
    year: int | None
    start: int
    end: int


def entry(words: str) -> Entry | None:
    """Return what an entry of a bibliography says; None when it is not written like one.

    `start` and `end` bound the title, whose dates are not the work's own.
    """
    if not _YEAR.search(words):
        return None
    apa = _APA.match(words)
    found = apa or _NAMED.match(words)
    if found is None:
        return None
    opening = found.start("rest")
    title = _TITLE.match(words, opening)
    if title is None:
        return None
    kind = title.lastgroup or ""
    rest = words[title.end() :]
    if apa is None and kind == "plain" and not _ITALIC.search(rest) and not _PLACED.search(rest):
        return None
    authors = _names(found["authors"]) if found["authors"] else (found.groupdict().get("body"),)
    return Entry(
        tuple(name.strip(" .") if name.count(".") == 1 else name for name in authors if name),
        re.sub(r"\s+", " ", title[kind]).strip(" .,"),
        _publisher(rest, kind),
        _year(words, title.start(kind), title.end(kind)),
        title.start(kind),
        title.end(kind),
    )


def _year(words: str, start: int, end: int) -> int | None:
    """The year that stands outside the title."""
    found = _YEAR.search(words[:start]) or _YEAR.search(words, end)
    return int(found[0]) if found else None


def _publisher(rest: str, kind: str) -> str | None:
    """The container in italics, the house after its place, or what follows the title."""
    italic = _ITALIC.search(rest)
    if italic and kind != "italic":
        return italic[1].strip(" ,.")
    placed = _PLACED.search(rest)
    if placed:
        return placed["house"].strip()
    plain = re.sub(r"https?://\S+|\([^()]*\)", "", rest)
    for part in re.split(r"[,;:]|\.(?=\s|$)", plain):
        name = part.strip(" .()[]–—-")
        if re.search(r"[^\W\d]{2}", name) and not re.match(
            r"(?:vol|no|n°|pp?|ISBN|DOI)\b", name, re.I
        ):
            return name
    return None


def _names(written: str) -> tuple[str, ...]:
    """The names with the given name first: of "Roux, Anne, and Paul Vidal", Anne Roux first."""
    rest = re.sub(r",? et al\.?$", "", written)
    names: list[str] = []
    for part in re.split(r",? (?:&|et|and) |; ?", rest):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        while pieces:
            first = pieces.pop(0)
            if pieces and (not names or _is_given(pieces[0])):
                names.append(f"{pieces.pop(0)} {_usual(first)}")
            else:
                names.append(_turned(first))
    return tuple(names)


def _is_given(piece: str) -> bool:
    """Whether a piece is a given name or initials, and not a person of its own."""
    return bool(re.fullmatch(_GIVEN, piece)) and (piece.count(" ") == 0 or "." in piece)


def _turned(name: str) -> str:
    """A name without comma: "ROUX Anne" is Anne Roux."""
    capitals = re.match(r"((?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]+ )+)([A-ZÀ-Þ][a-zà-ÿ].*)$", name)
    return f"{capitals[2]} {_usual(capitals[1].strip())}" if capitals else name


def _usual(surname: str) -> str:
    """A surname in capitals as it is usually written."""
    if not surname.isupper() or len(surname) < 3:
        return surname
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), surname)
