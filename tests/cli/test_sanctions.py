"""`foedus sanctions`, `channels` and `mirror` as people meet them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from typer.testing import CliRunner

from foedus.cli.app import app
from foedus.errors import MissingDataset

# Made for these tests: no figure in it is a fact.
CHANNELS = """from,to,what,unit,low,high,since,until,source
RUS,Port,oil,kt,80,200,2022,,made
Port,PRK,oil,kt,60,165,2024-03,,made
RUS,Bridge,oil,kt,20,40,2022,,made
Bridge,PRK,oil,kt,10,60,2022,,made
RUS,PRK,oil,kt,5,,2023,,"made, <b>& more</b>"
"""


def run(*words: object, **settings: str) -> Result:
    return CliRunner().invoke(app, [str(one) for one in words], env={"COLUMNS": "400"} | settings)


@pytest.fixture
def channels(tmp_path: Path) -> Path:
    file = tmp_path / "channels.csv"
    file.write_text(CHANNELS, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def data(holding: Callable[[Mapping[str, str]], Path]) -> str:
    return str(
        holding(
            {
                "sanctions/GSDB_V4.csv": "gsdb",
                "sanctions/eu_32017R1509_dprk.csv": "eu-sanctions",
                "sanctions/eu_32014R0269_russia_persons.parquet": "eu-sanctions",
                "cow/trade_v3_dyadic.parquet": "trade",
                "cow/trade_v4_state_year.parquet": "trade",
            }
        )
    )


def test_measures_of_a_day_can_be_read_aloud(data: str) -> None:
    said = run("sanctions", "PRK", "--by", "EU", "--on", "2024-06-19", FOEDUS_DATA=data).stdout
    assert (
        "On 19 June 2024, 324 listings by the European Union under Regulation (EU) 2017/1509 are "
        "in force on North Korea: 156 persons, 93 bodies, 75 ships." in said
    )
    assert "that ran in 2023, its last year" in said
    assert "A consolidated list has nobody who was taken off it" in said


def test_a_member_is_told_through_whom_it_is_bound(data: str) -> None:
    asked = ("sanctions", "Russie", "--by", "FRA", "--on", "2024-06-19", "--language", "fr")
    said = run(*asked, FOEDUS_DATA=data).stdout
    assert (
        "Les mesures de l’Union européenne lient la France, qui en est membre ce jour-là." in said
    )
    assert "Le règlement (UE) no 269/2014 ne nomme aucun État" in said


def test_measures_as_json_with_everything_behind_them(data: str) -> None:
    asked = ("sanctions", "PRK", "--by", "EU", "--on", "2024-12-16", "--json")
    told = json.loads(run(*asked, FOEDUS_DATA=data).stdout)
    found = {one["name"]: one for one in told["measures"]}
    assert found["KIM Yong Bok"]["begins"] == "2024-12-16"
    assert found["KIM Yong Bok"]["on"][1] == {"actor": "PRK", "why": "nationality"}
    assert len(told["members"]["EU"]["certain"]) == 27
    assert told["exposure"] is None


def test_exposure_tells_how_old_its_trade_is(data: str) -> None:
    asked = ("sanctions", "KOR", "--by", "USA", "--on", "2016-06-01", "--exposure")
    said = run(*asked, FOEDUS_DATA=data).stdout.replace("\u00a0", " ")
    assert "Exposure of South Korea to sanctions of the United States, by the trade of 2009" in said
    assert "The trade is of 2009, 7 years before the day asked" in said


def test_without_data_it_is_told_what_to_run(tmp_path: Path) -> None:
    answer = run("sanctions", "PRK", "--on", "2024-06-19", FOEDUS_DATA=str(tmp_path))
    assert isinstance(answer.exception, MissingDataset)
    assert "so nothing is known. Run `foedus data get gsdb" in str(answer.exception)
    assert not answer.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "say on whom"),
        (("PRK", "--exposure"), "--exposure asks"),
        (("PRK", "--by", "EU", "--kinds", "oil"), "'oil' is none of"),
    ],
)
def test_a_question_that_is_none_is_refused(words: tuple[str, ...], told: str) -> None:
    answer = run("sanctions", *words)
    assert answer.exit_code == 2
    assert told in answer.stderr


def test_the_links_to_close_are_told_with_their_proof(channels: Path) -> None:
    asked = ("channels", channels, "--from", "Russia", "--to", "PRK", "--cut", "2")
    said = run(*asked, "--on", "2024-06-19").stdout
    assert "at least 75 kt of oil can pass from Russia to North Korea" in said
    assert "No link with a known bound bounds what passes at the greatest capacities." in said
    assert (
        "If up to 2 links may be closed, the best choice at the least capacities is Port → North "
        "Korea (60 to 165), Bridge → North Korea (10 to 60): 5 still passes (no other choice "
        "leaves less)." in said
    )
    told = json.loads(run(*asked, "--json").stdout)
    assert told["high"]["flow"] is None
    assert told["low"]["flow"] == 75
    assert [one["line"] for one in told["low"]["closed"]] == [3, 5]


def test_the_picture_is_drawn_with_its_data(channels: Path, tmp_path: Path) -> None:
    file = tmp_path / "cut.svg"
    answer = run("channels", channels, "--from", "RUS", "--to", "PRK", "--picture", file)
    assert answer.exit_code == 0, answer.output
    drawn = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    words = " ".join(text for text in drawn.itertext())
    assert "Port" in words
    assert "<b>& more</b>" in words
    assert (tmp_path / "cut.data.csv").read_text(encoding="utf-8").count("\n") == 6


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "RUS", "--to", "PRK"), "name one table of channels"),
        (("channels.csv", "--from", "RUS"), "say --from whom and --to whom"),
        (("channels.csv", "--from", "RUS", "--to", "Russia"), "are both RUS"),
    ],
)
def test_channels_asked_wrongly_are_refused(words: tuple[str, ...], told: str) -> None:
    answer = run("channels", *words)
    assert answer.exit_code == 2
    assert told in answer.stderr


def test_gaps_are_questions_with_their_rivals(tmp_path: Path) -> None:
    file = tmp_path / "trade.csv"
    file.write_text(
        "exporter,importer,period,product,by_exporter,by_importer\n"
        "DEU,KGZ,2023,87,100,10\nDEU,RUS,2023,87,50,130\nDEU,FRA,2023,87,100,107\n",
        encoding="utf-8",
    )
    said = run("mirror", file).stdout.replace("\u00a0", " ")
    assert (
        "3 flows, 3 of them with both reports; 1 with more received than sent, 1 with less" in said
    )
    assert "Freight and insurance are taken as 6.0 % to 10 %" in said
    assert "75 to 77 more received than sent (sent 50, received 130)" in said
    assert "goods by way of third countries may explain up to 77" in said
    assert "A gap is a question, not a finding of evasion" in said
    assert json.loads(run("mirror", file, "--json").stdout)["gaps"][0]["direction"] == "short"
    assert run("mirror", file, "--freight", "ten").exit_code == 2
