"""The description of a dataset's tables, looked up by the names that a person types."""

import difflib

from foedus.errors import UnknownDataset, UnknownTable
from foedus.reading.datasets.table import DatasetTable
from foedus.reading.datasets.tables import MODULES, tables_of
from foedus.sources import registry

__all__ = ["table_named", "tables_named"]


def tables_named(dataset: str) -> dict[str, DatasetTable]:
    """Return the tables of a dataset; UnknownDataset for one that foedus has no reader of."""
    name = registry.dataset(dataset).name
    if name not in MODULES:
        raise UnknownDataset(dataset, where="with a reader in foedus")
    return tables_of(name)


def table_named(dataset: str, table: str) -> DatasetTable:
    """Return one table of a dataset; UnknownTable, with those it has, for another word."""
    tables = tables_named(dataset)
    if table not in tables:
        nearest = difflib.get_close_matches(table, tables, n=3, cutoff=0.4) or tables
        raise UnknownTable(table, tuple(nearest), f"in {dataset}")
    return tables[table]
