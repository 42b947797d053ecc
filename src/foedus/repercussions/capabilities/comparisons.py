"""What changed in an actor's capabilities after something happened, and what else did then."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.repercussions.capabilities.before_after import (
    RateRatio,
    Step,
    rate_ratio,
    step_in_level,
)
from foedus.repercussions.capabilities.marks import Mark
from foedus.repercussions.capabilities.rivals import Rival
from foedus.repercussions.capabilities.series import CapabilitySeries, Test, reach_of

__all__ = ["DAYS", "YEARS", "Comparison", "test_comparisons", "year_comparisons"]

DAYS = 730
"""Days on each side of a mark in which tests are counted, at most."""
LEAST_DAYS = 90
LEAST_EVENTS = 5
YEARS = 5
"""Years on each side of a mark whose levels are compared, at most."""
_QUARTER = 91
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One series before and after one mark.

    `measure` is the key of the series; `first` to `last` what was looked at, both sides together.
    `found` is the ratio of rates or the step of levels, None where it is refused, with `refused`
    saying why in English. `rivals` is what else happened from `first` to `last`, `silent` the
    datasets that cannot tell.
    """

    mark: Mark
    measure: str
    first: dt.date
    last: dt.date
    found: RateRatio | Step | None
    refused: str = ""
    rivals: tuple[Rival, ...] = ()
    silent: tuple[str, ...] = ()


def test_comparisons(
    tests: Sequence[Test], begins: dt.date, marks: Sequence[Mark]
) -> Iterator[Comparison]:
    """Yield, for each mark, days with a launch and missiles flown before and after it.

    Counted over as many days on each side, up to two years, as the list covers from `begins` to its
    last test. The days of the mark itself are on neither side. A mark so near the end that fewer
    than ninety days are left, or with fewer than five events on both sides together, is refused.
    """
    reach = reach_of(tests)
    for mark in marks:
        if reach is None:
            continue
        days_before = min(DAYS, (mark.earliest - begins).days)
        days_after = min(DAYS, (reach - mark.latest).days)
        if days_before < LEAST_DAYS:
            continue
        first = mark.earliest - dt.timedelta(days=days_before)
        last = mark.latest + dt.timedelta(days=max(days_after, 0))
        for measure in ("launch_days", "missiles"):
            if days_after < LEAST_DAYS:
                why = f"the list of tests ends on {reach}, {max(days_after, 0)} days after it"
                yield Comparison(mark, measure, first, last, None, why)
                continue
            happened = _happened(tests, measure)
            before = [day for day in happened if first <= day < mark.earliest]
            after = [day for day in happened if mark.latest < day <= last]
            if len(before) + len(after) < LEAST_EVENTS:
                why = f"{len(before) + len(after)} on both sides together"
                yield Comparison(mark, measure, first, last, None, why)
                continue
            found = rate_ratio(
                len(before),
                days_before,
                len(after),
                days_after,
                per_period=(
                    _per_quarter(before, first, days_before),
                    _per_quarter(after, mark.latest + _DAY, days_after),
                ),
            )
            yield Comparison(mark, measure, first, last, found)


def _happened(tests: Sequence[Test], measure: str) -> list[dt.date]:
    if measure == "missiles":
        return [one.earliest for one in tests]
    return sorted({one.earliest for one in tests})


def _per_quarter(days: Sequence[dt.date], first: dt.date, length: int) -> list[int]:
    counts = [0] * max(length // _QUARTER, 1)
    for day in days:
        place = (day - first).days // _QUARTER
        if place < len(counts):
            counts[place] += 1
    return counts


def year_comparisons(
    series: Sequence[CapabilitySeries], marks: Sequence[Mark]
) -> Iterator[Comparison]:
    """Yield, for each mark and yearly series with a value, its level before and after.

    Up to five years on each side; the years the mark itself may fall in are on neither. A series
    with fewer than three years on a side is refused.
    """
    for mark in marks:
        start, end = mark.earliest.year, mark.latest.year
        for each in series:
            if each.kind.counted or not each.kind.compared or not each.known:
                continue
            years = [
                year
                for year in range(start - YEARS, end + YEARS + 1)
                if not start <= year <= end and each.values.get(year) is not None
            ]
            first, last = dt.date(start - YEARS, 1, 1), dt.date(end + YEARS, 12, 31)
            try:
                found = step_in_level(
                    years, [each.known[year] for year in years], [year > end for year in years]
                )
            except ValueError as error:
                yield Comparison(mark, each.kind.key, first, last, None, str(error))
            else:
                yield Comparison(mark, each.kind.key, first, last, found)
