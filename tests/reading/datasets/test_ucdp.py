"""Armed conflicts and single events of violence."""

import pytest

from foedus.reading.datasets.ucdp_acd import TABLES as ACD
from foedus.reading.datasets.ucdp_ged import TABLES as GED
from tests.reading.datasets.as_received import Received, derived, received

CONFLICT_YEARS, PARTIES = ACD
UKRAINE = 13243
PUBLISHED = """\
conflict_id,location,side_a,side_a_2nd,side_b,side_b_2nd,incompatibility,territory_name,year,\
intensity_level,cumulative_intensity,type_of_conflict,start_date,start_prec,start_date2,\
start_prec2,ep_end,ep_end_date,ep_end_prec,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,gwno_loc,region,\
version
7,A,"Government of A","Government of B, Government of C",Rebels,,2,,1999,1,0,4,1998-01-01,1,\
1998-05-01,2,1,1999-12-01,1,365,"2, 200",,,365,1,25.1
"""


@pytest.fixture(scope="module")
def conflict_years(shared) -> Received:
    return received(CONFLICT_YEARS, shared / "data/ucdp/ucdp_acd_v25.1.parquet")


@pytest.fixture(scope="module")
def parties(conflict_years):
    return derived(PARTIES, conflict_years=conflict_years.kept)


def test_a_conflict_year_counts_once_however_many_parties_it_has(conflict_years):
    assert conflict_years.read == 5_652
    assert (conflict_years.kept.count().execute(), conflict_years.failing) == (2_752, {})


def test_russia_fights_ukraine_with_north_korea_beside_it_in_2024(conflict_years, parties):
    (war,) = conflict_years.rows(conflict_id=UKRAINE, year=2024)
    assert (war["type_of_conflict"], war["intensity_level"]) == (2, 2)
    found = parties.filter((parties.conflict_id == UKRAINE) & (parties.year == 2024))
    assert {
        (row["id"], row["side"], row["secondary"]) for row in found.to_pyarrow().to_pylist()
    } == {("RUS", "a", False), ("PRK", "a", True), ("UKR", "b", False)}


def test_north_korea_is_no_party_to_it_before_2024(parties):
    korea = parties.filter((parties.conflict_id == UKRAINE) & (parties.id == "PRK"))
    assert korea.year.min().execute() == 2024


def test_a_state_stands_once_on_a_side(parties):
    key = ["conflict_id", "year", "side", "secondary", "gwno"]
    assert parties.count().execute() == parties.select(*key).distinct().count().execute()


def test_only_hyderabad_has_no_actor(parties):
    unknown = parties.filter(parties.id.isnull())
    assert set(unknown.gwno.to_pyarrow().to_pylist()) == {751}


def test_serbia_keeps_the_number_that_ucdp_gives_it(parties):
    late = parties.filter((parties.gwno == 345) & (parties.year > 2006))
    assert set(late.id.to_pyarrow().to_pylist()) == {"SRB"}


def test_the_published_form_with_lists_gives_the_same_parties():
    loaded = received(CONFLICT_YEARS, PUBLISHED)
    (row,) = loaded.rows()
    assert (loaded.failing, row["gwno_a_2nd"], row["ep_end"]) == ({}, "2, 200", 1)
    listed = derived(PARTIES, conflict_years=loaded.kept).to_pyarrow().to_pylist()
    assert {(one["gwno"], one["secondary"]) for one in listed} == {
        (365, False),
        (2, True),
        (200, True),
    }


@pytest.fixture(scope="module")
def events(shared) -> Received:
    return received(GED[0], shared / "data/ucdp/ucdp_ged_v23.1_sample1000.parquet")


def test_every_event_of_the_sample_is_kept(events):
    assert (events.read, events.failing) == (1_000, {})
    assert len(GED[0].columns) == 49


def test_a_number_of_sources_that_was_not_counted_is_missing(events):
    rows = events.kept
    assert rows.number_of_sources.isnull().sum().execute() == 326
    assert rows.number_of_sources.min().execute() >= 1


def test_deaths_by_side_add_up_to_the_best_estimate(events):
    rows = events.kept
    total = rows.deaths_a + rows.deaths_b + rows.deaths_civilians + rows.deaths_unknown
    assert rows.filter(total != rows.best).count().execute() == 0


def test_the_spells_of_days_are_as_long_as_their_precision_says(events):
    rows = events.kept
    exact = rows.filter(rows.date_prec == 1)
    assert exact.filter(exact.date_start != exact.date_end).count().execute() == 0


def test_a_day_published_as_midnight_is_a_day():
    header = ",".join(column.name for column in GED[0].columns)
    values = dict.fromkeys((column.name for column in GED[0].columns), "1") | {
        "year": "2013",
        "active_year": "True",
        "date_start": "2013-01-03 00:00:00.000",
        "date_end": "2013-01-04 00:00:00.000",
    }
    (row,) = received(GED[0], f"{header}\n{','.join(values.values())}\n").rows()
    assert (str(row["date_start"]), str(row["date_end"])) == ("2013-01-03", "2013-01-04")
    assert row["active_year"] is True
