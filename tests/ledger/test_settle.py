"""Which assertions tell of one event, and how it stands."""

import csv
import datetime as dt
from dataclasses import replace
from importlib.resources import files
from itertools import combinations

import pytest

from foedus.evidence import EventType
from tests.ledger.papers import AUSTIN, PESKOV, ZELENSKY, Papers, only


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def events(papers):
    return papers.events


def test_what_an_author_asserts_is_certain(papers, events):
    papers.says("Le Monde", "CONSULT", "RUS", "PRK", "2024-06-19")
    event = only(events())
    assert event["standing"] == "certain"
    assert (event["initiator"], event["target"]) == (["RUS"], ["PRK"])
    assert event["day"] == "2024-06-19"


@pytest.mark.parametrize("modality", ["reported", "planned", "possible"])
def test_what_is_only_reported_planned_or_thought_possible_is_possible(papers, events, modality):
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-17", modality=modality, by=ZELENSKY)
    assert only(events())["standing"] == "possible"


def test_an_assertion_with_a_speaker_is_a_report(papers, events):
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-17", by=ZELENSKY)
    assert only(events())["standing"] == "possible"


def test_what_one_asserts_and_another_denies_is_contested(papers, events):
    claim = papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-08")
    denial = papers.says("TASS", "AID", "PRK", "RUS", "2024-10-08", modality="denied", by=PESKOV)
    event = only(events())
    assert event["standing"] == "contested"
    assert event["assertions"] == sorted([claim, denial])


def test_a_denial_is_no_origin_of_what_it_denies(papers, events):
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-08")
    papers.says("TASS", "AID", "PRK", "RUS", "2024-10-08", modality="denied", by=PESKOV)
    assert only(events())["origins"] == 1


def test_a_denial_alone_makes_no_event(papers, events):
    papers.says("TASS", "AID", "PRK", "RUS", "2024-10-18", modality="denied", by=PESKOV)
    assert events() == []


@pytest.mark.parametrize("modality", ["demanded", "assessed"])
def test_what_is_demanded_or_assessed_makes_no_event(papers, events, modality):
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-18", modality=modality)
    assert events() == []


def test_a_state_of_affairs_makes_no_event(papers, events):
    papers.says("Le Monde", None, "PRK", "RUS", "2024-10-18")
    assert events() == []


def test_what_a_language_model_read_makes_no_event_and_is_no_second_telling(papers, events):
    told = papers.says("Le Monde", "AID", "PRK", "RUS")
    papers.says("Le Monde", "AID", "PRK", "RUS")
    papers.says("Le Monde", "ASSAULT", "PRK", "UKR", "2024-10-17")
    for place in (1, 2):
        read = replace(papers.assertions[place], read_by="model test prompt sha256:0123456789ab")
        papers.assertions[place] = read
    assert only(events())["assertions"] == [told]


def test_a_report_that_an_author_asserts_as_well_is_certain(papers, events):
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-08", modality="reported", by=ZELENSKY)
    papers.says("38 North", "AID", "PRK", "RUS", "2024-10-08")
    event = only(events())
    assert (event["standing"], event["origins"]) == ("certain", 2)


def test_a_plan_that_was_carried_out_is_one_certain_event(papers, events):
    papers.says("Yonhap", "CONSULT", "RUS", "PRK", "2024-06-19", modality="planned")
    papers.says("TASS", "CONSULT", "RUS", "PRK", "2024-06-19")
    assert only(events())["standing"] == "certain"


def test_the_host_and_the_visitor_met_once(papers, events):
    papers.says("TASS", "CONSULT", "RUS", "PRK", "2024-06-19")
    papers.says("KCNA", "CONSULT", "PRK", "RUS", "2024-06-19")
    event = only(events())
    assert (event["initiator"], event["target"]) == (["PRK", "RUS"], [])


