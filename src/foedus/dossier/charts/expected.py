"""Counts through time over the stepped band of what was expected of each.

A mark within its band is hollow, one outside it filled; a stretch that nobody recorded is hatched
and has no mark, while a recorded one without a mention stands on the axis. The stretches asked
about are shaded from top to foot, and their counts are written.
"""

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    across,
    chart_of,
    coloured,
    instant,
    not_covered,
    stroked,
    time_axis,
    uncovered_runs,
    y2_at,
    y2_of,
    y_at,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import ExpectedCounts

__all__ = ["expected_chart"]

HEIGHT = 200


def expected_chart(counts: ExpectedCounts, width: int, not_covered_words: str) -> Layers:
    """Return the band of the expected, a stem and head for each count, the asked spells shaded."""
    first, last = counts.points[0][0], counts.points[-1][1]
    axis = time_axis(first, last, width - 34, grid=False)
    x = alt.X("from:Q", scale=across(first, last), axis=axis)
    middle = alt.X("middle:Q", scale=across(first, last), axis=axis)
    y = alt.Y(
        "count:Q",
        axis=alt.Axis(title=None, tickCount=4, tickMinStep=1, grid=True, format="d"),
        scale=alt.Scale(domainMin=0, nice=True),
    )
    asked = [{"from": instant(a), "to": instant(b)} for a, b in counts.asked]
    layers = [
        chart_of(asked)
        .mark_rect(fill=LIGHT["band"])
        .encode(x=x, x2=alt.X2("to:Q"), y=y_at(0), y2=y2_at(HEIGHT)),
        chart_of([{**asked[0], "words": counts.asked_words}])
        .mark_text(align="left", dy=-8, color=LIGHT["cont"], clip=False)
        .encode(x=x, y=y_at(0), text=alt.Text("words:N")),
    ]
    runs = uncovered_runs((a, b, count is not None) for a, b, count, _, _ in counts.points)
    layers += not_covered([(instant(a), instant(b)) for a, b in runs], not_covered_words, x, HEIGHT)
    bands = [
        {"from": instant(a), "to": instant(b), "count": low, "high": high}
        for a, b, count, low, high in counts.points
        if count is not None and low is not None and high is not None
    ]
    if bands:
        layers.append(
            chart_of(bands)
            .mark_rect(fill=LIGHT["exp"], opacity=0.85)
            .encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("high:Q"))
        )
    marks = _marks(counts)
    stems = chart_of(marks).mark_rule(color=LIGHT["ink2"], strokeWidth=1)
    heads = chart_of(marks).mark_point(
        size=34 if width > 400 else 14, strokeWidth=1.5, opacity=1, clip=False
    )
    written = [mark for mark in marks if mark["label"]]
    return alt.layer(
        *layers,
        stems.encode(x=middle, y=y, y2=y2_of(0)),
        heads.encode(
            x=middle,
            y=y,
            href=alt.Href("href:N"),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
            fill=alt.condition(
                "datum.outside", alt.value(LIGHT["coop"]), alt.value(LIGHT["paper"])
            ),
            stroke=stroked(LIGHT["coop"]),
        ),
        chart_of(written)
        .mark_text(dy=-12, fontSize=13, clip=False)
        .encode(
            x=middle,
            y=y,
            text=alt.Text("label:N"),
            href=alt.Href("href:N"),
            color=coloured(LIGHT["link"]),
        ),
    ).properties(width=width - 34, height=HEIGHT)


def _marks(counts: ExpectedCounts) -> list[dict[str, object]]:
    return [
        {
            "middle": (instant(a) + instant(b)) / 2,
            "count": count,
            "outside": low is not None and high is not None and not low <= count <= high,
            "told": f"{a:%Y-%m}: {count}" + ("" if low is None else f" ({low}–{high})"),
            "label": str(count) if any(s <= a and b <= e for s, e in counts.asked) else "",
            "href": f"#ev={counts.evidence}" if counts.evidence else None,
        }
        for a, b, count, low, high in counts.points
        if count is not None
    ]
