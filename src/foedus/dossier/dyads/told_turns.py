"""When a rate, a similarity or a position changed, in words: an interval and a size."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from foedus.dossier.dyads.facts import MASS, latest_move, points_of, told_apart
from foedus.dossier.dyads.saying import DyadWords
from foedus.dossier.words.days import month_words, percent_words
from foedus.relations.bonds import Line

__all__ = ["moved", "turned_by"]

Row = Mapping[str, Any]


def moved(w: DyadWords) -> Iterator[str]:
    """Yield what changed in the counts of a case, in votes and in events."""
    yield from _exchanges(w)
    yield from _votes(w)
    yield from _events(w)
    for line in (w.bond.one, w.bond.other):
        yield from _move(w, line)


def turned_by(w: DyadWords, row: Row, *, ratio: bool = False) -> str:
    """Return how much a change came to: "+0.27 (+0.20 to +0.34)", of a ratio without the sign."""
    said = w.number if ratio else w.signed
    value, low, high = (said(row[name]) for name in ("effect", "effect_low", "effect_high"))
    return w.words.text("dyad.value", value=value, low=low, high=high)


def _exchanges(w: DyadWords) -> Iterator[str]:
    for row in w.rows("turning_points"):
        several = row["changes"] > 1
        yield w.words.text(
            "dyad.changed.turn_of_several" if several else "dyad.changed.turn",
            series=w.series(row["series"]),
            number=row["change"],
            changes=row["changes"],
            first=w.date(row["earliest"]),
            last=w.date(row["latest"]),
            mass=percent_words(w.words, MASS),
            chance=w.chance(row["within" if several else "probability"]),
            ratio=w.number(row["ratio"], 1),
            low=w.number(row["ratio_low"], 1),
            high=w.number(row["ratio_high"], 1),
        )
    for row in w.rows("records"):
        yield w.words.text(
            "dyad.changed.record",
            series=w.series(row["series"]),
            count=row["exchanges"],
            year=row["year"],
            highest=row["highest_before"],
            years=row["years"],
            chance=w.chance(row["as_high"]),
        )


# --- Series of votes and of events --------------------------------------------------------------


def _votes(w: DyadWords) -> Iterator[str]:
    rows = w.rows("vote_turns")
    names = {"one": w.inside(w.bond.one.actor), "other": w.inside(w.bond.other.actor)}
    for series in dict.fromkeys(row["series"] for row in rows):
        mine = [row for row in rows if row["series"] == series]
        said = w.words.text(f"dyad.changed.{series}", **names)
        yield from _searched(w, said, mine, "dyad.changed.moved")
    if rows:
        yield w.words.text("dyad.changed.how")


def _events(w: DyadWords) -> Iterator[str]:
    rows = w.rows("event_turns")
    for store, series in dict.fromkeys((row["store"], row["series"]) for row in rows):
        mine = [row for row in rows if (row["store"], row["series"]) == (store, series)]
        said = w.words.text(f"dyad.changed.{series}", store=store)
        yield from _searched(w, said, mine, "dyad.changed.grew", ratio=True)


def _searched(
    w: DyadWords, series: str, rows: Sequence[Row], key: str, *, ratio: bool = False
) -> Iterator[str]:
    """Yield each change of a series that can be told from none, and what else there may be."""
    told = told_apart(rows, 1.0 if ratio else 0.0)
    for row in told:
        first, last = _when(w, row, "earliest"), _when(w, row, "latest")
        yield w.words.text(
            f"{key}_in" if first == last else key,
            series=series,
            first=first,
            last=last,
            effect=turned_by(w, row, ratio=ratio),
            mass=percent_words(w.words, MASS),
            chance=w.chance(row["within"]),
        )
    changes = rows[0]["changes"]
    if not changes:
        yield w.words.text(
            "dyad.changed.not_moved",
            series=series,
            first=_when(w, rows[0], "from"),
            last=_when(w, rows[0], "to"),
            chance=w.chance(rows[0]["probability"]),
        )
    elif not told:
        yield w.words.counted("dyad.changed.none_told", changes, changes=changes, series=series)
    elif changes > len(told):
        rest = changes - len(told)
        yield w.words.counted(
            "dyad.changed.unplaced", rest, count=rest, changes=changes, series=series
        )


def _when(w: DyadWords, row: Row, name: str) -> str:
    """Return a year for what is known by the year, else a month."""
    day: dt.date = row[name]
    return month_words(w.words, day) if "store" in row else str(day.year)


def _move(w: DyadWords, line: Line) -> Iterator[str]:
    points = [
        row
        for row in points_of(w.bond, line.actors)
        if w.bond.first.year <= row["year"] <= w.bond.last.year
    ]
    if len(points) < 2:
        return
    move = latest_move(points)
    if move is None:
        yield w.words.text("dyad.changed.no_move", actor=w.inside(line.actor))
        return
    yield w.words.text(
        "dyad.changed.move",
        actor=w.inside(move.actor, dt.date(move.after, 12, 31)),
        difference=w.signed(move.difference),
        before=move.before,
        after=move.after,
        mass=percent_words(w.words, MASS),
        low=w.signed(move.low),
        high=w.signed(move.high),
        among=move.among,
    )
