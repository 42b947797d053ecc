"""Capabilities of states: -9 is missing, never a number."""

import pytest

from foedus.reading.datasets.nmc import STATE_YEARS
from tests.reading.datasets.sifting import counts, failing, kept, sifted

HEADER = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"


@pytest.fixture(scope="module")
def nmc(shared):
    return sifted(STATE_YEARS, shared / "data/cow/nmc_v7.0.parquet")


def test_every_state_year_is_kept(nmc):
    assert counts(nmc) == (17_121, 17_121, {})


def test_the_four_strongest_in_2022_are_china_america_india_and_russia(nmc):
    rows = [row for row in nmc.kept.to_pylist() if row["year"] == 2022]
    strongest = sorted(rows, key=lambda row: -row["cinc"])[:4]
    assert {row["ccode"] for row in strongest} == {710, 2, 750, 365}


def test_the_indices_of_a_year_add_up_to_a_little_more_than_one(nmc):
    years = nmc.kept.group_by("year").aggregate([("cinc", "sum")]).to_pylist()
    assert all(0.99 < row["cinc_sum"] < 1.08 for row in years)


def test_minus_nine_is_missing_in_the_publishers_csv():
    (row,) = kept(STATE_YEARS, HEADER + "USA,2,1816,-9,17,80,254.0,-9.0,101,.0397,2025\n")
    assert (row["milex"], row["tpop"], row["cinc"]) == (None, None, 0.0397)


def test_other_negative_numbers_and_unknown_states_fail():
    rows = "USA,2,1816,-5,17,80,254,8659,101,.04,7\nXXX,999,1816,1,1,1,1,1,1,.1,7\n"
    later = "USA,2,2023,1,17,80,254,8659,101,.04,7\n"
    assert failing(STATE_YEARS, HEADER + rows + later) == [
        (1, "negative amount"),
        (2, "unknown code"),
        (3, "year outside coverage"),
    ]
