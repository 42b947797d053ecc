"""The table of rates that foedus carries, as the text of its file."""

import csv
import io

import pyarrow as pa

from foedus.ledger.engines import Engine
from foedus.repercussions.fulfilment.occasions import datasets_behind, occasions
from foedus.repercussions.fulfilment.table import rate_table

__all__ = ["rates_csv", "recomputed_rates"]


def recomputed_rates(engine: Engine) -> pa.Table:
    """Return the table made anew of the datasets that are held."""
    return rate_table(engine.to_pyarrow(occasions(engine)), datasets_behind(engine))


def rates_csv(table: pa.Table) -> str:
    """Return the table as the text of `rates.csv`; an unknown number is empty."""
    written = io.StringIO()
    rows = csv.DictWriter(written, table.column_names, lineterminator="\n")
    rows.writeheader()
    rows.writerows(table.to_pylist())
    return written.getvalue()
