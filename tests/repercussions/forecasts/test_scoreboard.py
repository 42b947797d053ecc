"""A file that remembers: nothing in it can be changed unseen, and a crash loses nothing whole."""

import json
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.errors import FaultyInput, FoedusError
from foedus.repercussions.forecasts.scoreboard import added, content_id, scoreboard_at


def forecast(number: int) -> dict[str, Any]:
    content = {"kind": "forecast", "about": {"target": "onset"}, "probability": 0.1, "n": number}
    return {"id": content_id("forecast", content), **content}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "forecasts.jsonl"
    for number in range(4):
        added(path, [forecast(number)])
    return path


def test_what_is_written_is_read_again_in_its_order(board: Path) -> None:
    found = scoreboard_at(board)
    assert [one["n"] for one in found.forecasts] == [0, 1, 2, 3]
    assert found.head == found.lines[-1]["hash"]
    assert len(found.open) == 4


def test_the_same_forecast_twice_is_one(board: Path) -> None:
    assert added(board, [forecast(2)]) == ()
    assert len(scoreboard_at(board).lines) == 4


def test_nothing_written_before_is_touched_by_writing_more(board: Path) -> None:
    before = board.read_bytes()
    added(board, [forecast(9)])
    assert board.read_bytes().startswith(before)


def _rewrite(board: Path, lines: list[str]) -> None:
    board.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


@pytest.mark.parametrize("line", [1, 2, 4])
def test_a_line_that_was_edited_is_named(board: Path, line: int) -> None:
    lines = board.read_text().splitlines()
    lines[line - 1] = lines[line - 1].replace('"probability":0.1', '"probability":0.9')
    _rewrite(board, lines)
    with pytest.raises(FaultyInput, match="was changed") as refused:
        scoreboard_at(board)
    assert refused.value.faults[0].line == line


@pytest.mark.parametrize("line", [1, 2, 3])
def test_a_line_that_was_taken_out_is_named(board: Path, line: int) -> None:
    lines = board.read_text().splitlines()
    del lines[line - 1]
    _rewrite(board, lines)
    with pytest.raises(FaultyInput, match="taken out") as refused:
        scoreboard_at(board)
    assert refused.value.faults[0].line == line


def test_the_last_line_cannot_be_taken_out_unseen(board: Path) -> None:
    _rewrite(board, board.read_text().splitlines()[:-1])
    with pytest.raises(FaultyInput, match="ends with line 3 where 4") as refused:
        scoreboard_at(board)
    assert refused.value.faults[0].line == 4


def test_the_whole_file_cannot_go_unseen(board: Path) -> None:
    board.unlink()
    with pytest.raises(FaultyInput, match="is gone"):
        scoreboard_at(board)


def test_lines_out_of_order_are_named(board: Path) -> None:
    lines = board.read_text().splitlines()
    lines[1], lines[2] = lines[2], lines[1]
    _rewrite(board, lines)
    with pytest.raises(FaultyInput) as refused:
        scoreboard_at(board)
    assert refused.value.faults[0].line == 2


@settings(max_examples=30, deadline=None)
@given(where=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_no_single_bit_flips_unseen(
    tmp_path_factory: pytest.TempPathFactory, where: int, bit: int
) -> None:
    path = tmp_path_factory.mktemp("board") / "forecasts.jsonl"
    added(path, [forecast(1), forecast(2)])
    whole = bytearray(path.read_bytes())
    whole[where % len(whole)] ^= 1 << bit
    path.write_bytes(bytes(whole))
    with pytest.raises(FaultyInput):
        scoreboard_at(path)


def test_what_a_crash_left_of_a_line_is_seen_and_set_apart(board: Path) -> None:
    with board.open("a", encoding="utf-8") as file:
        file.write('{"kind":"forecast","id":"f-1')
    found = scoreboard_at(board)
    assert found.torn == '{"kind":"forecast","id":"f-1'
    assert len(found.lines) == 4
    added(board, [forecast(7)])
    assert len(scoreboard_at(board).lines) == 5
    assert scoreboard_at(board).torn is None
    assert board.with_name("forecasts.jsonl.torn").read_text().strip() == found.torn


def test_a_crash_between_the_lines_and_their_head_costs_nothing(board: Path) -> None:
    head = board.with_name("forecasts.jsonl.head")
    old = head.read_text()
    added(board, [forecast(8)])
    head.write_text(old)
    assert len(scoreboard_at(board).lines) == 5


def _write(path: Path, first: int) -> None:
    for number in range(first, first + 5):
        added(path, [forecast(number)])


def test_two_who_write_at_once_break_no_chain(tmp_path: Path) -> None:
    path = tmp_path / "forecasts.jsonl"
    context = get_context("fork")
    both = [context.Process(target=_write, args=(path, first)) for first in (0, 100)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(scoreboard_at(path).forecasts) == 10


def test_an_id_is_asked_for_by_its_beginning(board: Path) -> None:
    one = scoreboard_at(board).forecasts[0]
    assert scoreboard_at(board).forecast(one["id"][:9]) == one
    with pytest.raises(FoedusError, match="4 forecasts"):
        scoreboard_at(board).forecast("f-")


def test_a_folder_that_cannot_be_written_in_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FoedusError, match="could not be written"):
        added(tmp_path / "file" / "forecasts.jsonl", [forecast(1)])


def test_a_line_is_one_json_object(board: Path) -> None:
    for line in board.read_text().splitlines():
        assert set(json.loads(line)) >= {"id", "kind", "before", "hash"}
