"""`foedus ideal-points` as people meet it."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from foedus.datasets.importing import imported
from tests.cli.test_commands import FOEDUS, foedus


@pytest.fixture(autouse=True)
def _no_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "-o FILE.parquet"),
        (("RUS", "--sessions", "x"), "is not sessions such as 60-75"),
        (("RUS", "--sessions", "70-60"), "comes after"),
    ],
)
def test_what_cannot_be_asked_is_said(words: tuple[str, ...], told: str) -> None:
    answer = foedus("ideal-points", *words, COLUMNS="200")
    assert answer.returncode == 2
    assert told in answer.stderr


def test_without_the_votes_it_says_what_to_run() -> None:
    answer = foedus("ideal-points", "RUS")
    assert answer.returncode == 7
    assert "foedus data get unga-votes" in answer.stderr
    assert answer.stdout == ""


def test_an_unknown_actor_is_not_guessed() -> None:
    assert foedus("ideal-points", "Atlantis").returncode == 5


@pytest.fixture(scope="module")
def votes(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        for name in ("votes", "rollcalls"):
            imported("unga-votes", shared / f"data/unga/unga_{name}_s1_s75.parquet")
    return folder


def test_a_session_without_positions_is_told_at_once(
    votes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(votes))
    answer = foedus("ideal-points", "RUS", "--sessions", "19")
    assert (answer.returncode, answer.stdout) == (0, "")
    assert "missing, not zero" in answer.stderr
    assert "(unga-votes" in answer.stderr


def test_interrupted_in_the_middle_it_leaves_what_stood_there(votes: Path, tmp_path: Path) -> None:
    file = tmp_path / "positions.csv"
    file.write_text("as it was")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # not ignored by the child
    try:
        asked = subprocess.Popen(
            [str(FOEDUS), "ideal-points", "RUS", "-o", str(file)],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"FOEDUS_DATA": str(votes)},
        )
        assert asked.stderr is not None
        assert asked.stderr.readline().startswith("Estimating positions")
        asked.send_signal(signal.SIGINT)
        said = asked.communicate(timeout=60)[1]
    finally:
        signal.signal(signal.SIGINT, before)
    assert asked.returncode == 130
    assert "Traceback" not in said
    assert file.read_text() == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["positions.csv"]
