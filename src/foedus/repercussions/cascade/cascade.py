"""From "must" to "likely": a war drawn many times from one act, and what its outcome hangs on.

Limits. See `LIMITS`, which every result carries: chances come from promises that were put to the
test, treaties stay those of the day, and only fighting counts as help.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from foedus.errors import UnknownAct
from foedus.repercussions.cascade import picture
from foedus.repercussions.cascade.arena import Arena, arena
from foedus.repercussions.cascade.assumptions import Assumption, assumptions
from foedus.repercussions.cascade.chains import (
    Chain,
    Involvement,
    chains,
    involvements,
    share_in_worlds,
)
from foedus.repercussions.cascade.draws import Chances, Wars, wars
from foedus.repercussions.cascade.streams import stream
from foedus.repercussions.cascade.suppositions import Supposition
from foedus.treaties.acts import Act, act_from
from foedus.treaties.asking import instruments_asked
from foedus.treaties.instrument import Instrument
from foedus.treaties.words import Words

__all__ = ["LIMITS", "WORLDS", "Cascade", "Sensitivity", "cascade", "sensitivities", "told"]

LIMITS = (
    Words(
        "Chances come from promises that were put to the test: where allies were feared, the attack"
        " did not come and nothing was counted.",
        "Les chances viennent de promesses mises à l'épreuve : là où l'on craignait les alliés,"
        " l'attaque n'est pas venue et rien n'a été compté.",
    ),
    Words(
        "Secret clauses nobody has published, and reasons to fight other than a treaty, are not in"
        " it unless supposed.",
        "Les clauses secrètes que nul n'a publiées et les raisons de combattre autres qu'un traité"
        " n'y sont que si on les suppose.",
    ),
    Words(
        "Disputed clauses may be read either way: how they would be read is drawn anew each time.",
        "Les clauses disputées se lisent d'une façon ou d'une autre : leur lecture est tirée au"
        " sort à chaque fois.",
    ),
    Words(
        "All on one side fight all on the other, nobody leaves, and treaties stay those of the"
        " day.",
        "Tous ceux d'un camp combattent tous ceux de l'autre, nul ne sort, et les traités restent"
        " ceux du jour.",
    ),
)
WORLDS = 200
"""Into so many parts the draws fall; the chances nobody knows are the same within each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cascade:
    """What may follow an act: who is drawn in how likely, and the commonest chains.

    `alone` is the share of draws in which nobody joins; `alone_low` and `alone_high` bound 95 % of
    it as those of an involvement do. `instruments` and `seed` are those it was drawn with.
    """

    act: Act
    on: dt.date
    draws: int
    involvements: tuple[Involvement, ...]
    chains: tuple[Chain, ...]
    alone: float
    alone_low: float
    alone_high: float
    assumptions: tuple[Assumption, ...]
    suppositions: tuple[Supposition, ...]
    limits: tuple[Words, ...] = LIMITS
    instruments: Mapping[str, Instrument] = field(default_factory=dict, repr=False, compare=False)
    seed: int = 0

    def of(self, actor: str) -> Involvement | None:
        """Return how likely an actor is in; None if in no draw, or in it from the first."""
        return next((one for one in self.involvements if one.actor == actor), None)

    def sensitivities(self) -> "tuple[Sensitivity, ...]":
        """Return what it hangs on; see the function of that name."""
        asked = (self.act, self.on, self.instruments, self.suppositions)
        return sensitivities(*asked, seed=self.seed)

    def html(self, language: str = "en", moves: "Sequence[Sensitivity] | None" = None) -> str:
        """Return its picture as a piece of HTML; `moves` are its sensitivities, if known."""
        return picture.piece(self, self.sensitivities() if moves is None else moves, language)

    def page(self, language: str = "en", moves: "Sequence[Sensitivity] | None" = None) -> str:
        """Return its picture as a page that loads nothing; `moves` as in `html`."""
        return picture.page(self, self.sensitivities() if moves is None else moves, language)

    def _repr_html_(self) -> str:
        return self.html()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """How an actor's probability moves when one assumption goes from its low to its high bound.

    `assumption` is the id of an assumption, or a supposition in words, which goes from 0 to 1.
    """

    assumption: str
    actor: str
    at_low: float
    at_high: float


