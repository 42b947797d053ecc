"""The example case: every entry has a source, every actor was alive, no claim goes too far."""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from foedus.actors.states import actor
from foedus.evidence import Day, EventType, Modality
from foedus.sources.case_folder import case_at
from foedus.sources.documents import snapshot_of

CASE = Path(__file__).resolve().parents[2] / "examples" / "rus-prk"
with (CASE / "chronicle.csv").open(encoding="utf-8", newline="") as file:
    ENTRIES = list(csv.DictReader(file))
DOCUMENTS = sorted(path for path in (CASE / "sources").iterdir() if path.suffix != ".toml")


Entry = dict[str, str]


def actors_of(entry: Entry) -> list[str]:
    return [*entry["initiator"].split(), *entry["target"].split()]


def plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def entries_failing(sound: Callable[[Entry], bool]) -> list[str]:
    return [f"{entry['day']} {entry['entry']}" for entry in ENTRIES if not sound(entry)]


def test_every_entry_has_a_source_with_a_publisher_a_day_and_a_language() -> None:
    assert not entries_failing(
        lambda entry: bool(
            entry["source_publisher"]
            and entry["source_language"]
            and Day(entry["source_date"]).is_exact
        )
    )


def test_no_source_is_older_than_what_it_tells() -> None:
    assert not entries_failing(
        lambda entry: Day(entry["source_date"]).latest >= Day(entry["day"]).latest
    )


def test_everybody_in_an_entry_was_alive_that_day() -> None:
    def alive(entry: Entry) -> bool:
        day = Day(entry["day"])
        lives = [actor(one).lives_on for one in actors_of(entry)]
        return bool(lives) and all(life(day.earliest) and life(day.latest) for life in lives)

    assert not entries_failing(alive)


def test_every_entry_uses_the_words_of_the_codebook() -> None:
    assert not entries_failing(
        lambda entry: entry["event_type"] in set(EventType) and entry["modality"] in set(Modality)
    )


def test_what_is_reported_possible_or_denied_has_a_speaker_and_what_is_asserted_has_none() -> None:
    def attributed(entry: Entry) -> bool:
        spoken = bool(entry["speaker"] or entry["speaker_role"])
        complete = spoken == bool(entry["speaker_represents"]) == bool(entry["said"])
        return complete and spoken == (entry["modality"] != "asserted")

    assert not entries_failing(attributed)


def test_entries_stand_in_order_and_no_entry_twice() -> None:
    days = [Day(entry["day"]).earliest for entry in ENTRIES]
    assert days == sorted(days)
    assert len({entry["entry"] for entry in ENTRIES}) == len(ENTRIES)


def test_the_case_file_has_no_fault() -> None:
    case = case_at(CASE)
    assert case.focus == ("RUS", "PRK")
    assert len(case.documents) == len(DOCUMENTS) == 6
    assert {scenario.id for scenario in case.scenarios} == {"kursk", "donetsk", "peninsula"}


@pytest.mark.parametrize(("mode", "count"), [("summit", 7), ("resolution", 10)])
def test_what_is_claimed_complete_is_what_we_counted(mode: str, count: int) -> None:
    (claim,) = [each for each in case_at(CASE).coverage if each.mode == mode]
    found = [
        entry
        for entry in ENTRIES
        if entry["mode"] == mode and set(actors_of(entry)) == set(claim.actors)
    ]
    assert len(found) == count
    for entry in found:
        assert entry["event_type"] == claim.event_type
        assert claim.spell.earliest <= Day(entry["day"]).earliest <= claim.spell.latest


def test_no_publisher_is_graded_that_nobody_cites() -> None:
    cited = {entry["source_publisher"] for entry in ENTRIES} | {"foedus example"}
    assert set(case_at(CASE).reliability) <= cited


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_says_that_it_was_written_for_the_example(document: Path) -> None:
    snapshot = snapshot_of(document)
    beginning = " ".join(snapshot.text[:400].split())
    assert "written for foedus" in beginning or "rédigé pour foedus" in beginning
    assert snapshot.metadata.publisher is not None
    assert snapshot.metadata.publisher.value == "foedus example"
    assert 300 <= len(snapshot.text.split()) <= 700


def test_headlines_and_their_addresses_are_those_of_channel_one(shared: Path) -> None:
    table = shared / "data/attention/1tv_dprk_headlines_2022_2026.csv"
    with table.open(encoding="utf-8", newline="") as file:
        known = {row["url"]: (plain(row["title"]), row["date"]) for row in csv.DictReader(file)}
    cited = [entry for entry in ENTRIES if entry["source_publisher"] == "Channel One Russia"]
    assert cited
    for entry in cited:
        title, date = known[entry["source_url"]]
        assert (plain(entry["source_title"]), entry["source_date"]) == (title, date)


def test_the_joint_veto_is_that_of_the_security_councils_own_list(shared: Path) -> None:
    with (shared / "data/unsc/unsc_vetoes_1946_sept2022.csv").open(encoding="utf-8") as file:
        vetoes = [row for row in csv.DictReader(file) if "S/PV.9048" in row.values()]
    (entry,) = [entry for entry in ENTRIES if entry["source_title"] == "S/PV.9048"]
    assert len(vetoes) == 1
    assert "5/26/2022" in vetoes[0].values()
    assert set(entry["initiator"].split()) == {"CHN", "RUS"}


def test_the_european_listings_are_of_their_day(shared: Path) -> None:
    pandas = pytest.importorskip("pandas")
    russia = pandas.read_parquet(shared / "data/sanctions/eu_32014R0269_russia_persons.parquet")
    korea = pandas.read_csv(shared / "data/sanctions/eu_32017R1509_dprk.csv")
    days = dict(zip(russia["name"], russia["startDate"], strict=True))
    assert days["Kang Sun NAM"] == days["Missile General Bureau"] == "23.2.2024"
    assert days["NO Kwang Chol"] == days["KIM Yong Bok"] == "16.12.2024"
    assert (korea["startDate"] == "31.5.2024").sum() == 6 + 3
    listed = {entry["day"] for entry in ENTRIES if entry["mode"] == "listing"}
    assert {"2024-02-23", "2024-05-31", "2024-12-16"} <= listed
