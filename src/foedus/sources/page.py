"""The two ends of a text, line by line, where it speaks of itself: labels, places and days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from foedus.evidence import Day
from foedus.sources.lines import Line, lines_in
from foedus.sources.snapshot import Stated
from foedus.sources.written_days import written_days, written_month

__all__ = ["ADDRESS", "AFTER_LABEL", "DAY_LABEL", "Page", "labelled", "words_at"]

HEAD: Final = 10
"""Lines at the beginning of a text in which it speaks of itself."""
FOOT: Final = 12
"""Lines at its end."""
REACH: Final = 20_000
"""Characters at each end that are looked at."""
LONGEST_LINE: Final = 500
"""Characters of a line that are looked at."""

_COLON: Final = r"\s*[*_]*\s*[:：]\s*[*_]*\s*"
_LABELS: Final = {
    "title": r"titre|title|headline|заголовок|제목|标题|標題|タイトル",
    "author": r"auteur(?:e|s|es|\(s\)|·e·s)?(?:[- ](?:de l['’])?article)?|author(?:s|\(s\))?|"
    r"byline|автор(?:ы|и)?|저자|글쓴이|필자|作者|著者|執筆者|撰文|撰稿",
    "publisher": r"éditeur|editeur|publié par|publisher|published by|издатель|видавець|издание|"
    r"видання|발행처|발행|出版社|出版者",
    "published": r"(?:date (?:de )?(?:création|créée|creation|publication|parution)|"
    r"date(?: published| posted)?|publié(?:e)? le|mis(?:e)? en ligne le|paru le|posté le|"
    r"published(?: on| at)?|posted(?: on)?|publication date|release date|issued(?: on)?|"
    r"опубликовано|дата публикации|дата|опубліковано|дата публікації|"
    r"게시일|등록일?|입력|작성일|발행일|发布时间|发布日期|發布時間|发表时间|公開日|掲載日|発表日|更新日)",
    "url": r"url|adresse|lien|link|permalink|source|источник|джерело|출처|来源|出典",
}
AFTER_LABEL: Final = {
    key: re.compile(rf"(?<!\w)(?:{names}){_COLON}(?P<value>\S.*)", re.IGNORECASE)
    for key, names in _LABELS.items()
}
"""What stands after each label: group `value`."""
DAY_LABEL: Final = re.compile(rf"(?:{_LABELS['published']})\s*[:：]?\s*", re.IGNORECASE)
ADDRESS: Final = re.compile(r"https?://[^\s<>\"»）)]+")

_BARS: Final = re.compile(
    r"\s*[|•]\s*|\t+|\s(?=(?:来源|來源|출처|источник)\s*[:：])", re.IGNORECASE
)
_PLACE: Final = re.compile(
    r"(?P<place>[^\d,:;]{3,60}?),?(?:\s+(?:le|on|the|the\s+day))?\s*", re.IGNORECASE
)
_BETWEEN_NAMES: Final = frozenset(
    ("de", "la", "le", "les", "du", "des", "of", "the", "and", "et", "en", "sur")
)
_DOCUMENT: Final = re.compile(
    r"treaty|agreement|statement|declaration|communiqu|joint|resolution|protocol|message|remarks|"
    r"speech|address|report|brief|interview|conference|summit|visit|traité|accord|déclaration|"
    r"discours|résolution|protocole|rapport|note|entretien|conférence|sommet|visite|договор|"
    r"заявление|соглашение|речь|договір|заява|угода",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\d{1,2}\s?(?::|h|時|시)\s?\d{0,2}(?:\s?분|\s?分)?(?:\s?[ap]\.?m\.?)?", re.I
)
_AROUND_DAY: Final = re.compile(
    r"\b(?:le|on|à|at|the|of|du|г|года?|року|р|год|updated|posted|utc|gmt|cet|est|edt|kst|мск|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"понеділок|вівторок|середа|четвер|п['’]ятниця|субота|неділя)\b"
    r"|[(（]?[월화수목금토일月火水木金土日](?:요일|曜日?)?[)）]?|星期[一-日]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """A text as its two ends: `head` and `foot` overlap where it is short."""

    text: str
    language: str | None

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The first lines."""
        lines = islice(lines_in(self.text, 0, REACH), HEAD)
        return tuple(line for whole in lines for line in _parts(whole))

    @cached_property
    def foot(self) -> tuple[Line, ...]:
        """The last lines."""
        begin = max(0, len(self.text) - REACH)
        lines = tuple(lines_in(self.text, begin))[-FOOT:]
        return tuple(line for whole in lines for line in _parts(whole))

    @cached_property
    def ends(self) -> tuple[Line, ...]:
        """The first and last lines, each once."""
        return tuple(dict.fromkeys((*self.head, *self.foot)))

    def day_of(self, line: str) -> Day | None:
        """Return the day a line names if it names one and says little else."""
        days = written_days(line, self.language)
        if len(days) != 1 or len(line) > 100:
            return written_month(line)
        start, end, day = days[0]
        rest = _AROUND_DAY.sub("", _CLOCK.sub("", line[:start] + " " + line[end:]))
        return None if re.search(r"\w", rest) else day

    def place_and_day(self, line: str) -> tuple[str, Day] | None:
        """Return the place and day of a line such as "Paris, le 3 mai 2023."."""
        days = written_days(line, self.language)
        before = _PLACE.fullmatch(line[: days[0][0]]) if days else None
        if not before or not _may_be_a_place(before["place"]):
            return None
        day = self.day_of(line[days[0][0] :])
        return (before["place"], day) if day else None


def _may_be_a_place(words: str) -> bool:
    """Whether the words are names only, and not those of a document ("Treaty of Friendship")."""
    tokens = words.split()
    named = all(token[0].isupper() or token.lower() in _BETWEEN_NAMES for token in tokens)
    ends = bool(tokens) and len(tokens) <= 5 and tokens[-1][0].isupper()
    return named and ends and not _DOCUMENT.search(words)


def _parts(line: Line) -> Iterator[Line]:
    """Yield what stands side by side in a line ("3 May 2023 | By Jane Roe"), a long line cut short.

    Patterns are tried on every part, and a hostile line may be as long as the text.
    """
    words, begin = line.words[:LONGEST_LINE], 0
    for bar in (*_BARS.finditer(words), None):
        part = words[begin : bar.start() if bar else len(words)]
        if part.strip():
            start = line.start + begin + len(part) - len(part.lstrip())
            yield Line(start, part.strip())
        begin = bar.end() if bar else begin


def labelled(key: str, lines: Sequence[Line]) -> Stated | None:
    """Return what a line says after a label of this kind, as in "Titre : …"."""
    for line in lines:
        if found := AFTER_LABEL[key].match(line.words):
            start = line.start + found.start("value")
            value = found["value"].rstrip(" *_")
            return Stated(value, "text", start, start + len(value))
    return None


def words_at(text: str, start: int, end: int) -> Stated:
    """Return the words of a span as a value, on one line."""
    return Stated(" ".join(text[start:end].split()), "text", start, end)
