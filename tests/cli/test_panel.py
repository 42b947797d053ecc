"""`foedus panel` as people meet it: real processes, real files, real exit codes."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.cli import main
from tests.panels.holdings import hold

FOEDUS = Path(sys.executable).parent / "foedus"


@pytest.fixture(scope="module")
def data(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        hold(shared, "atop", "mid")
    return folder


def foedus(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(FOEDUS), "panel", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"FOEDUS_DATA": str(data), "COLUMNS": "100"},
    )


def test_the_first_rows_of_a_pair_go_to_standard_output(data: Path) -> None:
    answer = foedus(data, "dyad-year", "--add", "atop", "--dyad", "USA,KOR", "--years", "1953-1956")
    assert answer.returncode == 0, answer.stderr
    header, *rows = (line.split() for line in answer.stdout.splitlines())
    assert header[:4] == ["ccode1", "ccode2", "year", "atop_defense"]
    assert [row[:4] for row in rows[:4]] == [
        ["2", "732", "1953", "1"],
        ["2", "732", "1954", "1"],
        ["2", "732", "1955", "1"],
        ["2", "732", "1956", "1"],
    ]
    assert "All 8 rows" in answer.stderr


def test_json_is_one_record_per_line_with_null_outside_coverage(data: Path) -> None:
    answer = foedus(
        data,
        "dyad-year",
        "--add",
        "mid",
        "--dyad",
        "2,20",
        "--years",
        "2014-2015",
        "--json",
        "--undirected",
    )
    rows = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [row["year"] for row in rows] == [2014, 2015]
    assert rows[0]["cowmidonset"] in (0, 1)
    assert rows[1]["cowmidonset"] is None


def test_with_many_columns_rows_stand_side_by_side(data: Path) -> None:
    answer = foedus(data, "dyad-year", "--add", "atop,mid", "--years", "1990", "--head", "3")
    names = [line.split()[0] for line in answer.stdout.splitlines()]
    assert names[:4] == ["row", "ccode1", "ccode2", "year"]
    assert "stmon" in names


def test_a_file_is_written_and_its_path_is_all_that_goes_to_standard_output(
    data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "panel.parquet"
    answer = foedus(data, "dyad-year", "--years", "1990-1991", "--add", "atop,mid", "-o", file)
    assert answer.stdout == f"{file}\n"
    rows = pq.read_metadata(file).num_rows
    assert f"{rows:,} rows" in answer.stderr


def test_the_command_kept_in_a_file_makes_the_same_file_again(data: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "first.parquet", tmp_path / "again.parquet"
    foedus(data, "dyad-year", "--years", "1990", "--add", "atop", "--dyad", "USA,CAN", "-o", first)
    kept = json.loads(pq.read_metadata(first).metadata[b"foedus"])["command"]
    answer = foedus(data, *shlex.split(kept)[2:], "-o", again)
    assert answer.returncode == 0, answer.stderr
    assert first.read_bytes() == again.read_bytes()


def test_describing_draws_coverage_and_as_json_counts_it(data: Path) -> None:
    words = ("dyad-year", "--years", "2010-2016", "--add", "mid", "--describe")
    drawn = foedus(data, *words)
    assert "2010–2016" in drawn.stdout
    assert "╱" in drawn.stdout
    counted = json.loads(foedus(data, *words, "--json").stdout)
    onset = next(one for one in counted["columns"] if one["column"] == "cowmidonset")
    assert onset["outside_coverage"] > 0
    assert onset["values"] + onset["zeros"] + onset["outside_coverage"] == counted["rows"]


def test_citing_prints_bibtex_and_as_json_csl(data: Path) -> None:
    assert "@article{leeds2002atop" in foedus(data, "dyad-year", "--add", "atop", "--cite").stdout
    works = json.loads(foedus(data, "dyad-year", "--add", "atop", "--cite", "--json").stdout)
    assert "cow2017states" in {work["id"] for work in works}


def test_the_plan_of_ten_rows_of_a_pair_reads_that_pair_alone(data: Path) -> None:
    answer = foedus(data, "dyad-year", "--add", "atop", "--dyad", "USA,CAN", "--plan")
    plan = " ".join(answer.stdout.replace("│", " ").split())
    assert "READ_PARQUET" in plan
    assert "IN (2, 20)" in plan or "IN (2, 20" in plan


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("dyad-yaer",), 5, "dyad-year"),
        (("dyad-year", "--add", "atpo"), 5, "atop"),
        (("dyad-year", "--system", "cw"), 5, "cow"),
        (("dyad-year", "--dyad", "Rusia,PRK"), 5, "Russia"),
        (("dyad-year", "-o", "panel.parqet"), 5, ".parquet"),
        (("dyad-year", "--engine", "spark"), 5, "sc://"),
        (("dyad-year", "--dyad", "RUS"), 2, "RUS,PRK"),
        (("dyad-year", "--dyad", "RUS,PRK", "--state", "USA"), 2, "exclude"),
        (("dyad-year", "--years", "twenty"), 2, "1816-2016"),
        (("dyad-year", "--years", "2016-1816"), 2, "comes after"),
        (("dyad-year", "--add", "nmc"), 7, "foedus data get nmc"),
        (("dyad-year", "-o", "nowhere/panel.csv"), 1, "no folder"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do_next(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(data))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["foedus", "panel", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capfd.readouterr()
    assert ended.value.code == code, said.err
    assert told in said.err
    assert said.out == ""
    assert not list(tmp_path.iterdir())


def test_without_any_data_the_first_step_is_named(tmp_path: Path) -> None:
    answer = foedus(tmp_path / "none", "dyad-year")
    assert answer.returncode == 7
    assert "foedus data get cow-states" in answer.stderr


def test_the_command_costs_nothing_until_it_is_used() -> None:
    light = "import sys; import foedus.cli; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", light], capture_output=True, text=True)
    assert not {"ibis", "pyarrow", "pandas", "duckdb"} & set(modules.stdout.split())


def test_who_waits_is_told_what_for(
    data: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("foedus.cli.progress.PATIENCE", 0.0)
    monkeypatch.setenv("FOEDUS_DATA", str(data))
    monkeypatch.setattr(sys, "argv", ["foedus", "panel", "dyad-year", "--years", "1990", "--json"])
    with pytest.raises(SystemExit):
        main()
    said = capfd.readouterr()
    assert "Joining …" in said.err
    assert "Joining" not in said.out
