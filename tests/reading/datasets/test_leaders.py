"""Archigos and REIGN: who led whom, from when to when."""

import datetime as dt

import pytest

from foedus.reading.datasets import archigos, reign
from tests.reading.datasets.as_received import Received, received


@pytest.fixture(scope="module")
def leaders(shared) -> Received:
    return received(archigos.TABLES[0], shared / "data/leaders/archigos_v4.1.parquet")


@pytest.fixture(scope="module")
def rulers(shared) -> Received:
    return received(reign.TABLES[0], shared / "data/leaders/reign_leaderlist_2021_03.parquet")


def test_every_leader_of_both_lists_is_kept_but_the_king_of_bavaria_before_1875(leaders, rulers):
    assert (leaders.read, leaders.kept.count().execute()) == (3409, 3408)
    assert leaders.failing == {"year outside coverage": 1}
    assert (rulers.read, rulers.kept.count().execute(), rulers.failing) == (2524, 2524, {})


def test_kim_il_sung_died_in_office_and_his_grandson_is_there_on_the_last_day(leaders):
    kims = leaders.kept.filter(leaders.kept.gwcode == 731).order_by("startdate")
    first, *_, last = kims.to_pyarrow().to_pylist()
    assert (first["enddate"], first["exit"]) == (dt.date(1994, 7, 8), "Natural Death")
    assert (last["enddate"], last["exit"]) == (dt.date(2015, 12, 31), "Still in Office")


def test_unknown_ways_in_and_out_are_missing(leaders):
    for name in ("entry", "exit", "exitcode"):
        assert "Unknown" not in leaders.kept[name].to_pyarrow().to_pylist()
        assert leaders.kept[name].isnull().sum().execute() > 0


def test_a_ruler_still_in_office_has_no_end(rulers):
    (biden,) = rulers.rows(leader="Biden")
    assert (biden["begins"], biden["ends"]) == (dt.date(2021, 1, 20), None)
    assert biden["militarycareer"] == 0.0


def test_the_month_of_leaving_ends_with_its_last_day(rulers):
    (kennedy,) = rulers.rows(leader="Kennedy")
    assert kennedy["ends"] == dt.date(1963, 11, 30)


def test_codes_for_not_known_are_missing(rulers):
    for name in ("birthyear", "gender", "militarycareer"):
        assert rulers.kept[name].min().execute() >= 0
        assert rulers.kept[name].isnull().sum().execute() > 0


def test_archigos_is_read_under_the_names_of_its_own_file():
    text = (
        "obsid\tleadid\tccode\tidacr\tleader\tstartdate\tenddate\tentry\texit\texitcode\t"
        "gender\tyrborn\n"
        "X-1\tx\t365\tRUS\tSomebody\t1990-01-02\t1991-03-04\tUnknown\tRegular\tRegular\tM\t1930\n"
    ).replace("\t", ",")
    (row,) = received(archigos.TABLES[0], text).rows(obsid="X-1")
    assert (row["gwcode"], row["entry"]) == (365, None)
    assert row["enddate"] == dt.date(1991, 3, 4)


def test_a_term_that_ends_before_it_begins_is_set_apart():
    text = (
        "obsid,leadid,gwcode,leader,startdate,enddate,entry,exit,exitcode,gender,yrborn\n"
        "X-1,x,365,Somebody,1991-01-02,1990-03-04,Regular,Regular,Regular,M,1930\n"
    )
    assert received(archigos.TABLES[0], text).failing == {"ends before it begins": 1}
