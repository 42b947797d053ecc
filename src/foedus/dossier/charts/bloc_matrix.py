"""Ties as a matrix ordered by bloc: who stands with whom, and what goes against the blocs.

A square is a positive tie, a cross a negative one: the mark says what the colour says. Boxes on the
diagonal are the blocs. What goes against them, a cross in a box or a square outside, is drawn in
full; the rest is pale. Each tie stands twice, above and below the diagonal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from foedus.dossier.charts.marks import chart_of
from foedus.dossier.charts.theme import CONFIG, LIGHT

__all__ = ["BlocMatrix", "Cell", "bloc_matrix_svg"]

LARGEST, SMALLEST, WIDE = 17.0, 8.0, 760.0
"""Pixels of a cell at most and at least, and the width the cells share."""
_SQUARE = "M-0.8,-0.8L0.8,-0.8L0.8,0.8L-0.8,0.8Z"
_CROSS = (
    "M-0.84,-0.6L-0.6,-0.84L0,-0.24L0.6,-0.84L0.84,-0.6L0.24,0"
    "L0.84,0.6L0.6,0.84L0,0.24L-0.6,0.84L-0.84,0.6L-0.24,0Z"
)
_LOOKS = {
    (1, False): (LIGHT["coop2"], 0.55),
    (1, True): (LIGHT["coop"], 1.0),
    (-1, False): (LIGHT["conf"], 0.75),
    (-1, True): (LIGHT["conf"], 1.0),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One tie, by the places of its two states in the order of the matrix, and what is told of it.

    `strained` says that it goes against the blocs.
    """

    one: int
    two: int
    sign: int
    strained: bool
    told: str


@dataclass(frozen=True, slots=True)
class BlocMatrix:
    """What the matrix shows: names and codes in order, ties, blocs of two or more.

    A bloc is its first and last place and its name. `legend` are the words for a positive tie, a
    negative one, and one against the blocs.
    """

    title: str
    notes: Sequence[str]
    legend: tuple[str, str, str]
    names: Sequence[str]
    codes: Sequence[str]
    cells: Sequence[Cell]
    blocs: Sequence[tuple[int, int, str]]


def bloc_matrix_svg(matrix: BlocMatrix) -> str:
    """Return the picture as SVG."""
    with debug_mode(False):
        spec: dict[str, Any] = _chart(matrix).to_dict(validate=False)
    spec["config"] = {**CONFIG, "padding": 14}
    return str(vl_convert.vegalite_to_svg(spec))


def _chart(matrix: BlocMatrix) -> alt.VConcatChart:
    size = max(len(matrix.names), 1)
    cell = min(LARGEST, max(SMALLEST, WIDE / size))
    side = cell * size
    layers = [
        _diagonal(size, cell),
        *_ties(matrix.cells, side, size, cell),
        _boxes(matrix.blocs, side, size),
        *_labels(matrix, side, size, cell),
    ]
    drawn = alt.layer(*layers).properties(width=side, height=side)
    parts: tuple[Any, ...] = (
        _text([matrix.title], 16, LIGHT["ink"]),
        _key(matrix.legend),
        drawn,
        _text(matrix.notes, 12.5, LIGHT["ink3"]),
    )
    whole: alt.VConcatChart = alt.vconcat(*parts).resolve_scale(x="independent", y="independent")
    return whole


def _place(field: str, side: float, size: int, channel: Any) -> Any:
    scale = alt.Scale(domain=[0, size], range=[0, side], nice=False, zero=False)
    return channel(f"{field}:Q", scale=scale, axis=None)


def _at(side: float, size: int) -> dict[str, Any]:
    return {"x": _place("x", side, size, alt.X), "y": _place("y", side, size, alt.Y)}


def _diagonal(size: int, cell: float) -> alt.Chart:
    rows = [{"x": place + 0.5, "y": place + 0.5} for place in range(size)]
    dots: alt.Chart = (
        chart_of(rows)
        .mark_point(shape="circle", filled=True, size=(cell * 0.22) ** 2, color=LIGHT["rule"])
        .encode(**_at(cell * size, size))
    )
    return dots


