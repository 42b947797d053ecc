"""What a table of a published dataset is: its grain, its columns, the files it can be read from.

A description only. Nothing here opens a file or runs a query: `foedus.datasets.importing` reads a
file as received into a table of its own columns, lets the form that fits it rename and derive,
turns the codebook's codes for "missing" into nulls, casts, and sets apart the rows that fail a
check.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from ibis.expr.types import Table

__all__ = ["Check", "Column", "DatasetTable", "Derivation", "Form"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column as foedus keeps it.

    `dtype` is an Ibis type ("int32", "int64", "float64", "string", "date", "boolean"); `meaning`
    says what it holds and in which unit; `missing` lists, as text, the codes that the publisher's
    codebook gives for a value that is not known or not applicable: they become null. `levels` are
    the codes it may hold, when the codebook closes the list.
    """

    name: str
    dtype: str
    meaning: str
    missing: tuple[str, ...] = ()
    levels: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One shape in which the table comes as a file, recognised by the columns it must have.

    `tidy` takes the file's rows, under the file's own column names and with `row` (int64, the
    number of the row in the file, from 1), and gives the table's columns and `row`. Columns of a
    text file come as text; those of a Parquet file with their types. Casting and missing codes
    are not its work.

    `opener` is for a file that is no flat table under one header (lines before the header, several
    sheets, nested JSON): it gives the file's rows, or None when the file is not of this form, and
    never raises for a file of another kind. Its table is then the file for all that follows: it
    has the columns `requires` names, and may bring its own `row`, the line in the file.

    `version` is the release that a file of this form surely is, None where several have it.
    """

    name: str
    requires: frozenset[str]
    tidy: Callable[[Table], Table]
    opener: Callable[[Path], pa.Table | None] | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A question put to the table whose answer is the rows that fail it (all columns, with `row`).

    Empty means sound. Failing rows are kept apart with the check's name, never dropped in silence.
    """

    name: str
    meaning: str
    failing: Callable[[Table], Table]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the table is made of other tables of the same dataset when no file of its own is held.

    `rows` takes the tables named in `needs` by name and gives this table's columns.
    """

    needs: tuple[str, ...]
    rows: Callable[[dict[str, Table]], Table]


@dataclass(frozen=True, slots=True)
class DatasetTable:
    """One table of a dataset: `grain` names the columns that make a row unique ("one row per …").

    `years` is the column, or the pair of columns of a spell, that `coverage` (first and last year,
    None where the publisher sets no bound) is about; None for a table without time.

    `across_files` is not empty for a table that comes in several files (by regulation, year, week
    or country), all of which are held at once, each a part: rows of two files are the same record
    when they agree in all these columns, two missing values agreeing, and the first is known.
    """

    dataset: str
    name: str
    grain: tuple[str, ...]
    columns: tuple[Column, ...]
    forms: tuple[Form, ...]
    coverage: tuple[int | None, int | None] = (None, None)
    years: tuple[str, ...] = ("year",)
    checks: tuple[Check, ...] = ()
    derived: Derivation | None = None
    across_files: tuple[str, ...] = ()
    faults: tuple[str, ...] = field(default=())
    """Known faults of the published data that a user should hear of, one sentence each."""
