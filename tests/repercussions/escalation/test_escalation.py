"""The index of a pair and its parts: what is covered, what is not, what a case adds."""

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from foedus.errors import FaultyInput
from foedus.evidence import Day
from foedus.ledger.engines import engine_at
from foedus.repercussions.escalation import Escalation, case_record, escalation_of
from foedus.repercussions.escalation.as_json import escalation_json
from foedus.repercussions.escalation.parts import parts_of
from foedus.sources.case import Case, Coverage
from foedus.sources.case_folder import case_at


@pytest.fixture(scope="module")
def case(repository: Path) -> Case:
    return case_at(repository / "examples/rus-prk")


def event(number: int, kind: str, day: str, **more: Any) -> dict[str, Any]:
    date = dt.date.fromisoformat(day)
    return {
        "event": f"e-{number}",
        "event_type": kind,
        "initiator": ["KOR"],
        "target": ["PRK"],
        "day": day,
        "day_earliest": date,
        "day_latest": date,
        "polarity": "conflict",
        "standing": "certain",
        "assertions": [f"a-{number}"],
        **more,
    }


ACTS = (
    event(1, "MOBILIZE", "2024-01-05", initiator=["KOR", "PRK"], target=[]),
    event(2, "SANCTION", "2024-06-04"),
    event(3, "MOBILIZE", "2024-07-01", polarity="cooperation"),
    event(4, "CONSULT", "2024-07-02"),
    event(5, "ASSAULT", "2024-08-01", target=["JPN"]),
    event(6, "ASSAULT", "2024-09-01", standing="contested"),
)


def found_for(case: Case | None, period: str, *events: dict[str, Any]) -> Escalation:
    record = case_record(case, events, "KOR", "PRK") if case else None
    with engine_at() as engine:
        return escalation_of(engine, "PRK", "KOR", Day(period), record)


@pytest.fixture(scope="module")
def koreas(held: Path, case: Case) -> Escalation:
    assert held.is_dir()
    return found_for(case, "2013/2024", *ACTS)


def test_the_peninsula_in_2024_is_known_by_its_missile_tests_alone(koreas: Escalation) -> None:
    found = koreas
    assert found.dyad == "KOR-PRK"
    year = [place for place, month in enumerate(found.months) if month.year == 2024]
    pairs = zip(found.series, found.ranks, strict=True)
    ranked = [one.part.key for one, ranks in pairs if not np.isnan(ranks[year]).any()]
    assert ranked == ["tests"]
    tests = next(one for one in found.series if one.part.key == "tests")
    assert sum(tests.values[place] or 0 for place in year) == 12  # days with a launch
    assert (found.index.high - found.index.low)[year].min() > 0.8
    # The act of January is seen, not counted: the case does not claim to list them all.
    seen = {one.part.key: [value for _, value in one.seen] for one in found.series}
    assert seen["mobilisations"] == [1.0]
    assert seen["severed"] == [1.0]
    assert seen["force"] == []
    # Fewer tests than in the three years before, no more than chance could do in bursts.
    (against,) = [one for one in found.years if one.key == "tests"]
    assert against.found.after == 12
    assert against.found.before == 57
    assert against.found.ratio == pytest.approx((12 / 366) / (57 / 1095))
    assert against.found.wide_low < 1 < against.found.wide_high


def test_the_next_rung_is_asked_from_the_latest_act_on_record(koreas: Escalation) -> None:
    found = koreas
    assert found.incident is not None
    assert (found.incident.level, found.incident.source) == (3, "case")
    assert found.traits is not None
    assert (found.traits.rivals, found.traits.by_land, found.traits.major) == (True, True, False)
    everyone, alike = found.chances
    assert everyone.found is not None
    assert alike.found is not None
    assert alike.found.incidents < everyone.found.incidents
    assert 0.1 < alike.found.low[0, 1] < alike.found.chance[0, 1] < alike.found.high[0, 1] < 0.3
    assert found.own[-1]["level"] == 3  # of 2014: the case tells of a later act
    told = escalation_json(found)
    assert told["crises"]["reached"] == (481, 358, 217, 101)  # ICB 13, of 482 with one unknown
    assert told["steps"][2]["further"] == 106
    assert told["parts"][0]["values"] == [None] * 144


def test_where_nothing_is_held_the_index_is_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    found = found_for(case, "2023/2024", *ACTS)
    assert found.index.low.max() == 0
    assert found.index.high.min() == 1
    assert np.isnan(found.index.middle).all()
    assert not found.known
    assert found.chances == ()
    assert all(one.missing for one in found.series)


def test_what_the_case_claims_to_list_is_counted_and_a_month_without_is_zero(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path))
    claim = Coverage(
        what="displays",
        event_type="MOBILIZE",
        actors=("KOR", "PRK"),
        spell=Day("2020/2024"),
        how="all that were reported",
    )
    found = found_for(dataclasses.replace(case, coverage=(claim,)), "2023/2024", *ACTS)
    displays = next(one for one in found.series if one.part.key == "mobilisations")
    assert displays.values == (*(0.0,) * 12, 1.0, *(0.0,) * 11)
    january = found.months.index(dt.date(2024, 1, 1))
    ranks = found.ranks[[one.part.key for one in found.series].index("mobilisations")]
    assert ranks[january] == 1.0
    assert ranks[january + 1] == pytest.approx(0.5, abs=0.02)
    assert found.index.low[january] > found.index.low[january + 1] > 0


def test_a_pair_has_only_the_parts_its_sources_speak_of() -> None:
    of_koreas = {part.key for part in parts_of("KOR", "PRK")}
    of_others = {part.key for part in parts_of("PRK", "RUS")}
    assert {"tests", "provocations"} == of_koreas - of_others
    assert all(part.worth > 0 for part in parts_of("KOR", "PRK"))


def test_no_pair_with_itself_and_no_open_period() -> None:
    with engine_at() as engine:
        with pytest.raises(ValueError, match="no pair with itself"):
            escalation_of(engine, "KOR", "KOR", Day("2024"))
        with pytest.raises(ValueError, match="open"):
            escalation_of(engine, "KOR", "PRK", Day("2024/.."))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ('["KOR"]', "no pair of two states"),
        ('["KOR-KOR"]', "no pair of two states"),
        ('["KOR-NATO"]', "no state's id"),
        ('["KOR-ZZZ"]', "no state's id"),
        ("3", "escalation"),
    ],
)
def test_a_pair_that_is_none_is_told_with_its_line(
    asked: str, told: str, repository: Path, tmp_path: Path
) -> None:
    text = (repository / "examples/rus-prk/case.toml").read_text(encoding="utf-8")
    assert 'escalation = ["KOR-PRK"]' in text
    file = tmp_path / "case.toml"
    file.write_text(text.replace('["KOR-PRK"]', asked), encoding="utf-8")
    with pytest.raises(FaultyInput, match=told):
        case_at(tmp_path)
    file.write_text(text.replace('["KOR-PRK"]', '["PRK-KOR", "KOR-PRK"]'), encoding="utf-8")
    assert case_at(tmp_path).escalation == (("KOR", "PRK"),)
