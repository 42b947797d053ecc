"""What follows a pact, told of a small world: 10 and 20 conclude it in 1908."""

import numpy as np
import pytest

from foedus.repercussions.aftermath.outcomes import OUTCOMES
from tests.repercussions.aftermath.small_world import (
    CODES,
    FIRST,
    always,
    case,
    mark,
    small_world,
    with_coverage,
    with_strength,
)

BY_NAME = {outcome.id: outcome.values for outcome in OUTCOMES}


def value(world, outcome, years=3, year=1908):
    return BY_NAME[outcome](case(world, 10, 20, year), years)[0]


def test_a_dispute_in_the_year_of_the_pact_is_not_counted_and_one_the_year_after_is():
    world = small_world()
    mark(world.onset, 1908, 10, 20)
    assert value(world, "pair_dispute") == 0
    mark(world.onset, 1909, 10, 20)
    assert value(world, "pair_dispute", 1) == 1


def test_a_dispute_counts_only_within_the_years_asked():
    world = small_world()
    mark(world.onset, 1911, 10, 20)
    assert [value(world, "pair_dispute", years) for years in (1, 2, 3)] == [0, 0, 1]


def test_what_the_data_do_not_cover_is_missing_even_when_something_was_seen():
    world = with_coverage(small_world(), onset=(FIRST, 1910))
    mark(world.onset, 1909, 10, 20)
    assert value(world, "pair_dispute", 2) == 1
    assert np.isnan(value(world, "pair_dispute", 3))


def test_a_state_that_leaves_the_system_takes_its_aftermath_with_it():
    world = small_world()
    world.member[1910 - FIRST :, np.searchsorted(CODES, 20)] = False
    assert value(world, "pair_dispute", 1) == 0
    assert np.isnan(value(world, "pair_dispute", 2))


@pytest.mark.parametrize(
    "outcome", ["weaker_rival_dispute", "rivals_ally", "rival_votes", "rival_trade"]
)
def test_who_has_no_rival_has_no_aftermath_with_rivals(outcome):
    world = small_world()
    with_strength(world, {10: 0.1, 20: 0.4})
    assert np.isnan(value(world, outcome))


def test_rivals_are_those_of_the_year_before_and_each_state_has_its_own():
    world = small_world()
    mark(world.rival, 1907, 10, 30)
    with_strength(world, {10: 0.1, 20: 0.4})
    mark(world.onset, 1909, 20, 30)
    assert value(world, "weaker_rival_dispute") == 0
    mark(world.onset, 1909, 10, 30)
    assert value(world, "weaker_rival_dispute") == 1
    assert np.isnan(value(world, "stronger_rival_dispute"))


def test_a_rivalry_within_the_pair_is_none_with_others():
    world = small_world()
    with_strength(world, {10: 0.1, 20: 0.4})
    always(world.rival, 10, 20)
    assert np.isnan(value(world, "weaker_rival_dispute"))


def test_a_rival_that_allies_with_the_pair_makes_no_counter_alliance():
    world = small_world()
    always(world.rival, 10, 30)
    mark(world.pact, 1909, 30, 20)
    assert value(world, "rivals_ally") == 0


def test_a_rival_that_allies_with_a_third_state_makes_one_from_that_year_on():
    world = small_world()
    always(world.rival, 10, 30)
    mark(world.pact, 1910, 30, 40)
    assert value(world, "rivals_ally", 1) == 0
    assert value(world, "rivals_ally", 2) == 1


def test_who_began_a_dispute_with_the_weaker_is_told_apart_from_whom_it_challenged():
    world = small_world()
    with_strength(world, {10: 0.1, 20: 0.4})
    ten, twenty, forty = np.searchsorted(CODES, [10, 20, 40])
    world.began[1909 - FIRST, forty, twenty] = True
    assert (value(world, "challenged"), value(world, "challenging")) == (0, 0)
    world.began[1909 - FIRST, forty, ten] = True
    assert (value(world, "challenged"), value(world, "challenging")) == (1, 0)


def test_who_is_the_weaker_is_not_known_where_capabilities_are_not():
    world = small_world()
    with_strength(world, {10: 0.1})
    assert np.isnan(value(world, "challenged"))


def test_a_dispute_between_the_two_is_no_challenge_by_a_third():
    world = small_world()
    with_strength(world, {10: 0.1, 20: 0.4})
    ten, twenty = np.searchsorted(CODES, [10, 20])
    world.began[1909 - FIRST, ten, twenty] = True
    assert (value(world, "challenged"), value(world, "challenging")) == (0, 0)


def test_of_the_neighbours_a_share_finds_an_ally():
    world = small_world()
    always(world.land, 10, 30)
    always(world.land, 20, 40)
    mark(world.pact, 1910, 30, 60)
    assert value(world, "neighbours_ally") == 0.5


def test_a_protector_leaves_when_it_owes_defence_no_longer_and_not_when_it_vanishes():
    world = small_world()
    for year in range(FIRST, 1910):
        mark(world.level, year, 10, 30, 3)
    assert value(world, "protectors_leave", 1) == 0
    assert value(world, "protectors_leave", 3) == 1
    world.member[1910 - FIRST :, np.searchsorted(CODES, 30)] = False
    assert value(world, "protectors_leave", 3) == 0


def test_an_ally_of_the_one_that_binds_itself_to_the_other_is_a_new_obligation():
    world = small_world()
    always(world.level, 10, 30, 3)
    mark(world.pact, 1909, 30, 20)
    assert value(world, "protectors_bind", 1) == 1


def test_votes_are_the_change_from_the_year_before_and_missing_where_nobody_voted():
    world = small_world()
    places = np.searchsorted(CODES, [10, 20])
    world.ideal_point[1907 - FIRST, places] = [0.0, 1.0]
    world.ideal_point[1911 - FIRST, places] = [0.0, 0.25]
    assert value(world, "pair_votes", 3) == -0.75
    assert np.isnan(value(world, "pair_votes", 2))


def test_trade_is_the_log_of_one_plus_the_flows_over_the_year_before():
    world = small_world()
    mark(world.trade, 1907, 10, 20, 9)
    mark(world.trade, 1909, 10, 20, 99)
    assert value(world, "pair_trade", 1) == pytest.approx(np.log(100 / 10))


def test_trade_with_rivals_sums_those_known_in_both_years():
    world = small_world()
    always(world.rival, 10, 30)
    always(world.rival, 10, 40)
    mark(world.trade, 1907, 10, 30, 9)
    mark(world.trade, 1909, 10, 30, 99)
    mark(world.trade, 1909, 10, 40, 1000)
    assert value(world, "rival_trade", 1) == pytest.approx(np.log(100 / 10))
