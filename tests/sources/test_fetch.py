"""Downloads that go wrong in every way a network can, from a server on loopback."""

import gzip
import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.errors import FailedDownload, ImportInProgress, WrongFile
from foedus.sources import archive
from foedus.sources.fetch import Patience, fetched
from tests.sources import publisher as served
from tests.sources.publisher import DATA, SHA256, Publisher, publishing, whole

QUICK = Patience(
    connecting=2.0, silence=0.5, whole=20.0, attempts=3, pause=0.01, longest_pause=0.02
)


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with publishing() as one:
        yield one


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "atop" / "original" / "data.csv"


def left(place: Path) -> set[str]:
    """Every file under the folder of originals."""
    folder = place.parent
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_file_arrives_whole_and_nothing_else_is_left(publisher: Publisher, place: Path) -> None:
    assert fetched(publisher.url(), place, sha256=SHA256, patience=QUICK) == place
    assert place.read_bytes() == DATA
    assert left(place) == {"data.csv"}


def test_a_file_already_held_with_its_checksum_is_not_fetched_again(
    publisher: Publisher, place: Path
) -> None:
    fetched(publisher.url(), place, sha256=SHA256, patience=QUICK)
    fetched(publisher.url(), place, sha256=SHA256, patience=QUICK)
    assert len(publisher.asked) == 1


def test_without_a_checksum_the_publisher_is_asked_again(publisher: Publisher, place: Path) -> None:
    fetched(publisher.url(), place, patience=QUICK)
    publisher.data, publisher.etag = b"a,b\n1,2\n", '"second"'
    fetched(publisher.url(), place, patience=QUICK)
    assert place.read_bytes() == b"a,b\n1,2\n"


def test_a_connection_that_breaks_is_taken_up_where_it_ended(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.broken_after(70_000), served.broken_after(90_000), whole)
    fetched(url, place, patience=QUICK)
    assert place.read_bytes() == DATA
    assert [asked.get("range") for asked in publisher.asked] == [
        None,
        "bytes=70000-",
        "bytes=160000-",
    ]
    assert publisher.asked[1]["if-range"] == served.ETAG


def test_a_later_call_goes_on_with_what_an_earlier_one_left(
    publisher: Publisher, place: Path
) -> None:
    once = Patience(attempts=1, pause=0.01, silence=0.5)
    url = publisher.will(served.broken_after(50_000), served.status(503))
    with pytest.raises(FailedDownload, match="50,000 bytes are kept: the next attempt goes on"):
        fetched(url, place, patience=once)
    assert not place.exists()
    publisher.will(whole)
    fetched(url, place, patience=once)
    assert place.read_bytes() == DATA
    assert publisher.asked[-1]["range"] == "bytes=50000-"


def test_a_file_replaced_meanwhile_is_fetched_from_its_first_byte(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.broken_after(50_000), served.status(404))
    with pytest.raises(FailedDownload):
        fetched(url, place, patience=QUICK)
    publisher.data, publisher.etag = DATA[::-1], '"second"'
    publisher.will(whole)
    fetched(url, place, patience=QUICK)
    assert place.read_bytes() == DATA[::-1]


def test_a_server_that_ignores_ranges_does_not_corrupt_the_file(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.broken_after(70_000), served.deaf_to_ranges())
    fetched(url, place, patience=QUICK)
    assert place.read_bytes() == DATA


def test_a_server_that_ignores_ranges_and_always_breaks_is_given_up(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.deaf_to_ranges(served.broken_after(70_000)))
    with pytest.raises(FailedDownload, match="connection broke, 3 times in a row"):
        fetched(url, place, patience=QUICK)
    assert len(publisher.asked) == 4
    assert not place.exists()


def test_another_part_than_the_one_asked_for_is_not_joined(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.broken_after(70_000), served.another_part, whole)
    fetched(url, place, patience=QUICK)
    assert place.read_bytes() == DATA


def test_a_server_that_marks_no_version_is_not_trusted_with_a_range(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.without_validator(served.broken_after(70_000)), whole)
    fetched(url, place, patience=QUICK)
    assert "range" not in publisher.asked[1]
    assert place.read_bytes() == DATA


def test_with_a_checksum_two_joined_versions_are_noticed_and_fetched_anew(
    publisher: Publisher, place: Path
) -> None:
    first, second = DATA[::-1], DATA
    publisher.data = first
    url = publisher.will(served.without_validator(served.broken_after(70_000)), served.status(404))
    with pytest.raises(FailedDownload):
        fetched(url, place, sha256=SHA256, patience=QUICK)
    publisher.data = second
    publisher.will(whole)
    fetched(url, place, sha256=SHA256, patience=QUICK)
    assert [asked.get("range") for asked in publisher.asked[2:]] == ["bytes=70000-", None]
    assert place.read_bytes() == second


