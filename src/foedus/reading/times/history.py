"""Whether a text tells of the past, and of when: its dates then go on from one another."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from foedus.evidence import Day
from foedus.reading.reading import TimeExpression

__all__ = ["is_history", "set_in"]

_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_FROM_PUBLICATION = ("weekday", "deictic", "clock", "shift", "distance")
_FINE = ("day", "month", "season")
# Years before publication from which on a text tells of the past.
_PAST = 10
_MOST = 2 / 3


def is_history(rules: Iterable[str], years: Sequence[int], published: Day | None) -> bool:
    """Return whether a text tells of the past: most years in it are long before publication.

    Nothing in such a text is reckoned from its publication. `rules` name how its expressions are
    reckoned, `years` are those it writes out.
    """
    if any(name in _FROM_PUBLICATION for name in rules):
        return False
    return _are_past(years, published)


def _are_past(years: Sequence[int], published: Day | None) -> bool:
    if published is None or published.earliest is None:
        return bool(years)
    old = [year for year in years if year <= published.earliest.year - _PAST]
    return len(years) > 1 and len(old) >= _MOST * len(years)


def set_in(
    text: str, expressions: Sequence[TimeExpression], published: Day | None
) -> dt.date | None:
    """Return the day a text is set in: its publication, or the middle of the past it tells of."""
    written = [
        one
        for one in expressions
        if one.day is not None and one.day.earliest and _YEAR.search(text, one.start, one.end)
    ]
    years = [one.day.earliest.year for one in written if one.day and one.day.earliest]
    rules = [(one.rule or "").rpartition(" ")[2] for one in expressions if one.day is not None]
    on = published.earliest if published is not None else None
    if not years or not is_history(rules, years, published):
        return on
    fine = [one.day for one in written if one.day and one.day.precision in _FINE]
    days = sorted(day.earliest for day in fine if day.earliest)
    days = days or sorted(one.day.earliest for one in written if one.day and one.day.earliest)
    return days[len(days) // 2]
