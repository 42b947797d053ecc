"""`foedus data` as people meet it, and what it does with what a publisher sends."""

import contextlib
import dataclasses
import datetime as dt
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foedus.cli import main
from foedus.datasets import getting
from foedus.datasets.getting import from_files, from_publisher
from foedus.datasets.getting_events import from_days, is_gdelt_file
from foedus.datasets.got import Got
from foedus.datasets.holdings import holding
from foedus.errors import FailedDownload, MissingDataset, NewerVersion, WrongFile
from foedus.sources import gdelt_addresses as addresses
from foedus.sources.download import unwatched
from foedus.sources.fetch import Patience
from foedus.sources.registry import PublishedFile, dataset
from tests.sources import publisher as served
from tests.sources.publisher import Handler, Publisher, publishing

FOEDUS = Path(sys.executable).parent / "foedus"
QUICK = Patience(connecting=2.0, silence=0.5, attempts=2, pause=0.01)
STATES = (
    "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\r\n"
    "USA,2,United States of America,1816,1,1,2016,12,31,2016\r\n"
    "CAN,20,Canada,1920,1,10,2016,12,31,2016\r\n"
)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("FOEDUS_DATA", str(folder))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return folder


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@pytest.fixture
def states(tmp_path: Path) -> Path:
    file = tmp_path / "my states.csv"
    file.write_text(STATES, encoding="utf-8")
    return file


@dataclasses.dataclass(frozen=True)
class Told:
    returncode: int
    stdout: str
    stderr: str


