"""Articles of treaties: their numbers, what the text says they hold, and of which kind that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.reading.reading import ArticleReference
from foedus.reading.references.words import TreatyWords

__all__ = ["ArticleMention", "article_mentions", "kind_of", "said_of"]

_CUT = re.compile(
    r",? (?:mais|tandis|alors que|ce qui|mention|qui|et qui|ainsi que|s['’]inscri\w+|but|"
    r"while|which|is part|as well as)\b"
)


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """One or more articles named together.

    `start` takes in the article or possessive before ("son article 4", `possessive`), `bare_end` is
    the end of the numbers.
    """

    start: int
    bare_end: int
    numbers: tuple[str, ...]
    possessive: bool


def article_mentions(text: str, words: TreatyWords) -> Iterator[ArticleMention]:
    """Yield the articles that a `plain` text names by number, in order."""
    for match in words.article.finditer(text):
        before = words.article_after.search(text[max(0, match.start() - 8) : match.start()])
        determiner = before[0] if before else ""
        possessive = determiner.strip().lower() in ("son", "ses", "leur", "its", "their")
        start = match.start() - len(determiner)
        yield ArticleMention(start, match.end(), _numbers(match["numbers"]), possessive)


def said_of(text: str, start: int, end: int, words: TreatyWords) -> str | None:
    """What the sentence says an article, or a treaty, provides; None when it says nothing of it."""
    before = words.says_before.search(text, max(0, start - 40), start + 4)
    if before or words.says_before.search(text[max(0, start - 40) : start]):
        content = re.compile(r" (?P<content>[^.;:!?()«»\n]{4,160})").match(text, end)
    else:
        content = words.says.match(text, end)
    return None if content is None else _cut(content["content"])


def _cut(words: str) -> str:
    shortened = _CUT.split(words)[0]
    shortened = shortened.split(", ")[0] if len(shortened) > 80 else shortened.split(",")[0]
    return re.sub(r"^(?:une?|le|la|les|l['’]|an?|the|à|au|aux) ?", "", shortened.strip())


def kind_of(content: str | None, words: TreatyWords) -> str | None:
    """The kind of obligation that words describe (SCHEMA's kinds), None when they tell of none."""
    if content is None:
        return None
    return next((kind for kind, pattern in words.kinds if pattern.search(content)), None)


def article(number: str | None, content: str | None, words: TreatyWords) -> ArticleReference:
    """Return the reference with its kind read from its content."""
    return ArticleReference(number, content, kind_of(content, words))


_SPELLED = {
    word: str(value)
    for value, word in enumerate(
        ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"], start=1
    )
} | {"premier": "1"}


def _numbers(words: str) -> tuple[str, ...]:
    parts = re.split(r",? (?:et|and|ou|or) |, ?", words)
    return tuple(number for part in parts for number in _span(part.strip()) if number)


def _span(part: str) -> Iterator[str]:
    ends = re.fullmatch(r"(\d+)(?: à | to |[-–])(\d+)", part)
    if ends and int(ends[1]) < int(ends[2]) <= int(ends[1]) + 30:
        yield from (str(number) for number in range(int(ends[1]), int(ends[2]) + 1))
    else:
        yield _SPELLED.get(part, re.sub(r"(?<=\d)(?:er|\^\{?er\}?)$", "", part))
