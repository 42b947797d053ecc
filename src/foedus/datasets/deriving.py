"""Tables made of other tables of their dataset, when no file of their own is held."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from foedus.datasets.holdings import PRESUMED, Holding
from foedus.datasets.recording import reader, write_table
from foedus.datasets.sifting import Sifted, sifted, typed
from foedus.ledger.engines import Engine
from foedus.reading.datasets.table import DatasetTable, Derivation
from foedus.sources.data_folder import data_folder

__all__ = ["derived_anew", "newest"]


def derived_anew(
    engine: Engine,
    tables: Mapping[str, DatasetTable],
    held: Mapping[str, Holding],
    changed: Holding,
    new: Path,
) -> tuple[str, ...]:
    """Write to `new` each table that can now be made of what is held and hangs on what changed.

    `held` are the tables held before, `new` the folder of new files. A table with a file of its
    own is left alone. Returns the names of the tables made, in the order in which they were.
    """
    known = dict(held) | {changed.table: changed}
    made: list[str] = []
    for table in _by_need(tables):
        derivation = table.derived
        if derivation is None or not _is_due(table, derivation, known, {changed.table, *made}):
            continue
        needs = [known[need] for need in derivation.needs]
        rows = _rows(engine, table, derivation, needs, new)
        known[table.name] = _record(table, rows, needs)
        write_table(new, known[table.name], rows)
        made.append(table.name)
    return tuple(made)


def _is_due(
    table: DatasetTable, derivation: Derivation, known: Mapping[str, Holding], fresh: set[str]
) -> bool:
    own = known.get(table.name)
    has_a_file = own is not None and bool(own.files)
    complete = all(need in known for need in derivation.needs)
    return complete and not has_a_file and not fresh.isdisjoint(derivation.needs)


def _by_need(tables: Mapping[str, DatasetTable]) -> list[DatasetTable]:
    """Return the tables in an order in which what is needed comes first."""
    ordered: dict[str, DatasetTable] = {}

    def put(table: DatasetTable) -> None:
        for need in table.derived.needs if table.derived else ():
            if need not in ordered:
                put(tables[need])
        ordered[table.name] = table

    for table in tables.values():
        put(table)
    return list(ordered.values())


def _rows(
    engine: Engine,
    table: DatasetTable,
    derivation: Derivation,
    needs: list[Holding],
    new: Path,
) -> Sifted:
    tables = {one.table: engine.parquet(*newest(one, new)) for one in needs}
    given = typed(engine, table, derivation.rows(tables))
    return sifted(engine, table, given, _coverage(table, needs))


def newest(holding: Holding, new: Path) -> list[Path]:
    """Return the files of the rows kept: those in the folder of new files before those in place."""
    folder = data_folder() / holding.dataset
    fresh = ((new / path.relative_to(folder), path) for path in holding.paths)
    return [there if there.exists() else path for there, path in fresh]


def _coverage(table: DatasetTable, needs: list[Holding]) -> tuple[int | None, int | None]:
    # What was imported as a release of other years gives a table of other years.
    told = [one.covers for one in needs if one.covers_told]
    return told[0] if told else table.coverage


def _record(table: DatasetTable, rows: Sifted, needs: list[Holding]) -> Holding:
    told = any(one.covers_told for one in needs)
    names = tuple(one.table for one in needs)
    presumed = any(one.version_by == PRESUMED for one in needs)
    inherited = hashlib.sha256(" ".join(one.sha256 for one in needs).encode()).hexdigest()
    return Holding(
        dataset=table.dataset,
        table=table.name,
        form="derived",
        file=None,
        sha256=inherited,
        size=0,
        origin=f"derived from {', '.join(names)}",
        imported=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        version=needs[0].version,
        version_by=PRESUMED if presumed else needs[0].version_by,
        covers=_coverage(table, needs),
        covers_told=told,
        read=rows.read,
        kept=rows.kept.num_rows,
        failing_rows=rows.failing_rows,
        failing=rows.failing_by_check,
        reader=reader(),
        derived_from=names,
    )
