"""What `--help` of the measuring commands shows: an example, and options worded alike."""

import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

MEASURING = ("blocs", "changes", "ideal-points", "panel", "series", "silence", "similarity")


def help_of(command: str) -> str:
    answer = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"})
    assert answer.exit_code == 0
    return " ".join(answer.stdout.split())


@pytest.mark.parametrize("command", MEASURING)
def test_it_shows_an_example(command: str) -> None:
    assert f"Example: foedus {command} " in help_of(command)


@pytest.mark.parametrize("command", ["ideal-points", "panel", "series", "similarity"])
def test_rows_go_into_a_file_by_the_same_option(command: str) -> None:
    said = help_of(command)
    assert "--output -o FILE" in said
    assert "--pass-on" in said


@pytest.mark.parametrize("command", ["blocs", "changes", "silence"])
def test_pictures_are_asked_for_by_the_same_option(command: str) -> None:
    assert "--picture FILE Also draw it: a .svg" in help_of(command)


@pytest.mark.parametrize("command", [one for one in MEASURING if one != "panel"])
def test_it_answers_in_french_too(command: str) -> None:
    assert "--language" in help_of(command)
