"""What every clause says to everyone about an act, a place and a day."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.evidence import Standing
from foedus.treaties.acts import Act, act_from
from foedus.treaties.answers import ANYONE, CasusAnswer, Verdict
from foedus.treaties.answers_json import casus_json
from foedus.treaties.casus import casus_answer
from foedus.treaties.determinations import determinations, found_aggressors
from foedus.treaties.instruments import register
from foedus.treaties.places import places
from foedus.treaties.sentences import said
from foedus.treaties.vocabulary import act_kinds

IN_FORCE = dt.date(2024, 12, 10)
ACTORS = ("RUS", "PRK", "UKR", "CHN", "USA", "KOR", "JPN", "FRA", "ARM", "AZE", "KAZ", "TUR", "SWE")


def answered(words: str, on: dt.date, place: str | None = None) -> CasusAnswer:
    return casus_answer(act_from(words, place, on), on)


def one(answer: CasusAnswer, actor: str, instrument: str, kind: str = "defence") -> object:
    (found,) = [
        each for each in answer.of(actor) if each.instrument == instrument and each.kind == kind
    ]
    return found


def test_the_fight_in_kursk_turns_on_one_question_only() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE, "Kursk")
    (found,) = [each for each in answer.of("PRK") if each.article == "4"]
    assert {reading.question for reading in found.readings} == {"attack"}
    assert [reading.verdict.value for reading in found.readings] == ["must", "not_bound"]
    assert {reading.reading_id for reading in found.readings} == {
        "any-attack",
        "aggressor-excluded",
    }


def test_the_fight_in_donetsk_turns_on_two() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE, "Donetsk")
    (found,) = [each for each in answer.of("PRK") if each.article == "4"]
    assert {reading.question for reading in found.readings} == {"attack", "territory"}


def test_helping_the_one_found_aggressor_clashes_with_the_charter_which_prevails() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE, "Kursk")
    (found,) = [each for each in answer.of("PRK") if each.article == "4"]
    (clash,) = found.clashes
    assert (clash.instrument, clash.article, clash.prevails) == (
        *("un-charter-1945", "2(4)"),
        "un-charter-1945",
    )


def test_helping_the_victim_of_a_first_attack_clashes_with_nothing() -> None:
    answer = answered("PRK attacks KOR", IN_FORCE, "Seoul")
    (found,) = [each for each in answer.of("USA") if each.kind == "defence"]
    assert found.verdict is Verdict.MUST
    assert found.clashes == ()


def test_an_ally_of_both_sides_is_torn_between_its_treaties() -> None:
    answer = answered("RUS attacks CHN", dt.date(2025, 1, 10))
    (found,) = [each for each in answer.of("PRK") if each.instrument == "chn-prk-1961"]
    assert {(clash.instrument, clash.kind) for clash in found.clashes} == {
        ("rus-prk-2024", "defence"),
        ("rus-prk-2024", "nonaggression"),
    }
    assert {clash.prevails for clash in found.clashes} == {None}


def test_the_ally_next_in_line_is_told_it_is_not_bound_yet() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE, "Kursk")
    (found,) = [one for one in answer.of("CHN") if one.instrument == "chn-prk-1961"]
    assert (found.verdict, found.instrument) == (Verdict.NOT_BOUND, "chn-prk-1961")
    assert [reason.key for reason in found.would_flip] == ["flip_ally_attacked"]


def test_those_who_are_watched_are_told_even_when_nothing_speaks_to_them() -> None:
    act = act_from("RUS attacks UKR", "Kyiv", IN_FORCE)
    assert casus_answer(act, IN_FORCE).of("JPN") == ()
    (found,) = casus_answer(act, IN_FORCE, watch=["JPN"]).of("JPN")
    assert found.verdict is Verdict.NOT_BOUND


def test_a_doubtful_party_is_answered_as_possible() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE, "Kursk")
    standings = {
        each.actor: each.standing
        for each in answer.answers
        if each.obligation == "aid" and each.readings
    }
    assert standings["ARM"] is Standing.POSSIBLE
    assert standings["BLR"] is Standing.CERTAIN


def test_alike_answers_are_grouped() -> None:
    answer = answered("USA is attacked", dt.date(2001, 9, 12), "New York")
    groups = {
        found.obligation: actors
        for actors, found in answer.grouped()
        if found.instrument == "nato-1949"
    }
    assert len(groups["assist"]) == 18
    assert sum(len(actors) for actors, _ in answer.grouped()) == len(answer.answers)


def test_without_a_place_the_answer_says_so() -> None:
    answer = answered("UKR attacks RUS", IN_FORCE)
    assert "caveat_no_place" in {reason.key for reason in answer.caveat}


def test_an_answer_always_has_a_caveat() -> None:
    assert answered("FRA threatens BRA", IN_FORCE).caveat


def test_findings_have_a_direction_and_an_end() -> None:
    assert found_aggressors(["RUS"], ["UKR"], dt.date(2022, 3, 2))
    assert not found_aggressors(["RUS"], ["UKR"], dt.date(2022, 3, 1))
    assert not found_aggressors(["UKR"], ["RUS"], IN_FORCE)
    assert not found_aggressors(["ARG"], ["GBR"], dt.date(1983, 1, 1))
    assert all(found.citation for found in determinations())


acts = st.builds(
    Act,
    kind=st.sampled_from(sorted(act_kinds())),
    initiators=st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(tuple),
    targets=st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True).map(tuple),
    place=st.one_of(st.none(), st.sampled_from(list(places().values()))),
)
days = st.dates(dt.date(1945, 1, 1), dt.date(2026, 12, 31))


@settings(max_examples=80, deadline=None)
@given(acts, days)
def test_whatever_is_asked_every_answer_has_its_reasons_and_can_be_said(
    act: Act, on: dt.date
) -> None:
    answer = casus_answer(act, on)
    for found in answer.answers:
        assert found.reasons or found.actor == ANYONE
        clause = register()[found.instrument]
        assert any(article.number == found.article for article in clause.articles)
        for reason in (
            *found.reasons,
            *found.would_flip,
            *(clash.reason for clash in found.clashes),
        ):
            for language in ("en", "fr"):
                assert "{" not in said(reason, language)
    assert answer.caveat
    for language in ("en", "fr"):
        assert json.loads(json.dumps(casus_json(answer, language)))["on"] == on.isoformat()


@settings(max_examples=80, deadline=None)
@given(acts, days)
def test_whatever_is_asked_nobody_gets_two_answers_of_a_kind_from_one_article(
    act: Act, on: dt.date
) -> None:
    given_answers = [
        (each.actor, each.instrument, each.article, each.kind)
        for each in casus_answer(act, on).answers
    ]
    assert len(given_answers) == len(set(given_answers))


@settings(max_examples=80, deadline=None)
@given(acts, days)
def test_whatever_is_asked_rival_readings_divide_exactly_what_is_disputed_by_them(
    act: Act, on: dt.date
) -> None:
    for found in casus_answer(act, on).answers:
        verdicts = {reading.verdict for reading in found.readings}
        if found.readings:
            assert found.verdict is Verdict.DISPUTED
            assert verdicts != {found.verdict} or Verdict.DISPUTED in verdicts
        assert found.verdict is not Verdict.MUST or not found.readings


@settings(max_examples=60, deadline=None)
@given(acts, days)
def test_whatever_is_asked_the_attacker_and_the_attacked_are_not_asked_to_help(
    act: Act, on: dt.date
) -> None:
    for found in casus_answer(act, on).answers:
        if found.kind in ("defence", "offence", "consultation"):
            assert found.actor not in {*act.initiators, *act.targets}


@pytest.mark.parametrize("place", ["Kursk", "Donetsk", None])
def test_the_order_of_the_instruments_does_not_change_the_answers(place: str | None) -> None:
    act = act_from("UKR attacks RUS", place, IN_FORCE)
    backwards = dict(reversed(list(register().items())))
    assert set(casus_answer(act, IN_FORCE).answers) == set(
        casus_answer(act, IN_FORCE, backwards).answers
    )
