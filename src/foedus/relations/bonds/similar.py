"""How similar one state's foreign policy is to that of chosen others, year by year.

The portfolios are those of `relations.likeness.portfolios`, the measures those of
`measures.similarity`, with their formulas and sources.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, part_of, provenance
from foedus.relations.bonds.votes import CAST, covered_votes
from foedus.relations.likeness.portfolios import alliance_portfolios, vote_portfolios
from foedus.relations.likeness.similarities import OBLIGATIONS, similarities_of

__all__ = ["MEASURES", "alliance_similarity", "vote_similarity"]

MEASURES = ("s_absolute", "kappa_absolute", "pi_absolute", "alignment")
"""Signorino and Ritter's S, kappa, pi and A, all by absolute distance."""

_SCHEMA = {
    "actor": pa.string(),
    "other": pa.string(),
    "year": pa.int32(),
    "objects": pa.int32(),
    **dict.fromkeys(MEASURES, pa.float64()),
}


def alliance_similarity(engine: Engine, one: Line, others: Sequence[Line]) -> Part:
    """Return the similarity of alliance portfolios, one row per other line and year.

    `objects` counts the members of the system compared; a year in which either was no member has no
    row. A measure is null where it is not defined.
    """
    source = provenance("atop", "directed_dyad_years")
    if source.missing:
        return part_of("alliance_similarity", _SCHEMA, (), (source,))
    table = held_table(engine, "atop", "directed_dyad_years")
    codes = _codes(one, others)
    concerned = table.filter(table.ccode1.isin(codes))
    owed = engine.to_pyarrow(concerned.select("ccode1", "ccode2", "year", *OBLIGATIONS))
    years = _years(owed["year"], source.covers)
    found = similarities_of(alliance_portfolios(owed, years), MEASURES, _wanted(codes))
    return part_of("alliance_similarity", _SCHEMA, _of(found, one, others), (source,))


def vote_similarity(engine: Engine, one: Line, others: Sequence[Line]) -> Part:
    """Return the similarity of votes, one row per other line and calendar year.

    `objects` counts the roll calls in which both said yes, no or abstained; a year without one has
    no row.
    """
    source = covered_votes(engine)
    if source.missing:
        return part_of("vote_similarity", _SCHEMA, (), (source,))
    codes = _codes(one, others)
    votes = held_table(engine, "unga-votes", "votes")
    calls = held_table(engine, "unga-votes", "rollcalls")
    cast = engine.to_pyarrow(
        votes.filter(votes.ccode.isin(codes), votes.vote.isin(CAST)).select("rcid", "ccode", "vote")
    )
    dated = engine.to_pyarrow(calls.select("rcid", year=calls.date.year()))
    years = _years(dated["year"], (None, None))
    found = similarities_of(vote_portfolios(cast, dated, years), MEASURES, _wanted(codes))
    return part_of("vote_similarity", _SCHEMA, _of(found, one, others), (source,))


def _codes(one: Line, others: Sequence[Line]) -> list[int]:
    return sorted({code for line in (one, *others) for code in line.codes})


def _wanted(codes: Sequence[int]) -> frozenset[tuple[int, str | None]]:
    return frozenset((code, None) for code in codes)


def _years(column: pa.ChunkedArray, covers: tuple[int | None, int | None]) -> range:
    ends = pc.min_max(column).as_py()
    if ends["min"] is None:
        return range(0)
    return range(covers[0] or ends["min"], (covers[1] or ends["max"]) + 1)


def _of(found: pa.Table, one: Line, others: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the one line with each of the others."""
    theirs = {code: line for line in others for code in line.codes}
    for row in found.to_pylist():
        line, year = theirs.get(row["ccode2"]), row["year"]
        if line is None or not row["objects"]:
            continue
        if row["ccode1"] == one.code_in(year) and row["ccode2"] == line.code_in(year):
            yield {
                "actor": one.actor,
                "other": line.actor,
                **{name: row[name] for name in ("year", "objects", *MEASURES)},
            }
