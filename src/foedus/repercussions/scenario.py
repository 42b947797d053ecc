"""A case's scenarios put to the treaties: who else is bound, whose duties clash, who comes next.

Limits. Answers follow from the coded clauses alone; see `foedus.treaties.casus` for the first step,
`second_steps` for the second and `cascade` for how likely each is drawn in.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus.evidence import Day
from foedus.repercussions.cascade import Cascade, Sensitivity, cascade, sensitivities
from foedus.repercussions.second_steps import SecondStep, second_steps
from foedus.sources.case import Case, Scenario
from foedus.treaties.acts import act_from
from foedus.treaties.answers import ANYONE, ActorAnswer, CasusAnswer, Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.instrument import Instrument

__all__ = [
    "DRAWS",
    "Fighting",
    "ScenarioAnswers",
    "bound_actors",
    "clashing_answers",
    "scenario_answers",
]

DRAWS = 20_000
"""How many wars are drawn from the act of each scenario and day, always from the same seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fighting:
    """How likely others are drawn in if an act came to fighting, and what that hangs on."""

    cascade: Cascade
    moves: tuple[Sensitivity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioAnswers:
    """What everyone must do if a scenario of the case happens, for each of its days.

    `second_steps` has, for the same days in the same order, what would follow if an obligor fought,
    and `fighting` how likely others are drawn in: None for an act without force, or by nobody who
    is named, from which no two sides follow.
    """

    scenario: Scenario
    days: tuple[tuple[Day, CasusAnswer], ...]
    second_steps: tuple[tuple[Day, tuple[SecondStep, ...]], ...]
    fighting: tuple[tuple[Day, Fighting | None], ...]


def scenario_answers(
    case: Case, instruments: Mapping[str, Instrument]
) -> tuple[ScenarioAnswers, ...]:
    """Return the answers to every scenario of the case, in its order.

    A day known only roughly is asked twice, for the first and the last day it may be. Raises
    UnknownAct, UnknownActor, UnknownPlace or OutsideLife for a scenario that makes no sense.
    """
    return tuple(_answers(case, scenario, instruments) for scenario in case.scenarios)


def bound_actors(answer: CasusAnswer) -> tuple[ActorAnswer, ...]:
    """Return the answers of those who must act, or of whom it is disputed, besides the parties."""
    apart = {*answer.act.initiators, *answer.act.targets, ANYONE}
    return tuple(
        one
        for one in answer.answers
        if one.verdict in (Verdict.MUST, Verdict.DISPUTED) and one.actor not in apart
    )


def clashing_answers(answer: CasusAnswer) -> tuple[ActorAnswer, ...]:
    """Return the answers of those whose other duties pull the other way."""
    return tuple(one for one in answer.answers if one.clashes)


def _answers(
    case: Case, scenario: Scenario, instruments: Mapping[str, Instrument]
) -> ScenarioAnswers:
    days = tuple((Day.of(on), _answer(case, scenario, instruments, on)) for on in _dates(scenario))
    steps = tuple((day, second_steps(answer, instruments)) for day, answer in days)
    fighting = tuple((day, _fighting(answer, instruments)) for day, answer in days)
    return ScenarioAnswers(scenario=scenario, days=days, second_steps=steps, fighting=fighting)


def _fighting(answer: CasusAnswer, instruments: Mapping[str, Instrument]) -> Fighting | None:
    act, on = answer.act, answer.on
    if not (act.force and act.initiators and act.targets):
        return None
    return Fighting(
        cascade=cascade(act, on, instruments, draws=DRAWS),
        moves=sensitivities(act, on, instruments, draws=DRAWS),
    )


def _answer(
    case: Case, scenario: Scenario, instruments: Mapping[str, Instrument], on: dt.date
) -> CasusAnswer:
    return casus_answer(act_from(scenario.act, scenario.place, on), on, instruments, case.watch)


def _dates(scenario: Scenario) -> Iterator[dt.date]:
    dates = (date for day in scenario.days for date in (day.earliest, day.latest) if date)
    yield from dict.fromkeys(dates)
