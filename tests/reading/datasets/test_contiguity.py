"""Contiguity: spells by month in both directions, and the closest type of each year."""

import datetime as dt

import pytest

from foedus.reading.datasets.contiguity import DIRECTED_DYAD_YEARS, SPELLS
from tests.reading.datasets.sifting import (
    counts,
    derived,
    failing,
    kept,
    rows_that_differ,
    sifted,
    table_of,
)

CONTDIR = "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n"
DATED = "ccode1,ccode2,conttype,stdate,enddate\n"


@pytest.fixture(scope="module")
def spells(shared):
    return sifted(SPELLS, shared / "data/cow/contiguity_v3.2_spells.parquet")


@pytest.fixture(scope="module")
def yearly(spells):
    return derived(DIRECTED_DYAD_YEARS, spells=spells)


def in_year(rows, ccode1, ccode2, year):
    found = rows.filter(rows.ccode1 == ccode1, rows.ccode2 == ccode2, rows.year == year)
    return found.conttype.to_pyarrow().to_pylist()


def test_only_rows_of_no_contiguity_are_set_apart(spells):
    assert counts(spells) == (1874, 1694, {"unknown level of conttype": 180})
    assert set(spells.failing["conttype"].to_pylist()) == {"0"}


def test_russia_and_north_korea_have_a_land_border_from_1948(spells):
    (border,) = [
        row for row in spells.kept.to_pylist() if (row["ccode1"], row["ccode2"]) == (365, 731)
    ]
    assert (border["conttype"], border["begins"]) == (1, dt.date(1948, 8, 1))


def test_the_years_made_of_the_spells_are_those_the_publisher_made(shared, yearly):
    published = sifted(
        DIRECTED_DYAD_YEARS, shared / "data/cow/contdird_v3.2_directed_dyad_year.parquet"
    )
    assert counts(published) == (82_440, 82_440, {})
    assert rows_that_differ(yearly, table_of(published)).num_rows == 0


def test_in_a_year_of_change_the_closest_type_counts(yearly):
    # Belgium left the Netherlands in December 1830: a land border with France until then.
    assert in_year(yearly, 210, 220, 1830) == [1]
    assert in_year(yearly, 210, 220, 1831) == [5]
    assert in_year(yearly, 220, 210, 1830) == [1]


def test_the_publishers_spells_become_both_directions_and_whole_months():
    rows = kept(SPELLS, CONTDIR + '2020,2,"USA",20,"CAN",1,192001,201602,"notes, too",3.2\n')
    assert [(row["ccode1"], row["ccode2"]) for row in rows] == [(2, 20), (20, 2)]
    assert {(row["begins"], row["ends"]) for row in rows} == {
        (dt.date(1920, 1, 1), dt.date(2016, 2, 29))
    }


def test_the_publishers_years_keep_the_closer_of_two_types():
    header = "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n"
    twice = "210220,210,NTH,220,FRN,1830,5,3.2\n210220,210,NTH,220,FRN,1830,1,3.2\n"
    mirrored = "220210,220,FRN,210,NTH,1830,1,3.2\n"
    rows = kept(DIRECTED_DYAD_YEARS, header + twice + mirrored)
    assert [(row["ccode1"], row["conttype"]) for row in rows] == [(210, 1), (220, 1)]


def test_two_types_may_share_the_month_of_the_change_and_no_more():
    shared_month = (
        "210,220,1,1816-01-01,1830-12-01\n220,210,1,1816-01-01,1830-12-01\n"
        "210,220,5,1830-12-01,1940-07-01\n220,210,5,1830-12-01,1940-07-01\n"
    )
    assert failing(SPELLS, DATED + shared_month) == []
    longer = shared_month.replace("5,1830-12-01", "5,1830-11-01")
    assert failing(SPELLS, DATED + longer) == [(n, "overlapping spells") for n in (1, 2, 3, 4)]


def test_a_spell_in_one_direction_alone_and_an_impossible_month_fail():
    one_way = "2,20,1,1920-01-01,2016-12-01\n"
    assert failing(SPELLS, DATED + one_way) == [(1, "asymmetric")]
    no_month = '2020,2,"USA",20,"CAN",1,192013,201612,"",3.2\n'
    assert (1, "no such day") in failing(SPELLS, CONTDIR + no_month)