def cascade(
    act: Act | str,
    on: dt.date,
    instruments: Mapping[str, Instrument] | None = None,
    suppositions: Sequence[Supposition] = (),
    draws: int = 100_000,
    seed: int = 0,
) -> Cascade:
    """Return what may follow the act that day, drawn so many times, a multiple of 200 rounded up.

    `act` may be words ("GMY attacks POL"); asked are register and history unless `instruments` are
    given. The same seed gives the same result. Raises what `act_from` raises, and UnknownAct for
    an act without force: a threat is not yet a war.
    """
    if isinstance(act, str):
        act = act_from(act, on=on)
    if not act.force:
        raise UnknownAct(act.words or act.kind, (), "an act of force, such as GMY attacks POL")
    if instruments is None:
        instruments = instruments_asked().instruments
    found = arena(act, on, instruments, suppositions)
    assumed = assumptions(on)
    each = -(-draws // WORLDS)
    fought = wars(found, _chances(found, assumed, seed, each), seed)
    return told(found, fought, act, on, assumed, instruments, seed)


def told(
    found: Arena,
    fought: Wars,
    act: Act,
    on: dt.date,
    assumed: Sequence[Assumption],
    instruments: Mapping[str, Instrument],
    seed: int,
) -> Cascade:
    """Return what wars drawn in an arena, in `WORLDS` equal parts, have in common."""
    alone, alone_low, alone_high = share_in_worlds((fought.cause == -1).all(axis=0), WORLDS)
    return Cascade(
        act=act,
        on=on,
        draws=fought.side.shape[1],
        involvements=involvements(found, fought, WORLDS),
        chains=chains(found, fought, WORLDS),
        alone=alone,
        alone_low=alone_low,
        alone_high=alone_high,
        assumptions=tuple(assumed),
        suppositions=found.suppositions,
        instruments=instruments,
        seed=seed,
    )


def sensitivities(
    act: Act,
    on: dt.date,
    instruments: Mapping[str, Instrument],
    suppositions: Sequence[Supposition] = (),
    draws: int = 10_000,
    seed: int = 0,
) -> tuple[Sensitivity, ...]:
    """Return how each actor's probability moves with each assumption, the largest moves first.

    Each assumption is set to its low, then to its high bound, all else drawn alike. Moves of less
    than one in a hundred are left out.
    """
    found = arena(act, on, instruments, suppositions)
    assumed = assumptions(on)
    names = [*(one.id for one in assumed), *(str(one) for one in suppositions)]
    moves = []
    for number, name in enumerate(names):
        low, high = (
            _shares(found, assumed, (number, end), -(-draws // WORLDS), seed) for end in (0, 1)
        )
        moves += [
            Sensitivity(assumption=name, actor=actor, at_low=float(a), at_high=float(b))
            for actor, a, b in zip(found.actors, low, high, strict=True)
            if abs(a - b) >= 0.01
        ]
    return tuple(sorted(moves, key=lambda one: (-abs(one.at_high - one.at_low), one.actor)))


def _shares(
    found: Arena, assumed: Sequence[Assumption], fixed: tuple[int, int], each: int, seed: int
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """How often each actor is in, with one assumption (by number) at its low or high bound."""
    fought: Wars = wars(found, _chances(found, assumed, seed, each, fixed), seed)
    return (fought.side != 0).mean(axis=1)


def _chances(
    found: Arena,
    assumed: Sequence[Assumption],
    seed: int,
    each: int,
    fixed: tuple[int, int] | None = None,
) -> Chances:
    of = {}
    for number, one in enumerate(assumed):
        values = one.drawn(stream(seed, "assumption", one.id), WORLDS)
        if fixed and fixed[0] == number:
            values = np.full(WORLDS, (one.low, one.high)[fixed[1]])
        of[one.id] = np.repeat(values.astype(np.float32), each)
    supposed = np.array([one.chance for one in found.suppositions], np.float32)
    if fixed and fixed[0] >= len(assumed):
        supposed[fixed[0] - len(assumed)] = fixed[1]
    return Chances(of=of, suppositions=np.repeat(supposed[:, None], each * WORLDS, axis=1))
