"""Where the actors of a case stood in the General Assembly, and when they moved."""

import datetime as dt
from collections.abc import Iterator

from foedus.dossier.blocks import Block, Data, Figure, Paragraph
from foedus.dossier.dyads.facts import MASS, Gone, Move, apart, latest_move
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Curve, Curves, Reading, Stretch
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.sections.vote_turns import (
    drawn_turns,
    turn_exhibits,
    turn_findings,
    turns_explained,
)
from foedus.dossier.sentence import Link, Name, Sentence
from foedus.dossier.words.catalogue import Words
from foedus.dossier.words.days import decimal_words, percent_words, signed_words
from foedus.relations.bonds import Part
from foedus.relations.likeness.positions import Positions

__all__ = ["uncovered", "vote_blocks"]

_METHOD = "Bailey, Strezhnev and Voeten 2017; difference of two posteriors, independent and normal"
_DAY = dt.timedelta(days=1)


def vote_blocks(ground: Ground, found: Positions) -> tuple[list[Block], list[Exhibit]]:
    """Return what is said and drawn of ideal points, and the exhibits it opens."""
    part = found.ideal_points
    if part is None or not part.held:
        return [], []
    begins, ends = ground.case.period.earliest, ground.case.period.latest
    if begins is None or ends is None:
        return [], []
    rows: list[Row] = [row for row in part.to_pylist() if begins.year <= row["year"] <= ends.year]
    by_actor: dict[str, list[Row]] = {
        one: [row for row in rows if row["actor"] == one]
        for one in found.states
        if any(row["actor"] == one for row in rows)
    }
    if not by_actor:
        return [], []
    moves = {one: latest_move(by_actor[one]) for one in ground.case.focus if one in by_actor}
    gone = _last_apart(ground, by_actor)
    findings = [*turn_findings(ground, found)]
    findings += [_move_finding(ground, move) for move in moves.values() if move]
    if gone:
        findings.append(_apart_finding(ground, gone))
    blocks: list[Block] = [Paragraph(tuple(findings))] if findings else []
    blocks.append(_figure(ground, found, by_actor, begins, ends))
    exhibits = [
        *(_points_exhibit(ground, part, actor, mine) for actor, mine in by_actor.items()),
        *(_move_exhibit(ground, part, move) for move in moves.values() if move),
        *([_apart_exhibit(ground, part, gone)] if gone else []),
        *turn_exhibits(ground, found, _facts(ground, part), tuple(map(_points_id, moves))),
    ]
    return blocks, exhibits


def uncovered(ground: Ground, part: Part, begins: dt.date, ends: dt.date) -> Iterator[Stretch]:
    """Yield the runs of years of a period that no source of a part covers."""
    words, run = ground.words.text("stand.not_covered"), list[int]()
    for year in range(begins.year, ends.year + 2):
        if year <= ends.year and not part.covered(year):
            run.append(year)
        elif run:
            yield Stretch(dt.date(run[0], 1, 1), dt.date(run[-1], 12, 31), words)
            run = []


def _last_apart(ground: Ground, by_actor: dict[str, list[Row]]) -> Gone | None:
    pair = [one for one in ground.case.focus if one in by_actor][:2]
    if len(pair) < 2:
        return None
    one, other = ({row["year"]: row for row in by_actor[actor]} for actor in pair)
    years = one.keys() & other.keys()
    return apart(one[max(years)], other[max(years)]) if years else None


def _points_id(actor: str) -> str:
    return f"e-points-{actor.lower()}"


def _move_id(actor: str) -> str:
    return f"e-move-{actor.lower()}"


def _move_finding(ground: Ground, move: Move) -> Finding:
    w, evidence = ground.words, _move_id(move.actor)
    said = w.sentence(
        "stand.move",
        before=Link(str(move.before), evidence),
        after=Link(str(move.after), evidence),
        actor=ground.named((move.actor,)),
        among=Link(str(move.among), evidence),
        difference=Link(signed_words(w, move.difference), evidence),
        low=Link(signed_words(w, move.low), evidence),
        high=Link(signed_words(w, move.high), evidence),
        mass=Link(percent_words(w, MASS), evidence),
    )
    return _difference_finding(w, said, move)


def _apart_finding(ground: Ground, gone: Gone) -> Finding:
    w, evidence = ground.words, "e-apart"
    key = "stand.apart_none" if gone.perhaps_none else "stand.apart"
    said: dict[str, Link | Name] = {
        "year": Link(str(gone.year), evidence),
        "one": ground.named((gone.one["actor"],)),
        "other": ground.named((gone.other["actor"],)),
        "low": Link(signed_words(w, gone.low), evidence),
        "high": Link(signed_words(w, gone.high), evidence),
        "mass": Link(percent_words(w, MASS), evidence),
        "distance": Link(decimal_words(w, abs(gone.difference)), evidence),
    }
    return _difference_finding(w, w.sentence(key, **said), gone)


