"""How two actors vote in the General Assembly, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from foedus.dossier.dyads.facts import apart
from foedus.dossier.dyads.saying import MASS, DyadWords, Told
from foedus.dossier.words.days import percent_words

__all__ = ["votes"]

Row = Mapping[str, Any]


def votes(w: DyadWords) -> Told:
    """Return how alike they vote, where they stand, and how far that is known."""
    lines = [*_agreed(w), *_alike(w), *_points(w), *_named(w)]
    last = w.source("vote_similarity", "unga-votes").covers[1]
    points = w.source("ideal_points", "ideal-points").covers[1]
    if lines and last and points:
        lines.append(w.words.text("dyad.votes.ends", year=last, points=points))
    return Told(w.words.text("dyad.votes.title"), tuple(lines))


def _agreed(w: DyadWords) -> Iterator[str]:
    part = w.bond.parts["vote_agreement"]
    if not part.held:
        return
    rows = w.whole_years("vote_agreement", part.to_pylist())
    if not rows:
        yield w.words.text("dyad.votes.no_votes")
        return
    last = rows[-1]
    yield w.words.text(
        "dyad.votes.agreement",
        year=last["year"],
        alike=last["alike"],
        rollcalls=last["rollcalls"],
        share=percent_words(w.words, last["agreement"]),
        opposed=last["opposed"],
    )


def _alike(w: DyadWords) -> Iterator[str]:
    rows = w.similar("vote_similarity", w.bond.other.actor)
    if rows:
        highest = max(rows, key=lambda row: row["s_absolute"])
        lowest = min(rows, key=lambda row: row["s_absolute"])
        yield w.words.text(
            "dyad.votes.similarity",
            year=rows[-1]["year"],
            s=w.number(rows[-1]["s_absolute"]),
            kappa=w.or_none(rows[-1]["kappa_absolute"]),
            highest=w.number(highest["s_absolute"]),
            highest_year=highest["year"],
            lowest=w.number(lowest["s_absolute"]),
            lowest_year=lowest["year"],
        )
    rows = w.similar("alliance_similarity", w.bond.other.actor)
    if rows:
        yield w.words.text(
            "dyad.votes.alliances",
            year=rows[-1]["year"],
            s=w.number(rows[-1]["s_absolute"]),
            kappa=w.or_none(rows[-1]["kappa_absolute"]),
        )


def _points(w: DyadWords) -> Iterator[str]:
    pair = w.last_points()
    if pair is None:
        return
    one, other = pair
    found = apart(one, other)
    mass = percent_words(w.words, MASS)
    yield w.words.text(
        "dyad.votes.points",
        year=found.year,
        mass=mass,
        one=w.alone(one["actor"]),
        first=_interval(w, one),
        other=w.alone(other["actor"]),
        second=_interval(w, other),
    )
    said = w.words.text(
        "dyad.votes.apart",
        distance=w.number(abs(found.difference)),
        low=w.signed(found.low),
        high=w.signed(found.high),
        mass=mass,
    )
    none = w.words.text("dyad.votes.perhaps_none")
    yield f"{said} {none}" if found.perhaps_none else said


def _interval(w: DyadWords, point: Row) -> str:
    return w.words.text(
        "dyad.value",
        value=w.number(point["point"]),
        low=w.number(point["low"]),
        high=w.number(point["high"]),
    )


def _named(w: DyadWords) -> Iterator[str]:
    rows = w.rows("named_votes")
    for key in dict.fromkeys((row["date"], row["resolution"]) for row in rows):
        if not w.bond.first <= key[0] <= w.bond.last:
            continue
        said = [
            w.words.text(
                "dyad.votes.voted",
                actor=w.alone(row["actor"]),
                vote=w.words.text(f"dyad.vote.{row['vote'].replace(' ', '_')}"),
            )
            for row in rows
            if (row["date"], row["resolution"]) == key and row["vote"]
        ]
        if said:
            yield w.words.text(
                "dyad.votes.named",
                day=w.date(key[0]),
                resolution=key[1],
                votes=w.words.text("list.comma").join(said),
            )
