"""Major powers by day."""

import datetime as dt

from foedus.reading.datasets.cow_majors import SPELLS
from tests.reading.datasets.sifting import counts, failing, kept, sifted

HEADER = "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n"


def test_every_spell_of_the_published_list_is_kept(shared):
    assert counts(sifted(SPELLS, shared / "data/cow/majors2016.parquet")) == (14, 14, {})


def test_germany_was_a_major_power_three_times(shared):
    rows = kept(SPELLS, shared / "data/cow/majors2016.parquet")
    assert [row["begins"].year for row in rows if row["ccode"] == 255] == [1816, 1925, 1991]


def test_the_publishers_csv_is_read():
    (america,) = kept(SPELLS, HEADER + "USA,2,1898,8,13,2016,12,31,2016\n")
    assert america == {
        "row": 1,
        "ccode": 2,
        "begins": dt.date(1898, 8, 13),
        "ends": dt.date(2016, 12, 31),
    }


def test_a_power_that_is_no_state_fails():
    found = failing(SPELLS, HEADER + "XXX,999,1898,8,13,2016,12,31,2016\n")
    assert found == [(1, "unknown code")]
