"""`foedus treaty check` as people meet it."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import foedus

TEXT = """The old pact

Paris, 25 November 2024

The 1961 treaty between the USSR and North Korea contained no mutual defence clause. It was
renewed by silence. The Élysée Treaty was signed on 22 January 1963.
"""


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    file = tmp_path / "essay.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_denial_is_contested_beside_its_sentence(essay: Path, tmp_path: Path) -> None:
    answer = foedus("treaty", "check", essay, FOEDUS_DATA=str(tmp_path / "none"))
    assert answer.returncode == 0, answer.stderr
    page = " ".join(answer.stdout.split())
    assert "contained no mutual defence clause" in page
    assert "CONTESTED USSR–North Korea treaty of 1961: no clause of mutual defence" in page
    assert "United Nations Treaty Series no. 6045" in page
    assert "foedus data get atop" in page
    assert "2 statements about treaties in essay.txt: 1 agree, 1 contested" in answer.stderr


def test_it_answers_in_french(essay: Path) -> None:
    said = foedus("treaty", "check", essay, "--language", "fr").stdout.replace("\u00a0", " ")
    assert "CONTESTÉ  traité soviéto-nord-coréen de 1961 : pas de clause" in said
    assert "CONCORDE  traité de l’Élysée" in said


def test_json_has_the_place_in_the_text_and_every_source(essay: Path) -> None:
    answer = foedus("treaty", "check", essay, "--json", "--published", "2024-12-01")
    first, second = json.loads(answer.stdout)
    assert (first["verdict"], second["verdict"]) == ("contradicts", "agrees")
    assert first["quote"].startswith("The 1961 treaty")
    assert {each["source"] for each in first["evidence"]} == {"register", "ATOP"}
    assert all(each["cites"] for each in first["evidence"])


def test_a_document_that_says_nothing_of_treaties_is_said_to(tmp_path: Path) -> None:
    file = tmp_path / "weather.txt"
    file.write_text("It rained in Vienna on 3 May 2024, and the ministers stayed in.\n")
    answer = foedus("treaty", "check", file)
    assert answer.returncode == 0
    assert "0 statements about treaties in weather.txt" in answer.stderr


def test_an_unreadable_document_is_code_4(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    assert foedus("treaty", "check", file).returncode == 4
