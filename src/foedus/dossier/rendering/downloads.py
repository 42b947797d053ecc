"""What a figure or a table shows, as files: CSV for people, Parquet for programs."""

import csv
import io

import pyarrow as pa
import pyarrow.parquet as pq

from foedus.dossier.blocks import Data

__all__ = ["as_csv", "as_parquet"]

# A spreadsheet runs a cell that begins with one of these (OWASP, "CSV Injection").
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(data: Data) -> str:
    """Return the rows as CSV (RFC 4180); missing is empty, lists are joined by semicolons.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(data.columns)
    writer.writerows([_cell(value) for value in row] for row in data.rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(str(one) for one in value)
    if isinstance(value, str) and value.startswith(_RUNS):
        return "'" + value
    return value


def as_parquet(data: Data) -> bytes:
    """Return the rows as Parquet, types as they are; a column of mixed types is text."""
    columns = {
        name: _column([row[place] for row in data.rows]) for place, name in enumerate(data.columns)
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def _column(values: list[object]) -> pa.Array:
    plain = [list(value) if isinstance(value, tuple) else value for value in values]
    try:
        return pa.array(plain)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.array([None if value is None else str(value) for value in plain])
