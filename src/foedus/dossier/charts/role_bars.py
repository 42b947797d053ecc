"""What part each actor plays: one bar for each, cut by role; and what a number hangs on.

A share that has room is written into its part, so that the colour says nothing alone; the interval
of fighting lies over the bar as a line with ends. Of an assumption the ring is where a number
stands with it at its lowest, the disc at its highest; those an analyst judged have a square.
"""

from collections.abc import Iterator
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    OWN_FILL,
    Layers,
    chart_of,
    stroked,
    x2_at,
    x_at,
    y_at,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import HingeBars, RoleBars

__all__ = ["hinge_bars_chart", "role_bars_chart"]

ROW, BAR = 28, 18
NAMES, NARROW_NAMES = 250, 130
HINGE_NAMES = 380
WRITTEN = 0.06
_FILLS = {
    "fights_attacked": ("coop", "paper"),
    "fights_attackers": ("conf", "paper"),
    "cannot_reach": ("may", "paper"),
    "pulled": ("contF", "ink"),
    "helps_attacked": ("soft", "ink"),
    "helps_attackers": ("softc", "ink"),
    "lets_down": ("unk", "ink"),
    "neutral": ("softn", "ink"),
    "stays_out": ("exp", "ink2"),
}
"""The colour of a role, and of the figures written on it."""
_LEGEND_ROW = 20


def role_bars_chart(bars: RoleBars, width: int) -> Layers:
    """Return the bars drawn within `width` pixels, the legend above."""
    names = NARROW_NAMES if width < 600 else NAMES
    side, height = width - names - 16, ROW * len(bars.rows)
    x = alt.X(
        "from:Q",
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(format=".0%", title=None, grid=False, tickCount=5),
    )
    parts, written, lines = [], [], []
    for place, row in enumerate(bars.rows):
        start, middle = 0.0, ROW * (place + 0.5)
        for role, share in row.shares:
            fill, ink = _FILLS[role]
            part = {
                "from": start,
                "to": start + share,
                "top": middle - BAR / 2,
                "foot": middle + BAR / 2,
                "fill": LIGHT[fill],
                "told": row.told,
                "href": f"#ev={row.evidence}",
            }
            parts.append(part)
            if share >= (WRITTEN if width > 600 else 2 * WRITTEN):
                figure = f"{100 * share:.0f}"
                written.append(
                    {"from": start + share / 2, "y": middle, "words": figure, "fill": LIGHT[ink]}
                )
            start += share
        if row.high > row.low:
            lines.append({"from": row.low, "to": row.high, "y": middle + BAR / 2 + 3})
    place_y: dict[str, Any] = {"scale": alt.Scale(domain=[height, 0], nice=False), "axis": None}
    names_at = [{"y": ROW * (n + 0.5), "name": row.name} for n, row in enumerate(bars.rows)]
    layers: list[alt.Chart] = [
        chart_of(parts)
        .mark_rect(stroke=LIGHT["paper"], strokeWidth=1)
        .encode(
            x=x,
            x2=alt.X2("to:Q"),
            y=alt.Y("top:Q", **place_y),
            y2=alt.Y2("foot:Q"),
            fill=OWN_FILL,
            href=alt.Href("href:N"),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
        ),
        chart_of(names_at)
        .mark_text(align="right", baseline="middle", dx=-8, clip=False)
        .encode(x=x_at(0), y=alt.Y("y:Q", **place_y), text=alt.Text("name:N")),
    ]
    if written:
        layers.append(
            chart_of(written)
            .mark_text(baseline="middle", fontSize=12)
            .encode(x=x, y=alt.Y("y:Q", **place_y), text=alt.Text("words:N"), fill=OWN_FILL)
        )
    if lines:
        layers.append(
            chart_of(lines)
            .mark_rule(strokeWidth=2)
            .encode(x=x, x2=alt.X2("to:Q"), y=alt.Y("y:Q", **place_y), stroke=stroked(LIGHT["ink"]))
        )
    layers += _legend(bars, width, names)
    return alt.layer(*layers).properties(width=side, height=height)


