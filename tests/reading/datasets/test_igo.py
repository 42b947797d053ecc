"""Memberships in intergovernmental organisations, and what is counted of them."""

import pytest

from foedus.reading.datasets.igo import DYAD_YEARS, MEMBERSHIPS, STATE_YEARS
from tests.reading.datasets.sifting import (
    counts,
    derived,
    failing,
    kept,
    rows_that_differ,
    sifted,
    table_of,
)

WIDE = "ccode,year,state,aaaid,un,wassen\n"


@pytest.fixture(scope="module")
def memberships(shared):
    return sifted(MEMBERSHIPS, shared / "data/cow/igo_v3_state_year_membership.parquet")


def test_no_membership_is_lost(memberships):
    # 534 organisations in 15,557 state-years; 5,459,286 times the organisation did not exist.
    assert counts(memberships) == (2_848_152, 2_848_152, {})
    assert 15_557 * 534 - 5_459_286 == 2_848_152
    assert memberships.kept["level"].null_count == 138_874


def test_the_united_nations_had_193_members_in_2014_north_korea_since_1991(memberships):
    rows = table_of(memberships)
    un = rows.filter(rows.igo == "un", rows.level == 1)
    assert un.filter(un.year == 2014).count().to_pyarrow().as_py() == 193
    assert un.filter(un.ccode == 731).year.min().to_pyarrow().as_py() == 1991


def test_counts_made_of_memberships_are_those_published(shared, memberships):
    published = sifted(STATE_YEARS, shared / "data/cow/igo_v3_state_year_counts.parquet")
    assert counts(published) == (15_557, 15_557, {})
    made = derived(STATE_YEARS, memberships=memberships)
    assert rows_that_differ(made, table_of(published)).num_rows == 0


def test_joint_memberships_made_of_memberships_are_those_published(shared, memberships):
    published = sifted(DYAD_YEARS, shared / "data/cow/igo_v3_dyad_year_counts.parquet")
    assert counts(published) == (917_695, 917_695, {})
    made = derived(DYAD_YEARS, memberships=memberships)
    assert made.count().to_pyarrow().as_py() == 917_695
    assert rows_that_differ(made, table_of(published)).num_rows == 0


def test_an_organisation_that_did_not_exist_has_no_row_and_a_missing_level_is_missing():
    rows = kept(MEMBERSHIPS, WIDE + "2,1950,usa,-1,1,-9\n20,1950,canada,0,2,3\n")
    assert [(row["ccode"], row["igo"], row["level"]) for row in rows] == [
        (2, "un", 1),
        (2, "wassen", None),
        (20, "aaaid", 0),
        (20, "un", 2),
        (20, "wassen", 3),
    ]


def test_associates_are_counted_as_joint_members_and_observers_are_not():
    wide = (
        "2,1950,usa,1,1,1\n"  # full everywhere
        "20,1950,canada,2,1,0\n"  # associate of the first
        "200,1950,uk,3,0,1\n"  # observer of the first
    )
    made = derived(DYAD_YEARS, memberships=sifted(MEMBERSHIPS, WIDE + wide))
    rows = made.order_by("ccode1", "ccode2").to_pyarrow().to_pylist()
    assert [(row["ccode1"], row["ccode2"], row["dyadigos"]) for row in rows] == [
        (2, 20, 2),
        (2, 200, 1),
        (20, 200, 0),
    ]


def test_one_wrong_level_costs_one_membership_not_the_whole_state_year():
    rows = sifted(MEMBERSHIPS, WIDE + "2,1950,usa,7,1,1\n")
    assert counts(rows) == (3, 2, {"unknown level of level": 1})


def test_a_state_that_did_not_exist_fails():
    assert failing(
        STATE_YEARS,
        "ccode,year,sum_igo_full,sum_igo_associate,sum_igo_observer,"
        "sum_igo_anytype\n731,1920,1,0,0,1\n",
    ) == [(1, "unknown code")]
