"""What is held on this machine: which tables of which datasets, from which files, how complete."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from foedus.datasets.described import table_named
from foedus.datasets.placing import complete
from foedus.errors import MissingDataset, WrongFile
from foedus.ledger.engines import Engine
from foedus.sources import registry
from foedus.sources.data_folder import data_folder

__all__ = [
    "PRESUMED",
    "Holding",
    "failing_rows",
    "held",
    "held_columns",
    "held_table",
    "holding",
    "holdings_of",
    "record_file",
]

PRESUMED = "presumed"
"""How the version of a file is known that is taken for the known release for want of a sign."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The record of one table that is held, or of one part of a table made of several files.

    `rows_in_file` are the records of the file; the form made of them the `read` rows, of which
    `kept` passed every check and `failing_rows` did not; `failing` counts them by check, a row once
    under each that it fails. `file` is the name of the file as received; it is None, as is
    `rows_in_file`, for a table derived from those in `derived_from`, and for one made of `parts`,
    each of which has a record of its own and a name, `part`. `origin` says where the file came
    from; `covers` are the first and last year it is taken to cover, None for no bound, and
    `covers_told` is True where the person who imported it said so. `version_by` says how the
    version is known: "said" by that person, by "checksum", "column", "form" or "name" of the file,
    "unnumbered" where the publisher numbers none, else "presumed".
    """

    dataset: str
    table: str
    form: str
    file: str | None
    sha256: str
    size: int
    origin: str
    imported: str
    version: str
    covers: tuple[int | None, int | None]
    read: int
    kept: int
    failing_rows: int
    failing: Mapping[str, int]
    reader: str
    covers_told: bool = False
    encoding: str | None = None
    unknown_columns: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = field(default=())
    version_by: str = PRESUMED
    rows_in_file: int | None = None
    part: str | None = None
    parts: tuple["Holding", ...] = ()

    @property
    def release(self) -> str:
        """The version as people are told it: "25.1", or "25.1 (presumed)"."""
        return f"{self.version} (presumed)" if self.version_by == PRESUMED else self.version

    @property
    def files(self) -> tuple["Holding", ...]:
        """The records of the files it is made of: itself, its parts, or none if it is derived."""
        return self.parts or (() if self.derived_from else (self,))

    @property
    def place(self) -> Path:
        """Where in the folder of the dataset the rows kept are: a file, of parts a folder."""
        if self.part is not None:
            return Path(self.table, f"{self.part}.parquet")
        return Path(self.table if self.parts else f"{self.table}.parquet")

    @property
    def failing_place(self) -> Path:
        """Where in the folder of the dataset the failing rows are: a file, of parts a folder."""
        if self.part is not None:
            return Path(f"{self.table}.failing", f"{self.part}.parquet")
        return Path(f"{self.table}.failing" if self.parts else f"{self.table}.failing.parquet")

    @property
    def path(self) -> Path:
        """The Parquet file of the rows kept; of a table made of several files, their folder."""
        return data_folder() / self.dataset / self.place

    @property
    def paths(self) -> tuple[Path, ...]:
        """The Parquet files of the rows kept."""
        return tuple(one.path for one in self.parts) or (self.path,)


def held() -> tuple[Holding, ...]:
    """Return the record of every table held on this machine, by dataset and table."""
    folder = data_folder()
    datasets = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return tuple(one for dataset in datasets for one in holdings_of(dataset).values())


def holdings_of(dataset: str) -> dict[str, Holding]:
    """Return the records of one dataset's tables by name; empty when none is held."""
    folder = data_folder() / dataset
    complete(folder)
    found = (_record(path) for path in sorted(folder.glob("*.json")))
    return {one.table: one for one in found}


def holding(dataset: str, table: str) -> Holding:
    """Return the record of one table.

    Raises UnknownDataset and UnknownTable for names that lead nowhere, and MissingDataset, with
    what to run, when this machine does not hold the table.
    """
    described = table_named(dataset, table)
    found = holdings_of(described.dataset).get(table)
    if found is None:
        raise MissingDataset(_missing(described.dataset, table))
    return found


def held_table(engine: Engine, dataset: str, table: str) -> Table:
    """Return the rows of one table that passed its checks, lazily.

    A table made of several files has `part`, the name of a row's file, before `row`, its number in
    that file: the two together are one row. Raises as `holding` does, and WrongFile when what was
    imported can no longer be read.
    """
    record = holding(dataset, table)
    try:
        return engine.parquet(*record.paths)
    except WrongFile as error:
        raise _spoilt(record, error) from None


def held_columns(dataset: str, table: str, *columns: str) -> pa.Table:
    """Return some columns of the rows of one table that passed its checks; raises as `held_table`.

    Those of a table made of several files follow one another.
    """
    record = holding(dataset, table)
    try:
        return pa.concat_tables(pq.read_table(one, columns=list(columns)) for one in record.paths)
    except (OSError, ValueError) as error:
        raise _spoilt(record, error) from None


def _spoilt(record: Holding, error: Exception) -> WrongFile:
    told = str(error).splitlines()[0][:200]
    return WrongFile(
        f"The table {record.table} of {record.dataset}, imported before, cannot be read ({told}). "
        f"Run `foedus data get {record.dataset}` again, or register the file anew."
    )


def failing_rows(dataset: str, table: str) -> list[dict[str, Any]]:
    """Return the rows set apart: `row`, `check`, and the columns as text, a row once per check.

    Those of a table made of several files have `part` before.
    """
    record = holding(dataset, table)
    folder = data_folder() / record.dataset
    found = [pq.read_table(folder / one.failing_place) for one in record.parts or (record,)]
    rows: list[dict[str, Any]] = pa.concat_tables(found).to_pylist()
    return rows


def record_file(table: str) -> str:
    """Return the name of the file of a table's record."""
    return f"{table}.json"


def _record(path: Path) -> Holding:
    return _of_facts(json.loads(path.read_text(encoding="utf-8")))


def _of_facts(told: Mapping[str, Any]) -> Holding:
    known = {one.name for one in dataclasses.fields(Holding)}
    facts = {name: value for name, value in told.items() if name in known}
    for name in ("covers", "unknown_columns", "derived_from"):
        facts[name] = tuple(facts[name])
    facts["parts"] = tuple(_of_facts(part) for part in facts.get("parts", ()))
    return Holding(**facts)


def _missing(dataset: str, table: str) -> str:
    known = registry.dataset(dataset)
    can_be_had = any(file.table == table and file.url for file in known.files)
    get = f"Run `foedus data get {dataset}`, or " if can_be_had else "Get its file and "
    return (
        f"The table {table} of {dataset} ({known.title}) is not on this machine. {get}run "
        f"`foedus data get {dataset} --from FILE` with a file from {known.page}"
    )
