"""A scenario ready to be drawn: its arena, and everything about it that is assumed."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade.arena import Arena, arena
from foedus.repercussions.cascade.assumptions import QUESTIONS, Assumption, assumptions
from foedus.repercussions.cascade.draws import Chances, Wars, wars
from foedus.repercussions.cascade.streams import stream
from foedus.repercussions.scenarios.reach import Reach
from foedus.repercussions.scenarios.roles import ROLES, peace_kept, roles_of
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

if TYPE_CHECKING:
    from foedus.repercussions.scenarios.assuming import Assumed
    from foedus.repercussions.scenarios.opening import Opening

__all__ = ["NAMED", "Setting", "Values", "setting"]

Values = Mapping[str, NDArray[np.float64]]
"""By the id of an assumption its value in each world, (worlds,)."""

Floats = NDArray[np.float32]
Roles = NDArray[np.int8]
_KEPT = ("defence", "offence", "neutrality", "nonaggression")
_OWN = {
    "aid": (
        Words(
            "who is called and does not fight helps with arms, money or bases",
            "qui est appelé et ne combat pas aide par des armes, de l'argent ou des bases",
        ),
        (0.0, 1.0),
        "not known: anything between never and always",
    ),
    "reach": (
        Words(
            "who keeps less of its strength at that distance than this share stays away",
            "qui garde à cette distance une moindre part de sa force que celle-ci reste au loin",
        ),
        (0.1, 0.9),
        "not known: Bueno de Mesquita 1981 gives the strength that is left, nobody how much is "
        "enough",
    ),
    "reach_unknown": (
        Words(
            "an actor whose reach is not known reaches the war",
            "un acteur dont la portée n'est pas connue atteint la guerre",
        ),
        (0.0, 1.0),
        "not known: anything between never and always",
    ),
}
NAMED = (*_KEPT, *QUESTIONS, *_OWN)
"""Assumptions that have a name, whose bounds an analyst may set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a scenario is drawn from.

    `assumptions` are all that bear on it, counted, unknown and judged. `left` is the share of its
    strength that each actor has where the war is, NaN where it is not known; None where nobody
    asked. `opening` is an Opening.
    """

    opening: "Opening"
    arena: Arena
    assumptions: tuple[Assumption, ...]
    left: NDArray[np.float64] | None

    def values(self, worlds: int, seed: int, *name: str) -> Values:
        """Return the assumptions of so many worlds; another `name` gives others."""
        return {
            one.id: one.drawn(stream(seed, "assumption", one.id, *name), worlds)
            for one in self.assumptions
        }

    def fought(self, values: Values, number: int, seed: int) -> Wars:
        """Return so many wars, as many in each world, one world after the other."""
        return self._fought(_spread(values, number), number, seed)

    def drawn(self, values: Values, number: int, seed: int) -> tuple[Wars, Roles]:
        """Return the same wars, and everybody's roles in them, (actors, draws)."""
        spread = _spread(values, number)
        fought = self._fought(spread, number, seed)
        lends = np.zeros(fought.side.shape, bool)
        for place in np.flatnonzero(fought.noted.any(axis=1)):
            lot = stream(seed, "aid", self.arena.actors[place]).random(number, dtype=np.float32)
            lends[place] = lot < spread["aid"]
        helps = np.zeros(fought.side.shape, np.int8)
        for one in self._of("helps"):
            who, whom = (self.arena.place(each) for each in (one.actor or "", one.other or ""))
            lot = stream(seed, one.id).random(number, dtype=np.float32)
            helps[who] = np.where(lot < spread[one.id], fought.side[whom], helps[who])
        neutral = peace_kept(fought, self._owed_peace())
        return fought, roles_of(fought, self._first(), neutral, helps, lends)

    def _fought(self, spread: Mapping[str, Floats], number: int, seed: int) -> Wars:
        nothing = np.zeros(number, np.float32)
        chances = Chances(
            of={one: spread.get(one, nothing) for one in NAMED},
            suppositions=np.array(
                [spread[one.what] for one in self.arena.suppositions], np.float32
            ).reshape(-1, number),
            within=self._within(spread, number, seed),
            away=self._away(spread, number, seed),
        )
        return wars(self.arena, chances, seed)

    def _of(self, does: str) -> list["Assumed"]:
        return [one for one in self.opening.assumed if one.does == does]

    def _away(
        self, spread: Mapping[str, Floats], number: int, seed: int
    ) -> NDArray[np.bool_] | None:
        given = self._of("stays out")
        if not given:
            return None
        flags = np.zeros((len(self.arena.actors), number), bool)
        for one in given:
            lot = stream(seed, one.id).random(number, dtype=np.float32)
            flags[self.arena.place(one.actor or "")] = lot < spread[one.id]
        return flags

    def _within(
        self, spread: Mapping[str, Floats], number: int, seed: int
    ) -> NDArray[np.bool_] | None:
        given = self._of("reaches")
        if self.left is None and not given:
            return None
        within = np.ones((len(self.arena.actors), number), bool)
        if self.left is not None:
            within[:] = self.left[:, None] >= spread["reach"] if "reach" in spread else True
            for place in np.flatnonzero(np.isnan(self.left)):
                coin = stream(seed, "reach", self.arena.actors[place]).random(number)
                within[place] = coin < spread["reach_unknown"]
        for one in given:
            lot = stream(seed, one.id).random(number, dtype=np.float32)
            within[self.arena.place(one.actor or "")] = lot < spread[one.id]
        return within

    def _owed_peace(self) -> NDArray[np.str_]:
        """The peace owed to those whom one need not defend: between allies it tells nothing."""
        peace = self.arena.peace.copy()
        for call in self.arena.calls:
            peace[np.ix_(call.owing, call.owed)] = ""
        return peace

    def _first(self) -> NDArray[np.int8]:
        """The role of the parties to the opening acts: that in the first act they are in."""
        first = np.full(len(self.arena.actors), -1, np.int8)
        for act, _ in self.opening.acts:
            for role, named in (("attacker", act.initiators), ("target", act.targets)):
                for one in named:
                    place = self.arena.place(one)
                    first[place] = ROLES.index(role) if first[place] < 0 else first[place]
        return first


