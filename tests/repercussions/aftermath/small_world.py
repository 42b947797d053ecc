"""A world of six states in twenty years, in which a test puts what it is about."""

from dataclasses import replace

import numpy as np

from foedus.repercussions.aftermath.cases import Cases
from foedus.repercussions.aftermath.world import World

FIRST, YEARS = 1900, 20
CODES = np.array([10, 20, 30, 40, 50, 60], dtype=np.int32)
COVERED = dict.fromkeys(
    ("level", "pact", "onset", "began", "rival", "land", "major", "capability", "democracy"),
    (FIRST, FIRST + YEARS - 1),
) | dict.fromkeys(("capital", "ideal_point", "trade"), (FIRST, FIRST + YEARS - 1))


def small_world(**covered: tuple[int, int]) -> World:
    """Everybody is in the system throughout, and nothing ever happens."""
    states = len(CODES)
    flags = np.zeros((YEARS, states, states), dtype=bool)
    value = np.full((YEARS, states), np.nan, dtype=np.float32)
    return World(
        first=FIRST,
        codes=CODES,
        member=np.ones((YEARS, states), dtype=bool),
        major=np.zeros((YEARS, states), dtype=bool),
        ideal_point=value.copy(),
        capability=value.copy(),
        democracy=value.copy(),
        capital=np.full((YEARS, states, 3), np.nan, dtype=np.float32),
        level=np.zeros((YEARS, states, states), dtype=np.int8),
        pact=flags.copy(),
        onset=flags.copy(),
        began=flags.copy(),
        rival=flags.copy(),
        land=flags.copy(),
        trade=np.full((YEARS, states, states), np.nan, dtype=np.float32),
        covered={**COVERED, **covered},
    )


def mark(array: np.ndarray, year: int, one: int, two: int, value: float = 1) -> None:
    """Put a value at a pair, by COW codes, both ways round."""
    a, b = np.searchsorted(CODES, [one, two])
    array[year - FIRST, a, b] = value
    array[year - FIRST, b, a] = value


def always(array: np.ndarray, one: int, two: int, value: float = 1) -> None:
    """Put a value at a pair in every year."""
    for year in range(FIRST, FIRST + YEARS):
        mark(array, year, one, two, value)


def case(world: World, one: int, two: int, year: int) -> Cases:
    """One pair of COW codes and a year."""
    place = np.searchsorted(CODES, [one, two])
    return Cases(world, place[:1], place[1:], np.array([year]))


def with_strength(world: World, shares: dict[int, float]) -> None:
    """Give states, by COW code, so much of the system's capabilities in every year."""
    for code, share in shares.items():
        world.capability[:, np.searchsorted(CODES, code)] = share


def with_coverage(world: World, **covered: tuple[int, int]) -> World:
    """The same world, of which less is known."""
    return replace(world, covered={**world.covered, **covered})
