"""What datasets list one by one between two states: disputes, rivalries, sanctions, arms."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, part_of, provenance

__all__ = ["arms_between", "disputes_between", "rivalries_between", "sanctions_between"]

_DISPUTES = {
    "dataset": pa.string(),
    "dispute": pa.int32(),
    "first_year": pa.int32(),
    "last_year": pa.int32(),
    "hostility": pa.int32(),
    "same_side": pa.bool_(),
}
_RIVALRIES = {
    "dataset": pa.string(),
    "rivalry": pa.string(),
    "first_year": pa.int32(),
    "last_year": pa.int32(),
}
_SANCTIONS = {
    "case": pa.int32(),
    "sender": pa.string(),
    "target": pa.string(),
    "first_year": pa.int32(),
    "last_year": pa.int32(),
    "kinds": pa.list_(pa.string()),
}
_ARMS = {
    "supplier": pa.string(),
    "recipient": pa.string(),
    "ordered": pa.int32(),
    "first_delivery": pa.int32(),
    "last_delivery": pa.int32(),
    "designation": pa.string(),
    "description": pa.string(),
    "number": pa.int32(),
    "value": pa.float64(),
}
_KINDS = ("trade", "arms", "military", "financial", "travel", "other")


def disputes_between(engine: Engine, one: Line, other: Line) -> Part:
    """Return the militarized disputes in which both took part, one row per dataset and dispute.

    `hostility` is the higher of the two states' levels, 2 threat, 3 display, 4 use of force, 5 war;
    years are those in which the pair was in it. GML is the corrected list, MID the original: they
    are not merged. `same_side` is null where the data do not say.
    """
    sources = (
        provenance("gml", "directed_dispute_years"),
        provenance("mid", "directed_dispute_years"),
    )
    rows: list[dict[str, Any]] = []
    for source in sources:
        if not source.missing:
            table = held_table(engine, source.dataset, "directed_dispute_years")
            rows += _disputes(engine, source.dataset, _pair(table, one, other))
    return part_of("disputes", _DISPUTES, rows, sources)


def _disputes(engine: Engine, dataset: str, rows: Table) -> list[dict[str, Any]]:
    counted = rows.group_by(dispute=rows.dispnum.cast("int32")).agg(
        first_year=rows.year.min().cast("int32"),
        last_year=rows.year.max().cast("int32"),
        one=rows.hostlev1.max().cast("int32"),
        two=rows.hostlev2.max().cast("int32"),
        side1=rows.sidea1.max().cast("int32"),
        side2=rows.sidea2.max().cast("int32"),
    )
    found = engine.to_pyarrow(counted.order_by("first_year", "dispute")).to_pylist()
    return [
        {
            **{name: row[name] for name in ("dispute", "first_year", "last_year")},
            "dataset": dataset,
            "hostility": max((x for x in (row["one"], row["two"]) if x is not None), default=None),
            "same_side": None
            if None in (row["side1"], row["side2"])
            else row["side1"] == row["side2"],
        }
        for row in found
    ]


def _same(one: int | None, other: int | None) -> bool | None:
    return None if one is None or other is None else one == other


def rivalries_between(engine: Engine, one: Line, other: Line) -> Part:
    """Return the strategic rivalries of the pair, one row per dataset and rivalry."""
    sources = (provenance("rivalries", "spells"), provenance("rivalries-2012", "spells"))
    rows: list[dict[str, Any]] = []
    for source, names in zip(
        sources,
        (("rivalry", "start", "end"), ("rivalryname", "styear", "endyear")),
        strict=True,
    ):
        if source.missing:
            continue
        table = _pair(held_table(engine, source.dataset, "spells"), one, other, both=True)
        name, first, last = names
        found = engine.to_pyarrow(
            table.select(rivalry=name, first_year=first, last_year=last)
        ).to_pylist()
        rows += [row | {"dataset": source.dataset} for row in found]
    rows.sort(key=lambda row: (row["dataset"], row["first_year"]))
    return part_of("rivalries", _RIVALRIES, rows, sources)


def sanctions_between(engine: Engine, one: Line, other: Line) -> Part:
    """Return the sanctions of either on the other, one row per case and direction (GSDB).

    Cases in which several states or the United Nations are the senders count where the data list
    the state by itself. `kinds` are those in force in some year.
    """
    source = provenance("gsdb", "sender_target_years")
    rows: list[dict[str, Any]] = []
    if not source.missing:
        table = _pair(held_table(engine, "gsdb", "sender_target_years"), one, other, both=True)
        counted = table.group_by(
            case=table.case_id.cast("int32"), sender=table.sender_id, target=table.target_id
        ).agg(
            first_year=table.year.min().cast("int32"),
            last_year=table.year.max().cast("int32"),
            **{kind: (table[kind].cast("int32") == 1).any() for kind in _KINDS},
        )
        rows = [
            row | {"kinds": [kind for kind in _KINDS if row[kind]]}
            for row in engine.to_pyarrow(counted).to_pylist()
        ]
    rows.sort(key=lambda row: (row.get("first_year"), row.get("case")))
    return part_of("sanctions", _SANCTIONS, _chosen(rows, _SANCTIONS), (source,))


def arms_between(engine: Engine, one: Line, other: Line) -> Part:
    """Return the deliveries of major arms between the two, one row per deal of SIPRI's register.

    `number` were delivered, null where it is not known; `value` is SIPRI's trend-indicator value of
    what was delivered, in millions: a measure of capability, not of money.
    """
    source = provenance("sipri-transfers", "deals")
    rows: list[dict[str, Any]] = []
    if not source.missing:
        table = held_table(engine, "sipri-transfers", "deals")
        table = _pair(table, one, other, codes=("supplier_ccode", "recipient_ccode"), both=True)
        found = table.select(
            "designation",
            "description",
            "first_delivery",
            "last_delivery",
            supplier="supplier_id",
            recipient="recipient_id",
            ordered="order_year",
            number="delivered",
            value="tiv_delivered",
        )
        rows = engine.to_pyarrow(found).to_pylist()
    rows.sort(key=lambda row: (row["ordered"] or 0, row["designation"] or ""))
    return part_of("arms", _ARMS, _chosen(rows, _ARMS), (source,))


def _pair(
    rows: Table,
    one: Line,
    other: Line,
    codes: tuple[str, str] = ("ccode1", "ccode2"),
    *,
    both: bool = False,
) -> Table:
    """Return the rows of the pair, the first line first, or both ways round."""
    first, second = (rows[code] for code in codes)
    ordered = first.isin(list(one.codes)) & second.isin(list(other.codes))
    if both:
        ordered |= first.isin(list(other.codes)) & second.isin(list(one.codes))
    return rows.filter(ordered)


def _chosen(rows: Iterable[dict[str, Any]], schema: dict[str, pa.DataType]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in schema} for row in rows]
