"""When a pair concluded a pact that binds it to more than before."""

import pyarrow as pa

from foedus.repercussions.aftermath.new_pacts import new_pacts
from tests.repercussions.aftermath.small_world import always, mark, small_world

COLUMNS = ("atopid", "phase", "member", "cowsys", "yrent", "yrexit", "defense", "consul")


def members(*rows):
    made = [
        dict(zip(COLUMNS, row, strict=True)) | dict.fromkeys(("offense", "neutral", "nonagg"), 0)
        for row in rows
    ]
    return pa.Table.from_pylist(made)


def told(pacts):
    return list(
        zip(
            pacts.alliance.tolist(),
            pacts.year.tolist(),
            pacts.level.tolist(),
            pacts.is_new.tolist(),
            strict=True,
        )
    )


def test_a_pact_is_new_when_nothing_of_its_level_bound_the_pair_the_year_before():
    world = small_world()
    for year in range(1908, 1920):
        mark(world.level, year, 10, 20, 3)
    rows = members((1, 0, 10, 1, 1908, None, 1, 0), (1, 0, 20, 1, 1908, None, 1, 0))
    assert told(new_pacts(rows, world)) == [(1, 1908, 3, True)]


def test_a_renewal_is_not_new():
    world = small_world()
    always(world.level, 10, 20, 3)
    rows = members((2, 0, 10, 1, 1908, None, 1, 0), (2, 0, 20, 1, 1908, None, 1, 0))
    assert told(new_pacts(rows, world)) == [(2, 1908, 3, False)]


def test_consultation_that_becomes_defence_is_new():
    world = small_world()
    always(world.level, 10, 20, 2)
    for year in range(1910, 1920):
        mark(world.level, year, 10, 20, 3)
    rows = members(
        (3, 1, 10, 1, 1901, 1910, 0, 1),
        (3, 1, 20, 1, 1901, 1910, 0, 1),
        (3, 2, 10, 1, 1910, None, 1, 1),
        (3, 2, 20, 1, 1910, None, 1, 1),
    )
    assert told(new_pacts(rows, world)) == [(3, 1901, 2, False), (3, 1910, 3, True)]


def test_who_joins_later_concludes_the_pact_in_the_year_of_joining():
    world = small_world()
    for year in range(1905, 1920):
        for one, two in ((10, 20), (10, 30), (20, 30)):
            mark(world.level, year, one, two, 3)
    rows = members(
        (4, 0, 10, 1, 1905, None, 1, 0),
        (4, 0, 20, 1, 1905, None, 1, 0),
        (4, 0, 30, 1, 1912, None, 1, 0),
    )
    found = new_pacts(rows, world)
    assert found.year.tolist() == [1905, 1912, 1912]
    assert set(found.parties.tolist()) == {3}


def test_members_outside_the_system_or_never_together_make_no_pact():
    world = small_world()
    always(world.level, 10, 20, 3)
    outside = members((5, 0, 10, 1, 1908, None, 1, 0), (5, 0, 20, 0, 1908, None, 1, 0))
    apart = members((6, 0, 10, 1, 1902, 1905, 1, 0), (6, 0, 20, 1, 1908, None, 1, 0))
    assert told(new_pacts(outside, world)) == told(new_pacts(apart, world)) == []
