"""How alike two actors are, and where they stood, as lines on the clock of a stack."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from foedus.dossier.dyads.facts import apart, points_of, told_apart
from foedus.dossier.dyads.saying import MASS, DyadWords
from foedus.dossier.dyads.told_turns import turned_by
from foedus.dossier.figures import Curve, Curves, Panel, Reading, Stretch, Turn
from foedus.dossier.words.days import percent_words
from foedus.relations.bonds import Part

__all__ = ["beside_panel", "points_panel", "similarity_panel"]

Row = Mapping[str, Any]
ONE, OTHER, BESIDE = 0, 1, 2
"""Places in the order of colours."""


def similarity_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield how alike the two voted and allied, year by year, if either is known."""
    other = w.bond.other.actor
    votes = w.similar("vote_similarity", other)
    alliances = w.similar("alliance_similarity", other)
    if not votes and not alliances:
        return
    agreed = w.whole_years("vote_agreement", w.rows("vote_agreement"))
    if agreed:
        share = percent_words(w.words, agreed[-1]["agreement"])
        title = w.words.text("dyad.panel.votes", share=share, year=agreed[-1]["year"])
    else:
        title = w.words.text(
            "dyad.panel.alliances",
            s=w.number(alliances[-1]["s_absolute"]) if alliances else "–",
            year=alliances[-1]["year"] if alliances else "–",
        )
    named = (("votes_line", votes), ("alliances_line", alliances))
    curves = [
        Curve(w.words.text(f"dyad.panel.{name}"), place, _yearly(rows, "s_absolute"))
        for place, (name, rows) in zip((ONE, OTHER), named, strict=True)
        if rows
    ]
    parts = [w.bond.parts[name] for name in ("vote_similarity", "alliance_similarity")]
    turns = tuple(_turns(w, "vote_similarity"))
    years = {row["year"] for row in (*votes, *alliances)}
    yield Panel(
        title,
        w.words.text("dyad.panel.votes_subtitle") + _explained(w, turns, "turned"),
        Curves(
            curves=tuple(curves),
            low=_ends(curves)[0],
            high=1.0,
            begins=w.bond.first,
            ends=w.bond.last,
            stretches=tuple(_stretches(w, parts, years)),
            turns=turns,
            describes=title,
        ),
    )


def beside_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield the similarity of the first actor's votes to each chosen one's, if any was chosen."""
    chosen = [w.bond.other.actor, *(line.actor for line in w.bond.beside)]
    found = [(actor, w.similar("vote_similarity", actor)) for actor in chosen]
    if len(chosen) < BESIDE or not any(rows for _, rows in found):
        return
    curves = [
        Curve(w.alone(actor), place, _yearly(rows, "s_absolute"))
        for place, (actor, rows) in enumerate(found, OTHER)
        if rows
    ]
    years = {row["year"] for _, rows in found for row in rows}
    title = w.words.text(
        "dyad.panel.beside",
        actor=w.alone(w.bond.one.actor),
        others=w.words.listed(tuple(w.inside(actor) for actor, rows in found if rows)),
    )
    yield Panel(
        title,
        w.words.text("dyad.panel.beside_subtitle"),
        Curves(
            curves=tuple(curves),
            low=_ends(curves)[0],
            high=1.0,
            begins=w.bond.first,
            ends=w.bond.last,
            stretches=tuple(_stretches(w, [w.bond.parts["vote_similarity"]], years)),
            describes=title,
        ),
    )


def points_panel(w: DyadWords) -> Iterator[Panel]:
    """Yield the ideal points of the two, and of those beside them, with their bands."""
    lines = (w.bond.one, w.bond.other, *w.bond.beside)
    curves = [
        Curve(w.alone(line.actor), place, _in_sessions(rows))
        for place, line in enumerate(lines)
        if (rows := points_of(w.bond, line.actors))
    ]
    if not curves:
        return
    names = {"one": w.inside(w.bond.one.actor), "other": w.inside(w.bond.other.actor)}
    title = w.words.text("dyad.panel.points_none", **names)
    if pair := w.last_points():
        found = apart(*pair)
        title = w.words.text(
            "dyad.panel.points_perhaps" if found.perhaps_none else "dyad.panel.points",
            year=found.year,
            distance=w.number(abs(found.difference)),
            **names,
        )
    part = w.bond.parts["ideal_points"]
    turns = tuple(_turns(w, "ideal_points"))
    years = {row["year"] for row in part.to_pylist()}
    yield Panel(
        title,
        w.words.text("dyad.panel.points_subtitle") + _explained(w, turns, "turned_apart"),
        Curves(
            curves=tuple(curves),
            low=_ends(curves)[0],
            high=_ends(curves)[1],
            begins=w.bond.first,
            ends=w.bond.last,
            stretches=tuple(_stretches(w, [part], years)),
            turns=turns,
            above=w.words.text("dyad.panel.above"),
            describes=title,
        ),
    )


def _turns(w: DyadWords, series: str) -> Iterator[Turn]:
    """Yield where the two came together or apart, by a size that can be told from none."""
    rows = [row for row in w.rows("vote_turns") if row["series"] == series]
    for row in told_apart(rows):
        yield Turn(row["earliest"], row["latest"], turned_by(w, row))


def _explained(w: DyadWords, turns: Sequence[Turn], key: str) -> str:
    """Return what a purple band means, to stand after a subtitle; nothing where there is none."""
    if not turns:
        return ""
    names = {"one": w.alone(w.bond.one.actor), "other": w.alone(w.bond.other.actor)}
    return w.words.text(f"dyad.panel.{key}", mass=percent_words(w.words, MASS), **names)


def _yearly(rows: Sequence[Row], name: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(dt.date(row["year"], 1, 1), dt.date(row["year"] + 1, 1, 1), row[name])
        for row in rows
    )


def _in_sessions(rows: Sequence[Row]) -> tuple[Reading, ...]:
    """Return points by the autumn in which most of a session's votes are cast."""
    return tuple(
        Reading(
            dt.date(row["year"], 9, 15),
            dt.date(row["year"] + 1, 1, 1),
            row["point"],
            row["low"],
            row["high"],
        )
        for row in rows
    )


def _ends(curves: Sequence[Curve]) -> tuple[float, float]:
    """Return the ends of a scale that holds all values and their bands."""
    values = [
        value
        for curve in curves
        for each in curve.readings
        for value in (each.value, each.low, each.high)
        if value is not None
    ]
    low, top = min(0.0, *values), max(0.0, *values)
    room = 0.04 * (top - low)
    return low - (room if low < 0 else 0.0), top + room


def _stretches(w: DyadWords, parts: Sequence[Part], years: set[int]) -> Iterator[Stretch]:
    """Yield years without a value: not covered, or covered while the two were not both there."""
    not_covered = w.words.text("dyad.panel.not_covered")
    not_both = w.words.text("dyad.panel.not_both")
    run: list[int] = []
    words = ""
    for year in range(w.bond.first.year, w.bond.last.year + 2):
        covered = any(part.covered(year) for part in parts)
        mine = not_both if covered else not_covered
        if year in years or year > w.bond.last.year or (run and mine != words):
            if run and (len(run) > 1 or words == not_covered):
                yield Stretch(dt.date(run[0], 1, 1), dt.date(run[-1], 12, 31), words)
            run = []
        if year not in years and year <= w.bond.last.year:
            run, words = [*run, year], mine
