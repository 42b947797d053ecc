"""What an instrument must not be, though each of its fields is well written: days, parties, ids."""

from collections import Counter
from collections.abc import Iterator

from foedus.evidence import Day
from foedus.treaties.instrument import Instrument, Obligation
from foedus.treaties.vocabulary import FIGHTING, vocabulary

__all__ = ["contradictions_in"]


def contradictions_in(one: Instrument) -> Iterator[tuple[str, str, str]]:
    """Yield every field at fault, what is wrong with it and what was expected."""
    yield from _days(one)
    if one.id in (one.ancestor, one.replaces):
        yield "id", "is its own ancestor, or replaces itself", "another instrument's id"
    if not one.parties:
        yield "party", "is missing", "at least one [[party]]"
    for article, obligation in one.obligations():
        yield from _parties(one, article.number, obligation)
        yield from _trigger(article.number, obligation)
        yield from _readings(article.number, obligation)


def _days(one: Instrument) -> Iterator[tuple[str, str, str]]:
    if _surely_before(one.in_force, one.signed):
        yield "in_force", f"'{one.in_force}' comes before its signature", "a day on or after it"
    if _surely_before(one.ended, one.in_force):
        yield "ended", f"'{one.ended}' comes before it was in force", "a day on or after it"


def _surely_before(day: Day | None, other: Day | None) -> bool:
    latest, earliest = day.latest if day else None, other.earliest if other else None
    return latest is not None and earliest is not None and latest < earliest


def _parties(
    one: Instrument, article: str, obligation: Obligation
) -> Iterator[tuple[str, str, str]]:
    known = {*one.actors, *one.guaranteed, one.organisation, *vocabulary("whom")}
    where = f"article {article}, obligation '{obligation.id}'"
    for actor in (*obligation.obligor, *obligation.beneficiary):
        if actor not in known:
            yield where, f"'{actor}' is no party", "a [[party]], or one in `guaranteed`"


def _trigger(article: str, obligation: Obligation) -> Iterator[tuple[str, str, str]]:
    trigger = obligation.trigger
    where = f"article {article}, obligation '{obligation.id}'"
    if obligation.kind in FIGHTING and not trigger.acts:
        yield where, f"a duty of {obligation.kind} has no trigger.acts", "the acts it speaks of"
    both = set(trigger.adversaries) & set(trigger.not_adversaries)
    for actor in sorted(both):
        yield where, f"'{actor}' is both an adversary and none", "one of the two"


def _readings(article: str, obligation: Obligation) -> Iterator[tuple[str, str, str]]:
    where = f"article {article}, obligation '{obligation.id}'"
    questions = Counter(reading.question for reading in obligation.readings)
    for question, count in questions.items():
        if count < 2:
            yield where, f"one reading only of '{question}'", "its rival too, or none"
    ids = Counter(reading.id for reading in obligation.readings)
    for reading, count in ids.items():
        if count > 1:
            yield where, f"the reading '{reading}' stands twice", "each id once"
