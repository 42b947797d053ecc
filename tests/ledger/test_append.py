"""What was read becomes rows: every field, once, unchanged."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from foedus.evidence import Speaker
from foedus.ledger.append import DataFault, append
from foedus.ledger.engine import new_ledger
from foedus.sources.judgements import Judgement
from foedus.sources.snapshot import Damage, Metadata, Snapshot
from tests.ledger.papers import ZELENSKY, Papers, document_id, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path / "ledger.duckdb") as ledger:
        yield ledger


@pytest.fixture
def papers():
    papers = Papers()
    papers.document("Le Monde", publisher="Le Monde", published="2024-10", author="I. Ferreira")
    papers.says(
        "Le Monde", "MOBILIZE", "PRK", "UKR", "2024-10-17",
        words="plusieurs milliers de soldats étaient en train d'être mobilisés",
        modality="reported", polarity="conflict", by=ZELENSKY, said="2024-10-17",
        cites=papers.cited("Le Monde", 2, "38 North"),
    )  # fmt: skip
    return papers


def test_an_assertion_keeps_every_field(ledger, papers):
    papers.appended_to(ledger)
    (row,) = rows(ledger.table("assertions"))
    (assertion,) = papers.assertions
    assert row == {
        "assertion": assertion.id,
        "document": document_id("Le Monde"),
        "start": assertion.passage.start,
        "end": assertion.passage.end,
        "quote": "plusieurs milliers de soldats étaient en train d'être mobilisés",
        "event_type": "MOBILIZE",
        "mode": None,
        "initiator": ["PRK"],
        "target": ["UKR"],
        "day": "2024-10-17",
        "day_earliest": dt.date(2024, 10, 17),
        "day_latest": dt.date(2024, 10, 17),
        "day_words": None,
        "place": "Donetsk",
        "latitude": 48.0,
        "longitude": 37.8,
        "quantity_words": "several thousand soldiers",
        "quantity_low": 2000.0,
        "quantity_high": None,
        "quantity_unit": None,
        "quantity_of": "soldier",
        "modality": "reported",
        "polarity": "conflict",
        "speaker": "Volodymyr Zelensky",
        "speaker_role": "president",
        "speaker_represents": "UKR",
        "said": "2024-10-17",
        "said_earliest": dt.date(2024, 10, 17),
        "said_latest": dt.date(2024, 10, 17),
        "published": "2024-10",
        "published_earliest": dt.date(2024, 10, 1),
        "published_latest": dt.date(2024, 10, 31),
        "cites": "w-Le Monde-2",
        "read_by": "test",
        "rule": "test",
    }


def test_what_was_not_said_is_null_and_no_side_is_an_empty_list(ledger):
    papers = Papers()
    papers.says("A", None, "", by=Speaker(None))
    papers.appended_to(ledger)
    (row,) = rows(ledger.table("assertions"))
    assert (row["initiator"], row["target"]) == ([], [])
    for name in ("event_type", "day", "day_earliest", "published", "said", "speaker", "cites"):
        assert row[name] is None


def test_a_document_keeps_where_its_metadata_were_found(ledger, papers):
    papers.appended_to(ledger)
    (row,) = rows(ledger.table("documents"))
    assert (row["kind"], row["authors"], row["published_latest"]) == (
        "text", ["I. Ferreira"], dt.date(2024, 10, 31),
    )  # fmt: skip
    assert json.loads(row["metadata"])["authors"][0]["found"] == "text"
    assert row["text"] == papers.texts["Le Monde"]


def test_a_csv_document_is_the_chronicle(ledger):
    papers = Papers()
    papers.document("chronicle", media_type="text/csv")
    papers.appended_to(ledger)
    assert rows(ledger.table("documents"))[0]["kind"] == "chronicle"


def test_a_file_s_own_grade_goes_before_its_publisher_s(ledger, papers):
    papers.document("other", publisher="Le Monde")
    papers.document("third", publisher="TASS")
    papers.appended_to(ledger, {"Le Monde": "B", "other.txt": "D"})
    grades = {row["name"]: row["reliability"] for row in rows(ledger.table("documents"))}
    assert grades == {"Le Monde.txt": "B", "other.txt": "D", "third.txt": None}


def test_damage_in_extraction_is_a_fault_of_the_data(ledger):
    damage = Damage("lost note", 3, 5, "⁽¹⁾", "the note's anchor was lost")
    document = Snapshot(
        id="d-1", name="a.txt", media_type="text/plain", checksum="c", text="abc⁽¹⁾",
        origin_of=(), metadata=Metadata(), damages=(damage,),
    )  # fmt: skip
    append(ledger, documents=[document])
    (row,) = rows(ledger.table("faults"))
    assert (row["audit"], row["document"], row["start"], row["subject"]) == (
        "lost note", "d-1", 3, None,
    )  # fmt: skip


def test_appending_says_how_many_rows_were_new(ledger, papers):
    first = append(ledger, assertions=papers.assertions, works=papers.works)
    again = append(ledger, assertions=papers.assertions * 2, works=papers.works)
    assert (first["assertions"], first["works"]) == (1, 1)
    assert set(again.values()) == {0}


def test_one_fault_found_twice_is_one_fault(ledger):
    fault = DataFault(audit="acts upon itself", explanation="on both sides: RUS", subject="a-1")
    append(ledger, faults=[fault, fault])
    append(ledger, faults=[fault])
    assert len(rows(ledger.table("faults"))) == 1


def test_one_work_cited_by_two_documents_is_kept_for_both(ledger):
    papers = Papers()
    for name in ("A", "B"):
        papers.cited(name, 1, "Yonhap")
    works = [replace(work, id="w-yonhap") for work in papers.works]
    append(ledger, works=works)
    assert len(rows(ledger.table("works"))) == 2


def test_a_judgement_keeps_what_it_names_once_and_sorted(ledger):
    judgement = Judgement(
        verdict="same", assertions=("a-2", "a-1", "a-2"), by="A", on=dt.date(2024, 12, 1), why="so"
    )
    append(ledger, judgements=[judgement, judgement])
    (row,) = rows(ledger.table("judgements"))
    assert (row["assertions"], row["judgement"]) == (["a-1", "a-2"], judgement.id)


def test_half_a_surrogate_pair_in_a_judgement_stops_no_build(ledger):
    judgement = Judgement(
        verdict="wrong", assertions=("a-1",), by="A", on=dt.date(2024, 12, 1), why="\ud83d"
    )
    append(ledger, judgements=[judgement])
    assert rows(ledger.table("judgements"))[0]["why"] == "?"


def test_the_order_of_reading_does_not_change_the_rows(tmp_path, papers):
    for number in range(20):
        papers.says("Le Monde", "AID", "PRK", "RUS", f"2024-10-{number + 1:02}")
    written = []
    for name in ("one", "other"):
        with new_ledger(tmp_path / f"{name}.duckdb") as ledger:
            papers.appended_to(ledger)
            written.append(rows(ledger.table("assertions")))
        papers.assertions.reverse()
    assert written[0] == written[1]
