"""What else happened around a day: why a difference between before and after is not yet a cause.

Listed, not weighed: other deliveries to the actor, sanctions that began, disputes it entered,
leaders that came. A list is only as long as the datasets held, and the years they cover.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from foedus.actors.codes import code_spells
from foedus.datasets.holdings import held_table, holdings_of
from foedus.ledger.engines import Engine

__all__ = ["RIVAL_TABLES", "Rival", "Rivals", "rivals_of"]

RIVAL_TABLES = {
    "delivery": ("sipri-transfers", "deals"),
    "sanctions": ("gsdb", "sender_target_years"),
    "dispute": ("mid", "directed_dispute_years"),
    "leader": ("reign", "leaders"),
}
"""Where each kind of rival explanation is looked for."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Something else that happened: its kind, year, and the other actor or the leader's name.

    `what` is empty where the kind says it all. `key` leads to its row.
    """

    kind: str
    year: int
    who: str
    what: str
    key: str


@dataclass(frozen=True, slots=True)
class Rivals:
    """Everything else that is known to have happened to one actor, over all years.

    `reach` is the last year that each dataset looked at can tell of: None for one without a bound,
    0 for one that is not held or may not be opened.
    """

    found: tuple[Rival, ...]
    reach: Mapping[str, int | None]

    def around(
        self, first: int, last: int, apart_from: Iterable[str] = ()
    ) -> tuple[tuple[Rival, ...], tuple[str, ...]]:
        """Return what happened in these years, and the datasets that cannot tell of all of them.

        `apart_from` are actors whose own deliveries are what is looked at.
        """
        own = frozenset(apart_from)
        within = tuple(
            one
            for one in self.found
            if first <= one.year <= last and not (one.kind == "delivery" and one.who in own)
        )
        silent = tuple(
            name for name, until in self.reach.items() if until is not None and until < last
        )
        return within, silent


def rivals_of(engine: Engine, actor: str, datasets: Iterable[str] | None = None) -> Rivals:
    """Return what else happened to an actor, from the datasets that are held and may be opened."""
    allowed = None if datasets is None else frozenset(datasets)
    found: list[Rival] = []
    reach: dict[str, int | None] = {}
    for kind, (dataset, table) in RIVAL_TABLES.items():
        record = holdings_of(dataset).get(table)
        if record is None or (allowed is not None and dataset not in allowed):
            reach[dataset] = 0
            continue
        reach[dataset] = record.covers[1]
        found += _ROWS[kind](engine, actor)
    return Rivals(tuple(sorted(found, key=lambda one: (one.year, one.kind, one.who))), reach)


def _deliveries(engine: Engine, actor: str) -> Iterator[Rival]:
    table = held_table(engine, *RIVAL_TABLES["delivery"])
    chosen = table.filter(table.recipient_id == actor, table.first_delivery.notnull())
    for row in _rows(engine, chosen, "row", "supplier_id", "description", "first_delivery"):
        if row["supplier_id"] is not None:
            yield Rival(
                "delivery",
                row["first_delivery"],
                row["supplier_id"],
                row["description"] or "",
                f"row {row['row']}",
            )


def _sanctions(engine: Engine, actor: str) -> Iterator[Rival]:
    table = held_table(engine, *RIVAL_TABLES["sanctions"])
    chosen = table.filter(table.target_id == actor)
    began = chosen.group_by("case_id", "sender_id", "sender").agg(year=chosen.year.min())
    for row in engine.to_pyarrow(began).to_pylist():
        who = row["sender_id"] or row["sender"]
        yield Rival("sanctions", row["year"], who, "", f"case_id {row['case_id']}")


def _disputes(engine: Engine, actor: str) -> Iterator[Rival]:
    codes = [int(row.code) for row in code_spells() if row.scheme == "cow" and row.actor == actor]
    table = held_table(engine, *RIVAL_TABLES["dispute"])
    chosen = table.filter(table.ccode1.isin(codes))
    began = chosen.group_by("dispnum").agg(year=chosen.year.min())
    for row in engine.to_pyarrow(began).to_pylist():
        yield Rival("dispute", row["year"], "", "", f"dispnum {row['dispnum']}")


def _leaders(engine: Engine, actor: str) -> Iterator[Rival]:
    codes = [int(row.code) for row in code_spells() if row.scheme == "cow" and row.actor == actor]
    table = held_table(engine, *RIVAL_TABLES["leader"])
    chosen = table.filter(table.ccode.isin(codes), table.begins.notnull())
    for row in _rows(engine, chosen, "row", "leader", "begins"):
        yield Rival("leader", row["begins"].year, row["leader"] or "", "", f"row {row['row']}")


def _rows(engine: Engine, table: Any, *columns: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = engine.to_pyarrow(table.select(*columns)).to_pylist()
    return rows


_ROWS = {
    "delivery": _deliveries,
    "sanctions": _sanctions,
    "dispute": _disputes,
    "leader": _leaders,
}
