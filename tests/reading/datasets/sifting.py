"""Files put through the reading that an import does: rows cast, sifted, and those that fail."""

import csv
import io
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from foedus.datasets.sifting import Sifted, typed
from foedus.datasets.sifting import sifted as sifted_rows
from foedus.ledger.engines import engine_at
from foedus.reading.datasets.table import DatasetTable


def sifted(table: DatasetTable, file: Path | str) -> Sifted:
    """Return the rows of a Parquet file, or of the text of a CSV file, kept and failing."""
    rows = pq.read_table(file) if isinstance(file, Path) else _records(file)
    rows = rows.append_column("row", pa.array(range(1, rows.num_rows + 1), pa.int64()))
    fitting = [form for form in table.forms if form.requires <= set(rows.column_names)]
    form = max(fitting, key=lambda form: len(form.requires))
    with engine_at() as engine:
        given = typed(engine, table, form.tidy(engine.rows(rows)))
        return sifted_rows(engine, table, given, table.coverage)


def kept(table: DatasetTable, file: Path | str) -> list[dict[str, object]]:
    """Return the rows kept, as dictionaries, in the order of their grain."""
    return sifted(table, file).kept.to_pylist()


def failing(table: DatasetTable, file: Path | str) -> list[tuple[int, str]]:
    """Return the number of each failing row and the check it fails."""
    apart = sifted(table, file).failing
    return list(zip(apart["row"].to_pylist(), apart["check"].to_pylist(), strict=True))


def table_of(rows: Sifted | list[dict[str, object]]) -> Table:
    """Return rows as an Ibis table."""
    return ibis.memtable(rows.kept if isinstance(rows, Sifted) else pa.Table.from_pylist(rows))


def derived(table: DatasetTable, **needs: Sifted) -> Table:
    """Return the table made of others of its dataset, run."""
    assert table.derived is not None
    assert set(needs) == set(table.derived.needs)
    made = table.derived.rows({name: table_of(rows) for name, rows in needs.items()})
    return ibis.memtable(made.to_pyarrow())


def rows_that_differ(one: Table, other: Table) -> pa.Table:
    """Return the rows of either table that the other has not, in the columns of the first."""
    theirs = other.select(*one.columns).cast(one.schema())
    return ibis.union(one.difference(theirs), theirs.difference(one)).to_pyarrow()


def counts(rows: Sifted) -> tuple[int, int, dict[str, int]]:
    """Return how many rows were read, how many are kept, and how many fail each check."""
    return rows.read, rows.kept.num_rows, rows.failing_by_check


def _records(text: str) -> pa.Table:
    header, *lines = csv.reader(io.StringIO(text.strip()))
    columns = zip(*lines, strict=True) if lines else [[] for _ in header]
    return pa.table(
        {
            name: pa.array([value or None for value in column], pa.string())
            for name, column in zip(header, columns, strict=True)
        }
    )
