"""What usually follows: of the real record, and what is refused."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.errors import MissingDataset
from foedus.repercussions.aftermath import NotAskable, aftermath, pact_described, pact_of
from foedus.repercussions.aftermath.as_json import aftermath_json
from foedus.treaties.instruments import register
from tests.repercussions.aftermath import FILES


@pytest.fixture(scope="module")
def record(holding) -> Iterator[Path]:
    folder = holding(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        yield folder


@pytest.fixture(scope="module")
def june_2024(record: Path):
    assert record.is_dir()
    return aftermath(pact_of(register()["rus-prk-2024"]))


def row(found, outcome, years):
    return next(
        one
        for one in found.outcomes.to_pylist()
        if one["outcome"] == outcome and one["years"] == years
    )


def test_the_soviet_treaty_of_1961_is_an_analogue_of_june_2024(june_2024):
    rows = june_2024.analogues.to_pylist()
    known = {(one["alliance"], one["one"], one["two"], one["year"]) for one in rows}
    assert (3440, "SUN", "PRK", 1961) in known
    assert (3240, "USA", "KOR", 1953) in known
    likeness = [one["similarity"] for one in rows]
    assert likeness == sorted(likeness, reverse=True)


def test_every_analogue_is_what_the_kind_says(june_2024):
    majors = {2, 200, 220, 255, 365, 710, 740}
    for one in june_2024.analogues.to_pylist():
        assert one["year"] >= 1945
        assert set(one["kinds"]) & {"defence", "offence"}
        assert len({one["cow_one"], one["cow_two"]} & majors) == 1


@pytest.mark.usefixtures("record")
def test_a_pact_is_never_its_own_analogue():
    found = aftermath(pact_of(register()["sun-prk-1961"]))
    assert 3440 not in found.analogues["alliance"].to_pylist()
    assert row(found, "pair_dispute", 5)["own"] == 0


def test_disputes_of_the_pairs_are_those_counted_by_hand(june_2024, shared):
    """A second count, row by row of the published file, without any array of ours."""
    disputes = pq.read_table(
        shared / "data/cow/mid_v5_directed_dispute_years.parquet",
        columns=["ccode1", "ccode2", "year", "disponset", "sidea1", "sidea2", "orig1", "orig2"],
    ).to_pylist()
    begun = [one for one in disputes if one["disponset"] == 1]
    strength = {
        (one["ccode"], one["year"]): one["cinc"]
        for one in pq.read_table(shared / "data/cow/nmc_v7.0.parquet").to_pylist()
    }
    for years in (1, 3, 5):
        pair = challenged = 0
        for pact in june_2024.analogues.to_pylist():
            two = {pact["cow_one"], pact["cow_two"]}
            span = range(pact["year"] + 1, pact["year"] + years + 1)
            within = [one for one in begun if one["year"] in span]
            pair += any({one["ccode1"], one["ccode2"]} == two for one in within)
            shares = {code: strength.get((code, pact["year"] - 1)) for code in two}
            if None in shares.values():
                continue
            challenged += any(
                one["ccode2"] == min(two, key=shares.get)
                and one["ccode1"] not in two
                and (one["sidea1"], one["sidea2"]) == (1, 0)
                and one["orig1"] == one["orig2"] == 1
                for one in within
            )
        assert row(june_2024, "pair_dispute", years)["happened"] == pair
        assert row(june_2024, "challenged", years)["happened"] == challenged


def test_those_beside_a_pact_owed_each_other_no_defence_and_share_its_year(june_2024, shared):
    owed = {
        (one["ccode1"], one["ccode2"], one["year"])
        for one in pq.read_table(shared / "data/atop/atop5_1_ddyr.parquet").to_pylist()
        if one["atop_defense"] == 1 or one["atop_offense"] == 1
    }
    years = {one["place"]: one["year"] for one in june_2024.analogues.to_pylist()}
    for one in june_2024.beside.to_pylist():
        assert one["year"] == years[one["place"]]
        assert (one["cow_one"], one["cow_two"], one["year"]) not in owed


def test_matching_brings_the_two_kinds_of_pairs_closer(june_2024):
    rows = {one["covariate"]: one for one in june_2024.balance.to_pylist()}
    assert abs(rows["capabilities"]["before"]) > 2
    assert abs(rows["capabilities"]["after"]) < 0.5
    assert rows["lower_democracy"]["before"] is None  # not held here


def test_what_is_not_held_is_said_and_left_out(june_2024):
    told = " ".join(limit.en for limit in june_2024.limits)
    assert "foedus data get democracy" in told
    assert row(june_2024, "pair_trade", 1)["usual"] is None


@pytest.mark.usefixtures("record")
def test_a_pact_whose_years_the_data_do_not_cover_is_missing_and_no_zero():
    """MID ends in 2014: of a pact of 2011 three years are known, five are not."""
    found = aftermath(
        pact_described(("FRA", "DJI"), dt.date(2011, 12, 21), ("defence", "consultation"))
    )
    assert row(found, "challenging", 3)["own"] is not None
    assert row(found, "challenging", 5)["own"] is None


@pytest.mark.usefixtures("record")
def test_a_partial_aftermath_counts_only_the_pacts_that_are_covered():
    found = aftermath(
        pact_described(("IND", "BGD"), dt.date(2015, 1, 1), ("nonaggression",)), (1, 20)
    )
    short, long = (row(found, "pair_dispute", years)["known"] for years in (1, 20))
    assert 0 < long < short


def test_the_same_question_has_the_same_answer_and_json_holds_it(june_2024):
    again = aftermath(pact_of(register()["rus-prk-2024"]))
    assert again.outcomes.equals(june_2024.outcomes)
    told = aftermath_json(again, "fr")
    assert told["names"]["PRK"] == "Corée du Nord"
    assert len(told["outcomes"]) == june_2024.outcomes.num_rows


def test_every_row_names_method_datasets_and_caveat(june_2024):
    for one in june_2024.outcomes.to_pylist():
        assert one["method"]
        assert "causation" in one["caveat"]
        assert "atop 5.1" in one["datasets"]


@pytest.mark.usefixtures("record")
def test_a_treaty_of_many_asks_which_two():
    with pytest.raises(NotAskable, match="--between"):
        pact_of(register()["nato-1949"])
    with pytest.raises(NotAskable, match="no party"):
        pact_of(register()["nato-1949"], ("USA", "RUS"))


@pytest.mark.usefixtures("record")
def test_a_pact_that_nothing_is_like_is_refused_with_its_kind():
    two_majors = pact_of(register()["nato-1949"], ("USA", "FRA"))
    with pytest.raises(NotAskable, match="2 major powers"):
        aftermath(two_majors)


@pytest.mark.parametrize(
    ("actors", "on", "kinds", "says"),
    [
        (("RUS", "PRK"), dt.date(1914, 1, 1), ("defence",), "no state"),
        (("RUS",), dt.date(2014, 1, 1), ("defence",), "two states"),
        (("RUS", "PRK"), dt.date(2014, 1, 1), ("friendship",), "'friendship' is none"),
        (("RUS", "PRK"), dt.date(2014, 1, 1), (), "none was given"),
    ],
)
def test_what_is_no_pact_of_two_states_is_refused(actors, on, kinds, says):
    with pytest.raises(NotAskable, match=says):
        pact_described(actors, on, kinds)


@pytest.mark.usefixtures("record")
def test_years_out_of_reach_and_a_pact_before_the_data_are_refused():
    pact = pact_of(register()["rus-prk-2024"])
    for years in ((), (0,), (21,)):
        with pytest.raises(NotAskable, match="1 to 20"):
            aftermath(pact, years)
    with pytest.raises(NotAskable, match="1816"):
        aftermath(pact_described(("GBR", "FRA"), dt.date(1816, 5, 1), ("defence",)))


def test_without_the_data_it_is_said_what_to_fetch(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    with pytest.raises(MissingDataset, match="foedus data get atop"):
        aftermath(pact_of(register()["rus-prk-2024"]))
