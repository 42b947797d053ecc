"""All attacks of a year written to one file, whole or not at all."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from foedus.cli.app import app

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _without_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "none"))


def test_a_year_of_attacks_is_a_file(tmp_path: Path) -> None:
    out = tmp_path / "attacks.parquet"
    told = RUNNER.invoke(app, ["attacks", "--years", "1939", "--day", "09-01", "-o", str(out)])
    assert told.exit_code == 0, told.output
    assert str(out) in told.output
    rows = pq.read_table(out).to_pylist()
    (poland,) = [row for row in rows if (row["attacker"], row["attacked"]) == ("GMY", "POL")]
    assert set(poland["must"]) == {"FRA", "GBR"}
    assert "foedus data get atop" in told.output  # only the register was asked


@pytest.mark.parametrize(
    ("option", "words"),
    [("--years", "12"), ("--years", "1939-1914"), ("--years", "2018-2150"), ("--day", "02-30")],
)
def test_years_and_days_that_are_none_are_told_before_anything_is_written(
    option: str, words: str, tmp_path: Path
) -> None:
    out = tmp_path / "attacks.parquet"
    told = RUNNER.invoke(app, ["attacks", option, words, "-o", str(out)])
    assert told.exit_code == 2
    assert words in told.output
    assert not list(tmp_path.glob("*.parquet*"))
