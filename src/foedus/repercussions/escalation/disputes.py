"""Militarised disputes between two states: how far each went, and what kind of pair they were.

From Militarized Interstate Disputes (MID 5.0) or, corrected and shorter, Gibler, Miller and Little
(GML): `directed_dispute_years` says which states stood on opposite sides in which years and how
far each went; `disputes` when a dispute began. The incident-level files of MID (MIDI, MIDIP), which
date every single act, are not read by foedus: within a dispute the order of its acts is unknown,
and all that is known is the highest rung a pair went to. Two states on opposite sides of a dispute
of many need not have met: in a world war each pair counts.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from foedus.actors.codes import code_spells
from foedus.datasets.holdings import held_table, holdings_of
from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine
from foedus.repercussions.escalation.risk_periods import month_of
from foedus.repercussions.escalation.traits import PairTraits

__all__ = ["DISPUTE_DATASETS", "Disputes", "code_months", "disputes_held"]

DISPUTE_DATASETS = ("mid", "gml")
"""Where disputes come from; the first that is held is taken."""

_RECENT = 10
"""Years within which an earlier dispute of the pair makes it one that has quarrelled before."""
_DYADIC = pa.schema(
    [
        ("dispute", pa.int64()),
        ("one", pa.int64()),
        ("other", pa.int64()),
        ("first", pa.int64()),
        ("last", pa.int64()),
        ("level", pa.int64()),
        ("days", pa.int64()),
        ("year", pa.int64()),
        ("rivals", pa.bool_()),
        ("by_land", pa.bool_()),
        ("major", pa.bool_()),
        ("again", pa.bool_()),
    ]
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Disputes:
    """The disputes held, and the first and last month their record covers.

    `whole` has one row per dispute: `dispute`, `level`, `year`, `days` (the shortest length that
    its known days allow). `dyadic` has one row per dispute and pair of states on opposite sides,
    COW numbers ascending: `first` and `last`, the months between which the pair's part in it began
    (numbers of `risk_periods.month_of`), `level` the higher of the two states', `year` that of
    `first`; and the kind of pair in that year: strategic `rivals`, neighbours `by_land`, a `major`
    power among them, `again` after a dispute of theirs in the ten years before. A kind is null
    where its dataset is not held or does not cover the year.
    """

    dataset: str
    version: str
    covered: tuple[int, int]
    whole: pa.Table
    dyadic: pa.Table

    @cached_property
    def by_pair(self) -> Mapping[tuple[int, int], list[Row]]:
        """The rows of `dyadic` by pair, each in order of time."""
        found: dict[tuple[int, int], list[Row]] = {}
        for row in self.dyadic.to_pylist():
            found.setdefault((row["one"], row["other"]), []).append(row)
        return found


def disputes_held(engine: Engine, dataset: str | None = None) -> Disputes:
    """Return the disputes of a dataset, `mid` or `gml`; of the first held unless said.

    Raises MissingDataset, with what to run, where none is held, and ValueError for another name.
    """
    if dataset is not None and dataset not in DISPUTE_DATASETS:
        raise ValueError(f"'{dataset}' is no dataset of disputes: {', '.join(DISPUTE_DATASETS)}")
    held = [
        one
        for one in ((dataset,) if dataset else DISPUTE_DATASETS)
        if {"disputes", "directed_dispute_years"} <= holdings_of(one).keys()
    ]
    if not held:
        raise MissingDataset(
            "No dataset of militarised disputes is on this machine. Get the files of MID and run "
            "`foedus data get mid --from FILE`."
        )
    record = holdings_of(held[0])["directed_dispute_years"]
    begins, ends = record.covers
    whole = engine.to_pyarrow(
        held_table(engine, held[0], "disputes").select(
            "styear", "stmon", dispute="dispnum", level="hostlev", days="mindur"
        )
    ).to_pylist()
    dyadic = _dyadic(engine, held[0], {row["dispute"]: row for row in whole})
    rows = [{**row, "year": row["styear"]} for row in whole]
    named = ("dispute", "level", "year", "days")
    return Disputes(
        dataset=held[0],
        version=record.release,
        covered=(month_of(begins or 1816, 1), month_of(ends or 2014, 12)),
        whole=pa.table({name: pa.array([row[name] for row in rows], pa.int64()) for name in named}),
        dyadic=pa.Table.from_pylist(dyadic, schema=_DYADIC),
    )


def _dyadic(engine: Engine, dataset: str, disputes: Mapping[int, Row]) -> list[Row]:
    table = held_table(engine, dataset, "directed_dispute_years")
    opposed = table.filter(
        table.ccode1 < table.ccode2, table.sidea1.isnull() | (table.sidea1 != table.sidea2)
    )
    grouped = opposed.group_by(dispute="dispnum", one="ccode1", other="ccode2").agg(
        year=opposed.year.min(), hostlev1=opposed.hostlev1.max(), hostlev2=opposed.hostlev2.max()
    )
    rows = engine.to_pyarrow(grouped).to_pylist()
    kinds = PairTraits(engine)
    found = []
    for row in rows:
        levels = [row[name] for name in ("hostlev1", "hostlev2") if row[name] is not None]
        if not levels or row["dispute"] not in disputes:
            continue
        whole = disputes[row["dispute"]]
        known = whole["stmon"] if row["year"] == whole["styear"] else None
        found.append(
            {
                **{name: row[name] for name in ("dispute", "one", "other", "year")},
                "first": month_of(row["year"], known or 1),
                "last": month_of(row["year"], known or 12),
                "level": max(levels),
                "days": whole["days"],
                **kinds.of(row["one"], row["other"], row["year"]),
            }
        )
    found.sort(key=lambda row: (row["one"], row["other"], row["first"], row["dispute"]))
    _note_earlier(found)
    return found


def _note_earlier(rows: list[Row]) -> None:
    """Add to each row, in order of pair and time, whether the pair had disputed not long before."""
    before: Row | None = None
    for row in rows:
        same = before is not None and (before["one"], before["other"]) == (row["one"], row["other"])
        row["again"] = bool(same and before and row["first"] - before["first"] <= 12 * _RECENT)
        before = row


def code_months(code: int) -> tuple[tuple[int, int], ...]:
    """Return the spells, in months, in which a COW number was held by a state, first to last."""
    return tuple(
        (
            _month(row.spell.begins.earliest if row.spell.begins else None, month_of(1816, 1)),
            _month(row.spell.ends.latest if row.spell.ends else None, month_of(9999, 12)),
        )
        for row in code_spells()
        if row.scheme == "cow" and int(row.code) == code
    )


def _month(day: dt.date | None, otherwise: int) -> int:
    return otherwise if day is None else month_of(day.year, day.month)
