"""Disputes, wars, rivalries and sanctions between two states, from the datasets that are held.

Each row is one reason to call a tie negative, with the row of the dataset it comes from. A code of
the Correlates of War means whoever holds it on the day asked about: what the Soviet Union (365)
quarrelled over in its last years counts for Russia, as that list carries it on.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table
from numpy.typing import NDArray

from foedus.datasets.holdings import held_table, holding
from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine
from foedus.relations.series.periods import end_of

__all__ = ["QUARRELS", "Quarrels", "Source", "counts_on", "held_quarrels", "years_before"]

QUARRELS = pa.schema(
    [
        ("ccode1", pa.int32()),
        ("ccode2", pa.int32()),
        ("begins", pa.date32()),  # first day it may count from
        ("ends", pa.date32()),  # last day it lasted; of the last year covered: unknown after
        ("open", pa.bool_()),  # lasted when the data end
        ("level", pa.int32()),  # hostility of a dispute, 0 otherwise
        ("key", pa.string()),  # dispute 2968, conflict 13243, …
        ("row", pa.int64()),  # the first row of the dataset's table behind it
    ]
)
"""The columns of a table of quarrels; one row per pair, matter and year, or spell."""


@dataclass(frozen=True, slots=True)
class Source:
    """A dataset behind negative ties: which table, which release, which years it covers.

    `covers` has None for an open bound. `missing` says what to run when it is not held.
    """

    name: str
    dataset: str
    table: str
    release: str | None
    covers: tuple[int | None, int | None]
    missing: str | None = None

    @property
    def held(self) -> bool:
        """Whether the table is on this machine."""
        return self.missing is None


@dataclass(frozen=True, slots=True)
class Quarrels:
    """All quarrels held, by name of the source: the source, and its rows as in `QUARRELS`."""

    sources: Mapping[str, Source]
    rows: Mapping[str, pa.Table]


def held_quarrels(engine: Engine) -> Quarrels:
    """Return every dispute, war, rivalry and sanction held; a source not held has no rows."""
    sources, rows = {}, {}
    for name, (dataset, table, made) in _SOURCES.items():
        try:
            record = holding(dataset, table)
            found = made(engine, record.covers[1])
            cast = found.select(*(_[field.name] for field in QUARRELS))
            rows[name] = engine.to_pyarrow(cast).cast(QUARRELS)
            sources[name] = Source(name, dataset, table, record.release, record.covers)
        except MissingDataset as missing:
            rows[name] = QUARRELS.empty_table()
            sources[name] = Source(name, dataset, table, None, (None, None), str(missing))
    return Quarrels(sources, rows)


def _disputes(engine: Engine, _last: int | None) -> Table:
    """Disputes, by year: two that were in from the first day count from then.

    A first day that is not told is taken for the last of its month, or year: from then on it surely
    had begun. Where one joined later, the year it joined in is known, not the day: the last day
    stands for it.
    """
    years = held_table(engine, "mid", "directed_dispute_years").filter(_.ccode1 < _.ccode2)
    disputes = held_table(engine, "mid", "disputes")
    year, month = disputes.styear.cast("int64"), disputes.stmon.fill_null(12).cast("int64")
    day = ibis.date(year, month, disputes.stday.fill_null(1).cast("int64"))
    untold = disputes.stmon.isnull() | disputes.stday.isnull()
    began = disputes.select(
        "dispnum",
        "styear",
        started=ibis.ifelse(untold, end_of(ibis.date(year, month, 1), "month"), day),
    )
    stays = years.group_by("dispnum", "ccode1", "ccode2").agg(entered=_.year.min())
    met = years.inner_join(began, "dispnum").inner_join(stays, ["dispnum", "ccode1", "ccode2"])
    first = ibis.date(met.year.cast("int64"), 1, 1)
    last_day = ibis.date(met.year.cast("int64"), 12, 31)
    original = (met.orig1 == 1) & (met.orig2 == 1)
    joined = (met.year == met.entered) & ~original.fill_null(False)
    return met.select(
        ccode1=met.ccode1.cast("int32"),
        ccode2=met.ccode2.cast("int32"),
        begins=ibis.cases((joined, last_day), (met.styear == met.year, met.started), else_=first),
        ends=last_day,
        open=ibis.literal(False),
        level=ibis.greatest(met.hostlev1.fill_null(0), met.hostlev2.fill_null(0)).cast("int32"),
        key=met.dispnum.cast("string"),
        row=met.row,
    )


def _wars(engine: Engine, _last: int | None) -> Table:
    """Wars between states, by year: each of one side against each of the other.

    A second party counts from the year after the first it is listed in: on which day of that year
    it came in is not told.
    """
    conflicts = held_table(engine, "ucdp-acd", "conflict_years").filter(_.type_of_conflict == 2)
    began = conflicts.group_by("conflict_id", "year").agg(began=_.start_date2.min())
    parties = held_table(engine, "ucdp-acd", "parties").filter(_.ccode.notnull())
    stays = parties.group_by("conflict_id", "ccode").agg(entered=_.year.min())
    party = parties.select("row", "conflict_id", "year", "side", "secondary", "ccode").inner_join(
        stays, ["conflict_id", "ccode"]
    )
    one = party.filter(party.side == "a")
    two = party.filter(party.side == "b").view()
    met = one.inner_join(two, ["conflict_id", "year"], rname="{name}_other").inner_join(
        began, ["conflict_id", "year"]
    )
    first = ibis.date(met.year.cast("int64"), 1, 1)
    late = (met.secondary & (met.entered == met.year)) | (
        met.secondary_other & (met.entered_other == met.year)
    )
    year_end = ibis.date(met.year.cast("int64"), 12, 31)
    return met.select(
        ccode1=ibis.least(met.ccode, met.ccode_other).cast("int32"),
        ccode2=ibis.greatest(met.ccode, met.ccode_other).cast("int32"),
        begins=ibis.ifelse(late, year_end, ibis.greatest(first, met.began.fill_null(year_end))),
        ends=year_end,
        open=ibis.literal(False),
        level=ibis.literal(0, "int32"),
        key=met.conflict_id.cast("string"),
        row=ibis.least(met.row, met.row_other).cast("int64"),
    )


def _rivalries(engine: Engine, last: int | None) -> Table:
    spells = held_table(engine, "rivalries", "spells").filter(_.end >= 1816)
    # Dates begin where the lists of states do.
    start = ibis.greatest(spells.start, 1816).cast("int64")
    return spells.select(
        ccode1=ibis.least(spells.ccode1, spells.ccode2).cast("int32"),
        ccode2=ibis.greatest(spells.ccode1, spells.ccode2).cast("int32"),
        begins=ibis.date(start, 1, 1),
        ends=ibis.date(spells.end.cast("int64"), 12, 31),
        open=(spells.end == last) if last else ibis.literal(False),
        level=ibis.literal(0, "int32"),
        key=spells.tssr_id.cast("string"),
        row=spells.row.cast("int64"),
    )


def _sanctions(engine: Engine, last: int | None) -> Table:
    """Sanctions of one state on another, by case; those of organisations are not split up."""
    rows = held_table(engine, "gsdb", "sender_target_years").filter(
        _.ccode1.notnull() & _.ccode2.notnull()
    )
    cases = rows.group_by("case_id", "ccode1", "ccode2").agg(
        first=_.year.min(), last=_.year.max(), row=_.row.min()
    )
    return cases.select(
        ccode1=ibis.least(cases.ccode1, cases.ccode2).cast("int32"),
        ccode2=ibis.greatest(cases.ccode1, cases.ccode2).cast("int32"),
        begins=ibis.date(cases["first"].cast("int64"), 1, 1),
        ends=ibis.date(cases["last"].cast("int64"), 12, 31),
        open=(cases["last"] == last) if last else ibis.literal(False),
        level=ibis.literal(0, "int32"),
        key=cases.case_id.cast("string"),
        row=cases.row.cast("int64"),
    )


_SOURCES = {
    "disputes": ("mid", "directed_dispute_years", _disputes),
    "wars": ("ucdp-acd", "conflict_years", _wars),
    "rivalries": ("rivalries", "spells", _rivalries),
    "sanctions": ("gsdb", "sender_target_years", _sanctions),
}


def counts_on(
    rows: pa.Table, name: str, on: dt.date, years: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which quarrels count that day, and which may (they lasted when the data ended).

    Disputes and wars count for `years` after the last year in which they were fought.
    """
    if name in ("disputes", "wars"):
        on_from, on_to = years_before(on, years), on
    else:
        on_from = on_to = on
    begun = _days(rows["begins"]) <= np.datetime64(on_to)
    surely = begun & (_days(rows["ends"]) >= np.datetime64(on_from))
    return surely, begun & ~surely & rows["open"].to_numpy(zero_copy_only=False)


def years_before(on: dt.date, years: int) -> dt.date:
    """Return the same day so many years before; of 29 February the 28th."""
    year = max(on.year - years, 1)
    leap = on.month == 2 and on.day == 29
    return dt.date(year, 2, 28) if leap else on.replace(year=year)


def _days(column: pa.ChunkedArray) -> NDArray[np.datetime64]:
    return column.to_numpy().astype("datetime64[D]")
