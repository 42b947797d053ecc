"""Every part of an index as a series by month, from what this machine or a case holds."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from foedus.actors.codes import code_spells
from foedus.datasets.holdings import held_table, holdings_of
from foedus.errors import MissingDataset
from foedus.evidence import Spell
from foedus.ledger.engines import Engine
from foedus.relations.bonds.parts import provenance
from foedus.relations.calendar import last_of_month
from foedus.relations.series.event_series import event_series
from foedus.repercussions.escalation.case_record import CaseRecord
from foedus.repercussions.escalation.disputes import DISPUTE_DATASETS
from foedus.repercussions.escalation.parts import Part, PartSeries, parts_of
from foedus.repercussions.escalation.risk_periods import month_of

__all__ = ["part_series"]

WHOLE = 0.9
"""The share of a month that a store must cover for its count of the month to be told."""
_MISSILES = "Missile Provocation"

Months = tuple[dt.date, ...]
Row = Mapping[str, Any]


def part_series(
    engine: Engine,
    one: str,
    other: str,
    months: Months,
    record: CaseRecord | None = None,
    datasets: Iterable[str] | None = None,
) -> tuple[PartSeries, ...]:
    """Return the series of every part that belongs to the pair, over the months (first days).

    `record` is what a case holds of the two. `datasets` are those that may be opened; all that are
    held where it is None. A part that is not covered at all says what brings it.
    """
    allowed = None if datasets is None else frozenset(datasets)
    found = []
    for part in parts_of(one, other):
        if part.dataset == "case":
            found.append(_of_case(part, months, record))
        elif part.dataset is None:
            found.append(_of_stores(engine, part, one, other, months, allowed))
        else:
            found.append(_of_dataset(engine, part, one, other, months, allowed))
    return tuple(found)


# --- A case's own record --------------------------------------------------------------------------


def _of_case(part: Part, months: Months, record: CaseRecord | None) -> PartSeries:
    nothing = tuple(None for _ in months)
    if record is None:
        return PartSeries(part, nothing, missing="--case CASE")
    counts: Counter[int] = Counter()
    rows = []
    for event in record.events:
        if event.event_type == part.event_type.value and event.month is not None and event.certain:
            counts[event.month] += 1
            rows += [(event.month, one) for one in event.assertions]
    values, seen = [], []
    for first in months:
        month = month_of(first.year, first.month)
        covered = record.covers(part.event_type, first, last_of_month(first))
        values.append(float(counts[month]) if covered else None)
        if counts[month] and not covered:
            seen.append((month, float(counts[month])))
    missing = None if any(one is not None for one in values) else "[[coverage]]"
    inside = {month_of(one.year, one.month) for one in months}
    return PartSeries(
        part,
        tuple(values),
        tuple(seen),
        tuple(one for one in rows if one[0] in inside),
        record.case.name,
        missing,
    )


# --- Stores of events -----------------------------------------------------------------------------


def _of_stores(
    engine: Engine, part: Part, one: str, other: str, months: Months, allowed: frozenset[str] | None
) -> PartSeries:
    nothing = tuple(None for _ in months)
    stores = None if allowed is None else sorted(allowed & {"gdelt", "icews", "polecat"})
    if stores == []:
        return PartSeries(part, nothing, missing="foedus data get gdelt --from FOLDER")
    pairs, span = ((one, other), (other, one)), (months[0], last_of_month(months[-1]))
    try:
        asked = event_series(engine, stores, by="month", dyads=pairs, directed=False, span=span)
        rows = engine.to_pyarrow(asked).to_pylist()
    except MissingDataset:
        return PartSeries(part, nothing, missing="foedus data get gdelt --from FOLDER")
    best: dict[str, dict[dt.date, float]] = {}
    for row in rows:
        if row["coverage"] is None or row["coverage"] < WHOLE or not row["store_events"]:
            continue
        share = 1000 * row["material_conflict"] / row["store_events"]
        best.setdefault(row["store"], {})[row["begins"]] = share
    if not best:
        return PartSeries(part, nothing, missing="foedus data get gdelt --from FOLDER")
    # Rates of two stores are not comparable: the one that covers most months stands for the part.
    store = max(best, key=lambda name: len(best[name]))
    return PartSeries(part, tuple(best[store].get(first) for first in months), version=store)


# --- Datasets -------------------------------------------------------------------------------------


def _of_dataset(
    engine: Engine, part: Part, one: str, other: str, months: Months, allowed: frozenset[str] | None
) -> PartSeries:
    names = DISPUTE_DATASETS if part.key == "dispute" else (part.dataset or "",)
    nothing = tuple(None for _ in months)
    held = [name for name in names if part.table in holdings_of(name)]
    usable = [name for name in held if allowed is None or name in allowed]
    if not usable:
        missing = provenance(names[0], part.table).missing or f'datasets = ["{names[0]}"]'
        return PartSeries(part, nothing, missing=missing)
    dataset = usable[0]
    counts, ends, rows = _COUNTED[part.key](engine, dataset, part, one, other)
    begins, last = holdings_of(dataset)[part.table].covers
    until = ends if ends is not None else month_of(last or 9999, 12)
    known = [month_of(each.year, each.month) for each in months]
    values = tuple(
        float(counts.get(month, 0)) if month_of(begins or 0, 1) <= month <= until else None
        for month in known
    )
    inside = frozenset(known)
    return PartSeries(
        part,
        values,
        rows=tuple((month, key) for month, key in rows if month in inside),
        version=f"{dataset} {holdings_of(dataset)[part.table].release}",
    )


Counted = tuple[Mapping[int, float], int | None, list[tuple[int, str]]]


def _tests(engine: Engine, dataset: str, part: Part, _one: str, _other: str) -> Counted:
    """Days with a launch; the list is taken to reach to the month of its last test."""
    table = held_table(engine, dataset, part.table)
    rows = engine.to_pyarrow(table.select("row", "date", "earliest")).to_pylist()
    days = {(row["date"], row["earliest"]) for row in rows}
    counts = Counter(_month(day) for _, day in days)
    return counts, max(counts), [(_month(row["earliest"]), f"row {row['row']}") for row in rows]


def _provocations(engine: Engine, dataset: str, part: Part, _one: str, _other: str) -> Counted:
    """Provocations but those by missile; the list is taken to reach to the month of its last."""
    table = held_table(engine, dataset, part.table)
    rows = engine.to_pyarrow(table.select("row", "date", "type")).to_pylist()
    ends = max(_month(row["date"]) for row in rows)
    chosen = [row for row in rows if row["type"] != _MISSILES]
    counts = Counter(_month(row["date"]) for row in chosen)
    return counts, ends, [(_month(row["date"]), f"row {row['row']}") for row in chosen]


def _dispute(engine: Engine, dataset: str, part: Part, one: str, other: str) -> Counted:
    """The highest hostility level of a dispute between the two in the year, in each of its months.

    Months of a dispute's end are not coded: the year is as fine as the data go.
    """
    table = held_table(engine, dataset, part.table)
    chosen = table.filter(
        table.ccode1.isin(_codes(one)),
        table.ccode2.isin(_codes(other)),
        table.sidea1.isnull() | (table.sidea1 != table.sidea2),
    ).select("dispnum", "year", "hostlev1", "hostlev2")
    counts: dict[int, float] = {}
    rows = []
    for row in engine.to_pyarrow(chosen).to_pylist():
        day = dt.date(row["year"], 12, 31)
        if not all(any(each.may_cover(day) for each in _spells(actor)) for actor in (one, other)):
            continue
        level = max(row["hostlev1"] or 0, row["hostlev2"] or 0)
        for month in range(month_of(row["year"], 1), month_of(row["year"], 12) + 1):
            counts[month] = max(counts.get(month, 0), level)
            rows.append((month, f"dispnum {row['dispnum']}"))
    return counts, None, rows


def _exercises(engine: Engine, dataset: str, part: Part, one: str, other: str) -> Counted:
    """Multinational exercises that began in a month with one of the two and not the other."""
    who = held_table(engine, dataset, "mme_participants")
    when = held_table(engine, dataset, part.table)
    taking = who.filter(who.id.isin([one, other])).select("MMEID", "id").distinct()
    joined = taking.inner_join(when.select("MMEID", "begins_earliest"), "MMEID")
    members: dict[tuple[str, dt.date], set[str]] = {}
    for row in engine.to_pyarrow(joined).to_pylist():
        if row["begins_earliest"] is not None:
            members.setdefault((row["MMEID"], row["begins_earliest"]), set()).add(row["id"])
    alone = [key for key, both in members.items() if len(both) == 1]
    counts = Counter(_month(day) for _, day in alone)
    return counts, None, [(_month(day), f"MMEID {name}") for name, day in sorted(alone)]


def _codes(actor: str) -> list[int]:
    return [int(row.code) for row in code_spells() if row.scheme == "cow" and row.actor == actor]


def _spells(actor: str) -> list[Spell]:
    return [row.spell for row in code_spells() if row.scheme == "cow" and row.actor == actor]


def _month(day: dt.date) -> int:
    return month_of(day.year, day.month)


_COUNTED: Mapping[str, Callable[[Engine, str, Part, str, str], Counted]] = {
    "tests": _tests,
    "provocations": _provocations,
    "dispute": _dispute,
    "exercises": _exercises,
}
