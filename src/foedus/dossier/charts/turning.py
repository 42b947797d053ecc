"""A series, its levels, and the intervals that hold its changes, each with a brace."""

import datetime as dt
from typing import Any

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    across,
    chart_of,
    instant,
    not_covered,
    time_axis,
    uncovered_runs,
    y2_at,
    y2_of,
    y_at,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import TurningSeries

__all__ = ["turning_chart"]

HEIGHT = 200


def turning_chart(series: TurningSeries, width: int, not_covered_words: str) -> Layers:
    """Return the counts as thin bars, a line at each level, and the change intervals as bands."""
    first, last = series.points[0][0], series.points[-1][1]
    x = alt.X(
        "from:Q",
        scale=across(first, last),
        axis=time_axis(first, last, width - 34, grid=False),
    )
    y = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=4, tickMinStep=1, grid=True))
    runs = uncovered_runs(
        (begins, ends, value is not None) for begins, ends, value in series.points
    )
    layers = not_covered([(instant(a), instant(b)) for a, b in runs], not_covered_words, x, HEIGHT)
    bands = [_band(series, *interval) for interval in series.intervals]
    layers += [
        chart_of(bands)
        .mark_rect(fill=LIGHT["band"])
        .encode(x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(HEIGHT)),
        *_expected(series, x, y),
        chart_of(_bars(series, width))
        .mark_bar(color=LIGHT["unk"])
        .encode(x=x, x2=alt.X2("to:Q"), y=y, y2=y2_of(0), tooltip=["begins:N", "value:Q"]),
        chart_of(
            [{"from": instant(a), "to": instant(b), "value": mean} for a, b, mean in series.levels]
        )
        .mark_rule(color=LIGHT["ink"], strokeWidth=1.8)
        .encode(x=x, x2=alt.X2("to:Q"), y=y),
    ]
    if bands:
        layers += _braces(bands, x)
    return alt.layer(*layers).properties(width=width - 34, height=HEIGHT)


def _bars(series: TurningSeries, width: int) -> list[dict[str, object]]:
    # Bars keep apart by an eighth on either side, and never grow wider than they are read.
    spare = max(0.12, 0.5 - 9 * len(series.points) / (width - 34))
    return [
        {
            "from": instant(begins + (ends - begins) * spare),
            "to": instant(ends - (ends - begins) * spare),
            "begins": begins.isoformat(),
            "value": value,
        }
        for begins, ends, value in series.points
        if value is not None
    ]


def _band(series: TurningSeries, begins: dt.date, ends: dt.date) -> dict[str, Any]:
    band: dict[str, Any] = {
        "from": instant(begins),
        "to": instant(ends),
        "middle": instant(begins + (ends - begins) / 2),
        "words": series.probability,
    }
    return {**band, "href": f"#ev={series.evidence}"} if series.evidence else band


def _expected(series: TurningSeries, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return what is known of the level: a rectangle for each stretch, if any."""
    values = [
        {"from": instant(begins), "to": instant(ends), "value": low, "high": high}
        for begins, ends, low, high in series.expected
    ]
    if not values:
        return []
    marks = chart_of(values).mark_rect(fill=LIGHT["ink3"], opacity=0.28)
    return [marks.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("high:Q"))]


def _braces(bands: list[dict[str, Any]], x: alt.X) -> list[alt.Chart]:
    stroke: dict[str, Any] = {"color": LIGHT["cont"], "strokeWidth": 1.4}
    top = chart_of(bands).mark_rule(**stroke).encode(x=x, x2=alt.X2("to:Q"), y=y_at(-7))
    ends = chart_of([{"from": band[end]} for band in bands for end in ("from", "to")])
    # Beside one another the same words would run into each other: once is enough.
    words = chart_of(bands[:1]).mark_text(
        dy=-17, color=LIGHT["cont"], fontWeight="bold", clip=False
    )
    link = {"href": "href:N"} if "href" in bands[0] else {}
    return [
        top,
        ends.mark_rule(**stroke).encode(x=x, y=y_at(-7), y2=y2_at(0)),
        words.encode(x=alt.X("middle:Q"), y=y_at(0), text=alt.Text("words:N"), **link),
    ]
