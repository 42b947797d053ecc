"""What a series says, on both engines."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.datasets.importing import imported
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine
from foedus.relations.series.event_series import SERIES
from tests.reading.datasets.test_polecat import polecat_file, polecat_line
from tests.relations.series.event_files import BOTH, on, quarter, rows, shown

pytestmark = pytest.mark.usefixtures("data")


def test_a_period_counts_by_class_and_sums_with_its_count(engine: Engine, tmp_path: Path) -> None:
    quarter(
        tmp_path,
        "202406",
        on(1, "20240619"),
        on(2, "20240619", EventCode="112", GoldsteinScale="-2.0"),
        on(3, "20240630", EventCode="190", GoldsteinScale=""),
        on(4, "20240630", EventCode="010", GoldsteinScale="0.5"),
        on(5, "20240630", Actor2CountryCode="CHN"),
        on(6, "20240630", Actor2CountryCode=""),
        on(7, "20240630", Actor2CountryCode="RUS"),
        on(8, "20240630", Actor1CountryCode="PRK", Actor2CountryCode="RUS"),
    )
    (row,) = rows(engine, dyads=[("RUS", "PRK")])
    assert row == {
        "store": "gdelt",
        "initiator": "RUS",
        "target": "PRK",
        "begins": dt.date(2024, 6, 1),
        "ends": dt.date(2024, 6, 30),
        "coverage": 1.0,
        "coverage_by": "files",
        "events": 4,
        "verbal_cooperation": 1,
        "material_cooperation": 0,
        "verbal_conflict": 1,
        "material_conflict": 1,
        "unclassed": 1,
        "scored_events": 3,
        "goldstein_sum": pytest.approx(0.4),
        "goldstein_mean": pytest.approx(0.4 / 3),
        "store_events": 8,
        "initiated_events": 5,
        "per_thousand": 500.0,
        "per_thousand_initiated": 800.0,
    }
    assert list(row) == list(SERIES)


def test_a_covered_period_without_events_is_zero_and_an_uncovered_one_unknown(
    engine: Engine, tmp_path: Path
) -> None:
    quarter(tmp_path, "202406", on(1, "20240619"), on(2, "20240401"))
    quarter(tmp_path, "20240801", on(3, "20240801", Actor2CountryCode="CHN"))
    found = rows(engine, dyads=[("RUS", "PRK")])
    told = shown(found, "begins", "coverage", "events", "goldstein_sum", "store_events")
    assert told == [
        # Dated back by a file of June: recorded, of a month that no file is of.
        (dt.date(2024, 4, 1), 0, 1, 1.9, 1),
        (dt.date(2024, 5, 1), 0, None, None, None),
        (dt.date(2024, 6, 1), 1, 1, 1.9, 1),
        (dt.date(2024, 7, 1), 0, None, None, None),
        (dt.date(2024, 8, 1), pytest.approx(1 / 31), 0, 0.0, 1),
    ]
    assert found[-1]["goldstein_mean"] is None
    assert (found[-1]["per_thousand"], found[-1]["initiated_events"]) == (0, 1)
    assert shown(found, "coverage_by") == [(None,), (None,), ("files",), (None,), ("files",)]


def test_other_stores_cover_the_days_on_which_they_have_events(
    engine: Engine, tmp_path: Path
) -> None:
    lines = (
        polecat_line(Event_ID=f"e{number}", Event_Date=day, Actor_Country=who)
        for number, (day, who) in enumerate(
            [("2023-01-30", "CHN"), ("2023-02-01", "RUS"), ("2023-02-03", "CHN")]
        )
    )
    imported("polecat", polecat_file(tmp_path, *lines))
    found = rows(engine, by="day", dyads=[("RUS", "PRK")])
    assert shown(found, "begins", "coverage", "events") == [
        (dt.date(2023, 1, 30), 1, 0),
        (dt.date(2023, 1, 31), 0, None),
        (dt.date(2023, 2, 1), 1, 1),
        (dt.date(2023, 2, 2), 0, None),
        (dt.date(2023, 2, 3), 1, 0),
    ]
    assert found[0]["coverage_by"] == "days with events"


def test_all_dyads_have_the_periods_with_events_and_no_other(
    engine: Engine, tmp_path: Path
) -> None:
    quarter(
        tmp_path,
        "2024",
        on(1, "20240119"),
        on(2, "20240619", Actor2CountryCode="CHN"),
        on(3, "20241219"),
    )
    everything = rows(engine)
    assert shown(everything, "initiator", "target", "begins", "events") == [
        ("RUS", "CHN", dt.date(2024, 6, 1), 1),
        ("RUS", "PRK", dt.date(2024, 1, 1), 1),
        ("RUS", "PRK", dt.date(2024, 12, 1), 1),
    ]
    some = rows(engine, span=(dt.date(2024, 6, 19), dt.date(2024, 12, 31)))
    assert some == [row for row in everything if row["begins"].month >= 6]


def test_a_case_counts_its_certain_events_and_claims_no_zero(
    engine: Engine, ledger: Ledger
) -> None:
    found = rows(engine, dyads=BOTH, ledger=ledger)
    told = shown(found, "store", "initiator", "begins", "coverage", "events")
    assert told == [
        ("case", "PRK", dt.date(2024, 6, 1), None, 1),
        ("case", "PRK", dt.date(2024, 7, 1), None, None),
        ("case", "PRK", dt.date(2024, 8, 1), None, None),
        ("case", "PRK", dt.date(2024, 9, 1), None, None),
        ("case", "PRK", dt.date(2024, 10, 1), None, 1),
        ("case", "RUS", dt.date(2024, 6, 1), None, 1),
        *(("case", "RUS", dt.date(2024, month, 1), None, None) for month in (7, 8, 9, 10)),
    ]
    aid = found[4]
    assert (aid["material_cooperation"], aid["scored_events"]) == (1, 1)
    assert aid["goldstein_sum"] > 0
