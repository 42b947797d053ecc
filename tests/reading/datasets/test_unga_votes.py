"""Votes in the General Assembly: an absence is a level, and a state outside it has no vote."""

import pytest

from foedus.reading.datasets.ideal_points import TABLES as IDEAL_POINTS
from foedus.reading.datasets.unga_votes import TABLES
from tests.reading.datasets.as_received import Received, received

UNGA = {table.name: table for table in TABLES}
CRIMEA = "R/68/262"


@pytest.fixture(scope="module")
def votes(shared) -> Received:
    return received(UNGA["votes"], shared / "data/unga/unga_votes_s1_s75.parquet")


@pytest.fixture(scope="module")
def rollcalls(shared) -> Received:
    return received(UNGA["rollcalls"], shared / "data/unga/unga_rollcalls_s1_s75.parquet")


@pytest.fixture(scope="module")
def crimea(votes, rollcalls) -> dict[int, int]:
    (rollcall,) = rollcalls.rows(unres=CRIMEA)
    return {row["ccode"]: row["vote"] for row in votes.rows(rcid=rollcall["rcid"])}


def test_every_vote_and_roll_call_is_kept(votes, rollcalls):
    assert (votes.read, votes.failing) == (1_231_100, {})
    assert (rollcalls.read, rollcalls.failing) == (6_299, {})


def test_a_state_that_was_no_member_has_no_vote_and_an_absent_one_has_level_8(votes):
    rows = votes.kept
    outside = rows.filter(~rows.member)
    assert outside.count().execute() == 253_808
    assert outside.vote.notnull().any().execute() == False  # noqa: E712
    assert rows.filter(rows.vote == 8).count().execute() == 90_483
    assert rows.filter(rows.member & rows.vote.isnull()).count().execute() == 0


def test_the_resolution_on_crimea_was_100_to_11_with_58_abstentions(crimea):
    counted = {level: list(crimea.values()).count(level) for level in (1, 2, 3)}
    assert counted == {1: 100, 2: 58, 3: 11}


def test_russia_and_north_korea_voted_against_it_and_china_abstained(crimea):
    assert (crimea[365], crimea[731], crimea[710]) == (3, 3, 2)


def test_north_korea_votes_from_1991_when_it_became_a_member(votes, rollcalls):
    cast = votes.kept.filter((votes.kept.ccode == 731) & votes.kept.member)
    dated = cast.join(rollcalls.kept, "rcid")
    assert str(dated.date.min().execute())[:7] == "1991-10"


def test_an_issue_can_be_had_in_long_form(shared):
    issues = received(UNGA["issues"], shared / "data/unga/unvotes_rollcall_issues.parquet")
    assert (issues.read, issues.failing) == (5_745, {})


def test_every_member_named_in_the_vote_on_ukraine_is_known(shared):
    named = received(UNGA["named_votes"], shared / "data/unga/es11_1_votes.csv")
    rows = named.rows(resolution="A/RES/ES-11/1")
    assert [sum(row["vote"] == level for row in rows) for level in (1, 3, 2)] == [141, 5, 35]
    assert {row["id"] for row in rows if row["vote"] == 3} == {"BLR", "ERI", "PRK", "RUS", "SYR"}
    assert [row["country"] for row in rows if row["id"] is None] == []


def test_the_published_csv_gives_the_same_as_the_columns_in_circulation():
    text = "rcid,ccode,session,vote,Country\n3,2,1,1,USA\n3,20,1,9,CAN\n3,41,1,8,HTI\n"
    rows = received(UNGA["votes"], text).rows()
    assert [(row["vote"], row["member"]) for row in rows] == [(1, True), (None, False), (8, True)]
    assert {row["reconstructed"] for row in rows} == {False}


def test_a_vote_given_twice_and_an_unknown_level_fail():
    text = "rcid,ccode,vote\n3,2,1\n3,2,3\n4,2,7\n5,2,1\n"
    loaded = received(UNGA["votes"], text)
    assert loaded.failing == {"duplicated key": 2, "unknown level": 1}
    assert [row["rcid"] for row in loaded.rows()] == [5]


@pytest.fixture(scope="module")
def ideal_points(shared) -> Received:
    return received(IDEAL_POINTS[0], shared / "data/unga/idealpoints_all_jun2024.parquet")


def test_every_ideal_point_is_kept_under_a_name_that_can_be_typed(ideal_points):
    assert (ideal_points.read, ideal_points.failing) == (11_238, {})
    assert all(name.isidentifier() for name in ideal_points.kept.columns)


def test_russia_and_north_korea_agreed_in_782_of_1000_votes_of_session_74(ideal_points):
    (row,) = ideal_points.rows(ccode=731, session=74)
    assert round(row["agree_rus"], 3) == 0.782
    assert row["year"] == 2019
    assert row["q5_all"] < row["ideal_point"] < row["q95_all"]


def test_session_19_has_no_estimates(ideal_points):
    assert ideal_points.rows(session=19) == []
    assert len(ideal_points.rows(session=18)) > 100
