"""What the words around a temporal expression make of it: since, until, before, from and to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.reading.reading import TimeExpression
from foedus.reading.times.values import earlier_by
from foedus.reading.times.words import Anchor, Found, TimeLanguage

__all__ = ["Frame", "framed"]


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """An expression, or the two ends of an interval, with the preposition that opens it.

    `relation` is since, from, until, before, after, during, about, of, at (no preposition), between
    (two ends) or elapsed (a length of time reckoned from an event: "nearly three years after").
    `day` is the day of the expression, the interval of both ends, or the beginning of the length of
    time up to publication ("depuis trois ans"; "trois ans après" only where it opens a sentence);
    None when it cannot be resolved. `start` and `end`
    take in the preposition, `expressions` are the bare ones, in order.
    """

    start: int
    end: int
    relation: str
    day: Day | None
    expressions: tuple[TimeExpression, ...]


def framed(
    calendar: TimeLanguage,
    text: str,
    expressions: tuple[TimeExpression, ...],
    published: Day | None,
) -> tuple[Frame, ...]:
    """Return one frame for every expression, or for the two that an interval joins, ascending."""
    return tuple(_frames(text, expressions, calendar, published))


def _frames(
    text: str,
    expressions: tuple[TimeExpression, ...],
    calendar: TimeLanguage,
    published: Day | None,
) -> Iterator[Frame]:
    waiting = list(expressions)
    while waiting:
        first = waiting.pop(0)
        joined = _joined(text, first, waiting[0], calendar) if waiting else None
        if joined is not None:
            waiting.pop(0)
            yield joined
        else:
            yield _framed(text, first, calendar, published)


def _joined(
    text: str, first: TimeExpression, second: TimeExpression, calendar: TimeLanguage
) -> Frame | None:
    if first.kind != "date" or second.kind != "date" or first.day is None or second.day is None:
        return None
    between = text[first.end : second.start]
    for opening, middle in calendar.joins:
        opened = opening.search(_window(text, first.start))
        if opened and middle.fullmatch(between):
            try:
                day = Day.between(first.day, second.day)
            except ValueError:
                return None
            start = first.start - len(opened[0])
            return Frame(start, second.end, "between", day, (first, second))
    return None


def _framed(
    text: str, expression: TimeExpression, calendar: TimeLanguage, published: Day | None
) -> Frame:
    window = _window(text, expression.start)
    relation, start = "at", expression.start
    for name, opening in calendar.before:
        opened = opening.search(window)
        if opened and expression.start - len(opened[0]) < start:
            relation, start = name, expression.start - len(opened[0])
            break
    day, end = expression.day, expression.end
    if expression.kind == "duration":
        after = calendar.elapsed.match(text, expression.end)
        if after:
            relation, end = "elapsed", after.end()
        if relation == "since" or (relation == "elapsed" and _opens_sentence(window)):
            day = _beginning(text, expression, calendar, published)
    return Frame(start, end, relation, day, (expression,))


def _opens_sentence(window: str) -> bool:
    """Whether it opens its sentence, so that it is reckoned up to the day of writing."""
    return re.search(r"(?:^|[.!?:»”]|  )\s*$", window) is not None


def _beginning(
    text: str, expression: TimeExpression, calendar: TimeLanguage, published: Day | None
) -> Day | None:
    """The day a length of time up to publication began; None when its length is vague."""
    words = text[expression.start : expression.end]
    for rule in calendar.rules["unit"]:
        match = rule.pattern.fullmatch(words) if rule.kind == "duration" else None
        if match is None:
            continue
        found = Found(match, calendar)
        if found.count is not None and found.unit is not None:
            return earlier_by(found.count, found.unit, Anchor(published))
    return None


def _window(text: str, start: int) -> str:
    """The words before an expression on its own line, enough for any preposition."""
    line = text.rfind("\n\n", 0, start) + 2
    return re.sub(r"[\n\xa0]", " ", text[max(0, start - 32, line if line > 1 else 0) : start])
