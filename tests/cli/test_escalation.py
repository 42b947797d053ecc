"""`foedus escalation` and `foedus capabilities` as people meet them."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from foedus.cli.app import app


@pytest.fixture(autouse=True)
def _nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))
    monkeypatch.setenv("COLUMNS", "400")


def here(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_with_nothing_held_it_says_that_nothing_is_known_and_what_to_run() -> None:
    answer = here("escalation", "South Korea", "PRK", "--from", "2020", "--to", "2024")
    assert answer.exit_code == 0, answer.output
    assert "South Korea and North Korea, January 2020 to December 2024" in answer.output
    assert "may lie anywhere from 0.00 to 1.00" in answer.output
    assert "foedus data get mid" in answer.output
    told = here("capabilities", "PRK", "--beside", "RUS", "--from", "2000", "--to", "2024")
    assert told.exit_code == 0, told.output
    assert (
        "Nothing is known here of: days with a missile test and missiles flown in tests. "
        "What adds it: foedus data get missile-tests" in told.output
    )


def test_the_same_as_json_and_in_french() -> None:
    told = json.loads(here("escalation", "KOR", "PRK", "--to", "2024", "--json").stdout)
    assert told["dyad"] == "KOR-PRK"
    assert set(told["index"]["low"]) == {0}
    assert set(told["index"]["middle"]) == {None}
    assert [rung["level"] for rung in told["ladder"]] == [1, 2, 3, 4, 5]
    french = here("escalation", "KOR", "PRK", "--to", "2024", "--language", "fr").stdout
    assert "l’indice d’escalade entre la Corée du Sud et la Corée du Nord" in french
    series = json.loads(here("capabilities", "RUS", "--to", "2024", "--json").stdout)["series"]
    assert {one["key"] for one in series} == {
        *("spending", "cinc", "milex", "milper", "irst", "pec", "tpop", "upop"),
    }
    assert all(value is None for one in series for value in one["values"].values())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("escalation", "KOR", "KOR"), "no pair with itself"),
        (("escalation", "KOR", "PRK", "--from", "2025", "--to", "2024"), "comes before"),
        (("escalation", "KOR", "PRK", "--from", "5"), "1816"),
        (("escalation", "KOR", "PRK", "--picture", "x.gif"), "ends neither"),
        (("capabilities", "PRK", "--beside", "PRK"), "beside itself"),
        (("capabilities", "PRK", "--from", "2025", "--to", "2000"), "comes before"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], told: str) -> None:
    answer = here(*words)
    assert answer.exit_code == 2
    assert told in answer.output
