"""`foedus moved`: as a newcomer would type it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.errors import FoedusError
from tests.repercussions.movements.test_sources import mentions

ASK = ["moved", "RUS-PRK", "--on", "2021-05"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return mentions(tmp_path)


def test_it_says_who_moved_who_did_not_and_how_sure_that_is(table: Path) -> None:
    ran = CliRunner().invoke(app, [*ASK, "--outcome", str(table)])
    assert ran.exit_code == 0, ran.output
    assert "Radio spoke less of North Korea" in ran.stdout
    assert "Gazette and North Korea: no movement seen" in ran.stdout
    assert "would have been seen" in " ".join(ran.stdout.split())
    assert "Confidence is" in ran.stdout
    assert "Every lead and lag" in ran.stdout


def test_json_has_everything_and_nothing_else(table: Path) -> None:
    ran = CliRunner().invoke(app, [*ASK, "--outcome", str(table), "--json"])
    (found,) = json.loads(ran.stdout)
    radio = found["dyads"][2]
    assert (radio["third"], radio["focus"]) == ("gazette", "PRK")
    assert radio["synthetic"]["donors"]
    assert found["untreated"] == 6
    assert found["file"]["name"] == "mentions.csv"


def test_a_picture_is_drawn_with_its_rows_beside_it(table: Path, tmp_path: Path) -> None:
    picture = tmp_path / "moved.svg"
    ran = CliRunner().invoke(
        app, [*ASK, "--outcome", str(table), "--language", "fr", "--picture", str(picture)]
    )
    assert ran.exit_code == 0, ran.output
    assert "Qui a bougé" in picture.read_text(encoding="utf-8")
    assert (tmp_path / "moved.data.csv").read_text(encoding="utf-8").startswith("third,focus")


@pytest.mark.parametrize(
    "asked",
    [
        ["moved"],
        ["moved", "RUS-PRK", "--outcome", "votes"],
        ["moved", "RUS-PRK", "--on", "soon", "--outcome", "votes"],
        ["moved", "RUS", "--on", "2014", "--outcome", "votes", "--case", "x"],
        ["moved", "RUS", "--on", "2014", "--outcome", "votes", "--picture", "x.gif"],
    ],
)
def test_wrong_usage_is_refused_by_the_command_line(asked: list[str]) -> None:
    assert CliRunner().invoke(app, asked).exit_code == 2


def test_a_case_that_does_not_ask_is_told_how(repository: Path) -> None:
    ran = CliRunner().invoke(app, ["moved", "--case", str(repository / "examples/rus-prk")])
    assert isinstance(ran.exception, FoedusError)
    assert "[[moved]]" in str(ran.exception)
