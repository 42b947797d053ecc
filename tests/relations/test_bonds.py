"""Everything held about a dyad, part by part, and what is said of what is not held."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from foedus.ledger.engines import Engine, engine_at
from foedus.relations.bonds import Bond, bond_between
from foedus.relations.bonds.lines import line_of

FILES = {
    "atop/atop5_1m.csv": "atop",
    "unga/unga_votes_s1_s75.parquet": "unga-votes",
    "unga/unga_rollcalls_s1_s75.parquet": "unga-votes",
    "unga/idealpoints_all_jun2024.parquet": "ideal-points",
    "cow/mid_v5_directed_dispute_years.parquet": "mid",
    "sipri/trade-register.csv": "sipri-transfers",
}
LAST = dt.date(2024, 12, 31)


@pytest.fixture(scope="module")
def held(holding: Callable[[Mapping[str, str]], Path]) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(holding(FILES)))
        yield holding(FILES)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with engine_at() as opened:
        yield opened


@pytest.fixture(scope="module")
def bond(held: Path, engine: Engine) -> Bond:
    assert held.is_dir()
    return bond_between(engine, "Russia", "PRK", last=LAST, beside=("CHN",))


@pytest.fixture
def nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))


# --- Who follows whom -----------------------------------------------------------------------------


def test_russia_follows_the_soviet_union_which_followed_russia() -> None:
    assert line_of("RUS").actors == ("RUS", "SUN")
    assert [one.actor for one in line_of("RUS").holders] == ["RUS", "SUN", "RUS"]


def test_a_line_is_the_same_whichever_of_its_states_is_asked_for() -> None:
    assert line_of("SUN").holders == line_of("RUS").holders


def test_the_seam_is_the_first_day_of_the_later_state() -> None:
    ((before, after),) = line_of("RUS").seams(dt.date(1948, 1, 1), LAST)
    assert (before.actor, after.actor, after.begins) == ("SUN", "RUS", dt.date(1991, 12, 26))


def test_of_two_codes_in_a_year_the_later_counts() -> None:
    assert line_of("DEU").code_in(1990) == 255
    assert line_of("DEU").code_in(1989) == 260


def test_an_organisation_has_no_codes() -> None:
    assert line_of("NATO").codes == ()
    assert line_of("NATO").actors == ("NATO",)


# --- What they owed each other --------------------------------------------------------------------


def test_the_treaty_of_1961_bound_the_soviet_union_then_russia(bond: Bond) -> None:
    rows = [row for row in bond["obligations"].to_pylist() if row["instrument"] == "sun-prk-1961"]
    days = {
        (row["obligor"], row["begins_latest"], row["ends_earliest"])
        for row in rows
        if row["kind"] == "defence"
    }
    assert ("SUN", dt.date(1961, 9, 10), dt.date(1991, 12, 25)) in days
    assert ("RUS", dt.date(1991, 12, 26), dt.date(1996, 9, 10)) in days


def test_the_treaty_of_2024_is_owed_both_ways_and_still_runs(bond: Bond) -> None:
    rows = [row for row in bond["obligations"].to_pylist() if row["instrument"] == "rus-prk-2024"]
    defence = [row for row in rows if row["kind"] == "defence"]
    assert {row["obligor"] for row in defence} == {"RUS", "PRK"}
    assert {row["ends_earliest"] for row in defence} == {None}
    assert {row["signed"] for row in defence} == {dt.date(2024, 6, 19)}


def test_what_every_member_of_the_united_nations_owes_is_left_out(bond: Bond) -> None:
    assert "un-charter-1945" not in set(bond["obligations"]["instrument"].to_pylist())


# --- Votes ----------------------------------------------------------------------------------------


def test_published_ideal_points_are_as_published(bond: Bond) -> None:
    points = {(row["actor"], row["year"]): row["point"] for row in bond["ideal_points"].to_pylist()}
    assert points["RUS", 2022] == pytest.approx(-0.5057471)
    assert points["PRK", 2023] == pytest.approx(-0.7404689)


def test_the_session_of_1991_began_with_the_soviet_union(bond: Bond) -> None:
    rows = [row for row in bond["ideal_points"].to_pylist() if row["code"] == 365]
    held = {row["year"]: row["actor"] for row in rows}
    assert held[1991] == "SUN"
    assert held[1992] == "RUS"


def test_there_is_no_point_for_a_state_that_was_no_member(bond: Bond) -> None:
    assert min(r["year"] for r in bond["ideal_points"].to_pylist() if r["actor"] == "PRK") == 1991


def test_agreement_counts_what_both_cast(bond: Bond) -> None:
    last = bond["vote_agreement"].to_pylist()[-1]
    assert (last["year"], last["rollcalls"], last["alike"], last["opposed"]) == (2020, 87, 67, 4)


def test_a_year_whose_december_is_not_held_is_not_covered(bond: Bond) -> None:
    part = bond.parts["vote_similarity"]
    assert part.covered(2020)
    assert not part.covered(2021)


def test_similarity_is_there_for_the_others_asked_for_too(bond: Bond) -> None:
    assert set(bond["vote_similarity"]["other"].to_pylist()) == {"PRK", "CHN"}


# --- What is on record ----------------------------------------------------------------------------


def test_the_one_dispute_of_the_two_is_listed(bond: Bond) -> None:
    rows = [(row["dataset"], row["first_year"]) for row in bond["disputes"].to_pylist()]
    assert rows == [("mid", 1969)]


def test_arms_go_both_ways(bond: Bond) -> None:
    pairs = {(row["supplier"], row["recipient"]) for row in bond["arms"].to_pylist()}
    assert {("SUN", "PRK"), ("RUS", "PRK"), ("PRK", "RUS")} <= pairs


# --- What is not held -----------------------------------------------------------------------------


def test_what_is_not_held_says_what_to_run(bond: Bond) -> None:
    (missing,) = bond.parts["sanctions"].missing
    assert missing.missing == "foedus data get gsdb --from FILE"
    assert bond["sanctions"].num_rows == 0
    assert not bond.parts["sanctions"].covered(2000)


@pytest.mark.usefixtures("nothing_held")
def test_without_any_dataset_the_register_still_answers(engine: Engine) -> None:
    bare = bond_between(engine, "RUS", "PRK", last=LAST)
    assert bare["obligations"].num_rows > 0
    for name, part in bare.parts.items():
        assert part.missing, name
        assert name == "obligations" or part.rows.num_rows == 0


# --- Bad input ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("nothing_held")
@pytest.mark.parametrize(("one", "other"), [("RUS", "RUS"), ("RUS", "SUN")])
def test_an_actor_has_no_dyad_with_itself(engine: Engine, one: str, other: str) -> None:
    with pytest.raises(ValueError, match="same state"):
        bond_between(engine, one, other, last=dt.date(1990, 1, 1) if other == "SUN" else LAST)


@pytest.mark.usefixtures("nothing_held")
def test_days_do_not_end_before_they_begin(engine: Engine) -> None:
    with pytest.raises(ValueError, match="comes after"):
        bond_between(engine, "RUS", "PRK", first=dt.date(2020, 1, 1), last=dt.date(2010, 1, 1))


def test_an_unknown_part_names_those_there_are(bond: Bond) -> None:
    with pytest.raises(KeyError, match="obligations"):
        bond["feelings"]
