"""Capabilities drawn: what passed between the actors over each series, on one clock of years."""

import datetime as dt
from collections.abc import Iterator

from foedus.dossier.blocks import Data
from foedus.dossier.figures import (
    Bar,
    Counts,
    Curve,
    Curves,
    Lanes,
    Panel,
    Reading,
    Stack,
    Stretch,
)
from foedus.dossier.words.capability_words import CapabilityWords
from foedus.repercussions.capabilities.marks import Mark
from foedus.repercussions.capabilities.series import CapabilitySeries

__all__ = ["capability_rows", "capability_stack"]


def capability_stack(said: CapabilityWords, *, titled: bool = True) -> Stack:
    """Return the marks, then every series drawn; without a title where a figure has it."""
    found, words = said.found, said.words
    names = words.listed(tuple(said.named(one) for one in found.beside))
    key = "figure" if found.beside else "figure_alone"
    values = {"actor": said.named(found.actor)} | ({"beside": names} if found.beside else {})
    title = words.text(f"capabilities.{key}", **values)
    drawn = said.drawn()
    sources = dict.fromkeys(f"{one.source.title} ({one.source.version})" for one in drawn)
    begins, ends = dt.date(found.first, 1, 1), dt.date(found.last, 12, 31)
    panels = [_series_panel(said, one, begins, ends) for one in drawn]
    if found.marks:
        panels.insert(0, _marks_panel(said, names, begins, ends))
    return Stack(
        title=title if titled else "",
        panels=tuple(panels),
        begins=begins,
        ends=ends,
        seams=(),
        source=words.text("capabilities.figure_source", sources="; ".join(sources) or "—"),
        describes=title,
    )


def _marks_panel(said: CapabilityWords, names: str, begins: dt.date, ends: dt.date) -> Panel:
    words = said.words
    lanes = {name: words.text(f"capabilities.lane_{name}") for name in ("treaty", "given", "taken")}
    title = words.text("capabilities.panel_marks", actor=said.named(said.found.actor), beside=names)
    bars = tuple(_bar(said, one, lanes[_lane(said, one)]) for one in said.found.marks)
    used = {bar.lane for bar in bars}
    return Panel(
        title,
        words.text("capabilities.panel_marks_subtitle"),
        Lanes(
            lanes=tuple(lane for lane in lanes.values() if lane in used),
            bars=bars,
            gaps=(),
            begins=begins,
            ends=ends,
            describes=title,
        ),
    )


def _lane(said: CapabilityWords, mark: Mark) -> str:
    if mark.kind == "treaty" or mark.giver is None:
        return "treaty"
    return "given" if mark.giver == said.found.actor else "taken"


def _bar(said: CapabilityWords, mark: Mark, lane: str) -> Bar:
    whole_year = (mark.latest - mark.earliest).days > 300
    form = "possible" if not mark.sure else "uncertain" if whole_year else "exact"
    told = said.mark_words(mark) + (f": {mark.what}" if mark.what else "")
    return Bar(
        lane=lane,
        earliest=mark.earliest,
        latest=mark.latest,
        form=form,
        tone="cooperation",
        label="",
        told=told,
        evidence="",
    )


def _series_panel(
    said: CapabilityWords, series: CapabilitySeries, begins: dt.date, ends: dt.date
) -> Panel:
    title = said.series(series.kind.key)
    unit = series.kind.unit.said(said.words.language)
    subtitle = f"{unit} ({series.base_year})" if series.base_year else unit
    readings = tuple(
        Reading(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), value)
        for year, value in sorted(series.values.items())
        if value is not None or not series.kind.counted
    )
    gaps = tuple(_gaps(said, series))
    if series.kind.counted:
        counts = Counts(up=readings, begins=begins, ends=ends, stretches=gaps, describes=title)
        return Panel(title, subtitle, counts)
    top = max(series.known.values()) * 1.05 or 1.0
    curves = Curves(
        curves=(Curve("", 0, readings),),
        low=0.0,
        high=top,
        begins=begins,
        ends=ends,
        stretches=gaps,
        describes=title,
    )
    return Panel(title, subtitle, curves)


def _gaps(said: CapabilityWords, series: CapabilitySeries) -> Iterator[Stretch]:
    words = said.words.text("capabilities.uncovered")
    run: list[int] = []
    for year, value in (*sorted(series.values.items()), (None, 0.0)):
        if value is None and year is not None:
            run.append(year)
        elif run:
            yield Stretch(dt.date(run[0], 1, 1), dt.date(run[-1], 12, 31), words)
            run = []


def capability_rows(said: CapabilityWords) -> Data:
    """Return one row per series and year; the value None where nobody covers or gives one."""
    return Data(
        ("actor", "series", "year", "value", "unit", "dataset"),
        tuple(
            (each.actor, each.kind.key, year, value, each.kind.unit.said("en"), each.kind.dataset)
            for each in said.found.series
            for year, value in sorted(each.values.items())
        ),
    )