def _difference_finding(w: Words, said: Sentence, found: Move | Gone) -> Finding:
    """Return what is said of a difference of ideal points, with its estimate."""
    return Finding(
        sentence=said,
        estimate=Estimate(
            value=found.difference,
            low=found.low,
            high=found.high,
            level=MASS,
            unit="ideal point, scale without unit",
            method=_METHOD,
        ),
        caveat=w.text("stand.points_caveat"),
    )


def _figure(
    ground: Ground,
    found: Positions,
    by_actor: dict[str, list[Row]],
    begins: dt.date,
    ends: dt.date,
) -> Figure:
    w, part = ground.words, found.ideal_points
    assert part is not None
    values = [row[name] for rows in by_actor.values() for row in rows for name in ("low", "high")]
    low, high = min(0.0, *values), max(0.0, *values)
    room = 0.05 * (high - low)
    title = w.text("stand.points")
    columns = ("actor", "session", "year", "votes", "point", "low", "high")
    return Figure(
        id="stand-points",
        title=title,
        subtitle=w.text("stand.points_subtitle") + turns_explained(ground, found),
        drawing=Curves(
            curves=tuple(
                Curve(
                    ground.actor(actor),
                    found.states.index(actor),
                    tuple(_reading(row) for row in rows),
                )
                for actor, rows in by_actor.items()
            ),
            low=low - room,
            high=high + room,
            begins=begins,
            ends=ends,
            stretches=tuple(uncovered(ground, part, begins, ends)),
            turns=drawn_turns(ground, found),
            above=w.text("stand.points_above"),
            describes=title,
        ),
        data=Data(
            columns,
            tuple(
                tuple(row[name] for name in columns) for rows in by_actor.values() for row in rows
            ),
        ),
        evidence=tuple(_points_id(actor) for actor in by_actor),
        caption=w.sentence("stand.points_caption"),
    )


def _reading(row: Row) -> Reading:
    begins = dt.date(row["year"], 9, 15)
    ends = dt.date(row["year"] + 1, 1, 1) - _DAY
    return Reading(begins, ends, row["point"], row["low"], row["high"])


def _facts(ground: Ground, part: Part) -> tuple[tuple[str, str], ...]:
    w = ground.words
    source = part.sources[0]
    first, last = source.covers
    return (
        (w.text("stand.fact_dataset"), f"{source.title}, {source.version}"),
        (w.text("stand.fact_covers"), f"{first or ''}–{last or ''}"),
    )


def _points_exhibit(ground: Ground, part: Part, actor: str, rows: list[Row]) -> Exhibit:
    w, last = ground.words, rows[-1]
    said = f"{last['year']}: {decimal_words(w, last['point'])}"
    interval = f"{decimal_words(w, last['low'])} – {decimal_words(w, last['high'])}"
    return Exhibit(
        id=_points_id(actor),
        kind=Kind.ROWS,
        title=w.text("stand.points_of", actor=ground.actor(actor)),
        facts=(
            *_facts(ground, part),
            (w.text("stand.fact_last"), said),
            (w.text("stand.fact_interval"), f"{interval} ({percent_words(w, MASS)})"),
        ),
        caveat=w.text("stand.points_caveat"),
        source=method_source_id("ideal_points"),
    )


def _move_exhibit(ground: Ground, part: Part, move: Move) -> Exhibit:
    return _difference_exhibit(
        ground, part, _move_id(move.actor), move.actor, move, (_points_id(move.actor),)
    )


def _apart_exhibit(ground: Ground, part: Part, gone: Gone) -> Exhibit:
    pair = (gone.one["actor"], gone.other["actor"])
    behind = tuple(_points_id(actor) for actor in pair)
    return _difference_exhibit(ground, part, "e-apart", pair[0], gone, behind)


def _difference_exhibit(
    ground: Ground,
    part: Part,
    identity: str,
    actor: str,
    found: Move | Gone,
    behind: tuple[str, ...],
) -> Exhibit:
    w = ground.words
    ends = f"{signed_words(w, found.low)} – {signed_words(w, found.high)}"
    return Exhibit(
        id=identity,
        kind=Kind.ESTIMATE,
        title=w.text("stand.points_of", actor=ground.actor(actor)),
        facts=(
            *_facts(ground, part),
            (w.text("stand.fact_last"), signed_words(w, found.difference)),
            (w.text("stand.fact_interval"), f"{ends} ({percent_words(w, MASS)})"),
        ),
        calculation=w.text("method.ideal_points.calculation"),
        behind=behind,
        caveat=w.text("stand.points_caveat"),
        source=method_source_id("ideal_points"),
    )
