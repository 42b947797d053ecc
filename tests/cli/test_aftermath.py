"""`foedus aftermath` as people meet it."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.errors import MissingDataset, UnknownInstrument
from foedus.repercussions.aftermath import NotAskable
from tests.repercussions.aftermath import FILES


@pytest.fixture(autouse=True)
def record(holding, monkeypatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(holding(FILES)))
    monkeypatch.setenv("COLUMNS", "220")


def asked(*words: object) -> Result:
    return CliRunner().invoke(app, ["aftermath", *map(str, words)])


def test_it_can_be_read_aloud() -> None:
    said = asked("rus-prk-2024").stdout.replace("\u00a0", " ")
    assert "30 in ATOP 5.1, each new between its two states, of defence or offence" in said
    assert "A militarised dispute between the two" in said
    assert "0 of 30: 0 % (0 % to 8 %)" in said
    assert "Soviet Union – North Korea, 1961 (USSR–North Korea treaty of 1961, ATOP 3440)" in said
    assert "Confidence is low." in said
    assert "what follows a pact is not what the pact did" in said


def test_it_speaks_french() -> None:
    said = asked("rus-prk-2024", "--language", "fr", "--years", "5").stdout
    assert "Union soviétique – Corée du Nord, 1961" in said
    assert "1 sur 30" in said


def test_what_followed_the_pact_itself_stands_beside_where_it_is_known() -> None:
    assert "This pact" in asked("sun-prk-1961", "--years", "5").stdout
    assert "This pact" not in asked("rus-prk-2024", "--years", "5").stdout


def test_two_states_a_day_and_what_they_promised_do_without_a_treaty() -> None:
    options = ("--between", "Russia,PRK", "--on", "2024-06-19", "--holds", "defence,consultation")
    told = json.loads(asked(*options, "--json").stdout)
    assert told["pact"]["actors"] == ["RUS", "PRK"]
    assert told["pact"]["kinds"] == ["defence", "consultation"]
    assert {row["years"] for row in told["outcomes"]} == {1, 3, 5}
    assert len(told["analogues"]) == 30


def test_the_picture_stands_alone_with_its_data_beside_it(tmp_path: Path) -> None:
    assert asked("rus-prk-2024", "--picture", tmp_path / "after.svg").exit_code == 0
    words = " ".join(ElementTree.parse(tmp_path / "after.svg").getroot().itertext())
    assert "After 30 pacts like this one" in words
    assert "mid 5.0" in words
    assert (tmp_path / "after.data.csv").read_text().startswith("outcome,about,unit,years")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rus-prk-2024", "--holds", "defence"), "a treaty says itself"),
        (("--between", "RUS,PRK"), "name a treaty of the register"),
        (("rus-prk-2024", "--years", "soon"), "no numbers of years"),
        (("rus-prk-2024", "--picture", "after.pdf"), "ends neither"),
    ],
)
def test_what_cannot_be_asked_is_a_fault_of_the_command_line(words, says) -> None:
    answer = asked(*words)
    assert answer.exit_code == 2
    assert says in " ".join(answer.output.replace("│", " ").split())


def test_what_cannot_be_answered_says_why() -> None:
    assert isinstance(asked("nato-1949").exception, NotAskable)
    assert isinstance(asked("rus-prk-2025").exception, UnknownInstrument)
    assert isinstance(asked("rus-prk-2024", "--years", "50").exception, NotAskable)


def test_without_data_it_says_what_to_run(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    error = asked("rus-prk-2024").exception
    assert isinstance(error, MissingDataset)
    assert error.exit_code == 7
