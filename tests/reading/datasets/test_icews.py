"""ICEWS in its three forms: the original file, names with underscores, names only."""

import datetime as dt

import pytest

from tests.reading.datasets.events_imported import faults, rows_of

HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
)


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


def test_every_row_of_the_original_file_is_kept_with_its_codes_as_text(shared):
    record, rows = rows_of("icews", shared / "data/icews/events.2018.sample.tab")
    assert (record.form, record.kept, record.failing) == (
        "original tab-separated file",
        3705,
        {},
    )
    first = rows[0]
    assert first["event_id"] == 32889836
    assert first["event_date"] == dt.date(2018, 6, 1)
    assert (first["cameo_code"], first["intensity"]) == ("040", 1.0)
    assert first["source_sectors"] == "Executive,Foreign Ministry,Government"
    assert (first["city"], first["district"]) == ("Hanoi", None)


def test_na_is_missing_and_never_a_word(shared):
    _, rows = rows_of("icews", shared / "data/icews/events.2018.sample.tab")
    assert not any("NA" in row.values() for row in rows)
    assert sum(row["source_country"] is None for row in rows) == 147


def test_the_form_with_underscores_gives_the_same_events(shared, tmp_path, monkeypatch):
    _, original = rows_of("icews", shared / "data/icews/events.2018.sample.tab")
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "other"))
    record, rows = rows_of("icews", shared / "data/icews/icews_sample_2018_06_01_03.parquet")
    assert (record.form, record.kept, record.failing) == ("names with underscores", 4993, {})
    other = {row["event_id"]: row for row in rows}
    both = [row for row in original if row["event_id"] in other]
    assert both
    for row in both[:500]:
        found = other[row["event_id"]]
        assert {**row, "part": "", "row": 0} == {**found, "part": "", "row": 0}


def test_names_alone_tell_countries_by_their_brackets(shared):
    record, rows = rows_of(
        "icews", shared / "data/icews/icews18_events_2018_08_29_to_10_31.parquet"
    )
    assert (record.form, record.kept, record.failing) == ("names only", 95_540, {})
    police = next(row for row in rows if row["source_name"] == "Police (Singapore)")
    assert police["source_country"] == "Singapore"
    china = next(row for row in rows if row["source_name"] == "China")
    assert (china["source_country"], china["cameo_code"], china["event_id"]) == (None, None, None)


def test_a_score_beyond_the_scale_and_a_year_beyond_the_data_are_set_apart(tmp_path):
    row = "{}\t{}\tA\tNA\tIndia\tConsult\t040\t{}\tB\tNA\tNepal\t1\t2\tP\t" + "NA\t" * 5 + "NA\n"
    file = tmp_path / "events.tab"
    text = HEADER + row.format(1, "2018-06-01", 1) + row.format(2, "2018-06-01", 11)
    file.write_text(text + row.format(3, "1985-06-01", 1), encoding="utf-8")
    _, rows = rows_of("icews", file)
    assert [row["event_id"] for row in rows] == [1]
    assert sorted(faults("icews")) == [(2, "score outside the scale"), (3, "year outside coverage")]


def test_an_event_id_may_repeat(tmp_path):
    row = (
        "7\t2018-06-01\tA\tNA\tIndia\tConsult\t040\t1\tB\tNA\tNepal\t1\t2\tP\t"
        + "NA\t" * 5
        + "NA\n"
    )
    file = tmp_path / "events.tab"
    file.write_text(HEADER + row + row, encoding="utf-8")
    record, _ = rows_of("icews", file)
    assert (record.kept, record.failing) == (2, {})
