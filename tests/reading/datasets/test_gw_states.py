"""States of Gleditsch and Ward by day, in the publisher's tab file and as held by others."""

import datetime as dt

from foedus.reading.datasets.gw_states import SPELLS
from tests.reading.datasets.sifting import counts, kept, sifted


def test_every_spell_of_the_list_of_2017_is_kept(shared):
    states = sifted(SPELLS, shared / "data/gw/gw_states_2017.parquet")
    assert counts(states) == (216, 216, {})
    assert set(states.kept["microstate"].to_pylist()) == {False}


def test_germany_keeps_its_western_number_after_1990(shared):
    rows = kept(SPELLS, shared / "data/gw/gw_states_2017.parquet")
    (west,) = [row for row in rows if row["gwcode"] == 260]
    assert (west["begins"], west["ends"]) == (dt.date(1949, 9, 21), dt.date(2017, 12, 31))


def test_the_publishers_file_does_not_say_who_is_a_microstate():
    (row,) = kept(
        SPELLS,
        "statenumber,stateid,countryname,start,end\n"
        "2,USA,United States of America,1816-01-01,2017-12-31\n",
    )
    assert (row["gwcode"], row["stateabb"], row["microstate"]) == (2, "USA", None)
    assert row["begins"] == dt.date(1816, 1, 1)


def test_a_list_with_microstates_says_who_is_one():
    rows = kept(
        SPELLS,
        "gwcode,gw_abb,gw_name,microstate,start,end\n"
        "2,USA,United States,0,1816-01-01,2017-12-31\n"
        "221,MNC,Monaco,1,1816-01-01,2017-12-31\n",
    )
    assert [row["microstate"] for row in rows] == [False, True]
