"""How two states voted in the General Assembly: where, how often alike, and when by name."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, Provenance, part_of, provenance

__all__ = ["CAST", "covered_votes", "ideal_points_of", "named_votes_of", "vote_agreement"]

CAST = (1, 2, 3)
"""Yes, abstention, no; anything else is absence or no member."""

_VOTES = {1: "yes", 2: "abstain", 3: "no", 8: "absent", 9: "no member"}

_POINTS = {
    "actor": pa.string(),
    "code": pa.int32(),
    "session": pa.int32(),
    "year": pa.int32(),
    "votes": pa.int32(),
    "point": pa.float64(),
    "low": pa.float64(),
    "high": pa.float64(),
}
_AGREEMENT = {
    "year": pa.int32(),
    "rollcalls": pa.int32(),
    "alike": pa.int32(),
    "opposed": pa.int32(),
    "agreement": pa.float64(),
}
_NAMED = {
    "date": pa.date32(),
    "resolution": pa.string(),
    "actor": pa.string(),
    "vote": pa.string(),
}


def ideal_points_of(engine: Engine, lines: Sequence[Line]) -> Part:
    """Return the published ideal points of each line, one row per state and session.

    `point` is the median of the posterior of Bailey, Strezhnev and Voeten, `low` and `high` its 5 %
    and 95 % quantiles; a scale without a unit, higher towards the votes of the United States.
    `year` is the one in which the session began, `actor` who held the code then. A session in which
    a state has no estimate has no row.
    """
    source = provenance("ideal-points", "session_years")
    codes = {code: line for line in lines for code in line.codes}
    if source.missing or not codes:
        return part_of("ideal_points", _POINTS, (), (source,))
    table = held_table(engine, "ideal-points", "session_years")
    found = table.filter(table.ccode.isin(list(codes))).select(
        "session",
        "year",
        "votes",
        code="ccode",
        point="ideal_point",
        low="q5_all",
        high="q95_all",
    )
    rows = engine.to_pyarrow(found).to_pylist()
    for row in rows:
        row["actor"] = _in_session(codes[row["code"]], row["year"])
    rows.sort(key=lambda row: (row["code"], row["year"]))
    return part_of("ideal_points", _POINTS, rows, (source,))


def vote_agreement(engine: Engine, one: Line, other: Line) -> Part:
    """Return, per calendar year, in how many roll calls both voted or abstained, and how alike.

    `alike` counts those in which both said the same, `opposed` those in which one said yes and the
    other no; `agreement` is `alike` over `rollcalls`. A year in which they met in no roll call has
    no row, whether nobody looked or one of them was away.
    """
    source = covered_votes(engine)
    if source.missing or not (one.codes and other.codes):
        return part_of("vote_agreement", _AGREEMENT, (), (source,))
    votes = held_table(engine, "unga-votes", "votes")
    calls = held_table(engine, "unga-votes", "rollcalls")
    cast = votes.filter(votes.ccode.isin([*one.codes, *other.codes]), votes.vote.isin(CAST))
    first = cast.filter(cast.ccode.isin(list(one.codes)))
    second = cast.view()
    second = second.filter(second.ccode.isin(list(other.codes))).select(
        call="rcid", other_vote="vote"
    )
    dated = calls.select(dated="rcid", year=calls.date.year().cast("int32"))
    met = first.inner_join(second, first.rcid == second.call)
    met = met.inner_join(dated, met.rcid == dated.dated)
    by_year = met.group_by("year").agg(
        rollcalls=met.count().cast("int32"),
        alike=(met.vote == met.other_vote).sum().cast("int32"),
        opposed=((met.vote - met.other_vote).abs() == 2).sum().cast("int32"),
        agreement=(met.vote == met.other_vote).cast("float64").mean(),
    )
    rows = engine.to_pyarrow(by_year.order_by("year")).to_pylist()
    return part_of("vote_agreement", _AGREEMENT, rows, (source,))


def named_votes_of(engine: Engine, lines: Sequence[Line]) -> Part:
    """Return how each line voted on the resolutions of which the names are held one by one.

    `vote` is "yes", "abstain", "no", "absent" or "no member". One row per resolution and state.
    """
    source = provenance("unga-votes", "named_votes")
    codes = {code: line for line in lines for code in line.codes}
    if source.missing or not codes:
        return part_of("named_votes", _NAMED, (), (source,))
    table = held_table(engine, "unga-votes", "named_votes")
    found = table.filter(table.ccode.isin(list(codes))).select(
        "date", "resolution", "ccode", "vote"
    )
    rows: list[dict[str, Any]] = engine.to_pyarrow(found).to_pylist()
    for row in rows:
        line = codes[row.pop("ccode")]
        row["actor"] = line.on(row["date"]) or line.actor
        row["vote"] = _VOTES.get(row["vote"])
    rows.sort(key=lambda row: (row["date"], row["resolution"], row["actor"]))
    return part_of("named_votes", _NAMED, rows, (source,))


def covered_votes(engine: Engine) -> Provenance:
    """Return where the votes come from, with the whole years that the roll calls held cover.

    The Assembly votes most in December: a last year of which no December is held is not whole.
    """
    source = provenance("unga-votes", "votes")
    if source.missing:
        return source
    calls = held_table(engine, "unga-votes", "rollcalls")
    ends = engine.to_pyarrow(calls.aggregate(first=calls.date.min(), last=calls.date.max()))
    first, last = ends["first"][0].as_py(), ends["last"][0].as_py()
    if first is None:
        return source
    return replace(source, covers=(first.year, last.year - (last.month < _DECEMBER)))


_DECEMBER = 12


def _in_session(line: Line, year: int) -> str:
    """Return who held a code when a session began, in September, or by the end of that year."""
    days = (dt.date(year, 9, 15), dt.date(year, 12, 31))
    return next((actor for day in days if (actor := line.on(day))), line.actor)
