"""The seventeenth of October 2024: who said it, who denied it, and what was known when."""

import datetime as dt

import pytest

from foedus.evidence import Speaker
from foedus.ledger.engine import open_ledger
from foedus.ledger.known import as_known_on, events_known_on
from tests.ledger.papers import AUSTIN, PESKOV, ZELENSKY, Papers, only, rows


@pytest.fixture
def papers():
    """Ten papers repeat the claim within two days; Washington and Seoul follow."""
    papers = Papers()
    for number in range(10):
        paper = papers.document(
            f"paper {number}", publisher=f"Paper {number}", published=f"2024-10-{18 + number % 2}"
        )
        _claim(papers, paper, ZELENSKY, "2024-10-17")
    late = papers.document("brief", publisher="Asia Centre", published="2024-11-25")
    _claim(papers, late, ZELENSKY, "2024-10-17")
    _claim(papers, late, AUSTIN, "2024-10-23")
    _claim(papers, late, Speaker(None, "intelligence service", "KOR"), "2024-10-18")
    return papers


def _claim(papers, document, speaker, said, modality="reported"):
    return papers.says(
        document, "MOBILIZE", "PRK", "UKR", said,
        words=f"{len(papers.assertions)} soldats nord-coréens en train d'être mobilisés",
        modality=modality, polarity="conflict", by=speaker, said=said,
    )  # fmt: skip


@pytest.fixture
def ledger(papers, tmp_path):
    with open_ledger(papers.built(tmp_path / "ledger.duckdb")) as ledger:
        yield ledger


def test_repeated_by_ten_papers_it_is_one_claim_of_one_origin(ledger):
    event = only(rows(events_known_on(ledger, dt.date(2024, 10, 17))))
    assert (event["standing"], event["origins"], len(event["assertions"])) == ("possible", 1, 11)


def test_a_month_later_there_are_three_origins(ledger):
    event = only(rows(events_known_on(ledger, dt.date(2024, 11, 25))))
    assert (event["origins"], len(event["assertions"]), event["day"]) == (3, 13, "2024-10-17")


def test_on_the_twentieth_seoul_had_spoken_and_washington_had_not(ledger):
    assert only(rows(events_known_on(ledger, dt.date(2024, 10, 20))))["origins"] == 2


def test_on_the_sixteenth_nobody_had_said_anything(ledger):
    assert rows(events_known_on(ledger, dt.date(2024, 10, 16))) == []


def test_the_events_of_the_ledger_are_those_known_in_the_end(ledger):
    assert rows(events_known_on(ledger, dt.date(2030, 1, 1))) == rows(ledger.table("events"))


def test_denied_by_moscow_it_is_contested_from_the_day_of_the_denial(papers, tmp_path):
    tass = papers.document("TASS", publisher="TASS", published="2024-10-21")
    _claim(papers, tass, PESKOV, "2024-10-21", modality="denied")
    with open_ledger(papers.built(tmp_path / "denied.duckdb")) as ledger:
        standings = [
            only(rows(events_known_on(ledger, dt.date(2024, 10, day))))["standing"]
            for day in (20, 21)
        ]
    assert standings == ["possible", "contested"]


def test_what_a_document_says_itself_is_known_once_it_is_published(tmp_path):
    papers = Papers()
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19", published="2024-06-20")
    with open_ledger(papers.built(tmp_path / "ledger.duckdb")) as ledger:
        known = [
            as_known_on(ledger.table("assertions"), dt.date(2024, 6, day)).count().to_pyarrow()
            for day in (19, 20)
        ]
    assert [count.as_py() for count in known] == [0, 1]


def test_of_a_month_of_publication_the_last_day_counts(tmp_path):
    papers = Papers()
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19", published="2024-06")
    with open_ledger(papers.built(tmp_path / "ledger.duckdb")) as ledger:
        assert rows(events_known_on(ledger, dt.date(2024, 6, 29))) == []
        assert only(rows(events_known_on(ledger, dt.date(2024, 6, 30))))


def test_what_nobody_can_date_is_known_on_no_date(tmp_path):
    papers = Papers()
    papers.says("A", "CONSULT", "RUS", "PRK", "2024-06-19")
    with open_ledger(papers.built(tmp_path / "ledger.duckdb")) as ledger:
        assert only(rows(ledger.table("events")))
        assert rows(events_known_on(ledger, dt.date(2030, 1, 1))) == []
