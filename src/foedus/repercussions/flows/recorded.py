"""What SIPRI records of arms that passed: the deals of its register, and its volumes by year.

The two count the same arms twice over, so they are never added: items by kind of weapon, and
trend-indicator values (TIV), once summed over the deals and once over the years. SIPRI revises past
years with each release; where the two sums exclude each other, they stand as rivals.

A deal that was delivered in several years is not split by the register. Where the window cuts
through these years, anything from nothing to all of it may lie inside. The volumes of years are
whole millions: each is known to half a million either way. A number that SIPRI marks "?" is its
estimate; it gives no range, so none is made up, and how much rests on such numbers stands beside.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ibis.expr.types import Table

from foedus.datasets.holdings import held_table
from foedus.ledger.engines import Engine
from foedus.relations.bonds.lines import Line
from foedus.relations.bonds.parts import Provenance, provenance
from foedus.repercussions.flows.claim import Manner
from foedus.repercussions.flows.flow import Flow, Window

__all__ = ["DATASET", "TIV", "Recorded", "recorded_flows", "whole_window"]

DATASET = "sipri-transfers"
TIV = "TIV"
"""What is counted in millions of SIPRI's trend-indicator value: volume of arms, not money."""

_PUBLISHER = "SIPRI"
_YEAR = re.compile(r"\d{4}")
# SIPRI writes "Produced under licence", "Incl production under licence" and, of parts put together
# by the recipient, "Assembled ... from kits".
_LICENSED = re.compile(r"\b(?:produced|production) under\b.*?\blicen[cs]e|\bfrom kits\b", re.I)
_ROUNDING_OF_YEARS, _ROUNDING_OF_DEALS = 0.5, 0.005

Row = Mapping[str, Any]
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The flows that datasets record between two actors, and where they come from.

    `sources` are the tables asked, held here or not; outside what they cover nothing is known.
    """

    flows: tuple[Flow, ...] = ()
    sources: tuple[Provenance, ...] = ()


def recorded_flows(
    engine: Engine, giver: Line, receiver: Line, window: Window | None = None
) -> Recorded:
    """Return the deliveries of major arms from one line of states to another, per kind of weapon.

    Beside them the volumes, by the register and by the table of years. `window` None is all that is
    covered. No flow where the tables know of no delivery; a table that is not held is named in
    `sources`.
    """
    register, yearly = provenance(DATASET, "deals"), provenance(DATASET, "dyad_years")
    flows: list[Flow] = []
    volumes: list[Flow] = []
    deals: Sequence[Row] = ()
    if not register.missing:
        deals = _rows(engine, held_table(engine, DATASET, "deals"), giver, receiver)
        flows += _items(deals, window, giver.actor, receiver.actor)
        volumes += _volume(deals, window, giver.actor, receiver.actor)
    if not yearly.missing:
        years = _rows(engine, held_table(engine, DATASET, "dyad_years"), giver, receiver)
        volumes += _by_year(years, window, giver.actor, receiver.actor)
    if len(volumes) == 2 and _contradict(volumes[1], deals, window, yearly):
        volumes = [
            replace(one, reading=number, rivals=2) for number, one in enumerate(volumes, start=1)
        ]
    return Recorded((*volumes, *flows), (register, yearly))


def whole_window() -> Window:
    """Return all the years that either table covers, as held here or as published."""
    covers = [provenance(DATASET, table).covers for table in ("deals", "dyad_years")]
    first = dt.date(min(begins for begins, _ in covers if begins), 1, 1)
    return Window(first, dt.date(max(ends for _, ends in covers if ends), 12, 31), first)


def _rows(engine: Engine, table: Table, giver: Line, receiver: Line) -> list[dict[str, Any]]:
    found = table.filter(
        table.supplier_ccode.isin(list(giver.codes)),
        table.recipient_ccode.isin(list(receiver.codes)),
    )
    rows: list[dict[str, Any]] = engine.to_pyarrow(found).to_pylist()
    return rows


def _items(
    deals: Iterable[Row], window: Window | None, giver: str, receiver: str
) -> Iterator[Flow]:
    """Yield one flow per kind of weapon, in items; the largest volume first."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for deal in deals:
        if deal["delivered"]:
            by_kind[str(deal["description"]).strip()].append(deal)
    flows = [
        (sum(one["tiv_delivered"] or 0.0 for one in rows), flow)
        for kind, rows in by_kind.items()
        if (flow := _summed(rows, "delivered", 0.0, kind, window, giver, receiver)) is not None
    ]
    yield from (flow for _, flow in sorted(flows, key=lambda one: (-one[0], one[1].counted)))


