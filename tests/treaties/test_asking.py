"""Questions as people put them: names, codes and places in, answers with ids out."""

import datetime as dt
from pathlib import Path

import pytest

import foedus
from foedus.errors import OutsideLife, UnknownPlace
from foedus.treaties.answers import Verdict
from foedus.treaties.instruments import register

DECEMBER = dt.date(2024, 12, 10)


@pytest.fixture(autouse=True)
def _without_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))


def test_a_question_in_words_is_answered_with_ids() -> None:
    answer = foedus.casus("l'Ukraine attaque la Russie", DECEMBER, "Koursk")
    (found,) = [one for one in answer.of("PRK") if one.article == "4"]
    assert found.verdict is Verdict.DISPUTED
    assert answer.place is not None
    assert answer.place.id == "kursk"


def test_without_history_the_answer_says_so() -> None:
    answer = foedus.casus("UKR attacks RUS", DECEMBER)
    assert "caveat_no_history" in {reason.key for reason in answer.caveat}


def test_with_history_an_alliance_nobody_coded_by_hand_answers(
    held_atop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(held_atop))
    answer = foedus.casus("AUH attacks SRB", dt.date(1914, 7, 28))
    told = {(one.actor, one.verdict) for one in answer.answers if one.instrument == "atop-1480"}
    assert ("MNE", Verdict.MUST) in told
    assert "caveat_no_history" not in {reason.key for reason in answer.caveat}
    later = foedus.casus("RUS attacks EST", DECEMBER)
    assert "caveat_history_ends" in {reason.key for reason in later.caveat}


def test_a_place_nobody_knows_and_a_state_that_is_gone_are_told() -> None:
    with pytest.raises(UnknownPlace):
        foedus.casus("UKR attacks RUS", DECEMBER, "Zenda")
    with pytest.raises(OutsideLife, match="1991"):
        foedus.casus("SUN attacks USA", DECEMBER)


def test_what_one_owes_the_other_that_day() -> None:
    rows = foedus.obligations("러시아", "PRK", DECEMBER).to_pyarrow().to_pylist()
    owed = {(row["instrument"], row["kind"]) for row in rows}
    assert ("rus-prk-2024", "defence") in owed
    assert ("un-charter-1945", "nonaggression") in owed  # owed to any state
    assert {row["obligor"] for row in rows} == {"RUS"}
    before = foedus.obligations("RUS", "PRK", dt.date(2024, 12, 3)).to_pyarrow().to_pylist()
    assert ("rus-prk-2024", "defence") not in {(row["instrument"], row["kind"]) for row in before}


def test_a_doubtful_day_stays_doubtful() -> None:
    rows = foedus.obligations("PRK", "RUS", dt.date(2000, 10, 15)).to_pyarrow().to_pylist()
    of_2000 = {row["standing"] for row in rows if row["instrument"] == "rus-prk-2000"}
    assert of_2000 == {"possible"}


def test_what_binds_a_day_is_what_each_owes() -> None:
    small = {"rus-prk-2024": register()["rus-prk-2024"]}
    rows = foedus.binding(DECEMBER, treaties=small).to_pyarrow().to_pylist()
    assert {(row["obligor"], row["beneficiary"]) for row in rows} == {
        ("RUS", "PRK"),
        ("PRK", "RUS"),
    }
