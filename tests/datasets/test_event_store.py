"""GDELT's files in the event store: each once, every line kept or named, whatever happens."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.datasets import event_batches, event_store
from foedus.datasets.event_store import (
    compacted,
    dropped_lines,
    event_files,
    events_stored,
    inputs,
    store_folder,
)
from foedus.errors import ImportInProgress
from tests.datasets.gdelt_made import line, packed, text_file


def rows():
    return [row for path in event_files() for row in pq.read_table(path).to_pylist()]


def ids():
    return sorted(row["GLOBALEVENTID"] for row in rows())


def quarters(folder, count, each=3):
    """Files of a day's first quarters of an hour."""
    return [
        text_file(
            folder,
            f"20240619{number // 4:02d}{number % 4 * 15:02d}00.export.CSV",
            *(line(number * each + n) for n in range(each)),
        )
        for number in range(count)
    ]


@pytest.mark.usefixtures("data")
def test_every_line_of_the_published_files_is_a_row_with_its_file_and_line(shared):
    files = sorted((shared / "data/gdelt").glob("*.export.CSV"))
    report = events_stored(files)
    assert (report.rows, report.known, report.dropped) == (2_116 + 2_111, 0, ())
    found = rows()
    assert len(found) == report.rows
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        of_file = {row["row"]: row for row in found if row["file"] == file.name}
        assert sorted(of_file) == list(range(1, len(lines) + 1))
        for number in (1, 700, len(lines)):
            fields = lines[number - 1].split("\t")
            assert str(of_file[number]["GLOBALEVENTID"]) == fields[0]
            assert of_file[number]["EventCode"] == fields[26]
            assert of_file[number]["SOURCEURL"] == fields[60]
            assert of_file[number]["Actor1Name"] == (fields[6] or None)


@pytest.mark.usefixtures("data")
def test_an_event_may_lie_a_year_before_the_day_it_was_added(shared):
    events_stored((shared / "data/gdelt").glob("20191024143000*"))
    (first, *_) = rows()
    assert str(first["day"]) == "2018-10-24"
    assert str(first["added"]) == "2019-10-24 14:30:00"


@pytest.mark.usefixtures("data")
def test_event_codes_keep_their_leading_zeros(tmp_path):
    events_stored([text_file(tmp_path, "a.export.CSV", line(EventCode="0211"))])
    assert rows()[0]["EventCode"] == "0211"


@pytest.mark.usefixtures("data")
def test_the_same_file_adds_nothing_twice_packed_or_under_another_name(tmp_path):
    file = quarters(tmp_path, 1)[0]
    assert len(events_stored([file]).loaded) == 1
    other = tmp_path / "events.csv"
    other.write_bytes(file.read_bytes())
    for again in (file, packed(file), other):
        report = events_stored([again])
        assert (report.rows, report.known) == (0, 1), again.name
    assert ids() == [0, 1, 2]


@pytest.mark.usefixtures("data")
def test_one_run_given_the_same_lines_twice_loads_them_once(tmp_path):
    file = quarters(tmp_path, 1)[0]
    report = events_stored([file, packed(file), file])
    assert (len(report.loaded), report.rows, report.known) == (1, 3, 1)


@pytest.mark.usefixtures("data")
def test_a_bad_line_is_named_and_costs_no_other(tmp_path):
    file = text_file(
        tmp_path,
        "20240619000000.export.CSV",
        line(1),
        line(2) + "\textra",
        line(3)[:60],
        line(4).encode().replace(b"RUSSIA", b"RUSS\xcdA"),
        line(5, Actor1Name="A\x00B"),
        line(6, NumMentions="four"),
        line(7, SQLDATE="99999999999"),
        "",
        line(8),
    )
    report = events_stored([file])
    assert ids() == [1, 8]
    assert [(one.line, one.why) for one in sorted(report.dropped, key=lambda one: one.line)] == [
        (2, "has 62 fields, not 61"),
        (3, f"has {line(3)[:60].count(chr(9)) + 1} fields, not 61"),
        (4, "is not UTF-8 (byte " + str(line(4).index("IA") + 1) + ")"),
        (5, "holds a NUL byte"),
        (6, "NumMentions is 'four', not a number"),
        (7, "SQLDATE is '99999999999', not a number"),
    ]
    assert {one.file for one in report.dropped} == {file.name}
    (held,) = inputs()
    assert (held.rows, held.dropped) == (2, 6)
    assert dropped_lines().num_rows == 6
    assert [row["row"] for row in rows()] == [1, 9]


