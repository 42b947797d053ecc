"""`foedus series`: what two states did to each other, as printed, as JSON and as a file."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from foedus.cli.app import app
from foedus.datasets.event_store import events_stored
from foedus.datasets.importing import imported
from foedus.errors import (
    FoedusError,
    MissingDataset,
    UnknownActor,
    UnknownDataset,
    UnknownFormat,
)
from tests.datasets.gdelt_made import line, text_file
from tests.ledger.papers import Papers


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "150")


@pytest.fixture
def _june(tmp_path: Path) -> None:
    """Russia to North Korea once in June 2024, which a file covers, and once before, dated back."""
    plover = tmp_path / "plover.txt"
    plover.write_text("# CAMEO to PLOVER conversion table\n042: CONSULT, visit,   # Make a visit\n")
    imported("cameo", plover, table="plover")
    lines = line(1), line(2, SQLDATE="20240401"), line(3, Actor2CountryCode="CHN")
    events_stored([text_file(tmp_path, "202406.export.CSV", *lines)])


def series(*words: str) -> Result:
    return CliRunner().invoke(app, ["series", *words])


@pytest.mark.usefixtures("_june")
def test_a_table_shows_what_is_recorded_and_says_what_is_not_covered() -> None:
    found = series("Russia", "North Korea")
    assert found.exit_code == 0, found.output
    back, there = found.stdout.split("gdelt: RUS → PRK")
    assert "gdelt: PRK → RUS" in back
    june = next(one.split() for one in there.splitlines() if one.startswith("2024-06"))
    assert june == [
        "2024-06-01",
        "100%",
        "1",
        "1",
        "0",
        "0",
        "0",
        "1",
        "1.90",
        "1.90",
        "500.00",
        "500.00",
    ]
    april = next(one.split() for one in there.splitlines() if one.startswith("2024-04"))
    assert april[1:3] == ["0%", "1"]
    assert "2024-05" not in found.stdout
    assert "does not cover, 3 of them: unknown, not zero" in found.stderr


@pytest.mark.usefixtures("_june")
def test_json_has_every_period_and_null_where_nothing_is_known() -> None:
    found = series(
        "RUS", "PRK", "--undirected", "--from", "2024-05-01", "--to", "2024-06-30", "--json"
    )
    may, june = json.loads(found.stdout)
    assert (may["begins"], may["events"], may["coverage"]) == ("2024-05-01", None, 0)
    assert (june["member"], june["partner"], june["events"]) == ("PRK", "RUS", 1)


@pytest.mark.usefixtures("_june")
def test_a_file_has_all_columns(tmp_path: Path) -> None:
    assert series("RUS", "PRK", "-o", str(tmp_path / "x.csv")).exit_code == 0
    assert series("RUS", "PRK", "-o", str(tmp_path / "x.parquet")).exit_code == 0
    with (tmp_path / "x.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == pq.read_schema(tmp_path / "x.parquet").names
    assert len(rows) == 6
    beside = json.loads((tmp_path / "x.csv.sources.json").read_text(encoding="utf-8"))
    assert beside["command"] == "foedus series RUS PRK --by month"
    assert [one["name"] for one in beside["datasets"]] == ["gdelt"]


@pytest.mark.usefixtures("_june")
def test_how_coverage_is_known_is_told_and_what_it_cannot_tell() -> None:
    assert "gdelt: covered is the share of each period whose files are loaded" in (
        series("RUS", "PRK").stderr
    )
    french = series("RUS", "PRK", "--language", "fr")
    assert "couvert dit la part de chaque période dont les fichiers sont chargés" in french.stderr
    assert "moyenne" in french.stdout
    nothing = series("RUS", "PRK", "--from", "2050-01-01", "--to", "2050-12-31")
    assert nothing.stdout == ""
    assert "what happened is unknown, not zero" in nothing.stderr


def test_a_case_has_its_events_though_no_store_is_held(tmp_path: Path) -> None:
    papers = Papers()
    papers.document("Le Monde", published="2024-10-20")
    papers.says("Le Monde", "AID", "PRK", "RUS", "2024-10-17")
    (tmp_path / "case" / "build").mkdir(parents=True)
    papers.built(tmp_path / "case" / "build" / "ledger.duckdb")
    found = series("RUS", "PRK", "--case", str(tmp_path / "case"))
    assert "case: PRK → RUS" in found.stdout
    assert "2024-10-01" in found.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("RUS", "RUS"),
        ("RUS", "PRK", "--from", "2024-01-01"),
        ("RUS", "PRK", "--from", "2024-02-01", "--to", "2024-01-01"),
        ("RUS", "PRK", "--by", "fortnight"),
    ],
)
def test_what_makes_no_series_is_the_command_lines_fault(words: tuple[str, ...]) -> None:
    assert series(*words).exit_code == 2


def test_who_is_nobody_and_what_is_not_held_are_told() -> None:
    assert isinstance(series("RUS", "Ruritania").exception, UnknownActor)
    assert isinstance(series("RUS", "PRK").exception, MissingDataset)
    wrong = series("RUS", "PRK", "--store", "gdelt,acled").exception
    assert isinstance(wrong, UnknownDataset)
    assert wrong.nearest == ("gdelt", "icews", "polecat")


def test_a_file_that_cannot_be_written_is_refused_before_anything_is_counted(
    tmp_path: Path,
) -> None:
    assert isinstance(series("RUS", "PRK", "-o", "x.xlsx").exception, UnknownFormat)
    nowhere = series("RUS", "PRK", "-o", str(tmp_path / "no" / "x.csv")).exception
    assert isinstance(nowhere, FoedusError)
    assert "There is no folder" in str(nowhere)