def test_a_lying_checksum_leaves_the_old_file_and_says_both(
    publisher: Publisher, place: Path
) -> None:
    place.parent.mkdir(parents=True)
    place.write_bytes(b"what was there before")
    url = publisher.will(served.sending(b"something else"))
    with pytest.raises(FailedDownload) as told:
        fetched(url, place, sha256=SHA256, advice="Look at the page.", patience=QUICK)
    said = str(told.value)
    assert url in said
    assert f"expected {SHA256}" in said
    assert f"actual {hashlib.sha256(b'something else').hexdigest()}" in said
    assert said.endswith("Look at the page.")
    assert place.read_bytes() == b"what was there before"
    assert left(place) == {"data.csv"}


def test_a_file_cut_short_without_a_word_fails_its_checksum(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.without_length(DATA[:1000]))
    with pytest.raises(FailedDownload, match="not the one expected"):
        fetched(url, place, sha256=SHA256, patience=QUICK)
    assert not place.exists()


def test_a_length_announced_too_long_is_a_broken_connection(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.lying_about_length(len(DATA) + 10))
    with pytest.raises(FailedDownload, match="times in a row"):
        fetched(url, place, patience=QUICK)
    assert not place.exists()


def test_a_length_announced_too_short_fails_the_checksum(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.lying_about_length(1000))
    with pytest.raises(FailedDownload, match="1,000 bytes"):
        fetched(url, place, sha256=SHA256, patience=QUICK)


def test_a_file_that_is_not_there_is_asked_for_once(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.status(404))
    with pytest.raises(FailedDownload, match="answered 404 Not Found"):
        fetched(url, place, patience=QUICK)
    assert len(publisher.asked) == 1


def test_a_server_in_trouble_is_asked_again(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.status(500), served.status(503, Retry_After="0"), whole)
    fetched(url, place, patience=QUICK)
    assert place.read_bytes() == DATA


def test_a_server_that_stays_in_trouble_is_given_up(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.status(500))
    with pytest.raises(FailedDownload, match="500 Internal Server Error, 3 times in a row"):
        fetched(url, place, patience=QUICK)


def test_a_redirection_is_followed(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.sent_on("/elsewhere/data.csv", 301), whole)
    fetched(url, place, sha256=SHA256, patience=QUICK)
    assert place.read_bytes() == DATA


def test_a_circle_of_redirections_ends(publisher: Publisher, place: Path) -> None:
    url = publisher.will(served.sent_on("/data.csv"))
    with pytest.raises(FailedDownload, match="sent on in a circle"):
        fetched(url, place, patience=QUICK)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://example.org/data.csv"])
def test_a_redirection_away_from_the_web_is_refused(
    publisher: Publisher, place: Path, target: str
) -> None:
    url = publisher.will(served.sent_on(target))
    with pytest.raises(FailedDownload, match="no http or https address"):
        fetched(url, place, patience=QUICK)
    assert not place.exists()


@pytest.mark.parametrize("url", ["file:///etc/hostname", "/etc/hostname", "ftp://example.org/x"])
def test_only_addresses_of_the_web_are_fetched(place: Path, url: str) -> None:
    with pytest.raises(FailedDownload, match="no http or https address"):
        fetched(url, place, patience=QUICK)


def test_a_web_page_is_not_taken_for_data(publisher: Publisher, place: Path) -> None:
    page = served.sending(
        b"<!doctype html><title>Log in</title>", Content_Type="text/html; charset=utf-8"
    )
    with pytest.raises(FailedDownload, match="a web page instead of the file"):
        fetched(publisher.will(page), place, patience=QUICK)
    assert not place.exists()


def test_a_silent_server_is_given_up_after_its_time(publisher: Publisher, place: Path) -> None:
    short = Patience(silence=0.1, attempts=2, pause=0.01)
    with pytest.raises(FailedDownload, match="did not answer in time, 2 times in a row"):
        fetched(publisher.will(served.silent(0.6)), place, patience=short)


def test_a_slow_server_that_goes_on_sending_is_waited_for(
    publisher: Publisher, place: Path
) -> None:
    seen: list[tuple[int, int | None]] = []
    url = publisher.will(served.dripping(pieces=8, pause=0.03))
    fetched(url, place, patience=QUICK, progress=lambda done, total: seen.append((done, total)))
    assert place.read_bytes() == DATA
    assert seen == sorted(seen)
    assert seen[-1] == (len(DATA), len(DATA))


def test_a_server_that_never_ends_is_given_up(publisher: Publisher, place: Path) -> None:
    short = Patience(silence=1.0, whole=0.3, attempts=3, pause=0.01)
    with pytest.raises(FailedDownload, match="not whole after"):
        fetched(publisher.will(served.dripping(pieces=100, pause=0.05)), place, patience=short)


