"""Who is how many steps from war through whom: Korea and Poland in 2024, the powers in 1914."""

import datetime as dt
import json
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from foedus.repercussions.entanglement import Call, Entanglement, Toward, Web, entanglement
from foedus.repercussions.entanglement.as_json import entanglement_json
from foedus.repercussions.entanglement.calls import calls_on
from foedus.repercussions.entanglement.groups import alike
from foedus.treaties.acts import Act
from foedus.treaties.answers import ANYONE, Verdict
from foedus.treaties.casus import casus_answer
from foedus.treaties.clauses import Instruments
from foedus.treaties.instruments import register

NOW, JULY_1914, AUGUST_1939 = dt.date(2024, 12, 10), dt.date(1914, 7, 28), dt.date(1939, 8, 30)


@cache
def entangled(actor: str, on: dt.date, *enemies: str) -> Entanglement:
    return entanglement(actor, on, register(), enemies)


def steps(web: Web) -> dict[str, int]:
    return {one.actor: one.steps for one in web.reached}


def kept_out(web: Web, without: str) -> tuple[str, ...]:
    found = (one for one in web.hinges if without in (one.actor, one.instrument))
    return next((one.keeps_out for one in found), ())


def told(calls: tuple[Call, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.obligor, one.beneficiary, one.instrument, one.clause.article) for one in calls]


# --- Korea, 2024 ----------------------------------------------------------------------------------


def test_south_korea_has_one_ally_and_through_it_many() -> None:
    web = entangled("KOR", NOW, "PRK").called
    assert {one for one, step in steps(web).items() if step == 1} == {"USA"}
    found = web.of("JPN")
    assert found is not None
    assert told(found.chain) == [
        ("USA", "KOR", "usa-kor-1953", "3"),
        ("JPN", "USA", "usa-jpn-1960", "5"),
    ]
    assert all(call.verdict is Verdict.MUST for call in found.chain)
    assert found.sure_chain == found.chain
    assert steps(web)["CAN"] == 2


def test_without_the_united_states_everybody_stays_out_of_a_war_in_korea() -> None:
    web = entangled("KOR", NOW, "PRK").called
    others = {one.actor for one in web.reached} - {"USA"}
    assert set(kept_out(web, "USA")) == others
    assert set(kept_out(web, "usa-kor-1953")) == {"USA", *others}


def test_camp_david_binds_nobody_and_is_told_apart() -> None:
    web = entangled("KOR", NOW, "PRK").called
    assert ("JPN", "KOR", "camp-david-2023") in {one[:3] for one in told(web.consultations)}
    linked = {call.instrument for one in web.reached for call in one.calls}
    assert not {one for one in linked if register()[one].political}


def test_north_korea_brings_in_russia_and_china_at_once_and_others_through_russia() -> None:
    found = steps(entangled("PRK", NOW, "KOR").called)
    assert (found["CHN"], found["RUS"], found["BLR"]) == (1, 1, 2)


def test_an_attack_on_belarus_would_call_north_korea_in_two_steps() -> None:
    web = entangled("PRK", NOW).calling
    found = web.of("BLR")
    assert found is not None
    assert told(found.chain) == [
        ("RUS", "BLR", "cst-1992", "4"),
        ("PRK", "RUS", "rus-prk-2024", "4"),
    ]


def test_who_began_matters_where_it_was_found_as_casus_has_it() -> None:
    found = entangled("RUS", NOW, "UKR").called.of("PRK")
    assert found is not None
    assert {call.verdict for call in found.calls} == {Verdict.DISPUTED}
    assert found.sure_steps is None
    elsewhere = entangled("RUS", NOW).called.of("PRK")
    assert elsewhere is not None
    assert elsewhere.sure_steps == 1


def test_what_is_suspended_calls_nobody() -> None:
    calls = calls_on(register(), NOW).asked
    anzus = {(one.obligor, one.beneficiary) for one in calls if one.instrument == "anzus-1951"}
    assert ("USA", "AUS") in anzus
    assert ("USA", "NZL") not in anzus


# --- Poland ---------------------------------------------------------------------------------------


def test_germany_is_called_to_poland_by_two_treaties() -> None:
    found = entangled("POL", NOW, "RUS").called.of("DEU")
    assert found is not None
    assert {call.instrument for call in found.calls} == {"eu-2007", "nato-1949"}
    assert found.routes == 1


def test_australia_has_two_steps_to_poland_and_none_without_america_is_sure() -> None:
    web = entangled("POL", NOW, "RUS").called
    found = web.of("AUS")
    assert found is not None
    assert (found.steps, found.sure_steps) == (2, 2)
    assert [call.beneficiary for call in found.chain] == ["POL", "USA"]
    assert {"JPN", "KOR"} <= set(kept_out(web, "USA"))
    assert "AUS" not in kept_out(web, "USA")


