"""A file as received turned into a table as described: what an import does, in a few lines."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from foedus.reading.datasets.checks import years_within
from foedus.reading.datasets.table import Check, Column, DatasetTable, Form


@dataclass(frozen=True)
class Received:
    """Rows of one file: how many were read, which are kept, how many fail each check."""

    read: int
    kept: Table
    failing: dict[str, int]

    def rows(self, **equal: object) -> list[dict[str, object]]:
        """Return the kept rows in which the named columns hold these values."""
        found = self.kept
        for name, value in equal.items():
            found = found.filter(found[name] == value)
        return found.order_by("row").to_pyarrow().to_pylist()


def form_of(table: DatasetTable, columns: list[str]) -> Form:
    """Return the first form of the table that the columns satisfy."""
    flat = (form for form in table.forms if form.opener is None)
    return next(form for form in flat if form.requires <= set(columns))


def received(table: DatasetTable, file: Path | str) -> Received:
    """Return the rows of a file (a path, or the text of a CSV file) as the table keeps them."""
    form, raw = _opened(table, file)
    if "row" not in raw.column_names:
        raw = raw.append_column("row", pa.array(range(1, raw.num_rows + 1), pa.int64()))
    tidy = form.tidy(ibis.memtable(raw))
    every = _in_memory(tidy.select("row", **{c.name: _cast(tidy, c) for c in table.columns}))
    answers = {check.name: check.failing(every) for check in (*_implied(table), *table.checks)}
    numbers = {name: set(rows.row.to_pyarrow().to_pylist()) for name, rows in answers.items()}
    bad = sorted(set().union(*numbers.values()))
    kept = every.filter(every.row.notin(bad)) if bad else every
    failing = {name: len(rows) for name, rows in numbers.items() if rows}
    return Received(raw.num_rows, _in_memory(kept), failing)


def derived(table: DatasetTable, **needs: Table) -> Table:
    """Return the table made of the others."""
    assert table.derived is not None
    return _in_memory(table.derived.rows(needs))


def _opened(table: DatasetTable, file: Path | str) -> tuple[Form, pa.Table]:
    for form in table.forms:
        opened = form.opener(file) if form.opener and isinstance(file, Path) else None
        if opened is not None:
            return form, opened
    raw = _rows(file)
    return form_of(table, raw.column_names), raw


def _implied(table: DatasetTable) -> list[Check]:
    bounded = table.years and table.coverage != (None, None)
    return [_levels(table), *([years_within(*table.coverage, *table.years)] if bounded else [])]


def _levels(table: DatasetTable) -> Check:
    # One question for all columns: a hundred of them would make a hundred queries.
    def failing(rows: Table) -> Table:
        wrong = ibis.literal(False)
        for column in table.columns:
            if column.levels:
                unknown = rows[column.name].notin(list(column.levels))
                wrong = wrong | unknown.fill_null(False)
        return rows.filter(wrong)

    return Check("unknown level", "codes are those of the codebook", failing)


def _in_memory(rows: Table) -> Table:
    return ibis.memtable(rows.to_pyarrow())


def _rows(file: Path | str) -> pa.Table:
    if isinstance(file, Path) and file.suffix == ".parquet":
        return pq.read_table(file)
    text = file.read_text("utf-8-sig") if isinstance(file, Path) else file
    header, *lines = csv.reader(io.StringIO(text))
    columns = zip(*lines, strict=True) if lines else [[] for _ in header]
    return pa.table(
        {
            name: pa.array([value or None for value in column], pa.string())
            for name, column in zip(header, columns, strict=True)
        }
    )


def _cast(rows: Table, column: Column) -> ibis.Value:
    value = rows[column.name]
    if column.missing:
        text = value.cast("string")
        value = ibis.ifelse(
            text.isin([*column.missing, *(f"{m}.0" for m in column.missing)]),
            ibis.null(value.type()),
            value,
        )
    if value.type().is_string() and column.dtype.startswith("int"):
        value = value.cast("float64")
    return value.cast(column.dtype)
