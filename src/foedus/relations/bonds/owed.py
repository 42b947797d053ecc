"""What two actors owe each other, spell by spell, from foedus's treaties and from ATOP."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pyarrow as pa

from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, Provenance, part_of, provenance
from foedus.treaties.atop.history import joined
from foedus.treaties.atop.instruments import instrument_of
from foedus.treaties.atop.member_rows import alliances_in, member_rows
from foedus.treaties.binding import obligations_table
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument
from foedus.treaties.instruments import register

__all__ = ["obligations_between"]

_SCHEMA = {
    "obligor": pa.string(),
    "beneficiary": pa.string(),
    "kind": pa.string(),
    "instrument": pa.string(),
    "title": pa.string(),
    "title_fr": pa.string(),
    "article": pa.string(),
    "signed": pa.date32(),
    "begins_earliest": pa.date32(),
    "begins_latest": pa.date32(),
    "ends_earliest": pa.date32(),
    "ends_latest": pa.date32(),
    "doubted": pa.bool_(),
    "parties": pa.int32(),
    "coded_by": pa.string(),
}


def obligations_between(
    engine: Engine, one: Line, other: Line, own: Mapping[str, Instrument] | None = None
) -> Part:
    """Return what either line owed or owes the other, one row per obligation, obligor and spell.

    `signed` is the day from which both may have signed, null where one acceded or took over. Days
    as in `treaties.binding`: an open end is null and means "still runs". `doubted` where something
    but its dates casts doubt on the bond; `parties` counts the instrument's; `coded_by` is
    "register" or "atop". Left out: what everybody owes everybody (the Charter of the United
    Nations), political commitments and treaties that never came into force. A spell of ATOP's that
    runs to the last day it covers is open there, and known no further.
    """
    source = provenance("atop", "members")
    ours = Instruments.of(own) if own else register()
    theirs = {} if source.missing else _of_atop(engine, one, other)
    pairs = {frozenset(pair) for pair in product(one.actors, other.actors)}
    concerned = [
        each
        for each in joined(ours, theirs).instruments.values()
        if any(pair <= {*each.actors, *each.guaranteed} for pair in pairs)
    ]
    rows = list(_rows(concerned, pairs))
    rows.sort(key=lambda row: (str(row["begins_earliest"]), row["instrument"], row["article"]))
    return part_of("obligations", _SCHEMA, rows, (_register(), source))


def _of_atop(engine: Engine, one: Line, other: Line) -> dict[str, Instrument]:
    """Return the alliances of ATOP of which both lines were members, some time or other."""
    table = held_table(engine, "atop", "members")
    codes = [*one.codes, *other.codes]
    found = table.filter(table.member.isin(codes)).select("atopid", "member").distinct()
    members: defaultdict[int, set[int]] = defaultdict(set)
    for row in engine.to_pyarrow(found).to_pylist():
        members[row["atopid"]].add(row["member"])
    shared = [
        number
        for number, there in members.items()
        if there & {*one.codes} and there & {*other.codes}
    ]
    if not shared:
        return {}
    rows = member_rows(engine, table.filter(table.atopid.isin(shared)))
    made = (instrument_of(alliance) for alliance in alliances_in(rows))
    return {one.id: one for one in made}


def _rows(
    instruments: Iterable[Instrument], pairs: set[frozenset[str]]
) -> Iterator[dict[str, Any]]:
    by_id = {each.id: each for each in instruments}
    chosen = {actor for pair in pairs for actor in pair}
    # What a hundred others owe each other in the same treaty is not asked.
    narrowed = (
        replace(each, parties=tuple(one for one in each.parties if one.actor in chosen))
        for each in by_id.values()
    )
    for row in obligations_table(narrowed).to_pyarrow().to_pylist():
        if frozenset((row["obligor"], row["beneficiary"])) in pairs:
            each = by_id[row["instrument"]]
            coded = "atop" if each.id.startswith("atop-") else "register"
            yield {name: row.get(name) for name in _SCHEMA} | {
                "title": each.short.said("en"),
                "title_fr": each.short.said("fr"),
                "signed": _signed(each, row["obligor"], row["beneficiary"]),
                "parties": len(each.actors),
                "coded_by": coded,
            }


def _signed(instrument: Instrument, *actors: str) -> dt.date | None:
    """Return the day from which both may have signed, None where one is not known to have."""
    days = {party.actor: party.signed.earliest for party in instrument.parties if party.signed}
    known = [days.get(actor) for actor in actors]
    return max((day for day in known if day), default=None) if all(known) else None


def _register() -> Provenance:
    return Provenance(
        dataset="register",
        title="foedus register of treaties",
        version=None,
        covers=(None, None),
        citation=(),
        page="",
    )
