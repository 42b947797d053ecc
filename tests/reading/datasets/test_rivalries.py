"""Strategic rivalries, both lists: the pairs, the years, the types."""

import pytest

from foedus.reading.datasets import rivalries, rivalries_2012
from tests.reading.datasets.as_received import Received, received

LONGER, OLDER = rivalries.TABLES[0], rivalries_2012.TABLES[0]


@pytest.fixture(scope="module")
def longer(shared) -> Received:
    return received(LONGER, shared / "data/rivalries/tss_rivalries_1494_2020.parquet")


@pytest.fixture(scope="module")
def older(shared) -> Received:
    return received(OLDER, shared / "data/rivalries/td_rivalries_1494_2010.parquet")


def test_every_rivalry_of_both_lists_is_kept(longer, older):
    assert (longer.read, longer.kept.count().execute(), longer.failing) == (264, 264, {})
    assert (older.read, older.kept.count().execute(), older.failing) == (197, 197, {})


def test_the_two_koreas_are_rivals_to_the_end_of_both_lists(longer, older):
    (koreas,) = longer.rows(ccode1=731, ccode2=732)
    assert (koreas["start"], koreas["end"], koreas["principal"]) == (1948, 2020, 1)
    (before,) = older.rows(ccode1=731, ccode2=732)
    assert (before["styear"], before["endyear"]) == (1948, 2010)


def test_a_type_that_is_not_ticked_is_no_type_of_the_rivalry(longer):
    for name in ("positional", "spatial", "ideological", "interventionary", "principal", "aprin"):
        assert set(longer.kept[name].to_pyarrow().to_pylist()) == {0, 1}


def test_the_soviet_union_and_the_united_states_were_principal_rivals(longer):
    cold_war = [row for row in longer.rows(ccode1=2, ccode2=365) if row["start"] == 1945]
    assert [(row["end"], row["ideological"]) for row in cold_war] == [(1989, 1)]


HEADER = "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,"
HEADER += "interventionary,principal,aprin\n"


@pytest.mark.parametrize(
    ("row", "check"),
    [
        ("1,A-B,731,732,1960,1950,1,,,,,", "ends before it begins"),
        ("1,A-B,731,732,1400,1950,1,,,,,", "year outside coverage"),
        ("1,A-B,732,731,1950,1960,1,,,,,", "higher code first"),
        ("1,A-B,731,9999,1950,1960,1,,,,,", "unknown code"),
    ],
)
def test_a_rivalry_that_cannot_be_is_set_apart(row, check):
    assert check in received(LONGER, HEADER + row).failing


def test_two_spells_of_one_rivalry_in_the_same_year_are_set_apart():
    rows = "1,A-B,731,732,1950,1960,1,,,,,\n2,A-B,731,732,1960,1970,1,,,,,"
    assert received(LONGER, HEADER + rows).failing == {"overlapping spells": 2}
