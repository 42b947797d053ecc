"""North Korean missile tests and provocations."""

import datetime as dt
import json

import pytest

from foedus.reading.datasets.missile_tests import TABLES
from foedus.reading.datasets.provocations import TABLES as PROVOCATIONS
from tests.reading.datasets.as_received import Received, received


@pytest.fixture(scope="module")
def tests(shared) -> Received:
    return received(TABLES[0], shared / "data/dprk/nk_missile_tests.json")


def test_every_test_of_the_nested_file_is_kept(tests):
    assert (tests.read, tests.failing) == (339, {})


def test_the_flat_file_gives_the_same_table(tests, shared):
    flat = received(TABLES[0], shared / "data/dprk/nk_missile_tests.parquet")
    assert flat.rows() == tests.rows()


def test_there_was_no_test_in_2018_and_a_hwasong_15_in_november_2017(tests):
    rows = tests.kept
    assert rows.filter(rows.earliest.year() == 2018).count().execute() == 0
    (row,) = tests.rows(missile="hwasong-15", earliest=dt.date(2017, 11, 28))
    assert (row["outcome"], row["landing"]) == ("success", "sea-of-japan")


def test_unknown_is_missing_everywhere(tests):
    for row in tests.rows():
        assert "unknown" not in row.values()
    assert tests.rows()[0]["apogee"] is None


def test_a_month_alone_leaves_its_days_open(tests):
    row = tests.rows(date="1984-09")[0]
    assert (row["earliest"], row["latest"]) == (dt.date(1984, 9, 1), dt.date(1984, 9, 30))
    months = [row for row in tests.rows() if row["earliest"] != row["latest"]]
    assert len(months) == 8


def test_every_place_of_launch_and_type_of_missile_is_described(tests, shared):
    tables = {table.name: table for table in TABLES}
    for name, column in (("facilities", "facility"), ("missiles", "missile")):
        file = {"facilities": "nk_missile_facilities", "missiles": "nk_missile_types"}[name]
        described = received(tables[name], shared / f"data/dprk/{file}.json")
        assert described.failing == {}
        known = {row["id"] for row in described.rows()}
        assert {row[column] for row in tests.rows()} - {None} <= known
        assert "unknown" not in known


def test_legs_of_a_glide_are_told_of(tests):
    assert len(tests.rows(glide=True)) == 4


@pytest.mark.parametrize("content", ["", "[]", "{", '{"timeBins": 3}', '{"other": []}', "[" * 9999])
def test_other_json_is_left_alone(tmp_path, content):
    (tmp_path / "other.json").write_text(content)
    openers = [table.forms[0].opener for table in TABLES]
    assert [opener(tmp_path / "other.json") for opener in openers] == [None] * 3


def test_a_test_without_a_date_fails_and_the_others_stay(tmp_path):
    shot = {"date": "2024-01-14", "missile": "unknown", "apogee": 50, "outcome": "success"}
    bins = {"timeBins": [{"data": [shot, shot | {"date": "soon"}]}, {"data": []}, {}]}
    (tmp_path / "tests.json").write_text(json.dumps(bins))
    loaded = received(TABLES[0], tmp_path / "tests.json")
    assert loaded.failing == {"no date": 1}
    (row,) = loaded.rows()
    assert (row["missile"], row["apogee"], row["distance"]) == (None, 50.0, None)


def test_provocations_of_an_old_macintosh_file_and_decoded_are_the_same(shared):
    old = shared / "data/dprk/north-korea-provocations-1958-2017.csv"
    text = old.read_bytes().decode("mac_roman").replace("\r", "\n")
    mac = received(PROVOCATIONS[0], text)
    flat = received(
        PROVOCATIONS[0], shared / "data/dprk/north_korea_provocations_1958_2017.parquet"
    )
    assert (mac.read, mac.failing, flat.failing) == (275, {}, {})
    assert mac.rows() == flat.rows()
