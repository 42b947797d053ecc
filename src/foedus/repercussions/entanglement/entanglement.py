"""How near to war an actor stands, and through whom: who is called if it is attacked, who calls it.

Limits. See `LIMITS`, which every result carries: what treaties ask is not what governments do, and
a call is not a war. An attack is one on home ground of which nothing is said but who attacks whom;
each who is called is then taken to be attacked in turn by the same enemy.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedus.repercussions.entanglement.calls import Call, calls_on
from foedus.repercussions.entanglement.hinges import Hinge, hinges
from foedus.repercussions.entanglement.web import Reached, Toward, reached
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

__all__ = ["LIMITS", "STEPS", "Entanglement", "Web", "entanglement"]

STEPS = 3
"""How far chains are followed unless another number is given."""

LIMITS = (
    Words(
        "What treaties ask is not what governments do, and to be called is not to be at war: many"
        " clauses leave each state to choose its own means.",
        "Ce que demandent les traités n'est pas ce que font les gouvernements, et être appelé n'est"
        " pas être en guerre : bien des clauses laissent à chaque État le choix des moyens.",
    ),
    Words(
        "Each step supposes that whoever is called does act, and is then attacked at home, without"
        " having provoked it, by the same enemy.",
        "Chaque pas suppose que celui qui est appelé agisse, puis soit attaqué chez lui, sans"
        " l'avoir provoqué, par le même ennemi.",
    ),
    Words(
        "Only instruments that are coded are followed: any other promise, and any other reason to"
        " fight, links nobody here.",
        "Seuls les instruments codés sont suivis : aucune autre promesse, ni aucune autre raison de"
        " combattre, ne lie ici personne.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """Everybody within the steps asked for, followed one way, and what stands beside them.

    `hinges` are those without whom, or without which treaty, others are not reached. `only_against`
    are calls by which somebody would be reached as soon or sooner, or more surely, were the enemy
    another or more than one. `consultations` are directly to, or of, the actor: they ask for words
    only, or bind nobody in law. `for_the_enemy` are calls of somebody reached to fight for an enemy
    named, were it attacked.
    """

    toward: Toward
    reached: tuple[Reached, ...]
    hinges: tuple[Hinge, ...]
    only_against: tuple[Call, ...]
    consultations: tuple[Call, ...]
    for_the_enemy: tuple[Call, ...]

    def of(self, actor: str) -> Reached | None:
        """Return how an actor is reached; None when it is not."""
        return next((one for one in self.reached if one.actor == actor), None)

    def at(self, steps: int) -> tuple[Reached, ...]:
        """Return those so many steps away."""
        return tuple(one for one in self.reached if one.steps == steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entanglement:
    """How near to war an actor stands on a day, and through whom.

    `called` are those called if it is attacked, `calling` those the attack on whom calls it.
    `enemies` all attack; when empty, an enemy that no clause names does.
    """

    actor: str
    on: dt.date
    enemies: tuple[str, ...]
    steps: int
    called: Web
    calling: Web
    limits: tuple[Words, ...] = LIMITS

    @property
    def webs(self) -> tuple[Web, Web]:
        """Both ways of following the calls."""
        return self.called, self.calling


def entanglement(
    actor: str,
    on: dt.date,
    instruments: Mapping[str, Instrument],
    enemies: Sequence[str] = (),
    steps: int = STEPS,
) -> Entanglement:
    """Return who is how many steps from war with `actor`, that day, if `enemies` attack.

    Raises ValueError when the actor is its own enemy, or for less than one step.
    """
    if actor in enemies:
        raise ValueError(f"{actor} is not its own enemy")
    if steps < 1:
        raise ValueError(f"a chain has one step or more, not {steps}")
    day = calls_on(instruments, on, enemies)
    webs = {}
    for toward in Toward:
        found = reached(actor, day.asked, toward, steps)
        at = {actor: 0} | {one.actor: one.steps for one in found}
        webs[toward] = Web(
            toward=toward,
            reached=found,
            hinges=hinges(actor, day.asked, toward, found),
            only_against=tuple(one for one in day.only_against if _as_soon(one, toward, at, steps)),
            consultations=tuple(one for one in day.consultations if toward.near(one) == actor),
            for_the_enemy=tuple(one for one in day.for_the_enemy if one.obligor in at),
        )
    return Entanglement(
        actor=actor,
        on=on,
        enemies=tuple(sorted(set(enemies))),
        steps=steps,
        called=webs[Toward.CALLED],
        calling=webs[Toward.CALLING],
    )


def _as_soon(call: Call, toward: Toward, at: Mapping[str, int], steps: int) -> bool:
    """Whether a call would bring its farther end in by a chain no longer than it now has."""
    near, far = toward.near(call), toward.far(call)
    return near in at and at[near] < steps and at.get(far, steps) > at[near]
