"""What CAMEO's codes mean: the published table, and the sign of an accusation."""

import re

import pytest

from foedus.evidence import EventType
from tests.reading.datasets.events_imported import faults, rows_of


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


@pytest.fixture
def plover(shared):
    record, rows = rows_of("cameo", shared / "data/plover/CAMEO2PLOVER-2021.txt", "plover")
    assert record.failing == {}
    return {row["code"]: row for row in rows}


def test_every_code_of_the_published_text_has_its_type(plover, shared):
    text = (shared / "data/plover/CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")
    published = dict(re.findall(r"^(\d{3,4}): *([A-Z]+)", text, flags=re.MULTILINE))
    assert {code: row["event_type"] for code, row in plover.items()} == published
    assert len(plover) == 256
    assert {row["event_type"] for row in plover.values()} == {each.value for each in EventType}


def test_modes_and_contexts_are_read_and_blanks_are_missing(plover):
    def told(code):
        return plover[code]["event_type"], plover[code]["mode"], plover[code]["contexts"]

    assert told("040") == ("CONSULT", None, None)
    assert told("042") == ("CONSULT", "visit", None)
    assert told("1124") == ("ACCUSE", "allege", "military;legal")
    assert told("0861") == ("RETREAT", "access", "peacekeeping")
    assert told("1322") == ("THREATEN", "ban", "pro_autocracy")


def test_a_code_printed_twice_is_one_row(plover):
    assert plover["175"]["event_type"] == "ASSAULT"


def test_comments_and_appeals_have_no_type(plover):
    assert not any(code.startswith(("01", "02")) for code in plover)


def test_an_embargo_is_filed_under_coerce_by_the_published_table(plover):
    assert plover["163"]["event_type"] == "COERCE"


def test_the_published_scores_are_kept(shared):
    record, rows = rows_of("cameo", shared / "data/plover/cameo_goldstein.parquet", "goldstein")
    assert (record.kept, record.failing) == (312, {})
    scores = {row["code"]: row["goldstein"] for row in rows}
    assert (scores["070"], scores["112"], scores["190"]) == (7.0, -2.0, -10.0)


def test_an_accusation_that_lost_its_minus_sign_is_set_apart(tmp_path):
    file = tmp_path / "scores.csv"
    text = "code,name,goldstein\n110,Disapprove,2.0\n111,Criticize,-2.0\n070,Aid,7\n204,WMD,-11\n"
    file.write_text(text, encoding="utf-8")
    _, rows = rows_of("cameo", file, "goldstein")
    assert [row["code"] for row in rows] == ["111", "070"]
    assert sorted(faults("cameo", "goldstein")) == [
        (1, "lost minus sign"),
        (4, "score outside the scale"),
    ]
