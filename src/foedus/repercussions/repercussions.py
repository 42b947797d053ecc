"""What an alliance does to everyone else: all that this package finds for one case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ibis.expr.types import Table

from foedus.repercussions.capabilities.capabilities import Capabilities
from foedus.repercussions.capabilities.of_case import case_capabilities
from foedus.repercussions.escalation import Escalation
from foedus.repercussions.escalation.of_case import escalations_of
from foedus.repercussions.flows import Exchange
from foedus.repercussions.flows.of_case import exchanges_of
from foedus.repercussions.forecasts.of_case import CaseForecasts, forecasts_of
from foedus.repercussions.sanctions.of_case import CaseSanctions, sanctions_of
from foedus.repercussions.scenarios import ScenarioAnswers, SideBySide, compared, scenario_answers
from foedus.repercussions.third_parties import third_parties, windows_fit
from foedus.sources.case import Case
from foedus.treaties.instrument import Instrument

if TYPE_CHECKING:
    from foedus.repercussions.aftermath.of_case import CaseAftermath
    from foedus.repercussions.movements.movement import Movements, NotHeld

__all__ = ["Repercussions", "repercussions_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repercussions:
    """Every repercussion of a case, each named for the function that says what it holds.

    `answers` are in the order of the case's scenarios. `third_parties` compares before and after
    the signature of the first instrument that the case compares; None where it names none, or its
    period does not span that day. `exchanges` say what each pair of actors in focus gives and gets.
    `beside` has by id the scenarios that the case sets beside another. `sanctions` are the measures
    in force, exposure to them and channels round them; None where the case asks for none of it.
    `escalation` holds the pairs that the case asks about; `capabilities` the states in focus, where
    it names a dataset that tells of them. `forecasts` are those of the case's scoreboard, None
    where it has none. `movements` are who moved in each outcome that the case asks about.
    `aftermath` is what usually follows the first pact that the case compares, None where it names
    no dataset.
    """

    answers: tuple[ScenarioAnswers, ...]
    third_parties: Table | None = None
    exchanges: tuple[Exchange, ...] = ()
    beside: Mapping[str, SideBySide] = field(default_factory=dict)
    sanctions: CaseSanctions | None = None
    escalation: tuple[Escalation, ...] = ()
    capabilities: tuple[Capabilities, ...] = ()
    forecasts: CaseForecasts | None = None
    movements: "tuple[Movements | NotHeld, ...]" = ()
    aftermath: "CaseAftermath | None" = None


def repercussions_of(
    case: Case, instruments: Mapping[str, Instrument], ledger: Mapping[str, Table]
) -> Repercussions:
    """Return the repercussions of a case; `ledger` maps names to the tables of its ledger.

    `instruments` holds every treaty of register and case, by id. Raises what `scenario_answers`
    does.
    """
    answers = scenario_answers(case, instruments)
    return Repercussions(
        answers=answers,
        beside=compared(answers),
        third_parties=_third_parties(case, instruments, ledger["events"]),
        exchanges=exchanges_of(case, ledger),
        sanctions=sanctions_of(case),
        escalation=escalations_of(case, ledger),
        capabilities=case_capabilities(case, instruments, ledger),
        forecasts=forecasts_of(case),
        movements=_movements(case, instruments),
        aftermath=_aftermath(case, instruments),
    )


def _movements(
    case: Case, instruments: Mapping[str, Instrument]
) -> "tuple[Movements | NotHeld, ...]":
    """Return who moved; the libraries it takes are loaded where a case asks."""
    if not case.movements:
        return ()
    from foedus.repercussions.movements.asking import case_movements  # noqa: PLC0415

    return case_movements(case, instruments)


def _aftermath(case: Case, instruments: Mapping[str, Instrument]) -> "CaseAftermath | None":
    """Return what usually follows; the libraries it takes are loaded where a case names data."""
    if not case.datasets:
        return None
    from foedus.repercussions.aftermath.of_case import case_aftermath  # noqa: PLC0415

    return case_aftermath(case, instruments)


def _third_parties(
    case: Case, instruments: Mapping[str, Instrument], events: Table
) -> Table | None:
    turn = instruments[case.compare[0]].signed.earliest if case.compare else None
    if turn is None or not windows_fit(turn, case.period):
        return None
    return third_parties(events, case, turn)
