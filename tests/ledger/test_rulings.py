"""What the analyst decided comes before every rule."""

import pytest

from tests.ledger.papers import PESKOV, Papers, only


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def events(papers):
    return papers.events


@pytest.fixture
def visit(papers):
    return [papers.says(paper, "CONSULT", "RUS", "PRK", "2024-06-19") for paper in "ABC"]


def test_what_is_judged_different_is_two_events(papers, events, visit):
    papers.judged("different", *visit)
    assert len(events()) == 3


def test_what_may_be_either_of_two_judged_different_is_neither(papers, events, visit):
    papers.judged("different", visit[0], visit[1])
    assert sorted(event["assertions"] for event in events()) == sorted([one] for one in visit)


def test_what_is_judged_the_same_is_one_event_whatever_the_days(papers, events):
    one = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    other = papers.says("B", "MOBILIZE", "PRK", "UKR", "2024-11-01", modality="possible")
    papers.judged("same", one, other)
    event = only(events())
    assert (event["day"], event["target"]) == ("2024-10-08", ["RUS", "UKR"])


def test_others_join_what_the_analyst_joined(papers, events):
    one = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    other = papers.says("B", "AID", "PRK", "RUS", "2024-10-20")
    papers.says("C", "AID", "PRK", "RUS", "2024-10-20")
    papers.judged("same", one, other)
    assert len(only(events())["assertions"]) == 3


def test_days_the_analyst_joined_though_they_differ_span_both(papers, events):
    one = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    other = papers.says("B", "AID", "PRK", "RUS", "2024-10-20")
    papers.judged("same", one, other)
    assert only(events())["day"] == "2024-10-08/2024-10-20"


def test_what_is_judged_wrong_tells_nothing(papers, events, visit):
    papers.judged("wrong", visit[0])
    assert only(events())["assertions"] == sorted(visit[1:])


@pytest.mark.usefixtures("visit")
def test_what_is_judged_wrong_denies_nothing(papers, events):
    denial = papers.says("TASS", "CONSULT", "RUS", "PRK", "2024-06-19", modality="denied")
    papers.judged("wrong", denial)
    assert only(events())["standing"] == "certain"


def test_what_is_judged_contradictory_is_contested(papers, events, visit):
    other = papers.says("D", "AID", "RUS", "PRK", "2024-06-19")
    papers.judged("contradicts", visit[0], other)
    assert [event["standing"] for event in events()] == ["contested", "contested"]


def test_a_denial_judged_to_contradict_a_claim_joins_its_event(papers, events):
    claim = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    denial = papers.says("T", "REJECT", "RUS", "", "2025-03-01", modality="denied", by=PESKOV)
    papers.judged("contradicts", claim, denial)
    event = only(events())
    assert (event["standing"], len(event["assertions"])) == ("contested", 2)


def test_a_translation_is_no_second_origin(papers, events, visit):
    papers.judged("translated", visit[0], visit[1])
    assert only(events())["origins"] == 2


def test_the_later_judgement_holds(papers, events):
    one = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    other = papers.says("B", "AID", "PRK", "RUS", "2024-11-20")
    papers.judged("same", one, other, on="2024-12-01")
    papers.judged("different", one, other, on="2024-12-02")
    assert len(events()) == 2
    papers.judged("same", one, other, on="2024-12-03")
    assert len(events()) == 1


def test_on_one_day_the_judgement_that_holds_apart_holds(papers, events):
    one = papers.says("A", "AID", "PRK", "RUS", "2024-10-08")
    other = papers.says("B", "AID", "PRK", "RUS", "2024-10-08")
    papers.judged("same", one, other)
    papers.judged("different", one, other)
    assert len(events()) == 2


def test_three_judged_the_same_of_whom_two_are_later_held_apart(papers, events, visit):
    papers.judged("same", *visit, on="2024-12-01")
    papers.judged("different", visit[0], visit[2], on="2024-12-02")
    assert sorted(len(event["assertions"]) for event in events()) == [1, 2]


def test_a_judgement_of_assertions_that_are_not_there_changes_nothing(papers, events, visit):
    papers.judged("same", visit[0], "a-0000000000000000")
    assert only(events())["assertions"] == sorted(visit)
