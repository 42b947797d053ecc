"""From one act to a war: 1914 and 1939 as they went are among the wars found."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import UnknownAct, UnknownActor
from foedus.evidence import Day
from foedus.repercussions.cascade import Cascade, cascade, sensitivities, supposition
from foedus.repercussions.cascade.as_json import cascade_json
from foedus.repercussions.cascade.assumptions import assumptions, kept
from foedus.treaties.acts import act_from
from foedus.treaties.instruments import register
from foedus.treaties.places import place_named

JULY = dt.date(1914, 7, 28)
AS_IN_1914 = ("RUS joins SRB 0.9", "GMY attacks BEL 0.9 if GMY fights FRA")


def drawn(words: str, on: dt.date, *supposed: str, draws: int = 20_000) -> Cascade:
    suppositions = [supposition(one, on) for one in supposed]
    return cascade(act_from(words, on=on), on, register(), suppositions, draws)


def test_july_1914_as_it_went_is_among_the_chains() -> None:
    """Russia for Serbia, Germany for Austria, France for Russia, Belgium invaded, then Britain."""
    found = drawn("AUH attacks SRB", JULY, *AS_IN_1914, draws=100_000)
    as_it_went = [
        chain for chain in found.chains if set(chain.actors) == {"RUS", "GMY", "FRA", "BEL", "GBR"}
    ]
    assert as_it_went
    rounds = [{step.actor for step in steps} for steps in as_it_went[0].rounds]
    assert rounds == [{"RUS"}, {"GMY"}, {"FRA"}, {"BEL"}, {"GBR"}]
    steps = {step.actor: step for each in as_it_went[0].rounds for step in each}
    assert (steps["GMY"].instrument, steps["GMY"].partner) == ("auh-gmy-1879", "AUH")
    assert (steps["FRA"].instrument, steps["FRA"].partner) == ("fra-rus-1894", "RUS")
    assert (steps["GBR"].instrument, steps["GBR"].partner) == ("london-1839", "BEL")
    assert steps["RUS"].instrument is None  # no treaty bound Russia to Serbia
    assert (steps["BEL"].struck, steps["BEL"].partner) == (True, "GMY")


def test_without_russia_the_war_of_1914_stays_small() -> None:
    found = drawn("AUH attacks SRB", JULY)
    assert found.of("FRA") is None
    assert found.of("GBR") is None


def test_september_1939_as_it_went_is_among_the_chains() -> None:
    """France and Britain for Poland; Italy, bound to Germany, stays out."""
    found = drawn("GMY attacks POL", dt.date(1939, 9, 1))
    as_it_went = [chain for chain in found.chains if set(chain.actors) == {"FRA", "GBR"}]
    assert as_it_went
    assert as_it_went[0].share > 0.1
    italy = found.of("ITA")
    assert italy is not None
    assert italy.with_attackers == pytest.approx(italy.probability)
    assert [instrument for instrument, _, _ in italy.through] == ["gmy-ita-1939"]


def test_the_treaties_are_those_of_the_day() -> None:
    """Before April 2023 Turkey comes for Finland only through those whom the Union brings in."""
    before = drawn("RUS attacks FIN", dt.date(2021, 1, 1))
    assert "TUR" not in {step.actor for chain in before.chains for step in chain.rounds[0]}
    since = drawn("RUS attacks FIN", dt.date(2024, 1, 1))
    assert "TUR" in {step.actor for chain in since.chains for step in chain.rounds[0]}


def test_a_chance_is_that_of_the_counts() -> None:
    """Britain's duty to Poland is plain: it is kept as often as such duties are."""
    on = dt.date(1939, 9, 1)
    found = drawn("GMY attacks POL", on, draws=100_000).of("GBR")
    assert found is not None
    expected = np.mean([a / (a + b) for a, b in kept("defence", on).betas])
    assert found.probability == pytest.approx(expected, abs=0.03)
    assert found.low < expected < found.high


def test_the_same_seed_draws_the_same_wars() -> None:
    one, other = (drawn("AUH attacks SRB", JULY, *AS_IN_1914) for _ in range(2))
    assert one == other


