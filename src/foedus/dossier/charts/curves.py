"""Lines with bands through time: who stands where, and how similar to whom.

A band is the interval of each value; a line breaks where nothing is known. What nobody covers is
hatched, with the words for it. Each line carries its name at its end, and differs by dash as well
as by colour. A change stands as a purple band with a brace over it.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    across,
    chart_of,
    instant,
    time_axis,
    x_at,
    y_at,
)
from foedus.dossier.charts.spans import APART, counted_letters, room_above, stretches, turns
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import Curve, Curves, Reading

__all__ = ["curve_layers", "curves_chart", "time_x"]

HEIGHT = 260
LEFT, NAMES = 34, 118
"""Pixels for the scale on the left, and for the names of the lines on the right."""
SKIPPED = 1.9
"""A reading so many steps after the one before it has a gap before it."""
_DAY = dt.timedelta(days=1)
COLOURS = ("coop", "conf", "may", "cont", "ink2", "unk", "contF", "link")
DASHES: tuple[list[float], ...] = (
    [],
    [7, 3],
    [2, 2],
    [9, 3, 2, 3],
    [4, 2],
    [1, 3],
    [12, 3],
    [5, 2, 1, 2, 1, 2],
)


def curves_chart(curves: Curves, width: int) -> Layers:
    """Return the lines drawn `width` pixels wide, the scale on the left, the names on the right."""
    names = min(NAMES, counted_letters([curve.name for curve in curves.curves]) + 18)
    across_ = width - LEFT - names
    x = time_x(curves.begins, curves.ends, across_)
    layers = curve_layers(curves, x, across_, HEIGHT if width > 600 else 220)
    return alt.layer(*layers).properties(width=across_, height=HEIGHT if width > 600 else 220)


def time_x(first: dt.date, last: dt.date, width: float, *, labelled: bool = True) -> alt.X:
    """Return the axis of time, with or without the years under it."""
    look: dict[str, Any] = {} if labelled else {"labels": False, "ticks": False, "domain": False}
    axis = time_axis(first, last, width, grid=True, **look)
    return alt.X("from:Q", scale=across(first, last), axis=axis)


def curve_layers(curves: Curves, x: alt.X, width: float, height: float) -> list[alt.Chart]:
    """Return the marks of these lines, from back to front."""
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[curves.low, curves.high], nice=False, zero=False),
        axis=alt.Axis(title=None, tickCount=5, grid=True),
    )
    layers = [*stretches(curves.stretches, curves, x, width, height)]
    layers += turns(curves.turns, curves, x, width, height)
    if curves.low < 0 < curves.high:
        zero = chart_of([{"value": 0}])
        layers.append(zero.mark_rule(color=LIGHT["ink3"], strokeWidth=1).encode(y=y))
    for curve in reversed(curves.curves):
        layers += _band(curve, curves, x, y)
    for curve in reversed(curves.curves):
        layers += _line(curve, curves, x, y)
    layers += _names(curves, x, y, height)
    if curves.above:
        note = chart_of([{"words": curves.above}]).mark_text(
            align="left", baseline="bottom", color=LIGHT["ink3"], fontSize=12, clip=False
        )
        foot = y_at(-5 - room_above(curves.turns, curves, width))
        layers.append(note.encode(x=x_at(0), y=foot, text=alt.Text("words:N")))
    return layers


def _within(curve: Curve, curves: Curves) -> list[Reading]:
    return [
        each
        for each in curve.readings
        if each.begins >= curves.begins and each.ends <= curves.ends + _DAY
    ]


def _middle(reading: Reading) -> int:
    return instant(reading.begins + (reading.ends - reading.begins) / 2)


def _runs(curve: Curve, curves: Curves) -> Iterator[tuple[int, Reading]]:
    """Yield readings with a value, and the number of the unbroken run each stands in."""
    inside = _within(curve, curves)
    steps = [(two.begins - one.begins).days for one, two in itertools.pairwise(inside)]
    step = min((each for each in steps if each > 0), default=1)
    number, before = 0, None
    for each in inside:
        if each.value is None:
            number += 1
            continue
        if before and (each.begins - before.begins).days > SKIPPED * step:
            number += 1
        before = each
        yield number, each


def _band(curve: Curve, curves: Curves, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    values: list[dict[str, Any]] = [
        {"from": _middle(each), "value": each.low, "high": each.high, "run": run}
        for run, each in _runs(curve, curves)
        if each.low is not None and each.high is not None
    ]
    if values:
        area = chart_of(values).mark_area(color=_colour(curve), opacity=0.17, clip=True)
        yield area.encode(x=x, y=y, y2=alt.Y2("high:Q"), detail=alt.Detail("run:N"))


def _line(curve: Curve, curves: Curves, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    values: list[dict[str, Any]] = [
        {
            "from": _middle(each),
            "value": each.value,
            "run": run,
            "told": f"{curve.name}, {each.begins.year}: {each.value:.2f}",
        }
        for run, each in _runs(curve, curves)
    ]
    if not values:
        return
    look: dict[str, Any] = {"color": _colour(curve), "strokeWidth": 2 if curve.place < 2 else 1.5}
    if dash := DASHES[curve.place % len(DASHES)]:
        look["strokeDash"] = dash
    yield chart_of(values).mark_line(**look, clip=True).encode(x=x, y=y, detail=alt.Detail("run:N"))
    sizes = Counter(value["run"] for value in values)
    alone = [value for value in values if sizes[value["run"]] == 1]
    if alone:
        dots = chart_of(alone).mark_point(filled=True, size=22, color=_colour(curve), opacity=1)
        yield dots.encode(x=x, y=y, tooltip=alt.Tooltip("told:N"))


def _names(curves: Curves, x: alt.X, y: alt.Y, height: float) -> Iterator[alt.Chart]:
    """Yield the name of each line at its end, moved apart where two would lie over each other."""
    ends = []
    for curve in curves.curves:
        known = [each for _, each in _runs(curve, curves) if each.value is not None]
        if known and curve.name:
            value = float(known[-1].value or 0)
            pixel = (curves.high - value) / (curves.high - curves.low) * height
            ends.append((pixel, curve, known[-1]))
    placed = -APART * 1.0
    for pixel, curve, last in sorted(ends, key=lambda each: each[0]):
        placed = max(pixel, placed + APART)
        at_edge = (curves.ends - last.ends) < (curves.ends - curves.begins) * 0.02
        values = [{"from": instant(curves.ends), "words": curve.name}]
        words = chart_of(values).mark_text(
            align="left",
            baseline="middle",
            dx=6,
            fontWeight="bold",
            color=_colour(curve),
            clip=False,
        )
        yield words.encode(x=x, y=y_at(placed), text=alt.Text("words:N"))
        if not at_edge:
            leader = [{"from": _middle(last), "to": instant(curves.ends), "value": last.value}]
            rule = chart_of(leader).mark_rule(color=_colour(curve), strokeWidth=0.7, opacity=0.5)
            yield rule.encode(x=x, x2=alt.X2("to:Q"), y=y)


def _colour(curve: Curve) -> str:
    return LIGHT[COLOURS[curve.place % len(COLOURS)]]
