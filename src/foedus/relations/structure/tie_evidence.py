"""The reasons that two states are tied on a day: what is owed between them, what they quarrel over.

What may be so, because its days are doubtful or the data end before, has the standing "possible".
"""

import datetime as dt
from collections.abc import Collection, Iterator
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from foedus.actors.codes import actor_with_code
from foedus.relations.structure.quarrels import counts_on, years_before
from foedus.relations.structure.tie_rules import TieRule
from foedus.relations.structure.tie_sources import Known

__all__ = ["EVIDENCE", "tie_evidence"]

EVIDENCE = pa.schema(
    [
        ("first", pa.string()),  # actor ids, in alphabetical order
        ("second", pa.string()),
        ("sign", pa.int8()),  # 1 or -1: what it speaks for
        ("standing", pa.string()),  # certain or possible, that day
        ("source", pa.string()),  # register, atop, or a name of AGAINST
        ("key", pa.string()),  # id of the instrument, number of the dispute, …
        ("what", pa.string()),  # kind of obligation; hostility of a dispute
        ("obligor", pa.string()),  # who owes; null for a quarrel
        ("begins", pa.date32()),
        ("ends", pa.date32()),  # null: runs on
        ("row", pa.int64()),  # row of the dataset's table; null for a treaty
    ]
)
"""One row per reason for a tie: an instrument, kind and obligor, or a quarrel."""


def tie_evidence(known: Known, on: dt.date, rule: TieRule, states: Collection[str]) -> pa.Table:
    """Return the rows of `EVIDENCE` of a day by a rule among `states` (actor ids), unordered."""
    chosen = set(states)
    return pa.concat_tables([_promises(known, on, rule, chosen), *_fights(known, on, rule, chosen)])


def _promises(known: Known, on: dt.date, rule: TieRule, states: Collection[str]) -> pa.Table:
    rows = known.obligations
    day = pa.scalar(on, pa.date32())
    later = pc.fill_null(pc.greater_equal(rows["ends_latest"], day), True)
    surely_later = pc.fill_null(pc.greater_equal(rows["ends_earliest"], day), True)
    may = pc.and_(pc.fill_null(pc.less_equal(rows["begins_earliest"], day), False), later)
    surely = pc.and_(
        pc.and_(pc.fill_null(pc.less_equal(rows["begins_latest"], day), False), surely_later),
        pc.invert(rows["doubted"]),
    )
    chosen = pa.array(sorted(states), pa.string())
    mask = may
    for test in (
        pc.is_in(rows["kind"], pa.array(rule.kinds)),
        pc.is_in(rows["obligor"], chosen),
        pc.is_in(rows["beneficiary"], chosen),
    ):
        mask = pc.and_(mask, test)
    held = rows.append_column("surely", surely).filter(mask)
    one, two = held["obligor"], held["beneficiary"]
    swapped = pc.greater(one, two)
    table = pa.table(
        {
            "first": pc.if_else(swapped, two, one),
            "second": pc.if_else(swapped, one, two),
            "sign": pa.array(np.ones(held.num_rows), pa.int8()),
            "standing": pc.if_else(held["surely"], "certain", "possible"),
            "source": pc.if_else(pc.starts_with(held["instrument"], "atop-"), "atop", "register"),
            "key": held["instrument"],
            "what": held["kind"],
            "obligor": one,
            "begins": held["begins_earliest"],
            "ends": held["ends_latest"],
            "row": pa.nulls(held.num_rows, pa.int64()),
        }
    )
    # An obligation stands in several articles: certain before possible, one of each is enough.
    keys = ["first", "second", "sign", "source", "key", "what", "obligor"]
    grouped = table.group_by([*keys]).aggregate(
        [("standing", "min"), ("begins", "min"), ("ends", "max"), ("row", "min")]
    )
    renamed = grouped.rename_columns([name.removesuffix("_min").removesuffix("_max")
                                      for name in grouped.column_names])  # fmt: skip
    return renamed.select(EVIDENCE.names).cast(EVIDENCE)


def _fights(
    known: Known, on: dt.date, rule: TieRule, states: Collection[str]
) -> Iterator[pa.Table]:
    for name in rule.against:
        if name == "events":
            yield _clashes(known, on, rule, states)
            continue
        rows = known.quarrels.rows[name]
        surely, may = counts_on(rows, name, on, rule.years)
        if name == "disputes":
            hostile = rows["level"].to_numpy() >= rule.hostility
            surely, may = surely & hostile, may & hostile
        for chosen, standing in ((surely, "certain"), (may, "possible")):
            held = rows.filter(pa.array(chosen)).to_pylist()
            yield pa.Table.from_pylist(
                [row for one in held for row in _fight(one, name, standing, on, states)],
                schema=EVIDENCE,
            )


def _fight(
    row: dict[str, object], name: str, standing: str, on: dt.date, states: Collection[str]
) -> Iterator[dict[str, object]]:
    actors = [_actor(row[code], on) for code in ("ccode1", "ccode2")]
    one, two = actors
    if one is None or two is None or one == two or not {one, two} <= set(states):
        return
    first, second = sorted((one, two))
    yield {
        "first": first,
        "second": second,
        "sign": -1,
        "standing": standing,
        "source": name,
        "key": row["key"],
        "what": str(row["level"]) if row["level"] else None,
        "obligor": None,
        "begins": row["begins"],
        "ends": row["ends"],
        "row": row["row"],
    }


def _clashes(known: Known, on: dt.date, rule: TieRule, states: Collection[str]) -> pa.Table:
    """The events of a case that count that day."""
    since = years_before(on, rule.years)
    rows = [] if known.events is None else known.events.to_pylist()
    counted = (
        {
            "sign": -1,
            "standing": "certain",
            "source": "events",
            "begins": row["day"],
            "ends": row["day"],
            **{name: row[name] for name in ("first", "second", "key")},
        }
        for row in rows
        if since <= row["day"] <= on and {row["first"], row["second"]} <= set(states)
    )
    return pa.Table.from_pylist(list(counted), schema=EVIDENCE)


@lru_cache(maxsize=100_000)
def _actor(code: int, on: dt.date) -> str | None:
    found = actor_with_code("cow", code, on)
    return found.id if found else None
