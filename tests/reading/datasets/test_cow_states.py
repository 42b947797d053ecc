"""States of the Correlates of War system: spells by day, censored at the end of the list."""

import datetime as dt

import pytest

from foedus.reading.datasets.cow_states import SPELLS
from tests.reading.datasets.sifting import counts, failing, kept, sifted

HEADER = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"


@pytest.fixture(scope="module")
def states(shared):
    return sifted(SPELLS, shared / "data/cow/states2016.parquet")


def test_every_spell_of_the_published_list_is_kept(states):
    assert counts(states) == (243, 243, {})


def test_germany_was_away_from_1945_to_1990(states):
    germany = [row for row in states.kept.to_pylist() if row["ccode"] == 255]
    assert [(row["begins"], row["ends"]) for row in germany] == [
        (dt.date(1816, 1, 1), dt.date(1945, 5, 8)),
        (dt.date(1990, 10, 3), dt.date(2016, 12, 31)),
    ]


def test_the_publishers_csv_gives_the_same_days():
    (korea,) = kept(SPELLS, HEADER + "PRK,731,North Korea,1948,9,9,2016,12,31,2016\n")
    assert (korea["ccode"], korea["begins"]) == (731, dt.date(1948, 9, 9))
    assert korea["ends"] == dt.date(2016, 12, 31)


def test_each_fault_is_named_and_the_sound_row_stays():
    rows = [
        "AAA,1001,Sound,1900,1,1,1910,12,31,2016",
        "BBB,1002,No such day,1900,2,30,1910,12,31,2016",
        "CCC,1003,Backwards,1920,1,1,1910,12,31,2016",
        "DDD,1004,Twice,1900,1,1,1910,12,31,2016",
        "DDD,1004,Twice,1910,6,1,1950,12,31,2016",
        "EEE,1005,Before the list,1815,1,1,1910,12,31,2016",
        "FFF,x,No number,1900,1,1,1910,12,31,2016",
    ]
    found = failing(SPELLS, HEADER + "\n".join(rows))
    assert found == [
        (2, "no such day"),
        (3, "ends before it begins"),
        (4, "overlapping spells"),
        (5, "overlapping spells"),
        (6, "year outside coverage"),
        (7, "not a whole number: ccode"),
    ]
