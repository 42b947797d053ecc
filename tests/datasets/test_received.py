"""A file is read whatever made it: its encoding, line ends, delimiter, kind; or it is refused."""

import contextlib
import json
import os
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.datasets.received import received
from foedus.datasets.text_files import look_of_text, text_records
from foedus.errors import WrongFile
from tests.datasets.made_files import workbook, written, zipped

NAMES = "state,name\n2,Côte d’Ivoire\n3,“Österreich”\n4,España\n"


def rows_of(path, place=0):
    with received(path) as opened:
        rows, _ = opened.rows(place)
    return rows.to_pylist()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"], ids=str
)
def test_every_encoding_with_every_line_end_gives_the_same_rows(tmp_path, encoding, line_end):
    path = written(tmp_path / "states.csv", NAMES, encoding, line_end)
    assert rows_of(path) == [
        {"state": "2", "name": "Côte d’Ivoire", "row": 1},
        {"state": "3", "name": "“Österreich”", "row": 2},
        {"state": "4", "name": "España", "row": 3},
    ]


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"]
)
def test_the_delimiter_is_the_one_that_makes_a_table(tmp_path, delimiter):
    text = f'a,b{delimiter}c\n"x;y,z\t|"{delimiter}2\n1{delimiter}3\n'
    rows = rows_of(written(tmp_path / "table.txt", text.replace("a,b", "ab")))
    assert [row["ab"] for row in rows] == ["x;y,z\t|", "1"]


def test_a_real_mac_roman_file_with_bare_cr_is_read_whole(shared):
    rows = rows_of(shared / "data/dprk/north-korea-provocations-1958-2017.csv")
    assert len(rows) == 275
    assert not any("\ufffd" in (value or "") for row in rows for value in map(str, row.values()))


def test_a_real_windows_1252_file_keeps_its_accents(shared):
    with received(shared / "data/sipri/trade-register.csv") as opened:
        assert opened.encoding == "cp1252"


def test_a_quoted_line_break_is_part_of_its_cell(tmp_path):
    rows = rows_of(written(tmp_path / "t.csv", 'a,b\n1,"two\nlines"\n2,x\n'))
    assert rows[0]["b"] == "two\nlines"
    assert rows[1]["row"] == 2


def test_an_empty_cell_is_missing_also_between_quotes(tmp_path):
    rows = rows_of(written(tmp_path / "t.csv", 'a,b\n1,\n2,""\n'))
    assert [row["b"] for row in rows] == [None, None]


def test_columns_without_a_name_or_with_one_name_are_told_apart(tmp_path):
    rows = rows_of(written(tmp_path / "t.csv", "x,,x,, row \n1,2,3,4,5\n"))
    assert list(rows[0]) == ["x", "column_2", "x_3", "column_4", "row_5", "row"]
    assert (rows[0]["row_5"], rows[0]["row"]) == ("5", 1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["1,2", "3", "4,5,6", '"a\nb",7']), min_size=1, max_size=30))
def test_good_and_broken_records_are_numbered_as_they_stand(tmp_path, records):
    path = written(tmp_path / "t.csv", "a,b\n" + "\n".join(records) + "\n")
    look = look_of_text(path)
    if look.delimiter != ",":
        return
    rows, broken = text_records(path, look, 0, ("a", "b"))
    good = [n for n, record in enumerate(records, 1) if record in ("1,2", '"a\nb",7')]
    assert rows["row"].to_pylist() == good
    assert sorted(one.row for one in broken) == sorted(set(range(1, len(records) + 1)) - set(good))


def test_a_quote_that_is_never_closed_is_told_not_swallowed(tmp_path):
    text = 'a,b\n1,2\n3,"4\n' + "5,6\n" * 50
    with pytest.raises(WrongFile, match=r"t\.csv: a quote opened in record 2 is never closed"):
        rows_of(written(tmp_path / "t.csv", text))


