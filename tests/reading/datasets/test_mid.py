"""Militarised disputes of COW, and the dyad-years that follow from them."""

import datetime as dt

import pytest

from foedus.reading.datasets.dispute_years import directed_dispute_years
from foedus.reading.datasets.mid import (
    DIRECTED_DISPUTE_YEARS,
    DIRECTED_DYAD_YEARS,
    DISPUTES,
    PARTICIPANTS,
)
from tests.reading.datasets.sifting import (
    counts,
    derived,
    failing,
    kept,
    rows_that_differ,
    sifted,
    table_of,
)

MIDA = (
    "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,"
    "mindur,hiact,hostlev,recip,numa,numb,ongo2014,version\n"
)
MIDB = (
    "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,"
    "revtype2,fatality,fatalpre,hiact,hostlev,orig,version\n"
)


@pytest.fixture(scope="module")
def disputes(shared):
    return sifted(DISPUTES, shared / "data/cow/mid_v5_disputes.parquet")


@pytest.fixture(scope="module")
def dispute_years(shared):
    return sifted(DIRECTED_DISPUTE_YEARS, shared / "data/cow/mid_v5_directed_dispute_years.parquet")


@pytest.fixture(scope="module")
def dyad_years(shared):
    return sifted(DIRECTED_DYAD_YEARS, shared / "data/cow/mid_v5_directed_dyad_years.parquet")


def test_every_published_row_is_kept(disputes, dispute_years, dyad_years):
    assert counts(disputes) == (2436, 2436, {})
    assert counts(dispute_years) == (11_390, 11_390, {})
    assert counts(dyad_years) == (10_234, 10_234, {})


def test_dyad_years_made_of_dispute_years_are_those_published(disputes, dispute_years, dyad_years):
    made = derived(DIRECTED_DYAD_YEARS, directed_dispute_years=dispute_years, disputes=disputes)
    assert made.count().to_pyarrow().as_py() == 10_234
    assert rows_that_differ(made, table_of(dyad_years)).num_rows == 0


def test_an_unknown_number_of_dead_is_missing_not_minus_nine(dyad_years):
    fatality = dyad_years.kept["fatality"]
    assert fatality.null_count == 1346
    assert min(fatality.drop_null().to_pylist()) == 0


def test_the_publishers_disputes_are_read():
    (row,) = kept(DISPUTES, MIDA + "2,-9,7,1902,24,1,1903,6,1,0,0,208,178,7,3,0,1,1,0,5\n")
    assert (row["stday"], row["stmon"], row["endyear"]) == (None, 7, 1903)
    assert (row["mindur"], row["maxdur"], row["numa"], row["numb"]) == (178, 208, 1, 1)


def test_faults_of_disputes_are_named():
    wrong_level = "2,1,7,1902,24,1,1903,6,1,7,0,208,178,7,3,0,1,1,0,5\n"
    too_late = "3,1,7,2020,24,1,2020,6,1,0,0,208,178,7,3,0,1,1,0,6\n"
    twice = "4,1,7,1902,24,1,1903,6,1,0,0,208,178,7,3,0,1,1,0,5\n" * 2
    assert failing(DISPUTES, MIDA + wrong_level + too_late + twice) == [
        (1, "unknown level of fatality"),
        (2, "year outside coverage"),
        (3, "duplicated key"),
        (4, "duplicated key"),
    ]


@pytest.fixture(scope="module")
def participants():
    # Invented: 2 against 365 and 710; 365 leaves in May 1951 and returns in February 1952.
    rows = [
        "9,USA,2,-9,6,1950,-9,3,1952,1,1,1,-9,2,-9,20,5,1,5",
        "9,RUS,365,1,12,1950,5,5,1951,0,0,-9,-9,-9,-9,17,4,1,5",
        "9,RUS,365,1,2,1952,5,3,1952,0,0,-9,-9,1,-9,17,4,0,5",
        "9,CHN,710,1,4,1952,5,5,1952,0,0,-9,-9,1,-9,17,4,0,5",
    ]
    return sifted(PARTICIPANTS, MIDB + "\n".join(rows))


def test_the_publishers_participants_are_read(participants):
    first = next(row for row in participants.kept.to_pylist() if row["ccode"] == 2)
    assert (first["stday"], first["revtype2"], first["fatalpre"]) == (None, None, None)
    assert counts(participants) == (4, 4, {})


def test_opponents_meet_while_both_take_part(participants):
    made = derived(DIRECTED_DISPUTE_YEARS, participants=participants)
    rows = made.order_by("ccode1", "ccode2", "year").to_pyarrow().to_pylist()
    # 710 entered after 2 had left; 2 and 365 met again in 1952.
    assert [(row["ccode1"], row["ccode2"], row["year"], row["disponset"]) for row in rows] == [
        (2, 365, 1950, 1),
        (2, 365, 1951, 0),
        (2, 365, 1952, 1),
        (365, 2, 1950, 1),
        (365, 2, 1951, 0),
        (365, 2, 1952, 1),
    ]
    assert [row["fatality2"] for row in rows[:3]] == [None, None, 1]
    assert {row["dispongoing"] for row in rows} == {1}


def test_in_the_same_year_is_less_than_on_the_same_day(participants):
    made = directed_dispute_years(
        table_of(participants), ("sidea",), ongoing="on", onset="begun", same="year"
    )
    found = made.filter(made.ccode2 == 710).to_pyarrow().to_pylist()
    assert [(row["ccode1"], row["year"], row["begun"]) for row in found] == [(2, 1952, 1)]


def test_a_pair_that_exchanged_sides_within_a_year_has_no_row():
    day = dt.date(1944, 9, 1)
    stay = {"dispnum": 1, "styear": 1944, "stmon": 1, "stday": 1, "endyear": 1944}
    before = stay | {"endmon": 8, "endday": 31}
    after = stay | {"stmon": day.month, "endmon": 12, "endday": 31}
    rows = [
        before | {"ccode": 355, "sidea": 0},
        after | {"ccode": 355, "sidea": 1},
        before | {"ccode": 360, "sidea": 1},
        after | {"ccode": 360, "sidea": 0},
    ]
    made = directed_dispute_years(table_of(rows), ("sidea",), ongoing="on", onset="begun")
    assert made.to_pyarrow().num_rows == 0
