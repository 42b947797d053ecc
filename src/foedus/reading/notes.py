"""Footnotes as bibliographic records, and the marks in the body that call them.

A note is taken apart from its outside in: the number at its head, the date at its tail, the title
between quotation marks or in a link, the publisher in italics or before the date, the authors
before the title. What a note does not give stays None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foedus.evidence import Day, Passage, Work
from foedus.reading.bibliography import Entry, entry
from foedus.reading.reading import NoteMark, Segment
from foedus.reading.spans import Taken
from foedus.reading.times import expressions

__all__ = ["foreign_titles", "note_marks", "notes"]

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEAD = re.compile(r"(?:\((\d{1,3})\)|\[\^?(\d{1,3})\]:?|(\d{1,3})[.)](?=\s)|⁽?([⁰¹²³⁴-⁹]+)⁾?)\s*")
_QUOTED = re.compile(r"«\s*(?P<guillemets>[^«»]+?)\s*»|“(?P<curly>[^”]+)”|\"(?P<straight>[^\"]+)\"")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<url>[^()\s]*)\)")
_URL = re.compile(r"https?://[^\s<>)\]»”\"]+")
_ITALIC = re.compile(r"(?<![\w*])(\*|_)(?P<words>[^*_\n]+)\1(?![\w*])")
_SURNAME_FIRST = re.compile(r"[^«“\"*\n]{2,160}?\((?:1[5-9]|20)\d\d[a-z]?\)\.?\s|[A-ZÀ-Þ-]{3,}[, ]")
_EMPTY_LINK = re.compile(r"[\s_*.-]*")


def notes(text: str, language: str, segments: Sequence[Segment], document: str) -> tuple[Work, ...]:
    """Return one record for every note among `segments`, with its passage, in order of the text.

    `language` is that of the document, in which dates are written; that of the cited work is told
    from its title. The id is the document's with "-n" and the note's number.
    """
    found = (
        _work(text, segment, language, document) for segment in segments if segment.kind == "note"
    )
    return tuple(work for work in found if work is not None)


def foreign_titles(
    text: str, language: str, segments: Sequence[Segment]
) -> tuple[tuple[int, int], ...]:
    """Return where notes quote a title that is in another language than the document's."""
    found = (
        (segment.start + quoted.start(), segment.start + quoted.end())
        for segment in segments
        if segment.kind == "note"
        for quoted in _QUOTED.finditer(text[segment.start : segment.end])
        if _language_of_title(_unlinked(quoted[0])) not in (None, language)
    )
    return tuple(found)


def note_marks(text: str, works: Sequence[Work]) -> tuple[NoteMark, ...]:
    """Return the calls of `works` in the body: ⁽²⁾, ², [2], [^2] or (2) set close behind a word.

    A number that no note carries is not a call, and neither is anything inside the notes.
    """
    numbers = {work.number for work in works}
    own = Taken((work.passage.start, work.passage.end) for work in works if work.passage)
    marks = (NoteMark(match.start(), match.end(), _number(match)) for match in _MARK.finditer(text))
    return tuple(
        mark for mark in marks if mark.number in numbers and not own.touches(mark.start, mark.end)
    )


_MARK = re.compile(
    r"(?<=\S)(?:⁽(?P<bracketed>[⁰¹²³⁴-⁹]+)⁾|(?P<raised>[⁰¹²³⁴-⁹]+)|\[\^?(?P<square>\d{1,3})\]"
    r"|\((?P<round>\d{1,3})\)(?=[\s.,;:!?»”)]|$)|<sup>(?P<sup>\d{1,3})</sup>)"
)


def _number(match: re.Match[str]) -> int:
    figures = next(group for group in match.groups() if group is not None)
    return int(figures.translate(_RAISED))


@dataclass(frozen=True, slots=True)
class _Titled:
    """Where the title stands in a note, what it is, and what follows it."""

    start: int
    end: int
    title: str | None
    translated: str | None
    url: str | None


