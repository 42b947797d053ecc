"""Signs that a file is of a later release than the one whose codebook foedus knows.

A later release may have changed its codes, so it is read only when somebody says what it is.
"""

import datetime as dt
import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from foedus.errors import NewerVersion
from foedus.reading.datasets.table import DatasetTable
from foedus.sources import registry

__all__ = [
    "numbers_in",
    "refuse_newer_column",
    "refuse_newer_name",
    "refuse_newer_rows",
    "release_in",
    "release_of_column",
    "same_kind",
    "years_in",
]

FEW = 0.005
"""Up to this share of the rows, years after the last one known are taken for slips, not news."""

_NUMBERS = re.compile(r"\d+")


def refuse_newer_name(file: str, table: DatasetTable) -> None:
    """Raise NewerVersion for a published file's name with higher numbers: "atop5_2m.csv"."""
    known = registry.dataset(table.dataset)
    for published in known.files:
        same_words = _NUMBERS.split(file.lower()) == _NUMBERS.split(published.name.lower())
        if same_words and numbers_in(file) > numbers_in(published.name):
            raise _newer(
                file, table, f"its name is that of a later release than {published.name}", None
            )


def refuse_newer_column(file: str, table: DatasetTable, received: pa.Table, known: str) -> None:
    """Raise NewerVersion when the file's own column `version` names a later one than `known`."""
    newest = release_of_column(received)
    if same_kind(newest, release_in(known)) and newest > release_in(known):
        words = ".".join(map(str, newest))
        raise _newer(file, table, f"its column version says {words}, not {known}", None)


def release_of_column(received: pa.Table) -> tuple[int, ...]:
    """Return the numbers of the latest release that a column `version` names; () without one."""
    name = next((name for name in received.column_names if name.casefold() == "version"), None)
    values = pc.unique(received.column(name)).to_pylist() if name is not None else []
    return max((release_in(str(one)) for one in values if one), default=())


def refuse_newer_rows(file: str, table: DatasetTable, rows: pa.Table) -> None:
    """Raise NewerVersion when years after the last one known hold more than a few rows."""
    last = table.coverage[1]
    names = [name for name in table.years if name in rows.column_names]
    if last is None or not names or not rows.num_rows:
        return
    years = years_in(rows, names)
    beyond = years[(years > last) & (years <= dt.date.today().year)]
    if len(beyond) > FEW * rows.num_rows:
        raise _newer(
            file,
            table,
            f"{len(beyond)} of its {rows.num_rows} rows lie after {last}, up to {beyond.max()} "
            f"(column {' or '.join(names)})",
            int(beyond.max()),
        )


def _newer(file: str, table: DatasetTable, sign: str, until: int | None) -> NewerVersion:
    known = registry.dataset(table.dataset)
    first, last = table.coverage
    span = f"{first or 'FIRST'}-{until or 'LAST'}"
    return NewerVersion(
        f"{file} seems to be a later release of {known.name} than {known.version}, the one foedus "
        f"knows ({table.name} covers {first or '…'} to {last or '…'}): {sign}. If its codebook "
        f"still has the same codes, say what it is: foedus data get {known.name} --from {file} "
        f"--as-version VERSION --covers {span}"
    )


def release_in(words: str) -> tuple[int, ...]:
    """Return the numbers of a release: of 3.2, v3.20 and 3.19999999 the same."""
    found = re.search(r"\d+(\.\d+)*", words)
    text = found[0] if found else ""
    # ATOP's own files write 5.1 as Stata's single precision has it: 5.0999999.
    plain = f"{round(float(text), 2):g}" if text.count(".") == 1 else text
    return tuple(map(int, re.findall(r"\d+", plain)))


def same_kind(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both are numbers of releases, or both their years, and can be compared."""
    # Some codebooks number releases, some date them, and some files do the other.
    return bool(one and other) and (one[0] > 1000) == (other[0] > 1000)


def numbers_in(name: str) -> tuple[int, ...]:
    """Return all numbers in the name of a file."""
    return tuple(map(int, _NUMBERS.findall(name)))


def years_in(rows: pa.Table, names: Sequence[str]) -> np.ndarray:
    """Return the years in columns of years or dates, those that are missing left out."""
    return np.concatenate([_years(rows.column(name)) for name in names])


def _years(values: pa.ChunkedArray) -> np.ndarray:
    held = values.drop_null()
    years = pc.year(held) if pa.types.is_temporal(held.type) else held
    return years.to_numpy()
