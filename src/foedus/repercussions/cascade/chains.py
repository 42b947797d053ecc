"""What the drawn wars have in common: how often each actor is in, and the commonest chains."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade.arena import Arena
from foedus.repercussions.cascade.draws import Wars

__all__ = [
    "Chain",
    "Involvement",
    "Step",
    "chains",
    "involvements",
    "share_in_worlds",
    "step_taken",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`actor` joins the side of `partner` ("attacked" or "attacker"), and why.

    `instrument` and `article` are the duty; both None where it is an analyst's supposition. Where
    that is an attack, `struck` is True and `partner` the one who attacks it.
    """

    actor: str
    side: str
    partner: str
    instrument: str | None
    article: str | None
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The steps of a war, those of one round together, and the share of draws that went so.

    `low` and `high` bound 95 % of that share as those of an involvement do.
    Draws in which the same actors joined in the same rounds went so, whatever the duties; those
    told are the duties of one of them.
    """

    rounds: tuple[tuple[Step, ...], ...]
    share: float
    low: float
    high: float

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody it draws in, in order."""
        return tuple(step.actor for steps in self.rounds for step in steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """How likely an actor is in the war, on either side: mean and bounds of 95 %.

    `with_attacked` and `with_attackers` are the two parts of `probability`. `through` are the
    duties that bring it in, each with its share of the draws in which it is in; an instrument of
    None is a supposition.
    """

    actor: str
    probability: float
    low: float
    high: float
    with_attacked: float
    with_attackers: float
    through: tuple[tuple[str | None, str | None, float], ...]


def involvements(arena: Arena, fought: Wars, worlds: int) -> tuple[Involvement, ...]:
    """Return everybody but the first two sides that is ever in, the likeliest first.

    The draws fall into `worlds` equal parts, each with its own chances: bounds are those of the
    share of draws from part to part.
    """
    first = {*arena.attackers.tolist(), *arena.attacked.tolist()}
    involved = fought.side != 0
    found = []
    for place, actor in enumerate(arena.actors):
        if place in first or not involved[place].any():
            continue
        probability, low, high = share_in_worlds(involved[place], worlds)
        found.append(
            Involvement(
                actor=actor,
                probability=probability,
                low=low,
                high=high,
                with_attacked=float((fought.side[place] > 0).mean()),
                with_attackers=float((fought.side[place] < 0).mean()),
                through=tuple(_through(arena, fought.cause[place])),
            )
        )
    # What differs by less than one in a hundred differs by the draw: by name then.
    return tuple(sorted(found, key=lambda one: (-round(one.probability, 2), one.actor)))


def share_in_worlds(drawn: NDArray[np.bool_], worlds: int) -> tuple[float, float, float]:
    """Return the share of draws of which something is true, and bounds of 95 % of it.

    The draws fall into `worlds` equal parts, each with its own chances: bounds are those of the
    share from part to part.
    """
    shares = drawn.reshape(worlds, -1).mean(axis=1)
    low, high = np.quantile(shares, (0.025, 0.975))
    return float(shares.mean()), float(low), float(high)


def _through(
    arena: Arena, causes: NDArray[np.int16]
) -> Iterator[tuple[str | None, str | None, float]]:
    joined = causes[causes != -1]
    numbers, counts = np.unique(joined, return_counts=True)
    for place in np.argsort(-counts, kind="stable")[:3]:
        cause, count = int(numbers[place]), int(counts[place])
        clause = arena.calls[cause].duty.clause if cause >= 0 else None
        yield (
            clause.instrument.id if clause else None,
            clause.article if clause else None,
            count / len(joined),
        )


def chains(arena: Arena, fought: Wars, worlds: int, most: int = 500) -> tuple[Chain, ...]:
    """Return the commonest chains of those draws in which somebody joined.

    Bounds are those of the share from world to world.
    """
    generator = np.random.default_rng(0)
    weights = generator.integers(1, 2**62, len(arena.actors))
    # A war is known by a number made of all that happened in it.
    codes = np.zeros(fought.side.shape[1], np.int64)
    for place, weight in enumerate(weights):
        if fought.round[place].any():
            joined = (fought.round[place].astype(np.int64) << 2) + fought.side[place]
            codes += joined * weight
    _, example, which, counts = np.unique(
        codes, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((example, -counts))
    found = []
    for number in order[: most + 1]:
        rounds = _rounds(arena, fought, int(example[number]))
        if rounds:
            share, low, high = share_in_worlds(which == number, worlds)
            found.append(Chain(rounds=rounds, share=share, low=low, high=high))
    return tuple(found[:most])


def _rounds(arena: Arena, fought: Wars, draw: int) -> tuple[tuple[Step, ...], ...]:
    rounds, cause = fought.round[:, draw], fought.cause[:, draw]
    return tuple(
        tuple(
            step_taken(arena, fought, draw, int(place))
            for place in np.flatnonzero((rounds == turn) & (cause != -1))
        )
        for turn in range(1, int(rounds.max()) + 1)
    )


def step_taken(arena: Arena, fought: Wars, draw: int, place: int) -> Step:
    """Return by what step the actor at a place came into the war of one draw."""
    side, cause = int(fought.side[place, draw]), int(fought.cause[place, draw])
    struck = False
    if cause < 0:
        supposed = arena.suppositions[-2 - cause]
        struck = supposed.does == "attacks"
        partner = supposed.actor if struck else supposed.other
        instrument = article = None
    else:
        call = arena.calls[cause]
        rounds, with_it = fought.round[:, draw], fought.side[:, draw] == side
        before = [one for one in call.owed if with_it[one] and rounds[one] < rounds[place]]
        partner = arena.actors[min(before, key=lambda one: int(rounds[one]))]
        instrument, article = call.duty.clause.instrument.id, call.duty.clause.article
    return Step(
        actor=arena.actors[place],
        side="attacked" if side > 0 else "attacker",
        partner=partner,
        instrument=instrument,
        article=article,
        struck=struck,
    )