def foedus(*words: object) -> Told:
    """Run the command as the shell would, in this process: a start takes a second."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patched,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patched.setattr(sys, "argv", ["foedus", "data", *map(str, words)])
        patched.setenv("COLUMNS", "400")
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Told(code, out.getvalue(), err.getvalue())


def zipped(names: dict[str, str | bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in names.items():
            packed.writestr(name, data)
    return into.getvalue()


def published(monkeypatch: pytest.MonkeyPatch, **facts: object) -> None:
    """Let the states of the COW system be published at another address."""
    file = PublishedFile("states2016.csv", "spells", None, None, "2016")
    one = dataclasses.replace(
        dataset("cow-states"),
        files=(dataclasses.replace(file, **facts),),  # type: ignore[arg-type]
    )
    monkeypatch.setattr(getting, "dataset", lambda _: one)


def got(**settings: object) -> Got:
    (one,) = from_publisher("cow-states", watch=lambda _: unwatched, patience=QUICK, **settings)  # type: ignore[arg-type]
    return one


def test_a_real_process_says_data_on_one_stream_and_words_on_the_other(states: Path) -> None:
    run = [str(FOEDUS), "data", "get", "--from", str(states)]
    first, second = (
        subprocess.run(run, capture_output=True, text=True, timeout=120, env=os.environ)
        for _ in range(2)
    )
    assert (first.returncode, second.returncode) == (0, 0)
    assert "cow-states" in first.stdout
    assert first.stderr == ""
    assert "nothing changed" in second.stderr


def test_the_list_says_terms_years_and_what_is_held(states: Path) -> None:
    assert foedus("get", "cow-states", "--from", states).returncode == 0
    listed = {one["name"]: one for one in json.loads(foedus("list", "--json").stdout)}
    assert listed["cow-states"]["held"] == "2016"
    assert listed["cow-states"]["tables"] == {"spells": 2}
    assert listed["atop"]["held"] is None
    assert listed["acled"]["terms"] == "bring-your-own"
    assert (listed["nmc"]["first_year"], listed["nmc"]["last_year"]) == (1816, 2022)


def test_a_file_of_ones_own_is_recognised_by_its_columns(states: Path, data: Path) -> None:
    told = foedus("get", "--from", states, "--json")
    (one,) = json.loads(told.stdout)
    assert (one["dataset"], one["table"], one["read"], one["kept"]) == (
        "cow-states",
        "spells",
        2,
        2,
    )
    assert (data / "cow-states/original/my states.csv").read_text() == STATES.replace("\r\n", "\n")


def test_the_same_file_again_changes_nothing(states: Path) -> None:
    foedus("get", "--from", states)
    assert "nothing changed" in foedus("get", "--from", states).stderr


def test_a_wrong_file_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("a,b\n1,2\n")
    told = foedus("get", "cow-states", "--from", file)
    assert told.returncode == WrongFile.exit_code
    assert "ccode" in told.stderr
    assert foedus("get", "--from", tmp_path / "absent.csv").returncode == WrongFile.exit_code
    assert foedus("get", "--from", file).returncode == WrongFile.exit_code


def test_a_newer_release_needs_its_version_and_years(tmp_path: Path) -> None:
    file = tmp_path / "states2024.csv"
    file.write_text(STATES.replace("2016", "2024"), encoding="utf-8")
    refused = foedus("get", "cow-states", "--from", file)
    assert refused.returncode == NewerVersion.exit_code
    words = ("--as-version", "2024", "--covers", "1816-2024")
    assert foedus("get", "cow-states", "--from", file, *words).returncode == 0
    (one,) = json.loads(foedus("check", "--json").stdout)
    assert one["version"] == "2024"


@pytest.mark.parametrize("covers", ["2016", "2016-1816", "then-now"])
def test_years_that_are_none_are_the_command_lines_fault(states: Path, covers: str) -> None:
    told = foedus("get", "cow-states", "--from", states, "--covers", covers)
    assert told.returncode == 2
    assert "1815-2022" in told.stderr


def test_a_dataset_misspelt_is_told_the_nearest() -> None:
    for words in (("get", "atopp"), ("cite", "atopp"), ("check", "atopp")):
        told = foedus(*words)
        assert told.returncode == 5
        assert "Did you mean" in told.stderr
        assert "atop" in told.stderr


def test_what_foedus_may_not_fetch_is_asked_of_the_user() -> None:
    for name in ("acled", "cow-alliances", "gsdb"):
        told = foedus("get", name)
        assert told.returncode == MissingDataset.exit_code
        assert f"foedus data get {name} --from FILE" in told.stderr


def test_check_is_content_with_what_was_imported_and_not_with_a_changed_original(
    states: Path, data: Path
) -> None:
    foedus("get", "--from", states)
    assert foedus("check").returncode == 0
    original = data / "cow-states/original/my states.csv"
    original.write_text(STATES.replace("1920", "1919"))
    told = foedus("check", "cow-states")
    assert told.returncode == 3
    assert hashlib.sha256(original.read_bytes()).hexdigest() in told.stderr
    original.unlink()
    assert "is gone" in foedus("check").stderr


def test_check_shows_the_rows_set_apart(tmp_path: Path) -> None:
    file = tmp_path / "states.csv"
    file.write_text(STATES + "CAN,20,Canada,1920,1,10,2016,12,31,2016\r\n", encoding="utf-8")
    told = foedus("get", "cow-states", "--from", file)
    assert "duplicated key" in told.stdout
    shown = foedus("check")
    assert "stateabb=CAN" in shown.stderr
    assert shown.returncode == 0
    (one,) = json.loads(foedus("check", "--json").stdout)
    assert {row["stateabb"] for row in one["failing_rows"]} == {"CAN"}


def test_cite_without_names_cites_what_is_held(states: Path) -> None:
    assert foedus("cite").returncode == 2
    foedus("get", "--from", states)
    assert "State System Membership List" in foedus("cite").stdout
    assert "@misc{cow2017states," in foedus("cite", "--format", "bibtex").stdout
    (work,) = json.loads(foedus("cite", "majors", "--format", "csl-json").stdout)
    assert work["id"] == "cow2017states"


def test_a_dataset_comes_from_its_publisher(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.data = STATES.encode()
    published(monkeypatch, url=publisher.url("states2016.csv"))
    one = got()
    assert one.report is not None
    assert one.report.holding.origin == publisher.url("states2016.csv")
    assert holding("cow-states", "spells").kept == 2


def test_a_file_is_taken_out_of_the_archive_it_is_published_in(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    inner = zipped({"states2016.csv": STATES})
    publisher.data = zipped({"States/inner.zip": inner, "States/readme.txt": "read me"})
    sha256 = hashlib.sha256(STATES.encode()).hexdigest()
    published(monkeypatch, url=publisher.url("States.zip"), packed=True, sha256=sha256)
    assert got().report is not None
    originals = {path.name for path in (data / "cow-states/original").iterdir()}
    assert originals == {"States.zip", "states2016.csv"}
    assert got().error is None
    assert len(publisher.asked) == 1


def test_another_file_in_the_archive_than_the_one_expected_is_refused(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.data = zipped({"states2016.csv": STATES + "x\n"})
    published(monkeypatch, url=publisher.url("States.zip"), packed=True, sha256="0" * 64)
    error = got().error
    assert isinstance(error, FailedDownload)
    assert "0" * 64 in str(error)
    assert "--from FILE" in str(error)


def test_a_failed_download_is_a_report_and_the_old_table_stays(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch, states: Path
) -> None:
    list(from_files(states, ["cow-states"]))
    published(monkeypatch, url=publisher.will(served.status(404)))
    assert isinstance(got().error, FailedDownload)
    assert holding("cow-states", "spells").kept == 2


def test_a_folder_is_sorted_out_and_rivals_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    (folder / "states2016.csv").write_text(STATES)
    (folder / "deep/copy.csv").write_text(STATES + STATES.splitlines()[1] + "\r\n")
    (folder / "notes.txt").write_text("nothing of interest\n")
    (folder / ".hidden.csv").write_text(STATES)
    found = list(from_files(folder))
    taken = {one.file: one for one in found}
    assert taken["states2016.csv"].report is not None
    assert "states2016.csv was taken" in str(taken["copy.csv"].left)
    assert taken["notes.txt"].left is not None
    assert ".hidden.csv" not in taken


def test_an_archive_at_hand_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "downloads.zip"
    path.write_bytes(zipped({"a/states2016.csv": STATES, "a/read me.pdf": b"%PDF"}))
    (one,) = from_files(path)
    assert one.report is not None
    assert one.report.holding.file == "states2016.csv"


def test_statas_files_and_old_workbooks_in_a_folder_are_looked_at(tmp_path: Path) -> None:
    for name in ("leaders.dta", "states.xls", "notes.pdf"):
        (tmp_path / name).write_bytes(b"no such thing")
    assert {one.file for one in from_files(tmp_path)} == {"leaders.dta", "states.xls"}


def test_a_version_without_a_sign_and_rows_put_together_are_said(
    states: Path, shared: Path
) -> None:
    states.write_text(STATES.replace(",version", "").replace(",2016\r", "\r"))
    assert "2016 (presumed)" in foedus("get", "--from", states).stdout
    assert "2016 (presumed)" in foedus("list").stdout
    told = foedus("get", "--from", shared / "data/ucdp/ucdp_acd_v25.1.parquet")
    assert "5,652 rows in the file make 2,752 of conflict_years" in told.stderr


def test_reading_files_is_watched(states: Path, shared: Path) -> None:
    seen: list[tuple[str, int, int | None]] = []
    watched = lambda name: lambda done, total: seen.append((name, done, total))  # noqa: E731
    list(from_files(states, watch=watched))
    assert seen == [("my states.csv", 0, None), ("my states.csv", 1, 1)]
    seen.clear()
    list(from_files(shared / "data/gdelt", ["gdelt"], watch=watched))
    assert seen[-1][0] == "events"
    assert seen[-1][1] == seen[-1][2]


def test_two_datasets_with_the_same_columns_are_told_apart_by_name_or_not_at_all(
    shared: Path, tmp_path: Path
) -> None:
    mid = shared / "data/cow/mid_v5_disputes.parquet"
    gml = shared / "data/cow/gml_v2.2.1_disputes.parquet"
    for name, source in (("mid", mid), ("gml", gml)):
        (one,) = from_files(source)
        assert one.report is not None
        assert one.dataset == name
    nameless = tmp_path / "disputes.parquet"
    nameless.write_bytes(gml.read_bytes())
    (one,) = from_files(nameless)
    assert isinstance(one.error, WrongFile)
    assert "mid" in str(one.error)
    assert "gml" in str(one.error)


def test_a_renamed_original_is_known_by_its_checksum(shared: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "download (3).csv"
    renamed.write_bytes((shared / "data/atop/atop5_1m_NNA.csv").read_bytes())
    (one,) = from_files(renamed, ["atop"])
    assert one.report is not None
    assert one.report.holding.table == "members_nna"


def gdelt_lines(stamp: str) -> Callable[[Handler, bytes], None]:
    """Each quarter-hour has one line of its own; the second of the day was never published."""

    def answer(handler: Handler, _: bytes) -> None:
        name = handler.path.rsplit("/", 1)[-1].removesuffix(".zip")
        if name.startswith(stamp):
            handler.head(404, 0)
            return
        line = [""] * 61
        line[0], line[1], line[26], line[59] = name[6:14], name[:8], "042", name[:14]
        body = zipped({name: "\t".join(line) + "\n"})
        handler.head(200, len(body))
        handler.wfile.write(body)

    return answer


def test_the_days_of_gdelt_are_96_files_each_and_a_gap_stops_nothing(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        addresses, "QUARTERLY", publisher.url("gdeltv2/{:%Y%m%d%H%M%S}.export.CSV.zip")
    )
    publisher.will(gdelt_lines("20241001001500"))
    day = dt.date(2024, 10, 1)
    gap, loaded = from_days(day, day, watch=lambda _: unwatched, patience=QUICK)
    assert "20241001001500" in gap.file
    assert "the publisher has no file" in str(gap.left)
    assert loaded.stored is not None
    assert loaded.stored.rows == 95
    asked = len(publisher.asked)
    (gap, again) = from_days(day, day, watch=lambda _: unwatched, patience=QUICK)
    assert again.stored is not None
    assert again.stored.rows == 0
    assert len(publisher.asked) == asked + 1


def test_addresses_of_gdelt_are_those_of_its_versions() -> None:
    day = dt.date(2024, 10, 1)
    quarters = list(addresses.gdelt_addresses(day, day + dt.timedelta(days=1)))
    assert len(quarters) == len(set(quarters)) == 192
    assert quarters[1].endswith("/gdeltv2/20241001001500.export.CSV.zip")
    assert list(addresses.gdelt_addresses(day, day, daily=True)) == [
        "http://data.gdeltproject.org/events/20241001.export.CSV.zip"
    ]
    first = dt.date(2015, 2, 18)
    assert [url[-29:] for url in addresses.gdelt_addresses(first, first)] == [
        "20150218230000.export.CSV.zip",
        "20150218231500.export.CSV.zip",
        "20150218233000.export.CSV.zip",
        "20150218234500.export.CSV.zip",
    ]
    for days in ((dt.date(2013, 3, 31), day), (day, dt.date(2024, 9, 30))):
        with pytest.raises(ValueError, match=r"GDELT has daily files|is before the first"):
            list(addresses.gdelt_addresses(*days))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("20241001001500.export.CSV.zip", True),
        ("20191024143000.export.CSV", True),
        ("20130401.export.CSV.zip", True),
        ("1979.zip", True),
        ("states2016.csv", False),
        ("2016.csv", False),
    ],
)
def test_gdelts_files_are_known_by_their_names(name: str, is_one: bool) -> None:
    assert is_gdelt_file(Path(name)) is is_one


def test_days_without_gdelt_or_gdelt_without_days_are_explained() -> None:
    assert foedus("get", "atop", "--from-day", "2024-10-01").returncode == 2
    told = foedus("get", "gdelt")
    assert "--from-day" in told.stderr
    assert told.returncode == MissingDataset.exit_code
    assert foedus("get", "gdelt", "--from-day", "1990-01-01").returncode == 2
