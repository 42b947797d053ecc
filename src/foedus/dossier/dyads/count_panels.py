"""What happened between two actors, counted by year and by month on the clock of a stack."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from foedus.dossier.dyads.facts import told_apart
from foedus.dossier.dyads.saying import MASS, DyadWords
from foedus.dossier.dyads.told_turns import turned_by
from foedus.dossier.figures import Counts, Curve, Curves, Panel, Reading, Stretch, Turn
from foedus.dossier.words.days import percent_words
from foedus.relations.bonds.turns import CLASSES, LEAST_MONTHS, months_of

__all__ = ["events_panel", "exchanges_panel"]

Row = Mapping[str, Any]
_DAY = dt.timedelta(days=1)


def exchanges_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield each series of a case by year, with the interval its change lies in."""
    rows = w.rows("exchanges")
    for series in dict.fromkeys(row["series"] for row in rows):
        mine = [row for row in rows if row["series"] == series]
        covered = [row for row in mine if row["covered"]]
        if not covered:
            continue
        turns = [row for row in w.rows("turning_points") if row["series"] == series]
        title = w.words.text(
            "dyad.panel.exchanges",
            series=w.series(series),
            count=sum(row["exchanges"] for row in covered),
            years=len(covered),
        )
        years = {row["year"] for row in covered}
        yield Panel(
            title,
            w.words.text("dyad.panel.exchanges_subtitle"),
            Counts(
                up=_yearly(covered, "exchanges"),
                begins=w.bond.first,
                ends=w.bond.last,
                stretches=tuple(_outside(w, years)),
                turns=tuple(_turn(w, row) for row in turns),
                describes=title,
            ),
        )


def _turn(w: DyadWords, row: Row) -> Turn:
    words = w.words.text(
        "dyad.panel.turn",
        mass=percent_words(w.words, MASS),
        chance=percent_words(w.words, row["probability"]),
    )
    return Turn(row["earliest"], row["latest"], words)


def events_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield the events of each store by month, and their mean, where it covers a year of months."""
    part = w.bond.parts["events"]
    for source in part.held:
        months = months_of(part, source.dataset, w.bond.first, w.bond.last)
        if len(months) < LEAST_MONTHS:
            continue
        yield _counted(w, source.dataset, months)
        if any(month["scored_events"] for month in months):
            yield _weighed(w, source.dataset, months)


def _counted(w: DyadWords, store: str, months: Sequence[Row]) -> Panel:
    title = w.words.text(
        "dyad.panel.events", count=w.count(sum(row["events"] for row in months)), store=store
    )
    up, down = CLASSES["cooperation"], CLASSES["conflict"]
    return Panel(
        title,
        w.words.text("dyad.panel.events_subtitle", mass=percent_words(w.words, MASS)),
        Counts(
            up=tuple(_reading(row, up) for row in months),
            down=tuple(_reading(row, down) for row in months),
            up_done=tuple(_reading(row, up[1:]) for row in months),
            down_done=tuple(_reading(row, down[1:]) for row in months),
            levels=(_level(w, store, "cooperation"), _level(w, store, "conflict")),
            names=(w.words.text("dyad.panel.up"), w.words.text("dyad.panel.down")),
            begins=w.bond.first,
            ends=w.bond.last,
            stretches=tuple(_between(w, [(r["begins"], r["ends"]) for r in months])),
            turns=tuple(_event_turns(w, store)),
            describes=title,
        ),
    )


def _level(w: DyadWords, store: str, series: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(row["begins"], row["ends"] + _DAY, row["level"], row["low"], row["high"])
        for row in w.rows("event_levels")
        if (row["store"], row["series"]) == (store, series)
    )


def _event_turns(w: DyadWords, store: str) -> Iterator[Turn]:
    for series in CLASSES:
        rows = [
            row for row in w.rows("event_turns") if (row["store"], row["series"]) == (store, series)
        ]
        for row in told_apart(rows, 1.0):
            name = w.words.text("dyad.panel.up" if series == "cooperation" else "dyad.panel.down")
            words = f"{name} × {turned_by(w, row, ratio=True)}"
            yield Turn(row["earliest"], row["latest"], words)


def _weighed(w: DyadWords, store: str, months: Sequence[Row]) -> Panel:
    scored = [month for month in months if month["scored_events"]]
    count = sum(month["scored_events"] for month in scored)
    total = sum(month["goldstein_sum"] for month in scored)
    title = w.words.text(
        "dyad.panel.goldstein",
        store=store,
        mean=w.number(total / count, 1),
        sum=w.number(total, 1),
        scored=w.count(count),
    )
    readings = tuple(
        Reading(
            month["begins"],
            month["ends"] + _DAY,
            month["goldstein_sum"] / month["scored_events"],
        )
        for month in scored
    )
    return Panel(
        title,
        w.words.text("dyad.panel.goldstein_subtitle"),
        Curves(
            curves=(Curve(w.words.text("dyad.panel.mean_line"), 0, readings),),
            low=-_MOST,
            high=_MOST,
            begins=w.bond.first,
            ends=w.bond.last,
            stretches=tuple(_between(w, [(r["begins"], r["ends"]) for r in months])),
            describes=title,
        ),
    )


_MOST = 10.0
"""The ends of Goldstein's scale."""


def _reading(row: Row, names: Sequence[str]) -> Reading:
    return Reading(row["begins"], row["ends"] + _DAY, float(sum(row[name] for name in names)))


def _outside(w: DyadWords, years: set[int]) -> Iterator[Stretch]:
    """Yield the years that no claim covers."""
    spans = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in sorted(years)]
    yield from _between(w, spans)


def _between(w: DyadWords, spans: Sequence[tuple[dt.date, dt.date]]) -> Iterator[Stretch]:
    words = w.words.text("dyad.panel.not_covered")
    at = w.bond.first
    for begins, ends in spans:
        if begins > at:
            yield Stretch(at, begins - _DAY, words)
        at = max(at, ends + _DAY)
    if at < w.bond.last:
        yield Stretch(at, w.bond.last, words)


def _yearly(rows: Sequence[Row], name: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(dt.date(row["year"], 1, 1), dt.date(row["year"] + 1, 1, 1), row[name])
        for row in rows
    )
