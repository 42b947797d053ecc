"""The escalations that a case asks about."""

from collections.abc import Mapping

from ibis.expr.types import Table

from foedus.ledger.engines import engine_at
from foedus.repercussions.escalation.case_record import case_record
from foedus.repercussions.escalation.escalation import Escalation, escalation_of
from foedus.sources.case import Case

__all__ = ["escalations_of"]


def escalations_of(case: Case, ledger: Mapping[str, Table]) -> tuple[Escalation, ...]:
    """Return the escalation of each pair that a case asks about, over its period.

    No dataset is opened that the case does not name. `ledger` maps names to its tables.
    """
    if not case.escalation:
        return ()
    events = ledger["events"].to_pyarrow().to_pylist()
    with engine_at() as engine:
        return tuple(
            escalation_of(
                engine, *pair, case.period, case_record(case, events, *pair), case.datasets
            )
            for pair in case.escalation
        )
