"""`foedus dyad` as people meet it."""

import contextlib
import csv
import dataclasses
import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from foedus.building import build
from foedus.cli.app import main
from foedus.dossier.dyads.view import dyad

CASE = """
title = "Visits"
question = "How often do they meet?"
language = "en"
focus = ["RUS", "PRK"]
watch = []
period = "2000/2024-12-31"

[[coverage]]
what = "leaders' visits"
event_type = "CONSULT"
mode = "summit"
actors = ["RUS", "PRK"]
spell = "2000/2024-12-31"
how = "Each visit once"

[reliability]
"""
PAIR = ("dyad", "Russia", "PRK", "--to", "2024")


@dataclasses.dataclass(frozen=True)
class Told:
    returncode: int
    stdout: str
    stderr: str


def foedus(*words: object, **settings: str) -> Told:
    """Run the command as the shell would, in this process: a start takes a second."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patched,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patched.setattr(sys, "argv", ["foedus", *map(str, words)])
        for name, value in {"COLUMNS": "200", **settings}.items():
            patched.setenv(name, value)
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Told(code, out.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))


@pytest.fixture(scope="module")
def votes(holding: Callable[[Mapping[str, str]], Path]) -> str:
    """A folder of data with published ideal points and a dataset that is not to be passed on."""
    files = {
        "unga/idealpoints_all_jun2024.parquet": "ideal-points",
        "sanctions/GSDB_V4.csv": "gsdb",
    }
    return str(holding(files))


@pytest.fixture(scope="module")
def built(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of nothing but the leaders' visits of the example, built."""
    example, folder = repository / "examples" / "rus-prk", tmp_path_factory.mktemp("case") / "pact"
    folder.mkdir()
    told = (example / "chronicle.csv").read_text(encoding="utf-8").splitlines()
    visits = [line for line in told if "summit" in line]
    (folder / "chronicle.csv").write_text("\n".join([told[0], *visits]) + "\n", encoding="utf-8")
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    build(folder)
    return folder


def test_what_stands_what_changed_and_what_to_run_for_the_rest() -> None:
    answer = foedus(*PAIR)
    assert answer.returncode == 0, answer.stderr
    said = answer.stdout
    assert said.startswith("Russia and North Korea, 1948–2024")
    assert "Russia–North Korea treaty of 2024, since 4 December 2024: each owes the other" in said
    assert "the Soviet Union to 25 December 1991, Russia from 26 December 1991" in said
    assert "1961-09-10" in said
    assert "Not on this machine" in said
    for dataset in ("atop", "unga-votes", "ideal-points", "gml", "gsdb"):
        assert f"`foedus data get {dataset}" in said, dataset
    assert "\x1b[" not in said


def test_nothing_is_called_none_that_nobody_has_looked_at() -> None:
    assert "none listed" not in foedus(*PAIR).stdout


def test_the_same_in_french() -> None:
    answer = foedus(*PAIR, "--language", "fr")
    said = answer.stdout.replace("\u00a0", " ")
    assert said.startswith("Russie et Corée du Nord, 1948–2024")
    assert "chacun doit à l’autre défense" in said
    assert "Absent de cette machine" in said


def test_how_they_vote_with_intervals(votes: str) -> None:
    said = " ".join(foedus(*PAIR, FOEDUS_DATA=votes).stdout.split())
    assert "Russia −0.53 (−0.72 to −0.35), North Korea −0.74 (−0.95 to −0.54)" in said
    assert "The ideal point of Russia moved by −0.61 from 2021 to 2022" in said
    assert "That may be none at all." in said


def test_the_same_as_json(votes: str) -> None:
    answer = foedus(*PAIR, "--beside", "CHN,KOR", "--json", FOEDUS_DATA=votes)
    told = json.loads(answer.stdout)
    assert told["dyad"] == "PRK-RUS"
    assert told["one"] == ["RUS", "SUN"]
    points = told["parts"]["ideal_points"]
    assert {row["actor"] for row in points["rows"]} == {"RUS", "SUN", "PRK", "CHN", "KOR"}
    assert points["sources"][0]["covers"] == [1946, 2023]
    assert told["parts"]["arms"]["sources"][0]["missing"].startswith("foedus data get")


@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_a_picture_with_its_rows_beside_it(ending: str, votes: str, tmp_path: Path) -> None:
    file = tmp_path / f"pair.{ending}"
    answer = foedus(*PAIR, "--picture", file, FOEDUS_DATA=votes)
    assert answer.returncode == 0, answer.stderr
    rows = list(
        csv.DictReader((tmp_path / "pair.data.csv").read_text(encoding="utf-8").splitlines())
    )
    assert {"begins", "ends", "value", "low", "high"} <= rows[0].keys()
    assert any(row["value"].startswith("-0.505") for row in rows)
    if ending == "svg":
        assert ElementTree.fromstring(file.read_text(encoding="utf-8")).tag.endswith("svg")
    if ending == "html":
        page = file.read_text(encoding="utf-8")
        assert "<script" not in page
        assert "http://" not in page.replace("http://www.w3.org", "")
        assert "prefers-color-scheme: dark" in page


def test_data_that_may_not_be_passed_on_are_left_out_unless_allowed(
    votes: str, tmp_path: Path
) -> None:
    answer = foedus(*PAIR, "--data", tmp_path / "tables", FOEDUS_DATA=votes)
    assert "gsdb is not to be passed on" in " ".join(answer.stderr.split())
    assert (tmp_path / "tables" / "obligations.parquet").exists()
    assert not (tmp_path / "tables" / "sanctions.csv").exists()
    foedus(*PAIR, "--data", tmp_path / "all", "--pass-on", "gsdb", FOEDUS_DATA=votes)
    assert (tmp_path / "all" / "sanctions.csv").exists()


def test_a_case_brings_its_exchanges_and_turning_point(built: Path) -> None:
    answer = foedus(*PAIR, "--case", built)
    assert answer.returncode == 0, answer.stderr
    assert "Leaders’ visits" in answer.stdout or "Leaders' visits" in answer.stdout
    assert "with 90 %" in answer.stdout.replace("\u00a0", " ")


def test_a_case_that_was_never_built_says_so(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    answer = foedus(*PAIR, "--case", tmp_path)
    assert answer.returncode == 7
    assert "foedus build" in answer.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("dyad", "RUS", "Russie"), 2),
        (("dyad", "RUS", "Atlantis"), 5),
        (("dyad", "RUS", "PRK", "--from", "2020", "--to", "2010"), 2),
        (("dyad", "RUS", "PRK", "--picture", "pair.gif"), 2),
    ],
)
def test_what_cannot_be_answered_has_its_code(words: tuple[str, ...], code: int) -> None:
    answer = foedus(*words)
    assert answer.returncode == code
    assert "Traceback" not in answer.stderr


def test_from_python_it_draws_itself_in_a_notebook_and_gives_tables(
    votes: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", votes)
    pair = dyad("RUS", "PRK", first=1990, last=2023, beside=["CHN"])
    drawn = pair._repr_html_()
    assert "<svg" in drawn
    assert "Ideal points by session" in drawn
    assert "<script" not in drawn
    assert pair["ideal_points"].num_rows == pair.to_arrow()["ideal_points"].num_rows > 0
    assert str(pair).startswith("Russia and North Korea, 1990–2023")
    assert pair.written(tmp_path / "pair.png")[0].read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="ends in none of"):
        pair.written(tmp_path / "pair.gif")
