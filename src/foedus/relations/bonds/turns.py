"""When two actors' votes drew together or apart, and when events between them grew or fell.

`measures.change_points` over whole series: every place and number of changes is weighed, so nothing
is picked out of many comparisons. The answer is an interval of days and a size with its interval.

Limits. Levels are taken for constant between changes, and what is around them for independent: a
slow drift comes out as several steps. The spread is that between years (sessions, months), which
holds the error of each estimate and more. Alliances have no such spread, nothing of them is looked
for here.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, part_of
from foedus.relations.measures.levels.changes import Changes, change_points
from foedus.relations.measures.levels.level_bands import level_band
from foedus.relations.series.periods import periods

__all__ = ["CLASSES", "LEAST_MONTHS", "event_turns", "months_of", "point_turns", "vote_turns"]

LEAST_YEARS, LEAST_MONTHS = 5, 12
"""Shorter series are not searched: they say nothing of their own spread."""
CLASSES = {
    "cooperation": ("verbal_cooperation", "material_cooperation"),
    "conflict": ("verbal_conflict", "material_conflict"),
}
"""The two series of a store, and the classes of events that each sums."""
Row = Mapping[str, Any]
_DAY = dt.timedelta(days=1)

_TURNS = {
    "series": pa.string(),
    "model": pa.string(),
    "periods": pa.int32(),
    "from": pa.date32(),
    "to": pa.date32(),
    "probability": pa.float64(),
    "changes": pa.int32(),
    "change": pa.int32(),
    "within": pa.float64(),
    "earliest": pa.date32(),
    "latest": pa.date32(),
    "effect": pa.float64(),
    "effect_low": pa.float64(),
    "effect_high": pa.float64(),
}
_LEVELS = {
    "store": pa.string(),
    "series": pa.string(),
    "begins": pa.date32(),
    "ends": pa.date32(),
    "level": pa.float64(),
    "low": pa.float64(),
    "high": pa.float64(),
}


def vote_turns(
    one: Line, other: Line, points: Part, similarity: Part, first: dt.date, last: dt.date
) -> Part:
    """Return when two actors' votes changed towards each other, one row per series and change.

    `series` is "ideal_points", the ideal point of the one less that of the other, session by
    session, or "vote_similarity", their S by calendar year; both over the whole years from `first`
    to `last`. `periods` of them have a value, `from` and `to` are the first and the last such day.
    `probability` is the chance that there was any change at all; `changes` the likeliest number,
    and where that is 0 one row tells of a supposed one. `earliest` and `latest` are the ends of the
    shortest run of years that holds the first of the new level with 90 %, `within` the chance of a
    change in them whatever their number. `effect` is new level minus old, its posterior median,
    with the 5 % and 95 % quantiles. A series of fewer than five values, or of one value throughout,
    has no row.
    """
    years = range(first.year, last.year + 1)
    gaps = _gaps_in_points(points, one, other)
    alike = {
        row["year"]: row["s_absolute"]
        for row in similarity.to_pylist()
        if row["other"] == other.actor and similarity.covered(row["year"])
    }
    rows = [
        row
        for name, series in (("ideal_points", gaps), ("vote_similarity", alike))
        for row in _year_rows(name, {y: v for y, v in series.items() if y in years})
    ]
    return part_of("vote_turns", _TURNS, rows, (*points.sources, *similarity.sources))


def point_turns(one: Line, other: Line, points: Part, first: dt.date, last: dt.date) -> Part:
    """Return when two actors' ideal points drew together or apart, rows as in `vote_turns`."""
    years = range(first.year, last.year + 1)
    gaps = {year: gap for year, gap in _gaps_in_points(points, one, other).items() if year in years}
    return part_of("point_turns", _TURNS, _year_rows("ideal_points", gaps), points.sources)


def _gaps_in_points(points: Part, one: Line, other: Line) -> dict[int, float]:
    rows = points.to_pylist()
    mine, theirs = (
        {row["year"]: row["point"] for row in rows if row["actor"] in line.actors}
        for line in (one, other)
    )
    return {year: mine[year] - theirs[year] for year in mine.keys() & theirs.keys()}


def _year_rows(name: str, series: Mapping[int, float | None]) -> Iterator[dict[str, Any]]:
    known = {year: value for year, value in series.items() if value is not None}
    if len(known) < LEAST_YEARS or len(set(known.values())) == 1:
        return
    years = range(min(known), max(known) + 1)
    values = np.array([known.get(year, np.nan) for year in years])
    found = change_points(values, family="normal")
    spans = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years]
    yield from _rows(name, found, spans, len(known))