def _ties(cells: Sequence[Cell], side: float, size: int, cell: float) -> list[alt.Chart]:
    layers = []
    for (sign, strained), (colour, opacity) in _LOOKS.items():
        rows = [
            {"x": one + 0.5, "y": two + 0.5, "told": each.told}
            for each in cells
            if (each.sign, each.strained) == (sign, strained)
            for one, two in ((each.one, each.two), (each.two, each.one))
        ]
        if rows:
            layers.append(
                chart_of(rows)
                .mark_point(
                    shape=_SQUARE if sign > 0 else _CROSS,
                    filled=True,
                    size=cell**2,
                    color=colour,
                    opacity=opacity,
                    stroke=LIGHT["ink"] if strained else None,
                    strokeWidth=0.9 if strained else 0,
                )
                .encode(**_at(side, size), tooltip="told:N", description="told:N")
            )
    return layers


def _boxes(blocs: Sequence[tuple[int, int, str]], side: float, size: int) -> alt.Chart:
    rows = [{"x": first, "x2": last + 1, "y": first, "y2": last + 1} for first, last, _ in blocs]
    boxes: alt.Chart = (
        chart_of(rows)
        .mark_rect(filled=False, stroke=LIGHT["ink"], strokeWidth=1.3)
        .encode(**_at(side, size), x2="x2", y2="y2")
    )
    return boxes


def _labels(matrix: BlocMatrix, side: float, size: int, cell: float) -> list[alt.Chart]:
    font = min(12.0, max(7.5, cell * 0.82))
    left = [
        {"y": place + 0.5, "name": f"{name}  {code}"}
        for place, (name, code) in enumerate(zip(matrix.names, matrix.codes, strict=True))
    ]
    above = [{"x": place + 0.5, "code": code} for place, code in enumerate(matrix.codes)]
    right = [{"y": (first + last + 1) / 2, "name": name} for first, last, name in matrix.blocs]
    return [
        chart_of(left)
        .mark_text(align="right", fontSize=font, color=LIGHT["ink2"], x=-5)
        .encode(y=_place("y", side, size, alt.Y), text="name:N"),
        chart_of(above)
        .mark_text(align="left", angle=270, fontSize=font * 0.92, color=LIGHT["ink2"], y=-5)
        .encode(x=_place("x", side, size, alt.X), text="code:N"),
        chart_of(right)
        .mark_text(align="left", fontSize=12.5, fontWeight="bold", color=LIGHT["ink"], x=side + 8)
        .encode(y=_place("y", side, size, alt.Y), text="name:N"),
    ]


def _key(words: tuple[str, str, str]) -> alt.TopLevelMixin:
    """The legend: the marks themselves, with words beside them."""
    places, x = [], 0.0
    for word in words:
        places.append(x)
        x += 34 + 6.6 * len(word)
    looks = ((1, False), (-1, False), (1, True))
    layers: list[alt.Chart] = []
    for place, word, (sign, strained) in zip(places, words, looks, strict=True):
        colour, opacity = _LOOKS[sign, strained]
        layers.append(
            chart_of([{}])
            .mark_point(
                shape=_SQUARE if sign > 0 else _CROSS, filled=True, size=170, color=colour,
                opacity=opacity, stroke=LIGHT["ink"] if strained else None,
                strokeWidth=0.9 if strained else 0, x=place + 8, y=8,
            )
        )  # fmt: skip
        layers.append(
            chart_of([{"word": word}])
            .mark_text(align="left", fontSize=12.5, color=LIGHT["ink2"], x=place + 20, y=9)
            .encode(text="word:N")
        )
    return alt.layer(*layers).properties(width=x, height=18)


def _text(lines: Sequence[str], size: float, colour: str) -> alt.Chart:
    height = (size + 5) * max(len(lines), 1)
    rows = [{"line": line, "y": (size + 5) * (number + 0.5)} for number, line in enumerate(lines)]
    text: alt.Chart = (
        chart_of(rows or [{"line": "", "y": 0}])
        .mark_text(align="left", fontSize=size, color=colour, x=0)
        .encode(
            text="line:N",
            y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height])),
        )
        .properties(width=200, height=height)
    )
    return text
