"""The door to an analytic engine: DuckDB in this process, or Spark Connect anywhere.

An expression written in Ibis runs on both unchanged. The engine opens Parquet files, takes small
local tables, and gives results as Arrow or Parquet; nothing runs before one of those is asked for.
"""

import abc
import contextlib
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Expr, Table

from foedus.errors import FoedusError, MissingExtra, UnknownEngine, WrongFile
from foedus.sources.whole import whole_or_not_at_all

__all__ = ["DEFAULT_PORT", "Engine", "engine_at", "write_whole"]

DEFAULT_PORT = 15002
"""Where a Spark Connect server listens when its address names no port (Apache Spark's default)."""

ROWS_PER_GROUP = 65_536
"""Rows of one Parquet row group: small enough to skip all but a few for one dyad's rows."""

_SPARK = re.compile(r"sc://(?P<host>\[[0-9a-fA-F:]+\]|[^:/;\s]+)(?::(?P<port>\d{1,5}))?(?:/.*)?")
# A query reaches for nothing that was not installed with foedus, and never for the network.
_SETTINGS = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Joins are built on the side they are written on, the shorter one: DuckDB takes a table of
    # pairs of states for a thousand times shorter than it is, and turned a join round for that.
    "disabled_optimizers": "build_side_probe_side",
}


class Engine(abc.ABC):
    """An engine that Ibis expressions run on. Close it, or use it as a context manager.

    `name` is "duckdb" or "spark"; `address` is None for the engine in this process.
    """

    name: str
    address: str | None = None

    @abc.abstractmethod
    def parquet(self, *paths: Path | str) -> Table:
        """Return the rows of Parquet files, or of folders of them, as one lazy table.

        Raises FoedusError when the engine sees no such file, and, in this process, WrongFile when
        one is no whole Parquet file. A server of Spark opens the path on its own side: it must lie
        on storage that both share.
        """

    @abc.abstractmethod
    def rows(self, rows: pa.Table) -> Table:
        """Return a small table of this process as a table of the engine."""

    @abc.abstractmethod
    def to_pyarrow(self, expr: Expr) -> pa.Table:
        """Run the expression and return its rows, with the types the expression says."""

    def batches(self, expr: Table, rows: int = 100_000) -> pa.RecordBatchReader:
        """Run the expression and return its rows as a stream, so many at a time at most."""
        return self.to_pyarrow(expr).to_reader(max_chunksize=rows)

    @abc.abstractmethod
    def write_parquet(
        self, expr: Table, path: Path | str, *, metadata: Mapping[str, str] | None = None
    ) -> None:
        """Run the expression and write its rows; a file appears at `path` whole or not at all.

        `metadata` goes into the file's own, by key; a folder written by a server takes none.
        """

    @abc.abstractmethod
    def plan(self, expr: Expr) -> str:
        """Return the engine's own account of how it would run the expression."""

    @abc.abstractmethod
    def close(self) -> None:
        """Let go of the engine; its tables can no longer be run. Closing twice is no fault."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def engine_at(address: str | None = None) -> Engine:
    """Return the engine at the address: None is DuckDB here, "sc://host:port" is Spark Connect.

    Raises UnknownEngine for any other address, MissingExtra when Spark's client is not installed,
    and UnreachableEngine when nothing, or something else, answers there.
    """
    if address is None:
        return _DuckDB()
    found = _SPARK.fullmatch(address.strip())
    if found is None:
        raise UnknownEngine(
            address, where="(an address is sc://host:port, such as sc://127.0.0.1:15002)"
        )
    port = int(found["port"] or DEFAULT_PORT)
    return _spark(address.strip(), found["host"].strip("[]"), port)


def write_whole(path: Path, rows: pa.Table, metadata: Mapping[str, str] | None = None) -> None:
    """Write a Parquet file, with more metadata if given, that appears whole or not at all."""
    rows = rows.replace_schema_metadata({**(rows.schema.metadata or {}), **(metadata or {})})
    with whole_or_not_at_all(path) as unfinished:
        pq.write_table(rows, unfinished, compression="zstd", row_group_size=ROWS_PER_GROUP)


class _DuckDB(Engine):
    name = "duckdb"

    def __init__(self) -> None:
        self._backend = ibis.duckdb.connect(**_SETTINGS)
        # In a session at the prompt DuckDB would draw it on standard output.
        self._backend.con.execute("SET enable_progress_bar = false")
        self._opened: dict[tuple[str, ...], Table] = {}
        self._numbers = itertools.count()

    def parquet(self, *paths: Path | str) -> Table:
        names = tuple(str(path) for path in paths)
        absent = [name for name in names if not any(_matching(name))]
        if absent:
            raise FoedusError(f"There is no file {', '.join(absent)}.")
        if names not in self._opened:
            found = [f"{name}/*.parquet" if Path(name).is_dir() else name for name in names]
            try:
                self._opened[names] = self._backend.read_parquet(found)
            except Exception as error:  # of the engine, or of Arrow, which each have their own
                told = str(error).splitlines()[0][:200]
                raise WrongFile(f"{', '.join(names)} cannot be read: {told}") from error
        return self._opened[names]

    def rows(self, rows: pa.Table) -> Table:
        # Not a memtable: Ibis imports pandas to make one.
        name = f"rows_{next(self._numbers)}"
        self._backend.con.register(name, rows)
        return self._backend.table(name)

    def to_pyarrow(self, expr: Expr) -> pa.Table:
        # Not the backend's own method: it imports pandas, which takes as long as a small query, and
        # holds a sorted result twice.
        table = expr.as_table()
        self._backend._run_pre_execute_hooks(table)
        rows = self._backend.con.execute(self._backend.compile(table)).to_arrow_table()
        return rows.cast(table.schema().to_pyarrow())

    def batches(self, expr: Table, rows: int = 100_000) -> pa.RecordBatchReader:
        return self._backend.to_pyarrow_batches(expr, chunk_size=rows)

    def write_parquet(
        self, expr: Table, path: Path | str, *, metadata: Mapping[str, str] | None = None
    ) -> None:
        more = {"kv_metadata": _Struct(metadata)} if metadata else {}
        with whole_or_not_at_all(Path(path)) as unfinished:
            self._backend.to_parquet(
                expr,
                unfinished,
                compression="zstd",
                row_group_size=ROWS_PER_GROUP,
                use_tmp_file=False,
                **more,
            )

    def plan(self, expr: Expr) -> str:
        # As JSON, and drawn here: DuckDB cuts its own drawing off at 240 characters of width.
        self._backend._run_pre_execute_hooks(expr)
        query = self._backend.compile(expr)
        ((_, plan),) = self._backend.con.execute(f"EXPLAIN (FORMAT json) {query}").fetchall()
        return "\n".join(line for root in json.loads(plan) for line in _operators(root))

    def close(self) -> None:
        self._backend.disconnect()


def _operators(operator: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Yield one line per operator of a plan, each below and right of the one that takes its rows.

    Columns that are only passed on are left out.
    """
    told = [
        f"{name}: {', '.join(value) if isinstance(value, list) else value}"
        for name, value in operator["extra_info"].items()
        if value and (name != "Projections" or not operator["children"])
    ]
    yield f"{'  ' * depth}{operator['name'].strip()}  {'; '.join(told)}".rstrip()
    for child in operator["children"]:
        yield from _operators(child, depth + 1)


