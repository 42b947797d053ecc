"""Who is how many steps from a war through whom: the shortest chains of calls from one actor.

**Graph.** Actors are the nodes; an arc goes from `k` to `j` for each call of `k` to fight for `j`
(`calls.Call`). Several clauses between two actors are several arcs.

**Steps.** Followed against the arcs from an actor attacked: it stands at 0; at `n` + 1 stands
whoever is called for somebody at `n`, should the same enemy attack that one in turn, and for nobody
nearer. This is the distance of breadth-first search (Moore, E. F. (1959), "The shortest path
through a maze", *Proceedings of an International Symposium on the Theory of Switching*, II,
285-292). Followed along the arcs, it tells whose being attacked calls the actor itself: at 1 those
it must fight for, at 2 those for whom these must, and so on.

**Surely.** The same on the arcs that leave no doubt (must, between two certainly bound) alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from foedus.repercussions.entanglement.calls import Call

__all__ = ["Chain", "Reached", "Toward", "reached", "steps_from"]

Chain = tuple[Call, ...]
"""Calls in the order in which they would come."""


class Toward(StrEnum):
    """Which way calls are followed: to those called to the actor, or to those who call it."""

    CALLED = "called"
    CALLING = "calling"

    def near(self, call: Call) -> str:
        """Return the end of a call that is nearer to the actor."""
        return call.beneficiary if self is Toward.CALLED else call.obligor

    def far(self, call: Call) -> str:
        """Return the other end."""
        return call.obligor if self is Toward.CALLED else call.beneficiary


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """An actor that chains of calls link to the one asked about, and the shortest of them.

    `calls` are the calls of its own on shortest chains: the last of them if it is called, the first
    if it calls. `routes` counts the shortest ways there, each by whom it passes. `chain` is a
    shortest chain with the fewest doubtful calls, `sure_chain` a shortest one without any: longer
    perhaps, empty when there is none within the steps asked for.
    """

    actor: str
    steps: int
    calls: tuple[Call, ...]
    routes: int
    chain: Chain
    sure_chain: Chain

    @property
    def sure_steps(self) -> int | None:
        """How many steps away it is by calls beyond doubt; None when by none within the steps."""
        return len(self.sure_chain) or None


def reached(root: str, calls: Iterable[Call], toward: Toward, limit: int) -> tuple[Reached, ...]:
    """Return everybody within `limit` steps of `root`, the nearest first, then by id."""
    links = _by_near(calls, toward)
    sure = {near: [one for one in far if one.sure] for near, far in links.items()}
    steps = steps_from(root, links, toward, limit)
    chains = _chains(root, links, toward, steps)
    surely = _chains(root, sure, toward, steps_from(root, sure, toward, limit))
    found: list[Reached] = []
    routes = {root: 1}
    for actor in sorted(steps, key=lambda one: (steps[one], one)):
        if actor == root:
            continue
        last = _last_calls(actor, links, toward, steps)
        routes[actor] = sum(routes[via] for via in {toward.near(one) for one in last})
        found.append(
            Reached(
                actor=actor,
                steps=steps[actor],
                calls=last,
                routes=routes[actor],
                chain=_in_order(chains[actor], toward),
                sure_chain=_in_order(surely.get(actor, ()), toward),
            )
        )
    return tuple(found)


def steps_from(
    root: str,
    links: Mapping[str, Iterable[Call]],
    toward: Toward,
    limit: int | None = None,
    without: str | None = None,
) -> dict[str, int]:
    """Return the steps from `root` of everybody reached within `limit`, `root` itself at 0.

    `links` are the calls by their nearer end. `without` is the actor, or the instrument, that is
    left out.
    """
    steps, edge = {root: 0}, [root]
    while edge and (limit is None or steps[edge[0]] < limit):
        further = []
        for near in edge:
            for call in links.get(near, ()):
                far = toward.far(call)
                if far not in steps and without not in (far, call.instrument):
                    steps[far] = steps[near] + 1
                    further.append(far)
        edge = further
    return steps


def _by_near(calls: Iterable[Call], toward: Toward) -> dict[str, list[Call]]:
    links: defaultdict[str, list[Call]] = defaultdict(list)
    for call in calls:
        links[toward.near(call)].append(call)
    return dict(links)


def _last_calls(
    actor: str, links: Mapping[str, Iterable[Call]], toward: Toward, steps: Mapping[str, int]
) -> tuple[Call, ...]:
    nearer = (one for one, step in steps.items() if step == steps[actor] - 1)
    found = (call for near in nearer for call in links.get(near, ()) if toward.far(call) == actor)
    return tuple(sorted(found, key=lambda call: (not call.sure, call.names)))


def _chains(
    root: str, links: Mapping[str, Iterable[Call]], toward: Toward, steps: Mapping[str, int]
) -> dict[str, Chain]:
    """For everybody reached, the shortest chain of fewest doubtful calls, from `root` outwards."""
    best: dict[str, Chain] = {root: ()}
    for actor in sorted(steps, key=lambda one: (steps[one], one)):
        if actor != root:
            ways = [
                (*best[toward.near(call)], call)
                for call in _last_calls(actor, links, toward, steps)
            ]
            best[actor] = min(ways, key=_doubts)
    return best


def _doubts(chain: Chain) -> tuple[int, tuple[tuple[str, ...], ...]]:
    return sum(not call.sure for call in chain), tuple(call.names for call in chain)


def _in_order(outwards: Chain, toward: Toward) -> Chain:
    return outwards if toward is Toward.CALLED else outwards[::-1]
