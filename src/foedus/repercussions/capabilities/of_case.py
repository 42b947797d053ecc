"""The capabilities of a case's states in focus, where it names the datasets that tell of them."""

from collections.abc import Mapping

from ibis.expr.types import Table

from foedus.actors.states import actor
from foedus.ledger.engines import engine_at
from foedus.repercussions.capabilities.capabilities import Capabilities, capabilities_of
from foedus.repercussions.capabilities.series import kinds
from foedus.sources.case import Case
from foedus.treaties.instrument import Instrument

__all__ = ["case_capabilities"]


def case_capabilities(
    case: Case, instruments: Mapping[str, Instrument], ledger: Mapping[str, Table]
) -> tuple[Capabilities, ...]:
    """Return the capabilities of each state in focus beside the others, over the case's period.

    Empty where the case names no dataset of capabilities. No other dataset is opened than those it
    names. `ledger` maps names to its tables.
    """
    first, last = case.period.earliest, case.period.latest
    if first is None or last is None or not {one.dataset for one in kinds()} & {*case.datasets}:
        return ()
    events = ledger["events"].to_pyarrow().to_pylist()
    states = [one for one in case.focus if actor(one).kind == "state"]
    with engine_at() as engine:
        return tuple(
            capabilities_of(
                engine,
                state,
                first.year,
                last.year,
                beside=[one for one in states if one != state],
                instruments=instruments,
                events=events,
                datasets=case.datasets,
                language=case.language,
            )
            for state in states
        )
