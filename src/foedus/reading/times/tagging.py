"""Find the temporal expressions of a text and give each the day it can be resolved to."""

import re
from collections.abc import Iterator, Sequence

from foedus.evidence import Day
from foedus.reading.dictionary import words_of
from foedus.reading.reading import TimeExpression
from foedus.reading.times.episodes import episodes
from foedus.reading.times.history import is_history
from foedus.reading.times.narrative import Narrative
from foedus.reading.times.words import Anchor, Found, Rule, TimeLanguage

__all__ = ["tagged"]

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_SENTENCE_EDGE = re.compile(r"[.!?…][\s»”]+|\n\s*\n")


def tagged(calendar: TimeLanguage, text: str, published: Day | None) -> tuple[TimeExpression, ...]:
    """Return the temporal expressions of `text` a calendar finds, ascending, apart.

    Extents are TimeML's: an article belongs to the expression, a preposition does not. `day` is
    None where the words give none, or give one only with a publication day that is not known.
    """
    found = _longest(_matches(text, calendar))
    dated = tuple(_resolved(text, found, calendar, published))
    return tuple(sorted((*dated, *episodes(text, calendar.code, dated))))


def _matches(text: str, calendar: TimeLanguage) -> Iterator[tuple[re.Match[str], Rule]]:
    """Every match of a rule that takes in a core word.

    Rules are tried only at the few word beginnings before a core: an expression is short, and most
    words of a text are near none.
    """
    for core, word in words_of(text):
        group = "number" if word[0].isdecimal() else calendar.cores.get(word)
        if group is None:
            continue
        rules = calendar.rules[group]
        leading = [rule for rule in rules if rule.leads]
        for start in _word_starts(text, core, group == "number"):
            for rule in leading if start < core else rules:
                match = rule.pattern.match(text, start)
                if match is None or match.end() < core + len(word):
                    continue
                if rule.kind != "duration" or not _is_age(text, match, calendar):
                    yield match, rule


_WORD_START = re.compile(r"(?<!\w)[\w'’]")
_LETTER_START = re.compile(r"(?<!\w)[^\W\d_]")
_REACH, _MOST_WORDS = 44, 9


def _word_starts(text: str, core: int, after_letters: bool) -> list[int]:
    """Where an expression around a core may begin: at one of the last words up to it.

    Before a number only words lead to it; other figures in a row begin nothing.
    """
    line = max(text.rfind("\n\n", max(0, core - _REACH), core) + 1, core - _REACH, 0)
    word = _LETTER_START if after_letters else _WORD_START
    starts = [match.start() for match in word.finditer(text, line, core)]
    return [*starts[-_MOST_WORDS:], core]


def _is_age(text: str, match: re.Match[str], calendar: TimeLanguage) -> bool:
    return calendar.age.search(text[max(0, match.start() - 32) : match.start()]) is not None


def _longest(
    matches: Iterator[tuple[re.Match[str], Rule]],
) -> list[tuple[re.Match[str], Rule]]:
    """Keep the leftmost match, and of those that begin together the longest."""
    kept: list[tuple[re.Match[str], Rule]] = []
    reached = 0
    for match, rule in sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() >= reached and match.end() > match.start():
            kept.append((match, rule))
            reached = match.end()
    return kept


def _resolved(
    text: str,
    found: list[tuple[re.Match[str], Rule]],
    calendar: TimeLanguage,
    published: Day | None,
) -> Iterator[TimeExpression]:
    edges, paragraphs = _edges(text), {edge.end() for edge in _PARAGRAPH_END.finditer(text)}
    sentence, told, paragraph = 0, None, 0
    of = dict(calendar.before).get("of")
    narrative = Narrative()
    scene: int | None = None
    past = _tells_of_past(found, calendar, published)
    future: dict[int, bool] = {}
    dated: Found | None = None
    for match, rule in found:
        while edges[sentence + 1] <= match.start() and sentence + 2 < len(edges):
            sentence += 1
            if edges[sentence] in paragraphs:
                told, paragraph = None, paragraph + 1
            dated = None
        reading = Found(match, calendar)
        if sentence not in future and reading.year is None:
            about = calendar.future.search(text, edges[sentence], edges[sentence + 1])
            future[sentence] = about is not None
        year = dated.year if dated is not None and dated.month == reading.month else told
        year = scene if year is None and past else year
        coming = future.get(sentence, False) and not _is_of_report(
            text, edges[sentence], match, calendar
        )
        anchor = Anchor(published, year, coming, narrative.at(paragraph))
        day = rule.value(reading, anchor)
        if day is not None:
            before = text[max(0, match.start() - 8) : match.start()]
            aside = of is not None and of.search(before) is not None
            narrative.tell(day, paragraph, aside)
            if day.earliest is not None and day.precision in ("day", "month") and not aside:
                scene = day.earliest.year
        dated = reading if reading.month is not None and reading.year is not None else dated
        if reading.year is not None and _opens(text, edges[sentence], match):
            scene = reading.year
            told = reading.year if day is not None and day.precision == "year" else told
        name = f"{rule.kind} by {rule.value.__name__}"
        yield TimeExpression(match.start(), match.end(), day, rule.kind, name)


def _is_of_report(text: str, edge: int, match: re.Match[str], calendar: TimeLanguage) -> bool:
    """Whether the expression says when something was said, not when what is said will be."""
    before = text[max(edge, match.start() - _REACH) : match.start()]
    if calendar.reported.search(before):
        return True
    opens = not before.strip() or before.strip().lower() == "on"
    return opens and calendar.reported_after.match(text, match.end()) is not None


def _tells_of_past(
    found: Sequence[tuple[re.Match[str], Rule]], calendar: TimeLanguage, published: Day | None
) -> bool:
    readings = [Found(match, calendar) for match, _ in found]
    years = [reading.year for reading in readings if reading.year is not None]
    return is_history((rule.value.__name__ for _, rule in found), years, published)


def _edges(text: str) -> list[int]:
    """Where sentences begin, well enough to find their verb; "1." and "M." end none."""
    ends = (
        edge.end()
        for edge in _SENTENCE_EDGE.finditer(text)
        if edge[0][0] == "\n" or not _ABBREVIATED.match(text, edge.start() - 1)
    )
    return [0, *ends, len(text)]


_ABBREVIATED = re.compile(r"[\s.A-Z\d]")


def _opens(text: str, edge: int, match: re.Match[str]) -> bool:
    """Whether the expression opens its sentence and tells its time: "In 1950, …"."""
    if text[match.end() : match.end() + 1] != ",":
        return False
    return bool(re.fullmatch(r"\W*(?:\w+[’'\s]+){0,2}", text[edge : match.start()]))
