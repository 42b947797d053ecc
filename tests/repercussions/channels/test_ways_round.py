"""Channels of a file: ranges, days, the choice at low and at high."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.errors import FaultyInput, UnknownChannelEnd
from foedus.repercussions.channels import kinds_of, ways_round
from foedus.sources.channel_file import Channel, channel_file

HEADER = "from,to,what,unit,low,high,since,until,source\n"
# Made for this test: no figure in it is a fact.
MADE = (
    HEADER
    + """Russia,Port of X,oil,kt,10,20,2022,,made
Port of X,North Korea,oil,kt,5,30,2022,,made
RUS,PRK,oil,kt,4,6,2023-06-15,,made
RUS,Bank Y,oil,kt,1,,2024,2024,made
Bank Y,PRK,oil,kt,1,3,2022,,made
"""
)


def channels(folder: Path, text: str = MADE) -> tuple[Channel, ...]:
    path = folder / "channels.csv"
    path.write_text(text, encoding="utf-8")
    return channel_file(path).channels


def test_low_and_high_hold_the_flow_whatever_the_truth(tmp_path: Path) -> None:
    found = ways_round(channels(tmp_path), "RUS", "PRK", closing=1, on=dt.date(2024, 6, 19))
    # The bank's channel began and ended in some part of 2024: it counts at high alone.
    assert (found.low.flow, found.high.flow) == (9.0, 29.0)
    assert found.possible == 1
    assert [one.taker for one in found.low.closed] == ["PRK"]
    assert [(one.giver, one.low) for one in found.low.closed] == [("Port of X", 5.0)]
    assert found.low.left == 4.0
    assert found.high.left == 9.0
    assert found.high.closed[0].giver in ("RUS", "Port of X")
    assert found.same_choice  # closing the port's way to Korea is best at both ends
    assert found.low.proven
    assert found.high.proven


def test_a_channel_not_yet_there_is_left_out_and_counted(tmp_path: Path) -> None:
    found = ways_round(channels(tmp_path), "RUS", "PRK", on=dt.date(2023, 3, 1))
    assert found.closed_that_day == 2
    assert found.low.flow == 5.0


def test_the_choice_may_hang_on_what_the_capacities_are(tmp_path: Path) -> None:
    text = HEADER + "A,B,x,,10,11,,,made\nA,B,x,,1,100,,,made\n"
    found = ways_round(channels(tmp_path, text), "A", "B")
    assert found.low.closed != found.high.closed
    assert not found.same_choice
    assert found.high.left_by_other == 100.0


def test_names_of_actors_are_one_end_however_they_are_written(tmp_path: Path) -> None:
    assert {one.giver for one in channels(tmp_path)} == {"RUS", "Port of X", "Bank Y"}


def test_different_things_are_never_added_up(tmp_path: Path) -> None:
    rows = channels(tmp_path, MADE + "RUS,PRK,men,,1,2,,,made\n")
    assert kinds_of(rows) == (("oil", "kt"), ("men", ""))
    with pytest.raises(ValueError, match="several kinds"):
        ways_round(rows, "RUS", "PRK")


def test_an_end_without_a_channel_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownChannelEnd, match="Port of X"):
        ways_round(channels(tmp_path), "RUS", "CHN")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("RUS,PRK,oil,kt,9,3,,,made", "less than low"),
        ("RUS,PRK,oil,kt,-1,3,,,made", "no capacity"),
        ("RUS,PRK,oil,kt,nan,3,,,made", "no capacity"),
        ("RUS,Russia,oil,kt,1,3,,,made", "where it comes from"),
        ("RUS,PRK,oil,kt,1,3,,,", "a citation"),
        ("RUS,PRK,oil,kt,1,3,2024,2020,made", "ends before it begins"),
        ("RUS,PRK,oil,kt,1,3,last June,,made", "EDTF"),
        ("RUS,PRK,oil,kt,1", "5 cells"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(FaultyInput, match=words) as refused:
        channels(tmp_path, f"{MADE}{row}\n")
    assert refused.value.faults[0].line == 7


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "has no column"), (HEADER, "has no row"), ("from,to\n", "has no column what")],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(FaultyInput, match=words):
        channels(tmp_path, text)
