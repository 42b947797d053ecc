"""The capability of states: CINC of the latest year held up to a day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ibis import _

from foedus.actors.codes import actor_with_code
from foedus.datasets.holdings import held_table, holding
from foedus.errors import MissingDataset
from foedus.ledger.engines import Engine, engine_at

__all__ = ["Capability", "capability_on"]


@dataclass(frozen=True, slots=True)
class Capability:
    """The capability (CINC) of states by actor id, in the year it is of; empty when not held."""

    year: int | None
    of: Mapping[str, float]


def capability_on(on: dt.date, engine: Engine | None = None) -> Capability:
    """Return the CINC of every state in the latest year held up to that day."""
    by_year = _capabilities() if engine is None else _read_capabilities(engine)
    held = [year for year in by_year if year <= on.year]
    if not held:
        return Capability(None, {})
    year = max(held)
    found = ((actor_with_code("cow", code, on), cinc) for code, cinc in by_year[year].items())
    return Capability(year, {actor.id: cinc for actor, cinc in found if actor})


_held: dict[str, dict[int, dict[int, float]]] = {}


def _capabilities() -> dict[int, dict[int, float]]:
    try:
        record = holding("nmc", "state_years")
    except MissingDataset:
        return {}
    if record.sha256 not in _held:
        _held.clear()
        _held[record.sha256] = _read_capabilities(engine_at())
    return _held[record.sha256]


def _read_capabilities(engine: Engine) -> dict[int, dict[int, float]]:
    try:
        rows = held_table(engine, "nmc", "state_years")
    except MissingDataset:
        return {}
    found: dict[int, dict[int, float]] = {}
    chosen = rows.filter(_.cinc.notnull()).select("ccode", "year", "cinc")
    for row in engine.to_pyarrow(chosen).to_pylist():
        found.setdefault(row["year"], {})[row["ccode"]] = row["cinc"]
    return found
