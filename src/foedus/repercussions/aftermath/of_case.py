"""What usually follows the pact of a case, from the datasets that the case names."""

from collections.abc import Mapping
from dataclasses import dataclass

from foedus.repercussions.aftermath.aftermath import Aftermath, aftermath
from foedus.repercussions.aftermath.held_world import NEEDED
from foedus.repercussions.aftermath.pact import NotAskable, pact_of
from foedus.sources.case import Case
from foedus.treaties.instrument import Instrument

__all__ = ["CaseAftermath", "case_aftermath"]

DISPUTES = ("mid", "gml")
"""Either will do; the first that a case names is taken."""


@dataclass(frozen=True, slots=True)
class CaseAftermath:
    """The aftermath of the pact that a case compares first, or why there is none.

    `lacking` are datasets that the case would have to name, "mid" for disputes; `refused` says why
    nothing can be said of the pact. At most one of the three is there; all are empty where the case
    compares no pact.
    """

    found: Aftermath | None = None
    lacking: tuple[str, ...] = ()
    refused: str = ""


def case_aftermath(case: Case, instruments: Mapping[str, Instrument]) -> CaseAftermath:
    """Return what usually follows the first instrument a case compares, between two in focus.

    Nothing is opened that the case does not name. Raises MissingDataset, with what to run, for a
    dataset named and not held.
    """
    named = set(case.datasets)
    needed = dict.fromkeys(dataset for dataset, _ in NEEDED)
    disputes = next((one for one in DISPUTES if one in named), None)
    lacking = [one for one in needed if one not in named]
    if disputes is None:
        lacking.append(DISPUTES[0])
    if not case.compare or lacking or disputes is None:
        return CaseAftermath(lacking=tuple(lacking) if case.compare else ())
    instrument = instruments[case.compare[0]]
    parties = tuple(one for one in case.focus if one in instrument.actors)
    try:
        pact = pact_of(instrument, parties if len(parties) == 2 else ())
        return CaseAftermath(found=aftermath(pact, disputes=disputes, wished=named))
    except NotAskable as why:
        return CaseAftermath(refused=str(why))
