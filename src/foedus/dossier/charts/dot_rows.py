"""Shares as dots with intervals: full for what is asked about, hollow for what stands beside it."""

from typing import Any

import altair as alt

from foedus.dossier.charts.marks import Layers, chart_of, x_at, y_at
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import Dot, DotRow, DotRows

__all__ = ["dot_rows_chart"]

HEAD, LINE, APART, ROOM = 44, 19, 10, 22
"""Pixels above the first row, of one line, between outcomes, and for the name of each."""
ABOVE = 3.5
"""How far above the middle of its line the full dot stands, and below it the hollow one."""
TITLE = 30
LEFT = 84
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def dot_rows_chart(figure: DotRows, width: int) -> Layers:
    """Return the rows drawn within `width` pixels."""
    head = HEAD + (TITLE if figure.title else 0)
    height = head + sum(_tall(row) for row in figure.rows) + 4
    scale = alt.Scale(domain=[0, 1], range=[LEFT, width - 8], nice=False)
    x = alt.X(
        "share:Q",
        scale=scale,
        axis=alt.Axis(
            title=None, values=list(TICKS), format=".0%", grid=True, domain=False, orient="bottom"
        ),
    )
    layers: list[alt.Chart] = []
    names, years = [], []
    dots: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    top: float = head
    for row in figure.rows:
        names.append({"y": top, "words": row.name})
        for place, (label, full, hollow) in enumerate(row.lines):
            middle = top + ROOM + LINE * place
            years.append({"y": middle, "words": label})
            for is_full, dot in ((True, full), (False, hollow)):
                if dot is not None:
                    dots[is_full].append(_placed(figure, dot, middle, is_full))
        top += _tall(row)
    for is_full in (False, True):
        if dots[is_full]:
            layers += _drawn(dots[is_full], x, alt.X("low:Q", scale=scale), is_full)
    layers += [
        _texts(names, 0, baseline="middle", fontWeight="bold"),
        _texts(years, LEFT - 8, align="right", color=LIGHT["ink3"]),
        *_key(figure, head - HEAD + 8),
        *_alone(figure, height),
    ]
    drawn: Layers = alt.layer(*layers).properties(width=width, height=height)
    return drawn


def _tall(row: DotRow) -> float:
    return ROOM + LINE * len(row.lines) + APART - 10


def _placed(figure: DotRows, dot: Dot, middle: float, is_full: bool) -> dict[str, Any]:
    return {
        "share": dot.value,
        "low": dot.low,
        "high": dot.high,
        "y": middle + (-ABOVE if is_full else ABOVE),
        "told": dot.told,
        "href": f"#ev={figure.evidence}" if figure.evidence else None,
    }


def _pixels() -> alt.Y:
    return alt.Y("y:Q", scale=None, axis=None)


def _drawn(values: list[dict[str, Any]], x: alt.X, low: alt.X, is_full: bool) -> list[alt.Chart]:
    colour = LIGHT["coop"] if is_full else LIGHT["unk"]
    rule = chart_of(values).mark_rule(color=colour, strokeWidth=1.6)
    point = chart_of(values).mark_point(
        filled=is_full,
        size=44 if is_full else 34,
        color=colour,
        fill=colour if is_full else LIGHT["paper"],
        stroke=colour,
        strokeWidth=1.5,
        opacity=1,
    )
    return [
        rule.encode(x=low, x2=alt.X2("high:Q"), y=_pixels()),
        point.encode(
            x=x,
            y=_pixels(),
            tooltip=alt.Tooltip("told:N"),
            href=alt.Href("href:N"),
            description=alt.Description("told:N"),
        ),
    ]


def _texts(values: list[dict[str, Any]], place: float, **look: Any) -> alt.Chart:
    style: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": 12.5, **look}
    marks = chart_of(values).mark_text(**style, clip=False)
    texts: alt.Chart = marks.encode(x=x_at(place), y=_pixels(), text=alt.Text("words:N"))
    return texts


def _alone(figure: DotRows, height: float) -> list[alt.Chart]:
    """Return the title above and the source below."""
    title = [{"y": 6, "words": figure.title}] if figure.title else []
    foot = [{"y": height + 44 + 16 * n, "words": line} for n, line in enumerate(figure.source)]
    looks: tuple[tuple[list[dict[str, Any]], dict[str, Any]], ...] = (
        (title, {"fontSize": 15, "fontWeight": "bold"}),
        (foot, {"fontSize": 11.5, "color": LIGHT["ink3"]}),
    )
    return [_texts(values, 0, **look) for values, look in looks if values]


def _key(figure: DotRows, first: float) -> list[alt.Chart]:
    """Return the two marks above the rows with the words for them."""
    found = []
    for place, (words, is_full) in enumerate(((figure.full, True), (figure.hollow, False))):
        colour = LIGHT["coop"] if is_full else LIGHT["unk"]
        top = first + 17 * place
        dot = chart_of([{"y": top}]).mark_point(
            filled=is_full,
            size=40,
            fill=colour if is_full else LIGHT["paper"],
            stroke=colour,
            strokeWidth=1.5,
            opacity=1,
        )
        found.append(dot.encode(x=x_at(6), y=y_at(top)))
        found.append(_texts([{"y": top, "words": words}], 16, color=LIGHT["ink2"]))
    return found
