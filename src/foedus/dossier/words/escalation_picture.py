"""An escalation drawn: the index as a band, and below it each part that anybody covers."""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np

from foedus.dossier.blocks import Data
from foedus.dossier.figures import Counts, Curve, Curves, Panel, Reading, Stack, Stretch
from foedus.dossier.words.escalations import EscalationWords
from foedus.relations.calendar import last_of_month
from foedus.repercussions.escalation.parts import PartSeries

__all__ = ["escalation_panels", "escalation_rows", "escalation_stack"]

_DAY = dt.timedelta(days=1)


def escalation_stack(said: EscalationWords, *, titled: bool = True) -> Stack:
    """Return the index over its parts, on one clock; without a title where a figure has it."""
    words = said.words
    one, other = said.names()
    title = words.text("escalation.figure", one=one, other=other)
    drawn = [each for each in said.found.series if _has(each)]
    sources = words.listed(tuple(dict.fromkeys(each.version or "" for each in drawn)))
    return Stack(
        title=title if titled else "",
        panels=tuple(escalation_panels(said)),
        begins=said.found.months[0],
        ends=last_of_month(said.found.months[-1]),
        seams=(),
        source=words.text("escalation.figure_source", sources=sources or "—"),
        describes=title,
    )


def escalation_panels(said: EscalationWords) -> Iterator[Panel]:
    """Yield the index where a part is known, then every part recorded in some month."""
    found = said.found
    begins, ends = found.months[0], last_of_month(found.months[-1])
    if found.known:
        yield _index_panel(said, begins, ends)
    for each in found.series:
        if _has(each):
            yield _part_panel(said, each, begins, ends)


def _index_panel(said: EscalationWords, begins: dt.date, ends: dt.date) -> Panel:
    found, words = said.found, said.words
    title = words.text("escalation.figure_index")
    middle = [None if np.isnan(one) else one for one in found.index.middle.tolist()]
    ranges = zip(found.index.low.tolist(), found.index.high.tolist(), strict=True)
    readings = tuple(
        Reading(month, last_of_month(month) + _DAY, value, low, high)
        for month, value, (low, high) in zip(found.months, middle, ranges, strict=True)
    )
    return Panel(
        title,
        words.text("escalation.figure_index_subtitle"),
        Curves(
            curves=(Curve(words.text("escalation.figure_line"), 0, readings),),
            low=0.0,
            high=1.0,
            begins=begins,
            ends=ends,
            stretches=tuple(_uncovered(said, middle)),
            describes=title,
        ),
    )


def _has(series: PartSeries) -> bool:
    return any(series.values) or bool(series.seen)


def _part_panel(said: EscalationWords, series: PartSeries, begins: dt.date, ends: dt.date) -> Panel:
    words = said.words
    seen = dict(series.seen)
    readings = []
    for month, value in zip(said.found.months, series.values, strict=True):
        recorded = value if value is not None else seen.get(12 * month.year + month.month - 1)
        if recorded is not None:
            readings.append(Reading(month, last_of_month(month) + _DAY, recorded))
    title = said.part(series)
    unit = series.part.unit.said(words.language)
    return Panel(
        title,
        words.text("escalation.figure_part_subtitle", unit=unit),
        Counts(
            up=tuple(readings),
            begins=begins,
            ends=ends,
            stretches=tuple(_uncovered(said, series.values)),
            describes=title,
        ),
    )


def _uncovered(said: EscalationWords, values: Iterable[float | None]) -> Iterator[Stretch]:
    words = said.words.text("escalation.uncovered")
    run: list[dt.date] = []
    for month, value in zip(said.found.months, values, strict=True):
        if value is None:
            run.append(month)
        elif run:
            yield Stretch(run[0], last_of_month(run[-1]), words)
            run = []
    if run:
        yield Stretch(run[0], last_of_month(run[-1]), words)


def escalation_rows(said: EscalationWords) -> Data:
    """Return one row per month: the index with its range, and every part; None where unknown."""
    found = said.found
    keys = tuple(each.part.key for each in found.series)
    middle = [None if np.isnan(one) else one for one in found.index.middle.tolist()]
    columns = zip(
        found.months,
        found.index.low.tolist(),
        middle,
        found.index.high.tolist(),
        found.index.known.tolist(),
        *(each.values for each in found.series),
        strict=True,
    )
    return Data(("month", "low", "middle", "high", "known", *keys), tuple(columns))
