"""What the actors in focus of a case give each other, by its documents and the datasets named."""

from collections.abc import Mapping
from itertools import combinations

from ibis.expr.types import Table

from foedus.ledger.engines import engine_at
from foedus.relations.bonds.lines import line_of
from foedus.repercussions.flows.exchange import Exchange, gives_and_gets
from foedus.repercussions.flows.flow import Window
from foedus.repercussions.flows.recorded import DATASET, Recorded, recorded_flows
from foedus.repercussions.flows.told import told_flows
from foedus.sources.case import Case

__all__ = ["exchanges_of", "recorded_between", "window_of"]


def exchanges_of(case: Case, ledger: Mapping[str, Table]) -> tuple[Exchange, ...]:
    """Return what each pair of actors in focus gives and gets in the period of the case.

    `ledger` maps names to the tables of the case's ledger, events included. SIPRI is asked where
    the case names it. Pairs are in the order of the case; a case with an open period has none.
    """
    window = window_of(case)
    if window is None or len(case.focus) < 2:
        return ()
    told = told_flows(ledger)
    return tuple(
        gives_and_gets(
            told,
            recorded_between(one, other, window) if DATASET in case.datasets else (),
            one,
            other,
            window,
        )
        for one, other in combinations(case.focus, 2)
    )


def window_of(case: Case) -> Window | None:
    """Return the period of a case as a window; None where it is open."""
    first, last = case.period.earliest, case.period.latest
    return Window(first, last, first) if first and last else None


def recorded_between(one: str, other: str, window: Window | None) -> tuple[Recorded, Recorded]:
    """Return what datasets held here record in either direction."""
    lines = line_of(one), line_of(other)
    with engine_at() as engine:
        return (
            recorded_flows(engine, *lines, window),
            recorded_flows(engine, lines[1], lines[0], window),
        )
