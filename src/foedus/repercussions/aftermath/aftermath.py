"""What usually follows such a pact between such states, beside pairs like them that made none.

A pact is *such* when it is new (the pair owed less the year before), comes to the same level
(defence or offence; neutrality or consultation; non-aggression), binds two states or more as the
one asked about does, holds as many major powers, and fell on the same side of 1945. These are the
analogues; how alike each is beyond that is told part by part, and weighs nothing in the rates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from foedus.actors.names import display_name
from foedus.relations.likeness.states_of_a_year import holder_of
from foedus.repercussions.aftermath import limits, tables
from foedus.repercussions.aftermath.analogues import likeness_of, own_past
from foedus.repercussions.aftermath.beside import Treated, beside, of_pacts
from foedus.repercussions.aftermath.followed import Followed, followed, own_aftermath
from foedus.repercussions.aftermath.held_world import WISHED_NAMES, HeldWorld, held_world
from foedus.repercussions.aftermath.pact import NotAskable, Pact
from foedus.repercussions.aftermath.rates import LEVEL, hubs
from foedus.repercussions.aftermath.world import World
from foedus.treaties.words import Words

__all__ = ["HORIZONS", "Aftermath", "Kind", "aftermath"]

HORIZONS = (1, 3, 5)
"""Years after the year of the pact, unless others are asked for."""
LONGEST = 20
SINCE = 1945
"""The break the literature makes; the eras of ATOP's numbering make it too."""
FEW = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes a pact such a pact.

    Its level (1 to 3), whether it is bilateral, how many of the two are major powers, and whether
    it was concluded in or after 1945.
    """

    level: int
    bilateral: bool
    majors: int
    since_1945: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What followed the analogues of a pact, and the pairs held beside them.

    Tables, in Arrow; what each column holds is told in `tables`:
    `outcomes`, one row per outcome and horizon; `analogues`, one per pact like it, the most alike
    first; `followed`, one per analogue, outcome and horizon; `beside`, one per analogue and pair
    held beside it; `balance`, one per covariate. `sources` gives release and years covered by
    dataset.
    """

    pact: Pact
    kind: Kind
    horizons: tuple[int, ...]
    disputes: str
    outcomes: pa.Table
    analogues: pa.Table
    followed: pa.Table
    beside: pa.Table
    balance: pa.Table
    sources: dict[str, tuple[str, int | None, int | None]]
    limits: tuple[Words, ...]


def aftermath(
    pact: Pact,
    horizons: tuple[int, ...] = HORIZONS,
    disputes: str = "mid",
    wished: Iterable[str] = WISHED_NAMES,
) -> Aftermath:
    """Return what usually follows such a pact within so many years, with disputes of mid or gml.

    Of the datasets that are not needed but add something (`held_world.WISHED`), those in `wished`
    are drawn on where held. Raises NotAskable for horizons that are not 1 to 20 years, a pact
    before the first year that has one before it, states that were never in the system, and when no
    pact is like it; and MissingDataset, with what to run, for data not held here.
    """
    spans = tuple(sorted(set(horizons)))
    if not spans or spans[0] < 1 or spans[-1] > LONGEST:
        raise NotAskable(f"Years after a pact go from 1 to {LONGEST}; '{horizons}' do not.")
    held = held_world(disputes, frozenset(wished))
    world = held.world
    kind = _kind(world, pact)
    chosen = _such(held, kind, pact)
    if not len(chosen):
        raise NotAskable(
            f"No pact like {pact.title.said('en')} is in ATOP: {_said(kind)}. Ask of a pact with "
            "other obligations, or of other states."
        )
    treated = of_pacts(held, held.pacts, chosen)
    others = beside(held, treated, kind.level)
    found = tuple(followed(world, treated, others, spans))
    own = own_past(world, pact)
    likeness = likeness_of(own, pact, treated, world)
    own_after = tuple(own_aftermath(world, pact, spans))
    order = np.argsort(-likeness.whole, kind="stable")
    return Aftermath(
        pact=pact,
        kind=kind,
        horizons=spans,
        disputes=disputes,
        outcomes=tables.of_outcomes(found, treated, held.sources, disputes, own_after),
        analogues=tables.of_analogues(world, treated, likeness, order),
        followed=tables.of_followed(found, order),
        beside=tables.of_beside(world, others, order),
        balance=tables.of_balance(treated, others),
        sources=dict(held.sources),
        limits=tuple(_limits(held, pact, kind, treated, found, len(np.unique(others.pact)))),
    )


