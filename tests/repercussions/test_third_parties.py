"""What third parties did before and after, and what may not be concluded from it."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.evidence import Day
from foedus.repercussions.third_parties import third_parties, windows
from foedus.sources.case import Case, Coverage
from tests.relations.conftest import event, events

TURN = dt.date(2024, 6, 19)
SANCTIONS = Coverage(
    what="sanctions", event_type="SANCTION", actors=("UN", "PRK"), spell=Day("2020/2024"), how=""
)


def case(*coverage: Coverage) -> Case:
    return Case(
        folder=Path("rus-prk"),
        title="",
        question="",
        language="en",
        focus=("RUS", "PRK"),
        watch=("KOR", "UN"),
        period=Day("2000/2024-12-31"),
        coverage=coverage,
        reliability={},
    )


def rows(run, told, *coverage):
    found = run(third_parties(events(told), case(*coverage), TURN))
    return {(row["watched"], row["focus"], row["side"]): row for row in found}


def test_both_windows_are_as_long_as_the_shorter_side_of_the_period() -> None:
    before, after = windows(TURN, Day("2000/2024-12-31"))
    assert before == ("before", dt.date(2023, 12, 7), dt.date(2024, 6, 18))
    assert after == ("after", dt.date(2024, 6, 20), dt.date(2024, 12, 31))
    assert before[2] - before[1] == after[2] - after[1]


@pytest.mark.parametrize("period", ["2000/2024-06-19", "2000/..", "2024-06-19/2025"])
def test_a_turn_at_the_edge_of_the_period_leaves_nothing_to_compare(period: str) -> None:
    with pytest.raises(ValueError, match="period"):
        windows(TURN, Day(period))


def test_every_watched_actor_has_a_row_towards_each_focus_on_each_side(run) -> None:
    found = rows(run, [])
    assert len(found) == 2 * 2 * 2
    assert list(found)[:2] == [("KOR", "RUS", "before"), ("KOR", "RUS", "after")]


def test_events_are_counted_by_side_and_by_what_they_mean(run) -> None:
    told = [
        "2024-03-01 KOR > RUS CONSULT",
        "2024-06-20 RUS > KOR THREATEN",
        "2024-10-21 KOR > RUS REQUEST",
        event("2024-11-07 KOR > RUS SANCTION", standing="possible"),
        "2010-01-01 KOR > RUS CONSULT",
    ]
    found = rows(run, told)
    before, after = found["KOR", "RUS", "before"], found["KOR", "RUS", "after"]
    assert (before["cooperation"], before["conflict"], before["possible"]) == (1, 0, 0)
    assert (after["cooperation"], after["conflict"], after["possible"]) == (0, 2, 1)
    assert len(after["assertions"]) == 3


def test_an_event_that_may_fall_on_either_side_is_on_neither(run) -> None:
    found = rows(run, ["2024 KOR > RUS REQUEST", "2024-06 KOR > RUS REQUEST"])
    assert found["KOR", "RUS", "before"]["conflict"] is None
    assert found["KOR", "RUS", "after"]["conflict"] is None


def test_silence_in_the_sources_is_not_written_as_zero(run) -> None:
    found = rows(run, [])
    assert {row["conflict"] for row in found.values()} == {None}
    assert not any(row["covered"] for row in found.values())


def test_where_the_chronicle_lists_everything_nothing_is_zero(run) -> None:
    found = rows(run, ["2024-03-01 UN > PRK SANCTION"], SANCTIONS)
    after = found["UN", "PRK", "after"]
    assert after["covered"]
    assert (after["cooperation"], after["conflict"], after["possible"]) == (0, 0, 0)
