"""Silences in a table of mentions: periods, names, gaps, and the first case, on the real counts."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest

from foedus.errors import FoedusError, UnknownSource, UnknownTopic
from foedus.evidence import Day
from foedus.relations.statements.silences import measured_silences
from foedus.relations.statements.speech import speech_series
from foedus.sources.mention_counts import COLUMNS, mention_counts
from foedus.sources.mention_names import source_named, topic_named

BASELINE = Day("2022-10/2024-05")


def table(*spans: tuple[str, str, int, int], source: str = "gazette") -> pa.Table:
    """Rows of one day each: from, to, documents, mentions."""
    rows = []
    for first, last, documents, mentions in spans:
        day = dt.date.fromisoformat(first)
        while day <= dt.date.fromisoformat(last):
            rows.append((source, day, "north_korea", documents, mentions))
            day += dt.timedelta(days=1)
    columns = zip(COLUMNS, zip(*rows, strict=True), strict=True)
    return pa.table({name: list(values) for name, values in columns}, schema=pa.schema(COLUMNS))


def test_months_count_what_was_published_and_know_what_was_not() -> None:
    rows = table(("2024-01-01", "2024-01-31", 10, 1), ("2024-03-10", "2024-03-12", 5, 0))
    span = dt.date(2024, 1, 1), dt.date(2024, 3, 31)
    months = speech_series(rows, "gazette", "north_korea", "month", span).periods
    assert [(one.mentions, one.documents, one.days) for one in months] == [
        (31, 310, 31),
        (0, 0, 0),
        (0, 15, 3),
    ]


def test_a_day_without_documents_is_a_gap_and_not_a_silence() -> None:
    rows = table(
        ("2023-01-01", "2023-12-31", 10, 1),
        ("2024-01-01", "2024-01-10", 10, 1),
        ("2024-01-11", "2024-01-12", 0, 0),
    )
    (found,) = measured_silences(rows, "gazette", "PRK", [Day("2024-01")])
    assert (found.days, found.days_recorded) == (31, 10)
    assert found.found.documents == 100
    assert found.found.surprising == "as before"
    assert found.found.expected == pytest.approx(10, rel=0.01)


def test_spells_that_do_not_keep_to_months_are_measured_by_days() -> None:
    rows = table(("2023-01-01", "2024-06-30", 10, 1))
    found = measured_silences(rows, "gazette", "PRK", [Day("2024-02-10/2024-02-20")])
    assert found[0].grain == "day"
    assert found[0].found.periods == len(found[0].found.e_silent) == 11
    assert found[0].baseline == (dt.date(2023, 1, 1), dt.date(2024, 2, 9))
    assert measured_silences(rows, "gazette", "PRK", [Day("2024-02")])[0].grain == "month"


def test_a_broadcaster_that_falls_silent_is_found_silent() -> None:
    rows = table(("2022-01-01", "2023-12-31", 10, 1), ("2024-01-01", "2024-02-29", 10, 0))
    (found,) = measured_silences(rows, "gazette", "PRK", [Day("2024-01/2024-02")])
    assert found.found.surprising == "silent"
    assert found.found.observed == 0
    assert found.found.e_silent[-1] > 20
    assert found.chart is not None
    assert found.chart.run_length >= 120
    marked = {f"{one.first:%Y-%m}": (one.mentions, one.low) for one in found.series.periods}
    assert marked["2024-01"][0] == 0 < (marked["2024-01"][1] or 0)


@pytest.mark.parametrize(
    ("spells", "baseline", "told"),
    [
        (["2024-01/.."], None, "open on one side"),
        (["2024-01"], "2023-06/2024-03", "share a period"),
        (["2025-01"], None, "no period of the spell has a document"),
        (["2024-01"], "2019-01/2019-12", "no period of the baseline has a document"),
        (["2023-01"], None, "nothing lies before the spell"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    spells: list[str], baseline: str | None, told: str
) -> None:
    rows = table(("2023-01-01", "2024-06-30", 10, 1))
    before = Day(baseline) if baseline else None
    with pytest.raises(FoedusError, match=told):
        measured_silences(rows, "gazette", "PRK", [Day(one) for one in spells], before)


def test_names_are_those_of_the_table_their_beginning_or_an_actor() -> None:
    rows = table(("2023-01-01", "2023-01-02", 10, 1), source="cctv_xinwen_lianbo")
    assert source_named(rows, "CCTV") == "cctv_xinwen_lianbo"
    assert topic_named(rows, "PRK") == topic_named(rows, "North Korea") == "north_korea"
    with pytest.raises(UnknownSource, match="Did you mean cctv_xinwen_lianbo"):
        source_named(rows, "CCTW")
    with pytest.raises(UnknownTopic, match="north_korea"):
        topic_named(rows, "Atlantis")


def test_chinese_television_was_not_silent_in_2024_but_did_not_follow_the_russian(
    shared: Path,
) -> None:
    rows = mention_counts(shared / "data/attention/daily_mentions.parquet").rows
    spells = [Day("2024-06"), Day("2024-10/2024-11"), Day("2024-11")]
    june, autumn, november = measured_silences(
        rows, "CCTV", "PRK", spells, BASELINE, ["1tv", "White House"]
    )
    assert [one.found.observed for one in (june, autumn, november)] == [2, 5, 0]
    assert {one.found.surprising for one in (june, autumn, november)} == {"as before"}
    assert (june.found.low, june.found.high) == (0, 6)
    assert november.found.none > 0.2
    beside = november.found.beside["1tv"]
    assert beside is not None
    assert beside.observed == 9
    assert beside.relative_high is not None
    assert beside.relative_high < 1
    assert june.judged == 20


def test_a_source_is_not_counted_about_its_own_country(shared: Path) -> None:
    rows = mention_counts(shared / "data/attention/daily_mentions.parquet").rows
    with pytest.raises(UnknownTopic, match="counted of the source 'cctv_xinwen_lianbo'"):
        measured_silences(rows, "CCTV", "CHN", [Day("2024-06")], BASELINE)
