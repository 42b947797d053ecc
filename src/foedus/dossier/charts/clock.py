"""When a treaty was signed, entered into force and ended, and where on that line an act falls."""

import datetime as dt

import altair as alt

from foedus.dossier.charts.marks import (
    Layers,
    across,
    chart_of,
    instant,
    y2_at,
    y_at,
)
from foedus.dossier.charts.theme import LIGHT
from foedus.dossier.figures import Clock

__all__ = ["clock_chart"]

HEIGHT = 34


def clock_chart(clock: Clock, width: int) -> Layers:
    """Return one bar: outlined while only signed, filled while in force, with the act upon it."""
    dates = [date for date in (clock.signed, clock.in_force, clock.ended, clock.act) if date]
    span = max((max(dates) - min(dates)).days, 60)
    begins = min(dates) - dt.timedelta(days=span // 8)
    ends = max(dates) + dt.timedelta(days=span // 4)
    x = alt.X(
        "from:Q",
        axis=None,
        scale=across(begins, ends),
    )
    layers = [
        chart_of([{"from": instant(begins), "to": instant(ends)}])
        .mark_rule(color=LIGHT["rule"])
        .encode(x=x, x2=alt.X2("to:Q"), y=y_at(HEIGHT / 2))
    ]
    for start, end, filled in _runs(clock, ends):
        layers.append(_run(start, end, filled, x))
    layers += _labels(clock, x, begins + (ends - begins) * 0.62)
    return alt.layer(*layers).properties(width=width, height=HEIGHT)


def _runs(clock: Clock, ends: dt.date) -> list[tuple[dt.date, dt.date, bool]]:
    stop = clock.ended or ends
    runs = []
    if clock.signed and (clock.in_force is None or clock.signed < clock.in_force):
        runs.append((clock.signed, clock.in_force or stop, False))
    if clock.in_force:
        runs.append((clock.in_force, stop, True))
    return runs


def _run(start: dt.date, end: dt.date, filled: bool, x: alt.X) -> alt.Chart:
    drawn: alt.Chart = (
        chart_of([{"from": instant(start), "to": instant(end)}])
        .mark_rect(
            fill=LIGHT["coop"] if filled else LIGHT["paper"], stroke=LIGHT["coop"], strokeWidth=1.5
        )
        .encode(x=x, x2=alt.X2("to:Q"), y=y_at(HEIGHT / 2 - 7), y2=y2_at(HEIGHT / 2 + 7))
    )
    return drawn


def _labels(clock: Clock, x: alt.X, turn: dt.date) -> list[alt.Chart]:
    """Return the words above and below the bar; right of `turn` they run to the left."""
    layers = []
    for date, words in clock.words:
        act = date == clock.act
        mark = chart_of([{"from": instant(date), "words": words}]).mark_text(
            align="right" if date > turn else "left",
            baseline="top" if act else "bottom",
            dx=0,
            dy=2 if act else -1,
            fontWeight="normal" if act else "bold",
        )
        layers.append(mark.encode(x=x, y=y_at(HEIGHT if act else 4), text=alt.Text("words:N")))
    act_mark = chart_of([{"from": instant(clock.act)}])
    return [
        *layers,
        act_mark.mark_rule(color=LIGHT["ink"], strokeWidth=2).encode(
            x=x, y=y_at(HEIGHT / 2 - 12), y2=y2_at(HEIGHT / 2 + 12)
        ),
        act_mark.mark_point(
            shape="circle", size=90, filled=True, color=LIGHT["conf"], opacity=1
        ).encode(x=x, y=y_at(HEIGHT / 2)),
    ]
