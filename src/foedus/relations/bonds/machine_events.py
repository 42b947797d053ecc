"""Cooperation and conflict that machines read in the news, month by month, by store of events."""

from itertools import product

import pyarrow as pa

from foedus.datasets.event_store import event_files
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Part, Provenance, provenance
from foedus.relations.series.event_series import event_series
from foedus.sources import citations, registry

__all__ = ["events_between"]

_STORES = ("gdelt", "icews", "polecat")


def events_between(engine: Engine, one: Line, other: Line) -> Part:
    """Return the events between the two, both directions together, by store and month.

    Columns as in `relations.series.event_series` (undirected): counts by quad class, Goldstein's
    mean and sum, per thousand events of the store, and the share of the month that the store
    covers; a count is null in a month it does not cover. Stores stay apart: their events repeat
    each other.
    """
    sources = tuple(_provenance(store) for store in _STORES)
    held = [source.dataset for source in sources if not source.missing]
    empty = pa.table({"store": pa.array([], pa.string()), "begins": pa.array([], pa.date32())})
    if not held:
        return Part(name="events", rows=empty, sources=sources)
    pairs = list(product(one.actors, other.actors))
    series = event_series(engine, held, by="month", dyads=pairs, directed=False)
    return Part(name="events", rows=engine.to_pyarrow(series), sources=sources)


def _provenance(store: str) -> Provenance:
    if store != "gdelt":
        return provenance(store, "events")
    known = registry.dataset(store)
    held = bool(event_files())
    return Provenance(
        dataset=store,
        title=known.title,
        version=known.version,
        covers=known.years,
        citation=tuple(citations.plain_text([store]).splitlines()),
        page=known.page,
        missing=None if held else "foedus data get gdelt --from FOLDER",
    )
