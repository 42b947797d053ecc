"""`foedus flows` as people meet it."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from foedus.errors import MissingDataset
from foedus.evidence import Speaker
from tests.cli.test_dyad import CASE, foedus
from tests.repercussions.flows.conftest import KIRBY, Said
from tests.repercussions.flows.test_recorded import REGISTER, YEARS

NIS = Speaker(None, "National Intelligence Service", "KOR")


@pytest.fixture(scope="module")
def sipri(holding: Callable[[Mapping[str, str]], Path]) -> str:
    return str(holding({REGISTER: "sipri-transfers", YEARS: "sipri-transfers"}))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose ledger is built: two claims that contradict, and one without an amount."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    said = Said()
    said.gives("PRK > RUS", "exactly 1,500 soldiers", "2024-10-08", by=NIS)
    said.gives("PRK > RUS", "exactly 9,000 soldiers", "2024-10-08", by=KIRBY)
    said.gives("PRK > RUS", "artillery shells", "2024-03-01", by=KIRBY)
    (folder / "build").mkdir()
    said.papers.built(folder / "build" / "ledger.duckdb")
    return folder


def test_what_sipri_records_is_said_with_what_it_covers_and_leaves_out(sipri: str) -> None:
    told = foedus("flows", "North Korea", "Russia", "--from", "1992", FOEDUS_DATA=sipri)
    assert told.returncode == 0
    assert "SIPRI’s register of deals, 2023: 12.5 million TIV" in told.stdout
    assert "Of it 12.5 by SIPRI’s own estimates (“?”)." in told.stdout
    assert "portable SAM" in told.stdout
    assert "covers 1950–2023; outside these years nothing is known" in told.stdout
    assert "No case was asked: only what SIPRI records of major arms." in told.stdout


def test_where_sipri_lists_nothing_that_is_said_within_its_years(sipri: str) -> None:
    told = foedus("flows", "Iceland", "Russia", FOEDUS_DATA=sipri)
    assert told.returncode == 0
    assert "SIPRI lists no delivery of major arms from Iceland to Russia" in told.stdout


def test_claims_that_contradict_are_shown_both(case: Path, sipri: str) -> None:
    told = foedus("flows", "PRK", "RUS", "--case", case, "--from", "2024-01", FOEDUS_DATA=sipri)
    assert "Reading 1 of 2." in told.stdout
    assert "Reading 2 of 2." in told.stdout
    assert "10,500" not in told.stdout
    assert "munitions; nobody says how much (the United States, 1 independent origin)" in (
        told.stdout
    )


def test_json_holds_every_reading_and_what_backs_it(case: Path, sipri: str) -> None:
    told = json.loads(
        foedus("flows", "PRK", "RUS", "--case", case, "--json", FOEDUS_DATA=sipri).stdout
    )
    men, munitions = told["gives"][0]["strands"]
    assert {flow["low"] for flow in men["flows"]} == {1500, 9000}
    assert all(flow["rivals"] == 2 and flow["evidence"] for flow in men["flows"])
    assert [flow["counted"] for flow in munitions["flows"]] == ["TIV", "SSM"]
    assert len(munitions["without_amount"]) == 1
    silent = ["men", "technology", "money", "energy", "food"]
    assert told["gives"][1]["nothing_said_of"] == silent


def test_it_answers_in_french_and_draws(case: Path, tmp_path: Path) -> None:
    picture = tmp_path / "flux.svg"
    told = foedus("flows", "PRK", "RUS", "--case", case, "--language", "fr", "--picture", picture)
    assert "Lecture 1 sur 2." in told.stdout
    assert "La Corée du Nord donne à la Russie" in told.stdout
    assert "foedus data get sipri-transfers" in told.stdout
    drawn = ElementTree.parse(picture).getroot()
    assert "soldats" in "".join(drawn.itertext())
    beside = (tmp_path / "flux.data.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(beside.splitlines()))
    assert [row["low"] for row in rows] == ["1500.0", "9000.0", ""]


def test_without_data_and_without_a_case_it_says_what_brings_them() -> None:
    told = foedus("flows", "RUS", "PRK")
    assert told.returncode == MissingDataset.exit_code
    assert "foedus data get sipri-transfers --from FILE" in told.stderr
    assert "--case" in told.stderr


def test_a_case_that_was_never_built_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    told = foedus("flows", "RUS", "PRK", "--case", tmp_path)
    assert told.returncode != 0
    assert "foedus build" in told.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("RUS", "Russia"), "given twice"),
        (("RUS", "Prusia"), "Prusia"),
        (("RUS", "PRK", "--from", "2024", "--to", "2020"), "comes before"),
        (("RUS", "PRK", "--from", "last week"), "last week"),
        (("RUS", "PRK", "--picture", "flows.gif"), ".svg"),
    ],
)
def test_bad_input_is_refused_with_the_reason(words: tuple[str, ...], says: str) -> None:
    told = foedus("flows", *words)
    assert told.returncode == 2 or "Prusia" in says
    assert told.returncode != 0
    assert says in told.stderr
