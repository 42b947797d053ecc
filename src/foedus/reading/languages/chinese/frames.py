"""What the words around an expression of time make of it: 自…以来, …之前, 从…到…, 三年后."""

import re
from collections.abc import Iterator

from foedus.evidence import Day
from foedus.reading.languages.chinese.calendar import KINDS
from foedus.reading.languages.chinese.characters import simplified
from foedus.reading.languages.chinese.values import beginning
from foedus.reading.reading import TimeExpression
from foedus.reading.times.frames import Frame

__all__ = ["frames"]

_AFTER = (
    ("since", re.compile(r"(?:以来|起(?!草|诉|飞|义|源)|至今|开始|来(?![自到访源]))")),
    ("before", re.compile(r"(?:之|以)?前(?!夕|往|线|进|总)")),
    ("elapsed", re.compile(r"(?:之|以)?后(?!果)")),
    ("during", re.compile(r"(?:期间|间(?!谍)|内(?!部|阁|政)|里|中(?![国方俄美]))")),
)
_BEFORE = (
    ("since", re.compile(r"(?:自从|自打|从|自|始于)$")),
    ("until", re.compile(r"(?:截至|截止|直到|直至|到|至)$")),
    ("during", re.compile(r"(?:在|于|当)$")),
    ("about", re.compile(r"(?:约|大约)$")),
)
# The day of a dateline is that of the report, not of what it tells.
_DATELINE = re.compile(r"[电讯](?![话视报台子力邮])")
# "24年来首次" reckons back, and dates nothing.
_FIRST = re.compile(r"(?:的)?(?:首|第一|最|头一)")
_JOIN = re.compile(r"\s*(?:至|到|—|-|–|~|～)\s*")


def frames(
    text: str, expressions: tuple[TimeExpression, ...], published: Day | None
) -> tuple[Frame, ...]:
    """Return one frame for every expression, or for the two that an interval joins, ascending."""
    return tuple(_framed(simplified(text), expressions, published))


def _framed(
    text: str, expressions: tuple[TimeExpression, ...], published: Day | None
) -> Iterator[Frame]:
    place = 0
    while place < len(expressions):
        first = expressions[place]
        second = expressions[place + 1] if place + 1 < len(expressions) else None
        joined = _joined(text, first, second) if second is not None else None
        if joined is not None:
            yield joined
            place += 2
            continue
        yield _alone(text, first, published)
        place += 1


def _joined(text: str, first: TimeExpression, second: TimeExpression) -> Frame | None:
    if first.day is None or second.day is None or second.start - first.end > 4:
        return None
    if not _JOIN.fullmatch(text, first.end, second.start):
        return None
    try:
        day = Day.between(first.day, second.day)
    except ValueError:
        return None
    return Frame(first.start, second.end, "between", day, (first, second))


def _alone(text: str, expression: TimeExpression, published: Day | None) -> Frame:
    start, end, day = expression.start, expression.end, expression.day
    relation = "at"
    window = text[max(0, start - 3) : start]
    for name, pattern in _BEFORE:
        opened = pattern.search(window)
        if opened:
            relation, start = name, start - len(opened[0])
            break
    after = next(((n, m) for n, p in _AFTER if (m := p.match(text, expression.end))), None)
    if after is not None:
        name, match = after
        if name == "elapsed" and expression.kind != "duration":
            name = "after"
        if not (name == "since" and match[0] == "来" and expression.kind != "duration"):
            relation, end = name, match.end()
    if _DATELINE.match(text, expression.end):
        relation = "elapsed"
    if relation == "since" and _FIRST.match(text, end):
        relation = "elapsed"
    if relation == "since" and expression.kind == "duration":
        day = _since(text, expression, published)
    return Frame(start, end, relation, day, (expression,))


def _since(text: str, expression: TimeExpression, published: Day | None) -> Day | None:
    """The day a length of time up to publication began."""
    match = KINDS["length"].match(text, expression.start)
    if match is None or published is None or not published.is_exact:
        return None
    try:
        return beginning(match, published.earliest)
    except (ValueError, OverflowError):
        return None
