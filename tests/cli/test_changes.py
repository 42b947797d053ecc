"""`foedus changes` as people meet it."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from studies.change_points.series import COAL, COAL_FIRST_YEAR

from tests.cli.test_commands import foedus


@pytest.fixture
def coal(tmp_path: Path) -> Path:
    file = tmp_path / "coal.csv"
    years = (f"{COAL_FIRST_YEAR + place},{count}" for place, count in enumerate(COAL))
    file.write_text("year,count\n" + "\n".join(years), encoding="utf-8")
    return file


def test_the_coal_mines_in_words_with_a_picture_and_its_data(coal: Path) -> None:
    before = coal.read_bytes()
    picture = coal.with_suffix(".svg")
    answer = foedus(
        "changes", str(coal), "--online", "10", "--picture", str(picture), COLUMNS="200"
    )
    assert answer.returncode == 0, answer.stderr
    assert "191 events from 1851 to 1962, known in 112 of 112 periods" in answer.stdout
    assert "Within 1886 to 1895" in answer.stdout
    assert "most probably 1892" in answer.stdout
    assert "is below the highest before (6)" in answer.stdout
    assert "one in the last 10: " in answer.stdout
    assert "That the rate changed at all: almost certain (over 99 %)." in answer.stdout.replace(
        "\u00a0", " "
    )
    drawn = "".join(ElementTree.parse(picture).getroot().itertext())
    assert "191 events from 1851 to 1962" in drawn
    assert "coal.csv, SHA-256" in drawn
    with picture.with_suffix(".data.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 112
    assert float(rows[0]["level_low"]) < float(rows[0]["level"]) < float(rows[0]["level_high"])
    assert coal.read_bytes() == before


def test_the_same_as_json_and_in_french(coal: Path) -> None:
    (found,) = json.loads(foedus("changes", str(coal), "--json").stdout)["series"]
    first = found["changes"][0]
    assert first["earliest"] <= first["likeliest"] == "1892-01-01" <= first["latest"]
    assert first["effect_low"] < first["effect"] < first["effect_high"] < 1
    assert sum(found["numbers"]) == pytest.approx(1)
    assert found["record"]["standing"] == "below"
    french = " ".join(foedus("changes", str(coal), "--language", "fr").stdout.split())
    assert "le plus vraisemblablement 1892" in french


def test_several_series_share_a_date_and_gaps_stay_unknown(tmp_path: Path) -> None:
    draws = np.random.default_rng(1)
    lines = ["period,count,series,exposure"]
    for name in range(8):
        for month in range(36):
            if name == 1 and 5 < month < 9:
                continue
            rate = 4 * (3 if name < 6 and month >= 22 else 1)
            day = f"{2021 + month // 12}-{month % 12 + 1:02}"
            lines.append(f"{day},{draws.poisson(2 * rate)},dyad {name},2")
    file = tmp_path / "dyads.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    answer = foedus("changes", str(file), COLUMNS="200")
    assert answer.returncode == 0, answer.stderr
    assert "known in 33 of 36 periods" in answer.stdout
    shared = answer.stdout.split("All series together")[1]
    assert "November 2022" in shared
    assert "dyad 0" in shared
    assert "dyad 7" not in shared


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("period,count\n2020,x\n2021,-1\n", ["line.csv:2: count", "line.csv:3: count"]),
        ("when,count\n2020,1\n", ["period: there is no such column"]),
        ("period,count\n2020,1\n2020,2\n", ["line.csv:3", "told of in line 2"]),
        ("period,count,exposure\n2020,1,0\n", ["where the exposure is 0"]),
        ("period,count\n", ["there are none"]),
        ("period,count\n2020,\n2021,\n", ["no count is known"]),
    ],
)
def test_a_faulty_file_is_refused_with_line_and_field(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    (tmp_path / "line.csv").write_text(text, encoding="utf-8")
    answer = foedus("changes", str(tmp_path / "line.csv"))
    assert answer.returncode == 3
    assert all(each in answer.stderr for each in told), answer.stderr


def test_a_picture_is_svg_or_png(coal: Path) -> None:
    assert foedus("changes", str(coal), "--picture", "coal.pdf").returncode == 2


def test_a_record_is_told_with_how_easily_it_comes_by_chance(tmp_path: Path) -> None:
    (tmp_path / "visits.csv").write_text(
        "year,count\n" + "".join(f"{2016 + n},{c}\n" for n, c in enumerate([2, 3, 1, 4, 3, 2, 9]))
    )
    said = foedus("changes", tmp_path / "visits.csv", COLUMNS="300").stdout.replace("\u00a0", " ")
    assert "The last count, 9 (2022), is a record of 7 (highest before: 4)." in said
    assert "As many at a constant rate: almost no chance (" in said
    assert (
        "A record in the last period by chance, seen from before any is known: very unlik" in said
    )


def test_of_one_period_no_change_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("year,count\n2020,4\n")
    answer = foedus("changes", tmp_path / "one.csv")
    assert answer.returncode == 0
    assert "One period alone is known: whether the rate changed cannot be told." in answer.stdout


def test_what_foedus_series_wrote_is_asked_about_store_by_store(tmp_path: Path) -> None:
    head = "store,initiator,target,begins,ends,coverage,coverage_by,events,store_events\n"
    rows = "".join(
        f"gdelt,RUS,PRK,{1999 + n}-01-01,{1999 + n}-12-31,1,files,{2 * n},{1000 * n}\n"
        for n in range(1, 13)
    )
    (tmp_path / "pair.csv").write_text(head + rows)
    said = foedus("changes", tmp_path / "pair.csv", COLUMNS="300").stdout
    assert "gdelt RUS → PRK: 156 events from 2000 to 2011, known in 12 of 12 periods" in said
    assert "no likelier than that it did not" in said  # the store grew, not the rate
