"""What two actors give each other: bars from the middle outwards, a row for each sort of thing.

Full up to the least amount, pale up to the most, dashed where the end is open; an empty dashed
frame where nobody says how much, a crossed one where somebody denies it. On a narrow page the two
sides stand one below the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import Layers, chart_of, x2_at, x_at, y_at
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import FlowBar, FlowSides

__all__ = ["flows_chart"]

MIDDLE, GAP = 132, 14
TITLE = 34
HEAD, BAR, THICK, AIR = 30, 46, 11, 12
OPEN = 0.7
"""Where the sure part of a bar ends whose other end is open, as a share of its side."""
UNSTATED = 0.42
NARROW = 600


def flows_chart(sides: FlowSides, width: int) -> Layers:
    """Return the sides drawn within `width` pixels."""
    layers: list[alt.Chart] = []
    top = TITLE if sides.title else 0
    if sides.title:
        layers.append(_text([(0, 10, sides.title)], align="left", fontSize=17, fontWeight="bold"))
    draw = _stacked if width < NARROW else _facing
    height = draw(sides, width, layers, top)
    if sides.notes:
        notes = [(0.0, height + 14 + 17 * n, words) for n, words in enumerate(sides.notes)]
        layers.append(_text(notes, align="left", fontSize=11.5, color=LIGHT["ink3"]))
        height += 17 * len(notes) + 8
    drawn: Layers = alt.layer(*layers, _whole_width(width)).properties(width=width, height=height)
    return drawn


def _facing(sides: FlowSides, width: int, layers: list[alt.Chart], top: float) -> float:
    room = (width - MIDDLE) / 2 - GAP
    left, right = room, width - room
    layers.append(_text([(left, top + 12, sides.left)], align="right", fontWeight="bold"))
    layers.append(_text([(right, top + 12, sides.right)], align="left", fontWeight="bold"))
    top += HEAD
    names, lines = [], []
    for row in sides.rows:
        tall = BAR * max(len(row.left), len(row.right), 1) + AIR
        names.append((width / 2, top + 14, row.name))
        lines.append(top - AIR / 2)
        for bars, origin, sign in ((row.left, left, -1), (row.right, right, 1)):
            layers += _bars(bars, origin, sign, top, room)
            if not bars:
                layers.append(_nothing(sides.nothing, origin, sign, top))
        top += tall
    layers.append(_text(names, align="center", fontWeight="bold"))
    layers.insert(0, _hairs(lines, width))
    return top


def _stacked(sides: FlowSides, width: int, layers: list[alt.Chart], top: float) -> float:
    top += 12
    lines = []
    for head, of in ((sides.left, "left"), (sides.right, "right")):
        layers.append(_text([(0, top, head)], align="left", fontWeight="bold"))
        top += 22
        for row in sides.rows:
            bars: tuple[FlowBar, ...] = getattr(row, of)
            lines.append(top - 4)
            layers.append(_text([(0, top + 8, row.name)], align="left", color=LIGHT["ink2"]))
            if not bars:
                layers.append(_nothing(sides.nothing, MIDDLE, 1, top - 6))
            top += 20
            layers += _bars(bars, 0, 1, top, width)
            top += BAR * len(bars) + (AIR / 2 if bars else 0)
        top += AIR
    layers.insert(0, _hairs(lines, width))
    return top


def _bars(
    bars: Sequence[FlowBar], origin: float, sign: int, top: float, room: float
) -> Iterator[alt.Chart]:
    words, more = [], []
    boxes: list[dict[str, Any]] = []
    for number, bar in enumerate(bars):
        at = top + number * BAR
        words.append((origin, at + 6, bar.words))
        more.append((origin, at + 20, bar.more))
        boxes += _boxes(bar, origin, sign, at + 28, room)
    for looks in _looks(boxes):
        yield _rects(looks)
    crosses = [
        {"x": origin + sign * room * UNSTATED * share, "y": top + n * BAR + 28 + THICK / 2}
        for n, bar in enumerate(bars)
        if bar.denied
        for share in (0.2, 0.5, 0.8)
    ]
    if crosses:
        mark = chart_of(crosses).mark_point(
            shape="M-1,-1L1,1M-1,1L1,-1", size=40, color=LIGHT["contF"], strokeWidth=1.5
        )
        yield mark.encode(x=_x(), y=_y())
    align = "right" if sign < 0 else "left"
    yield _text(words, align=align)
    yield _text(more, align=align, fontSize=11.5, color=LIGHT["ink3"])


def _boxes(
    bar: FlowBar, origin: float, sign: int, top: float, room: float
) -> Iterator[dict[str, Any]]:
    """Yield the parts of one bar, each with its look."""
    full, pale = ("contF", "band") if bar.rival else ("coop", "soft")
    edge = "contF" if bar.rival or bar.denied else "coop"

    def box(start: float, stop: float, fill: str, *, dashed: bool) -> dict[str, Any]:
        ends = sorted((origin + sign * start * room, origin + sign * stop * room))
        return {
            "x": ends[0],
            "x2": ends[1],
            "y": top,
            "y2": top + THICK,
            "fill": LIGHT[fill],
            "stroke": LIGHT[edge],
            "dashed": dashed,
            "told": f"{bar.words}, {bar.more}",
            "href": f"#ev={bar.evidence}",
        }

    if bar.low is None and bar.high is None:
        yield box(0, UNSTATED, "paper", dashed=True)
        return
    sure = bar.low or 0.0
    if bar.high is None:
        share = OPEN * sure
        yield box(share, 1, "paper", dashed=True)
    else:
        share = sure
        yield box(share, max(bar.high, share), "paper" if bar.ahead else pale, dashed=bar.ahead)
    if share:
        yield box(0, share, pale if bar.ahead else full, dashed=bar.ahead)


def _looks(boxes: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the boxes that look alike: dashes and colours belong to a whole mark."""
    alike: dict[tuple[str, str, bool], list[dict[str, Any]]] = {}
    for box in boxes:
        alike.setdefault((box["fill"], box["stroke"], box["dashed"]), []).append(box)
    yield from alike.values()


