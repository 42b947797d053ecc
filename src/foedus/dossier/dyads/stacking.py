"""A bond as a stack of drawings on one time axis, and what they draw as rows.

Each panel comes from a function of the words of the bond, which yields none where nothing that
could be drawn is held: what is missing stands in the words, with the command that brings it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from foedus.dossier.blocks import Data
from foedus.dossier.dyads.count_panels import events_panel, exchanges_panel
from foedus.dossier.dyads.curve_panels import beside_panel, points_panel, similarity_panel
from foedus.dossier.dyads.lanes_of import obligation_panel, record_panel
from foedus.dossier.dyads.saying import DyadWords
from foedus.dossier.figures import Bar, Counts, Curves, Lanes, Panel, Reading, Stack

__all__ = ["drawn_rows", "stack_of"]

_DAY = dt.timedelta(days=1)


def stack_of(w: DyadWords) -> Stack:
    """Return everything that can be drawn of a bond, from its first day to its last."""
    makers: tuple[Callable[[DyadWords], Iterator[Panel]], ...] = (
        obligation_panel,
        similarity_panel,
        beside_panel,
        points_panel,
        exchanges_panel,
        events_panel,
        record_panel,
    )
    title = w.title()
    named = [
        w.words.text("dyad.sources.own") if each.dataset == "register" else w.release(each)
        for each in w.held()
    ]
    return Stack(
        title=title,
        panels=tuple(panel for make in makers for panel in make(w)),
        begins=w.bond.first,
        ends=w.bond.last,
        seams=tuple(_seams(w)),
        source=w.words.text("dyad.sources.drawn", sources="; ".join(named)),
        describes=w.words.text("dyad.describes", title=title),
    )


def _seams(w: DyadWords) -> Iterator[tuple[dt.date, str]]:
    for line in (w.bond.one, w.bond.other):
        for before, after in line.seams(w.bond.first, w.bond.last):
            assert after.begins is not None
            yield (
                after.begins,
                w.words.text(
                    "dyad.seam",
                    before=w.told_apart(before, after),
                    after=w.told_apart(after, before),
                ),
            )


# --- What is drawn, as rows -----------------------------------------------------------------------


def drawn_rows(stack: Stack, without: Iterable[str] = ()) -> Data:
    """Return everything a stack draws, one row per mark, as plain values.

    `without` are parts whose rows are left out: those that may not be passed on.
    """
    left_out = frozenset(without)
    columns = ("panel", "series", "begins", "ends", "value", "low", "high", "said")
    rows = tuple(
        (panel.title, *row) for panel in stack.panels for row in _drawn(panel.drawing, left_out)
    )
    return Data(columns, rows)


def _drawn(
    drawing: Lanes | Curves | Counts, left_out: frozenset[str]
) -> Iterator[tuple[object, ...]]:
    match drawing:
        case Curves():
            for curve in drawing.curves:
                for each in curve.readings:
                    yield _row(curve.name, each)
        case Counts():
            for name, readings in zip(drawing.names, (drawing.up, drawing.down), strict=True):
                for each in readings:
                    yield _row(name, each)
            for name, readings in zip(drawing.names, drawing.levels, strict=True):
                for each in readings:
                    yield _row(f"{name} ~", each)
        case Lanes():
            for bar in drawing.bars:
                if bar.evidence not in left_out:
                    yield _bar_row(bar)
            for gap, words in drawing.gaps:
                yield (gap.lane, gap.earliest, gap.latest, None, None, None, words)
    for stretch in getattr(drawing, "stretches", ()):
        yield ("", stretch.earliest, stretch.latest, None, None, None, stretch.words)
    for turn in getattr(drawing, "turns", ()):
        yield ("", turn.earliest, turn.latest, None, None, None, turn.words)


def _row(name: str, each: Reading) -> tuple[object, ...]:
    last = each.ends - _DAY
    return (name, each.begins, last, each.value, each.low, each.high, "")


def _bar_row(bar: Bar) -> tuple[object, ...]:
    return (bar.lane, bar.earliest, bar.latest, None, None, None, bar.told)
