"""Without whom, or without which treaty, others stay out.

An actor or a treaty is a hinge when every chain, however long, to somebody else passes through it:
leave it out, and that one is no longer reached. In a graph without directions such actors are the
articulation points (Hopcroft, J. E., and Tarjan, R. E. (1973), "Algorithm 447: efficient algorithms
for graph manipulation", *Communications of the ACM* 16(6), 372-378). Calls have a direction and
chains a beginning, so what is wanted are dominators: `h` dominates `k` when every way from the
beginning to `k` leads through `h` (Prosser, R. T. (1959), "Applications of Boolean matrices to the
analysis of flow diagrams"; Lengauer, T., and Tarjan, R. E. (1979), "A fast algorithm for finding
dominators in a flowgraph", *ACM Transactions on Programming Languages and Systems* 1(1), 121-141).
Here they are found as they are defined, by leaving each out in turn, which works for treaties too:
these are cut whole, all their calls at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedus.repercussions.entanglement.calls import Call
from foedus.repercussions.entanglement.web import Reached, Toward, steps_from

__all__ = ["Hinge", "hinges"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """An actor whose refusal, or a treaty without which, others are not reached by any chain.

    One of `actor` and `instrument` is None. `keeps_out` are those, of all within the steps asked
    for; `puts_off` the others who are still reached, but later, each with its steps then.
    """

    actor: str | None = None
    instrument: str | None = None
    keeps_out: tuple[str, ...]
    puts_off: tuple[tuple[str, int], ...]


def hinges(
    root: str, calls: Iterable[Call], toward: Toward, found: Sequence[Reached]
) -> tuple[Hinge, ...]:
    """Return the hinges among those reached and their treaties, the weightiest first."""
    links: defaultdict[str, list[Call]] = defaultdict(list)
    for call in calls:
        links[toward.near(call)].append(call)
    actors = sorted({toward.near(call) for one in found for call in one.calls} - {root})
    treaties = sorted({call.instrument for one in found for call in one.calls})
    all_hinges = [
        *(_hinge(root, links, toward, found, actor=one) for one in actors),
        *(_hinge(root, links, toward, found, instrument=one) for one in treaties),
    ]
    kept = [one for one in all_hinges if one.keeps_out]
    return tuple(sorted(kept, key=lambda one: -len(one.keeps_out)))


def _hinge(
    root: str,
    links: Mapping[str, Iterable[Call]],
    toward: Toward,
    found: Sequence[Reached],
    *,
    actor: str | None = None,
    instrument: str | None = None,
) -> Hinge:
    left = steps_from(root, links, toward, without=actor or instrument)
    others = [one for one in found if one.actor != actor]
    return Hinge(
        actor=actor,
        instrument=instrument,
        keeps_out=tuple(one.actor for one in others if one.actor not in left),
        puts_off=tuple(
            (one.actor, left[one.actor])
            for one in others
            if one.actor in left and left[one.actor] > one.steps
        ),
    )
