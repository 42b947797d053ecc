"""`foedus entangle` as people meet it."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_commands import foedus

KOREA = ("entangle", "KOR", "--on", "2024-12-10", "--against", "PRK")


@pytest.fixture(autouse=True)
def _no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))


def test_who_is_how_many_steps_from_a_war_in_korea() -> None:
    answer = foedus(*KOREA, COLUMNS="80")
    assert answer.returncode == 0, answer.stderr
    lines = [line.strip() for line in answer.stdout.splitlines()]
    assert lines[0] == "South Korea, 10 December 2024"
    assert lines[1] == "Enemy: North Korea"
    assert "1 step: 1" in lines
    assert "must, certain: US–South Korea treaty of 1953, art. 3" in lines
    assert any(line.startswith("2 steps: ") for line in lines)
    assert any(line.startswith("United States: ") and line.endswith("stay out") for line in lines)
    assert "\x1b[" not in answer.stdout


def test_the_same_in_french_with_the_names_of_the_day() -> None:
    answer = foedus("entangle", "Allemagne", "--on", "1914-07-28", "--language", "fr")
    assert answer.returncode == 0, answer.stderr
    said = answer.stdout.replace("\u00a0", " ")
    assert "Qui est appelé si l’on attaque l’Allemagne" in said
    assert "seulement contre Empire russe" in said


def test_the_same_as_json() -> None:
    found = json.loads(foedus(*KOREA, "--json").stdout)
    assert (found["actor"], found["on"], found["enemies"]) == ("KOR", "2024-12-10", ["PRK"])
    (ally,) = [one for one in found["called"]["reached"] if one["steps"] == 1]
    assert ally["actor"] == "USA"
    assert ally["chain"][0]["instrument"] == "usa-kor-1953"
    assert found["calling"]["reached"]


def test_two_enemies_attack_together() -> None:
    words = ("entangle", "GMY", "--on", "1914-07-28", "--against", "FRA", "--against", "RUS")
    found = json.loads(foedus(*words, "--json").stdout)
    assert found["enemies"] == ["FRA", "RUS"]
    at_once = {one["actor"] for one in found["called"]["reached"] if one["steps"] == 1}
    assert at_once == {"AUH", "ITA"}


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_picture_is_written_beside_the_answer(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"korea.{ending}"
    answer = foedus(*KOREA, "--picture", file)
    assert answer.returncode == 0, answer.stderr
    assert str(file) in answer.stderr.replace("\n", "")
    drawn = file.read_text(encoding="utf-8")
    ElementTree.fromstring(drawn[drawn.index("<svg") : drawn.index("</svg>") + 6])
    assert "://" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_of_another_kind_is_a_fault_of_the_command_line(tmp_path: Path) -> None:
    answer = foedus(*KOREA, "--picture", tmp_path / "korea.gif")
    assert answer.returncode == 2
    assert ".svg" in answer.stderr


def test_a_case_adds_its_own_treaties(tmp_path: Path) -> None:
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "broken.toml").write_text('id = "broken"\n', encoding="utf-8")
    assert foedus(*KOREA, "--case", tmp_path).returncode == 3


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("Polend", "--on", "2024-12-10"), 5, "Poland"),
        (("SUN", "--on", "2024-12-10"), 5, "1991"),
        (("KOR", "--on", "2024-12-10", "--against", "KOR"), 2, "own enemy"),
    ],
)
def test_what_makes_no_sense_is_told(words: tuple[str, ...], code: int, told: str) -> None:
    answer = foedus("entangle", *words)
    assert answer.returncode == code
    assert told in answer.stderr


def test_where_nothing_binds_anybody_that_is_the_answer() -> None:
    answer = foedus("entangle", "Switzerland", "--on", "2024-12-10")
    assert answer.returncode == 0
    assert answer.stdout.count("Nobody: no duty in force that day") == 2