def _legend(bars: RoleBars, width: int, names: int) -> Iterator[alt.Chart]:
    """The roles above the bars, in rows as they fit, and a mark that makes the picture so wide."""
    rows: list[list[tuple[float, str, str]]] = [[]]
    at = 0.0
    for role, words in bars.legend:
        long = 22 + 7.0 * len(words)
        if rows[-1] and at + long > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at - names, role, words))
        at += long
    top = -_LEGEND_ROW * len(rows) - 4
    for number, row in enumerate(rows):
        for left, role, words in row:
            y = top + _LEGEND_ROW * number
            mark = chart_of([{"words": words}])
            yield mark.mark_square(
                size=120, opacity=1, fill=LIGHT[_FILLS[role][0]], clip=False
            ).encode(x=x_at(left + 6), y=y_at(y))
            yield mark.mark_text(
                align="left", baseline="middle", fontSize=12.5, color=LIGHT["ink2"], clip=False
            ).encode(x=x_at(left + 16), y=y_at(y), text=alt.Text("words:N"))
    edges = chart_of([{}]).mark_rule(opacity=0)
    yield edges.encode(x=x_at(-names), x2=x2_at(width - names), y=y_at(0))


def hinge_bars_chart(bars: HingeBars, width: int) -> Layers:
    """Return a line for each assumption from its ring to its disc, within `width` pixels."""
    narrow = width < 600
    names = 16 if narrow else HINGE_NAMES
    row_height = 44 if narrow else ROW
    side, height = width - names - 24, row_height * len(bars.rows)
    highest = max((max(row.at_low, row.at_high) for row in bars.rows), default=1.0)
    x = alt.X(
        "from:Q",
        scale=alt.Scale(domain=[0, highest * 1.05 or 1], nice=False),
        axis=alt.Axis(title=bars.along, grid=True, tickCount=5),
    )
    values = [
        {
            "from": row.at_low,
            "to": row.at_high,
            "y": row_height * (place + (0.7 if narrow else 0.5)),
            "above": row_height * (place + (0.3 if narrow else 0.5)),
            "name": row.name,
            "shape": "square" if row.judged else "circle",
            "told": row.told,
            "href": f"#ev={row.evidence}",
        }
        for place, row in enumerate(bars.rows)
    ]
    place_y: dict[str, Any] = {"scale": alt.Scale(domain=[height, 0], nice=False), "axis": None}
    y = alt.Y("y:Q", **place_y)
    shape = alt.Shape("shape:N", scale=None)
    ends: dict[str, Any] = {"href": alt.Href("href:N"), "tooltip": alt.Tooltip("told:N"),
            "description": alt.Description("told:N")}  # fmt: skip
    marks = chart_of(values)
    legend = f"○ {bars.ends[0]}   ● {bars.ends[1]}"
    return alt.layer(
        marks.mark_rule(strokeWidth=2.5).encode(
            x=x, x2=alt.X2("to:Q"), y=y, stroke=stroked(LIGHT["coop2"])
        ),
        marks.mark_point(size=70, strokeWidth=1.8, fill=LIGHT["paper"], opacity=1).encode(
            x=x, y=y, shape=shape, stroke=stroked(LIGHT["coop"]), **ends
        ),
        marks.mark_point(size=70, strokeWidth=1.8, opacity=1).encode(
            x=alt.X("to:Q", scale=alt.Scale(domain=[0, highest * 1.05 or 1], nice=False)),
            y=y,
            shape=shape,
            fill=alt.FillValue(LIGHT["coop"]),
            stroke=stroked(LIGHT["coop"]),
            **ends,
        ),
        marks.mark_text(
            align="left" if narrow else "right",
            baseline="middle",
            dx=0 if narrow else -10,
            clip=False,
            limit=width if narrow else HINGE_NAMES - 14,
        ).encode(x=x_at(0), y=alt.Y("above:Q", **place_y), text=alt.Text("name:N")),
        chart_of([{"words": legend}])
        .mark_text(align="right", baseline="bottom", fontSize=12.5, color=LIGHT["ink3"], clip=False)
        .encode(x=x_at(side), y=y_at(-6), text=alt.Text("words:N")),
        chart_of([{}])
        .mark_rule(opacity=0)
        .encode(x=x_at(-names), x2=x2_at(width - names), y=y_at(0)),
    ).properties(width=side, height=height)
