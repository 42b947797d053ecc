"""Wars between states and within them."""

import datetime as dt

import pytest

from foedus.reading.datasets.wars import INTERSTATE, INTRASTATE, PARTICIPANTS
from tests.reading.datasets.sifting import counts, derived, failing, sifted

HEADER = (
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
    "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,"
    "WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\n"
)
NO_SECOND_PHASE = "-8,-8,-8,-8,-8,-8"


@pytest.fixture(scope="module")
def participants():
    # Invented, after the shape of the Franco-Spanish War and of a war with a truce.
    rows = [
        f"1,First,1,220,France,1,4,7,1823,11,13,1823,{NO_SECOND_PHASE},503,2,1,1,-8,400,4",
        f"1,First,1,230,Spain,2,4,7,1823,11,13,1823,{NO_SECOND_PHASE},503,2,2,2,-8,600,4",
        "46,Second,1,255,Prussia,1,2,1,1864,4,25,1864,6,25,1864,7,20,1864,-8,2,1,1,-8,1048,4",
        "46,Second,1,390,Denmark,2,2,1,1864,4,25,1864,6,25,1864,7,20,1864,-8,2,2,2,-8,-9,4",
        f"50,Third,1,2,America,1,1,1,1990,1,5,1992,{NO_SECOND_PHASE},-8,2,1,1,-8,9,4",
        f"50,Third,1,645,Iraq,2,1,1,1991,1,5,1993,{NO_SECOND_PHASE},-8,2,2,2,-8,9,4",
    ]
    return sifted(PARTICIPANTS, HEADER + "\n".join(rows))


def test_published_dyad_years_are_all_kept(shared):
    wars = sifted(INTERSTATE, shared / "data/cow/war_interstate_v4_directed_dyad_years.parquet")
    assert counts(wars) == (1932, 1932, {})
    assert wars.kept["batdeath1"].null_count == 4


def test_published_civil_wars_are_all_kept_and_non_states_have_no_number(shared):
    wars = sifted(INTRASTATE, shared / "data/cow/war_intrastate_v4.1.parquet")
    assert counts(wars) == (1361, 1361, {})
    assert min(wars.kept["ccodeb"].drop_null().to_pylist()) > 0
    assert "-8" not in wars.kept["sideb"].to_pylist()


def test_each_phase_of_a_war_is_a_row(participants):
    rows = [row for row in participants.kept.to_pylist() if row["ccode"] == 390]
    assert [(row["begins"], row["ends"], row["resume"]) for row in rows] == [
        (dt.date(1864, 2, 1), dt.date(1864, 4, 25), 0),
        (dt.date(1864, 6, 25), dt.date(1864, 7, 20), 1),
    ]
    assert {row["batdeath"] for row in rows} == {None}


def test_opponents_and_years_follow_from_the_participants(participants):
    made = derived(INTERSTATE, participants=participants)
    rows = made.order_by("warnum", "ccode1", "year", "resume").to_pyarrow().to_pylist()
    assert [
        (row["warnum"], row["ccode1"], row["year"], row["resume"], row["cowinteronset"])
        for row in rows
    ] == [
        (1, 220, 1823, 0, 1),
        (1, 230, 1823, 0, 1),
        (46, 255, 1864, 0, 1),
        (46, 255, 1864, 1, 1),
        (46, 390, 1864, 0, 1),
        (46, 390, 1864, 1, 1),
        (50, 2, 1991, 0, 1),
        (50, 2, 1992, 0, 0),
        (50, 645, 1991, 0, 1),
        (50, 645, 1992, 0, 0),
    ]
    france, *_ = rows
    assert (france["initiator1"], france["initiator2"], france["outcome1"]) == (1, 0, 1)
    assert [row["outcome1"] for row in rows if row["resume"]] == [None, None]


def test_faults_of_participants_are_named():
    backwards = f"1,First,1,220,France,1,4,31,1823,11,13,1823,{NO_SECOND_PHASE},1,2,1,1,-8,4,4"
    nobody = f"1,First,1,999,Nobody,1,4,7,1823,11,13,1823,{NO_SECOND_PHASE},1,2,1,9,-8,4,4"
    assert failing(PARTICIPANTS, HEADER + backwards + "\n" + nobody) == [
        (1, "no such day"),
        (2, "unknown code"),
        (2, "unknown level of outcome"),
    ]
