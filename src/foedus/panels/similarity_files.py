"""Similarities, ideal points and series of events as files that say where they come from."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from foedus.datasets.holdings import holdings_of
from foedus.panels.provenance import ColumnOrigin
from foedus.panels.table_files import written_table
from foedus.relations.likeness.similarities import ALLIANCES

__all__ = ["written_positions", "written_series", "written_similarities"]

VOTES = (("unga-votes", "votes"), ("unga-votes", "rollcalls"))


def written_similarities(
    rows: pa.Table, path: Path, of: str, command: str, allow: Iterable[str] = ()
) -> Path:
    """Write what `similarities` returned as .parquet or .csv; raises as `written_table` does."""
    tables = (("atop", "directed_dyad_years"),) if of == ALLIANCES else VOTES
    weights = (("nmc", "state_years"),)
    origins = tuple(
        origin
        for column in rows.column_names
        for origin in _origins(column, (*tables, *(weights if "_weighted" in column else ())))
    )
    return written_table(rows, path, origins, command, allow)


def written_positions(rows: pa.Table, path: Path, command: str, allow: Iterable[str] = ()) -> Path:
    """Write what `vote_positions` returned as .parquet or .csv; raises as `written_table` does."""
    origins = tuple(origin for column in rows.column_names for origin in _origins(column, VOTES))
    return written_table(rows, path, origins, command, allow)


def written_series(rows: pa.Table, path: Path, command: str, allow: Iterable[str] = ()) -> Path:
    """Write what `event_series` returned as .parquet or .csv; raises as `written_table` does.

    The events of a case stand in the case, and have no dataset to name.
    """
    stores = sorted(store for store in pc.unique(rows["store"]).to_pylist() if store != "case")
    tables = tuple((store, "events") for store in stores)
    origins = tuple(origin for column in rows.column_names for origin in _origins(column, tables))
    return written_table(rows, path, origins, command, allow)


def _origins(column: str, tables: Iterable[tuple[str, str]]) -> Iterator[ColumnOrigin]:
    for dataset, table in tables:
        held = holdings_of(dataset).get(table)
        release, covers = (held.release, held.covers) if held else (None, (None, None))
        yield ColumnOrigin(column, dataset, table, release, covers, "")
