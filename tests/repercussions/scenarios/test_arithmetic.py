"""Roles, indices, loss of strength: arithmetic against published numbers and a slow second way."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.repercussions.cascade.draws import BARRED, CALLED, FAR, Wars
from foedus.repercussions.scenarios.gradient import KM_PER_MILE, strength_left
from foedus.repercussions.scenarios.indices import first_order
from foedus.repercussions.scenarios.roles import ROLES, roles_of, shares_in, spread_of


def ishigami(x: np.ndarray) -> np.ndarray:
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def test_the_indices_of_the_ishigami_function_are_the_published_ones() -> None:
    """Saltelli et al. 2010 and others: .3139, .4424 and 0 for a = 7, b = .1."""
    generator = np.random.default_rng(0)
    a, b = (generator.uniform(-math.pi, math.pi, (3, 200_000)) for _ in range(2))
    for place, published in enumerate((0.3139, 0.4424, 0.0)):
        mixed = a.copy()
        mixed[place] = b[place]
        found = first_order(ishigami(a), ishigami(a), ishigami(b), ishigami(mixed))
        assert found is not None
        assert found.value == pytest.approx(published, abs=0.02)
        assert abs(found.value - published) <= 2 * found.error


def test_chance_that_no_assumption_explains_does_not_count() -> None:
    """Two chances multiplied, seen through coins: S of each is known, whatever the coins do."""
    generator = np.random.default_rng(1)
    number = 400_000
    a, b = generator.random((2, 2, number))
    coins, again, apart = generator.random((3, number))
    # Y = p q with p, q uniform: Var = 1/9 - 1/16; Var(E[Y|p]) = 1/48, so S = 3/7.
    seen = [
        (lot < p * q).astype(float)
        for lot, (p, q) in ((coins, a), (again, a), (apart, b), (coins, (b[0], a[1])))
    ]
    found = first_order(*seen)
    assert found is not None
    assert found.value == pytest.approx(3 / 7, abs=2 * found.error)
    assert found.error < 0.1


def test_where_nothing_varies_there_is_no_index() -> None:
    lots = np.random.default_rng(2).random((4, 5_000))
    assert first_order(*(lots < 0.3).astype(float)) is None
    assert first_order(*np.ones((4, 100))) is None


def test_strength_is_lost_by_bueno_de_mesquita_s_formula() -> None:
    # At home nothing is lost; a day's march away a little; the weak lose more than the strong.
    assert strength_left(0.1, 0, 2018) == 1.0
    miles = 5_000.0
    power = math.log10(miles / 500 + 10 - math.e)
    assert strength_left(0.02, miles * KM_PER_MILE, 2018) == pytest.approx(0.02**power / 0.02)
    assert strength_left(0.001, 9_000, 2018) < strength_left(0.2, 9_000, 2018)
    # The same way was longer in 1900 than in 1930, and then than now.
    then, between, now = (strength_left(0.05, 9_000, year) for year in (1900, 1930, 2000))
    assert then < between < now
    with pytest.raises(ValueError, match="capabilities"):
        strength_left(0, 100, 2000)


def one_by_one(side: int, noted: int, first: int, neutral: bool, helps: int, lends: bool) -> str:
    """The role of one actor in one draw, as the definition says it."""
    if first >= 0:
        return ROLES[first]
    if side:
        return "fights_attacked" if side > 0 else "fights_attackers"
    attacked, attackers = bool(noted & CALLED[1]), bool(noted & CALLED[-1])
    if noted & FAR:
        return "cannot_reach"
    if noted & BARRED or (attacked and attackers):
        return "pulled"
    if helps:
        return "helps_attacked" if helps > 0 else "helps_attackers"
    if lends and (attacked or attackers):
        return "helps_attacked" if attacked else "helps_attackers"
    if attacked or attackers:
        return "lets_down"
    return "neutral" if neutral else "stays_out"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_every_actor_has_one_role_in_every_draw(seed: int) -> None:
    generator = np.random.default_rng(seed)
    shape = (5, 8)
    side = generator.integers(-1, 2, shape).astype(np.int8)
    noted = generator.integers(0, 16, shape).astype(np.uint8)
    first = np.array([0, 1, -1, -1, -1], np.int8)
    neutral, lends = generator.random((2, *shape)) < 0.5
    helps = generator.integers(-1, 2, shape).astype(np.int8)
    nothing = np.zeros(shape, np.int16)
    fought = Wars(side=side, round=side, cause=nothing, noted=noted)
    found = roles_of(fought, first, neutral, helps, lends)
    for at in np.ndindex(shape):
        slow = one_by_one(side[at], noted[at], first[at[0]], neutral[at], helps[at], lends[at])
        assert ROLES[found[at]] == slow
    shares = shares_in(found, 4)
    assert shares.shape == (5, len(ROLES), 4)
    assert np.allclose(shares.sum(axis=1), 1)
    counted = [(found[:, :2] == role).mean(axis=1) for role in range(len(ROLES))]
    assert np.allclose(shares[:, :, 0], np.array(counted).T)


def test_a_spread_parts_what_is_assumed_from_what_is_drawn() -> None:
    shares = np.linspace(0, 1, 201)
    spread = spread_of(shares)
    assert (spread.mean, spread.low, spread.high) == pytest.approx((0.5, 0.025, 0.975))
    assert spread.error == pytest.approx(1.96 * shares.std(ddof=1) / math.sqrt(201))
    assert spread_of(np.full(50, 0.25)).error == 0
