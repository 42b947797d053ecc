"""Who moved, as one picture that stands alone: drawings one under the other, the source at foot."""

import textwrap

import altair as alt

from foedus.dossier.charts.effects import RIGHT, effects_chart, room_for_names
from foedus.dossier.charts.gap_paths import LEFT, gap_chart
from foedus.dossier.charts.marks import Layers, chart_of, x_at, y_at
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures.movements import Effects, GapPaths, MovementBoard

__all__ = ["movement_board"]

EDGE = 16
SMALL = 5.8
"""About how wide a letter of the foot is."""


def movement_board(board: MovementBoard, width: int) -> alt.VConcatChart:
    """Return the drawings `width` pixels wide."""
    names = [room_for_names(one) for _, _, one in board.panels if isinstance(one, Effects)]
    left = max(names, default=0.0)
    drawn = [
        _panel(drawing, width, left).properties(
            title=alt.TitleParams(
                textwrap.wrap(title, int((width - left) / 8)),
                subtitle=textwrap.wrap(subtitle, int((width - left) / SMALL)),
                anchor="start",
                frame="group",
                fontSize=16,
                color=LIGHT["ink"],
                subtitleColor=LIGHT["ink3"],
                subtitleFontSize=12,
                offset=22,
            )
        )
        for title, subtitle, drawing in board.panels
    ]
    lines = textwrap.wrap(board.source, int((width - left) / SMALL))
    foot = (
        chart_of([{"words": lines}])
        .mark_text(align="left", baseline="top", color=LIGHT["ink3"], fontSize=12, lineHeight=16)
        .encode(x=x_at(0), y=y_at(0), text=alt.Text("words:N"))
        .properties(width=width - 2 * EDGE - left - RIGHT, height=16 * len(lines))
    )
    title = alt.TitleParams(
        textwrap.wrap(board.title, int(width / 10)),
        anchor="start",
        fontSize=22,
        fontWeight="bold",
        color=LIGHT["ink"],
        offset=18,
    )
    return alt.vconcat(*drawn, foot, spacing=30).properties(
        title=title, padding={"left": EDGE, "right": EDGE, "top": EDGE, "bottom": 14}
    )


def _panel(drawing: Effects | GapPaths, width: int, left: float) -> Layers:
    inner = width - 2 * EDGE
    if isinstance(drawing, Effects):
        return effects_chart(drawing, inner)
    # As wide between its axes as the estimates, so that all begin and end on the same pixels.
    return gap_chart(drawing, round(inner - left - RIGHT + LEFT))
