"""`foedus blocs` as people meet it, with the register alone."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_commands import foedus

ASKED = ("blocs", "--on", "2024-06-20")


@pytest.fixture(autouse=True)
def _no_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))


def test_who_stands_together_in_words() -> None:
    answer = foedus(*ASKED)
    assert answer.returncode == 0, answer.stderr
    lines = [line.strip() for line in answer.stdout.replace("\u00a0", " ").splitlines()]
    assert lines[0] == "Blocs, 20 June 2024"
    assert any(line.startswith("Bloc of the United States: ") for line in lines)
    assert "China, North Korea" in lines
    assert "ATOP: not on this machine: unknown (foedus data get atop)" in lines
    assert any("not in force" in line and "Russia–North Korea" in line for line in lines)
    assert "\x1b[" not in answer.stdout


def test_drawn_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "blocs.svg"
    among = ("--among", "USA,KOR", "--among", "PRK, China")
    answer = foedus(*ASKED, *among, "--language", "fr", "--picture", file, "--json")
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert [len(one["members"]) for one in found["blocs"]] == [2, 2]
    assert found["rule"]["by"] == "alliances"
    text = "".join(ElementTree.parse(file).getroot().itertext())
    assert "Corée du Nord" in text
    with file.with_suffix(".data.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert [(row["first"], row["second"], row["sign"]) for row in rows] == [
        ("CHN", "PRK", "1"),
        ("KOR", "USA", "1"),
    ]
    assert rows[0]["sources"] == "register:chn-prk-1961"


def test_through_the_years() -> None:
    words = foedus("blocs", "--from", "1948", "--to", "1951").stdout
    assert words.startswith("Blocs of each 31 December, 1948–1951")
    assert "positive: owes defence, or to join in war; negative: disputes" in words
    assert "Disputes (MID): not on this machine: unknown (foedus data get mid)" in words


@pytest.mark.parametrize(
    "words",
    [
        ("blocs", "--by", "friendship"),
        ("blocs", "--from", "1950", "--to", "1940"),
    ],
)
def test_what_makes_no_sense_is_said(words: tuple[str, ...]) -> None:
    assert foedus(*words).returncode == 2


def test_nobody_by_that_name() -> None:
    assert foedus(*ASKED, "--among", "Ruritania").returncode == 5
