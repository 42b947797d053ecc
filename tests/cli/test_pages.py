"""Pages that commands write: whole or not at all, where they were asked to be."""

import os
from pathlib import Path

import pytest

from tests.cli.test_commands import foedus

CASUS = ("casus", "UKR attacks RUS", "--in", "Kursk", "--on", "2024-11-01")
CASCADE = ("cascade", "GMY attacks POL", "--on", "1939-09-01", "--draws", "200")


@pytest.mark.parametrize("command", [CASUS, CASCADE])
def test_a_page_is_written_whole_and_only_its_path_is_printed(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    page = tmp_path / "answer.html"
    answer = foedus(*command, "--html", page, "--language", "fr")
    assert answer.stdout == f"{page}\n"
    assert os.listdir(tmp_path) == ["answer.html"]
    written = page.read_text(encoding="utf-8")
    assert '<html lang="fr">' in written
    assert written.rstrip().endswith("</html>")
    assert foedus(*command, "--html", "-", "--language", "fr").stdout == written


@pytest.mark.parametrize("command", [CASUS, CASCADE])
def test_a_page_that_cannot_be_written_is_said_so(command: tuple[str, ...], tmp_path: Path) -> None:
    nowhere = foedus(*command, "--html", tmp_path / "no" / "answer.html")
    assert nowhere.returncode == 1
    assert "could not be written" in nowhere.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [CASUS, CASCADE])
def test_a_page_and_json_are_not_asked_for_at_once(command: tuple[str, ...]) -> None:
    answer = foedus(*command, "--html", "-", "--json")
    assert answer.returncode == 2
    assert not answer.stdout


def test_the_page_gives_the_grounds_of_all_when_the_terminal_would() -> None:
    some, everything = (
        foedus(*CASUS, *more, "--html", "-").stdout.count("<article") for more in ((), ("--full",))
    )
    assert 0 < some < everything
