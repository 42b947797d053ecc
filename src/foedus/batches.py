"""The reader over Arrow batches, as an engine that holds millions of texts maps it.

    texts.mapInArrow(foedus.read_batches, foedus.ASSERTION_COLUMNS)     # a Spark data frame

Every batch is read where it lies, by itself: nothing is shared between processes, so this runs on
any number of machines on which foedus is installed.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import pyarrow as pa

from foedus.ledger.append import assertion_rows
from foedus.ledger.tables import TABLES
from foedus.reading.many import read

__all__ = ["ASSERTION_COLUMNS", "read_batches"]

_SQL: Final = {"int64": "bigint", "float64": "double", "array<string>": "array<string>"}
_GIVEN: Final = ("text", "language", "published", "name")

ASSERTION_COLUMNS: Final = ", ".join(
    f"`{name}` {_SQL.get(str(kind.copy(nullable=True)), str(kind.copy(nullable=True)))}"
    for name, kind in TABLES["assertions"].items()
)
"""The columns of what `read_batches` yields, as a Spark schema string."""


def read_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield one batch of assertions, one row each, for every batch of texts, one row each.

    Of the given columns `text` is needed; `language`, `published` (EDTF) and `name` are used where
    they are. Rows are those of the ledger's table of assertions; `document` names the text by its
    checksum. A text that is null, or in a language foedus does not read, gives no row.
    """
    schema = TABLES["assertions"].to_pyarrow()
    for batch in batches:
        names = [name for name in _GIVEN if name in batch.schema.names]
        rows = batch.select(names).to_pylist()
        readings = (read(**_without_nulls(row)) for row in rows if row["text"] is not None)
        assertions = (one for reading in readings for one in reading.assertions)
        table = assertion_rows(assertions).cast(schema).combine_chunks()
        yield from table.to_batches() or [pa.RecordBatch.from_pylist([], schema=schema)]


def _without_nulls(row: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value is not None}
