"""`foedus silence` as people meet it, and a case that asks about a silence."""

import csv
import datetime as dt
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from typer.testing import CliRunner

from foedus.building import build
from foedus.cli.app import app
from foedus.errors import FaultyInput, FoedusError
from tests.cli.test_commands import foedus

ASKED = """
[[silence]]
counts = "mentions.parquet"
source = "CCTV"
about = "PRK"
in = ["2024-06", "2024-11/2025-06"]
baseline = "2022-10/2024-05"
beside = ["1tv", "white_house"]
"""


@pytest.fixture
def counts(shared: Path) -> Path:
    return shared / "data/attention/daily_mentions.parquet"


def asked(counts: Path, *more: object) -> tuple[object, ...]:
    spells = ("--in", "2024-06", "--in", "2024-11", "--baseline", "2022-10/2024-05")
    return ("silence", counts, "--source", "CCTV", "--about", "PRK", *spells, *more)


def test_it_can_be_read_aloud(counts: Path) -> None:
    answer = foedus(*asked(counts, "--beside", "1tv"), COLUMNS="300")
    assert answer.returncode == 0, answer.stderr
    said = answer.stdout.replace("\u00a0", " ")
    assert (
        "June 2024, cctv xinwen lianbo on North Korea: 1.9 mentions expected (0 to 6), 2 found. "
        "That is within the expected: no silence is found." in said
    )
    assert "the spell is too short, or the topic too rare, for a silence to show here" in said
    assert "In the same spell, 1tv: 1.3 expected, 9 found. Set against that, cctv" in said
    assert "an outlet’s silence is not the state’s" in said
    assert "Baseline: October 2022 to May 2024: 36 of 8,619 documents." in said
    assert "set to one false alarm in ten years (on average 131 months)" in said
    assert "does not sound in this spell: it reaches 0 and would sound at 3.2." in said
    assert "\x1b[" not in said


def here(*words: object) -> Result:
    """The command in this process: for what a process of its own would only make slower."""
    return CliRunner().invoke(app, [str(word) for word in words])


def test_the_same_in_french(counts: Path) -> None:
    said = " ".join(here(*asked(counts, "--language", "fr")).stdout.split())
    assert "Juin 2024, cctv xinwen lianbo sur la Corée du Nord : 1,9 mentions attendues" in said
    assert "le silence d’un média n’est pas celui de l’État" in said
    assert "Référence : octobre 2022 à mai 2024" in said


def test_the_same_as_json_and_as_a_picture(counts: Path, tmp_path: Path) -> None:
    picture = tmp_path / "silence.svg"
    answer = here(*asked(counts, "--beside", "1tv", "--json", "--picture", picture))
    assert answer.exit_code == 0
    found = json.loads(answer.stdout[answer.stdout.index("{\n") :])
    assert (found["source"], found["about"]) == ("cctv_xinwen_lianbo", "north_korea")
    june, november = found["spells"]
    assert (june["observed"], june["low"], june["high"]) == (2, 0, 6)
    assert november["beside"]["1tv"]["observed"] == 9
    assert len(november["e_silent"]) == 1
    assert found["months"][0]["from"] == "2022-09-01"
    assert november["chart"]["alarms"] == []
    drawn = " ".join(ElementTree.parse(picture).getroot().itertext())
    assert "June 2024: mentions found 2, expected 0 to 6" in drawn
    assert "daily_mentions.parquet, SHA-256 3720e0b55a4c" in drawn
    assert "alarm" in drawn
    with picture.with_suffix(".data.csv").open(encoding="utf-8") as lines:
        rows = {row["from"]: row for row in csv.DictReader(lines)}
    assert [row for row in rows if rows[row]["asked"] == "1"] == ["2024-06-01", "2024-11-01"]
    assert rows["2024-05-01"]["chart"] == ""
    assert float(rows["2024-08-01"]["chart"]) == pytest.approx(0.907, abs=1e-3)


def test_a_long_silence_sounds_the_chart(counts: Path) -> None:
    asks = ("--in", "2024-11/2025-06", "--baseline", "2022-10/2024-05")
    answer = here("silence", counts, "--source", "CCTV", "--about", "PRK", *asks)
    assert "sounds in this spell, first in March 2025" in " ".join(answer.stdout.split())


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (("--source", "BBC"), 5, "No source called 'BBC'"),
        (("--about", "Atlantis"), 5, "No topic called 'Atlantis'"),
        (("--in", "2023-01"), 1, "share a period"),
    ],
)
def test_what_it_cannot_answer_it_says(
    counts: Path, change: tuple[str, str], code: int, told: str
) -> None:
    wrong = here(*asked(counts, *change)).exception
    assert isinstance(wrong, FoedusError)
    assert wrong.exit_code == code
    assert told in str(wrong)


@pytest.mark.parametrize("change", [("--in", "someday"), ("--picture", "silence.pdf")])
def test_what_it_does_not_understand_is_wrong_usage(counts: Path, change: tuple[str, str]) -> None:
    assert here(*asked(counts, *change)).exit_code == 2


def test_a_file_with_faults_is_told_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("source,date,term,documents,documents_mentioning\na,2024-06-01,b,1,2\n")
    wrong = here("silence", file, "--source", "a", "--about", "b", "--in", "2024-06").exception
    assert isinstance(wrong, FaultyInput)
    assert "counts.csv:2: documents_mentioning: 2 of 1 documents." in str(wrong)


def test_the_dossier_of_a_case_that_brings_counts_measures_its_silences(
    repository: Path, counts: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "sources").mkdir()
    text = (repository / "examples/rus-prk/case.toml").read_text(encoding="utf-8")
    (case / "case.toml").write_text(text + ASKED, encoding="utf-8")
    shutil.copy(counts, case / "mentions.parquet")
    build(case)
    page = (case / "build/dossier/index.html").read_text(encoding="utf-8")
    assert 'data-ev="e-silence-1-2"' in page
    assert "Not measured: a silence" not in page
    assert "3720e0b55a4c" in page
    data = (case / "build/dossier/data/silence-1.csv").read_text(encoding="utf-8")
    assert data.splitlines()[0] == "source,term,from,to,mentions,documents,days,low,high"
    june = next(line for line in data.splitlines() if ",2024-06-01," in line)
    assert june == "cctv_xinwen_lianbo,north_korea,2024-06-01,2024-06-30,2,437,30,0,6"
    assert (case / "build/dossier/data/silence-1.svg").exists()


def test_evidence_beyond_all_doubt_is_not_counted_out(tmp_path: Path) -> None:
    first = dt.date(2022, 1, 1)
    days = [first + dt.timedelta(days=number) for number in range(1096)]
    rows = "".join(f"tv,{day},PRK,15,{int(day < dt.date(2024, 6, 1))}\n" for day in days)
    file = tmp_path / "tv.csv"
    file.write_text("source,date,term,documents,documents_mentioning\n" + rows)
    spell = ("--source", "tv", "--about", "PRK", "--in", "2024-06/2024-12")
    said = " ".join(here("silence", file, *spell).stdout.split())
    assert "the chance of so few, had nothing changed, is less than 1 in 1,000,000" in said
    assert "the evidence of silence reached over 1,000,000" in said