def test_where_it_happens_counts_for_the_first_act() -> None:
    on = dt.date(1982, 4, 2)
    act = act_from("ARG attacks GBR", on=on)
    there = replace(act, place=place_named("Falklands"))
    at_home = cascade(act, on, register(), draws=10_000)
    in_the_south = cascade(there, on, register(), draws=10_000)
    # Article 6 reaches the British Isles and not the South Atlantic.
    assert first_to_join(at_home) >= {"DEU", "FRA", "USA"}
    assert not first_to_join(in_the_south) & {"DEU", "FRA"}


def first_to_join(found: Cascade) -> set[str]:
    """Who joins the attacked in the first round of some chain."""
    return {
        step.actor for chain in found.chains for step in chain.rounds[0] if step.side == "attacked"
    }


def test_a_doubtful_treaty_draws_in_less_often_than_a_certain_one() -> None:
    on = dt.date(1939, 9, 1)
    treaty = register()["gbr-pol-1939"]
    doubtful = replace(
        treaty,
        parties=tuple(
            replace(party, spell=replace(party.spell, begins=Day("1939-08/1939-10")))
            for party in treaty.parties
            if party.spell
        ),
        in_force=Day("1939-08/1939-10"),
    )
    act = act_from("GMY attacks POL", on=on)
    sure = cascade(act, on, {treaty.id: treaty}, draws=20_000).of("GBR")
    unsure = cascade(act, on, {treaty.id: doubtful}, draws=20_000).of("GBR")
    assert sure is not None
    assert unsure is not None
    assert unsure.probability < sure.probability


@settings(max_examples=15, deadline=None)
@given(st.floats(0, 1))
def test_the_more_is_supposed_the_likelier_it_is(chance: float) -> None:
    less = drawn("AUH attacks SRB", JULY, f"RUS joins SRB {chance / 2:.3f}", draws=4_000)
    more = drawn("AUH attacks SRB", JULY, f"RUS joins SRB {chance:.3f}", draws=4_000)
    for actor in ("RUS", "FRA"):
        low, high = less.of(actor), more.of(actor)
        assert (low.probability if low else 0) <= (high.probability if high else 0)


def test_what_it_hangs_on_is_told_with_its_bounds() -> None:
    act = act_from("AUH attacks SRB", on=JULY)
    supposed = [supposition(one, JULY) for one in AS_IN_1914]
    moves = sensitivities(act, JULY, register(), supposed)
    first = moves[0]
    assert (first.assumption, first.actor) == ("RUS joins SRB 0.9", "RUS")
    assert (first.at_low, first.at_high) == (0.0, 1.0)
    germany = {one.assumption: one for one in moves if one.actor == "GMY"}
    assert germany["whoever_began"].at_low == 0.0  # if it matters who began, Germany stays out


def test_every_result_carries_its_limits_and_where_its_chances_come_from() -> None:
    found = drawn("GMY attacks POL", dt.date(1939, 9, 1), draws=2_000)
    for language in ("en", "fr"):
        plain = cascade_json(found, (), language)
        assert len(plain["limits"]) == len(found.limits)  # type: ignore[arg-type]
    assert all(one.source for one in found.assumptions)
    assert {one.id for one in assumptions(JULY)} == {one.id for one in found.assumptions}


@pytest.mark.parametrize(
    "words", ["RUS loves SRB 0.8", "RUS joins SRB", "RUS joins SRB 2", "", "RUS joins SRB 180 %"]
)
def test_what_is_no_supposition_is_refused_with_the_form(words: str) -> None:
    with pytest.raises(UnknownAct, match="joins"):
        supposition(words, JULY)


def test_a_supposition_names_its_actors_as_they_were() -> None:
    said = supposition("Russia joins Serbia 80 % if Allemagne fights 220", JULY)
    assert (said.actor, said.other, said.chance) == ("RUS", "SRB", 0.8)
    assert said.if_fighting == ("GMY", "FRA")
    with pytest.raises(UnknownActor):
        supposition("Ruritania joins SRB 0.8", JULY)