def _spread(values: Values, number: int) -> dict[str, Floats]:
    """The values of worlds, once for each of their draws, so many in all."""
    return {
        name: np.repeat(one.astype(np.float32), number // len(one)) for name, one in values.items()
    }


def setting(
    opening: "Opening",
    instruments: Mapping[str, Instrument],
    beside: Sequence[str] = (),
    reaching: Callable[[tuple[str, ...]], Mapping[str, Reach] | None] | None = None,
) -> Setting:
    """Return what a scenario is drawn from.

    `beside` are actors to be told of whether or not a duty concerns them; `reaching` says how the
    actors of the arena reach the war, None where nobody asks. Raises what `arena` raises.
    """
    supposed = [one.supposition for one in opening.assumed]
    also = [actor for one in opening.assumed for actor in (one.actor, one.other) if actor]
    found = arena(
        [act for act, _ in opening.acts],
        opening.on,
        instruments,
        [one for one in supposed if one is not None],
        tuple(dict.fromkeys((*beside, *also))),
    )
    left = None
    if reaching is not None and (reached := reaching(found.actors)) is not None:
        told = (reached[one].left for one in found.actors)
        left = np.array([np.nan if one is None else one for one in told])
    judged = {one.id: one for one in opening.assumed}
    bearing = _bearing(found, left)
    named = [
        judged[one.id].bounded(opening.on, one) if one.id in judged else one
        for one in _named(opening.on)
        if one.id in judged or one.id in bearing
    ]
    others = [one.bounded(opening.on) for one in opening.assumed if one.does != "is"]
    return Setting(opening=opening, arena=found, assumptions=(*named, *others), left=left)


def _named(on: dt.date) -> tuple[Assumption, ...]:
    own = (
        Assumption(id=name, label=label, betas=(), low=low, high=high, source=source)
        for name, (label, (low, high), source) in _OWN.items()
    )
    return (*assumptions(on), *own)


def _bearing(found: Arena, left: NDArray[np.float64] | None) -> set[str]:
    """The named assumptions that anything in an arena depends on."""
    calls = found.calls
    bearing = {one for one in ("neutrality", "nonaggression") if (found.peace == one).any()}
    bearing |= {"offence" if call.whoever_began else "defence" for call in calls}
    if any(not call.whoever_began for call in calls):
        bearing |= {"whoever_began", "struck_back"}
    if any(call.argued is None or len(call.argued) for call in calls):
        bearing.add("open")
    if any(call.doubtful for call in calls):
        bearing.add("doubtful")
    if calls:
        bearing.add("aid")
    if left is not None and (left < 1).any():
        bearing.add("reach")
    if left is not None and np.isnan(left).any():
        bearing.add("reach_unknown")
    return bearing
