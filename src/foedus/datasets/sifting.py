"""Rows of a table sifted: those of the described types that pass every check, and the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import Table

from foedus.datasets.casting import cast_values, wrong_type
from foedus.datasets.text_files import Broken
from foedus.ledger.engines import Engine
from foedus.reading.datasets.checks import one_of, unique_grain, years_within
from foedus.reading.datasets.table import Check, DatasetTable

__all__ = ["BROKEN", "Sifted", "Typed", "beyond_levels", "checks_of", "sifted", "typed"]

POSITION = "position_in_table"
"""The number that tells the rows of one import apart: `row` repeats where a form makes several
rows of one record."""

BROKEN = "not as many fields as the header"
"""The check that a broken record fails; its text stands in the first text column."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The rows as they came, the same rows cast, and the positions that could not be cast.

    Both tables have `row` and the position of each row; a value that could not be cast is null.
    """

    received: pa.Table
    rows: pa.Table
    uncast: tuple[tuple[str, list[int]], ...]


@dataclass(frozen=True, slots=True)
class Sifted:
    """The rows kept, in the order of their grain; and the failing ones as text, once per check."""

    kept: pa.Table
    failing: pa.Table
    failing_rows: int

    @property
    def read(self) -> int:
        """How many rows there were."""
        return int(self.kept.num_rows) + self.failing_rows

    @property
    def failing_by_check(self) -> dict[str, int]:
        """How many rows fail each check; a row that fails two is counted under both."""
        return dict(sorted(Counter(self.failing.column("check").to_pylist()).items()))


def typed(engine: Engine, table: DatasetTable, tidied: Table) -> Typed:
    """Return a form's rows cast to the columns of the table; a column it lacks is null."""
    names = set(tidied.columns)
    columns = {
        one.name: tidied[one.name] if one.name in names else ibis.null("string")
        for one in table.columns
    }
    row = tidied["row"].cast("int64") if "row" in names else ibis.row_number() + 1
    given = engine.to_pyarrow(tidied.select(row=row, **columns))
    place = pa.array(np.arange(given.num_rows))
    cast, uncast = {POSITION: place, "row": given.column("row")}, []
    for column in table.columns:
        cast[column.name], wrong = cast_values(engine, given.column(column.name), column)
        if wrong:
            uncast.append((wrong_type(column), wrong))
    return Typed(given, pa.table(cast), tuple(uncast))


def sifted(
    engine: Engine,
    table: DatasetTable,
    given: Typed,
    coverage: tuple[int | None, int | None],
    broken: Sequence[Broken] = (),
    more: Sequence[Check] = (),
) -> Sifted:
    """Return the rows parted into those that pass every check of the table and those that fail.

    `more` are checks that the table alone does not imply.
    """
    failing = list(given.uncast)
    sound = _without(given.rows, failing)
    places = sound.column(POSITION).to_numpy()
    failing += [(name, places[beyond].tolist()) for name, beyond in beyond_levels(table, sound)]
    rows = engine.rows(sound)
    for check in (*checks_of(table, coverage), *more):
        positions = _positions(engine, check.failing(rows))
        if positions:
            failing.append((check.name, positions))
    order = [(name, "ascending") for name in dict.fromkeys((*table.grain, "row"))]
    kept = _without(given.rows, failing).sort_by(order).drop_columns([POSITION])
    apart = pa.concat_tables([_as_text(given, table, failing), _broken(table, broken)])
    distinct = {position for _, positions in failing for position in positions}
    return Sifted(kept, apart, len(distinct) + len(broken))


def checks_of(table: DatasetTable, coverage: tuple[int | None, int | None]) -> tuple[Check, ...]:
    """Return the table's own checks and those that its description implies, each question once.

    Implied are one row per grain, and years within the coverage. The levels of columns are none of
    these: `beyond_levels` asks for them at a hundredth of what a query costs.
    """
    implied = [unique_grain(*table.grain)] if table.grain else []
    dated = {column.name for column in table.columns}
    years = [name for name in table.years if name in dated]
    if years and coverage != (None, None):
        implied.append(years_within(*coverage, *years))
    # The coverage given may differ from the one that the table's own check was made for.
    own = [one for one in table.checks if one.name != years_within(None, None).name]
    asked = {(one.name, one.meaning): one for one in (*implied, *own)}
    return tuple(asked.values())


def beyond_levels(table: DatasetTable, rows: pa.Table) -> list[tuple[str, np.ndarray]]:
    """Return the check of each column whose levels are closed, with the places beyond them."""
    found = []
    for column in table.columns:
        if column.levels:
            values = rows.column(column.name)
            levels = pa.array(column.levels).cast(values.type)
            beyond = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, levels)))
            places = np.flatnonzero(beyond.to_numpy())
            if places.size:
                found.append((one_of(column.name).name, places))
    return found


def _positions(engine: Engine, failing: Table) -> list[int]:
    found = engine.to_pyarrow(failing.select(POSITION))[POSITION].to_pylist()
    return sorted(set(found))


def _without(rows: pa.Table, failing: Sequence[tuple[str, list[int]]]) -> pa.Table:
    good = np.ones(rows.num_rows, dtype=bool)
    for _, positions in failing:
        good[positions] = False
    return rows.filter(pa.array(good[rows.column(POSITION).to_numpy()]))


def _as_text(
    given: Typed, table: DatasetTable, failing: Sequence[tuple[str, list[int]]]
) -> pa.Table:
    pairs = sorted((position, check) for check, positions in failing for position in positions)
    rows = given.received.take(pa.array([position for position, _ in pairs], pa.int64()))
    columns = {
        "row": rows.column("row"),
        "check": pa.array([check for _, check in pairs], pa.string()),
    }
    columns |= {one.name: _text(rows.column(one.name)) for one in table.columns}
    return pa.table(columns)


def _text(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_string(values.type):
        return values
    texts = (None if value is None else str(value) for value in values.to_pylist())
    return pa.chunked_array([pa.array(texts, pa.string())])


def _broken(table: DatasetTable, broken: Sequence[Broken]) -> pa.Table:
    first = next((one.name for one in table.columns if one.dtype == "string"), None)
    shown = first or table.columns[0].name
    columns: dict[str, pa.Array] = {
        "row": pa.array([one.row for one in broken], pa.int64()),
        "check": pa.array([BROKEN] * len(broken), pa.string()),
    }
    for one in table.columns:
        texts = [each.text if one.name == shown else None for each in broken]
        columns[one.name] = pa.array(texts, pa.string())
    return pa.table(columns)
