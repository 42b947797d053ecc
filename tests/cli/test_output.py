"""Tables in narrow terminals."""

import pytest
from rich.cells import cell_len

from foedus.cli.output import Line, print_lines, print_table

HEADS = ("year", "", "objects", "per 1,000 own", *"abcdefghij")


@pytest.mark.parametrize("columns", ["40", "80", "100"])
def test_a_number_is_never_broken(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    numbers = [f"-0.{100 + place}" for place in range(10)]
    print_table(HEADS, [["1985", "SUN", 161, "230.30", *numbers]])
    printed = capsys.readouterr().out.split()
    assert {"1985", "SUN", "161", "230.30", *numbers} <= set(printed)


def test_words_are_folded_beside_numbers_that_are_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    print_table(("day", "title"), [["2024-06-19", "treaty on comprehensive partnership"]])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("2024-06-19 treaty on")
    assert max(map(len, lines)) <= 30


def test_a_table_that_stands_in_keeps_standing_in_where_words_are_folded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    print_table(("title", "day"), [["treaty on comprehensive partnership", "2024-06-19"]], indent=2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 2
    assert all(line.startswith("  ") and line[2] != " " for line in lines)
    assert max(map(len, lines)) <= 30


def test_a_line_is_wrapped_under_itself_and_never_at_a_no_break_space(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    said = "de côtés opposés, onze fois\u00a0; puis 77\u00a0% des votes, et https://example.org/a-long-one"
    print_lines([Line(0, "Ce qui est recensé", "bold"), Line(1, said), Line(0, "")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ce qui est recensé"
    assert all(line.startswith("  ") and line == line.rstrip() for line in lines[1:-1])
    assert any("fois\u00a0;" in line for line in lines)
    assert any("77\u00a0%" in line for line in lines)
    assert "  https://example.org/a-long-one" in lines
    assert lines[-1] == ""


def test_letters_two_columns_wide_are_counted_as_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    print_lines([Line(1, "지난 6월 19일 " * 4)])
    assert max(cell_len(line) for line in capsys.readouterr().out.splitlines()) <= 24