def _volume(
    deals: Sequence[Row], window: Window | None, giver: str, receiver: str
) -> Iterator[Flow]:
    rows = [deal for deal in deals if deal["tiv_delivered"] is not None]
    flow = _summed(rows, "tiv_delivered", _ROUNDING_OF_DEALS, TIV, window, giver, receiver)
    if flow is not None:
        yield flow


def _summed(
    deals: Sequence[Row],
    column: str,
    rounding: float,
    counted: str,
    window: Window | None,
    giver: str,
    receiver: str,
) -> Flow | None:
    """Return the sum of a column over deals; None where no delivery can lie in the window."""
    low = high = estimated = licensed = 0.0
    years: set[int] = set()
    rows: list[int] = []
    for deal in deals:
        delivered = _delivered_in(deal)
        inside = [year for year in delivered if _touches(year, window)]
        if not inside:
            continue
        amount = float(deal[column])
        high += amount + rounding
        low += amount - rounding if all(_holds(year, window) for year in delivered) else 0.0
        estimated += amount if deal["delivered_uncertain"] else 0.0
        licensed += amount if _LICENSED.search(deal["comments"] or "") else 0.0
        years.update(inside)
        rows.append(deal["row"])
    if not rows:
        return None
    return _flow(
        (low, high),
        counted,
        years,
        [f"{DATASET}/deals/{row}" for row in rows],
        f"{DATASET}/deals",
        {"estimated": round(estimated, 2), "licensed": round(licensed, 2)},
        (giver, receiver),
    )


def _delivered_in(deal: Row) -> list[int]:
    listed = [int(year) for year in _YEAR.findall(deal["delivery_years"] or "")]
    return listed or ([] if deal["order_year"] is None else [deal["order_year"]])


def _by_year(
    rows: Iterable[Row], window: Window | None, giver: str, receiver: str
) -> Iterator[Flow]:
    # The same year may stand in more than one file: the exports of single countries repeat others.
    volumes = {row["year"]: row for row in rows if _touches(row["year"], window)}
    if not volumes:
        return
    low = sum(
        max(row["tiv"] - _ROUNDING_OF_YEARS, 0.0) if _holds(year, window) else 0.0
        for year, row in volumes.items()
    )
    high = sum(row["tiv"] + _ROUNDING_OF_YEARS for row in volumes.values())
    yield _flow(
        (low, high),
        TIV,
        set(volumes),
        [
            f"{DATASET}/dyad_years/{row.get('part', '')}:{row['row']}"
            for _, row in sorted(volumes.items())
        ],
        f"{DATASET}/dyad_years",
        {},
        (giver, receiver),
    )


def _flow(
    amount: tuple[float, float],
    counted: str,
    years: set[int],
    evidence: Sequence[str],
    source: str,
    of_which: Mapping[str, float],
    parties: tuple[str, str],
) -> Flow:
    return Flow(
        giver=parties[0],
        receiver=parties[1],
        kind="munitions",
        manner=Manner.PASSED,
        counted=counted,
        low=round(max(amount[0], 0.0), 2),
        high=round(amount[1], 2),
        earliest=dt.date(min(years), 1, 1),
        latest=dt.date(max(years), 12, 31),
        evidence=tuple(evidence),
        by=(_PUBLISHER,),
        origins=1,
        source=source,
        of_which={name: part for name, part in of_which.items() if part},
    )


def _contradict(
    yearly: Flow, deals: Sequence[Row], window: Window | None, source: Provenance
) -> bool:
    """Whether the sum of deals cannot be that of years, over the years that the latter covers."""
    first, last = source.covers
    covered = Window(
        dt.date(max(first or 1, window.first.year if window else 1), 1, 1),
        dt.date(min(last or 9999, window.last.year if window else 9999), 12, 31),
        dt.date(1, 1, 1),
    )
    same = next(_volume(deals, covered, yearly.giver, yearly.receiver), None)
    if same is None or same.high is None or yearly.low is None or yearly.high is None:
        return False
    return same.high < yearly.low or yearly.high < (same.low or 0.0)


def _touches(year: int, window: Window | None) -> bool:
    return window is None or window.first.year <= year <= window.last.year


def _holds(year: int, window: Window | None) -> bool:
    return window is None or (
        window.first <= dt.date(year, 1, 1) and dt.date(year, 12, 31) <= window.last
    )
