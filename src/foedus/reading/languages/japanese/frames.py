"""What the particles after a Japanese expression of time make of it: since, until, from and to."""

import re
from collections.abc import Iterator, Sequence

from foedus.evidence import Day
from foedus.reading.reading import TimeExpression
from foedus.reading.times.frames import Frame

__all__ = ["frames"]

_AFTER = (
    ("since", re.compile(r"(?:以降|以来|以後|から(?!の)|より)")),
    ("until", re.compile(r"(?:の?(?:末|間))?まで(?:に|の)?")),
    ("before", re.compile(r"(?:より|以)?前に?")),
    ("elapsed", re.compile(r"後に?")),
)
_JOIN = re.compile(r"(?:から|[〜～~−–—-]|より|、)")


def frames(
    text: str, expressions: Sequence[TimeExpression], _published: Day | None
) -> tuple[Frame, ...]:
    """Return one frame for every expression, or for the two that an interval joins, ascending."""
    return tuple(_frames(text, expressions))


def _frames(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Frame]:
    place = 0
    while place < len(expressions):
        first = expressions[place]
        second = expressions[place + 1] if place + 1 < len(expressions) else None
        joined = _joined(text, first, second) if second is not None else None
        if joined is not None:
            yield joined
            place += 2
            continue
        yield _framed(text, first)
        place += 1


def _joined(text: str, first: TimeExpression, second: TimeExpression) -> Frame | None:
    if first.day is None or second.day is None or {first.kind, second.kind} != {"date"}:
        return None
    between = text[first.end : second.start]
    closed = text.startswith("まで", second.end) or between in "〜～~−–—-"
    if not _JOIN.fullmatch(between) or not (closed and between != "、"):
        return None
    try:
        day = Day.between(first.day, second.day)
    except ValueError:
        return None
    return Frame(first.start, second.end, "between", day, (first, second))


def _framed(text: str, expression: TimeExpression) -> Frame:
    relation, end = "at", expression.end
    for name, pattern in _AFTER:
        found = pattern.match(text, expression.end)
        if found is not None:
            relation, end = name, found.end()
            break
    return Frame(expression.start, end, relation, expression.day, (expression,))