def _kind(world: World, pact: Pact) -> Kind:
    place = world.place(np.array(pact.codes, dtype=np.int32))
    if pact.on.year <= world.first:
        raise NotAskable(
            f"The data begin in {world.first}: of a pact of {pact.on.year} the year before is not "
            f"known. Ask of one from {world.first + 1} on."
        )
    if (place < 0).any():
        raise NotAskable(f"COW {pact.codes} are not both in the system between 1816 and today.")
    now = int(world.at(np.array(pact.on.year)))
    majors = int(world.major[now, place].sum())
    return Kind(pact.level, pact.bilateral, majors, pact.on.year >= SINCE)


def _such(held: HeldWorld, kind: Kind, pact: Pact) -> NDArray[np.int64]:
    """Return the places of the analogues among all pacts, without any pair of its own treaty."""
    pacts, world = held.pacts, held.world
    now = world.at(pacts.year)
    majors = world.major[now, pacts.one].astype(int) + world.major[now, pacts.two]
    such = (
        pacts.is_new
        & (pacts.level == kind.level)
        & ((pacts.parties == 2) == kind.bilateral)
        & (majors == kind.majors)
        & ((pacts.year >= SINCE) == kind.since_1945)
    )
    codes = np.sort(np.stack([world.codes[pacts.one], world.codes[pacts.two]], axis=1), axis=1)
    same_pair = (codes == sorted(pact.codes)).all(axis=1)
    itself = same_pair & (pacts.year == pact.on.year)
    if pact.atop is not None:
        itself |= pacts.alliance == pact.atop
    places = np.flatnonzero(such & ~itself)
    keys = np.stack([pacts.one[places], pacts.two[places], pacts.year[places]], axis=1)
    _, first = np.unique(keys, axis=0, return_index=True)
    return places[np.sort(first)]


def _said(kind: Kind) -> str:
    level = ("", "non-aggression", "neutrality or consultation", "defence or offence")[kind.level]
    return (
        f"level {level}, {'two parties' if kind.bilateral else 'more than two parties'}, "
        f"{kind.majors} major powers, {'since' if kind.since_1945 else 'before'} {SINCE}"
    )


def _limits(
    held: HeldWorld,
    pact: Pact,
    kind: Kind,
    treated: Treated,
    found: tuple[Followed, ...],
    matched: int,
) -> Iterator[Words]:
    yield limits.SELECTION
    size = len(treated.year)
    if size < FEW:
        yield limits.few(size)
    if matched < size:
        yield limits.unmatched(size - matched, size)
    most = hubs(treated.one, treated.two)
    places, numbers = np.unique(most, return_counts=True)
    if numbers.max() > size / 4 and size > 1:
        where = most == places[numbers.argmax()]
        code = int(held.world.codes[places[numbers.argmax()]])
        actors = dict.fromkeys(
            holder_of(code, year) or str(code) for year in sorted(treated.year[where].tolist())
        )
        en, fr = (
            ", ".join(display_name(actor, language) for actor in actors)
            for language in ("en", "fr")
        )
        yield limits.hub(Words(en, fr), int(numbers.max()), size)
    shown = sum(one.difference is not None for one in found)
    yield limits.chance_alone(shown, shown * (1 - LEVEL))
    ends = {what: held.world.covered[what][1] for what in _LASTING}
    if min(ends.values()) < pact.on.year - 1:
        en, fr = (
            ", ".join(f"{words.said(language)} {ends[what]}" for what, words in _LASTING.items())
            for language in ("en", "fr")
        )
        yield limits.carried(pact.on.year, Words(en, fr))
    if _owed_before(held.world, pact) >= kind.level:
        yield limits.renewal()
    for dataset in held.missing:
        yield limits.not_held(dataset)


_LASTING = {
    "level": Words("alliances", "alliances"),
    "rival": Words("rivalries", "rivalités"),
    "land": Words("borders", "frontières"),
    "capability": Words("capabilities", "capacités"),
    "onset": Words("disputes", "différends"),
}
"""What data say of a pair, and how it is called where they end too early."""


def _owed_before(world: World, pact: Pact) -> int:
    place = world.place(np.array(pact.codes, dtype=np.int32))
    year = world.latest("level", pact.on.year - 1)
    return int(world.level[year - world.first, place[0], place[1]])
