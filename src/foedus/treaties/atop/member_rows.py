"""The rows of ATOP's member file: one member in one phase of one alliance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ibis.expr.types import Table

from foedus.evidence import Day
from foedus.ledger.engines import Engine
from foedus.treaties.atop.mapping import entries

__all__ = ["MemberRow", "alliances_in", "member_rows"]

_MADE = ("begins", "ends", "censored", "version")


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member in one phase: its COW code, its days, and what the file says of it by variable.

    `left` is None for a member at the end of 2018. A value is None where the cell is blank.
    """

    alliance: int
    phase: int
    code: int
    entered: Day
    left: Day | None
    values: Mapping[str, int | None]

    def __getitem__(self, variable: str) -> int | None:
        return self.values[variable]


def member_rows(engine: Engine, members: Table) -> Iterator[MemberRow]:
    """Yield the rows of the held table, by alliance and phase, in the order of the file."""
    columns = [name for name in entries() if name not in _MADE]
    in_order = members.order_by("atopid", "phase", "row").select(*columns)
    for values in engine.to_pyarrow(in_order).to_pylist():
        yield _row(values)


def alliances_in(rows: Iterable[MemberRow]) -> Iterator[tuple[MemberRow, ...]]:
    """Yield the rows of each alliance."""
    for _, found in groupby(rows, key=lambda row: row.alliance):
        yield tuple(found)


def _row(values: Mapping[str, Any]) -> MemberRow:
    entered = _day(values["yrent"], values["moent"], values["dayent"])
    if entered is None:
        raise ValueError(f"alliance {values['atopid']}: a member without a year of entry")
    return MemberRow(
        alliance=values["atopid"],
        phase=values["phase"],
        code=values["member"],
        entered=entered,
        left=_day(values["yrexit"], values["moexit"], values["dayexit"]),
        values=values,
    )


def _day(year: int | None, month: int | None, day: int | None) -> Day | None:
    if year is None:
        return None
    known = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]
    return Day("-".join(known))
