"""When measures were in force, as spans of days: surely, or possibly in years that are not sure."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.repercussions.sanctions.measures import Measure

__all__ = ["MeasureSpan", "spans_of"]

Days = tuple[dt.date, dt.date]
_ONE = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MeasureSpan:
    """Days, the first and the last included, on which some measure was surely or possibly there."""

    first: dt.date
    last: dt.date
    surely: bool


def spans_of(measures: Iterable[Measure], begins: dt.date, ends: dt.date) -> list[MeasureSpan]:
    """Return when at least one of the measures was in force, in order, from `begins` to `ends`.

    A measure whose source ends earlier counts up to that day; one whose beginning nobody gives
    counts nowhere. The turn of a year alone, which two sources of years would make certain, is told
    as possible with the years around it.
    """
    known = [one for one in measures if one.spell.begins is not None]
    surely = _joined(span for one in known if (span := _sure(one, ends)))
    surely = [(first, last) for first, last in surely if last - first > _ONE]
    possibly = _joined(span for one in known if (span := _possible(one, ends)))
    found = [MeasureSpan(*span, True) for span in surely]
    found += [MeasureSpan(*span, False) for span in _less(possibly, surely)]
    inside = (
        MeasureSpan(max(one.first, begins), min(one.last, ends), one.surely)
        for one in found
        if one.first <= ends and one.last >= begins
    )
    return sorted(inside, key=lambda one: one.first)


def _sure(measure: Measure, ends: dt.date) -> Days | None:
    first = measure.spell.begins.latest if measure.spell.begins else None
    until = measure.spell.ends.earliest if measure.spell.ends else None
    last = min(day for day in (until, measure.known_until, ends) if day is not None)
    if measure.spell.ends is not None and until is None:
        return None
    return (first, last) if first is not None and first <= last else None


def _possible(measure: Measure, ends: dt.date) -> Days | None:
    first = measure.spell.begins.earliest if measure.spell.begins else None
    until = measure.spell.ends.latest if measure.spell.ends else None
    last = min(day for day in (until, measure.known_until, ends) if day is not None)
    first = first or dt.date.min
    return (first, last) if first <= last else None


def _joined(spans: Iterable[Days]) -> list[Days]:
    joined: list[Days] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + _ONE:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _less(spans: Sequence[Days], taken: Sequence[Days]) -> list[Days]:
    """Return the days of `spans` that are not in `taken`; both are in order and apart."""
    left: list[Days] = []
    for first, last in spans:
        at = first
        for begins, ends in taken:
            if ends < at or begins > last:
                continue
            if begins > at:
                left.append((at, begins - _ONE))
            at = ends + _ONE
        if at <= last:
            left.append((at, last))
    return left
