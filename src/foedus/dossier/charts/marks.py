"""The few marks that several charts share, so that they look alike everywhere."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import altair as alt

from foedus.dossier.charts.theme import HATCH, LIGHT

__all__ = [
    "OWN_FILL",
    "OWN_STROKE",
    "Layers",
    "across",
    "chart_of",
    "coloured",
    "instant",
    "next_month",
    "not_covered",
    "stroked",
    "time_axis",
    "uncovered_runs",
    "x2_at",
    "x_at",
    "y2_at",
    "y2_of",
    "y_at",
]


x_at: Callable[[float], Any] = alt.XValue
x2_at: Callable[[float], Any] = alt.X2Value
y_at: Callable[[float], Any] = alt.YValue
y2_at: Callable[[float], Any] = alt.Y2Value
"""Places in pixels. `alt.value` says the same, and Altair takes long to find out where it goes."""
y2_of: Callable[[float], Any] = alt.Y2Datum
"""A place on the scale of `y`."""
coloured: Callable[[str], Any] = alt.ColorValue
stroked: Callable[[str], Any] = alt.StrokeValue
"""One colour for all marks."""
Layers = alt.LayerChart | alt.FacetChart
"""Marks laid over one another."""
OWN_FILL = alt.Fill(field="fill", type="nominal", scale=None, legend=None)
OWN_STROKE = alt.Stroke(field="stroke", type="nominal", scale=None, legend=None)
"""Colours that stand in the data, as they are."""


def chart_of(values: Sequence[dict[str, Any]]) -> alt.Chart:
    """Return a chart over inline values."""
    # Altair copies a chart at every step, lists with all that is in them; a tuple it lets be.
    return alt.Chart(alt.InlineData(values=tuple(values)))


def instant(date: dt.date) -> int:
    """Return a date in milliseconds since 1970, in UTC, as the charts' time scales count.

    Dates written as text would be read in the time zone of whoever looks, and Vega-Lite finds a
    date scale's two ends in conflict wherever a mark has a beginning and an end.
    """
    return (date - dt.date(1970, 1, 1)).days * 86_400_000


def across(first: dt.date, last: dt.date) -> alt.Scale:
    """Return the time scale from `first` to `last`."""
    return alt.Scale(domain=[instant(first), instant(last)], nice=False, zero=False)


def next_month(month: dt.date) -> dt.date:
    """Return the first day of the month after."""
    return dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)


def uncovered_runs(
    stretches: Iterable[tuple[dt.date, dt.date, bool]],
) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return what is not covered as runs (first day, day after the last) of adjoining stretches."""
    runs: list[tuple[dt.date, dt.date]] = []
    for begins, ends, covered in stretches:
        if covered:
            continue
        if runs and runs[-1][1] == begins:
            runs[-1] = (runs[-1][0], ends)
        else:
            runs.append((begins, ends))
    return tuple(runs)


def not_covered(
    runs: Sequence[tuple[float, float]], words: str, x: Any, height: float
) -> list[alt.Chart]:
    """Return hatched bands over what nobody covers, the words on the widest."""
    if not runs:
        return []
    values = [{"from": start, "to": end} for start, end in runs]
    bands = (
        chart_of(values)
        .mark_rect(fill=HATCH, stroke=LIGHT["hair"])
        .encode(x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(height))
    )
    widest = max(values, key=lambda run: run["to"] - run["from"])
    label = (
        chart_of([{**widest, "words": words}])
        .mark_text(
            align="left", baseline="top", dx=4, dy=4, fontSize=12.5, color=LIGHT["ink2"], clip=False
        )
        .encode(x=x, y=y_at(0), text=alt.Text("words:N"))
    )
    return [bands, label]


def time_axis(first: dt.date, last: dt.date, width: float, **look: Any) -> alt.Axis:
    """Return a time axis from `first` to `last`: years where they fit, months where years are few.

    Ticks stand on a 1 January or the first of a month, about every 50 pixels, so that no label
    repeats the one before it.
    """
    years = (last - first).days / 365.25
    if years > 4:
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if years / s * 50 <= width or s == 100)
        dates = [dt.date(y, 1, 1) for y in range(first.year, last.year + 1) if y % step == 0]
        form = "%Y"
    else:
        step = next(s for s in (1, 2, 3, 6, 12) if years * 12 / s * 50 <= width or s == 12)
        dates = [
            dt.date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13, step)
        ]
        form = "%m/%y" if step < 12 else "%Y"
    shown = [instant(date) for date in dates if first <= date <= last]
    label = f"utcFormat(datum.value, '{form}')"
    return alt.Axis(labelExpr=label, values=shown, title=None, **look)