def test_a_spreadsheet_is_read_with_its_header_below_a_title(tmp_path):
    path = workbook(
        tmp_path / "milex.xlsx",
        [["Title of it"], [], ["country", "2001"], ["Chad", 12.0], ["X", 1.5]],
    )
    with received(path) as opened:
        place = next(place for place, record in opened.heads if "country" in record)
        rows, _ = opened.rows(place)
    assert rows.to_pylist() == [
        {"country": "Chad", "2001": "12", "row": 1},
        {"country": "X", "2001": "1.5", "row": 2},
    ]


def test_a_parquet_file_keeps_its_types(tmp_path):
    pq.write_table(pa.table({"a": pa.array([1, None], pa.int16())}), tmp_path / "t.parquet")
    assert rows_of(tmp_path / "t.parquet") == [{"a": 1, "row": 1}, {"a": None, "row": 2}]


def test_a_stata_file_gives_codes_not_labels(tmp_path):
    frame = pd.DataFrame({"ccode": [2, 20], "hostlev": pd.Categorical(["war", "no war"])})
    frame.to_stata(tmp_path / "t.dta", write_index=False)
    assert [row["hostlev"] for row in rows_of(tmp_path / "t.dta")] == [1, 0]


def test_json_gives_the_objects_of_its_innermost_lists(tmp_path):
    document = {"of": "tests", "bins": [{"year": 1, "data": [{"a": 1, "b": [0.5]}, {"a": "x"}]}]}
    path = written(tmp_path / "t.json", json.dumps(document))
    assert rows_of(path) == [{"a": "1", "b": "[0.5]", "row": 1}, {"a": "x", "b": None, "row": 2}]


def test_the_one_data_file_of_an_archive_is_read(tmp_path):
    path = zipped(tmp_path / "t.zip", **{"folder/t.csv": b"a,b\n1,2\n", "readme.pdf": b"%PDF"})
    assert rows_of(path) == [{"a": "1", "b": "2", "row": 1}]


def test_an_archive_of_several_data_files_names_them(tmp_path):
    path = zipped(tmp_path / "t.zip", **{"one.csv": b"a\n", "two.csv": b"a\n"})
    with pytest.raises(WrongFile, match=r"t\.zip holds 2 data files.*one\.csv, two\.csv"):
        rows_of(path)


def test_a_zip_bomb_is_refused_before_it_fills_the_disk(tmp_path):
    path = zipped(tmp_path / "t.zip", **{"t.csv": b"0" * 60_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(WrongFile, match=r"larger|unpacks"):
        rows_of(path)


def test_a_member_named_to_lead_outside_is_written_nowhere_else(tmp_path):
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    path = zipped(deep / "t.zip", **{"../../outside.csv": b"a,b\n1,2\n"})
    before = sorted(tmp_path.rglob("*"))
    with contextlib.suppress(WrongFile):
        rows_of(path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n\n  \n", "empty"),
        ("binary.csv", b"\x00\x01\x02" * 50, "neither text"),
        ("cut.parquet", b"PAR1\x15\x04", "cannot be read"),
        ("cut.xlsx", b"PK\x03\x04", "cannot be read"),
        ("cut.zip", b"PK\x05\x06" + b"\x00" * 4, "neither text"),
        ("cut.dta", b"<stata_dta>", "cannot be read"),
        ("cut.json", b'{"a": [', "cannot be read"),
        ("deep.json", b"[" * 100_000, "cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WrongFile, match=said) as raised:
        rows_of(tmp_path / name)
    assert name in str(raised.value)


def test_a_truncated_parquet_file_is_refused(tmp_path):
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"a": list(range(10_000))}), path)
    os.truncate(path, path.stat().st_size - 100)
    with pytest.raises(WrongFile, match=r"t\.parquet cannot be read"):
        rows_of(path)


def test_a_locked_archive_is_refused(tmp_path):
    path = zipped(tmp_path / "t.zip", **{"t.csv": b"a,b\n1,2\n"})
    data = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    path.write_bytes(data)
    assert zipfile.is_zipfile(path)
    with pytest.raises(WrongFile, match=r"password|encrypted"):
        rows_of(path)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(WrongFile, match=r"nowhere\.csv"), received(Path("nowhere.csv")):
        pass
