"""Cooperation and conflict by period: coverage, calendars, cases, and what is refused."""

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.datasets.importing import imported
from foedus.errors import MissingDataset, UnknownDataset
from foedus.ledger.engine import Ledger
from foedus.ledger.engines import Engine, engine_at
from foedus.relations.series.event_series import UNDIRECTED_SERIES, event_series
from foedus.relations.series.periods import periods
from tests.relations.series.event_files import BOTH, on, quarter, rows, shown

pytestmark = pytest.mark.usefixtures("data")


def test_undirected_both_directions_are_one_series(here: Engine, tmp_path: Path) -> None:
    there, back = (
        on(1, "20240619"),
        on(2, "20240619", Actor1CountryCode="PRK", Actor2CountryCode="RUS"),
    )
    quarter(tmp_path, "202406", there, back, on(3, "20240601", Actor2CountryCode="CHN"))
    (row,) = rows(here, dyads=[("RUS", "PRK")], directed=False)
    assert list(row) == list(UNDIRECTED_SERIES)
    assert (row["member"], row["partner"], row["events"]) == ("PRK", "RUS", 2)
    assert (row["initiated_events"], row["per_thousand_initiated"]) == (3, pytest.approx(2000 / 3))
    assert rows(here, dyads=BOTH, directed=False) == [row]


def test_two_quarters_of_an_hour_are_two_ninety_sixths_of_a_day(
    here: Engine, tmp_path: Path
) -> None:
    quarter(tmp_path, "20240619120000", on(1, "20240619"))
    quarter(tmp_path, "20240619121500", on(2, "20240619"))
    (row,) = rows(here, by="day", dyads=[("RUS", "PRK")])
    assert (row["coverage"], row["events"]) == (pytest.approx(2 / 96), 2)


def test_files_of_any_name_and_their_events_count_but_cover_nothing(
    here: Engine, tmp_path: Path
) -> None:
    quarter(tmp_path, "mine", on(1, "20240619"))
    quarter(tmp_path, "20241399", on(2, "20240619"))
    (row,) = rows(here, by="day", dyads=[("RUS", "PRK")])
    assert (row["coverage"], row["coverage_by"], row["events"]) == (0, None, 2)


@pytest.mark.parametrize(
    ("by", "begins", "ends"),
    [
        ("week", "2024-02-26", "2024-03-03"),
        ("quarter", "2024-01-01", "2024-03-31"),
        ("year", "2024-01-01", "2024-12-31"),
    ],
)
def test_periods_are_those_of_the_calendar(
    here: Engine, tmp_path: Path, by: Any, begins: str, ends: str
) -> None:
    quarter(tmp_path, "2024", on(1, "20240229"))
    days = (dt.date(2024, 2, 29), dt.date(2024, 2, 29))
    (row,) = rows(here, by=by, dyads=[("RUS", "PRK")], span=days)
    assert (str(row["begins"]), str(row["ends"])) == (begins, ends)
    assert (row["coverage"], row["events"]) == (1, 1)


@pytest.mark.parametrize(("by", "number"), [("week", 10), ("quarter", 2)])
def test_a_span_has_every_period_once_and_only_its_own(
    here: Engine, tmp_path: Path, by: Any, number: int
) -> None:
    quarter(tmp_path, "2024", on(1, "20240119"), on(2, "20241219"))
    span = (dt.date(2024, 1, 31), dt.date(2024, 4, 1))
    found = rows(here, by=by, dyads=[("RUS", "PRK")], span=span)
    assert len(found) == number
    for one, following in itertools.pairwise(found):
        assert one["ends"] + dt.timedelta(days=1) == following["begins"]
    assert found[0]["begins"] <= span[0] <= found[0]["ends"]
    assert found[-1]["begins"] <= span[1] <= found[-1]["ends"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 800))
def test_periods_follow_each_other_without_gap(first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    for by, longest in (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366)):
        begins = list(periods(first, last, by))
        assert begins[0] <= first
        assert begins[-1] <= last < begins[-1] + dt.timedelta(days=longest)
        gaps = {(two - one).days for one, two in itertools.pairwise(begins)}
        assert all(0.97 * longest - 3 <= gap <= longest for gap in gaps)


def test_spans_said_to_be_whole_are_taken_at_their_word(here: Engine, tmp_path: Path) -> None:
    quarter(tmp_path, "mine", on(1, "20240619"))
    said = [
        (dt.date(2024, 6, 1), dt.date(2024, 6, 30)),
        (dt.date(2024, 7, 1), dt.date(2024, 7, 10)),
    ]
    found = rows(here, dyads=[("RUS", "PRK")], covered=said)
    assert shown(found, "coverage", "coverage_by", "events") == [
        (1, "said", 1),
        (pytest.approx(10 / 31), "said", 0),
    ]


# A case


def test_talks_of_a_case_are_one_event_of_the_two(here: Engine, ledger: Ledger) -> None:
    found = rows(here, "case", dyads=BOTH, directed=False, ledger=ledger)
    assert [row["events"] for row in found] == [1, None, None, None, 1]


def test_a_case_stands_beside_the_stores(here: Engine, ledger: Ledger, tmp_path: Path) -> None:
    quarter(tmp_path, "202406", on(1, "20240619"))
    found = rows(here, dyads=[("RUS", "PRK")], ledger=ledger)
    assert {row["store"] for row in found} == {"gdelt", "case"}


# What cannot be asked


def test_what_is_no_series_is_refused(here: Engine, tmp_path: Path) -> None:
    with pytest.raises(MissingDataset, match="No store of events"):
        event_series(here)
    with pytest.raises(MissingDataset, match="no ledger is open"):
        event_series(here, ["case"])
    quarter(tmp_path, "202406", on(1, "20240619"))
    with pytest.raises(UnknownDataset):
        event_series(here, ["gdlt"])
    with pytest.raises(ValueError, match="RUS makes no dyad with itself"):
        event_series(here, dyads=[("RUS", "RUS")])
    backwards = (dt.date(2024, 6, 2), dt.date(2024, 6, 1))
    with pytest.raises(ValueError, match="ends before it begins"):
        event_series(here, span=backwards)
    with pytest.raises(ValueError, match="ends before it begins"):
        event_series(here, covered=[backwards])
    assert rows(here, dyads=[]) == []
    assert rows(here, dyads=[("FRA", "DEU")], span=(dt.date(2024, 6, 1),) * 2)[0]["events"] == 0


# The published files


def state_in(name: str | None) -> str:
    """Russia, of "Russia" and of "Police (Russia)"."""
    return (name or "").rpartition("(")[2].rstrip(")")


def test_the_published_files_agree_with_a_count_by_hand(shared: Path) -> None:
    file = shared / "data/icews/icews18_events_2018_08_29_to_10_31.parquet"
    imported("icews", file)
    imported("cameo", shared / "data/plover/cameo_goldstein.parquet", table="goldstein")
    with engine_at() as engine:
        months = rows(engine, "icews", dyads=BOTH)
        whole = engine.to_pyarrow(engine.parquet(file).select("source", "target")).to_pylist()
    by_hand = [
        row
        for row in whole
        if (state_in(row["source"]), state_in(row["target"]))
        in (("Russia", "North Korea"), ("North Korea", "Russia"))
    ]
    assert 90 <= sum(row["events"] for row in months) == len(by_hand)
    assert shown(months[:3], "coverage") == [(pytest.approx(3 / 31),), (1,), (1,)]
    assert sum(row["store_events"] for row in months[:3]) == len(whole)