def test_members_of_one_treaty_stand_together() -> None:
    groups = alike(entangled("POL", NOW, "RUS").called.at(1), Toward.CALLED)
    together = next(one for one in groups if "IRL" in one.actors)
    assert {way.clause.instrument.id for way in together.ways} == {"eu-2007"}
    assert "AUT" in together.actors
    assert "DEU" not in together.actors


def test_in_1939_germany_meets_poland_with_britain_and_france() -> None:
    assert {one.actor for one in entangled("POL", AUGUST_1939, "GMY").called.at(1)} == {
        "FRA",
        "GBR",
    }


def test_those_called_to_both_sides_are_named() -> None:
    found = {one.obligor for one in entangled("GRC", NOW, "TUR").called.for_the_enemy}
    assert {"FRA", "USA"} <= found
    assert "CYP" not in found


# --- Germany and Serbia, July 1914 ----------------------------------------------------------------


def test_nobody_is_called_to_germany_by_an_attacker_its_treaties_do_not_name() -> None:
    web = entangled("GMY", JULY_1914).called
    assert web.reached == ()
    assert web.hinges == ()
    told_apart = {
        (one.obligor, one.instrument, one.clause.article, one.against, one.least, one.together)
        for one in web.only_against
    }
    assert ("AUH", "auh-gmy-1879", "1", ("RUS",), 1, ()) in told_apart
    assert ("ITA", "triple-alliance-1882", "2", ("FRA",), 1, ()) in told_apart
    assert ("AUH", "auh-gmy-1879", "2", (), 2, ("RUS",)) in told_apart


def test_against_russia_austria_hungary_is_called_against_france_italy() -> None:
    assert steps(entangled("GMY", JULY_1914, "RUS").called)["AUH"] == 1
    against_france = steps(entangled("GMY", JULY_1914, "FRA").called)
    assert (against_france["ITA"], against_france["AUH"]) == (1, 2)


def test_against_france_and_russia_together_both_allies_are_called_at_once() -> None:
    web = entangled("GMY", JULY_1914, "FRA", "RUS").called
    assert {one.actor for one in web.at(1)} == {"AUH", "ITA"}
    together = web.of("ITA")
    assert together is not None
    assert "3" in {call.clause.article for call in together.calls}


def test_serbia_had_greece_perhaps_and_russia_by_no_treaty() -> None:
    web = entangled("SRB", JULY_1914, "AUH").called
    greece = web.of("GRC")
    assert greece is not None
    assert {call.verdict for call in greece.calls} == {Verdict.DISPUTED}
    assert greece.sure_steps is None
    assert web.of("RUS") is None


def test_against_bulgaria_greece_was_surely_called() -> None:
    greece = entangled("SRB", JULY_1914, "BGR").called.of("GRC")
    assert greece is not None
    assert greece.sure_steps == 1
    apart = entangled("SRB", JULY_1914).called.only_against
    assert any("BGR" in one.against and one.verdict is Verdict.MUST for one in apart)


# --- What always holds ----------------------------------------------------------------------------

DAYS = st.one_of(
    st.dates(dt.date(1879, 1, 1), dt.date(1939, 12, 31)),
    st.dates(dt.date(1949, 1, 1), dt.date(2025, 12, 31)),
)
ACTORS = ("FRA", "GBR", "ITA", "RUS", "USA", "POL", "ROU", "SRB", "GRC", "TUR", "KOR", "PRK", "EGY")
ENEMIES = ("RUS", "FRA", "CHN", "BGR", "USA")


def webs_of(actor: str, on: dt.date, enemies: tuple[str, ...]) -> Entanglement | None:
    return None if actor in enemies else entanglement(actor, on, register(), enemies)


def links_of(on: dt.date, enemies: tuple[str, ...], *without: str) -> list[tuple[str, str]]:
    calls = calls_on(register(), on, enemies).asked
    apart = {*without}
    return [
        (one.obligor, one.beneficiary)
        for one in calls
        if not apart & {one.obligor, one.beneficiary, one.instrument}
    ]