@pytest.mark.usefixtures("data")
def test_faults_that_cancel_out_in_number_are_found_line_by_line(tmp_path):
    short, long = line(2).rsplit("\t", 1)[0], line(3) + "\tx"
    report = events_stored([text_file(tmp_path, "a.export.CSV", line(1), short, long, line(4))])
    assert ids() == [1, 4]
    assert [one.line for one in report.dropped] == [2, 3]


@pytest.mark.usefixtures("data")
def test_a_quotation_mark_is_a_letter_like_any_other(tmp_path):
    events_stored([text_file(tmp_path, "a.export.CSV", line(1, Actor1Name='"THE'), line(2))])
    assert [row["Actor1Name"] for row in rows()] == ['"THE', "RUSSIA"]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(("width", "url"), [(58, "https://news.example/1"), (57, None)])
def test_version_1_has_a_day_for_a_time_and_no_second_division(tmp_path, width, url):
    file = text_file(tmp_path, "20130401.export.CSV", line(1, width, DATEADDED="20130401"))
    events_stored([packed(file)])
    (row,) = rows()
    assert str(row["added"]) == "2013-04-01 00:00:00"
    assert (row["ActionGeo_ADM2Code"], row["SOURCEURL"]) == (None, url)
    assert (row["ActionGeo_Lat"], row["ActionGeo_Long"]) == (39.0194, 125.755)
    assert inputs()[0].fields == width


@pytest.mark.usefixtures("data")
def test_windows_line_ends_and_a_missing_last_one_are_no_fault(tmp_path):
    windows = text_file(tmp_path, "a.export.CSV", line(1), line(2), end="\r\n")
    cut = tmp_path / "b.export.CSV"
    cut.write_text(line(3) + "\n" + line(4), encoding="utf-8")
    assert events_stored([windows, cut]).dropped == ()
    assert ids() == [1, 2, 3, 4]
    assert {row["SOURCEURL"] for row in rows()} == {"https://news.example/1"}


@pytest.mark.usefixtures("data")
def test_both_versions_load_in_one_run(tmp_path):
    old = text_file(tmp_path, "20130401.export.CSV", line(1, 58, DATEADDED="20130401"))
    new = text_file(tmp_path, "20240619000000.export.CSV", line(2))
    assert events_stored([old, new]).rows == 2
    assert ids() == [1, 2]


@pytest.mark.usefixtures("data")
def test_a_day_that_the_calendar_has_not_is_missing_and_the_row_stays(tmp_path):
    events_stored([text_file(tmp_path, "a.export.CSV", line(1, SQLDATE="20230229"))])
    (row,) = rows()
    assert (row["day"], row["SQLDATE"]) == (None, 20230229)


