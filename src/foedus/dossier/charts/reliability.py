"""What came of forecasts against what they said: on the diagonal, they meant it.

Both axes are logarithmic, as one in a thousand and one in three are forecasts of one model. A bar
is where a group would lie nine times in ten by chance alone; a mark outside its bar is filled. A
group of which nothing came stands at the foot.
"""

import altair as alt

from foedus.dossier.charts.marks import Layers, chart_of, coloured, stroked
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures.reliability import Reliability

__all__ = ["reliability_chart"]

_HIGHEST, _LEFT = 380, 52
_TICKS = (0.00001, 0.0001, 0.001, 0.01, 0.03, 0.1, 0.3, 1)
_PERCENT = "format(datum.value * 100, datum.value < 0.001 ? '.3~f' : '~g') + ' %'"


def reliability_chart(figure: Reliability, width: int) -> Layers:
    """Return the diagonal, a bar and a mark for each group."""
    side = width - _LEFT
    floor = _floor(figure)
    scale = alt.Scale(type="log", domain=[floor, 1], nice=False, clamp=True)
    shown = [tick for tick in _TICKS if tick >= floor]
    axis = alt.Axis(values=shown, labelExpr=_PERCENT, grid=True)
    above = alt.Axis(
        values=shown, labelExpr=_PERCENT, grid=True, titleAlign="left", titleX=-_LEFT, titleY=-16
    )
    x = alt.X("said:Q", scale=scale, axis=axis, title=figure.said_words)
    y = alt.Y(
        "came:Q",
        scale=scale,
        axis=above,
        title=figure.came_words,
    )
    low = alt.Y("low:Q", scale=scale, axis=above, title=figure.came_words)
    line = chart_of([{"said": floor, "came": floor}, {"said": 1, "came": 1}])
    groups = [
        {
            "said": max(one.said, floor),
            "came": max(one.came, floor),
            "low": max(one.low, floor),
            "high": max(one.high, floor),
            "outside": not one.low <= one.came <= one.high,
            "told": one.told,
            "href": f"#ev={figure.evidence}" if figure.evidence else None,
        }
        for one in figure.groups
    ]
    return alt.layer(
        line.mark_line(color=LIGHT["unk"], strokeDash=[4, 4], strokeWidth=1.2).encode(x=x, y=y),
        chart_of(groups)
        .mark_rule(strokeWidth=7, opacity=0.9)
        .encode(x=x, y=low, y2=alt.Y2("high:Q"), color=coloured(LIGHT["soft"])),
        chart_of(groups)
        .mark_point(size=54, strokeWidth=1.6, opacity=1, clip=False)
        .encode(
            x=x,
            y=y,
            href=alt.Href("href:N"),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
            fill=alt.condition(
                "datum.outside", alt.value(LIGHT["conf"]), alt.value(LIGHT["paper"])
            ),
            stroke=stroked(LIGHT["coop"]),
        ),
    ).properties(width=side, height=min(side, _HIGHEST))


def _floor(figure: Reliability) -> float:
    """Return the tick below everything that is not nought."""
    shares = [
        share for one in figure.groups for share in (one.said, one.came, one.low) if share > 0
    ]
    least = min(shares, default=0.01)
    return max((tick for tick in _TICKS if tick <= least), default=_TICKS[0])
