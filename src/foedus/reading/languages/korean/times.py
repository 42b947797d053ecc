"""The temporal expressions of a Korean text and the days they give.

Extents follow TimeML as the other languages do: a particle does not belong to an expression. A
date without its year is reckoned from what was told before it in the text, else from publication.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator

from foedus.evidence import Day
from foedus.reading.languages.korean.anchor import Anchor, Value
from foedus.reading.languages.korean.calendar import RULES
from foedus.reading.reading import TimeExpression
from foedus.reading.times.frames import Frame

__all__ = ["frames", "times"]

_PARAGRAPH_END = re.compile(r"\n\s*\n|\n")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+|\n")
_YEAR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)년")
_PAST = 10
# A date within so many characters of the beginning opens its sentence.
_OPENING = 3
_RECKONED = {"of_year": "shift", "of_month": "shift", "week": "shift"}
_FUTURE = re.compile(
    r"예정|계획|방침|전망|것이다|것으로 (?:예상|전망|보)|겠다|할 것|기로 (?:했|합의|"
    r"결정)|앞두|오는 |앞으로|내다보"
)


def times(text: str, published: Day | None) -> tuple[TimeExpression, ...]:
    """Return the temporal expressions of a text, ascending, without overlap."""
    return tuple(_resolved(text, _longest(text), published))


def _longest(text: str) -> list[tuple[re.Match[str], int]]:
    """The leftmost matches, and of those that begin together the longest."""
    found = [
        (match, place)
        for place, (_, pattern, _) in enumerate(RULES)
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one[0].start(), -one[0].end(), one[1]))
    kept: list[tuple[re.Match[str], int]] = []
    reached = 0
    for match, place in found:
        if match.start() >= reached and match.end() > match.start():
            kept.append((match, place))
            reached = match.end()
    return kept


def _resolved(
    text: str, found: list[tuple[re.Match[str], int]], published: Day | None
) -> Iterator[TimeExpression]:
    sentences = [0, *(edge.end() for edge in _SENTENCE_END.finditer(text))]
    paragraphs = [0, *(edge.end() for edge in _PARAGRAPH_END.finditer(text))]
    anchor = Anchor(published, _tells_of_the_past(text, published))
    last_sentence = last_paragraph = -1
    future: dict[int, bool] = {}
    for match, place in found:
        sentence = bisect_right(sentences, match.start()) - 1
        paragraph = bisect_right(paragraphs, match.start()) - 1
        if paragraph != last_paragraph:
            anchor.new_paragraph()
        if sentence != last_sentence:
            anchor.new_sentence()
        last_sentence, last_paragraph = sentence, paragraph
        if sentence not in future:
            end = sentences[sentence + 1] if sentence + 1 < len(sentences) else len(text)
            future[sentence] = _FUTURE.search(text, sentences[sentence], end) is not None
        anchor.future = future[sentence]
        kind, _, value = RULES[place]
        day = _safe(value, match, anchor)
        if kind == "date" and day is not None:
            anchor.tell(day, match.start() - sentences[sentence] < _OPENING)
        end = match.end()
        while end > match.start() and text[end - 1].isspace():
            end -= 1
        yield TimeExpression(match.start(), end, day, kind, _rule(kind, value, match))


def _tells_of_the_past(text: str, published: Day | None) -> bool:
    """Whether most of the years that a text writes out are long before its publication."""
    years = [int(one[1]) for one in _YEAR.finditer(text)]
    if published is None or published.earliest is None:
        return bool(years)
    old = [year for year in years if year <= published.earliest.year - _PAST]
    return bool(old) and 3 * len(old) >= 2 * len(years)


def _rule(kind: str, value: Value, match: re.Match[str]) -> str:
    """The rule by its kind and how it reckons, in the names that all languages use."""
    name = _RECKONED.get(value.__name__, value.__name__)
    if name == "distance" and match["side"] != "전":
        name = "told_day"
    if name == "shift" and "해" in match["turn"] and match["turn"] not in ("지난해", "올해"):
        name = "told_day"
    return f"{kind} {name}"


def _safe(value: Value, match: re.Match[str], anchor: Anchor) -> Day | None:
    try:
        return value(match, anchor)
    except (ValueError, OverflowError):
        return None


_PARTICLES = (
    ("since", re.compile(r"(?:\([^()]{1,12}\))?(?:부터|이래)")),
    ("until", re.compile(r"(?:\([^()]{1,12}\))?(?:까지)")),
    ("before", re.compile(r"\s?(?:이전|전까지|전에)")),
    ("after", re.compile(r"\s?(?:이후|후|뒤)")),
    ("elapsed", re.compile(r"\s?만에")),
    ("during", re.compile(r"\s?(?:동안|간|내내|사이|중에?)")),
    ("about", re.compile(r"\s?(?:께|경|쯤|무렵)")),
    ("of", re.compile(r"의")),
)
_BETWEEN = re.compile(r"(?:\([^()]{1,12}\))?(?:부터\s?|에서\s?|\s?[∼~\-–—〜]\s?)")


def frames(
    text: str, expressions: tuple[TimeExpression, ...], published: Day | None
) -> tuple[Frame, ...]:
    """Return one frame for every expression, or for the two that an interval joins, ascending."""
    del published  # lengths of time are reckoned where they are found
    made: list[Frame] = []
    place = 0
    while place < len(expressions):
        first = expressions[place]
        second = expressions[place + 1] if place + 1 < len(expressions) else None
        joined = _joined(text, first, second)
        if joined is not None:
            made.append(joined)
            place += 2
            continue
        relation, end = "at", first.end
        for name, pattern in _PARTICLES:
            after = pattern.match(text, first.end)
            if after is not None:
                relation, end = name, after.end()
                break
        made.append(Frame(first.start, end, relation, first.day, (first,)))
        place += 1
    return tuple(made)


def _joined(text: str, first: TimeExpression, second: TimeExpression | None) -> Frame | None:
    if second is None or first.day is None or second.day is None or second.start < first.end:
        return None
    if first.kind != "date" or second.kind != "date":
        return None
    if not _BETWEEN.fullmatch(text[first.end : second.start]):
        return None
    begins, ends = first.day.earliest, second.day.latest
    if begins is None or ends is None or begins > ends or not isinstance(begins, dt.date):
        return None
    after = re.compile(r"까지").match(text, second.end)
    end = after.end() if after else second.end
    return Frame(first.start, end, "between", Day.between(first.day, second.day), (first, second))
