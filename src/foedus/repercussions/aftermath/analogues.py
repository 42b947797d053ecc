"""How alike each earlier pact is to the one asked about, with the parts that make it so."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.repercussions.aftermath import resemblance
from foedus.repercussions.aftermath.beside import Treated
from foedus.repercussions.aftermath.covariates import COVARIATES, TRAITS, covariates, traits
from foedus.repercussions.aftermath.new_pacts import KINDS
from foedus.repercussions.aftermath.pact import Pact
from foedus.repercussions.aftermath.world import World
from foedus.repercussions.nuclear import nuclear_codes

__all__ = ["PARTS", "Own", "Resemblance", "likeness_of", "nuclear_states", "own_past"]

PARTS = (
    "obligations",
    "regimes",
    "power",
    "nuclear",
    "geography",
    "standing",
    "past",
    "time",
)
"""What was promised; how democratic the two are; how strong, together and beside one another; how
many had tested a nuclear device; how far apart, and whether they share a land border; how many
rivals and allies, a rival in common, likeness of alliances; rivalry, disputes and lesser pacts
before; the years between."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Own:
    """What is known of the pact asked about: covariates (k,), traits (4,) and nuclear parties."""

    covariates: Floats
    traits: NDArray[np.int64]
    nuclear: int


@dataclass(frozen=True)
class Resemblance:
    """Of each analogue the parts (n, 8), NaN where not known, and their mean (n,)."""

    parts: Floats
    whole: Floats


def own_past(world: World, pact: Pact) -> Own:
    """Return what surrounded the pact, of the last year covered where the year before is not."""
    place = world.place(np.array(pact.codes, dtype=np.int32))
    one, two = place[:1], place[1:]
    year = pact.on.year
    return Own(
        covariates(world, one, two, year, latest=True)[0],
        traits(world, one, two, year, pact.level, latest=True)[0],
        nuclear_states(pact.codes, year),
    )


def likeness_of(own: Own, pact: Pact, treated: Treated, world: World) -> Resemblance:
    """Return how alike each pact is to the one asked about."""
    named = dict(zip(COVARIATES, treated.covariates.T, strict=True))
    exact = dict(zip(TRAITS, treated.traits.T.astype(float), strict=True))
    mine = dict(zip(COVARIATES, own.covariates, strict=True))
    my_traits = dict(zip(TRAITS, own.traits.astype(float), strict=True))

    def quantity(name: str) -> Floats:
        return resemblance.of_quantities(mine[name], named[name])

    def trait(name: str) -> Floats:
        known = np.where(exact[name] < 0, np.nan, exact[name])
        return resemblance.of_traits(my_traits[name], known)

    kinds = np.array([kind in pact.kinds for kind in KINDS])
    codes = zip(world.codes[treated.one], world.codes[treated.two], treated.year, strict=True)
    nuclear = np.array([nuclear_states((int(a), int(b)), int(y)) for a, b, y in codes], float)
    parts = {
        "obligations": [resemblance.of_obligations(kinds, treated.kinds)],
        "regimes": [quantity("lower_democracy"), quantity("higher_democracy")],
        "power": [quantity("capability_ratio"), quantity("capabilities")],
        "nuclear": [1 - np.abs(nuclear - own.nuclear) / 2],
        "geography": [quantity("distance"), trait("land_border")],
        "standing": [
            quantity("rivals"),
            quantity("allies"),
            resemblance.of_traits(mine["common_rival"], named["common_rival"]),
            quantity("alliance_likeness"),
        ],
        "past": [
            trait("rivalry"),
            trait("lesser_pact"),
            quantity("pair_disputes"),
            quantity("fewer_disputes"),
            quantity("more_disputes"),
        ],
        "time": [resemblance.of_quantities(float(pact.on.year), treated.year.astype(float))],
    }
    table = np.stack([resemblance.whole(np.stack(parts[name], axis=1)) for name in PARTS], axis=1)
    return Resemblance(table, resemblance.whole(table))


def nuclear_states(codes: tuple[int, int], year: int) -> int:
    """Return how many of two states had exploded a nuclear device before the end of the year."""
    return len(nuclear_codes(year).intersection(codes))
