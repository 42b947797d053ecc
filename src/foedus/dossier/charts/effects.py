"""Estimates with their intervals, one under the other, beside the least that would have been seen.

A movement that is told has a full dot, one that is not an open one; what nothing can be said of has
words in its place. The vertical line is no movement; ticks are the least movement that would have
been seen four times in five.
"""

import math
from collections.abc import Iterator
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import Layers, chart_of, stroked, x_at, y2_at, y_at
from foedus.dossier.charts.spans import counted_letters
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures.movements import Effects

__all__ = ["RIGHT", "effects_chart", "room_for_names"]

ROW, NARROW_ROW = 26, 44
ROOM = 1.08
NAMES, RIGHT = 250, 14


def effects_chart(effects: Effects, width: int) -> Layers:
    """Return the estimates drawn `width` pixels wide, names at the left."""
    narrow = width < 600
    names = 0.0 if narrow else room_for_names(effects)
    across = width - names - RIGHT
    row = NARROW_ROW if narrow else ROW
    height = row * len(effects.rows)
    low, high = _ends(effects)
    kind: dict[str, Any] = {"type": "log"} if effects.ratio else {}
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[low, high], nice=False, zero=False, **kind),
        axis=alt.Axis(title=None, tickCount=5, grid=True, format="~g"),
    )
    y = alt.Y("at:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False))
    return alt.layer(
        *_none(effects, x, height),
        *_names(effects, y, names, row),
        *_visible(effects, x, y, row),
        *_estimates(effects, x, y, row),
    ).properties(width=across, height=height)


def room_for_names(effects: Effects) -> float:
    """Return how many pixels the names take at the left."""
    return min(NAMES, counted_letters([row.name for row in effects.rows]) + 14)


def _at(place: int, row: int) -> float:
    """Return the height of an estimate; in a narrow drawing its name stands above it."""
    return row * (place + 1) - ROW / 2


def _ends(effects: Effects) -> tuple[float, float]:
    none = 1.0 if effects.ratio else 0.0
    held = [none]
    for row in effects.rows:
        held += [each for each in (row.value, row.low, row.high) if each is not None]
        held += row.visible or ()
    if effects.ratio:
        reach = max(abs(math.log(each)) for each in held) * ROOM or 1.0
        return math.exp(-reach), math.exp(reach)
    reach = max(abs(each) for each in held) * ROOM or 1.0
    return -reach, reach


def _none(effects: Effects, x: alt.X, height: float) -> Iterator[alt.Chart]:
    none = chart_of([{"value": 1 if effects.ratio else 0, "words": effects.zero}])
    yield none.mark_rule(color=LIGHT["ink3"], strokeWidth=1).encode(
        x=x, y=y_at(0), y2=y2_at(height)
    )
    words = none.mark_text(dy=-8, fontSize=12, color=LIGHT["ink3"], clip=False)
    yield words.encode(x=x, y=y_at(0), text=alt.Text("words:N"))


def _names(effects: Effects, y: alt.Y, names: float, row: int) -> Iterator[alt.Chart]:
    above = 0 if row == ROW else 17
    values = [
        {"at": _at(place, row) - above, "name": each.name}
        for place, each in enumerate(effects.rows)
    ]
    named = chart_of(values).mark_text(align="left", baseline="middle", clip=False, fontSize=12.5)
    yield named.encode(x=x_at(-names), y=y, text=alt.Text("name:N"))
    unsaid = [
        {"at": _at(place, row), "words": each.unsaid}
        for place, each in enumerate(effects.rows)
        if each.value is None
    ]
    if unsaid:
        told = chart_of(unsaid).mark_text(
            align="left", baseline="middle", fontSize=12, color=LIGHT["ink3"], clip=False
        )
        yield told.encode(x=x_at(6), y=y, text=alt.Text("words:N"))


def _visible(effects: Effects, x: alt.X, y: alt.Y, row: int) -> Iterator[alt.Chart]:
    values = [
        {"at": _at(place, row) - 6, "foot": _at(place, row) + 6, "value": end}
        for place, each in enumerate(effects.rows)
        for end in each.visible or ()
    ]
    if values:
        ticks = chart_of(values).mark_rule(color=LIGHT["unk"], strokeWidth=2)
        yield ticks.encode(x=x, y=y, y2=alt.Y2("foot:Q"))


def _estimates(effects: Effects, x: alt.X, y: alt.Y, row: int) -> Iterator[alt.Chart]:
    values: list[dict[str, Any]] = [
        {
            "at": _at(place, row),
            "value": each.value,
            "low": each.low,
            "high": each.high,
            "moved": each.moved,
            "told": each.told,
            "href": f"#ev={each.evidence}" if each.evidence else None,
        }
        for place, each in enumerate(effects.rows)
        if each.value is not None
    ]
    if not values:
        return
    lines = chart_of([{**each, "value": each["low"]} for each in values])
    yield lines.mark_rule(color=LIGHT["coop"], strokeWidth=2).encode(x=x, x2=alt.X2("high:Q"), y=y)
    dots = chart_of(values).mark_point(size=60, strokeWidth=1.8, opacity=1, clip=False)
    yield dots.encode(
        x=x,
        y=y,
        href=alt.Href("href:N"),
        tooltip=alt.Tooltip("told:N"),
        description=alt.Description("told:N"),
        fill=alt.condition("datum.moved", alt.value(LIGHT["coop"]), alt.value(LIGHT["paper"])),
        stroke=stroked(LIGHT["coop"]),
    )