def test_help_from_moscow_is_not_help_from_pyongyang(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    papers.says("B", "AID", "RUS", "PRK", "2024-10-08")
    assert len(events()) == 2


def test_a_source_that_names_one_side_tells_of_the_same_day_s_event(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    papers.says("B", "AID", "PRK", "", "2024-10-08")
    assert only(events())["target"] == ["RUS"]


def test_two_meetings_that_share_one_party_are_two(papers, events):
    papers.says("A", "CONSULT", "USA JPN", "", "2024-07-28")
    papers.says("B", "CONSULT", "USA KOR", "", "2024-07-28")
    assert len(events()) == 2


def test_who_met_the_us_is_not_guessed_when_two_were_there(papers, events):
    papers.says("A", "CONSULT", "USA JPN", "", "2024-07-28")
    papers.says("B", "CONSULT", "USA KOR", "", "2024-07-28")
    papers.says("C", "CONSULT", "USA", "", "2024-07-28")
    assert len(events()) == 3


def test_one_visit_in_june_is_that_of_the_nineteenth(papers, events):
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19")
    papers.says("B", "CONSULT", "RUS", "PRK", "2024-06")
    event = only(events())
    assert (event["day"], event["origins"]) == ("2024-06-19", 2)


def test_a_meeting_in_june_is_neither_of_two(papers, events):
    papers.says("A", "CONSULT", "RUS", "CHN", "2024-06-03")
    papers.says("A", "CONSULT", "RUS", "CHN", "2024-06-19")
    papers.says("B", "CONSULT", "RUS", "CHN", "2024-06")
    assert sorted(event["day"] for event in events()) == ["2024-06", "2024-06-03", "2024-06-19"]


def test_incidents_of_a_year_are_not_one_incident(papers, events):
    for words in ("violated the zone", "sent balloons to Seoul", "destroyed the roads"):
        papers.says("Ferreira", "COERCE", "PRK", "KOR", "2024", words=words)
    papers.says("Yonhap", "COERCE", "PRK", "KOR", "2024-05-28")
    assert len(events()) == 4


def test_a_treaty_of_1961_is_that_of_july_1961(papers, events):
    papers.says("Ferreira", "AGREE", "SUN PRK", "", "1961")
    papers.says("ATOP", "AGREE", "SUN PRK", "", "1961-07-06")
    assert only(events())["day"] == "1961-07-06"


def test_signing_is_agree_to_one_reader_and_support_to_another(papers, events):
    papers.says("A", "AGREE", "RUS PRK", "", "2024-06-19")
    papers.says("B", "AGREE", "RUS PRK", "", "2024-06-19")
    papers.says("C", "SUPPORT", "RUS", "PRK", "2024-06-19")
    assert only(events())["event_type"] == "AGREE"


def same_types():
    text = files("foedus.ledger").joinpath("same_type.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("row", same_types(), ids=lambda row: f"{row['type']}-{row['other']}")
def test_each_pair_of_types_that_may_be_one_event_is_and_says_why(papers, events, row):
    for paper, event_type in (("A", row["type"]), ("B", row["other"])):
        papers.says(paper, event_type, "PRK", "RUS", "2024-10-08", polarity="cooperation")
    assert row["reason"].endswith(".")
    assert only(events())["event_type"] in (row["type"], row["other"])


def test_types_that_no_reason_joins_stay_apart(papers, events):
    joined = {frozenset({row["type"], row["other"]}) for row in same_types()}
    apart = [pair for pair in combinations(EventType, 2) if frozenset(pair) not in joined]
    for number, (one, other) in enumerate(apart):
        day = str(dt.date(2020, 1, 1) + dt.timedelta(number))
        papers.says("A", one, "PRK", "RUS", day, polarity="cooperation")
        papers.says("B", other, "PRK", "RUS", day, polarity="cooperation")
    assert len(events()) == 2 * len(apart) > 200


@pytest.mark.parametrize(("polarity", "number"), [("cooperation", 1), ("conflict", 2)])
def test_troops_lent_are_help_but_troops_against_somebody_are_not(papers, events, polarity, number):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-08", polarity="cooperation")
    papers.says("B", "MOBILIZE", "PRK", "RUS", "2024-10-08", polarity=polarity)
    assert len(events()) == number


def test_a_war_is_not_one_of_its_battles(papers, events):
    papers.says("A", "ASSAULT", "RUS", "UKR", "2022-02-24/..")
    papers.says("B", "ASSAULT", "RUS", "UKR", "2022-02-24/..")
    papers.says("B", "ASSAULT", "RUS", "UKR", "2024-10-08")
    assert sorted(event["day"] for event in events()) == ["2022-02-24/..", "2024-10-08"]


def test_two_open_ends_are_not_one_end(papers, events):
    papers.says("A", "ASSAULT", "RUS", "UKR", "2022-02-24/..")
    papers.says("B", "ASSAULT", "RUS", "UKR", "2014-02/..")
    assert len(events()) == 2


def test_undated_news_of_one_fortnight_is_one_event(papers, events):
    papers.says("A", "AID", "PRK", "RUS", published="2024-10-20")
    papers.says("B", "AID", "PRK", "RUS", published="2024-10-25")
    event = only(events())
    assert (event["day"], event["day_earliest"], event["origins"]) == (None, None, 2)


def test_undated_news_that_names_one_side_is_joined_to_nothing(papers, events):
    papers.says("A", "AID", "RUS", published="2024-10-20")
    papers.says("B", "AID", "RUS", published="2024-10-20")
    assert len(events()) == 2


def test_a_text_that_looks_back_does_not_confirm_the_latest_visit(papers, events):
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-11-29")
    papers.says("B", "CONSULT", "RUS", "PRK", published="2024-12-10", words="the first in 24 years")
    assert sorted(event["origins"] for event in events()) == [1, 1]


def test_a_report_of_the_day_confirms_what_was_dated_before_it(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    papers.says("B", "AID", "PRK", "RUS", modality="reported", by=ZELENSKY, said="2024-10-17")
    assert only(events())["origins"] == 2


def test_whoever_thinks_it_possible_is_no_second_origin_of_what_is_asserted(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    papers.says("B", "AID", "PRK", "RUS", "2024-10-08", modality="possible")
    assert only(events())["origins"] == 1


def test_undated_news_of_spring_and_autumn_is_two_events(papers, events):
    papers.says("A", "AID", "PRK", "RUS", published="2024-04-20")
    papers.says("B", "AID", "PRK", "RUS", published="2024-10-25")
    assert len(events()) == 2


def test_undated_news_nobody_knows_the_date_of_is_joined_to_nothing(papers, events):
    papers.says("A", "AID", "PRK", "RUS")
    papers.says("B", "AID", "PRK", "RUS")
    assert len(events()) == 2


def test_undated_news_does_not_chain_through_the_year(papers, events):
    for month in range(1, 13):
        papers.says(f"A{month}", "AID", "PRK", "RUS", published=f"2024-{month:02}-01")
        papers.says(f"B{month}", "AID", "PRK", "RUS", published=f"2024-{month:02}-12")
        papers.says(f"C{month}", "AID", "PRK", "RUS", published=f"2024-{month:02}-22")
    assert len(events()) > 10


def test_an_undated_plan_is_not_what_happened(papers, events):
    papers.says("A", "AID", "PRK", "RUS", published="2024-10-20", modality="planned")
    papers.says("B", "AID", "PRK", "RUS", published="2024-10-20")
    assert len(events()) == 2


def test_what_one_text_says_twice_without_a_day_is_two_things(papers, events):
    papers.says("A", "AID", "PRK", "RUS", published="2024-10-20", words="sends shells")
    papers.says("A", "AID", "PRK", "RUS", published="2024-10-20", words="lends workers")
    assert len(events()) == 2


def test_what_one_text_says_twice_of_one_day_is_one_thing(papers, events):
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19", words="la première visite")
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19", words="la visite du Président")
    event = only(events())
    assert (len(event["assertions"]), event["origins"]) == (2, 1)


def test_a_day_in_doubt_keeps_its_earliest_and_latest(papers, events):
    papers.says("A", "CONSULT", "KOR JPN", "", "2024-07")
    event = only(events())
    bounds = str(event["day_earliest"]), str(event["day_latest"])
    assert bounds == ("2024-07-01", "2024-07-31")


def test_two_uncertain_days_leave_what_they_share(papers, events):
    papers.says("A", "AGREE", "KOR JPN", "", "2024-22")
    papers.says("B", "AGREE", "KOR JPN", "", "2024-08")
    assert only(events())["day"] == "2024-08"


def test_denied_a_day_later_it_is_contested_all_the_same(papers, events):
    papers.says(
        "Le Monde", "MOBILIZE", "PRK", "UKR", "2024-10-17",
        modality="reported", by=ZELENSKY, said="2024-10-17",
    )  # fmt: skip
    papers.says(
        "TASS", "MOBILIZE", "PRK", "", "2024-10-18",
        modality="denied", by=PESKOV, said="2024-10-18",
    )  # fmt: skip
    event = only(events())
    assert (event["standing"], event["day"]) == ("contested", "2024-10-17")


def test_a_plan_for_november_can_be_denied_in_october(papers, events):
    papers.says(
        "Le Monde", "MOBILIZE", "PRK", "UKR", "2024-11-01",
        modality="planned", by=ZELENSKY, said="2024-10-17",
    )  # fmt: skip
    papers.says("TASS", "MOBILIZE", "PRK", "UKR", modality="denied", by=PESKOV, said="2024-10-18")
    assert only(events())["standing"] == "contested"


def test_a_denial_answers_the_latest_claim(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-05")
    papers.says("B", "AID", "PRK", "RUS", "2024-10-16")
    papers.says("TASS", "AID", "PRK", "RUS", modality="denied", by=PESKOV, said="2024-10-18")
    standings = {event["day"]: event["standing"] for event in events()}
    assert standings == {"2024-10-05": "certain", "2024-10-16": "contested"}


def test_a_denial_of_last_year_answers_nothing_of_today(papers, events):
    papers.says("A", "AID", "PRK", "RUS", "2024-10-05")
    papers.says("TASS", "AID", "PRK", "RUS", modality="denied", by=PESKOV, said="2023-10-18")
    assert only(events())["standing"] == "certain"


def test_a_claim_repeated_within_a_fortnight_is_one_claim(papers, events):
    for paper, speaker, day in (("A", ZELENSKY, "2024-10-17"), ("B", AUSTIN, "2024-10-23")):
        papers.says(paper, "MOBILIZE", "PRK", "UKR", day, modality="reported", by=speaker, said=day)
    event = only(events())
    assert (event["day"], event["origins"], event["standing"]) == ("2024-10-17", 2, "possible")


def test_the_sources_outvote_the_repetitions_on_what_kind_of_event_it_was(papers, events):
    for number in range(5):
        papers.says(f"P{number}", "COERCE", "PRK", "KOR", "2024-10-15", by=ZELENSKY)
    papers.says("Yonhap", "ASSAULT", "PRK", "KOR", "2024-10-15")
    papers.says("KBS", "ASSAULT", "PRK", "KOR", "2024-10-15")
    assert only(events())["event_type"] == "ASSAULT"
