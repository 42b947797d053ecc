"""POLECAT, on invented rows under its published columns."""

import datetime as dt

import pytest

from foedus.evidence import EventType
from foedus.reading.datasets.polecat import EVENTS
from tests.reading.datasets.events_imported import faults, rows_of

HEADER = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\t"
    "Actor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\t"
    "Wikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\t"
    "Primary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
    "Wikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\t"
    "GeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\t"
    "Story Organizations\tStory Locations\tLanguage\tVersion"
)


def polecat_line(**cells: str) -> str:
    told = {
        "Event ID": "e1",
        "Event Date": "2024-06-19",
        "Event Type": "CONSULT",
        "Event Mode": "visit",
        "Intensity": "2.5",
        "Quad Code": "VERBAL COOPERATION",
        "Actor Name": "Vladimir Putin",
        "Actor Country": "RUS",
        "Recipient Name": "Kim Jong Un",
        "Recipient Country": "PRK",
        "Country": "PRK",
        "Latitude": "39.03",
        "Longitude": "125.75",
    } | {name.replace("_", " "): value for name, value in cells.items()}
    return "\t".join(told.get(name, "None") for name in HEADER.split("\t"))


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


def polecat_file(folder, *lines):
    file = folder / "ngecEvents.DV.2024.txt"
    file.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return file


def test_forty_columns_are_kept_and_none_is_missing(tmp_path):
    _, (row,) = rows_of("polecat", polecat_file(tmp_path, polecat_line()))
    assert len(row) == 40 + 2  # the file, and the row in it
    assert row["event_date"] == dt.date(2024, 6, 19)
    assert (row["event_type"], row["event_mode"], row["intensity"]) == ("CONSULT", "visit", 2.5)
    assert (row["actor_country"], row["contexts"], row["actor_cow"]) == ("RUS", None, None)
    assert (row["latitude"], row["longitude"]) == (39.03, 125.75)


def test_types_are_the_sixteen_of_plover(tmp_path):
    types = next(column for column in EVENTS.columns if column.name == "event_type")
    assert set(types.levels) == {each.value for each in EventType}
    lines = [polecat_line(), polecat_line(Event_ID="e2", Event_Type="INVESTIGATE")]
    record, _ = rows_of("polecat", polecat_file(tmp_path, *lines))
    assert (record.kept, faults("polecat")) == (1, [(2, "unknown level of event_type")])


def test_an_event_before_the_data_begin_is_set_apart(tmp_path):
    lines = [polecat_line(), polecat_line(Event_Date="2009-01-01")]
    rows_of("polecat", polecat_file(tmp_path, *lines))
    assert faults("polecat") == [(2, "year outside coverage")]
