"""A file of events imported into a data folder of the test's own, and its rows."""

from pathlib import Path
from typing import Any

from foedus.datasets.holdings import Holding, failing_rows, held_table
from foedus.datasets.importing import imported
from foedus.ledger.engines import engine_at


def rows_of(
    dataset: str, file: Path, table: str = "events"
) -> tuple[Holding, list[dict[str, Any]]]:
    """Return the record of the import and the rows kept, in the order of the file."""
    record = imported(dataset, file, table=table).holding
    with engine_at() as engine:
        rows = engine.to_pyarrow(held_table(engine, dataset, table).order_by("row"))
    return record, rows.to_pylist()


def faults(dataset: str, table: str = "events") -> list[tuple[int, str]]:
    """Return the number of each row set apart and the check that it fails."""
    return [(row["row"], row["check"]) for row in failing_rows(dataset, table)]
