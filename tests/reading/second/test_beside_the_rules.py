"""One text, the real rules and a model beside them: in a reading, and in a case that is built."""

import shutil
from pathlib import Path

import pytest

from foedus.building import Built, build
from foedus.errors import FaultyInput
from foedus.evidence import EventType
from foedus.ledger.engine import open_ledger
from foedus.pipeline import reading_at
from foedus.reading.second import disagreements, endpoint_at, second_reading
from foedus.sources.case_folder import case_at
from tests.reading.second.model_server import Model, about

NOTE = (
    "A note on the border\n\nOn 3 May 2024 Poland sent soldiers to Lithuania. "
    "Belarus condemned Poland on 4 May 2024."
)
CASE = """title = "A border"
question = "What changed?"
language = "en"
focus = ["POL", "LTU"]
period = "2024"
"""
READER = '\n[reader]\nmodel = "test"\n'


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "border"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "sources/note.txt").write_text(NOTE, encoding="utf-8")
    return folder


def rows(ledger: Path, table: str) -> list[dict[str, object]]:
    with open_ledger(ledger) as opened:
        found: list[dict[str, object]] = opened.table(table).to_pyarrow().to_pylist()
    return found


def answered(case: Path, model: Model) -> None:
    """Let the model read the case's note, and keep its answers in the case."""
    model.will(
        about(
            {
                "Poland sent soldiers to Lithuania": {
                    "event_type": "AID",
                    "initiator": ["POL"],
                    "target": ["LTU"],
                    "day": "2024-05-03",
                    "day_words": "3 May 2024",
                },
                "Belarus condemned Poland": {
                    "event_type": "ACCUSE",
                    "initiator": ["BLR"],
                    "target": ["POL"],
                    "day": "2024-05-04",
                    "day_words": "4 May 2024",
                },
            }
        )
    )
    reading = reading_at(case / "sources/note.txt")
    second = second_reading(reading, endpoint_at(model.base, "test"), answers=case / "answers")
    assert (len(second.assertions), second.unread) == (2, ())


def test_rules_and_model_agree_on_one_clause_and_differ_on_the_other(
    case: Path, model: Model
) -> None:
    answered(case, model)
    reading = reading_at(case / "sources/note.txt")
    second = second_reading(reading, endpoint_at(model.base, "test"), answers=case / "answers")
    compared = disagreements(reading.assertions, second.assertions)
    (agreed,), (differing,) = compared.agreed, compared.differing
    assert agreed.rules.event_type is agreed.model.event_type is EventType.ACCUSE
    assert differing.differs == ("type",)
    assert (differing.rules.event_type, differing.model.event_type) == (
        EventType.MOBILIZE,
        EventType.AID,
    )


def assert_differences_are_shown(built: Built) -> None:
    faults = {str(row["audit"]): str(row["explanation"]) for row in rows(built.ledger, "faults")}
    assert faults["read_two_ways"].startswith("type: the rules read POL MOBILIZE LTU, 2024-05-03")
    assert (
        "reads POL AID LTU, 2024-05-03, asserted “Poland sent soldiers" in faults["read_two_ways"]
    )
    assert "1 agreed, 1 differ, 0 only the rules, 0 only the model" in faults["second_reading"]
    assert "read two ways" in (built.dossier / "index.html").read_text(encoding="utf-8")


def test_a_case_built_without_a_network_has_what_the_model_once_answered(
    case: Path, model: Model
) -> None:
    plain = build(case)
    events = rows(plain.ledger, "events")
    answered(case, model)
    asked = len(model.asked)
    (case / "case.toml").write_text(CASE + READER, encoding="utf-8")
    built = build(case)
    readers = {str(row["read_by"]).split()[0] for row in rows(built.ledger, "assertions")}
    assert readers == {"rules-en", "model"}
    assert rows(built.ledger, "events") == events
    assert_differences_are_shown(built)
    ids = sorted(str(row["assertion"]) for row in rows(built.ledger, "assertions"))
    shutil.rmtree(case / "build")
    again = build(case)
    assert sorted(str(row["assertion"]) for row in rows(again.ledger, "assertions")) == ids
    assert len(model.asked) == asked


def test_what_the_model_was_never_asked_is_said(case: Path) -> None:
    (case / "case.toml").write_text(CASE + READER, encoding="utf-8")
    faults = rows(build(case).ledger, "faults")
    (told,) = [str(row["explanation"]) for row in faults if row["audit"] == "second_reading"]
    assert told.endswith("1 of 1 stretches unread.")


def test_a_reader_without_a_model_is_a_fault_of_the_case(case: Path) -> None:
    for wrong in ("[reader]\nmodel = 5\n", '[reader]\nendpoint = "http://127.0.0.1"\n'):
        (case / "case.toml").write_text(f"{CASE}\n{wrong}", encoding="utf-8")
        with pytest.raises(FaultyInput, match=r"reader"):
            case_at(case)
