"""What a text itself states of its title, authors, publisher, day and address.

Only explicit statements, by general forms: a label ("Auteur : …"), a byline ("By …", "par …"), a
line that is a date, an agency's dateline, a signature over a place and date, a note on the author.
They are looked for at the head and the foot of a text; nothing is inferred from its argument.
"""

import re
from collections.abc import Sequence
from typing import Final

from foedus.sources.authors import SIGNED, authors_of, byline
from foedus.sources.lines import Line
from foedus.sources.page import ADDRESS, AFTER_LABEL, DAY_LABEL, Page, labelled, words_at
from foedus.sources.snapshot import Metadata, Stated
from foedus.sources.written_days import written_days, written_month

__all__ = ["stated_in"]

LONGEST_TITLE: Final = 300


_KINDS: Final = re.compile(
    r"(?:communiqué(?: de presse)?|press release|news release|for immediate release|"
    r"пресс-релиз|прес-реліз|보도자료|新闻稿|新聞稿|プレスリリース)\W*",
    re.IGNORECASE,
)
_INSTITUTION: Final = re.compile(
    r"\b(?:house|ministry|department|office|embassy|council|commission|secretariat|parliament|"
    r"government|agency|institute|foundation|headquarters|senate|congress|court|university|"
    r"ministère|palais|ambassade|conseil|secrétariat|parlement|gouvernement|agence|institut|"
    r"fondation|sénat|cour|université|élysée|présidence|presidency)\b",
    re.IGNORECASE,
)
_AGENCIES: Final = (
    re.compile(
        r"^[^\W\d_a-zà-ÿ][\w'’ .-]{1,40}?(?:, [^()/]{3,30})?,? \((?P<who>[A-Z][\w .-]{1,30})\)"
        r"\s*(?:--|[-–—])"
    ),
    re.compile(
        r"^[A-ZА-ЯІЇЄҐЁ][A-ZА-ЯІЇЄҐЁ .-]{2,40}, [^()/]{3,30}?\.? ?/(?P<who>[^\W\d_a-z]\w+)/"
    ),
    re.compile(
        r"^[А-ЯІЇЄҐЁ][А-ЯІЇЄҐЁ .-]{2,40}, \d{1,2} \w+\.?(?: \d{4}\w*)?,? [-–—] "
        r"(?P<who>[А-ЯІЇЄҐЁ][\w ]{2,25})[.,]"
    ),
    re.compile(r"^\([가-힣]{2,10}=(?P<who>[가-힣A-Za-z0-9]{2,12})\)"),
    re.compile(
        r"^(?P<who>[一-鿿]{2,5}[社网網报報])[一-鿿]{0,12}?(?:\d{1,2}月)?\d{1,2}日[电電讯訊]"
    ),
)
_NO_TITLE_END: Final = ".;:,。；：，、"
_ABBREVIATED: Final = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Ltd|Jr|Sr|etc|p|pp)\.$")


def stated_in(text: str, language: str | None) -> Metadata:
    """Return what a text says of itself; every value with its offsets, None where it says nothing.

    `language` settles whether 11/12/2024 begins with the day (everywhere but in English).
    """
    page = Page(text, language)
    return Metadata(
        title=_title(page),
        authors=authors_of(page),
        publisher=_publisher(page),
        published=_published(page),
        url=_url(page),
    )


def _title(page: Page) -> Stated | None:
    if stated := labelled("title", page.head[:4]):
        return stated
    for index, line in enumerate(page.head[:5]):
        letters = sum(character.isalpha() for character in line.words)
        about = _is_about_the_text(line.words, page) or _KINDS.fullmatch(line.words)
        if about or letters < 3:
            continue
        return (
            words_at(page.text, line.start, _title_end(page, index)) if _fits(line, page) else None
        )
    return None


def _fits(line: Line, page: Page) -> bool:
    words = line.words
    closed = words[-1] in _NO_TITLE_END and not _ABBREVIATED.search(words)
    agency = any(form.search(words) for form in _AGENCIES)
    alone = page.foot[-1].start <= line.start
    addressed = ADDRESS.search(words) is not None
    return not (closed or agency or alone or addressed or len(words) > LONGEST_TITLE)


def _title_end(page: Page, index: int) -> int:
    """Return where the title ends: a line that goes on with a small letter belongs to it."""
    line = page.head[index]
    if index + 1 < len(page.head):
        below = page.head[index + 1]
        gap = page.text[line.end : below.start].replace("\r\n", "\n")
        goes_on = below.words[0].islower() and not _is_about_the_text(below.words, page)
        if gap.count("\n") == 1 and goes_on and below.end - line.start <= LONGEST_TITLE:
            return below.end if below.words[-1] not in _NO_TITLE_END else line.end
    return line.end


def _is_about_the_text(words: str, page: Page) -> bool:
    """Whether a line is a date, a byline, a label or an address."""
    return bool(
        page.day_of(DAY_LABEL.sub("", words, count=1))
        or page.place_and_day(words)
        or ADDRESS.fullmatch(words)
        or any(label.match(words) for label in AFTER_LABEL.values())
        or byline(words)
        or SIGNED.match(words)
        or set(words) <= set("-—–= ")
    )


def _publisher(page: Page) -> Stated | None:
    if stated := labelled("publisher", page.ends):
        return stated
    for line in page.head[:6]:
        for form in _AGENCIES:
            if found := form.search(line.words):
                start = line.start + found.start("who")
                return words_at(page.text, start, start + len(found["who"]))
    for line in (*page.head[:3], *page.foot[-3:]):
        dated = page.place_and_day(line.words)
        if dated and _INSTITUTION.search(dated[0]):
            return words_at(page.text, line.start, line.start + len(dated[0]))
    sources = (labelled("url", (line,)) for line in page.head)
    named = (source for source in sources if source and not ADDRESS.match(source.value))
    return next((source for source in named if len(source.value) <= 40), None)


def _published(page: Page) -> Stated | None:
    for found in (
        _labelled_day(page),
        _day_alone(page.head, page),
        _day_alone(page.foot[-5:], page),
    ):
        if found:
            return found
    return None


def _labelled_day(page: Page) -> Stated | None:
    for index, line in enumerate(page.ends):
        label = DAY_LABEL.match(line.words)
        if not label:
            continue
        value, start = line.words[label.end() :], line.start + label.end()
        if not value and index + 1 < len(page.ends):
            value, start = page.ends[index + 1].words, page.ends[index + 1].start
        if (day := page.day_of(value)) and (place := _place_of_day(value, page)):
            return Stated(day.edtf, "text", start + place[0], start + place[1])
    return None


def _day_alone(lines: Sequence[Line], page: Page) -> Stated | None:
    for line in lines:
        days = written_days(line.words, page.language)
        by = days and byline(line.words)
        words = line.words[days[0][0] :] if by else line.words
        beside = page.place_and_day(words)
        day = beside[1] if beside else page.day_of(words)
        place = _place_of_day(words, page)
        if day and place:
            start = line.end - len(words)
            return Stated(day.edtf, "text", start + place[0], start + place[1])
    return None


def _place_of_day(words: str, page: Page) -> tuple[int, int] | None:
    for start, end, _ in written_days(words, page.language):
        return start, end
    return (0, len(words)) if written_month(words) else None


def _url(page: Page) -> Stated | None:
    for line in page.ends:
        found = AFTER_LABEL["url"].match(line.words)
        start = line.start + found.start("value") if found else line.start
        if address := ADDRESS.fullmatch(page.text[start : line.end].rstrip(" .)")):
            return words_at(page.text, start, start + len(address[0]))
    return None
