"""Democracy scores: four measures of the same states and years, none of them mended."""

import pytest

from foedus.reading.datasets.democracy import STATE_YEARS
from tests.reading.datasets.sifting import counts, failing, kept, sifted

HEADER = "ccode,year,euds,aeuds,polity2,v2x_polyarchy\n"
RUSSIA, AUSTRIA_HUNGARY, NORTH_KOREA, SWEDEN = 365, 300, 731, 380


@pytest.fixture(scope="module")
def democracy(shared):
    return sifted(STATE_YEARS, shared / "data/panel/cw_democracy.parquet")


@pytest.fixture(scope="module")
def rows(democracy):
    return democracy.kept.to_pylist()


def test_every_state_year_is_kept(democracy):
    assert counts(democracy) == (17_706, 17_706, {})


def test_the_scores_agree_on_sweden_and_on_north_korea(rows):
    sweden, north_korea = (
        next(row for row in rows if (row["ccode"], row["year"]) == (state, 2000))
        for state in (SWEDEN, NORTH_KOREA)
    )
    assert (sweden["polity2"], north_korea["polity2"]) == (10, -10)
    assert north_korea["aeuds"] < 0 < sweden["aeuds"]
    assert north_korea["v2x_polyarchy"] < 0.1 < 0.9 < sweden["v2x_polyarchy"]


def test_the_adjusted_score_is_the_other_moved_by_one_amount(rows):
    moved = {round(row["euds"] - row["aeuds"], 9) for row in rows if row["euds"] is not None}
    assert len(moved) == 1


def test_the_soviet_union_has_no_polity_score_here_but_the_others(rows):
    soviet = [row for row in rows if row["ccode"] == RUSSIA and 1923 <= row["year"] <= 1991]
    assert {row["polity2"] for row in soviet} == {None}
    assert None not in {row["aeuds"] for row in soviet}


def test_austria_hungary_has_only_the_score_of_varieties_of_democracy(rows):
    monarchy = [row for row in rows if row["ccode"] == AUSTRIA_HUNGARY and row["year"] >= 1867]
    assert {(row["aeuds"], row["polity2"]) for row in monarchy} == {(None, None)}
    assert None not in {row["v2x_polyarchy"] for row in monarchy}


def test_na_is_missing_in_a_csv_written_by_r():
    (row,) = kept(STATE_YEARS, HEADER + "990,2025,0.688,0.395,NA,NA\n")
    assert (row["aeuds"], row["polity2"], row["v2x_polyarchy"]) == (0.395, None, None)


def test_what_is_no_score_and_no_state_fails():
    text = (
        "2,2000,1.4,1.2,-66,0.86\n2,2001,1.4,1.2,10,86\n2,2002,1.4,NA,10,0.8\n"
        "999,2003,1.4,1.2,10,0.8\n2,2026,1.4,1.2,10,0.8\n"
    )
    assert failing(STATE_YEARS, HEADER + text) == [
        (1, "unknown level of polity2"),
        (2, "share beyond 0 to 1"),
        (3, "half a score"),
        (4, "unknown code"),
        (5, "year outside coverage"),
    ]