def damaged(folder):
    whole = packed(quarters(folder, 1, each=200)[0]).read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0xFF
    bomb = folder / "bomb.CSV"
    bomb.write_bytes(b"\t" * 30_000_000)
    two = folder / "two.zip"
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.CSV", line(1))
        archive.writestr("b.CSV", line(2))
    return {
        "damaged ZIP": text_bytes(folder / "cut.zip", whole[: len(whole) // 2]),
        "checksum": text_bytes(folder / "flipped.zip", bytes(flipped)),
        "zip bomb": packed(bomb),
        "holds 2 files": two,
        "is empty": text_bytes(folder / "empty.CSV", b""),
        "3 fields to a line": text_file(folder, "other.CSV", "a\tb\tc"),
        "cannot be opened": folder / "absent.CSV",
    }


def text_bytes(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.usefixtures("data")
def test_a_file_of_which_nothing_can_be_read_is_named_and_stops_no_other(tmp_path):
    bad = damaged(tmp_path)
    good = text_file(tmp_path, "20250101000000.export.CSV", line(10_000))
    report = events_stored([*bad.values(), good])
    assert ids() == [10_000]
    told = {one.file: one for one in report.dropped}
    for why, file in bad.items():
        assert told[file.name].line is None
        assert why in told[file.name].why
    assert report.known == 0


@pytest.mark.usefixtures("data")
def test_a_file_that_was_cut_off_loads_when_it_has_been_fetched_again(tmp_path):
    file = packed(quarters(tmp_path, 1, each=200)[0])
    whole = file.read_bytes()
    file.write_bytes(whole[:-40])
    assert events_stored([file]).rows == 0
    file.write_bytes(whole)
    assert events_stored([file]).rows == 200


@pytest.mark.usefixtures("data")
def test_another_content_of_a_time_already_loaded_is_told_and_not_mixed_in(tmp_path):
    file = quarters(tmp_path, 1)[0]
    events_stored([file])
    file.write_text(line(77) + "\n", encoding="utf-8")
    report = events_stored([file])
    assert "loaded before" in report.dropped[0].why
    assert ids() == [0, 1, 2]


@pytest.mark.usefixtures("data")
def test_many_files_share_a_parquet_file_that_says_which_it_holds(tmp_path):
    files = quarters(tmp_path, 30)
    events_stored(files, workers=2)
    assert len(event_files()) <= 2
    assert {one.name for one in inputs()} == {file.name for file in files}
    assert ids() == list(range(90))


@pytest.mark.usefixtures("data")
def test_what_was_whole_when_a_run_failed_stays_and_the_next_loads_the_rest(tmp_path, monkeypatch):
    files = quarters(tmp_path, 12)
    monkeypatch.setattr(event_batches, "_BATCH", 1)
    placed = event_batches.moved
    done = []

    def failing(unfinished, place):
        if len(done) == 5:
            raise OSError("no space left on device")
        done.append(place)
        placed(unfinished, place)

    with monkeypatch.context() as broken:
        broken.setattr(event_batches, "moved", failing)
        with pytest.raises(OSError, match="no space"):
            events_stored(files, workers=1)
    assert ids() == list(range(15))
    report = events_stored(files)
    assert (report.known, len(report.loaded)) == (5, 7)
    assert ids() == list(range(36))


def test_a_kill_loses_nothing_that_was_loaded(tmp_path, data):
    files = quarters(tmp_path, 96, each=20)
    code = (
        "import sys; from foedus.datasets import event_batches, event_store;"
        "event_batches._BATCH = 1; event_store.events_stored(sys.argv[1:], workers=2)"
    )
    loading = subprocess.Popen([sys.executable, "-c", code, *files])
    until = time.monotonic() + 30
    while not list(store_folder().glob("*.parquet")) and time.monotonic() < until:
        time.sleep(0.001)
    loading.send_signal(signal.SIGKILL)
    loading.wait()
    before = ids()
    assert len(before) >= 20
    assert len(before) == len(set(before)) == sum(one.rows for one in inputs())
    events_stored(files)
    assert ids() == list(range(96 * 20))
    assert not list(data.rglob("*.unfinished"))


@pytest.mark.usefixtures("data")
def test_small_files_are_joined_and_no_event_counts_twice(tmp_path, monkeypatch):
    files = [*quarters(tmp_path, 6), text_file(tmp_path, "bad.export.CSV", line(99), "a\tb")]
    for file in files:
        events_stored([file])
    held, dropped = set(inputs()), dropped_lines()
    assert len(event_files()) == 7
    # The process dies when the joined file stands and the old ones are not yet removed.
    with monkeypatch.context() as broken:
        broken.setattr(event_store, "_remove_replaced", lambda _folder: None)
        compacted()
    assert ids() == [*range(18), 99]
    assert compacted() == 1
    assert len(list(store_folder().glob("*.parquet"))) == 1
    assert (ids(), set(inputs())) == ([*range(18), 99], held)
    assert dropped_lines().equals(dropped)
    assert events_stored(files).known == 7


@pytest.mark.usefixtures("data")
def test_two_processes_do_not_load_at_once(tmp_path):
    store_folder().mkdir(parents=True)
    handle = os.open(store_folder(), os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(ImportInProgress, match="Another process is loading"):
            events_stored(quarters(tmp_path, 1))
    finally:
        os.close(handle)


@pytest.mark.usefixtures("data")
def test_progress_ends_at_the_whole(tmp_path):
    told = []
    events_stored(quarters(tmp_path, 5), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


BROKEN = st.sampled_from(["x", line(2) + "\t", line(3, Year="MMXXIV"), "\t" * 60 + "\x00"])


@given(lines=st.lists(st.one_of(st.just(line(1)), BROKEN), min_size=1, max_size=40))
@settings(max_examples=25, deadline=None)
def test_every_line_is_a_row_or_is_named(lines):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_DATA", folder)
        file = text_file(Path(folder), "a.export.CSV", line(0), *lines)
        report = events_stored([file])
        numbers = [row["row"] for row in rows()] + [one.line for one in report.dropped]
        assert sorted(numbers) == list(range(1, len(lines) + 2))
