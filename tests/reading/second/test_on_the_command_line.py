"""What the command prints of a second reading, and the same as JSON."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from foedus.cli.second import print_second, require_heard, second_as_json, seconds_by
from foedus.errors import UnreachableModel
from foedus.evidence import Assertion, EventType, Passage
from foedus.reading.reading import Reading
from tests.reading.second.documents import document
from tests.reading.second.model_server import Model, claim, says, sends

TEXT = "Poland sent tanks to Ukraine. Vilnius paid. Belarus\x1b[31m protested."


def by_rules() -> Reading:
    """The text as rules might have read it."""
    reading = document(TEXT)

    def told(quote: str, event_type: EventType) -> Assertion:
        start = TEXT.index(quote)
        passage = Passage(reading.document, start, start + len(quote), quote)
        return Assertion(passage=passage, event_type=event_type, read_by="rules-en 1")

    assertions = (
        replace(told("Poland sent tanks to Ukraine", EventType.AID), initiator=("POL",)),
        told("Belarus\x1b[31m protested", EventType.PROTEST),
    )
    return replace(reading, assertions=assertions)


def test_the_command_shows_both_readings_and_what_was_dropped(
    model: Model,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    model.will(
        says(
            claim("Poland sent tanks to Ukraine", "MOBILIZE", initiator=["POL"], target=["UKR"]),
            claim("Vilnius paid", initiator=["LTU"]),
            claim("Vilnius paid twice"),
            usage={"total_tokens": 1234},
        )
    )
    reading = by_rules()
    (second,) = seconds_by([reading], "test", model.base, 10, answers=tmp_path)
    print_second(reading, second)
    printed = capsys.readouterr()
    rows = [re.split(r"  +", line.strip()) for line in printed.out.splitlines()]
    sent = "Poland sent tanks to Ukraine"
    assert rows[1:] == [
        ["type, target", "POL AID, asserted", "POL MOBILIZE UKR, asserted", sent],
        ["only the rules", "PROTEST, asserted", "Belarus [31m protested"],
        ["only the model", "LTU AID, asserted", "Vilnius paid"],
    ]
    assert "\x1b" not in printed.out
    assert "2 assertions from 1 of 1 stretches" in printed.err
    assert "1 requests, 1,234 tokens." in printed.err
    assert "0 agreed, 1 differ, 1 only the rules, 1 only the model." in printed.err
    assert "Dropped: quotation not in its stretch: 1." in printed.err


def test_json_keeps_both_apart(model: Model, tmp_path: Path) -> None:
    model.will(says(claim("Vilnius paid", initiator=["LTU"])))
    reading = by_rules()
    (second,) = seconds_by([reading], "test", model.base, 10, answers=tmp_path)
    told = json.loads(json.dumps(second_as_json(reading, second)))
    (one,) = told["assertions"]
    assert (one["quote"], one["actor"], one["event"]["plover"]) == ("Vilnius paid", ["LTU"], "AID")
    assert told["read_by"].startswith("model test prompt sha256:")
    assert told["comparison"]["only_model"] == [one["assertion"]]
    assert told["comparison"]["only_rules"] == [each.id for each in reading.assertions]
    assert (told["tokens"], told["stopped_because"]) == (None, None)


def test_a_server_that_fails_is_said_and_ends_with_code_9(
    model: Model, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model.will(sends(401))
    reading = by_rules()
    (second,) = seconds_by([reading], "test", model.base, 10, answers=tmp_path)
    print_second(reading, second)
    with pytest.raises(typer.Exit) as ended:
        require_heard([second])
    assert ended.value.exit_code == 9
    assert "1 stretches are unread: the server answered 401 Unauthorized." in (
        capsys.readouterr().err
    )


def test_the_budget_is_for_all_documents_together(model: Model, tmp_path: Path) -> None:
    model.will(says(claim("Poland paid")))
    readings = [document(f"Poland paid {number}.") for number in range(3)]
    seconds = seconds_by(readings, "test", model.base, 2, answers=tmp_path)
    assert [second.requests for second in seconds] == [1, 1, 0]
    weighed = seconds_by(readings[2:] * 2, "other", model.base, 9, 3000, answers=tmp_path)
    assert [second.tokens for second in weighed] == [None, 0]
    assert weighed[0].tokens_at_most > 3000


def test_no_model_no_second_reading() -> None:
    assert seconds_by([by_rules()], None, None, 10) == ()
    require_heard([])


def test_an_endpoint_needs_the_name_of_a_model() -> None:
    with pytest.raises(typer.BadParameter):
        seconds_by([by_rules()], None, "http://127.0.0.1:1/v1", 10)
    with pytest.raises(UnreachableModel):
        seconds_by([by_rules()], "test", "127.0.0.1:1", 10)


def test_without_an_endpoint_the_answers_kept_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    reading = by_rules()
    (second,) = seconds_by([reading], "test", None, 10)
    print_second(reading, second)
    assert "unread: no endpoint was given, so nothing was asked." in capsys.readouterr().err
