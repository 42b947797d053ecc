"""Capabilities of a state and what followed a transfer: on small series and on the real ones."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foedus.dossier.sentence import read
from foedus.dossier.words.capability_picture import capability_rows, capability_stack
from foedus.dossier.words.capability_words import CapabilityWords
from foedus.dossier.words.catalogue import LANGUAGES, words_in
from foedus.errors import UnknownActor
from foedus.ledger.engines import engine_at
from foedus.repercussions.capabilities.before_after import RateRatio, Step
from foedus.repercussions.capabilities.capabilities import Capabilities, capabilities_of
from foedus.repercussions.capabilities.comparisons import test_comparisons as comparisons_of_tests
from foedus.repercussions.capabilities.comparisons import year_comparisons
from foedus.repercussions.capabilities.marks import Mark, case_flows
from foedus.repercussions.capabilities.series import Test as MissileTest
from foedus.repercussions.capabilities.series import capability_series, spending_values
from foedus.treaties.instruments import register

FILES = {
    "dprk/nk_missile_tests.parquet": "missile-tests",
    "cow/nmc_v7.0.parquet": "nmc",
}


@pytest.fixture(scope="module")
def held(holding: Callable[[Mapping[str, str]], Path]) -> Iterator[Path]:
    """A folder of data, held for the tests of one module."""
    folder = holding(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", str(folder))
        yield folder


def flown(*days: str) -> tuple[MissileTest, ...]:
    return tuple(
        MissileTest(row, day, dt.date.fromisoformat(day), dt.date.fromisoformat(day), None, None)
        for row, day in enumerate(days)
    )


def treaty(day: str) -> Mark:
    date = dt.date.fromisoformat(day)
    return Mark(
        kind="treaty",
        earliest=date,
        latest=date,
        giver=None,
        taker=None,
        what="a pact",
        sure=True,
        key="made-up",
    )


def test_tests_are_counted_on_both_sides_and_not_on_the_day_itself() -> None:
    tests = flown(
        *("2001-01-10", "2001-02-10", "2001-02-10", "2001-12-31"),  # three days, four missiles
        "2002-01-01",
        *("2002-02-01", "2003-06-01", "2003-12-01"),
    )
    days, missiles = comparisons_of_tests(tests, dt.date(2000, 1, 1), [treaty("2002-01-01")])
    assert isinstance(days.found, RateRatio)
    assert isinstance(missiles.found, RateRatio)
    assert (days.found.before, days.found.after) == (3, 3)
    assert (missiles.found.before, missiles.found.after) == (4, 3)
    # The list ends on its last test: no day after it is known to be without.
    assert (days.found.days_before, days.found.days_after) == (730, 699)
    assert days.first == dt.date(2000, 1, 2)


def test_a_mark_near_the_end_or_with_hardly_a_test_is_refused_with_the_reason() -> None:
    tests = flown(*(f"2001-0{month}-01" for month in range(1, 8)))
    near, few = (
        next(comparisons_of_tests(tests, dt.date(2000, 1, 1), [treaty(day)]))
        for day in ("2001-06-01", "2000-12-31")
    )
    assert near.found is None
    assert "30 days after it" in near.refused
    assert isinstance(few.found, RateRatio)
    (alone, _) = comparisons_of_tests(tests[-4:], dt.date(2000, 1, 1), [treaty("2001-03-31")])
    assert alone.found is None
    assert alone.refused == "4 on both sides together"


def test_events_of_a_case_are_flows_one_way_or_together() -> None:
    def row(number: int, kind: str, by: list[str], to: list[str]) -> dict[str, object]:
        day = dt.date(2024, 3, number)
        who = {"event": f"e-{number}", "event_type": kind, "initiator": by, "target": to}
        when = {"day_earliest": day, "day_latest": day, "polarity": "cooperation"}
        return who | when | {"standing": "certain", "assertions": [f"a-{number}"]}

    rows = (
        row(1, "AID", ["RUS"], ["PRK"]),
        row(2, "AID", ["PRK"], ["RUS"]),
        row(3, "COOPERATE", ["PRK", "RUS"], []),
        row(4, "CONSULT", ["PRK"], ["RUS"]),
        row(5, "AID", ["KOR"], ["UKR"]),
    )
    flows = case_flows(rows, "PRK", ["RUS"])
    assert [(one.giver, one.taker) for one in flows] == [
        ("RUS", "PRK"),
        ("PRK", "RUS"),
        (None, None),
    ]


@pytest.fixture(scope="module")
def north_korea(held: Path) -> Capabilities:
    assert held.is_dir()
    with engine_at() as engine:
        return capabilities_of(engine, "PRK", 1984, 2025, beside=("RUS",), instruments=register())


def test_days_and_missiles_are_those_of_the_published_list(
    north_korea: Capabilities, shared: Path
) -> None:
    rows = pq.read_table(shared / "data/dprk/nk_missile_tests.parquet").to_pylist()
    by_key = {one.kind.key: one.values for one in north_korea.series}
    for year in (2017, 2018, 2022, 2024):
        mine = [row for row in rows if row["date"].startswith(str(year))]
        assert by_key["missiles"][year] == len(mine)
        assert by_key["launch_days"][year] == len({row["date"] for row in mine})
    assert by_key["launch_days"][2018] == 0  # covered, and nothing flew: a zero, no gap


def test_a_year_without_a_figure_is_no_zero(north_korea: Capabilities) -> None:
    by_key = {one.kind.key: one for one in north_korea.series}
    assert by_key["milex"].values[2010] is None
    assert by_key["cinc"].values[2023] is None
    assert by_key["cinc"].values[2022] == pytest.approx(0.014094256)
    assert by_key["spending"].source.missing  # not held here, and told how to get it
    assert not by_key["spending"].known


def test_a_zero_among_unknown_years_is_a_gap_and_of_a_state_without_an_army_a_zero() -> None:
    def year(of: int, constant: float | None, current: float | None) -> dict[str, float | None]:
        return {"year": of, "constant_usd": constant, "current_usd": current}

    # Iceland is written 0 in both measures, North Korea in one and without the other.
    rows = [year(2001, 0.0, 0.0), year(2002, None, 0.0), year(2003, 0.0, None), year(2004, 7.5, 7)]
    found = spending_values(rows, range(2000, 2006))
    assert found == {2000: None, 2001: 0.0, 2002: None, 2003: None, 2004: 7.5, 2005: None}


def test_what_followed_the_treaty_of_2024_is_fewer_tests_and_not_called_an_effect(
    north_korea: Capabilities,
) -> None:
    after = {
        one.measure: one
        for one in north_korea.comparisons
        if one.mark.key == "rus-prk-2024" and isinstance(one.found, RateRatio)
    }
    days = after["launch_days"].found
    assert isinstance(days, RateRatio)
    assert (days.before, days.after) == (43, 19)
    assert days.high < 1  # if tests came singly
    assert days.wide_high > 1  # they come in bursts
    assert set(after["launch_days"].silent) >= {"gsdb", "sipri-transfers"}
    cinc = next(
        one
        for one in north_korea.comparisons
        if one.mark.key == "rus-prk-2024" and one.measure == "cinc"
    )
    assert cinc.found is None
    assert "at least 3" in cinc.refused


def test_the_level_of_tests_changed_once_before_any_pact_of_the_period(
    north_korea: Capabilities,
) -> None:
    quarters = north_korea.quarters
    assert quarters is not None
    (change,) = quarters.found.changes
    assert quarters.begins[change.first].year >= 2012
    assert quarters.begins[change.last].year <= 2014
    assert change.effect_low > 5


def test_the_level_of_a_share_steps_where_it_did_and_no_count_is_stepped(held: Path) -> None:
    assert held.is_dir()
    with engine_at() as engine:
        series = capability_series(engine, "RUS", 1995, 2022, {"nmc"})
    compared = [one for one in year_comparisons(series, [treaty("2014-03-18")]) if one.found]
    assert {one.measure for one in compared} == {"cinc", "milper"}
    step = compared[0].found
    assert isinstance(step, Step)
    assert (step.years_before, step.years_after) == (5, 5)
    assert step.low < step.step < step.high


def test_an_actor_beside_itself_or_unknown_is_refused(held: Path) -> None:
    assert held.is_dir()
    with engine_at() as engine:
        with pytest.raises(ValueError, match="beside itself"):
            capabilities_of(engine, "PRK", 2000, 2024, beside=("PRK",))
        with pytest.raises(ValueError, match="comes before"):
            capabilities_of(engine, "PRK", 2024, 2000)
        with pytest.raises(UnknownActor):
            capabilities_of(engine, "ZZZ", 2000, 2024)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_lists_what_else_happened_and_calls_nothing_an_effect(
    north_korea: Capabilities, language: str
) -> None:
    said = CapabilityWords(north_korea, words_in(language), str, lambda mark: mark.key)
    told = [read(one.sentence) for one in said.said()]
    after = {"en": "After ", "fr": "Après "}[language]
    none = {"en": "No effect is shown", "fr": "Aucun effet n’est montré"}[language]
    looking = {"en": "chosen after looking", "fr": "choisi après avoir regardé"}[language]
    compared = [one for one in told if one.startswith(after)]
    assert compared
    assert all(none in one and looking in one for one in compared)
    assert not any(re.search(r"[{}]|None|nan|  ", one) for one in told)
    assert all(one.caveat.strip() for one in said.said())
    assert all(read(one).strip() for one in said.missing())
    stack = capability_stack(said)
    assert len(stack.panels) == 1 + len(said.drawn())
    assert len(capability_rows(said).rows) == len(north_korea.series) * (2025 - 1984 + 1)
