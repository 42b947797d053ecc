"""Counts through time as bars on the clock of a stack: up for one direction, down for the other.

What nobody covers is hatched, a change is a purple band, the level a grey step with its interval.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    OWN_FILL,
    chart_of,
    instant,
    y2_of,
)
from foedus.dossier.charts.spans import stretches, turns
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import Counts, Reading

__all__ = ["count_layers"]

_DAY = dt.timedelta(days=1)
COUNTED = "format(abs(datum.value), ',d')"
"""A count is one below the line too."""


def count_layers(counts: Counts, x: alt.X, width: float, height: float) -> Iterator[alt.Chart]:
    """Yield the marks of these counts, from back to front."""
    top, bottom = (
        max([0, *(each.value or 0 for each in bars), *(each.high or 0 for each in levels)])
        for bars, levels in zip((counts.up, counts.down), counts.levels, strict=True)
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[-bottom, max(top, 1)], nice=False),
        axis=alt.Axis(
            title=None, values=_whole(-bottom, max(top, 1)), labelExpr=COUNTED, grid=True
        ),
    )
    yield from stretches(counts.stretches, counts, x, width, height)
    yield from turns(counts.turns, counts, x, width, height)
    zero = chart_of([{"value": 0}]).mark_rule(color=LIGHT["ink3"], strokeWidth=1)
    yield zero.encode(y=y)
    pale = bool(counts.up_done or counts.down_done)
    rows = [
        *_bar_rows(counts, counts.up, 1, "coop2" if pale else "coop"),
        *_bar_rows(counts, counts.down, -1, "softc" if pale else "conf"),
        *_bar_rows(counts, counts.up_done, 1, "coop"),
        *_bar_rows(counts, counts.down_done, -1, "conf"),
    ]
    if rows:
        bars = chart_of(rows).mark_rect()
        yield bars.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=y2_of(0), fill=OWN_FILL)
    yield from _levels(counts, x, y)
    quiet = [
        {"from": instant(each.begins + (each.ends - each.begins) / 2), "value": 0}
        for each in counts.up
        if each.value == 0 and each.begins >= counts.begins and each.ends <= counts.ends + _DAY
    ]
    if quiet:
        dots = chart_of(quiet).mark_point(size=9, filled=True, color=LIGHT["ink3"], opacity=1)
        yield dots.encode(x=x, y=y)


def _bar_rows(
    counts: Counts, readings: Sequence[Reading], sign: int, colour: str
) -> Iterator[dict[str, Any]]:
    for each in readings:
        if each.value and each.begins >= counts.begins and each.ends <= counts.ends + _DAY:
            edge = (each.ends - each.begins) / 8
            yield {
                "from": instant(each.begins + edge),
                "to": instant(each.ends - edge),
                "value": sign * each.value,
                "fill": LIGHT[colour],
            }


def _levels(counts: Counts, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """Yield what the counts lie around, a grey step with its interval, on either side of zero."""
    values = [
        {
            "from": instant(each.begins),
            "to": instant(each.ends),
            "value": sign * each.value,
            "low": sign * each.low,
            "high": sign * each.high,
        }
        for sign, readings in zip((1, -1), counts.levels, strict=True)
        for each in readings
        if each.value is not None and each.low is not None and each.high is not None
    ]
    if values:
        band = chart_of(values).mark_rect(fill=LIGHT["ink3"], opacity=0.28)
        yield band.encode(x=x, x2=alt.X2("to:Q"), y=alt.Y("low:Q", title=None), y2=alt.Y2("high:Q"))
        step = chart_of(values).mark_rule(color=LIGHT["ink"], strokeWidth=1)
        yield step.encode(x=x, x2=alt.X2("to:Q"), y=y)


def _whole(low: float, high: float) -> list[int]:
    """Return a few round numbers from `low` to `high`, nought among them."""
    least, step = (high - low) / 6, 1
    while step < least:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    below = sorted(range(-step, int(low) - 1, -step))
    return [*below, *range(0, int(high) + 1, step)]
