"""How sure a movement's answer is: what speaks against it, one reason at a time."""

from collections.abc import Iterator
from enum import StrEnum

from foedus.repercussions.movements.discovery import DISCOVERY
from foedus.repercussions.movements.movement import DyadMovement, Movements, Verdict

__all__ = ["Doubt", "doubts"]


class Doubt(StrEnum):
    """A reason to trust an answer less."""

    SYNTHETIC = "synthetic"
    IN_TIME = "in_time"
    ANY_DEPENDENCE = "any_dependence"
    FEW_OTHERS = "few_others"
    DRIFT = "drift"
    SHORT = "short"
    OTHERS_TOO = "others_too"
    SHOWS = "shows"
    INTERVAL = "interval"
    ONE_EVENT = "one_event"


_SHORT = 3
_EARLIER = 0.25


def doubts(dyad: DyadMovement, found: Movements) -> tuple[Doubt, ...]:
    """Return the doubts about one dyad; a rule of our own, to be argued with.

    Its synthetic control points the other way or there is none; more than a quarter of the earlier
    periods moved as much; the rate of false discovery holds only without arbitrary dependence; the
    comparisons are so few that their earlier periods had to stand beside; the dyad drifted before;
    fewer than three periods lie after the event; the actor in focus moved so towards others too. Of
    a dyad in which no movement is seen: its synthetic control shows one, or its own interval leaves
    out 0. And always that it is one event, at a time when other things happened.
    """
    return tuple(_doubts(dyad, found))


def _doubts(dyad: DyadMovement, found: Movements) -> Iterator[Doubt]:
    moved = dyad.verdict not in (Verdict.NONE, Verdict.UNKNOWN)
    control = dyad.synthetic.control
    if moved and (control is None or control.effect * (dyad.effect or 0.0) <= 0):
        yield Doubt.SYNTHETIC
    if moved and (dyad.in_time.p is None or dyad.in_time.p > _EARLIER):
        yield Doubt.IN_TIME
    if moved and (dyad.q_any or 0.0) > DISCOVERY:
        yield Doubt.ANY_DEPENDENCE
    if moved and dyad.p_own is not None and dyad.p_own > DISCOVERY:
        yield Doubt.OTHERS_TOO
    if dyad.verdict is Verdict.NONE and control is not None and (control.p or 1.0) <= DISCOVERY:
        yield Doubt.SHOWS
    if dyad.verdict is Verdict.NONE and dyad.interval is not None:
        low, high = dyad.interval
        if not low <= 0 <= high:
            yield Doubt.INTERVAL
    if found.also_in_time:
        yield Doubt.FEW_OTHERS
    if dyad.drift_p is not None and dyad.drift_p <= DISCOVERY:
        yield Doubt.DRIFT
    if dyad.after < _SHORT:
        yield Doubt.SHORT
    yield Doubt.ONE_EVENT
