"""What a bond owes and what datasets list of it, as lanes on a clock."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from foedus.dossier.dyads.facts import DUTIES, Standing
from foedus.dossier.dyads.saying import DyadWords
from foedus.dossier.figures import Bar, Gap, Lanes, Panel

__all__ = ["obligation_panel", "record_panel"]

Row = Mapping[str, Any]
_DAY = dt.timedelta(days=1)
_TONES = {
    "disputes": "conflict",
    "rivalries": "contested",
    "sanctions": "conflict",
    "arms": "cooperation",
}


def obligation_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield the lanes of what was owed, one per promise that counts and one for the others."""
    spells = [each for each in w.spells if _overlaps(w, each)]
    if not spells:
        return
    lanes = _lanes(w, spells)
    bars: list[Bar] = []
    for lane, kinds in lanes.items():
        for each in spells:
            if not set(kinds) & set(each.kinds):
                continue
            first = not any(
                other.instrument == each.instrument
                and (other.begins[0] or dt.date.min) < (each.begins[0] or dt.date.min)
                for other in spells
            )
            bars += _bars(w, lane, each, first=first)
    gaps = tuple(_unknown(w, lanes))
    hatched = w.words.text("dyad.panel.owed_hatched") if gaps else ""
    count = len({each.instrument for each in spells})
    title = w.words.counted("dyad.panel.owed", count, count=count)
    yield Panel(
        title,
        w.words.text("dyad.panel.owed_subtitle") + hatched,
        Lanes(
            lanes=tuple(lanes),
            bars=tuple(bars),
            gaps=gaps,
            begins=w.bond.first,
            ends=w.bond.last,
            describes=title,
        ),
    )


def _lanes(w: DyadWords, spells: list[Standing]) -> dict[str, tuple[str, ...]]:
    """Return the name of each lane and the kinds of promise in it."""
    present = {kind for each in spells for kind in each.kinds}
    lanes: dict[str, tuple[str, ...]] = {
        w.kind(kind): (kind,) for kind in DUTIES if kind in present
    }
    others = tuple(sorted(present - set(DUTIES)))
    if others:
        lanes[w.words.text("dyad.panel.other_promises")] = others
    return lanes


def _overlaps(w: DyadWords, each: Standing) -> bool:
    begins, ends = each.begins[0] or dt.date.min, each.ends[1] or dt.date.max
    return begins <= w.bond.last and ends >= w.bond.first


def _bars(w: DyadWords, lane: str, each: Standing, *, first: bool) -> Iterator[Bar]:
    begins = each.begins[1] or w.bond.first
    ends = each.ends[0] or _last(w, each)
    label = w.treaty(each)
    if len(each.obligors) == 1:
        label += f" ({w.words.text('dyad.panel.only', obligor=w.alone(each.obligors[0]))})"
    told = f"{w.treaty(each)}: {w.kinds(each.kinds)}"
    shared = {"lane": lane, "tone": "cooperation", "told": told, "evidence": each.instrument}
    if each.signed and each.begins[0] and each.signed < each.begins[0] and first:
        earlier = max(each.signed, w.bond.first)
        yield Bar(earliest=earlier, latest=each.begins[0], form="signed", label="", **shared)
    if each.begins[0] and each.begins[0] < begins:
        yield Bar(earliest=each.begins[0], latest=begins, form="uncertain", label="", **shared)
    form = "force" if each.surely else "possible"
    yield Bar(earliest=begins, latest=min(ends, w.bond.last), form=form, label=label, **shared)
    if each.ends[0] and each.ends[1] and each.ends[0] < each.ends[1]:
        yield Bar(earliest=each.ends[0], latest=each.ends[1], form="uncertain", label="", **shared)


def _last(w: DyadWords, each: Standing) -> dt.date:
    """Return the last day known of a spell that runs."""
    if each.known_to is None:
        return w.bond.last
    return min(dt.date(each.known_to, 12, 31), w.bond.last)


def _unknown(w: DyadWords, lanes: Iterable[str]) -> Iterator[tuple[Gap, str]]:
    """Yield, for each lane, the days of which no more is known than the register of foedus holds.

    A treaty of these days that it lacks is unknown, and the lane empty for want of asking.
    """
    atop = w.source("obligations", "atop")
    first, last = (None, None) if atop.missing else atop.covers
    spans = [(w.bond.first, w.bond.last)] if last is None else []
    if first and last:
        spans += [
            (w.bond.first, min(dt.date(first, 1, 1) - _DAY, w.bond.last)),
            (max(dt.date(last + 1, 1, 1), w.bond.first), w.bond.last),
        ]
    for begins, ends in spans:
        for lane in lanes if begins < ends else ():
            yield Gap(lane, begins, ends), w.words.text("dyad.panel.register_alone")


def record_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield the lanes of what datasets list, each hatched where its datasets cover nothing."""
    bars: list[Bar] = []
    gaps: list[tuple[Gap, str]] = []
    lanes: list[str] = []
    for name, tone in _TONES.items():
        part = w.bond.parts[name]
        if not (part.held and w.listed):
            continue
        lane = w.words.text(f"dyad.panel.lane_{name}")
        lanes.append(lane)
        first, last = ("first_delivery", "last_delivery") if name == "arms" else _YEARS
        for begins, ends, told in _runs(part.to_pylist(), first, last, w.bond.last.year):
            bars.append(
                Bar(
                    lane=lane,
                    earliest=dt.date(begins, 1, 1),
                    latest=min(dt.date(ends, 12, 31), w.bond.last),
                    form="force",
                    tone=tone,
                    label="",
                    told=told,
                    evidence=name,
                )
            )
        for begins, ends in _not_covered(w, name):
            gap = Gap(lane, dt.date(begins, 1, 1), min(dt.date(ends, 12, 31), w.bond.last))
            gaps.append((gap, w.words.text("dyad.panel.not_covered")))
    if lanes:
        title = w.words.text("dyad.panel.recorded")
        yield Panel(
            title,
            w.words.text("dyad.panel.recorded_subtitle"),
            Lanes(
                lanes=tuple(lanes),
                bars=tuple(bars),
                gaps=tuple(gaps),
                begins=w.bond.first,
                ends=w.bond.last,
                describes=title,
            ),
        )


_YEARS = ("first_year", "last_year")


def _runs(
    rows: list[dict[str, Any]], first: str, last: str, end: int
) -> Iterator[tuple[int, int, str]]:
    """Yield runs of years in which something is listed; what touches is one run."""
    spans = sorted((row[first], row[last] or end) for row in rows if row[first])
    open_run: list[int] = []
    count = 0
    for begins, ends in spans:
        if open_run and begins > open_run[1] + 1:
            yield open_run[0], open_run[1], str(count)
            open_run, count = [], 0
        open_run = [open_run[0], max(open_run[1], ends)] if open_run else [begins, ends]
        count += 1
    if open_run:
        yield open_run[0], open_run[1], str(count)


def _not_covered(w: DyadWords, name: str) -> Iterator[tuple[int, int]]:
    part, run = w.bond.parts[name], list[int]()
    for year in range(w.bond.first.year, w.bond.last.year + 1):
        if not part.covered(year):
            run.append(year)
        elif run:
            yield run[0], run[-1]
            run = []
    if run:
        yield run[0], run[-1]
