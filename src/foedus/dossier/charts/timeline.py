"""Lanes on one clock: what happened, of which kind, and how surely its days are known.

A day known exactly is a solid mark; an uncertain one a pale bar with a dashed edge over every day
it may be, never a point; a treaty signed and not in force an outline. What nobody covers is
hatched.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

import altair as alt

from foedus.dossier.charts.lanes import LABEL_COLUMN, Layout, Panel, label_width, layout, panels
from foedus.dossier.charts.marks import (
    OWN_FILL,
    OWN_STROKE,
    Layers,
    across,
    chart_of,
    coloured,
    instant,
    time_axis,
    x_at,
)
from foedus.dossier.charts.theme import HATCH, LIGHT, tone_colours
from foedus.dossier.figures import Bar, Timeline

__all__ = ["timeline_chart"]

# A run of days narrower than this, in pixels, is drawn as a point.
POINT = 9
BAR = 11
SHAPES = {
    "cooperation": "square",
    "conflict": "triangle-up",
    "neutral": "circle",
    "contested": "diamond",
}
LOOKS: dict[str, dict[str, Any]] = {
    "exact": {"strokeWidth": 1},
    "uncertain": {"strokeWidth": 1, "strokeDash": [2.5, 2.5]},
    "signed": {"strokeWidth": 1.5},
    "force": {"strokeWidth": 1.5},
    "possible": {"strokeWidth": 1.5, "strokeDash": [2.5, 2.5]},
}
Chart = Layers | alt.HConcatChart | alt.VConcatChart


# A label begins at the start of its mark, or ends at its end where it would leave the panel.
LABELS: tuple[tuple[Literal["left", "right"], str], ...] = (("left", "from"), ("right", "to"))


def timeline_chart(timeline: Timeline, width: int) -> Chart:
    """Return the lanes drawn `width` pixels wide, an enlarged last part beside the whole.

    A narrow drawing (under 600 px) puts each lane's name above it, and the enlarged part below.
    """
    narrow = width < 600
    drawn = panels(timeline, width if narrow else width - LABEL_COLUMN, stacked=narrow)
    charts = [
        _panel(
            timeline,
            panel,
            layout(timeline, panel if narrow else drawn[-1], headed=narrow),
            named=narrow or panel is drawn[0],
        )
        for panel in drawn
    ]
    if len(charts) == 1:
        return charts[0]
    return alt.vconcat(*charts, spacing=26) if narrow else alt.hconcat(*charts, spacing=28)


def _panel(timeline: Timeline, panel: Panel, placed: Layout, *, named: bool) -> Layers:
    frame = _Frame(panel, placed.height)
    layers = [
        _lane_rules(timeline, panel, placed, frame),
        *_gap_layers(timeline, panel, placed, frame),
        *_bar_layers(panel, placed, frame),
    ]
    if named:
        layers.append(_lane_names(timeline, placed, frame))
    return alt.layer(*layers).properties(width=panel.width, height=placed.height)


class _Frame:
    """The two scales of a panel: time across, pixels from the top down."""

    def __init__(self, panel: Panel, height: float) -> None:
        self._across = across(panel.begins, panel.ends)
        self._down = alt.Scale(domain=[height, 0], nice=False, zero=False)
        self._axis = time_axis(panel.begins, panel.ends, panel.width, orient="top", grid=True)

    def x(self, field: str = "from") -> alt.X:
        return alt.X(f"{field}:Q", scale=self._across, axis=self._axis)

    def y(self, field: str = "top") -> alt.Y:
        return alt.Y(f"{field}:Q", scale=self._down, axis=None)


def _lane_rules(timeline: Timeline, panel: Panel, placed: Layout, frame: _Frame) -> alt.Chart:
    values = [
        {"from": instant(panel.begins), "to": instant(panel.ends), "top": placed.bottoms[lane] + 5}
        for lane in timeline.lanes[:-1]
    ]
    drawn: alt.Chart = (
        chart_of(values)
        .mark_rule(color=LIGHT["hair"])
        .encode(x=frame.x(), x2=alt.X2("to:Q"), y=frame.y())
    )
    return drawn


def _lane_names(timeline: Timeline, placed: Layout, frame: _Frame) -> alt.Chart:
    down = -9 if placed.headed else 9
    values = [{"top": placed.tops[lane] + down, "name": lane} for lane in timeline.lanes]
    mark = chart_of(values).mark_text(
        align="left", baseline="middle", fontWeight="bold", fontSize=13.5, clip=False
    )
    drawn: alt.Chart = mark.encode(
        x=x_at(0 if placed.headed else -LABEL_COLUMN), y=frame.y(), text=alt.Text("name:N")
    )
    return drawn


def _gap_layers(
    timeline: Timeline, panel: Panel, placed: Layout, frame: _Frame
) -> Iterator[alt.Chart]:
    values = [
        {
            "from": instant(max(gap.earliest, panel.begins)),
            "to": instant(min(gap.latest + dt.timedelta(days=1), panel.ends)),
            "top": placed.tops[gap.lane] - 3,
            "bottom": placed.bottoms[gap.lane],
        }
        for gap in timeline.gaps
        if panel.shows(gap)
    ]
    if values:
        hatched = chart_of(values).mark_rect(fill=HATCH, stroke=LIGHT["hair"], clip=True)
        yield hatched.encode(x=frame.x(), x2=alt.X2("to:Q"), y=frame.y(), y2=alt.Y2("bottom:Q"))


def _bar_layers(panel: Panel, placed: Layout, frame: _Frame) -> Iterator[alt.Chart]:
    seen: set[tuple[str, str]] = set()
    rows = []
    for bar, top in placed.placed():
        if panel.shows(bar):
            rows.append(_row(bar, panel, top, labelled=(bar.evidence, bar.label) not in seen))
            seen.add((bar.evidence, bar.label))
    for form, look in LOOKS.items():
        chosen = [row for row in rows if row["wide"] and row["form"] == form]
        if chosen:
            bars = chart_of(chosen).mark_rect(clip=True, **look)
            yield _opening(bars, x=frame.x(), x2=alt.X2("to:Q"), y=frame.y(), y2=alt.Y2("bottom:Q"))
    points = [row for row in rows if not row["wide"]]
    if points:
        shapes = alt.Scale(domain=list(SHAPES), range=list(SHAPES.values()))
        marks = chart_of(points).mark_point(size=62, strokeWidth=1.3, clip=False, opacity=1)
        shape = alt.Shape("tone:N", scale=shapes, legend=None)
        yield _opening(marks, x=frame.x(), y=frame.y("middle"), shape=shape)
    for align, at in LABELS:
        labels = [row for row in rows if row["label"] and row["align"] == align]
        if labels:
            words = chart_of(labels).mark_text(align=align, baseline="bottom", dy=-3, clip=False)
            yield words.encode(
                x=frame.x(at),
                y=frame.y(),
                text=alt.Text("label:N"),
                href=alt.Href("href:N"),
                color=coloured(LIGHT["link"]),
            )


def _opening(marks: alt.Chart, **places: Any) -> alt.Chart:
    """Return marks that take their colours from the data, tell what they are and open evidence."""
    return marks.encode(
        **places,
        fill=OWN_FILL,
        stroke=OWN_STROKE,
        href=alt.Href("href:N"),
        tooltip=alt.Tooltip("told:N"),
        description=alt.Description("told:N"),
    )


def _row(bar: Bar, panel: Panel, top: float, *, labelled: bool) -> dict[str, Any]:
    full, soft = tone_colours()[bar.tone]
    down = top + (14 if bar.label else 0)
    across = panel.pixel(bar.latest) - panel.pixel(bar.earliest)
    start = max(panel.pixel(bar.earliest), 0)
    return {
        "from": instant(max(bar.earliest, panel.begins)),
        "to": instant(min(bar.latest + dt.timedelta(days=1), panel.ends)),
        "top": down,
        "middle": down + BAR / 2,
        "bottom": down + BAR,
        "wide": bar.form not in ("exact", "possible") or across > POINT,
        "form": bar.form,
        "tone": bar.tone,
        "fill": {"uncertain": soft, "signed": LIGHT["paper"], "possible": LIGHT["paper"]}.get(
            bar.form, full
        ),
        "stroke": full,
        "label": bar.label if labelled else "",
        "align": "right" if start + label_width(bar) > panel.width else "left",
        "told": bar.told,
        "href": f"#ev={bar.evidence}",
    }
