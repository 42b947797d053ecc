"""A series, its levels before and after, and the interval that holds the change, with a brace."""

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
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import TurningSeries

__all__ = ["turning_chart"]

HEIGHT = 200


def turning_chart(series: TurningSeries, width: int, not_covered_words: str) -> Layers:
    """Return the counts as thin bars, a line at each level, and the change interval as a band."""
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
    band = [
        {
            "from": instant(series.earliest),
            "to": instant(series.latest),
            "middle": instant(series.earliest + (series.latest - series.earliest) / 2),
            "words": series.probability,
            "href": f"#ev={series.evidence}",
        }
    ]
    layers += [
        chart_of(band)
        .mark_rect(fill=LIGHT["band"])
        .encode(x=x, x2="to:Q", y=alt.value(0), y2=alt.value(HEIGHT)),
        chart_of(_bars(series, width))
        .mark_bar(color=LIGHT["unk"])
        .encode(x=x, x2="to:Q", y=y, y2=alt.datum(0), tooltip=["begins:N", "value:Q"]),
        chart_of(
            [{"from": instant(a), "to": instant(b), "value": mean} for a, b, mean in series.levels]
        )
        .mark_rule(color=LIGHT["ink"], strokeWidth=1.8)
        .encode(x=x, x2="to:Q", y=y),
        *_brace(band, x),
    ]
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


def _brace(band: list[dict[str, Any]], x: alt.X) -> list[alt.Chart]:
    stroke: dict[str, Any] = {"color": LIGHT["cont"], "strokeWidth": 1.4}
    top = chart_of(band).mark_rule(**stroke).encode(x=x, x2="to:Q", y=alt.value(-7))
    ends = chart_of([{"from": band[0]["from"]}, {"from": band[0]["to"]}])
    words = chart_of(band).mark_text(dy=-17, color=LIGHT["cont"], fontWeight="bold", clip=False)
    return [
        top,
        ends.mark_rule(**stroke).encode(x=x, y=alt.value(-7), y2=alt.value(0)),
        words.encode(x=alt.X("middle:Q"), y=alt.value(0), text="words:N", href="href:N"),
    ]
