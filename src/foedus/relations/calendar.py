"""Months and years as tables, and how much of each a declared coverage holds."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from foedus.evidence import Day
from foedus.sources.case import Coverage

__all__ = ["covered_share", "covered_years", "dyads_of", "last_of_month", "months_of", "years_of"]


def months_of(period: Day) -> tuple[dt.date, ...]:
    """Return the first day of every month that begins or runs in `period`.

    Raises ValueError when the period is open on a side: a series needs a beginning and an end.
    """
    first, last = _closed(period)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(
        dt.date(first.year + month // 12, month % 12 + 1, 1)
        for month in range(first.month - 1, first.month - 1 + count)
    )


def years_of(period: Day) -> tuple[int, ...]:
    """Return every calendar year with a day in `period`; raises ValueError when it is open."""
    first, last = _closed(period)
    return tuple(range(first.year, last.year + 1))


def dyads_of(coverage: Coverage) -> tuple[tuple[str, str], ...]:
    """Return the undirected dyads, ids sorted, among the actors a coverage names."""
    actors = sorted(set(coverage.actors))
    return tuple((one, two) for i, one in enumerate(actors) for two in actors[i + 1 :])


def covered_share(spells: Sequence[Day], first: dt.date, last: dt.date) -> float:
    """Return the share of the days from `first` to `last` that lie in all of `spells`, 0 to 1.

    Ends known only to a month or a year are taken at their outer days, as EDTF defines an interval;
    an open end covers everything on its side.
    """
    start = max([first, *(spell.earliest for spell in spells if spell.earliest)])
    end = min([last, *(spell.latest for spell in spells if spell.latest)])
    return max((end - start).days + 1, 0) / ((last - first).days + 1)


def covered_years(coverage: Sequence[Coverage], period: Day) -> Table:
    """Return one row per coverage, dyad and year of `period`: `series`, …, `exposure`.

    `exposure` is the share of the year that the coverage holds, 0 outside it; a coverage reaches no
    further than `period` does.
    """
    schema = pa.schema(
        {
            "series": pa.string(),
            "event_type": pa.string(),
            "mode": pa.string(),
            "dyad": pa.string(),
            "member": pa.string(),
            "partner": pa.string(),
            "year": pa.int64(),
            "exposure": pa.float64(),
        }
    )
    rows = [row for each in coverage for row in _years_covered(each, period)]
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


def _years_covered(coverage: Coverage, period: Day) -> Iterator[dict[str, object]]:
    for member, partner in dyads_of(coverage):
        for year in years_of(period):
            first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
            share = covered_share((coverage.spell, period), first, last)
            yield {
                "series": coverage.what,
                "event_type": coverage.event_type,
                "mode": coverage.mode,
                "dyad": f"{member}-{partner}",
                "member": member,
                "partner": partner,
                "year": year,
                "exposure": share,
            }


def last_of_month(first: dt.date) -> dt.date:
    """Return the last day of the month that begins on `first`."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _closed(period: Day) -> tuple[dt.date, dt.date]:
    if period.earliest is None or period.latest is None:
        raise ValueError(f"the period '{period}' is open; a series needs a first and a last day")
    return period.earliest, period.latest
