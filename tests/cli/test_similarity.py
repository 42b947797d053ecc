"""`foedus similarity` as people meet it: real processes, real files, real exit codes."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from foedus.cli import app
from foedus.errors import FoedusError

FOEDUS = Path(sys.executable).parent / "foedus"
FILES = {
    "atop/atop5_1_ddyr.parquet": "atop",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
}


@pytest.fixture(scope="module")
def data(holding: Callable[[Mapping[str, str]], Path]) -> Path:
    return holding(FILES)


def foedus(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(FOEDUS), "similarity", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"FOEDUS_DATA": str(data), "COLUMNS": "140"},
    )


def test_each_pair_and_year_is_one_line_and_the_end_of_coverage_is_told(data: Path) -> None:
    answer = foedus(data, "RUS", "PRK", "CHN", "--years", "2017-2024")
    assert answer.returncode == 0, answer.stderr
    header, *rows = (line.split() for line in answer.stdout.splitlines())
    assert header[:3] == ["year", "objects", "S"]
    assert [row[:4] for row in rows[:3]] == [
        ["2017", "RUS", "CHN", "195"],
        ["2017", "RUS", "PRK", "195"],
        ["2017", "CHN", "PRK", "195"],
    ]
    assert len(rows) == 6
    assert "after 2018: missing, not zero" in answer.stderr
    assert "From Alliance Treaty Obligations and Provisions (atop 5.1), 1815–2018." in answer.stderr


def test_years_without_data_have_no_rows_and_that_is_said(data: Path) -> None:
    answer = foedus(data, "RUS", "PRK", "--years", "2019-2024")
    assert (answer.returncode, answer.stdout) == (0, "")
    assert "missing, not zero" in answer.stderr


def test_a_name_that_had_another_holder_is_told(data: Path) -> None:
    answer = foedus(data, "RUS", "CHN", "--years", "1990-1993", "--measure", "tau_b", "--json")
    assert {row["year"] for row in json.loads(answer.stdout)} == {1992, 1993}
    assert "Soviet Union (SUN), not RUS" in answer.stderr


def test_undefined_is_null_in_json_and_a_dot_in_the_table(data: Path) -> None:
    asked = ("USA", "CUB", "--from", "votes", "--by", "session", "--years", "19")
    asked = (*asked, "--measure", "s_absolute,tau_b")
    (one, _) = json.loads(foedus(data, *asked, "--json").stdout)
    assert one["session"] == 19
    assert one["objects"] == 1
    assert one["tau_b"] is None
    assert foedus(data, *asked).stdout.splitlines()[1].split()[-1] == "·"


def test_everybody_goes_into_a_file_that_says_where_it_comes_from(
    data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "all.parquet"
    answer = foedus(data, "--years", "1816-1818", "-o", file)
    assert answer.stdout.strip() == str(file)
    table = pq.read_table(file)
    assert f"{table.num_rows:,} rows" in answer.stderr
    said = json.loads(table.schema.metadata[b"foedus"])
    assert said["command"] == "foedus similarity --from alliances --by year --years 1816-1818"
    assert [one["name"] for one in said["datasets"]] == ["atop"]
    assert said["datasets"][0]["citations"]


def test_a_csv_has_its_sources_beside_it(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "pair.csv"
    assert foedus(data, "USA", "CHN", "--from", "votes", "-o", file).returncode == 0
    header, first, *_ = file.read_text(encoding="utf-8").splitlines()
    assert header.startswith("state1,state2,ccode1,ccode2,year,objects,s_absolute")
    assert first.startswith("USA,CHN,2,710,1971,49,")
    beside = json.loads(file.with_name("pair.csv.sources.json").read_text(encoding="utf-8"))
    assert {one["table"] for one in beside["datasets"][0]["files"]} == {"votes", "rollcalls"}
    assert beside["file"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("CHN",), 2, "needs two states"),
        ((), 2, "-o FILE.parquet"),
        (("CHN", "CHN"), 2, "needs two states"),
        (("CHN", "RUS", "-o", "no/such/all.csv"), 1, "There is no folder"),
        (("CHN", "RUS", "--measure", "s"), 2, "no measure is called"),
        (("CHN", "RUS", "--years", "soon"), 2, "is not years"),
        (("CHN", "Ruritania"), 5, "Mauritania"),
        (("CHN", "NATO"), 5, "never a member"),
        (("CHN", "RUS", "-o", "all.txt"), 5, ".csv"),
        (("CHN", "RUS", "--measure", "s_absolute_weighted"), 7, "foedus data get nmc"),
    ],
)
def test_a_fault_has_its_exit_code(
    data: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(data))
    answer = CliRunner().invoke(app, ["similarity", *words])
    error = answer.exception
    if isinstance(error, FoedusError):
        assert (error.exit_code, told in str(error)) == (code, True)
    else:
        assert answer.exit_code == code
        assert told in answer.stderr.replace("\n│ ", " ")
    assert answer.stdout == ""