@pytest.mark.parametrize("answer", [whole, served.without_length(DATA)])
def test_more_than_the_limit_is_refused(
    publisher: Publisher, place: Path, answer: served.Answer
) -> None:
    small = Patience(largest=100_000, attempts=1, pause=0.01)
    with pytest.raises(FailedDownload, match="larger than the limit of 100,000 bytes"):
        fetched(publisher.will(answer), place, patience=small)
    assert not place.exists()


def test_bytes_compressed_on_the_way_are_those_of_the_file(
    publisher: Publisher, place: Path
) -> None:
    url = publisher.will(served.sending(gzip.compress(DATA), Content_Encoding="gzip"))
    fetched(url, place, sha256=SHA256, patience=QUICK)
    assert place.read_bytes() == DATA


def test_no_server_at_all_says_so(place: Path) -> None:
    with publishing() as gone:
        url = gone.url()
    with pytest.raises(FailedDownload, match="no connection to the server"):
        fetched(url, place, patience=QUICK)


def test_interrupted_from_the_keyboard_it_goes_on_later(publisher: Publisher, place: Path) -> None:
    def interrupt(done: int, _: int | None) -> None:
        if done > 100_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetched(publisher.url(), place, patience=QUICK, progress=interrupt)
    assert not place.exists()
    fetched(publisher.url(), place, sha256=SHA256, patience=QUICK)
    assert publisher.asked[-1]["range"].startswith("bytes=1")
    assert left(place) == {"data.csv"}


def test_a_process_killed_in_the_middle_leaves_nothing_that_passes_for_whole(
    publisher: Publisher, place: Path, repository: Path
) -> None:
    script = (
        "import os, sys, pathlib\n"
        "from foedus.sources.fetch import fetched\n"
        "stop = lambda done, total: os.kill(os.getpid(), 9) if done > 100_000 else None\n"
        "fetched(sys.argv[1], pathlib.Path(sys.argv[2]), progress=stop)\n"
    )
    run = [sys.executable, "-c", script, publisher.url(), str(place)]
    assert subprocess.run(run, cwd=repository, check=False).returncode == -9
    assert not place.exists()
    fetched(publisher.url(), place, sha256=SHA256, patience=QUICK)
    assert place.read_bytes() == DATA


def test_two_processes_do_not_fetch_one_file_at_once(publisher: Publisher, place: Path) -> None:
    def again(_: int, __: int | None) -> None:
        with pytest.raises(ImportInProgress):
            fetched(publisher.url(), place, patience=QUICK)

    fetched(publisher.url(), place, patience=QUICK, progress=again)
    assert place.read_bytes() == DATA


def zipped(names: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in names.items():
            packed.writestr(name, data)
    return into.getvalue()


def test_a_file_is_found_in_an_archive_within_an_archive(tmp_path: Path) -> None:
    inner = zipped({"NMC-70-abridged.csv": b"ccode,year\n"})
    outer = tmp_path / "NMCv7.zip"
    outer.write_bytes(zipped({"NMCv7/readme.pdf": b"%PDF", "NMCv7/NMC-v7-abridged.zip": inner}))
    path = archive.unpacked(outer, "NMC-70-abridged.csv", tmp_path / "out")
    assert path.read_bytes() == b"ccode,year\n"
    assert archive.packed_names(outer) == ("NMC-70-abridged.csv",)


def test_a_file_that_is_not_in_the_archive_is_missed_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"folder/contdird.csv": b"x"}))
    with pytest.raises(WrongFile, match=r"no file 'contdir\.csv', but contdird\.csv"):
        archive.unpacked(path, "contdir.csv", tmp_path / "out")


def test_an_archive_cannot_choose_where_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"../../../escaped.csv": b"x", "/etc/absolute.csv": b"y"}))
    archive.unpacked(path, "escaped.csv", tmp_path / "out")
    archive.unpacked(path, "absolute.csv", tmp_path / "out")
    assert {one.name for one in (tmp_path / "out").iterdir()} == {"escaped.csv", "absolute.csv"}


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"data.csv": b"\0" * 20_000_000}))
    assert path.stat().st_size < 100_000
    with pytest.raises(WrongFile, match="larger than 1,000,000 bytes"):
        archive.unpacked(path, "data.csv", tmp_path / "out", largest=1_000_000)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    good = bytearray(zipped({"data.csv": DATA}))
    good[200:260] = bytes(60)
    path.write_bytes(bytes(good))
    with pytest.raises(WrongFile, match="cannot be unpacked"):
        archive.unpacked(path, "data.csv", tmp_path / "out")
    path.write_bytes(b"PK\x03\x04 not an archive")
    with pytest.raises(WrongFile, match="cannot be unpacked"):
        archive.unpacked(path, "data.csv", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
