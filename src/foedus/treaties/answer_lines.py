"""Which answers share a line, and which of them are worth their grounds unasked.

Wherever answers are shown, in a terminal or on a page, they are put together by these rules.
"""

from collections.abc import Mapping

from foedus.evidence import Standing
from foedus.treaties.answers import ActorAnswer, Verdict
from foedus.treaties.instrument import Instrument

__all__ = ["asks_nothing", "atop_number", "clause_key", "is_possible", "line_key", "weighs"]

_FIGHTS = ("defence", "offence", "neutrality", "nonaggression")

Key = tuple[str, ...]


def asks_nothing(answer: ActorAnswer) -> bool:
    """Return whether a treaty that is, or may be, in force asks nothing of the actor here."""
    return answer.verdict is Verdict.NOT_BOUND and answer.in_force is not False


def is_possible(answer: ActorAnswer) -> bool:
    """Return whether the answer holds only if the actor is bound, which is possible, not sure."""
    return answer.standing is Standing.POSSIBLE and answer.in_force is not False


def atop_number(answer: ActorAnswer, instruments: Mapping[str, Instrument]) -> int | None:
    """Return ATOP's number of an instrument that only ATOP has coded; None for all others."""
    return instruments[answer.instrument].atop if answer.instrument.startswith("atop-") else None


def weighs(answer: ActorAnswer) -> bool:
    """Return whether the grounds are given unasked: duties to fight, what bars, what is signed.

    What only ATOP has coded and may be over, and who must consult, take a line.
    """
    fights = answer.kind in _FIGHTS or answer.in_force is False
    return fights and not (answer.instrument.startswith("atop-") and is_possible(answer))


def clause_key(answer: ActorAnswer) -> Key:
    """Return what answers that share their grounds have in common."""
    of_the_answer = (answer.verdict.value, answer.kind, str(is_possible(answer)))
    return (answer.instrument, answer.article, *of_the_answer)


def line_key(answer: ActorAnswer) -> Key:
    """Return what answers that share a line have in common; all that ATOP coded is one clause."""
    instrument, article, *of_the_answer = clause_key(answer)
    coded_by_atop = instrument.startswith("atop-")
    return (*(("atop", "") if coded_by_atop else (instrument, article)), *of_the_answer)