def _rects(boxes: list[dict[str, Any]]) -> alt.Chart:
    look: dict[str, Any] = {"fill": boxes[0]["fill"], "stroke": boxes[0]["stroke"]}
    if boxes[0]["dashed"]:
        look["strokeDash"] = [3, 3]
    drawn: alt.Chart = (
        chart_of(boxes)
        .mark_rect(strokeWidth=1, **look)
        .encode(
            x=_x(),
            x2=alt.X2("x2:Q"),
            y=_y(),
            y2=alt.Y2("y2:Q"),
            href=alt.Href("href:N"),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
        )
    )
    return drawn


def _x() -> alt.X:
    return alt.X("x:Q", axis=None, scale=None)


def _y() -> alt.Y:
    return alt.Y("y:Q", axis=None, scale=None)


def _text(placed: Sequence[tuple[float, float, str]], **look: Any) -> alt.Chart:
    values = [{"x": x, "y": y, "words": words} for x, y, words in placed]
    mark = chart_of(values).mark_text(baseline="middle", clip=False, **look)
    drawn: alt.Chart = mark.encode(x=_x(), y=_y(), text=alt.Text("words:N"))
    return drawn


def _nothing(words: str, origin: float, sign: int, top: float) -> alt.Chart:
    align = "right" if sign < 0 else "left"
    look = {"fontSize": 12, "color": LIGHT["ink3"], "fontStyle": "italic"}
    return _text([(origin, top + 14, words)], align=align, **look)


def _hairs(places: Sequence[float], width: float) -> alt.Chart:
    rule = chart_of([{"y": place} for place in places]).mark_rule(color=LIGHT["hair"])
    drawn: alt.Chart = rule.encode(x=x_at(0), x2=x2_at(width), y=_y())
    return drawn


def _whole_width(width: int) -> alt.Chart:
    """Return a mark that nobody sees and that makes the picture as wide as it is asked to be."""
    edges = chart_of([{}]).mark_rule(opacity=0)
    drawn: alt.Chart = edges.encode(x=x_at(0), x2=x2_at(width), y=y_at(0))
    return drawn
