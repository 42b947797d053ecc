"""A scenario made ready, or refused with every fault, its line and its reason."""

import datetime as dt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import FaultyInput, UnknownAct
from foedus.repercussions.cascade.camps import camps
from foedus.repercussions.scenarios import openings
from foedus.sources.case import Scenario
from foedus.sources.case_folder import case_at
from foedus.treaties.acts import Act, act_from
from foedus.treaties.instruments import register
from tests.repercussions.scenarios.made import a_case, act, assume, one_act

JULY = "1914-07-28"
HEAD = """title = "t"
question = "q"
language = "en"
focus = ["RUS"]
period = "1900/2024"
"""


def refused(scenario: Scenario) -> str:
    with pytest.raises(FaultyInput) as error:
        openings(a_case(scenario), register())
    return str(error.value)


def sides(*words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return camps([act_from(one, on=dt.date(1914, 8, 20)) for one in words])


def test_acts_that_share_actors_sort_everybody_into_two_camps() -> None:
    assert sides("AUH attacks SRB", "RUS attacks AUH", "GMY attacks RUS") == (
        ("AUH", "GMY"),
        ("SRB", "RUS"),
    )
    # Whatever the order, as long as each shares somebody with one before or after it.
    assert sides("AUH attacks SRB", "GMY attacks FRA", "GMY attacks RUS", "RUS attacks AUH")[1] == (
        "SRB",
        "RUS",
        "FRA",
    )


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 8))
def test_acts_drawn_between_two_camps_give_them_back(random: Random, number: int) -> None:
    """A tree of acts over actors that were sorted beforehand, in any order."""
    side = {f"A{one}": one % 2 for one in range(number)}
    actors = list(side)
    acts = []
    for place in range(1, number):
        whom = random.choice([one for one in actors[:place] if side[one] != side[actors[place]]])
        pair = [actors[place], whom]
        random.shuffle(pair)
        acts.append(Act(kind="attack", initiators=(pair[0],), targets=(pair[1],)))
    random.shuffle(acts)
    found = camps(acts)
    assert sorted(map(sorted, found)) == sorted(
        sorted(one for one in actors if side[one] == camp) for camp in (0, 1)
    )
    assert acts[0].initiators[0] in found[0]


def test_three_who_fight_each_other_or_two_wars_apart_make_no_two_sides() -> None:
    with pytest.raises(UnknownAct, match="two sides"):
        sides("AUH attacks SRB", "SRB attacks BUL", "BUL attacks AUH")
    with pytest.raises(UnknownAct, match="two scenarios"):
        sides("AUH attacks SRB", "JPN attacks CHN")
    with pytest.raises(UnknownAct, match="both named"):
        sides("SRB is attacked")


def test_an_actor_unknown_on_that_day_is_refused_with_the_reason() -> None:
    assert "Soviet Union" in refused(one_act("SUN attacks POL", "2024-12-10"))
    assert "Ukraine" in refused(one_act("RUS attacks UKR", JULY))
    told = refused(one_act("AUH attacks SRB", JULY, assumed=(assume("NATO joins SRB", 0, 1),)))
    assert "NATO" in told


@pytest.mark.parametrize(
    ("that", "why"),
    [
        ("RUS admires SRB", "is no assumption that a scenario can make"),
        ("RUS joins RUS", "one actor on both sides"),
        ("AUH joins SRB", "AUH is in the war from the first"),
        ("RUS attacks SRB", "SRB is in the war from the first"),
        ("AUH stays out", "AUH is in the war from the first"),
        ("JPN joins CHN", "can never hold: no duty or assumption brings in CHN"),
        ("RUS joins SRB if CHN fights JPN", "can never hold"),
        ("RUS helps SRB if GMY fights FRA", "takes no condition"),
        ("Ruritania joins SRB", "Ruritania"),
    ],
)
def test_an_assumption_that_cannot_be_is_refused_with_the_reason(that: str, why: str) -> None:
    told = refused(one_act("AUH attacks SRB", JULY, assumed=(assume(that, 0.2, 0.8),)))
    assert why in told
    assert "scenario[1].assume[1].that" in told


def test_two_assumptions_that_wait_for_each_other_are_a_circle() -> None:
    scenario = one_act(
        "AUH attacks SRB",
        JULY,
        assumed=(
            assume("JPN joins SRB if CHN fights AUH", 1, 1),
            assume("CHN joins SRB if JPN fights AUH", 1, 1),
        ),
    )
    told = refused(scenario)
    assert told.count("waits for itself") == 2
    assert "brings in CHN" in told


def test_one_cannot_surely_join_and_surely_stay_out() -> None:
    both = (assume("RUS joins SRB", 0.8, 1), assume("RUS stays out", 0.5, 1))
    assert "cannot surely join and surely stay out" in refused(
        one_act("AUH attacks SRB", JULY, assumed=both)
    )


def test_nothing_is_assumed_of_a_threat() -> None:
    threat = one_act("KOR threatens PRK", "2024-12-10", assumed=(assume("USA joins KOR", 0, 1),))
    assert "no war to assume anything of" in refused(threat)


def test_acts_known_to_the_month_are_asked_at_both_ends() -> None:
    scenario = Scenario(
        id="one", acts=(act("AUH attacks SRB", JULY), act("RUS attacks AUH", "1914-08"))
    )
    ((first, last),) = openings(a_case(scenario), register())
    assert [one.on for one in (first, last)] == [dt.date(1914, 8, 1), dt.date(1914, 8, 31)]


def test_every_fault_of_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(
        HEAD
        + """[[scenario]]
id = "one"
acts = [
  { act = "AUH attacks SRB", on = "1914-07-28" },
  { act = "Atlantis attacks RUS", on = "1914-08-01" },
]
[[scenario]]
id = "two"
act = "AUH attacks SRB"
on = ["1914-07-28"]
[[scenario.assume]]
that = "RUS joins JPN"
low = 0.1
high = 0.2
why = "w"
source = "s"
confirmed_by = "c"
refuted_by = "r"
""",
        encoding="utf-8",
    )
    with pytest.raises(FaultyInput) as error:
        openings(case_at(tmp_path), register())
    one, two = error.value.faults
    assert "Atlantis" in one.problem
    assert (one.field, one.line) == ("scenario[1].acts[2].act", 10)
    assert (two.field, two.line) == ("scenario[2].assume[1].that", 17)
