"""Sanctions cases: names with commas of their own, and senders and targets year by year."""

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.reading.datasets.gsdb import TABLES, names
from tests.reading.datasets.as_received import Received, derived, received

GSDB = {table.name: table for table in TABLES}
NAMES = (
    "Korea, North",
    "Gambia, The",
    "Congo",
    "Congo, Democratic Republic of the",
    "Egypt, Arab Rep.",
    "Cuba",
)


@pytest.fixture(scope="module")
def cases(shared) -> Received:
    return received(GSDB["cases"], shared / "data/sanctions/GSDB_V4.csv")


@pytest.fixture(scope="module")
def years(cases) -> ibis.Table:
    return derived(GSDB["sender_target_years"], cases=cases.kept)


def test_every_case_is_kept(cases):
    assert (cases.read, cases.kept.count().execute(), cases.failing) == (1547, 1547, {})


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Korea, North", ["Korea, North"]),
        ("Korea, North, Singapore, Taiwan", ["Korea, North", "Singapore", "Taiwan"]),
        ("Egypt, Arab Rep., Syria", ["Egypt, Arab Rep.", "Syria"]),
        ("Gambia, The, Russia", ["Gambia, The", "Russia"]),
        ("Denmark, Netherlands,  Sweden", ["Denmark", "Netherlands", "Sweden"]),
        (
            "Congo, Congo, Democratic Republic of the",
            ["Congo", "Congo, Democratic Republic of the"],
        ),
    ],
)
def test_a_cell_is_split_on_names_and_not_on_commas(cell, parts):
    rows = ibis.memtable({"cell": [cell]})
    found = rows.select(name=names(rows.cell)).to_pyarrow().column("name").to_pylist()
    assert [name.replace("|", ", ").strip() for name in found] == parts


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5))
def test_names_joined_by_commas_come_apart_again(written):
    rows = ibis.memtable({"cell": [", ".join(written)]})
    found = rows.select(name=names(rows.cell)).to_pyarrow().column("name").to_pylist()
    assert [name.replace("|", ", ").strip() for name in found] == written


def test_the_united_states_sanction_north_korea_in_2019_under_cow_codes(years):
    found = years.filter((years.ccode1 == 2) & (years.ccode2 == 731) & (years.year == 2019))
    assert found.count().execute() > 0
    assert found.financial.max().execute() == 1


def test_the_union_is_a_sender_without_a_code(years):
    union = years.filter((years.sender == "EU") & (years.year > 1993))
    assert set(union.sender_id.to_pyarrow().to_pylist()) == {"EU"}
    assert union.ccode1.notnull().sum().execute() == 0


def test_a_year_belongs_to_the_state_that_bore_the_name_then(years):
    germany = years.filter(years.sender == "Germany")
    codes = {row["year"]: row["ccode1"] for row in germany.to_pyarrow().to_pylist()}
    assert (codes[1988], codes[2010]) == (260, 255)


def test_pairs_and_years_are_there_once(years):
    key = ["case_id", "sender", "target", "year"]
    assert years.count().execute() == years.select(*key).distinct().count().execute()


def test_names_of_nobody_are_listed_and_not_guessed(cases):
    lost = derived(GSDB["unmatched_names"], cases=cases.kept).to_pyarrow().to_pylist()
    spans = {(row["name"], row["role"]): (row["first_year"], row["last_year"]) for row in lost}
    assert ("Korea, North", "target") not in spans
    assert spans["South Vietnam", "target"][0] == 1976
    assert ("Balkans", "target") in spans


def test_a_case_that_ends_before_it_begins_is_set_apart():
    header = ",".join(column.name for column in GSDB["cases"].columns)
    row = "1,Cuba,United States,1960,1950,1,,0,0,0,0,0,0,0,other,failed"
    assert received(GSDB["cases"], f"{header}\n{row}").failing == {"ends before it begins": 1}
