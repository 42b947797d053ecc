"""One scenario drawn: what part each actor plays how often, by which chains, and hanging on what.

Limits. See `LIMITS`, which every outlook carries beside those of a cascade.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade import Cascade, Sensitivity
from foedus.repercussions.cascade.cascade import LIMITS as CASCADE_LIMITS
from foedus.repercussions.cascade.cascade import WORLDS, told
from foedus.repercussions.cascade.draws import ATTACKED, ATTACKER, Wars
from foedus.repercussions.scenarios.capabilities import Capability, capabilities_of
from foedus.repercussions.scenarios.moves import Ends, Hinge, ends_of, hinges_of
from foedus.repercussions.scenarios.opening import Opening
from foedus.repercussions.scenarios.reach import Reach, reaches
from foedus.repercussions.scenarios.roles import FIGHTS, ROLES, Spread, shares_in, spread_of
from foedus.repercussions.scenarios.setting import Setting, setting
from foedus.repercussions.scenarios.ways import Way, ways_in
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

__all__ = ["DRAWS", "LIMITS", "ActorOutlook", "Balance", "Outlook", "outlook"]

DRAWS = 100_000
LIMITS = (
    Words(
        "A duty is not a decision: what governments choose has reasons that no treaty gives.",
        "Un devoir n'est pas une décision : ce que choisissent les gouvernements a des raisons "
        "qu'aucun traité ne donne.",
    ),
    *CASCADE_LIMITS,
    Words(
        "Given the war so far and the assumptions, each actor decides by itself; those who watch "
        "each other decide together.",
        "Étant donné la guerre jusque-là et les hypothèses, chaque acteur décide seul ; ceux qui "
        "s'observent décident ensemble.",
    ),
    Words(
        "Capabilities and distances are those of the last year covered, and an ally's bases and "
        "transports are in neither.",
        "Capacités et distances sont celles de la dernière année couverte ; les bases et les "
        "transports d'un allié n'y sont pas.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorOutlook:
    """What part one actor plays: the spread of each role it ever has, the commonest first.

    `ways` are those by which it is drawn in. `reach` is None where nobody asked, or it is not
    known what concerns it.
    """

    actor: str
    roles: Mapping[str, Spread]
    ways: tuple[Way, ...]
    reach: Reach | None
    capability: Capability

    @property
    def fights(self) -> float:
        """In which share of draws it fights, on either side."""
        return sum(spread.mean for role, spread in self.roles.items() if role in FIGHTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the two camps have: the attacked's share of the capabilities of both, where known.

    `known` is the share of draws in which the capabilities of all who fight are; `attacked` is None
    where there is none. `nuclear` is the share of draws in which both camps have exploded a nuclear
    weapon, `one_nuclear` in which one has.
    """

    attacked: Spread | None
    known: float
    nuclear: Spread
    one_nuclear: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Everything one scenario gives on one day.

    `actors` are those asked about and those ever drawn in, the likeliest to fight first. `cascade`
    is the same wars told as a cascade. `ends` and `hinges` say what it hangs on. `shares` are the
    shares of roles in each world, (actors of `setting.arena`, roles, worlds); two outlooks of the
    same seed have the same worlds.
    """

    setting: Setting
    cascade: Cascade
    actors: tuple[ActorOutlook, ...]
    balance: Balance
    hinges: tuple[Hinge, ...]
    ends: Ends = field(repr=False, compare=False)
    shares: NDArray[np.float64] = field(repr=False, compare=False)
    limits: tuple[Words, ...] = LIMITS
    seed: int = 0

    @property
    def opening(self) -> Opening:
        """The acts it opens with and what is assumed."""
        return self.setting.opening

    def of(self, actor: str) -> ActorOutlook | None:
        """Return what part an actor plays; None for one that nobody asked about."""
        return next((one for one in self.actors if one.actor == actor), None)

    @property
    def moves(self) -> tuple[Sensitivity, ...]:
        """How the chance of fighting moves with each assumption, the largest moves first."""
        fighters = [ROLES.index(role) for role in FIGHTS]
        found = [
            Sensitivity(assumption=name, actor=actor, at_low=float(a), at_high=float(b))
            for name, ends in self.ends.items()
            for actor, a, b in zip(
                self.setting.arena.actors,
                *(end[:, fighters].sum(axis=1) for end in ends),
                strict=True,
            )
            if abs(a - b) >= 0.01
        ]
        return tuple(sorted(found, key=lambda one: (-abs(one.at_high - one.at_low), one.actor)))


def outlook(
    opening: Opening,
    instruments: Mapping[str, Instrument],
    beside: Sequence[str] = (),
    datasets: Collection[str] = (),
    draws: int = DRAWS,
    seed: int = 0,
) -> Outlook:
    """Return the outlook of an opening, from so many wars, a multiple of 200 rounded up.

    `beside` are states told of whether or not a duty concerns them. `datasets` are those of
    capabilities and geography that may be opened: without `contiguity` or `minimum-distance` nobody
    asks who can reach the war. The same seed gives the same result. Raises MissingDataset for one
    that is named and not held, and what `camps` raises.
    """
    parties = tuple(
        dict.fromkeys(one for act, _ in opening.acts for one in (*act.initiators, *act.targets))
    )
    known: Mapping[str, Capability] = {}
    reaching: Mapping[str, Reach] | None = None

    def reached(actors: tuple[str, ...]) -> Mapping[str, Reach] | None:
        nonlocal known, reaching
        known = capabilities_of(actors, opening.on, datasets)
        reaching = reaches(actors, parties, opening.on, datasets, known)
        return reaching

    asked = setting(opening, instruments, beside, reached)
    actors = asked.arena.actors
    each = -(-draws // WORLDS)
    fought, roles = asked.drawn(asked.values(WORLDS, seed), each * WORLDS, seed)
    shares = shares_in(roles, WORLDS)
    ways = ways_in(asked.arena, fought, WORLDS)
    told_of = {*beside, *parties, *(one.actor for one in opening.assumed)}
    found = (
        ActorOutlook(
            actor=actor,
            roles=_spreads(shares[place]),
            ways=ways.get(actor, ()),
            reach=None if reaching is None else reaching[actor],
            capability=known[actor],
        )
        for place, actor in enumerate(actors)
        if actor in told_of or (fought.side[place] != 0).any() or fought.noted[place].any()
    )
    ends = ends_of(asked, seed)
    first, _ = opening.acts[0]
    return Outlook(
        setting=asked,
        cascade=told(asked.arena, fought, first, opening.on, asked.assumptions, instruments, seed),
        actors=tuple(sorted(found, key=lambda one: _order(one, parties))),
        balance=_balance(fought, actors, known),
        hinges=hinges_of(asked, ends, seed),
        ends=ends,
        shares=shares,
        seed=seed,
    )


def _order(one: ActorOutlook, parties: Sequence[str]) -> tuple[object, ...]:
    first = parties.index(one.actor) if one.actor in parties else len(parties)
    quiet = one.roles["stays_out"].mean if "stays_out" in one.roles else 0.0
    return first, -round(one.fights, 2), round(quiet, 2), one.actor


def _spreads(shares: NDArray[np.float64]) -> Mapping[str, Spread]:
    found = {role: spread_of(shares[at]) for at, role in enumerate(ROLES) if shares[at].any()}
    return dict(sorted(found.items(), key=lambda item: -item[1].mean))


def _balance(fought: Wars, actors: Sequence[str], known: Mapping[str, Capability]) -> Balance:
    cinc = np.array([np.nan if (one := known[actor].cinc) is None else one for actor in actors])
    tests = np.array([known[actor].tested is not None for actor in actors])
    camps = {side: fought.side == side for side in (ATTACKED, ATTACKER)}
    unknown = (np.isnan(cinc) @ (fought.side != 0)).astype(bool)
    sums = {side: np.nan_to_num(cinc) @ camp for side, camp in camps.items()}
    armed = {side: (tests @ camp).astype(bool) for side, camp in camps.items()}
    both = sums[ATTACKED] + sums[ATTACKER]
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.where(unknown | (both == 0), np.nan, sums[ATTACKED] / both)
    by_world = part.reshape(WORLDS, -1)
    whole = ~np.isnan(by_world)
    attacked = None
    if whole.any(axis=1).all():
        attacked = spread_of(np.nansum(by_world, axis=1) / whole.sum(axis=1))

    def spread(of: NDArray[np.bool_]) -> Spread:
        return spread_of(of.reshape(WORLDS, -1).mean(axis=1))

    return Balance(
        attacked=attacked,
        known=float(whole.mean()),
        nuclear=spread(armed[ATTACKED] & armed[ATTACKER]),
        one_nuclear=spread(armed[ATTACKED] ^ armed[ATTACKER]),
    )
