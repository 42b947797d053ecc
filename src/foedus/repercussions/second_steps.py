"""The second step: who is asked in turn, if one who must help does help.

Limits. One step further and no more. Helping is taken to mean using force against those who did the
first act, once where the act itself took place and once on their own ground; help by arms, money or
words sets nothing off here. Who began is put by each treaty's own test, as in the first step. What
treaties ask is not what governments do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus.treaties.acts import Act
from foedus.treaties.answers import ANYONE, ActorAnswer, CasusAnswer, Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.instrument import Instrument
from foedus.treaties.vocabulary import FIGHTING

__all__ = ["SecondStep", "second_steps"]

_ASKED = (Verdict.MUST, Verdict.DISPUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondStep:
    """What follows if `obligor` fights those who did the first act, as `because` asks or may ask.

    `act` is that second act; its place is that of the first act, or None for the adversary's own
    ground. `answers` are the actors asked by it who took no part in the first act: each must act,
    or it is disputed whether it must; empty when nobody is.
    """

    obligor: str
    because: ActorAnswer
    act: Act
    answers: tuple[ActorAnswer, ...]


def second_steps(
    first: CasusAnswer, instruments: Mapping[str, Instrument]
) -> tuple[SecondStep, ...]:
    """Return the second steps of an answer: one per obligor asked to fight, and ground.

    An obligor asked by several clauses is taken once, with the weightiest. None follow from an act
    whose initiators are unknown, or that the obligor's help could not be aimed at.
    """
    return tuple(
        SecondStep(
            obligor=because.actor,
            because=because,
            act=act,
            answers=_newly_asked(
                first.act, casus_answer(act, first.on, instruments), because.actor
            ),
        )
        for because in _asked_to_fight(first)
        for act in _second_acts(first.act, because)
    )


def _asked_to_fight(first: CasusAnswer) -> Iterator[ActorAnswer]:
    seen: set[str] = set()
    for answer in first.answers:
        fights = answer.kind in FIGHTING and answer.verdict in _ASKED
        helps_target = answer.towards in first.act.targets
        if fights and helps_target and answer.actor not in {ANYONE, *seen}:
            seen.add(answer.actor)
            yield answer


def _second_acts(first: Act, because: ActorAnswer) -> Iterator[Act]:
    enemies = tuple(one for one in first.initiators if one != because.actor)
    if not enemies:
        return
    for place in dict.fromkeys((first.place, None)):
        yield Act(kind="attack", initiators=(because.actor,), targets=enemies, place=place)


def _newly_asked(first: Act, second: CasusAnswer, obligor: str) -> tuple[ActorAnswer, ...]:
    apart = {*first.initiators, *first.targets, obligor, ANYONE}
    return tuple(
        answer
        for answer in second.answers
        if answer.verdict in _ASKED and answer.actor not in apart and answer.kind in FIGHTING
    )