def _rows(
    name: str, found: Changes, spans: Sequence[tuple[dt.date, dt.date]], periods: int
) -> Iterator[dict[str, Any]]:
    for number, change in enumerate(found.supposing(max(found.number, 1)), 1):
        yield {
            "series": name,
            "model": found.family,
            "periods": periods,
            "from": spans[0][0],
            "to": spans[-1][1],
            "probability": 1 - found.no_change,
            "changes": found.number,
            "change": number,
            "within": change.probability,
            "earliest": spans[change.first][0],
            "latest": spans[change.last][1],
            "effect": change.effect,
            "effect_low": change.effect_low,
            "effect_high": change.effect_high,
        }


# --- Events -------------------------------------------------------------------------------------


def event_turns(events: Part, first: dt.date, last: dt.date) -> tuple[Part, Part]:
    """Return when the rate of events between the two changed, and its level month by month.

    First rows as in `vote_turns`, by `store`: `series` is "cooperation" or "conflict", counted by
    month against all that the store read in the month, so that a store that reads more news is no
    change; `effect` is the new rate over the old. Then one row per store, series and covered month:
    the `level` its count lies around, in events of that month, the mean over all segmentations
    (`measures.level_band`), with the 5 % and 95 % quantiles. A store of fewer than twelve covered
    months has no row, nor has a series without an event.
    """
    turns, levels = list[dict[str, Any]](), list[dict[str, Any]]()
    for source in events.held:
        months = months_of(events, source.dataset, first, last)
        if len(months) < LEAST_MONTHS:
            continue
        spans, volumes = _without_holes(months)
        for series, classes in CLASSES.items():
            counts = np.full(len(spans), np.nan)
            for month in months:
                counts[spans.index((month["begins"], month["ends"]))] = sum(
                    month[name] for name in classes
                )
            counts[volumes == 0] = np.nan
            if not np.nansum(counts):
                continue
            found = change_points(counts, volumes, family="counts")
            own = {"store": source.dataset, "series": series}
            turns += [row | own for row in _rows(series, found, spans, len(found.covered))]
            levels += [row | own for row in _level_rows(found, spans, volumes)]
    return (
        part_of("event_turns", {"store": pa.string(), **_TURNS}, turns, events.sources),
        part_of("event_levels", _LEVELS, levels, events.sources),
    )


def _without_holes(
    months: Sequence[Row],
) -> tuple[list[tuple[dt.date, dt.date]], NDArray[np.float64]]:
    """Return every month from the first to the last, and what the store read in each, mean one."""
    read = {month["begins"]: float(month["store_events"]) for month in months}
    begins = list(periods(months[0]["begins"], months[-1]["ends"], "month"))
    after = [*begins[1:], months[-1]["ends"] + _DAY]
    volumes = np.array([read.get(day, 0.0) for day in begins])
    spans = [(day, then - _DAY) for day, then in zip(begins, after, strict=True)]
    return spans, volumes / volumes[volumes > 0].mean() if volumes.any() else volumes


def _level_rows(
    found: Changes, spans: Sequence[tuple[dt.date, dt.date]], volumes: NDArray[np.float64]
) -> Iterator[dict[str, Any]]:
    band = level_band(found)
    for at, index in enumerate(band.periods.tolist()):
        yield {
            "begins": spans[index][0],
            "ends": spans[index][1],
            "level": float(band.mean[at] * volumes[index]),
            "low": float(band.low[at] * volumes[index]),
            "high": float(band.high[at] * volumes[index]),
        }


def months_of(events: Part, store: str, first: dt.date, last: dt.date) -> list[dict[str, Any]]:
    """Return the covered months of a store, summed over the states of a line that follow on.

    `store_events` is what the store read in all, which is the same for each of them.
    """
    found: dict[dt.date, dict[str, Any]] = {}
    for row in events.to_pylist():
        if row["store"] != store or not (row["coverage"] or 0) > 0:
            continue
        if not first <= row["begins"] <= last:
            continue
        month = found.setdefault(
            row["begins"],
            {
                "begins": row["begins"],
                "ends": row["ends"],
                "store_events": row["store_events"] or 0,
                **dict.fromkeys(_SUMMED, 0),
            },
        )
        for name in _SUMMED:
            month[name] += row[name] or 0
    return [found[month] for month in sorted(found)]


_SUMMED = (
    "events",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "unclassed",
    "scored_events",
    "goldstein_sum",
)
