"""Exercises and visits: days that are not known, and names in place of numbers."""

import datetime as dt

import pytest

from foedus.reading.datasets.exercises import TABLES
from foedus.reading.datasets.us_troops import TABLES as TROOPS
from foedus.reading.datasets.visits import TABLES as VISITS
from tests.reading.datasets.as_received import Received, derived, received

EXERCISES = {table.name: table for table in TABLES}
RECEIVED, SENT = VISITS


@pytest.fixture(scope="module")
def mme(shared) -> Received:
    return received(EXERCISES["mme"], shared / "data/exercises/mme_v7_exercises.parquet")


@pytest.fixture(scope="module")
def participants(shared) -> Received:
    file = shared / "data/exercises/mme_v7_participants_long.parquet"
    return received(EXERCISES["mme_participants"], file)


@pytest.fixture(scope="module")
def jme(shared) -> Received:
    return received(EXERCISES["jme"], shared / "data/exercises/jme_v3_exercises.parquet")


def test_exercises_that_share_an_id_or_end_before_they_begin_are_set_apart(mme):
    assert mme.read == 3_707
    assert mme.failing == {"duplicated key": 6, "ends before it begins": 6}
    assert mme.kept.count().execute() == 3_695


def test_a_day_written_xx_is_any_day_of_its_month(mme):
    (row,) = mme.rows(MMEID="mme88")
    assert row["begins"] == "1980-01"
    assert (row["begins_earliest"], row["begins_latest"]) == (
        dt.date(1980, 1, 1),
        dt.date(1980, 1, 31),
    )


def test_minus_nine_is_no_name(mme):
    rows = mme.kept
    assert rows.filter(rows.Ex_Name == "-9").count().execute() == 0
    assert rows.filter(rows.states.contains("-9")).count().execute() == 0


def test_team_spirit_was_held_by_south_korea_and_the_united_states(participants, mme):
    ids = [row["MMEID"] for row in mme.rows(Series_Name="Team Spirit")]
    for one in ids:
        assert {row["id"] for row in participants.rows(MMEID=one)} >= {"KOR", "USA"}


def test_repeated_participants_are_set_apart(participants):
    assert (participants.read, participants.failing) == (13_818, {"duplicated key": 34})


def test_the_russia_of_the_1980s_is_the_soviet_union(participants):
    rows = participants.kept.filter(participants.kept.country == "Russia")
    early = rows.filter(rows.year < 1991)
    assert set(early.id.to_pyarrow().to_pylist()) == {"SUN"}


def test_only_territories_and_the_unnamed_have_no_actor(participants):
    unknown = participants.kept.filter(participants.kept.id.isnull())
    assert {row["country"] for row in unknown.to_pyarrow().to_pylist()} == {
        None,
        "Baltic States",
        "Bermuda",
        "Hong Kong SAR China",
        "Netherlands Antilles",
        "New Caledonia",
        "Serbia",
    }


def test_participants_can_be_had_from_the_exercises_alone(mme, participants):
    made = derived(EXERCISES["mme_participants"], mme=mme.kept)
    own = {(row["MMEID"], row["country"]) for row in made.to_pyarrow().to_pylist()}
    coded = {
        (row["MMEID"], row["country"]) for row in participants.rows() if row["country"] is not None
    }
    kept = {row["MMEID"] for row in mme.rows()}
    assert {pair for pair in coded if pair[0] in kept} <= own
    assert len(own) == pytest.approx(len(coded), rel=0.01)


def test_the_older_coding_keeps_all_but_rows_with_impossible_dates(jme):
    assert jme.read == 1_790
    assert jme.failing == {"year outside coverage": 4, "ends before it begins": 7}


def test_dates_of_the_older_coding_in_any_of_its_ways_of_writing(jme):
    slashes = jme.rows(name="Midlink 74")[0]
    assert slashes["begins"] == "1974-11"
    assert (slashes["begins_earliest"], slashes["begins_latest"]) == (
        dt.date(1974, 11, 1),
        dt.date(1974, 11, 30),
    )
    spreadsheet = jme.rows(begins_earliest=dt.date(1997, 9, 15))
    assert "1997-09-15" in {row["begins"] for row in spreadsheet}


def test_every_visit_counted_is_kept(shared):
    for table, name, rows in ((RECEIVED, "received", 5_869), (SENT, "sent", 6_692)):
        file = shared / f"data/visits/colt_visits_{name}_by_country_year.parquet"
        loaded = received(table, file)
        assert (loaded.read, loaded.failing) == (rows, {})


def test_one_leader_visited_north_korea_in_2024(shared):
    file = shared / "data/visits/colt_visits_received_by_country_year.parquet"
    (row,) = received(RECEIVED, file).rows(id="PRK", year=2024)
    assert (row["visits"], row["ccode"]) == (1, 731)


def test_a_place_is_no_state_and_ivory_coast_needs_no_accent(shared):
    file = shared / "data/visits/colt_visits_received_by_country_year.parquet"
    visits = received(RECEIVED, file)
    assert {row["id"] for row in visits.rows(country="Crimea")} == {None}
    assert {row["id"] for row in visits.rows(country="Cote d'Ivoire")} == {"CIV"}


def test_american_troops_in_south_korea_in_1953_and_2024(shared):
    years = received(TROOPS[0], shared / "data/troops/us_troops_country_year.parquet")
    assert (years.read, years.failing) == (13_135, {"negative amount": 6})
    found = {row["year"]: row["troops_ad"] for row in years.rows(ccode=732)}
    assert (found[1953], found[2024]) == (326_863, 24_515)


def test_an_estimated_quarter_says_so(shared):
    quarters = received(TROOPS[1], shared / "data/troops/us_troops_country_quarter.parquet")
    assert (quarters.read, quarters.failing) == (29_629, {})
    assert len(quarters.rows(source="Stepwise Imputation")) == 330
