"""Actors reached alike, together: by the same clauses, as surely, through the same others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.repercussions.entanglement.calls import Call, Demand
from foedus.repercussions.entanglement.web import Reached, Toward

__all__ = ["Group", "Way", "alike", "ways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Demand):
    """One clause by which several are called alike, `through` those nearer to the actor.

    `farther` are those whom it links to them.
    """

    through: tuple[str, ...]
    farther: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Actors reached by the same ways in as many steps, and in how many surely (None: in none)."""

    actors: tuple[str, ...]
    steps: int
    sure_steps: int | None
    ways: tuple[Way, ...]


def alike(found: Sequence[Reached], toward: Toward) -> tuple[Group, ...]:
    """Return those reached in groups, the nearest first, then the largest."""
    kept: dict[tuple[object, ...], list[Reached]] = {}
    for one in found:
        calls = sorted((*_clause(call), toward.near(call)) for call in one.calls)
        kept.setdefault((one.steps, one.sure_steps, *calls), []).append(one)
    groups = (
        Group(
            actors=tuple(one.actor for one in members),
            steps=members[0].steps,
            sure_steps=members[0].sure_steps,
            ways=ways((call for one in members for call in one.calls), toward),
        )
        for members in kept.values()
    )
    return tuple(sorted(groups, key=lambda one: (one.steps, -len(one.actors), one.actors)))


def ways(calls: Iterable[Call], toward: Toward) -> tuple[Way, ...]:
    """Return the calls put together where they differ only in who is linked, the surest first."""
    kept: dict[tuple[object, ...], list[Call]] = {}
    for call in calls:
        alike = (*_clause(call), call.against, call.least, call.together)
        kept.setdefault(alike, []).append(call)
    found = (
        Way(
            clause=first.clause,
            verdict=first.verdict,
            standing=first.standing,
            through=tuple(sorted({toward.near(call) for call in (first, *others)})),
            farther=tuple(sorted({toward.far(call) for call in (first, *others)})),
            against=first.against,
            not_against=first.not_against,
            least=first.least,
            together=first.together,
        )
        for first, *others in kept.values()
    )
    return tuple(
        sorted(found, key=lambda way: (not way.sure, way.clause.instrument.id, way.through))
    )


def _clause(call: Call) -> tuple[str, ...]:
    clause = call.clause
    where = (call.instrument, clause.article, clause.obligation.id)
    return (*where, call.verdict.value, call.standing.value)
