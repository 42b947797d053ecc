"""How alike the policy of the first actor in focus is to that of each of the others."""

import datetime as dt

from foedus.dossier.blocks import Block, Data, Figure, Paragraph
from foedus.dossier.exhibit import Exhibit, Kind
from foedus.dossier.figures import Curve, Curves, Reading
from foedus.dossier.finding import Estimate, Finding
from foedus.dossier.ground import Ground, Row
from foedus.dossier.methods import method_source_id
from foedus.dossier.sections.votes import uncovered
from foedus.dossier.sentence import Link
from foedus.dossier.words.days import decimal_words
from foedus.relations.bonds import Part
from foedus.relations.likeness.positions import Positions

__all__ = ["similarity_blocks"]

_OF = {"votes": "stand.nearest", "alliances": "stand.nearest_alliances"}
_COLUMNS = ("actor", "other", "year", "objects", "s_absolute", "kappa_absolute")


def similarity_blocks(ground: Ground, found: Positions) -> tuple[list[Block], list[Exhibit]]:
    """Return what is said and drawn of similarity, and the exhibits it opens."""
    blocks: list[Block] = []
    exhibits: list[Exhibit] = []
    for of, part in (("votes", found.vote_similarity), ("alliances", found.alliance_similarity)):
        rows = _rows(ground, part) if part else []
        if part is None or not rows:
            continue
        last = _last(rows)
        if len(last) > 1:
            blocks.append(Paragraph((_nearest(ground, of, last),)))
        blocks.append(_figure(ground, of, part, rows, found.states))
        exhibits += (_exhibit(ground, of, part, row) for row in _latest_of_each(rows))
    return blocks, exhibits


def _rows(ground: Ground, part: Part) -> list[Row]:
    begins, ends = ground.case.period.earliest, ground.case.period.latest
    if begins is None or ends is None:
        return []
    return [
        row
        for row in part.to_pylist()
        if row["s_absolute"] is not None
        and part.covered(row["year"])
        and begins.year <= row["year"] <= ends.year
    ]


def _last(rows: list[Row]) -> list[Row]:
    year = max(row["year"] for row in rows)
    return sorted((row for row in rows if row["year"] == year), key=lambda row: -row["s_absolute"])


def _latest_of_each(rows: list[Row]) -> list[Row]:
    return list({row["other"]: row for row in sorted(rows, key=lambda row: row["year"])}.values())


def _id(of: str, row: Row) -> str:
    return f"e-similar-{of}-{row['actor'].lower()}-{row['other'].lower()}"


def _nearest(ground: Ground, of: str, last: list[Row]) -> Finding:
    w = ground.words
    nearest, farthest = last[0], last[-1]
    return Finding(
        sentence=w.sentence(
            _OF[of],
            year=Link(str(nearest["year"]), _id(of, nearest)),
            actor=ground.named((nearest["actor"],)),
            other=ground.named((nearest["other"],)),
            s=Link(decimal_words(w, nearest["s_absolute"]), _id(of, nearest)),
            least=ground.named((farthest["other"],)),
            least_s=Link(decimal_words(w, farthest["s_absolute"]), _id(of, farthest)),
        ),
        estimate=Estimate(
            value=nearest["s_absolute"],
            unit="S, -1 to 1",
            method="foedus.relations.measures.agreement.portfolios",
        ),
        caveat=w.text("stand.similarity_caveat"),
    )


def _figure(
    ground: Ground, of: str, part: Part, rows: list[Row], states: tuple[str, ...]
) -> Figure:
    w = ground.words
    begins, ends = ground.case.period.earliest, ground.case.period.latest
    assert begins is not None
    assert ends is not None
    others = [row["other"] for row in _latest_of_each(rows)]
    title = w.text(f"stand.{of}", actor=ground.named((rows[0]["actor"],)).words)
    return Figure(
        id=f"stand-{of}",
        title=title,
        subtitle=w.text(f"stand.{of}_subtitle"),
        drawing=Curves(
            curves=tuple(
                Curve(ground.actor(other), states.index(other), _readings(rows, other))
                for other in others
            ),
            low=min(0.0, *(row["s_absolute"] for row in rows)) - 0.05,
            high=1.0,
            begins=begins,
            ends=ends,
            stretches=tuple(uncovered(ground, part, begins, ends)),
            describes=title,
        ),
        data=Data(_COLUMNS, tuple(tuple(row[name] for name in _COLUMNS) for row in rows)),
        evidence=tuple(_id(of, row) for row in _latest_of_each(rows)),
    )


def _or_none(ground: Ground, value: float | None) -> str:
    return "–" if value is None else decimal_words(ground.words, value)


def _readings(rows: list[Row], other: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(dt.date(row["year"], 1, 1), dt.date(row["year"], 12, 31), row["s_absolute"])
        for row in rows
        if row["other"] == other
    )


def _exhibit(ground: Ground, of: str, part: Part, row: Row) -> Exhibit:
    w, source = ground.words, part.sources[0]
    first, last = source.covers
    return Exhibit(
        id=_id(of, row),
        kind=Kind.ESTIMATE,
        title=w.text(
            "stand.similarity_of",
            actor=ground.actor(row["actor"]),
            other=ground.actor(row["other"]),
        ),
        facts=(
            (w.text("stand.fact_dataset"), f"{source.title}, {source.version}"),
            (w.text("stand.fact_covers"), f"{first or ''}–{last or ''}"),
            (w.text("stand.fact_last"), f"{row['year']}: {decimal_words(w, row['s_absolute'])}"),
            (w.text("stand.kappa"), _or_none(ground, row["kappa_absolute"])),
            (w.text("stand.objects"), str(row["objects"])),
        ),
        calculation=w.text("method.similarity.calculation"),
        caveat=w.text("stand.similarity_caveat"),
        source=method_source_id("similarity"),
    )
