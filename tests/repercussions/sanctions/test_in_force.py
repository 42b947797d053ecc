"""Which measures are in force on a day: on made cases, and on the real files where they are."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from foedus.evidence import Day, Spell
from foedus.repercussions.sanctions import (
    InForce,
    Known,
    Measure,
    Why,
    known_measures,
    measures_in_force,
    members_on,
    organisations_of,
    targets_of,
)
from foedus.repercussions.sanctions.exposure import exposure_of
from foedus.repercussions.sanctions.trade_shares import trade_shares

TREATY = dt.date(2024, 6, 19)


def case(begins: str, ends: str, sender: str = "USA") -> Measure:
    return Measure(
        key="made",
        dataset="gsdb",
        sender=sender,
        on=(("PRK", Why.NAMED),),
        kinds=("trade",),
        spell=Spell(Day(begins), Day(ends)),
        programme="made",
        known_until=dt.date(2023, 12, 31),
    )


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2005-12-31", None),
        ("2006-05-01", InForce.POSSIBLE),
        ("2007-01-01", InForce.CERTAIN),
        ("2009-12-31", InForce.CERTAIN),
        ("2010-07-01", InForce.POSSIBLE),
        ("2011-01-01", None),
        ("2024-06-19", None),
    ],
)
def test_a_day_of_the_first_or_last_year_is_possible(day: str, standing: InForce | None) -> None:
    assert case("2006", "2010").in_force(dt.date.fromisoformat(day)) is standing


def test_after_the_list_ends_nothing_is_known_of_what_ran_on() -> None:
    running = case("2006", "2023/..")
    assert running.in_force(dt.date(2023, 5, 1)) is InForce.POSSIBLE
    assert running.in_force(TREATY) is InForce.UNKNOWN


def test_a_member_is_bound_through_its_organisation_of_that_day() -> None:
    known = Known(measures=(case("2000", "2022", "EU"), case("2000", "2022", "GBR")), sources=())
    before, after = dt.date(2019, 6, 1), dt.date(2021, 6, 1)
    british = [
        (one.measure.sender, one.through)
        for one in measures_in_force(before, known, sender="GBR", target="PRK")
    ]
    assert british == [("EU", "EU"), ("GBR", None)]
    left = measures_in_force(after, known, sender="GBR", target="PRK")
    assert [(one.measure.sender, one.through) for one in left] == [("GBR", None)]
    as_such = measures_in_force(after, known, sender="EU", target="PRK")
    assert [(one.measure.sender, one.through) for one in as_such] == [("EU", None)]


def test_only_measures_of_a_kind_are_told_where_one_is_asked_for() -> None:
    known = Known(measures=(case("2000", "2022"),), sources=())
    day = dt.date(2010, 6, 1)
    assert len(measures_in_force(day, known, target="PRK", kinds=("arms", "trade"))) == 1
    assert measures_in_force(day, known, target="PRK", kinds=("arms",)) == ()


def test_members_are_those_of_the_day_and_unknown_is_not_nobody() -> None:
    union = members_on("EU", TREATY)
    assert union is not None
    assert len(union.certain) == 27
    assert "GBR" not in union.all
    assert members_on("OPEC", TREATY) is None
    assert "UN" in organisations_of("PRK", TREATY)


@pytest.fixture(scope="module")
def data(holding: Callable[[Mapping[str, str]], Path]) -> Path:
    return holding(
        {
            "sanctions/GSDB_V4.csv": "gsdb",
            "sanctions/eu_32017R1509_dprk.csv": "eu-sanctions",
            "sanctions/eu_32014R0269_russia_persons.parquet": "eu-sanctions",
            "cow/trade_v3_dyadic.parquet": "trade",
            "cow/trade_v4_state_year.parquet": "trade",
        }
    )


@pytest.fixture
def known(data: Path, monkeypatch: pytest.MonkeyPatch) -> Known:
    monkeypatch.setenv("FOEDUS_DATA", str(data))
    return known_measures()


def test_the_real_files_on_the_day_of_the_treaty(known: Known) -> None:
    """Counted by hand in the files: 326 rows of 2017/1509, one without a day, one of December."""
    found = measures_in_force(TREATY, known, sender="EU", target="PRK")
    regulation = [one for one in found if one.measure.programme == "32017R1509"]
    certain = [one for one in regulation if one.standing is InForce.CERTAIN]
    sorts = [one.measure.sort for one in certain]
    assert {sort: sorts.count(sort) for sort in sorts} == {
        "Person": 156,
        "LegalEntity": 93,
        "Vessel": 75,
    }
    (undated,) = [one for one in regulation if one.standing is not InForce.CERTAIN]
    assert undated.standing is InForce.POSSIBLE
    others = {one.measure.name: one.why for one in found if one.measure.programme == "32014R0269"}
    assert others == {"Kang Sun NAM": Why.NATIONALITY, "Missile General Bureau": Why.ADDRESS}


def test_two_generals_are_listed_on_16_december_2024(known: Known) -> None:
    def listed(day: dt.date) -> set[str | None]:
        found = measures_in_force(day, known, sender="EU", target="PRK")
        return {one.measure.name for one in found if one.measure.programme == "32014R0269"}

    new = listed(dt.date(2024, 12, 16)) - listed(dt.date(2024, 12, 15))
    assert new == {"KIM Yong Bok", "NO Kwang Chol"}


def test_cases_of_the_global_data_base(known: Known) -> None:
    def cases(day: dt.date, sender: str, target: str) -> dict[str, str]:
        found = measures_in_force(day, known, sender=sender, target=target)
        return {
            one.measure.programme: str(one.standing)
            for one in found
            if one.measure.dataset == "gsdb" and one.through is None
        }

    # Case 41: the United States on North Korea, 1955 to 2008.
    assert cases(dt.date(1980, 1, 1), "USA", "PRK") == {"GSDB 41": "certain"}
    assert cases(dt.date(2008, 6, 1), "USA", "PRK")["GSDB 41"] == "possible"
    assert "GSDB 41" not in cases(dt.date(2009, 6, 1), "USA", "PRK")
    # What ran in 2023, the last year of the release, is unknown on the day of the treaty.
    assert set(cases(TREATY, "USA", "PRK").values()) == {"unknown"}
    assert len(cases(TREATY, "USA", "PRK")) == 12
    assert cases(dt.date(2013, 6, 1), "EU", "RUS") == {}
    assert "certain" in cases(dt.date(2016, 6, 1), "EU", "RUS").values()


def test_exposure_on_real_trade_says_what_it_does_not_know(known: Known) -> None:
    trade = trade_shares(2024)
    assert trade is not None
    assert trade.year == 2009
    korea = exposure_of("KOR", "USA", dt.date(2009, 6, 30), known, trade)
    assert korea is not None
    assert korea.missing < 0.01
    assert 0 < korea.low[0] <= korea.low[1] <= korea.high[1] < 1
    # This release has next to no trade of Germany for 2009: all may be with anybody.
    germany = exposure_of("DEU", "USA", dt.date(2009, 6, 30), known, trade)
    assert germany is not None
    assert germany.low[0] < 0.01
    assert germany.high[0] > 0.99
    assert exposure_of("UN", "USA", TREATY, known, trade) is None


def test_who_is_under_sanctions_of_a_kind(known: Known) -> None:
    day = dt.date(2016, 6, 1)
    every = targets_of("EU", day, known)
    assert every["RUS"] is InForce.CERTAIN
    assert {*targets_of("EU", day, known, ("arms",))} < {*every}
    assert targets_of("CHE", dt.date(1940, 1, 1), known) == {}
