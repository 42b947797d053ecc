"""A case's scenarios put to the treaties, then drawn: who must act, and who plays what part.

Limits. The answers of the first and second step follow from the coded clauses alone (see
`foedus.treaties.casus` and `second_steps`); what is drawn has the limits of an `Outlook`.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from foedus.actors.states import actor
from foedus.datasets.holdings import holding
from foedus.errors import MissingDataset
from foedus.evidence import Day
from foedus.repercussions.scenarios.opening import Opening, openings
from foedus.repercussions.scenarios.outlook import Outlook, outlook
from foedus.repercussions.scenarios.side_by_side import SideBySide, side_by_side
from foedus.repercussions.second_steps import SecondStep, second_steps
from foedus.sources.case import Case, Scenario
from foedus.treaties.answers import CasusAnswer
from foedus.treaties.asking import instruments_asked
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument

__all__ = ["DATASETS", "DRAWS", "ScenarioAnswers", "compared", "scenario_answers"]

DRAWS = 20_000
"""How many wars a dossier draws for each scenario and day, always from the same seed."""
DATASETS = {
    "nmc": "state_years",
    "sipri-milex": "country_years",
    "contiguity": "directed_dyad_years",
    "minimum-distance": "cow_dyad_years",
    "majors": "spells",
    "atop": "members",
}
"""What a scenario may draw on, each with the table it reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioAnswers:
    """What everyone must do if a scenario of the case happens, for each of its days.

    With several acts each stands on its own day. `second_steps` has, for the same days in the same
    order, what would follow if an obligor fought, and `outlooks` what part each actor plays: None
    for an act without force, or by nobody who is named, from which no two sides follow, and for
    acts before the last, after which the war is drawn. `missing` says which datasets the case
    names and this machine does not hold.
    """

    scenario: Scenario
    days: tuple[tuple[Day, CasusAnswer], ...]
    second_steps: tuple[tuple[Day, tuple[SecondStep, ...]], ...]
    outlooks: tuple[tuple[Day, Outlook | None], ...]
    missing: tuple[str, ...] = ()

    @property
    def last(self) -> Outlook | None:
        """The outlook of its last day; None where no war is drawn."""
        return next((one for _, one in reversed(self.outlooks) if one is not None), None)


def scenario_answers(
    case: Case,
    instruments: Mapping[str, Instrument],
    only: Collection[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> tuple[ScenarioAnswers, ...]:
    """Return the answers to every scenario of the case, in its order; of those in `only`.

    A day known only roughly is asked twice, for the first and the last day it may be. `instruments`
    are register and case; where the case names `atop` and it is held, wars are drawn from history
    too. Raises FaultyInput with every fault of every scenario, whichever are asked for.
    """
    ready = openings(case, instruments)
    held, missing = _held(case.datasets)
    drawn_from = instruments
    if "atop" in held and any(case.scenarios):
        drawn_from = instruments_asked(own=Instruments.of(instruments)).instruments
    beside = tuple(one for one in (*case.focus, *case.watch) if actor(one).kind == "state")
    found = []
    for scenario, put in zip(case.scenarios, ready, strict=True):
        if only is not None and scenario.id not in only:
            continue

        def drawn(opening: Opening) -> Outlook:
            living = _living(beside, opening.on)
            return outlook(opening, drawn_from, living, held, draws, seed)

        found.append(_answers(scenario, put, instruments, case.watch, drawn, missing))
    return tuple(found)


def compared(answers: Sequence[ScenarioAnswers]) -> Mapping[str, SideBySide]:
    """Return by scenario id those that stand beside another one, each on its last day.

    One that is not among the answers, or from which no war is drawn, is compared with nothing.
    """
    by_id = {one.scenario.id: one for one in answers}
    found = {}
    for one in answers:
        other = by_id.get(one.scenario.beside or "")
        if other is not None and one.last is not None and other.last is not None:
            found[one.scenario.id] = side_by_side(one.last, other.last)
    return found


def _answers(
    scenario: Scenario,
    put: Sequence[Opening],
    instruments: Mapping[str, Instrument],
    watch: Sequence[str],
    drawn: Callable[[Opening], Outlook],
    missing: tuple[str, ...],
) -> ScenarioAnswers:
    days, steps, outlooks = [], [], []
    for opening in put:
        for number, (act, on) in enumerate(opening.acts, 1):
            day = Day.of(on)
            answer = casus_answer(act, on, instruments, watch)
            days.append((day, answer))
            steps.append((day, second_steps(answer, instruments)))
            last = number == len(opening.acts) and opening.fights
            outlooks.append((day, drawn(opening) if last else None))
    return ScenarioAnswers(
        scenario=scenario,
        days=tuple(days),
        second_steps=tuple(steps),
        outlooks=tuple(outlooks),
        missing=missing,
    )


def _held(datasets: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the case's datasets that a scenario can open, and what to run for the others."""
    held, missing = [], []
    for name, table in DATASETS.items():
        if name not in datasets:
            continue
        try:
            holding(name, table)
            held.append(name)
        except MissingDataset as error:
            missing.append(str(error))
    return tuple(held), tuple(missing)


def _living(actors: Sequence[str], on: dt.date) -> tuple[str, ...]:
    return tuple(one for one in actors if actor(one).lives_on(on))