class _Struct:
    """Texts by key as DuckDB reads them; Ibis prints the options of a COPY by their repr."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __repr__(self) -> str:
        return f"{{{', '.join(f'{_quoted(k)}: {_quoted(v)}' for k, v in self._texts.items())}}}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _matching(name: str) -> list[Path]:
    path = Path(name)
    if not any(sign in name for sign in "*?["):
        return list(path.glob("*.parquet")) if path.is_dir() else [path] if path.is_file() else []
    return list(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _spark(address: str, host: str, port: int) -> Engine:
    try:
        with _main_module_with_a_file():
            module = import_module("foedus.ledger.spark_connect")
    except ImportError as error:
        raise MissingExtra(
            f"An engine at {address} needs Spark's client, which is not installed "
            f"({error.name or error}). Install it with: pip install 'foedus[spark]'"
        ) from error
    engine: Engine = module.spark_connect(address, host, port)
    return engine


@contextlib.contextmanager
def _main_module_with_a_file() -> Iterator[None]:
    # In `python -c`, pyspark 4 takes itself to be under its own tests, and ends the process for
    # want of a full Spark.
    main = sys.modules["__main__"]
    if hasattr(main, "__file__"):
        yield
        return
    main.__file__ = "-c"
    try:
        yield
    finally:
        del main.__file__
