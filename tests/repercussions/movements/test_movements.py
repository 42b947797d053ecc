"""Who moved, in worlds where it is known."""

import dataclasses

import numpy as np
import pytest

from foedus.evidence import Day
from foedus.repercussions.movements.movement import Verdict, Why
from foedus.repercussions.movements.movements import movements
from foedus.repercussions.movements.outcome import Outcome
from tests.repercussions.movements.panels import world

EVENT = Day("2010-06-19")


def moved(outcome: Outcome, pairs: dict[str, float], since: int = 2010) -> Outcome:
    """A world in which some dyads ("AC") stand higher from a year on."""
    values = outcome.values.copy()
    late = np.array([first.year >= since for first, _ in outcome.periods])
    for pair, size in pairs.items():
        row = list(zip(outcome.one, outcome.two, strict=True)).index((pair[0], pair[1]))
        values[row, late] += size
    return dataclasses.replace(outcome, values=values)


def told(found, third: str, focus: str):
    return next(each for each in found.dyads if (each.third, each.focus) == (third, focus))


def test_those_who_moved_are_named_and_those_who_did_not_are_not():
    outcome = moved(world(), {"AC": 0.5, "BD": -0.5})
    found = movements(outcome, EVENT, ["A", "B"], ["C", "D", "E"])
    assert told(found, "C", "A").verdict is Verdict.TOGETHER
    assert told(found, "D", "B").verdict is Verdict.APART
    quiet = [told(found, *pair) for pair in ("CB", "DA", "EA", "EB")]
    assert {each.verdict for each in quiet} == {Verdict.NONE}
    assert all(each.visible > 0 for each in quiet)
    assert told(found, "C", "A").effect == pytest.approx(0.5, abs=0.15)


def test_where_down_is_nearer_the_words_turn_round():
    outcome = dataclasses.replace(moved(world(), {"AC": 0.5}), closer=-1)
    assert told(movements(outcome, EVENT, ["A"], ["C"]), "C", "A").verdict is Verdict.APART
    outcome = dataclasses.replace(outcome, closer=0)
    assert told(movements(outcome, EVENT, ["A"], ["C"]), "C", "A").verdict is Verdict.MORE


def test_the_year_of_the_event_belongs_to_neither_side():
    outcome = world()
    values = outcome.values.copy()
    values[:, 10] += 1000 * np.arange(len(values))
    wild = movements(dataclasses.replace(outcome, values=values), EVENT, ["A"], ["C"])
    calm = movements(outcome, EVENT, ["A"], ["C"])
    assert told(wild, "C", "A").effect == pytest.approx(told(calm, "C", "A").effect)
    assert [first.year for first, _ in calm.left_out] == [2010]


def test_an_event_of_several_possible_years_is_asked_in_each():
    outcome = moved(world(), {"AC": 0.5})
    found = movements(outcome, Day("2009/2011"), ["A"], ["C", "D"])
    one = told(found, "C", "A")
    assert [each.period[0].year for each in one.by_period] == [2009, 2010, 2011]
    assert len(found.before) == 9
    assert one.verdict is Verdict.TOGETHER
    single = movements(outcome, Day("2010"), ["A"], ["C", "D"])
    assert one.by_period[1].effect == pytest.approx(told(single, "C", "A").effect)


def test_a_sign_that_hangs_on_the_year_is_not_told():
    outcome = world()
    row = list(zip(outcome.one, outcome.two, strict=True)).index(("A", "C"))
    values = outcome.values.copy()
    flat = values[row + 1 :].mean(axis=0)
    values[row] = flat + 0.01 * np.cos(np.arange(16))
    values[row, 12:] += 0.3
    values[row, 8:12] -= 3.0
    found = movements(dataclasses.replace(outcome, values=values), Day("2008/2011"), ["A"], ["C"])
    one = told(found, "C", "A")
    assert one.effect > 0
    assert min(each.effect for each in one.by_period) < 0
    assert one.verdict is not Verdict.TOGETHER


def test_a_dyad_on_its_way_before_is_not_said_to_have_moved():
    outcome = world()
    row = list(zip(outcome.one, outcome.two, strict=True)).index(("A", "C"))
    values = outcome.values.copy()
    values[row] = 0.5 + 0.08 * np.arange(16)
    found = movements(dataclasses.replace(outcome, values=values), EVENT, ["A"], ["C"])
    one = told(found, "C", "A")
    assert (one.verdict, one.why) == (Verdict.UNKNOWN, Why.DRIFT)


def test_a_move_of_the_actor_in_focus_is_not_taken_for_the_third_partys_own():
    everyone = {f"A{other}": 0.6 for other in "BCDEFGHIJKLMNOP"}
    found = movements(moved(world(), everyone), EVENT, ["A"], ["C", "D"])
    one = told(found, "C", "A")
    assert one.verdict is Verdict.TOGETHER
    assert one.p_own > 0.1


@pytest.mark.parametrize(
    ("day", "why"),
    [("2015-06-19", Why.NO_AFTER), ("2003-06-19", Why.NO_BEFORE), ("2024-06-19", Why.NO_AFTER)],
)
def test_an_outcome_that_does_not_reach_the_event_says_so(day, why):
    found = movements(world(), Day(day), ["A"], ["C"])
    assert found.unsaid is why
    assert {each.verdict for each in found.dyads} == {Verdict.UNKNOWN}
    assert found.known_until[1].year == 2015


def test_a_third_party_without_a_series_is_unknown_and_a_constant_one_too():
    outcome = world()
    values = outcome.values.copy()
    values[list(zip(outcome.one, outcome.two, strict=True)).index(("A", "D"))] = 1.0
    found = movements(dataclasses.replace(outcome, values=values), EVENT, ["A"], ["NATO", "D"])
    assert [each.why for each in found.dyads] == [Why.NO_SERIES, Why.CONSTANT]


def test_all_that_a_reader_needs_to_doubt_it_is_there():
    found = movements(moved(world(), {"AC": 0.5}), EVENT, ["A"], ["C", "D"])
    one = told(found, "C", "A")
    assert one.drift_p is not None
    assert len(one.in_time.statistics) == 6
    assert one.q >= one.p
    assert one.q_any >= one.q
    assert one.synthetic.control.weights.sum() == pytest.approx(1)
    assert {"A"} == {member for pair in one.synthetic.donors for member in pair if member in "ACD"}
    assert len(found.study.by("two-way").relative) == 15
    assert found.pooled.pretrend_p > 0.05
    assert len(found.pooled.leads_and_lags) == 15
    assert found.pooled.low is not None


def test_in_quiet_worlds_hardly_anybody_moves():
    said = sum(
        each.verdict in (Verdict.TOGETHER, Verdict.APART)
        for seed in range(12)
        for each in movements(world(seed), EVENT, ["A", "B"], ["C", "D", "E", "F"]).dyads
    )
    assert said <= 5


def test_an_open_event_is_refused():
    with pytest.raises(ValueError, match="open"):
        movements(world(), Day("2010/.."), ["A"], ["C"])