def _work(text: str, segment: Segment, language: str, document: str) -> Work | None:
    quote = text[segment.start : segment.end]
    head = _HEAD.match(quote)
    number, body = (_number(head), quote[head.end() :]) if head else (None, quote)
    listed = entry(body)
    if listed is not None and (head is None or _is_listed(body)):
        return _listed(listed, number, body, Passage(document, segment.start, segment.end, quote))
    if number is None:
        return None
    titled = _titled(body)
    before, after = (body[: titled.start], body[titled.end :]) if titled else ("", body)
    publisher = _publisher(after, language)
    title = titled.title if titled else None
    translated = titled.translated if titled else None
    return Work(
        id=f"{document}-n{number}",
        kind="article",
        title=title,
        title_translated=translated,
        authors=_authors(before, language),
        publisher=publisher,
        issued=_issued(body, language),
        language=_language_of(title, translated, publisher),
        url=(titled.url if titled else None) or _address(body),
        number=number,
        passage=Passage(document, segment.start, segment.end, quote),
    )


def _is_listed(body: str) -> bool:
    """Whether a numbered note is written like an entry of a bibliography, surname first."""
    return _SURNAME_FIRST.match(body) is not None


def _listed(listed: Entry, number: int | None, body: str, passage: Passage) -> Work:
    """The record of an entry of a bibliography; without a number it is known by its place."""
    issued = Day(f"{listed.year:04}") if listed.year else None
    return Work(
        id=f"{passage.document}-n{number or passage.start}",
        kind="article",
        title=listed.title,
        authors=listed.authors,
        publisher=listed.publisher,
        issued=issued,
        language=_language_of(listed.title, None, listed.publisher),
        url=_address(body),
        number=number,
        passage=passage,
    )


def _titled(body: str) -> _Titled | None:
    quoted, link = _QUOTED.search(body), _LINK.search(body)
    if quoted is None and link is None:
        return _italic_title(body)
    start, end = _outer(quoted, link)
    words = quoted[quoted.lastgroup or 0] if quoted and quoted.start() == start else None
    url = _target(link) if link and start <= link.start() < end else None
    title = _unlinked(words if words is not None else link["text"] if link else "")
    if _EMPTY_LINK.fullmatch(title):
        lost = _translation(body, end)
        return (
            _Titled(start, lost[1], None, lost[0], url)
            if lost
            else _Titled(start, end, None, None, url)
        )
    return _Titled(start, end, _one_line(title), None, url)


def _outer(quoted: re.Match[str] | None, link: re.Match[str] | None) -> tuple[int, int]:
    """The span of the quotation, or of the link where it comes first and stands alone."""
    spans = [match.span() for match in (quoted, link) if match is not None]
    start, end = min(spans)
    return start, max(e for s, e in spans if s < end)


def _italic_title(body: str) -> _Titled | None:
    """A book: its title is in italics, between its authors and its publisher."""
    italic = _ITALIC.search(body)
    if italic is None or not body[: italic.start()].strip():
        return None
    return _Titled(italic.start(), italic.end(), _one_line(italic["words"]), None, None)


def _translation(body: str, end: int) -> tuple[str, int] | None:
    """The translation that stands in brackets for a lost title; a bracket may be left unclosed."""
    opened = re.compile(r"\s*,?\s*[(\[]\s*").match(body, end)
    if opened is None:
        return None
    depth, here = 1, opened.end()
    stop = re.compile(r"[()\[\]»]")
    while depth:
        found = stop.search(body, here)
        if found is None:
            return None
        if found[0] == "»" and "«" not in body[opened.end() : found.start()]:
            return _one_line(body[opened.end() : found.start()]), found.end()
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(found[0], 0)
        here = found.end()
    return _one_line(body[opened.end() : here - 1]), here


def _authors(before: str, language: str) -> tuple[str, ...]:
    words = re.sub(r"\*|\bet al\.?|\(dir\.\)|\(éd\.\)|\(eds?\.\)|\b(?:dir|éd|eds?)\.", "", before)
    words = words.strip().strip("()[],;:. ")
    conjunction = {"fr": r"\bet\b", "en": r"\band\b"}.get(language, r"\b(?:and|et)\b")
    parts = re.split(rf",|;|&|{conjunction}|\band\b", words)
    names = (part.strip(" ()[]*_") for part in parts)
    return tuple(name for name in names if _is_name(name))


def _is_name(words: str) -> bool:
    return (
        bool(words) and len(words) < 60 and words[0].isupper() and not any(map(str.isdigit, words))
    )


