"""Cooperation above the line and conflict below, month by month.

A covered month in which nothing was recorded is a dot on the line; months that nobody covers are
hatched, what was recorded in them stands on the hatching. The two never look alike.
"""

import altair as alt

from foedus.dossier.charts.marks import (
    OWN_FILL,
    Layers,
    across,
    chart_of,
    instant,
    next_month,
    not_covered,
    time_axis,
    uncovered_runs,
    y2_of,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import MonthlyTies, TiePoint

__all__ = ["monthly_chart"]

HEIGHT = 190


def monthly_chart(ties: MonthlyTies, width: int, not_covered_words: str) -> Layers:
    """Return the months as bars from a zero line, `width` pixels wide."""
    first, last = ties.points[0].month, next_month(ties.points[-1].month)
    x = alt.X(
        "from:Q",
        scale=across(first, last),
        axis=time_axis(first, last, width - 34, grid=False),
    )
    y = alt.Y("height:Q", axis=alt.Axis(title=None, tickCount=5, grid=True))
    runs = uncovered_runs(
        (point.month, next_month(point.month), point.covered) for point in ties.points
    )
    layers = not_covered([(instant(a), instant(b)) for a, b in runs], not_covered_words, x, HEIGHT)
    layers.append(
        chart_of([{"height": 0}]).mark_rule(color=LIGHT["ink3"], strokeWidth=1.2).encode(y=y)
    )
    bars = [row for point in ties.points for row in _bars(point)]
    if bars:
        layers.append(
            chart_of(bars)
            .mark_bar(binSpacing=0)
            .encode(
                x=x,
                x2=alt.X2("to:Q"),
                y=y,
                y2=y2_of(0),
                fill=OWN_FILL,
                href=alt.Href("href:N"),
                tooltip=alt.Tooltip("told:N"),
                description=alt.Description("told:N"),
            )
        )
    quiet = [
        {"from": instant(point.month.replace(day=15)), "height": 0}
        for point in ties.points
        if point.covered and not point.cooperation and not point.conflict
    ]
    if quiet:
        layers.append(
            chart_of(quiet)
            .mark_point(size=14, filled=True, color=LIGHT["ink3"], opacity=1)
            .encode(x=x, y=y)
        )
    return alt.layer(*layers).properties(width=width - 34, height=HEIGHT)


def _bars(point: TiePoint) -> list[dict[str, object]]:
    # A tenth of the month is left on either side, so that neighbours stay apart.
    start, end = point.month.replace(day=4), point.month.replace(day=28)
    return [
        {
            "from": instant(start),
            "to": instant(end),
            "month": f"{point.month:%Y-%m}",
            "height": height,
            "told": f"{point.month:%Y-%m}: {height:g}",
            "fill": colour,
            "href": f"#ev={point.evidence}" if point.evidence else None,
        }
        for height, colour in (
            (point.cooperation, LIGHT["coop"]),
            (point.conflict, LIGHT["conf"]),
        )
        if height
    ]
