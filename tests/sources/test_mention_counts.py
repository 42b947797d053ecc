"""A table of mentions is read whole or refused with every fault and its line."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from foedus.errors import FaultyInput
from foedus.sources.mention_counts import COLUMNS, mention_counts

HEADER = ",".join(COLUMNS)


def told(file: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(FaultyInput) as faulty:
        mention_counts(file)
    return [(fault.line, fault.field) for fault in faulty.value.faults]


def csv(folder: Path, *lines: str, header: str = HEADER) -> Path:
    file = folder / "counts.csv"
    file.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return file


def test_csv_and_parquet_say_the_same(tmp_path: Path) -> None:
    file = csv(tmp_path, "cctv,2024-06-01,north_korea,14,1", "cctv,2024-06-02,north_korea,12,0")
    read = mention_counts(file)
    pq.write_table(read.rows, tmp_path / "counts.parquet")
    again = mention_counts(tmp_path / "counts.parquet")
    assert read.rows.equals(again.rows)
    assert read.rows["date"].to_pylist() == [dt.date(2024, 6, 1), dt.date(2024, 6, 2)]
    assert len(read.sha256) == 64
    assert read.sha256 != again.sha256


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    file = csv(
        tmp_path,
        "cctv,2024-06-01,north_korea,14,15",
        "cctv,2024-06-02,north_korea,-3,-4",
        "cctv,2024-06-03,,12,0",
        "cctv,2024-06-04,japan,12,0",
        "cctv,2024-06-04,japan,12,0",
        "cctv,2024-06-04,russia,11,0",
    )
    assert sorted(told(file), key=str) == [
        (2, "documents_mentioning"),
        (3, "documents"),
        (3, "documents_mentioning"),
        (4, "term"),
        (6, "term"),
        (7, "documents"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("counts.csv", b"", "cannot be read"),
        ("counts.csv", b"source,date\na,2024-01-01\n", "has no column term, documents"),
        ("counts.csv", HEADER.encode() + b"\na,yesterday,b,1,0\n", "cannot be read"),
        ("counts.csv", HEADER.encode() + b"\na,2024-01-01,b,1.5,0\n", "cannot be read"),
        ("counts.csv", HEADER.encode() + b"\n\xff\xfe,2024-01-01,b,1,0\n", "cannot be read"),
        ("counts.parquet", b"PAR1 and nothing else", "cannot be"),
        ("counts.xlsx", b"", "ends neither in .parquet nor in .csv"),
    ],
)
def test_what_is_no_table_of_mentions_is_refused(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FaultyInput, match=problem):
        mention_counts(tmp_path / name)


def test_a_table_without_rows_and_a_folder_are_said_to_be_that(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="has no row"):
        mention_counts(csv(tmp_path))
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(FaultyInput, match="a folder"):
        mention_counts(tmp_path / "folder.csv")


def test_a_table_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="cannot be opened"):
        mention_counts(tmp_path / "none.csv")


def test_whole_numbers_written_as_floats_are_taken_and_halves_refused(tmp_path: Path) -> None:
    rows = {name: ["a"] for name in ("source", "term")} | {"date": [dt.date(2024, 1, 1)]}
    whole = pa.table(rows | {"documents": [2.0], "documents_mentioning": [1.0]})
    pq.write_table(whole, tmp_path / "whole.parquet")
    assert mention_counts(tmp_path / "whole.parquet").rows["documents"].to_pylist() == [2]
    half = pa.table(rows | {"documents": [2.0], "documents_mentioning": [0.5]})
    pq.write_table(half, tmp_path / "half.parquet")
    with pytest.raises(FaultyInput, match="cells of another type"):
        mention_counts(tmp_path / "half.parquet")