def _publisher(after: str, language: str) -> str | None:
    italic = _ITALIC.search(after)
    if italic:
        return _one_line(italic["words"]).strip(" ,.;")
    plain = _URL.sub("", after)
    for when in reversed(expressions(plain, language, None)):
        plain = plain[: when.start] + plain[when.end :]
    plain = re.sub(
        r"\b(?:consulté|accessed|retrieved|vol\.|no|n°|p\.|pp\.|pages?)\b.*", "", plain, flags=re.I
    )
    parts = [part.strip(" .,;:()[]–—-") for part in re.split(r"[,;]| [–—-] ", plain)]
    return next((part for part in parts if re.search(r"[^\W\d]{2}", part)), None)


def _issued(body: str, language: str) -> Day | None:
    """The date the note gives for the work: the last one, unless it says when it was consulted."""
    dated = [
        when
        for when in expressions(_without_titles(body), language, None)
        if when.kind == "date" and when.day is not None and not _consulted(body[: when.start])
    ]
    return dated[-1].day if dated else None


def _without_titles(body: str) -> str:
    """The note with its quotations and addresses blanked out: their dates are not its own."""
    for pattern in (_QUOTED, _LINK, _URL):
        body = pattern.sub(lambda match: " " * len(match[0]), body)
    return body


def _consulted(before: str) -> bool:
    return bool(
        re.search(r"(?:consultée?|accessed|retrieved|viewed)\s*(?:le|on)?\s*$", before, re.I)
    )


def _target(link: re.Match[str]) -> str | None:
    url = link["url"]
    return url if len(url) > 1 else None


def _address(body: str) -> str | None:
    found = _URL.search(body)
    return found[0].rstrip(".,;") if found else None


def _unlinked(words: str) -> str:
    return _LINK.sub(lambda link: link["text"], words)


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().strip("*_").strip()


# Function words that tell a title's language at a glance, and scripts that tell it alone.
_TELLING = {
    "fr": r"\b(?:le|la|les|des|du|et|une?|au|aux|dans|sur|pour|par|est|vers)\b|[ld]['’]",
    "en": r"\b(?:the|of|and|in|on|for|to|with|or|from|at|is|what|how|its)\b|['’]s\b",
    "de": r"\b(?:der|die|das|und|für|mit|von|im|zur|zum)\b",
    "es": r"\b(?:el|los|las|y|del|una|con|por)\b",
}
_SCRIPTS = (
    ("ko", r"[가-힣]"),
    ("ja", r"[぀-ヿ]"),
    ("zh", r"[一-鿿]"),
    ("uk", r"[іїєґ]"),
    ("ru", r"[а-яё]"),
)
# A title that had to be translated for the note was not in a language its readers share: it is
# taken to be in the publisher's own, also where the publisher has services in others.
_PUBLISHERS = (
    (
        "ko",
        r"\b(?:BBC ?Cor[eé]a|BBC ?Korea|BBCorea|Yonhap News|Chosun Ilbo|Hankyoreh|JoongAng Ilbo|"
        r"Dong-?A Ilbo|Rodong Sinmun)\b",
    ),
    ("ja", r"\bAsahi Shimbun\b|\bYomiuri Shimbun\b|\bMainichi Shimbun\b"),
    ("ru", r"\bKommersant\b|\bIzvest[iy]+a\b|\bVedomosti\b|\bRossi[iy]skaya Gazeta\b"),
    ("zh", r"\bRenmin Ribao\b|\bXinhua Ribao\b"),
    ("uk", r"\bUkrainska Pravda\b"),
)  # fmt: skip


def _language_of(title: str | None, translated: str | None, publisher: str | None) -> str | None:
    """The language of the cited work, from its title, or from its publisher when that is lost.

    None where neither tells.
    """
    if title is not None:
        return _language_of_title(title)
    if translated is None or publisher is None:
        return None
    return next((code for code, names in _PUBLISHERS if re.search(names, publisher)), None)


def _language_of_title(title: str) -> str | None:
    for code, script in _SCRIPTS:
        if re.search(script, title.lower()):
            return code
    counts = {code: len(re.findall(words, title.lower())) for code, words in _TELLING.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best]:
        return best if list(counts.values()).count(counts[best]) == 1 else None
    return None
