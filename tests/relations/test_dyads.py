"""Whom an event ties to whom."""

from foedus.relations.dyads import dyadic_events
from tests.relations.conftest import events


def test_a_visit_ties_guest_and_host_whoever_travels(run) -> None:
    tied = dyadic_events(events(["2024-06-19 RUS > PRK CONSULT", "2019-04-25 PRK > RUS CONSULT"]))
    rows = run(tied)
    assert {(row["dyad"], row["member"], row["partner"]) for row in rows} == {
        ("PRK-RUS", "PRK", "RUS")
    }
    assert len(rows) == 2


def test_a_meeting_of_three_ties_each_pair_once(run) -> None:
    rows = run(dyadic_events(events(["2023-08-18 USA JPN KOR CONSULT"])))
    assert sorted(row["dyad"] for row in rows) == ["JPN-KOR", "JPN-USA", "KOR-USA"]


def test_accusers_are_not_tied_to_each_other_by_what_they_accuse(run) -> None:
    rows = run(dyadic_events(events(["2024-11-05 USA KOR > PRK RUS ACCUSE"])))
    assert sorted(row["dyad"] for row in rows) == ["KOR-PRK", "KOR-RUS", "PRK-USA", "RUS-USA"]


def test_an_act_of_one_alone_ties_nobody(run) -> None:
    assert run(dyadic_events(events(["2024-10-31 PRK MOBILIZE"]))) == []


def test_nobody_is_tied_to_himself(run) -> None:
    rows = run(dyadic_events(events(["2024-06-19 RUS PRK > PRK AGREE"])))
    assert [row["dyad"] for row in rows] == ["PRK-RUS"]
