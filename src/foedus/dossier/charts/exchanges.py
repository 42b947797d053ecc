"""Counts per year against the range expected of them: outside it a mark is full, inside hollow.

A year nobody listed is hatched, never a zero; the count of a year listed in part is a least one
(≥).
"""

import math

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    chart_of,
    coloured,
    not_covered,
    stroked,
    y2_of,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import YearCount, YearlyExchanges

__all__ = ["exchanges_chart"]

HEIGHT = 190


def exchanges_chart(exchanges: YearlyExchanges, width: int, not_covered_words: str) -> Layers:
    """Return a stem and a head for each year, over the stepped band of what is expected."""
    first, last = exchanges.years[0].year, exchanges.years[-1].year
    x = alt.X(
        "from:Q",
        scale=alt.Scale(domain=[first - 0.5, last + 0.5], nice=False, zero=False),
        axis=alt.Axis(
            format="d",
            title=None,
            grid=False,
            labelOverlap=True,
            values=_ticks(first, last, width),
        ),
    )
    y = alt.Y(
        "count:Q",
        axis=alt.Axis(title=None, values=_levels(exchanges), grid=True, format="d"),
        scale=alt.Scale(domainMin=0, nice=True),
    )
    unlisted = [each.year for each in exchanges.years if each.count is None]
    layers = not_covered(_runs(unlisted), not_covered_words, x, HEIGHT)
    bands = [
        {"from": each.year - 0.5, "to": each.year + 0.5, "count": each.low, "high": each.high}
        for each in exchanges.years
        if each.low is not None and each.high is not None
    ]
    if bands:
        layers.append(
            chart_of(bands)
            .mark_rect(fill=LIGHT["exp"])
            .encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("high:Q"))
        )
    counted = [_counted(each) for each in exchanges.years if each.count is not None]
    if counted:
        stems = chart_of(counted).mark_rule(color=LIGHT["ink2"], strokeWidth=1.2)
        heads = chart_of(counted).mark_point(size=80, strokeWidth=1.7, opacity=1)
        words = chart_of(counted).mark_text(dy=-13, fontSize=13)
        layers += [
            stems.encode(x=x, y=y, y2=y2_of(0)),
            heads.encode(
                x=x,
                y=y,
                href=alt.Href("href:N"),
                tooltip=alt.Tooltip("told:N"),
                description=alt.Description("told:N"),
                fill=alt.condition(
                    "datum.outside", alt.value(LIGHT["coop"]), alt.value(LIGHT["paper"])
                ),
                stroke=stroked(LIGHT["coop"]),
            ),
            words.encode(
                x=x,
                y=y,
                text=alt.Text("label:N"),
                href=alt.Href("href:N"),
                color=coloured(LIGHT["link"]),
            ),
        ]
    return alt.layer(*layers).properties(width=width - 34, height=HEIGHT)


def _counted(each: YearCount) -> dict[str, object]:
    assert each.count is not None
    expected = each.low is not None and each.high is not None
    outside = expected and not (each.low or 0) <= each.count <= (each.high or 0)
    return {
        "from": each.year,
        "count": each.count,
        "outside": outside,
        "told": f"{each.year}: {each.count}",
        "label": f"{each.count}" if each.whole else f"≥ {each.count}",
        "href": f"#ev={each.evidence}" if each.evidence else None,
    }


def _runs(years: list[int]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    for year in years:
        if runs and runs[-1][1] == year - 0.5:
            runs[-1] = (runs[-1][0], year + 0.5)
        else:
            runs.append((year - 0.5, year + 0.5))
    return runs


def _levels(exchanges: YearlyExchanges) -> list[int]:
    """Return the whole numbers to mark on the height: a year has no half exchanges."""
    tops = [value for each in exchanges.years for value in (each.count, each.high) if value]
    top = math.ceil(max(tops, default=1))
    step = max(1, math.ceil(top / 4))
    return list(range(0, top + step, step))


def _ticks(first: int, last: int, width: int) -> list[int]:
    step = next(
        (step for step in (1, 2, 5, 10, 20, 50) if (last - first) / step * 44 < width - 34), 100
    )
    return [year for year in range(first, last + 1) if (last - year) % step == 0]
