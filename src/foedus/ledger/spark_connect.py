"""The engine at a Spark Connect address: Sail or Apache Spark, on this machine or a cluster.

The only module that names pyspark, and imported only when such an address is asked for. The client
is pure Python and needs no Java.
"""

import contextlib
import socket
import uuid
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # pyspark 4 tells of every import of it beside pandas 3; what foedus uses of it works.
    warnings.simplefilter("ignore", FutureWarning)
    import grpc  # type: ignore[import-untyped]
    import ibis
    import pyarrow as pa
    from ibis.backends.pyspark.datatypes import PySparkSchema
    from ibis.expr.types import Expr, Table
    from pyspark.errors import AnalysisException, PySparkException
    from pyspark.sql.connect.client.retries import DefaultPolicy
    from pyspark.sql.connect.session import SparkSession

from foedus.errors import FoedusError, UnreachableEngine
from foedus.ledger.engines import Engine, write_whole

__all__ = ["spark_connect"]

SECONDS_TO_ANSWER = 5.0
"""How long a server may take to accept a connection before it counts as unreachable."""
TRIES, LONGEST_WAIT = 6, 4_000
"""How often a broken call is made again, and the longest wait between two, in milliseconds: about
15 seconds in all, where the client itself would ask for ten minutes."""
_GONE = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
_UNSEEN = ("PATH_NOT_FOUND", "No such file", "not found", "does not exist")


def spark_connect(address: str, host: str, port: int) -> Engine:
    """Return the engine at the address, after one question to it that it has answered."""
    try:
        socket.create_connection((host, port), SECONDS_TO_ANSWER).close()
    except OSError as error:
        raise _unreachable(address, error) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _Spark(address, _session(address))


def _session(address: str) -> Any:
    session = SparkSession.builder.remote(address).create()
    # By default the client asks again for ten minutes before it says that nobody is there.
    session.client.set_retry_policies([])
    try:
        session.version  # noqa: B018  (the question)
    except Exception as error:
        session.client.close()
        raise _unreachable(address, error) from error
    session.client.set_retry_policies([DefaultPolicy(TRIES, max_backoff=LONGEST_WAIT)])
    return session


def _unreachable(address: str, error: Exception) -> UnreachableEngine:
    return UnreachableEngine(
        f"No Spark Connect server answers at {address} ({_why(error)}). Check that it runs, its "
        "port, and that no firewall stands between; `sail spark server --port 50051` starts one "
        "here."
    )


def _why(error: BaseException) -> str:
    call = _broken_call(error)  # its details are one line instead of fifteen
    told = str(error if call is None else call.details())
    return (told or type(error).__name__).strip().splitlines()[0].rstrip(".")


def _broken_call(error: BaseException | None) -> Any:
    """Return the call of gRPC that the error is or came of, if it is one that ended badly."""
    if error is None or (isinstance(error, grpc.RpcError) and hasattr(error, "details")):
        return error
    return _broken_call(error.__cause__ or error.__context__)


def _is_gone(error: BaseException) -> bool:
    """Whether the error says that the server can no longer be reached."""
    call = _broken_call(error)
    return call is not None and call.code() in _GONE


class _Spark(Engine):
    name = "spark"

    def __init__(self, address: str, session: Any) -> None:
        self.address = address
        self._session: Any = session
        self._backend = ibis.pyspark.connect(session)
        self._opened: dict[tuple[str, ...], Table] = {}

    def parquet(self, *paths: Path | str) -> Table:
        names = tuple(str(path) for path in paths)
        if names not in self._opened:
            with self._answering(f"read {', '.join(names)}"):
                self._opened[names] = self._table(self._read(names))
        return self._opened[names]

    def rows(self, rows: pa.Table) -> Table:
        # Without a schema, a table of no rows would be refused.
        schema = PySparkSchema.from_ibis(ibis.schema(rows.schema))
        with self._answering("take rows of this machine"):
            return self._table(self._session.createDataFrame(rows, schema=schema))

    def to_pyarrow(self, expr: Expr) -> pa.Table:
        table = expr.as_table()
        with self._answering("run the query"):
            rows = self._frame(table).toArrow()
        return rows.cast(table.schema().to_pyarrow())

    def write_parquet(
        self, expr: Table, path: Path | str, *, metadata: Mapping[str, str] | None = None
    ) -> None:
        if "://" in str(path):
            with self._answering(f"write {path}"):
                self._frame(expr).write.mode("error").parquet(str(path))
        else:
            write_whole(Path(path), self.to_pyarrow(expr), metadata)

    def plan(self, expr: Expr) -> str:
        with self._answering("plan the query"):
            plan: str = self._frame(expr.as_table())._explain_string()
        return plan

    def close(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            # A server that is gone has let go of the session already.
            session.client.set_retry_policies([])
            with contextlib.suppress(PySparkException, grpc.RpcError):
                session.stop()

    @contextlib.contextmanager
    def _answering(self, doing: str) -> Iterator[None]:
        """Say of an error of the server what could not be done, where, and what to do next."""
        try:
            with warnings.catch_warnings():
                # Of how often the client has tried: what is raised says that.
                warnings.simplefilter("ignore", UserWarning)
                yield
        except (PySparkException, grpc.RpcError) as error:
            raise self._told(doing, error) from error

    def _told(self, doing: str, error: Exception) -> FoedusError:
        if _is_gone(error):
            return UnreachableEngine(
                f"The engine at {self.address} no longer answers; it could not {doing} "
                f"({_why(error)}). Check that the server still runs, then run the command again: "
                "nothing was written."
            )
        why = _why(error)
        if any(words in why for words in _UNSEEN):
            return self._unseen(doing, why)
        wrong = isinstance(error, AnalysisException)
        return FoedusError(
            f"The engine at {self.address} could not {doing}: {why}. "
            + (
                "It does not know an operation or a column of the query: without --engine the "
                "query runs here."
                if wrong
                else "The log of the server says more; without --engine the query runs here."
            )
        )

    def _read(self, names: tuple[str, ...]) -> Any:
        frame = self._session.read.parquet(*names)
        # Sail answers a path that it cannot see with a table of no columns.
        if not frame.columns:
            raise self._unseen(f"read {', '.join(names)}", "no such file there")
        return frame

    def _unseen(self, doing: str, why: str) -> FoedusError:
        return FoedusError(
            f"The engine at {self.address} cannot {doing} ({why}). The server opens the files "
            "itself: keep the data folder (FOEDUS_DATA) on storage that this machine and the "
            "server see under the same path."
        )

    def _table(self, frame: Any) -> Table:
        name = f"foedus_{uuid.uuid4().hex}"
        frame.createOrReplaceTempView(name)
        return self._backend.table(name)

    def _frame(self, expr: Table) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Puts the tables of `ibis.memtable` where the server finds them.
            self._backend._run_pre_execute_hooks(expr)
        return self._session.sql(self._backend.compile(expr))
