"""What part each actor plays in each drawn war, and how often: arithmetic on plain arrays.

Every actor has exactly one role in every draw, so the shares of its roles add up to one. Of several
that would fit the first of `ROLES` counts, from the strongest part played to none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.cascade.bitsets import called, mask, packed
from foedus.repercussions.cascade.draws import ATTACKED, ATTACKER, BARRED, CALLED, FAR, Wars

__all__ = ["FIGHTS", "HELPS", "ROLES", "Spread", "peace_kept", "roles_of", "shares_in", "spread_of"]

ROLES = (
    *("attacker", "target", "fights_attacked", "fights_attackers"),
    *("cannot_reach", "pulled", "helps_attacked", "helps_attackers"),
    *("lets_down", "neutral", "stays_out"),
)
"""In the order in which one counts: out of reach though willing; pulled both ways; help without
fighting; called and out of it; out of it as promised; out of it and not asked."""
FIGHTS, HELPS = ROLES[:4], ROLES[6:8]

_AT = {role: place for place, role in enumerate(ROLES)}
Flags = NDArray[np.bool_]
Roles = NDArray[np.int8]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spread:
    """A share: its mean, the bounds of 95 % from world to world, and the error of the drawing.

    `low` and `high` are the interval from the assumptions; `error` is half the 95 % interval of
    the mean itself, which more draws and worlds make smaller.
    """

    mean: float
    low: float
    high: float
    error: float


def roles_of(
    fought: Wars, first: Roles, neutral: Flags, helps: NDArray[np.int8], lends: Flags
) -> Roles:
    """Return the place in `ROLES` of each actor in each draw, (actors, draws).

    `first` is the role of the parties to the opening acts, -1 for others, (actors,). `neutral`: it
    owes peace to somebody at war. `helps`: the side (1, -1, 0 for none) it is supposed to help.
    `lends`: one who is called and does not fight helps otherwise. Each is (actors, draws).
    """
    found = np.full(fought.side.shape, _AT["stays_out"], np.int8)
    stirred = np.flatnonzero(
        fought.noted.any(axis=1) | fought.side.any(axis=1) | neutral.any(axis=1) | helps.any(axis=1)
    )
    side, noted = fought.side[stirred], fought.noted[stirred]
    neutral, helps, lends = neutral[stirred], helps[stirred], lends[stirred]
    called_to = {one: noted & CALLED[one] != 0 for one in (ATTACKED, ATTACKER)}
    both = called_to[ATTACKED] & called_to[ATTACKER]
    played = found[stirred]
    # From the weakest part to the strongest: what is written later counts.
    for role, where in (
        ("neutral", neutral),
        ("lets_down", called_to[ATTACKED] | called_to[ATTACKER]),
        ("helps_attackers", called_to[ATTACKER] & lends),
        ("helps_attacked", called_to[ATTACKED] & lends),
        ("helps_attackers", helps == ATTACKER),
        ("helps_attacked", helps == ATTACKED),
        ("pulled", both | (noted & BARRED != 0)),
        ("cannot_reach", noted & FAR != 0),
        ("fights_attackers", side == ATTACKER),
        ("fights_attacked", side == ATTACKED),
    ):
        played[where] = _AT[role]
    found[stirred] = played
    known = first >= 0
    found[known] = first[known, None]
    return found


def peace_kept(fought: Wars, peace: NDArray[np.str_]) -> Flags:
    """Return where an actor owes peace to somebody at war, (actors, draws).

    `peace[k, j]` is not empty where k owes peace to j.
    """
    kept = np.zeros(fought.side.shape, bool)
    at_war = packed(fought.side != 0)
    for place in np.flatnonzero((peace != "").any(axis=1)):
        others = mask(np.flatnonzero(peace[place] != ""), len(peace))
        kept[place] = called(at_war, others)
    return kept


def shares_in(roles: Roles, worlds: int) -> Floats:
    """Return how often each actor plays each role in each world, (actors, roles, worlds).

    The draws fall into `worlds` equal parts, one after the other.
    """
    actors, draws = roles.shape
    each = draws // worlds
    # A number for world and role of each draw, so that one count finds all.
    of = np.repeat(np.arange(worlds) * len(ROLES), each)
    found = np.empty((actors, len(ROLES), worlds))
    for place in range(actors):
        counts = np.bincount(of + roles[place], minlength=worlds * len(ROLES))
        found[place] = counts.reshape(worlds, len(ROLES)).T / each
    return found


def spread_of(shares: Floats) -> Spread:
    """Return the spread of something known in each world, (worlds,)."""
    low, high = np.quantile(shares, (0.025, 0.975))
    error = 1.96 * float(shares.std(ddof=1)) / np.sqrt(len(shares)) if len(shares) > 1 else 0.0
    return Spread(float(shares.mean()), float(low), float(high), float(error))
