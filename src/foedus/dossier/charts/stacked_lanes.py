"""Lanes of bars on the clock of a stack: what was owed, and what datasets list.

A full bar is certain, a dashed edge in doubt, an outline signed and not in force; what nobody
covers is hatched.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    OWN_FILL,
    OWN_STROKE,
    chart_of,
    instant,
    x_at,
)
from foedus.dossier.charts.spans import LETTER, SMALL
from foedus.dossier.charts.theme import HATCH, LIGHT, tone_colours
from foedus.dossier.figures import Bar, Lanes

__all__ = ["Frame", "lane_layers"]

BAR = 11
"""Pixels from the foot of a bar to its top."""
LEAST, DASHED = 4, 9
"""Pixels that the shortest bar has, and from which on its edge can be seen to be dashed."""
LOOKS: dict[str, dict[str, Any]] = {
    "signed": {},
    "uncertain": {"strokeDash": [2.5, 2.5]},
    "possible": {"strokeDash": [4, 3]},
    "force": {},
    "exact": {},
}
"""From back to front: where one treaty is in doubt and another in force, the promise is certain."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How much room there is: pixels in all, left and right of what is drawn, and in a lane.

    Where it is `narrow`, lanes are named over their bars, and bars are not.
    """

    width: int
    left: int
    right: int
    lane: int
    narrow: bool

    @property
    def inner(self) -> int:
        """Pixels from the first day to the last."""
        return self.width - self.left - self.right


def lane_layers(lanes: Lanes, x: alt.X, frame: Frame) -> Iterator[alt.Chart]:
    """Yield the marks of these lanes, from back to front."""
    height = frame.lane * len(lanes.lanes)
    tops = {lane: frame.lane * place for place, lane in enumerate(lanes.lanes)}
    y = alt.Y("top:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    edges = (
        {"from": instant(lanes.begins), "to": instant(lanes.ends), "top": tops[lane]}
        for lane in lanes.lanes
    )
    rule = chart_of([*edges]).mark_rule(color=LIGHT["hair"])
    yield rule.encode(x=x, x2=alt.X2("to:Q"), y=y)
    middle = 11 if frame.narrow else frame.lane / 2
    names = [{"top": tops[lane] + middle, "name": lane} for lane in lanes.lanes]
    named = chart_of(names).mark_text(align="left", baseline="middle", fontSize=12.5, clip=False)
    yield from _gaps(lanes, tops, x, y, frame)
    yield from _bars(lanes, tops, x, y, frame)
    yield named.encode(x=x_at(-frame.left), y=y, text=alt.Text("name:N"))


def _gaps(
    lanes: Lanes, tops: dict[str, int], x: alt.X, y: alt.Y, frame: Frame
) -> Iterator[alt.Chart]:
    values: list[dict[str, Any]] = [
        {
            "from": instant(max(gap.earliest, lanes.begins)),
            "to": instant(min(gap.latest, lanes.ends)),
            "top": tops[gap.lane] + (frame.lane - BAR - 5 if frame.narrow else 2),
            "bottom": tops[gap.lane] + frame.lane - 2,
            "middle": tops[gap.lane] + frame.lane / 2,
            "words": words,
            "empty": not any(
                bar.lane == gap.lane and bar.earliest <= gap.latest and bar.latest >= gap.earliest
                for bar in lanes.bars
            ),
        }
        for gap, words in lanes.gaps
        if gap.latest > lanes.begins and gap.earliest < lanes.ends
    ]
    if not values:
        return
    hatched = chart_of(values).mark_rect(fill=HATCH, stroke=LIGHT["hair"])
    yield hatched.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("bottom:Q"))
    pixels = frame.inner / max((lanes.ends - lanes.begins).days, 1) / 86_400_000
    roomy = [
        value
        for value in values
        if (value["to"] - value["from"]) * pixels > len(str(value["words"])) * LETTER
        and value["empty"]
    ]
    if roomy and not frame.narrow:
        words = chart_of(roomy).mark_text(
            align="left", baseline="middle", dx=5, fontSize=12, color=LIGHT["ink2"]
        )
        yield words.encode(x=x, y=alt.Y("middle:Q", axis=None), text=alt.Text("words:N"))


def _bars(
    lanes: Lanes, tops: dict[str, int], x: alt.X, y: alt.Y, frame: Frame
) -> Iterator[alt.Chart]:
    pixels = frame.inner / max((lanes.ends - lanes.begins).days, 1) / 86_400_000
    rows = [
        _bar(bar, lanes, tops[bar.lane] + frame.lane, pixels)
        for bar in lanes.bars
        if bar.latest >= lanes.begins and bar.earliest <= lanes.ends
    ]
    for form, look in LOOKS.items():
        for dashed in (True, False):
            chosen = [row for row in rows if (row["form"], row["dashed"]) == (form, dashed)]
            if chosen:
                edge = look if dashed else {}
                yield (
                    chart_of(chosen)
                    .mark_rect(strokeWidth=1.2, **edge)
                    .encode(
                        x=x,
                        x2=alt.X2("to:Q"),
                        y=y,
                        y2=alt.Y2("bottom:Q"),
                        fill=OWN_FILL,
                        stroke=OWN_STROKE,
                    )
                )
    span = (instant(lanes.begins), instant(lanes.ends))
    labels = [] if frame.narrow else [*_labels(rows, span, pixels)]
    for late in (False, True):
        said = [label for label in labels if label["late"] is late]
        if said:
            words = chart_of(said).mark_text(
                align="right" if late else "left",
                baseline="bottom",
                dy=-1,
                fontSize=11.5,
                color=LIGHT["ink2"],
                clip=False,
            )
            yield words.encode(x=alt.X("at:Q"), y=y, text=alt.Text("label:N"))


def _labels(
    rows: list[dict[str, Any]], within: tuple[int, int], pixels: float
) -> Iterator[dict[str, Any]]:
    """Yield each label once, where none lies over another: what lasts longest is named first.

    A label begins with the first of its bars, or ends with the last where there is no room.
    """
    bars: dict[tuple[float, str], tuple[float, float]] = {}
    for row in rows:
        if row["label"]:
            key = (row["top"], row["label"])
            begins, ends = bars.get(key, (row["from"], row["to"]))
            bars[key] = (min(begins, row["from"]), max(ends, row["to"]))
    taken: dict[float, list[tuple[float, float]]] = {}
    said: set[str] = set()
    for (top, label), (begins, ends) in sorted(bars.items(), key=lambda one: (-one[1][1], one[1])):
        room = len(label) * SMALL / pixels
        for late, start in ((False, begins), (True, ends - room)):
            inside = within[0] <= start and start + room <= within[1]
            free = all(start + room <= a or start >= b for a, b in taken.get(top, ()))
            if inside and free and label not in said:
                said.add(label)
                taken.setdefault(top, []).append((start, start + room))
                yield {"at": ends if late else begins, "top": top, "label": label, "late": late}


def _bar(bar: Bar, lanes: Lanes, foot: float, pixels: float) -> dict[str, Any]:
    full, soft = tone_colours()[bar.tone]
    begins = instant(max(bar.earliest, lanes.begins))
    ends = min(instant(bar.latest + dt.timedelta(days=1)), instant(lanes.ends))
    fills = {"uncertain": soft, "possible": soft, "signed": LIGHT["paper"]}
    return {
        "from": begins,
        "to": max(ends, begins + int(LEAST / pixels)),
        "top": foot - BAR - 3,
        "bottom": foot - 3,
        "form": bar.form,
        "dashed": bool(LOOKS[bar.form]) and (ends - begins) * pixels >= DASHED,
        "fill": fills.get(bar.form, full),
        "stroke": full,
        "label": bar.label,
    }
