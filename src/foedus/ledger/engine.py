"""Ledgers as DuckDB files: opened for reading, and new ones written whole or not at all.

A ledger is one DuckDB file. A new one is written to a temporary file beside it and moved into place
only when whole, so a build that fails or is killed leaves the old ledger as it was, and those who
are reading the old one go on reading it.

Both sides attach the file to a database in memory instead of opening it: DuckDB keeps one instance
per path and process, so a reader that opened the path itself would be handed the old file again
after a build had replaced it.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import ibis
import pyarrow as pa
from ibis.expr.types import Table

from foedus.errors import BuildInProgress, FoedusError, MissingBuild
from foedus.ledger.tables import KEYS, TABLES
from foedus.sources.alone import alone_in

__all__ = ["Ledger", "new_ledger", "open_ledger"]

_FORMAT = hashlib.sha256(repr(sorted(TABLES.items())).encode()).hexdigest()[:16]
_SETTINGS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


class Ledger:
    """An open ledger: its tables as Ibis expressions. Close it, or use it as a context manager."""

    def __init__(self, path: Path, *, read_only: bool = True, threads: int | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self._tables: dict[str, Table] = {}
        settings = _SETTINGS | ({} if threads is None else {"threads": threads})
        self._backend = ibis.duckdb.connect(**settings)
        try:
            self._sql(f"ATTACH {_quoted(path)} AS ledger{' (READ_ONLY)' if read_only else ''}")
            self._sql("USE ledger")
            # In a session at the prompt DuckDB would draw it on standard output.
            self._sql("SET enable_progress_bar = false")
        except duckdb.Error:
            self.close()
            raise

    @property
    def tables(self) -> Mapping[str, Table]:
        """Every table of the ledger by name, as `foedus.ledger.tables` describes them."""
        return {name: self.table(name) for name in TABLES}

    def table(self, name: str) -> Table:
        """Return one table as an Ibis expression; KeyError for a name the ledger does not have."""
        if name not in TABLES:
            raise KeyError(f"a ledger has no table '{name}', only {', '.join(TABLES)}")
        if name not in self._tables:
            self._tables[name] = self._backend.table(name)
        return self._tables[name]

    def add(self, name: str, rows: pa.Table) -> int:
        """Add the rows that are not there yet, in the order of their key; return how many were new.

        Rows are one and the same when their key (`foedus.ledger.tables.KEYS`) is: the first stays.
        """
        keys = KEYS[name]
        known = set(_key_values(self.table(name).select(*keys).to_pyarrow(), keys))
        fresh = []
        for number, key in enumerate(_key_values(rows, keys)):
            if key not in known:
                known.add(key)
                fresh.append(number)
        new = rows.take(pa.array(fresh, pa.int64()))
        order = sorted(range(new.num_rows), key=_sortable(_key_values(new, keys)).__getitem__)
        self._insert(name, new.take(pa.array(order, pa.int64())))
        return new.num_rows

    def close(self) -> None:
        """Let go of the file; the tables of this ledger can no longer be run."""
        self._backend.disconnect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _insert(self, name: str, rows: pa.Table) -> None:
        connection = self._backend.con
        connection.register("new_rows", rows)
        self._sql(f'INSERT INTO ledger."{name}" BY NAME SELECT * FROM new_rows')
        connection.unregister("new_rows")

    def _sql(self, statement: str) -> list[tuple[object, ...]]:
        return self._backend.con.execute(statement).fetchall()

    def _made_ready(self) -> Self:
        self._sql("CREATE TABLE ledger_format (format VARCHAR)")
        self._sql(f"INSERT INTO ledger_format VALUES ('{_FORMAT}')")
        for name, schema in TABLES.items():
            self._backend.create_table(name, schema=schema)
        return self

    def _format(self) -> object:
        return self._sql("SELECT format FROM ledger_format")[0][0]


def open_ledger(path: Path | str, read_only: bool = True) -> Ledger:
    """Return the ledger in the file `path`, open for reading; close it when done.

    Any number of processes may read one ledger, also while a build writes the next one. Raises
    MissingBuild when there is no such file or it was written in another format of ledger, and
    FoedusError when the file is damaged or no ledger at all.
    """
    path = Path(path)
    if not path.exists():
        raise MissingBuild(f"There is no ledger at {path}. Run `foedus build` on the case first.")
    try:
        ledger = Ledger(path, read_only=read_only)
    except duckdb.Error as error:
        raise _unreadable(path, error) from error
    try:
        found = ledger._format()
    except duckdb.CatalogException as error:
        ledger.close()
        raise _unreadable(path, "it holds no ledger of foedus") from error
    except duckdb.Error as error:
        ledger.close()
        raise _unreadable(path, error) from error
    if found != _FORMAT:
        ledger.close()
        raise MissingBuild(
            f"The ledger at {path} was written in another format (schema {found}, this version of "
            f"foedus reads {_FORMAT}). Run `foedus build` to write it anew."
        )
    return ledger


@contextlib.contextmanager
def new_ledger(path: Path | str) -> Iterator[Ledger]:
    """Give an empty ledger to fill; put it in the place of `path` when the block ends well.

    If the block raises, or the process dies, whatever stood at `path` stays. Leftovers of killed
    builds are removed. Writing is in one thread, so the same rows give the same order. Raises
    BuildInProgress when another process is building in the same folder.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(path.parent, _busy(path.parent)):
        _remove_leftovers(path)
        unfinished = path.with_name(f"{path.name}.unfinished")
        try:
            with Ledger(unfinished, read_only=False, threads=1)._made_ready() as ledger:
                yield ledger
                ledger._sql("CHECKPOINT ledger")
            _flush_to_disk(unfinished)
            os.replace(unfinished, path)
        finally:
            _remove_leftovers(path)


def _busy(folder: Path) -> BuildInProgress:
    return BuildInProgress(
        f"Another build is writing in {folder}. Wait for it to end, or stop it, and try again."
    )


def _remove_leftovers(path: Path) -> None:
    for leftover in path.parent.glob(f"{path.name}.unfinished*"):
        leftover.unlink(missing_ok=True)


def _flush_to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _unreadable(path: Path, why: object) -> FoedusError:
    first_line = str(why).strip().splitlines()[0]
    return FoedusError(
        f"{path} cannot be read as a ledger: {first_line}. "
        "Delete it and run `foedus build`: a ledger is made anew from its case."
    )


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _key_values(rows: pa.Table, keys: tuple[str, ...]) -> list[tuple[object, ...]]:
    return list(zip(*(rows.column(key).to_pylist() for key in keys), strict=True))


def _sortable(keys: list[tuple[object, ...]]) -> list[tuple[tuple[bool, object], ...]]:
    return [tuple((part is not None, part or 0) for part in key) for key in keys]
