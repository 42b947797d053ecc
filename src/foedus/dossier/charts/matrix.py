"""Who owes whom, as a matrix: a row owes, a column is owed; groups stand together in a frame.

A full square is certain, an outline in doubt: the mark says what the colour says. An empty cell is
no promise known here; the diagonal is crossed out.
"""

from collections.abc import Iterator
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    chart_of,
    x2_at,
    x_at,
    y2_at,
    y_at,
)
from foedus.dossier.charts.theme import HATCH, LIGHT
from foedus.dossier.figures import Matrix

__all__ = ["matrix_chart"]

CELL, NARROW_CELL = 40, 30
NAMES, NARROW_NAMES = 168, 116
TOP = 26


def matrix_chart(matrix: Matrix, width: int) -> Layers:
    """Return the matrix drawn within `width` pixels: names at the left, codes above."""
    narrow = width < 600
    names = NARROW_NAMES if narrow else NAMES
    size = len(matrix.names)
    cell = min(NARROW_CELL if narrow else CELL, (width - names) / max(size, 1))
    side = cell * size
    return alt.layer(
        *_ground(size, side),
        *_promises(matrix, size),
        *_frames(matrix, size),
        *_words(matrix, size),
        _whole_width(width, names),
    ).properties(width=side, height=side)


def _whole_width(width: int, names: float) -> alt.Chart:
    """Return a mark that nobody sees and that makes the picture as wide as it is asked to be."""
    edges = chart_of([{}]).mark_rule(opacity=0)
    drawn: alt.Chart = edges.encode(x=x_at(-names), x2=x2_at(width - names), y=y_at(0))
    return drawn


def _x(field: str, size: int) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, size], nice=False, zero=False))


def _y(field: str, size: int) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[size, 0], nice=False, zero=False))


def _ground(size: int, side: float) -> Iterator[alt.Chart]:
    lines = [{"at": place} for place in range(size + 1)]
    hair = chart_of(lines)
    yield hair.mark_rule(color=LIGHT["hair"]).encode(x=_x("at", size), y=y_at(0), y2=y2_at(side))
    yield hair.mark_rule(color=LIGHT["hair"]).encode(y=_y("at", size), x=x_at(0), x2=x2_at(side))
    own = [{"x": n, "x2": n + 1, "y": n, "y2": n + 1} for n in range(size)]
    yield (
        chart_of(own)
        .mark_rect(fill=LIGHT["exp"], stroke=HATCH)
        .encode(x=_x("x", size), x2=alt.X2("x2:Q"), y=_y("y", size), y2=alt.Y2("y2:Q"))
    )


def _promises(matrix: Matrix, size: int) -> Iterator[alt.Chart]:
    looks: dict[bool, dict[str, Any]] = {
        True: {"fill": LIGHT["coop"], "stroke": LIGHT["coop"]},
        False: {"fill": LIGHT["paper"], "stroke": LIGHT["coop"], "strokeDash": [2.5, 2.5]},
    }
    edge = 0.22
    for surely, look in looks.items():
        values = [
            {
                "x": each.column + edge,
                "x2": each.column + 1 - edge,
                "y": each.row + edge,
                "y2": each.row + 1 - edge,
                "told": each.told,
                "href": f"#ev={each.evidence}",
            }
            for each in matrix.owed
            if each.surely is surely
        ]
        if values:
            marks = chart_of(values).mark_rect(strokeWidth=1.5, **look)
            yield marks.encode(
                x=_x("x", size),
                x2=alt.X2("x2:Q"),
                y=_y("y", size),
                y2=alt.Y2("y2:Q"),
                href=alt.Href("href:N"),
                tooltip=alt.Tooltip("told:N"),
                description=alt.Description("told:N"),
            )


def _frames(matrix: Matrix, size: int) -> Iterator[alt.Chart]:
    values = [
        {"x": first, "x2": last + 1, "y": first, "y2": last + 1}
        for first, last in matrix.groups
        if last > first
    ]
    if values:
        frame = chart_of(values).mark_rect(filled=False, stroke=LIGHT["ink"], strokeWidth=1.5)
        yield frame.encode(x=_x("x", size), x2=alt.X2("x2:Q"), y=_y("y", size), y2=alt.Y2("y2:Q"))


def _words(matrix: Matrix, size: int) -> Iterator[alt.Chart]:
    left = [{"y": place + 0.5, "name": name} for place, name in enumerate(matrix.names)]
    yield (
        chart_of(left)
        .mark_text(align="right", baseline="middle", dx=-8, clip=False)
        .encode(x=x_at(0), y=_y("y", size), text=alt.Text("name:N"))
    )
    above = [{"x": place + 0.5, "code": code} for place, code in enumerate(matrix.codes)]
    yield (
        chart_of(above)
        .mark_text(align="center", baseline="bottom", dy=-6, fontSize=12.5, clip=False)
        .encode(x=_x("x", size), y=y_at(0), text=alt.Text("code:N"))
    )
    for words in (matrix.down, matrix.along):
        said = chart_of([{"words": words}]).mark_text(
            align="left" if words == matrix.along else "right",
            baseline="bottom",
            dy=-TOP,
            dx=0 if words == matrix.along else -8,
            fontSize=12,
            color=LIGHT["ink3"],
            clip=False,
        )
        yield said.encode(x=x_at(0), y=y_at(0), text=alt.Text("words:N"))
