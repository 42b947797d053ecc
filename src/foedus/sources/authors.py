"""Who a text says wrote it: labels, bylines, reporters' marks, signatures, notes on the author."""

import re
from collections.abc import Iterator
from typing import Final

from foedus.sources.lines import Line
from foedus.sources.names import is_person, people_in
from foedus.sources.page import AFTER_LABEL, Page, words_at
from foedus.sources.snapshot import Stated

__all__ = ["SIGNED", "authors_of", "byline"]

SIGNED: Final = re.compile(
    r"^(?:\(?signed\)?|\(?signé\)?|/s/|подпись|подписал)\s*[:：]?\s*(?P<name>.+)", re.IGNORECASE
)

_BY: Final = re.compile(
    r"(?:(?:écrit |rédigé |publié )?par|(?:written |posted )?by|texte (?:de|par)|текст|文[/／]|글)"
    r"\s*[:：·]?\s+(?P<names>.+)|文[/／:：]\s*(?P<east>.+)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(r"\s*(?:[|•(（–—]|\s-\s|,?\s+(?:le|on|à|at|in|pour|for)\s).*")
_REPORTERS: Final = (
    re.compile(r"[（(](?:本报|本報|本社)?(?:记者|記者)[ :：]?(?P<names>[一-鿿 、，]{2,30})[）)]"),
    re.compile(
        r"^(?:\([^()]{2,40}\)\s*)?(?P<names>[가-힣]{2,4}(?:[·,] ?[가-힣]{2,4})*)\s*(?:특파원|기자)"
    ),
    re.compile(r"【[^】＝=]{1,20}[＝=](?P<names>[一-鿿々]{2,5}(?:、[一-鿿々]{2,5})*)】"),
)
_PROFESSION: Final = re.compile(
    r"étudiant|doctorant|cherche(?:ur|use)|professeur|enseignant|analyste|journaliste|"
    r"direct(?:eur|rice)|rédact(?:eur|rice)|maître de conférences|diplômé|spécialiste|historien|"
    r"politologue|géographe|juriste|auteur|avocat|consultant|correspondant|"
    r"student|fellow|research|professor|analyst|journalist|scholar|lecturer|director|editor|"
    r"correspondent|reporter|historian|specialist|associate|author|expert|candidate|writer",
    re.IGNORECASE,
)
_IS: Final = re.compile(r"^(?P<name>.{5,60}?)[*]?,?\s+(?:est|était|is|was)\s+(?P<what>.{0,80})")


def authors_of(page: Page) -> tuple[Stated, ...]:
    """Return the names of the first kind of statement there is: labels outrank bylines."""
    for kind in (_labelled_authors, _bylines, _reporters, _signatures, _notes_on_authors):
        by_name: dict[str, Stated] = {}
        for start, end in kind(page):
            stated = words_at(page.text, start, end)
            by_name.setdefault(stated.value.casefold(), stated)
        if by_name:
            return tuple(by_name.values())
    return ()


def _labelled_authors(page: Page) -> Iterator[tuple[int, int]]:
    for line in page.ends:
        if found := AFTER_LABEL["author"].search(line.words):
            yield from _people(line, found.start("value"), found["value"])


def _bylines(page: Page) -> Iterator[tuple[int, int]]:
    for line in page.ends:
        if found := byline(line.words):
            yield from _people(line, *found)


def byline(words: str) -> tuple[int, str] | None:
    """Return where the names of a byline begin and what stands there, if the line is one."""
    found = _BY.match(words) if len(words) <= 160 else None
    if not found:
        return None
    group = "names" if found["names"] else "east"
    names = _CUT.sub("", found[group])
    people = tuple(people_in(names))
    return (found.start(group), names) if people else None


def _reporters(page: Page) -> Iterator[tuple[int, int]]:
    for line in page.ends:
        for form in _REPORTERS:
            if found := form.search(line.words):
                yield from _people(line, found.start("names"), found["names"])


def _signatures(page: Page) -> Iterator[tuple[int, int]]:
    """Yield names signed at the foot: marked as signed, or in capitals beside place and date."""
    for index, line in enumerate(page.foot[-6:], max(0, len(page.foot) - 6)):
        if (found := SIGNED.match(line.words)) and is_person(found["name"]):
            yield line.start + found.start("name"), line.start + found.end("name")
        elif line.words.isupper() and is_person(line.words):
            beside = page.foot[max(0, index - 1) : index + 2]
            if any(page.place_and_day(other.words) or page.day_of(other.words) for other in beside):
                yield line.start, line.end


def _notes_on_authors(page: Page) -> Iterator[tuple[int, int]]:
    for line in page.foot:
        found = _IS.match(line.words)
        if found and is_person(found["name"]) and _PROFESSION.search(found["what"]):
            yield line.start, line.start + len(found["name"])


def _people(line: Line, offset: int, names: str) -> Iterator[tuple[int, int]]:
    names = _CUT.sub("", names)
    for start, end in people_in(names):
        yield line.start + offset + start, line.start + offset + end
