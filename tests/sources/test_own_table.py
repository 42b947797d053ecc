"""A CSV file of an analyst's own: read with its lines, or refused with what is wrong."""

from pathlib import Path

import pytest

from foedus.errors import FaultyInput
from foedus.sources.dyad_values import dyad_values
from foedus.sources.own_table import own_table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.csv"


def test_rows_have_the_line_they_end_in_and_blank_ones_are_passed_over(file: Path) -> None:
    file.write_bytes('\ufeffone, two\r\n\r\n RUS ,"PR\r\nK"\r\n , \r\nKOR,JPN\r\n'.encode())
    header, rows = own_table(file, 1_000)
    assert header == ["one", "two"]
    assert list(rows) == [(4, ["RUS", "PR\r\nK"]), (6, ["KOR", "JPN"])]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"one,two\n" + b"x" * 2_000_001, "more than 2 MB"),
        ("un,zwölf\n".encode("latin-1"), "not UTF-8"),
        (b'one,two\nRUS,"PRK\n', "no CSV"),
        (b"one,two\nRUS," + b"x" * 200_000 + b"\n", "no CSV"),
    ],
)
def test_what_is_no_table_is_refused(file: Path, content: bytes, problem: str) -> None:
    file.write_bytes(content)
    with pytest.raises(FaultyInput, match=problem):
        list(own_table(file, 2_000_000)[1])


def test_a_file_that_is_not_there_or_empty(file: Path) -> None:
    with pytest.raises(FaultyInput, match="cannot be opened"):
        own_table(file, 1_000)
    file.touch()
    header, rows = own_table(file, 1_000)
    assert (header, list(rows)) == ([], [])


def test_another_encoding_is_tried_where_one_is_named(file: Path) -> None:
    file.write_bytes("zwölf\n1\n".encode("latin-1"))
    assert own_table(file, 1_000, otherwise="latin-1")[0] == ["zwölf"]


def test_numbers_of_pairs_with_a_cell_too_large_for_any_are_refused(file: Path) -> None:
    file.write_text("one,two,period,value\nRUS,PRK,2024," + "9" * 200_000, encoding="utf-8")
    with pytest.raises(FaultyInput, match="no CSV"):
        dyad_values(file)
