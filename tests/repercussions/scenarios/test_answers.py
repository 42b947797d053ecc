"""What follows if a scenario happens, and if those who are bound act on it."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.evidence import Day
from foedus.repercussions.cascade import cascade
from foedus.repercussions.scenarios import scenario_answers
from foedus.sources.case import Case, Scenario
from foedus.treaties.answers import Verdict
from foedus.treaties.instruments import register

DRAWS_HERE = 2_000
FEW = {
    one: register()[one]
    for one in (
        *("rus-prk-2024", "chn-prk-1961", "usa-kor-1953", "usa-jpn-1960"),
        *("cst-1992", "un-charter-1945"),
    )
}
"""Those that bear on the peninsula and on Kursk: a war is drawn faster from few."""


def answers(act: str, place: str | None, *days: str):
    scenario = Scenario(id="one", act=act, place=place, days=tuple(Day(day) for day in days))
    case = Case(
        folder=Path("case"),
        title="",
        question="",
        language="en",
        focus=("RUS", "PRK"),
        watch=("CHN",),
        period=Day("2000/2024"),
        scenarios=(scenario,),
        reliability={},
    )
    (found,) = scenario_answers(case, FEW, draws=DRAWS_HERE)
    return found


def defenders(answer) -> set[str]:
    """Who must defend, or may have to."""
    asked = (Verdict.MUST, Verdict.DISPUTED)
    return {one.actor for one in answer.answers if one.verdict in asked and one.kind == "defence"}


def test_north_korea_owes_no_defence_before_the_treaty_is_in_force() -> None:
    found = answers("UKR attacks RUS", "Kursk", "2024-11-01", "2024-12-10")
    (_, before), (_, after) = found.days
    assert "PRK" not in defenders(before)
    assert "PRK" in defenders(after)


def test_if_china_fights_south_korea_on_its_own_ground_america_must_act() -> None:
    found = answers("KOR attacks PRK", "Pyongyang", "2024-12-10")
    ((_, steps),) = found.second_steps
    (at_home,) = [step for step in steps if step.obligor == "CHN" and step.act.place is None]
    assert at_home.act.targets == ("KOR",)
    assert [(one.actor, one.verdict, one.instrument) for one in at_home.answers] == [
        ("USA", Verdict.MUST, "usa-kor-1953")
    ]


def test_if_china_only_fights_on_north_korean_soil_nobody_further_is_bound() -> None:
    found = answers("KOR attacks PRK", "Pyongyang", "2024-12-10")
    ((_, steps),) = found.second_steps
    (there,) = [step for step in steps if step.obligor == "CHN" and step.act.place is not None]
    assert there.act.place.id == "pyongyang"
    assert there.answers == ()


def test_no_ally_of_ukraine_is_bound_when_north_korea_fights_ukraine() -> None:
    found = answers("UKR attacks RUS", "Kursk", "2024-12-10")
    ((_, steps),) = found.second_steps
    korean = [step for step in steps if step.obligor == "PRK"]
    assert len(korean) == 2
    assert all(step.answers == () for step in korean)


def test_an_attack_by_nobody_known_leads_no_further() -> None:
    found = answers("RUS is attacked", "Kursk", "2024-12-10")
    assert found.second_steps[0][1] == ()


def test_a_day_known_to_the_month_is_asked_at_both_its_ends() -> None:
    found = answers("UKR attacks RUS", "Kursk", "2024-12")
    assert [day.edtf for day, _ in found.days] == ["2024-12-01", "2024-12-31"]
    (_, first), (_, last) = found.days
    assert "PRK" not in defenders(first)
    assert "PRK" in defenders(last)


def test_a_scenario_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(FaultyInput, match=r"scenario\[1\].act: 'UKR greets RUS' is no act"):
        answers("UKR greets RUS", None, "2024-12-10")
    with pytest.raises(FaultyInput, match="No place called 'Atlantis'"):
        answers("UKR attacks RUS", "Atlantis", "2024-12-10")


def test_how_likely_others_are_drawn_in_is_drawn_alike_each_time() -> None:
    found = answers("KOR attacks PRK", "Pyongyang", "2024-12-10")
    ((_, answer),) = found.days
    ((_, drawn),) = found.outlooks
    assert drawn is not None
    plain = cascade(answer.act, answer.on, FEW, draws=DRAWS_HERE)
    assert drawn.cascade.involvements == plain.involvements
    assert drawn.cascade.chains == plain.chains
    assert drawn.cascade.of("RUS") is not None
    assert {move.assumption for move in drawn.moves} >= {"defence"}


def test_no_war_is_drawn_from_a_threat_or_from_nobody() -> None:
    for act in ("KOR threatens PRK", "an armed group attacks PRK"):
        ((_, drawn),) = answers(act, None, "2024-12-10").outlooks
        assert drawn is None
