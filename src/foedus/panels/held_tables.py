"""The tables a panel is made of, as they are held on this machine, opened by one engine."""

from dataclasses import dataclass, field

from ibis.expr.types import Table

from foedus.datasets.event_store import event_files
from foedus.datasets.holdings import Holding, holding
from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine
from foedus.sources import registry

__all__ = ["HeldTables"]

_STORE = "gdelt"
"""Many small files, each with its own record, where other datasets have one of a table."""


@dataclass(frozen=True, slots=True)
class HeldTables:
    """What a panel asks of the datasets held here, through the engine that will run it.

    A record is read once: a panel stays on what was held when it was first asked for.
    """

    engine: Engine
    _records: dict[tuple[str, str], Holding] = field(default_factory=dict, repr=False)

    def table(self, dataset: str, table: str) -> Table:
        """Return one table; raises MissingDataset, with what to run, when it is not held."""
        return self.engine.parquet(self._record(dataset, table).path)

    def years(self, dataset: str, table: str) -> tuple[int | None, int | None]:
        """Return the first and last year that the table covers, None for an open bound."""
        if dataset == _STORE:
            return registry.dataset(dataset).years
        return self._record(dataset, table).covers

    def holds(self, dataset: str, table: str) -> bool:
        """Whether the table is held here."""
        if dataset == _STORE:
            return bool(event_files())
        try:
            self._record(dataset, table)
        except MissingDataset:
            return False
        return True

    def version(self, dataset: str, table: str) -> str | None:
        """Return the release that was imported, with "(presumed)" where nothing proves it."""
        if dataset == _STORE:
            return registry.dataset(dataset).version
        return self._record(dataset, table).release

    def _record(self, dataset: str, table: str) -> Holding:
        if (dataset, table) not in self._records:
            self._records[dataset, table] = holding(dataset, table)
        return self._records[dataset, table]
