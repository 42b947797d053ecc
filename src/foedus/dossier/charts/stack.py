"""Drawings one above the other on one time axis, each under a sentence that says what it is.

All begin and end on the same pixels, so that what happened together stands together. Where one
state follows another, a line goes through all of them. The source stands at the foot.
"""

import textwrap
from collections.abc import Iterator

import altair as alt

from foedus.dossier.charts.curves import curve_layers, time_x
from foedus.dossier.charts.marks import (
    Layers,
    chart_of,
    instant,
    x_at,
    y2_at,
    y_at,
)
from foedus.dossier.charts.spans import counted_letters
from foedus.dossier.charts.stacked_counts import count_layers
from foedus.dossier.charts.stacked_lanes import Frame, lane_layers
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import Counts, Curves, Lanes, Panel, Stack

__all__ = ["stack_chart"]

CURVES, COUNTS = 150, 96
"""Pixels from the foot of a panel of lines, and of bars, to its top."""
TITLE, SMALL = 8.15, 6.05
"""About how wide a letter of a title is, and of the words under it."""


def _frame(stack: Stack, width: int) -> Frame:
    names = [
        curve.name
        for panel in stack.panels
        if isinstance(panel.drawing, Curves)
        for curve in panel.drawing.curves
    ]
    right = max(24, min(112, int(counted_letters(names)) + 14))
    if width < 600:
        return Frame(width, 30, right, 36, narrow=True)
    has_lanes = any(isinstance(panel.drawing, Lanes) for panel in stack.panels)
    return Frame(width, 148 if has_lanes else 44, 112 if has_lanes else right, 27, narrow=False)


def stack_chart(stack: Stack, width: int) -> alt.VConcatChart:
    """Return the panels of a stack, drawn `width` pixels wide."""
    frame = _frame(stack, width)
    drawn = [
        _panel(stack, panel, frame, last=panel is stack.panels[-1], first=panel is stack.panels[0])
        for panel in stack.panels
    ]
    lines = textwrap.wrap(stack.source, int(width / 5.6))
    foot = (
        chart_of([{"words": lines}])
        .mark_text(align="left", baseline="top", color=LIGHT["ink3"], fontSize=12, lineHeight=16)
        .encode(x=x_at(-frame.left), y=y_at(0), text=alt.Text("words:N"))
        .properties(width=frame.inner, height=16 * len(lines))
    )
    title = alt.TitleParams(
        textwrap.wrap(stack.title, int(width / 10)),
        anchor="start",
        fontSize=22,
        fontWeight="bold",
        color=LIGHT["ink"],
        offset=18,
    )
    edge = 0 if frame.narrow else 16
    padding = {"left": edge, "right": edge, "top": 16, "bottom": 14}
    chart = alt.vconcat(*drawn, foot, spacing=26).properties(padding=padding)
    return chart.properties(title=title) if stack.title else chart


def _panel(stack: Stack, panel: Panel, frame: Frame, *, first: bool, last: bool) -> Layers:
    drawing, width = panel.drawing, frame.inner
    height = _height(drawing, frame)
    x = time_x(stack.begins, stack.ends, width, labelled=last)
    layers: list[alt.Chart] = []
    match drawing:
        case Curves():
            layers += curve_layers(drawing, x, width, height)
        case Counts():
            layers += count_layers(drawing, x, width, height)
        case Lanes():
            layers += lane_layers(drawing, x, frame)
    layers += _seams(stack, x, height, named=first)
    title = alt.TitleParams(
        _balanced(panel.title, frame.width / TITLE),
        subtitle=_balanced(panel.subtitle, frame.width / SMALL),
        anchor="start",
        frame="group",
        dx=-frame.left,
        fontSize=15,
        fontWeight="bold",
        color=LIGHT["ink"],
        subtitleColor=LIGHT["ink3"],
        subtitleFontSize=12.5,
        offset=8,
    )
    return alt.layer(*layers).properties(width=width, height=height, title=title)


def _balanced(words: str, letters: float) -> list[str]:
    """Return words in as few lines of so many letters as it takes, all about equally long."""
    lines = textwrap.wrap(words, int(letters), break_on_hyphens=False)
    for shorter in range(int(letters) - 1, 0, -1):
        fewer = textwrap.wrap(words, shorter, break_on_hyphens=False)
        if len(fewer) > len(lines):
            break
        lines = fewer
    return lines


def _height(drawing: Lanes | Curves | Counts, frame: Frame) -> float:
    if isinstance(drawing, Lanes):
        return frame.lane * len(drawing.lanes)
    return CURVES if isinstance(drawing, Curves) else COUNTS


def _seams(stack: Stack, x: alt.X, height: float, *, named: bool) -> Iterator[alt.Chart]:
    for day, words in stack.seams:
        values = [{"from": instant(day), "words": words}]
        rule = chart_of(values).mark_rule(color=LIGHT["ink"], strokeDash=[1, 3], strokeWidth=1.2)
        yield rule.encode(x=x, y=y_at(-4), y2=y2_at(height))
        if named:
            said = chart_of(values).mark_text(
                align="center", baseline="bottom", fontSize=12, color=LIGHT["ink2"], clip=False
            )
            yield said.encode(x=x, y=y_at(-6), text=alt.Text("words:N"))
