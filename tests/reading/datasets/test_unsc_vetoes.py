"""Vetoes in the Security Council."""

import datetime as dt

import pytest

from foedus.reading.datasets.unsc_vetoes import TABLES
from tests.reading.datasets.as_received import Received, derived, received

HEADER = (
    "year,date,draft,meeting_record,agenda_item,crisis_topic,region,"
    "member_veto1,member_veto2,member_veto3\n"
)
UNSC = {table.name: table for table in TABLES}


@pytest.fixture(scope="module")
def drafts(shared) -> Received:
    return received(UNSC["drafts"], shared / "data/unsc/unsc_vetoes_1946_sept2022.csv")


@pytest.fixture(scope="module")
def vetoes(drafts) -> list[dict[str, object]]:
    return derived(UNSC["vetoes"], drafts=drafts.kept).to_pyarrow().to_pylist()


def test_every_draft_is_kept(drafts):
    assert (drafts.read, drafts.kept.count().execute(), drafts.failing) == (214, 214, {})


def test_the_first_veto_was_the_soviet_one_on_syria_and_lebanon(drafts):
    first = drafts.rows()[0]
    assert (first["date"], first["member_veto1"]) == (dt.date(1946, 2, 16), "USSR")


def test_china_and_russia_vetoed_the_draft_on_north_korea_in_may_2022(vetoes):
    cast = [row for row in vetoes if row["date"] == dt.date(2022, 5, 26)]
    assert {(row["id"], row["ccode"]) for row in cast} == {("CHN", 710), ("RUS", 365)}


def test_the_soviet_union_and_russia_are_two_members_by_date(vetoes):
    soviet = [row["year"] for row in vetoes if row["id"] == "SUN"]
    russian = [row["year"] for row in vetoes if row["id"] == "RUS"]
    assert max(soviet) < 1992 <= min(russian)


def test_a_veto_of_china_before_october_1971_is_that_of_taipei():
    text = HEADER + "1955,12/13/1955,S/1,S/PV.1,x,Mongolia,z,China,,\n"
    text += "1972,8/25/1972,S/2,S/PV.2,x,Bangladesh,z,China,,\n"
    drafts = received(UNSC["drafts"], text).kept
    cast = derived(UNSC["vetoes"], drafts=drafts).to_pyarrow().to_pylist()
    assert [(row["year"], row["id"]) for row in cast] == [(1955, "TWN"), (1972, "CHN")]


def test_every_vetoing_member_is_known(vetoes):
    assert [row for row in vetoes if row["id"] is None] == []


def test_a_member_without_a_veto_fails():
    text = HEADER + "1946,2/16/1946,S/1,S/PV.1,x,y,z,Brazil,,\n"
    text += "1947,2/16/1946,S/2,S/PV.2,x,y,z,USA,,\n"
    failing = received(UNSC["drafts"], text).failing
    assert failing == {"unknown level": 1, "another year": 1}
