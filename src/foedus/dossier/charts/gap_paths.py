"""Gaps through time around an event, over the paths or the band of placebos.

What an event concerns is the dark line with dots; placebos are pale lines, or a band where nine
tenths of them lie. The periods of the event are shaded: they belong to neither side.
"""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

import altair as alt

from foedus.dossier.charts.curves import time_x
from foedus.dossier.charts.marks import Layers, chart_of, instant, stroked, y2_at, y_at
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures.movements import GapPaths

__all__ = ["LEFT", "gap_chart"]

HEIGHT, NARROW_HEIGHT = 240, 200
LEFT = 44
ROOM = 1.05


def gap_chart(paths: GapPaths, width: int) -> Layers:
    """Return the gaps drawn `width` pixels wide."""
    height = HEIGHT if width > 600 else NARROW_HEIGHT
    across = width - LEFT
    x = time_x(paths.path[0].begins, paths.path[-1].ends, across)
    low, high = _ends(paths)
    kind: dict[str, Any] = {"type": "log"} if paths.ratio else {}
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[low, high], nice=False, zero=False, clamp=True, **kind),
        axis=alt.Axis(title=None, tickCount=5, grid=True, format="~g"),
    )
    none = chart_of([{"value": 1 if paths.ratio else 0}]).mark_rule(color=LIGHT["ink3"])
    return alt.layer(
        *_event(paths, x, height),
        none.encode(y=y),
        *_placebos(paths, x, y),
        *_path(paths, x, y),
    ).properties(width=across, height=height)


def _ends(paths: GapPaths) -> tuple[float, float]:
    held = [
        end for each in paths.path for end in (each.gap, each.low, each.high) if end is not None
    ]
    spread = sorted(
        abs(math.log(gap) if paths.ratio else gap) for path in paths.placebos for gap in path
    )
    # The wildest placebo need not fit: nineteen in twenty of their gaps do.
    widest = spread[int(0.95 * (len(spread) - 1))] if spread else 0.0
    if paths.ratio:
        reach = max(widest, *(abs(math.log(each)) for each in held)) * ROOM or 1.0
        return math.exp(-reach), math.exp(reach)
    reach = max(widest, *(abs(each) for each in held)) * ROOM or 1.0
    return -reach, reach


def _middle(begins: dt.date, ends: dt.date) -> int:
    return instant(begins + (ends - begins) / 2)


def _event(paths: GapPaths, x: alt.X, height: float) -> Iterator[alt.Chart]:
    first, last = paths.left_out
    shaded = chart_of([{"from": instant(first), "to": instant(last)}])
    yield shaded.mark_rect(fill=LIGHT["band"]).encode(
        x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(height)
    )


def _placebos(paths: GapPaths, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    first, _ = paths.left_out
    band: list[dict[str, Any]] = [
        {
            "from": _middle(each.begins, each.ends),
            "value": each.low,
            "high": each.high,
            "side": each.begins < first,
        }
        for each in paths.path
        if each.low is not None and each.high is not None
    ]
    if band:
        area = chart_of(band).mark_area(color=LIGHT["unk"], opacity=0.25, clip=True)
        yield area.encode(x=x, y=y, y2=alt.Y2("high:Q"), detail=alt.Detail("side:N"))
    lines = [
        {
            "from": _middle(point.begins, point.ends),
            "value": gap,
            "line": f"{number} {point.begins < first}",
        }
        for number, path in enumerate(paths.placebos)
        for point, gap in zip(paths.path, path, strict=True)
    ]
    if lines:
        pale = chart_of(lines).mark_line(
            color=LIGHT["unk"], strokeWidth=0.8, opacity=0.55, clip=True
        )
        yield pale.encode(x=x, y=y, detail=alt.Detail("line:N"))


def _path(paths: GapPaths, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    first, _ = paths.left_out
    values = [
        {
            "from": _middle(each.begins, each.ends),
            "value": each.gap,
            "side": each.begins < first,
            "told": f"{each.begins}: {each.gap:.3g}",
            "href": f"#ev={paths.evidence}" if paths.evidence else None,
        }
        for each in paths.path
    ]
    line = chart_of(values).mark_line(color=LIGHT["coop"], strokeWidth=2, clip=True)
    yield line.encode(x=x, y=y, detail=alt.Detail("side:N"))
    dots = chart_of(values).mark_point(
        filled=True, size=26 if len(values) < 30 else 10, opacity=1, color=LIGHT["coop"]
    )
    yield dots.encode(
        x=x,
        y=y,
        href=alt.Href("href:N"),
        tooltip=alt.Tooltip("told:N"),
        description=alt.Description("told:N"),
        stroke=stroked(LIGHT["coop"]),
    )
