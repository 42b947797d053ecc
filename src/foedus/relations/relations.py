"""All the tables of ties that one ledger and its case give."""

from dataclasses import dataclass

from ibis.expr.types import Table

from foedus.relations.exchanges import chronicle_assertions, exchange_records, yearly_exchanges
from foedus.relations.statements.silences import CaseSilence, case_silences
from foedus.relations.ties import monthly_ties, undated_ties
from foedus.relations.turning_points import exchange_turning_points, tie_turning_points
from foedus.sources.case import Case

__all__ = ["Relations", "relations_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The tables of relations, each named for the function that says what its columns mean.

    `silences` are those the case asks about, measured, in its order.
    """

    monthly_ties: Table
    undated_ties: Table
    yearly_exchanges: Table
    exchange_records: Table
    exchange_turning_points: Table
    tie_turning_points: Table
    silences: tuple[CaseSilence, ...] = ()


def relations_of(case: Case, events: Table, assertions: Table, documents: Table) -> Relations:
    """Return the tables of relations; all three inputs are tables of a ledger. Nothing is run."""
    ties = monthly_ties(events, case.coverage, case.period)
    chronicle = chronicle_assertions(assertions, documents)
    exchanges = yearly_exchanges(events, chronicle, case.coverage, case.period)
    return Relations(
        monthly_ties=ties,
        undated_ties=undated_ties(events),
        yearly_exchanges=exchanges,
        exchange_records=exchange_records(exchanges),
        exchange_turning_points=exchange_turning_points(exchanges),
        tie_turning_points=tie_turning_points(ties),
        silences=case_silences(case),
    )