def distances(root: str, links: list[tuple[str, str]], toward: Toward) -> dict[str, float]:
    """Steps as an independent library finds them."""
    actors = sorted({root, *(one for link in links for one in link)})
    place = {one: number for number, one in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for obligor, beneficiary in links:
        ends = (place[beneficiary], place[obligor])
        matrix[ends if toward is Toward.CALLED else ends[::-1]] = 1
    found = shortest_path(csr_array(matrix), unweighted=True, indices=place[root])
    return {one: found[place[one]] for one in actors if np.isfinite(found[place[one]])}


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ACTORS), DAYS, st.lists(st.sampled_from(ENEMIES), max_size=1))
def test_steps_never_skip_and_are_the_shortest(actor: str, on: dt.date, enemy: list[str]) -> None:
    found = webs_of(actor, on, tuple(enemy))
    for web in found.webs if found else ():
        at = {actor: 0} | steps(web)
        shortest = distances(actor, links_of(on, tuple(enemy)), web.toward)
        assert at == {one: step for one, step in shortest.items() if step <= 3}
        for one in web.reached:
            assert {at[web.toward.near(call)] for call in one.calls} == {one.steps - 1}
            assert len(one.chain) == one.steps
            assert one.sure_steps is None or one.sure_steps >= one.steps
            assert all(call.sure for call in one.sure_chain)
            for chain in filter(None, (one.chain, one.sure_chain)):
                ordered = chain if web.toward is Toward.CALLED else chain[::-1]
                ends = [web.toward.far(call) for call in ordered]
                assert [web.toward.near(call) for call in ordered] == [actor, *ends[:-1]]
                assert ends[-1] == one.actor


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(ACTORS), DAYS, st.lists(st.sampled_from(ENEMIES), max_size=1))
def test_a_hinge_is_what_cuts_others_off(actor: str, on: dt.date, enemy: list[str]) -> None:
    found = webs_of(actor, on, tuple(enemy))
    for web in found.webs if found else ():
        others = set(steps(web))
        treaties = {call.instrument for one in web.reached for call in one.calls}
        for without in sorted(others | treaties):
            left = distances(actor, links_of(on, tuple(enemy), without), web.toward)
            assert set(kept_out(web, without)) == others - {without} - set(left)


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(ACTORS), DAYS, st.data())
def test_without_a_treaty_no_chain_is_shorter(actor: str, on: dt.date, data: st.DataObject) -> None:
    whole = entanglement(actor, on, register())
    used = sorted(
        {call.instrument for web in whole.webs for one in web.reached for call in one.calls}
    )
    left_out = data.draw(st.sampled_from(used or sorted(register())))
    less = Instruments({key: one for key, one in register().items() if key != left_out})
    for before, after in zip(whole.webs, entanglement(actor, on, less).webs, strict=True):
        for one in after.reached:
            held = before.of(one.actor)
            assert held is not None
            assert held.steps <= one.steps
            assert held.sure_steps is not None or one.sure_steps is None
            assert (held.sure_steps or 0) <= (one.sure_steps or 9)


@pytest.mark.parametrize(
    ("actor", "on", "enemies"),
    [("KOR", NOW, ("PRK",)), ("GMY", JULY_1914, ()), ("FRA", AUGUST_1939, ("GMY",))],
)
def test_the_order_of_treaties_does_not_matter(
    actor: str, on: dt.date, enemies: tuple[str, ...]
) -> None:
    backwards = Instruments(dict(reversed(list(register().items()))))
    one, other = (entanglement(actor, on, held, enemies) for held in (register(), backwards))
    assert json.dumps(entanglement_json(one, "en")) == json.dumps(entanglement_json(other, "en"))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(ACTORS), DAYS, st.sampled_from(ENEMIES))
def test_who_is_called_is_who_casus_says(attacked: str, on: dt.date, enemy: str) -> None:
    if attacked == enemy:
        return
    act = Act(kind="attack", initiators=(enemy,), targets=(attacked,))
    asked = {
        (one.actor, one.instrument, one.article, one.verdict, one.standing)
        for one in casus_answer(act, on, register()).answers
        if one.kind in ("defence", "offence")
        and one.verdict in (Verdict.MUST, Verdict.DISPUTED)
        and one.towards == attacked
        and one.actor != ANYONE
    }
    calls = calls_on(register(), on, (enemy,)).asked
    kept: dict[tuple[str, str, str], tuple[object, object]] = {}
    for one in sorted(calls, key=lambda call: (call.verdict is Verdict.MUST, call.sure)):
        if one.beneficiary == attacked:
            where = (one.obligor, one.instrument, one.clause.article)
            kept[where] = (one.verdict, one.standing)
    assert {(*where, *how) for where, how in kept.items()} == asked


# --- What makes no sense --------------------------------------------------------------------------


def test_nobody_is_its_own_enemy() -> None:
    with pytest.raises(ValueError, match="own enemy"):
        entanglement("KOR", NOW, register(), ("KOR",))


def test_a_chain_has_a_step() -> None:
    with pytest.raises(ValueError, match="step"):
        entanglement("KOR", NOW, register(), steps=0)


def test_where_nothing_binds_nobody_is_reached() -> None:
    found = entangled("CHE", NOW)
    assert all(web.reached == web.hinges == web.only_against == () for web in found.webs)
    assert found.limits


@pytest.mark.parametrize("language", ["en", "fr"])
def test_plain_data_name_every_actor_and_source(language: str) -> None:
    plain = entanglement_json(entangled("KOR", NOW, "PRK"), language)
    names = plain["names"]
    assert isinstance(names, dict)
    assert names["USA"] == {"en": "United States", "fr": "États-Unis"}[language]
    web = plain["called"]
    assert isinstance(web, dict)
    for one in web["reached"]:
        assert one["actor"] in names
        for call in (*one["chain"], *one["calls"]):
            assert call["source"]
            assert {call["obligor"], call["beneficiary"]} <= set(names)
