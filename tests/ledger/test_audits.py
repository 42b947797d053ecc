"""Each audit finds its fault, and nothing in sound data."""

import datetime as dt
from dataclasses import replace

import pytest

from foedus.evidence import Speaker
from foedus.ledger.append import append
from foedus.ledger.audits import AUDITS, audit_rows
from foedus.ledger.engine import new_ledger
from tests.ledger.papers import ZELENSKY, Papers, rows


@pytest.fixture
def papers():
    papers = Papers()
    papers.document("A", publisher="Le Monde", published="2024-11-25")
    return papers


@pytest.fixture
def found(papers, tmp_path):
    def faults():
        with new_ledger(tmp_path / "ledger.duckdb") as ledger:
            papers.appended_to(ledger)
            return [(fault.audit, fault.subject) for fault in audit_rows(ledger)]

    return faults


def test_sound_data_fail_no_audit(papers, found):
    note = papers.cited("A", 2, "38 North")
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19", words="la visite de Poutine à 평양")
    papers.says("A", "AID", "SUN", "PRK", "1961", cites=note)
    papers.says("A", "AID", "PRK", "RUS", "2024-12-31", modality="planned", by=ZELENSKY)
    papers.says("A", "CONSULT", "RUS PRK", "", "2024-22")
    papers.says("A", None, "CHN")
    papers.says("A", "ASSAULT", "RUS", "UKR", "2022-02-24/..")
    papers.judged("wrong", papers.assertions[0].id)
    assert found() == []


def test_an_event_planned_before_it_was_published_is_sound_and_a_past_one_is_not(papers, found):
    papers.says("A", "AID", "PRK", "RUS", "2025-01-01", modality="planned")
    late = papers.says("A", "AID", "PRK", "RUS", "2025-01-01")
    papers.says("A", "AID", "PRK", "RUS", "2024-11")
    assert found() == [("event after its publication", late)]


def test_words_the_document_does_not_have_are_found(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS", words="été à Pyongyang")
    papers.texts["A"] = papers.texts["A"].replace("été", "hiv")
    assert found() == [("quotation not in the text", one)]


def test_offsets_count_characters_and_not_bytes_or_graphemes(papers, found):
    papers.says("A", "AID", "PRK", "RUS", words="🇰🇵 e\u0301te\u0301 👨‍👩‍👧")
    papers.says("A", "AID", "PRK", "RUS", "2024-06-19", words="мобилизация")
    assert found() == []


def test_a_passage_behind_the_end_of_the_text_is_found(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS")
    papers.texts["A"] = papers.texts["A"][:5]
    assert found() == [("passage out of the text", one)]


def test_a_note_misquoted_is_found_too(papers, found):
    note = papers.cited("A", 1, "Yonhap")
    papers.texts["A"] = papers.texts["A"].replace("Yonhap", "Xinhua")
    assert found() == [("quotation not in the text", note)]


def test_an_assertion_of_a_document_that_is_not_there_is_found(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS")
    papers.texts.clear()
    assert found() == [("document not there", one)]


@pytest.mark.parametrize("side", ["initiator", "target"])
def test_an_id_no_actor_has_is_found_on_either_side(papers, found, side):
    one = papers.says("A", "AID", **{"initiator": "PRK", "target": "RUS", side: "XQX"})
    assert found() == [("unknown actor", one)]


def test_an_id_no_actor_has_is_found_behind_a_speaker(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS", by=Speaker("X", None, "XQX"))
    assert found() == [("unknown actor", one)]


def test_the_soviet_union_signs_nothing_in_2024(papers, found):
    one = papers.says("A", "AGREE", "SUN PRK", "", "2024-06-19")
    assert found() == [("actor outside its life", one)]


def test_the_soviet_union_may_have_signed_something_in_a_year_it_ended(papers, found):
    papers.says("A", "AGREE", "SUN PRK", "", "1991")
    assert found() == []


def test_a_work_that_is_not_there_is_found(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS", cites="w-lost")
    assert found() == [("cited work not there", one)]


def test_a_judgement_of_what_is_no_longer_read_is_found(papers, found):
    papers.judged("wrong", "a-0123456789abcdef")
    assert found() == [("judgement of an unknown assertion", papers.judgements[0].id)]


@pytest.mark.parametrize(
    "other",
    [
        {"initiator": ("RUS",), "target": ("PRK",)},
        {"modality": "denied"},
        {"polarity": "conflict"},
    ],
)
def test_one_passage_read_in_two_ways_is_found(papers, found, other):
    papers.says("A", "AID", "PRK", "RUS", polarity="cooperation")
    papers.assertions.append(replace(papers.assertions[0], **other))
    assert [audit for audit, _ in found()] == ["one passage, two codings"]


def test_one_passage_that_tells_two_things_is_sound(papers, found):
    papers.says("A", "AID", "PRK", "RUS", polarity="cooperation")
    papers.assertions.append(replace(papers.assertions[0], event_type="CONSULT"))
    papers.assertions.append(replace(papers.assertions[0], target=("CHN",)))
    assert found() == []


def test_a_chronicle_s_entry_must_cite_and_a_paper_s_sentence_need_not(papers, found):
    papers.document("chronicle", media_type="text/csv")
    papers.says("A", "AID", "PRK", "RUS")
    entry = papers.says("chronicle", "AID", "PRK", "RUS")
    assert found() == [("chronicle entry without source", entry)]


def test_a_report_of_nobody_is_found(papers, found):
    one = papers.says("A", "AID", "PRK", "RUS", modality="reported")
    papers.says("A", "AID", "PRK", "RUS", modality="reported", by=Speaker(None, "an official"))
    assert found() == [("report without speaker", one)]


def test_nobody_helps_himself(papers, found):
    one = papers.says("A", "AID", "PRK RUS", "RUS")
    assert found() == [("acts upon itself", one)]


def test_what_ends_before_it_begins_is_found(papers, tmp_path):
    papers.says("A", "AID", "PRK", "RUS", "2024-06-19")
    tables = {name: table for name, table in papers.tables().items() if name == "assertions"}
    row = tables["assertions"].to_pylist()[0]
    row["day_latest"] = dt.date(2024, 6, 1)
    with new_ledger(tmp_path / "ledger.duckdb") as ledger:
        append(ledger, documents=papers.snapshots)
        ledger.add("assertions", type(tables["assertions"]).from_pylist(
            [row], schema=tables["assertions"].schema
        ))  # fmt: skip
        assert [fault.audit for fault in audit_rows(ledger)] == ["ends before it begins"]


def test_a_fault_shows_where_it_is_and_what_it_is(papers, tmp_path):
    papers.says("A", "AGREE", "SUN PRK", "", "2024-06-19", words="{day} le traité")
    with new_ledger(tmp_path / "ledger.duckdb") as ledger:
        papers.appended_to(ledger)
        (fault,) = audit_rows(ledger)
        append(ledger, faults=[fault])
        append(ledger, faults=audit_rows(ledger))
        assert len(rows(ledger.table("faults"))) == 1
    assert (fault.start, fault.end, fault.quote) == (0, 15, "{day} le traité")
    assert fault.explanation == "SUN did not exist on the day given, 2024-06-19"


def test_every_audit_says_what_it_finds_and_runs_on_an_empty_ledger(tmp_path):
    with new_ledger(tmp_path / "ledger.duckdb") as ledger:
        for audit in AUDITS:
            assert audit.__doc__
            assert rows(audit(ledger.tables)) == []
