"""ACLED, on invented rows: nothing of ACLED's own is here, as its terms ask."""

import datetime as dt

import pytest

from foedus.evidence import EventType
from foedus.reading.datasets.acled import EVENT_TYPES, PLOVER_TYPES
from tests.reading.datasets.events_imported import faults, rows_of

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)


def acled_line(**cells: str) -> str:
    told = {
        "event_id_cnty": "AAA1",
        "event_date": "2024-06-19",
        "year": "2024",
        "event_type": "Protests",
        "sub_event_type": "Peaceful protest",
        "actor1": "Protesters (Nepal)",
        "country": "Nepal",
        "fatalities": "0",
        "latitude": "27.7",
        "longitude": "85.3",
    } | cells
    return ",".join(told.get(name, "") for name in HEADER.split(","))


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


def acled_file(folder, *lines):
    file = folder / "acled.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("written", ["2024-06-09", "09 June 2024", "9 June 2024"])
def test_both_ways_of_writing_a_day_are_read(tmp_path, written):
    _, (row,) = rows_of("acled", acled_file(tmp_path, acled_line(event_date=written)))
    assert row["event_date"] == dt.date(2024, 6, 9)
    assert (row["actor2"], row["fatalities"]) == (None, 0)


def test_a_repeated_id_an_unknown_type_and_negative_deaths_are_set_apart(tmp_path):
    lines = [
        acled_line(),
        acled_line(event_id_cnty="AAA2"),
        acled_line(event_id_cnty="AAA2"),
        acled_line(event_id_cnty="AAA3", event_type="Weather"),
        acled_line(event_id_cnty="AAA4", fatalities="-1"),
    ]
    record, _ = rows_of("acled", acled_file(tmp_path, *lines))
    assert record.kept == 1
    assert sorted(faults("acled")) == [
        (2, "duplicated key"),
        (3, "duplicated key"),
        (4, "unknown level of event_type"),
        (5, "negative amount"),
    ]


def test_only_what_is_certain_has_a_plover_type():
    assert PLOVER_TYPES["Peaceful protest"] is EventType.PROTEST
    assert PLOVER_TYPES["Armed clash"] is EventType.ASSAULT
    for doubtful in ("Agreement", "Mob violence", "Government regains territory", "Other"):
        assert doubtful not in PLOVER_TYPES
    assert not set(PLOVER_TYPES) & set(EVENT_TYPES)
