"""Shares of trade between states in a year, from the Correlates of War's trade data as held.

A state's trade with a partner is what it imports from it and the partner from it. Its whole trade
is the publisher's total of its imports and exports; what the listed partners do not make up of it
is missing, and where the partners make up more, they are taken for the whole (the two tables were
not made to agree). Where the total is not known no share is: all of that state's trade is missing.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from foedus.actors.codes import actor_with_code
from foedus.datasets.holdings import held_columns
from foedus.relations.bonds.parts import Provenance, provenance

__all__ = ["TradeShares", "trade_shares", "trade_sources"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeShares:
    """Who trades with whom in `year`: `shares[i, j]` of `i`'s trade are with `j`.

    `states` are ids; `missing` is the share of a state's trade whose partner is not known.
    """

    year: int
    states: tuple[str, ...]
    shares: NDArray[np.float64]
    missing: NDArray[np.float64]
    sources: tuple[Provenance, ...]

    def place(self, state: str) -> int | None:
        """Return the place of a state; None when it had no trade that the data know of."""
        return self.states.index(state) if state in self.states else None


def trade_sources() -> tuple[Provenance, ...]:
    """Return where the two tables come from, held here or not."""
    return provenance("trade", "dyad_years"), provenance("trade", "state_years")


def trade_shares(at_most: int) -> TradeShares | None:
    """Return the shares of the last year with data up to `at_most`; None where there is none.

    Raises MissingDataset when one of the two tables is not held.
    """
    dyads = held_columns("trade", "dyad_years", "ccode1", "ccode2", "year", "flow1", "flow2")
    totals = held_columns("trade", "state_years", "ccode", "year", "imports", "exports")
    dyads = dyads.filter(pc.less_equal(dyads["year"], at_most))
    if not dyads.num_rows:
        return None
    year: int = pc.max(dyads["year"]).as_py()
    dyads = dyads.filter(pc.equal(dyads["year"], year))
    totals = totals.filter(pc.equal(totals["year"], year))
    states = _states(dyads, totals, year)
    names = tuple(sorted(states.values()))
    place = {code: names.index(state) for code, state in states.items()}
    between = _between(dyads, place, len(names))
    known = between.sum(axis=1)
    whole = np.maximum(_whole(totals, place, len(names)), known)
    told = np.isfinite(whole) & (whole > 0)
    shares = np.divide(between, whole[:, None], out=np.zeros_like(between), where=told[:, None])
    missing = np.where(told, np.clip(1.0 - shares.sum(axis=1), 0.0, 1.0), 1.0)
    return TradeShares(
        year=year, states=names, shares=shares, missing=missing, sources=trade_sources()
    )


def _states(dyads: pa.Table, totals: pa.Table, year: int) -> dict[int, str]:
    codes = {*dyads["ccode1"].to_pylist(), *dyads["ccode2"].to_pylist()}
    codes |= {*totals["ccode"].to_pylist()}
    found = {one: actor_with_code("cow", one, dt.date(year, 7, 1)) for one in codes}
    return {code: state.id for code, state in found.items() if state is not None}


def _between(dyads: pa.Table, place: dict[int, int], size: int) -> NDArray[np.float64]:
    between = np.zeros((size, size))
    for row in dyads.to_pylist():
        one, other = place.get(row["ccode1"]), place.get(row["ccode2"])
        if one is not None and other is not None:
            # A flow that is not known adds nothing here: it stays in what is missing.
            between[one, other] += (row["flow1"] or 0.0) + (row["flow2"] or 0.0)
    return between + between.T


def _whole(totals: pa.Table, place: dict[int, int], size: int) -> NDArray[np.float64]:
    whole = np.full(size, np.nan)
    for row in totals.to_pylist():
        at = place.get(row["ccode"])
        if at is not None and row["imports"] is not None and row["exports"] is not None:
            whole[at] = row["imports"] + row["exports"]
    return whole
