"""A table that comes in several files holds them all, each row once, each file as its own part."""

import threading

import pytest

from foedus.datasets.checking import checked
from foedus.datasets.getting import from_files
from foedus.datasets.holdings import failing_rows, held_table, holding
from foedus.datasets.importing import imported
from foedus.datasets.parts import ALREADY_HELD
from foedus.errors import ImportInProgress
from foedus.ledger.engines import engine_at
from tests.datasets.made_files import written

pytestmark = pytest.mark.usefixtures("data")

HEADER = "celex,recordId,programKey,annex,measure,startDate,reason,schema,name\n"


def listing(celex: str, number: object, name: str) -> str:
    return f"{celex},{number},EU-X,I,Asset freeze,1.2.2024,,Person,{name}\n"


def regulation(path, *listings: str):
    path.parent.mkdir(exist_ok=True)
    return written(path, HEADER + "".join(listings))


def names():
    with engine_at() as engine:
        rows = engine.to_pyarrow(held_table(engine, "eu-sanctions", "listings")).to_pylist()
    return {(row["part"], row["row"]): row["name"] for row in rows}


def test_files_of_one_table_stand_beside_each_other(tmp_path):
    imported("eu-sanctions", regulation(tmp_path / "a.csv", listing("A", 1, "KIM")))
    report = imported("eu-sanctions", regulation(tmp_path / "b.csv", listing("B", 1, "NO")))
    assert names() == {("a.csv", 1): "KIM", ("b.csv", 1): "NO"}
    assert (report.of_file.kept, report.holding.kept) == (1, 2)
    assert [one.file for one in holding("eu-sanctions", "listings").parts] == ["a.csv", "b.csv"]
    assert holding("eu-sanctions", "listings").files == report.holding.parts


def test_the_same_bytes_add_nothing_under_whatever_name(tmp_path, data):
    first = regulation(tmp_path / "a.csv", listing("A", 1, "KIM"))
    imported("eu-sanctions", first)
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    again = imported("eu-sanctions", first)
    copy = imported("eu-sanctions", written(tmp_path / "copy.csv", first.read_text()))
    assert (again.changed, copy.changed) == (False, False)
    assert copy.of_file.file == "a.csv"
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def test_a_newer_copy_of_a_file_takes_the_place_of_its_part(tmp_path):
    imported("eu-sanctions", regulation(tmp_path / "b.csv", listing("B", 1, "NO")))
    imported("eu-sanctions", regulation(tmp_path / "a.csv", listing("A", 1, "KIM")))
    newer = regulation(tmp_path / "new/a.csv", listing("A", 1, "KIM"), listing("A", 2, "PAK"))
    imported("eu-sanctions", newer)
    assert sorted(names().values()) == ["KIM", "NO", "PAK"]
    assert len(holding("eu-sanctions", "listings").parts) == 2


def test_a_row_that_another_file_holds_fails_and_is_counted_once(tmp_path):
    both = (listing("A", 1, "KIM"), listing("A", "", "without a number"))
    imported("eu-sanctions", regulation(tmp_path / "a.csv", *both))
    later = regulation(tmp_path / "later.csv", *both, listing("A", 2, "PAK"))
    report = imported("eu-sanctions", later)
    assert report.of_file.failing == {ALREADY_HELD: 2}
    assert sorted(names().values()) == ["KIM", "PAK", "without a number"]
    apart = failing_rows("eu-sanctions", "listings")
    assert [(row["part"], row["row"], row["check"]) for row in apart] == [
        ("later.csv", 1, ALREADY_HELD),
        ("later.csv", 2, ALREADY_HELD),
    ]


def test_rows_that_only_a_replaced_file_held_are_kept_from_the_other(tmp_path):
    imported("eu-sanctions", regulation(tmp_path / "a.csv", listing("A", 1, "KIM")))
    both = (listing("A", 1, "KIM"), listing("B", 1, "NO"))
    imported("eu-sanctions", regulation(tmp_path / "b.csv", *both))
    assert names() == {("a.csv", 1): "KIM", ("b.csv", 2): "NO"}
    report = imported("eu-sanctions", regulation(tmp_path / "new/a.csv", listing("A", 2, "PAK")))
    assert report.anew == ("b.csv",)
    assert names() == {("b.csv", 1): "KIM", ("b.csv", 2): "NO", ("a.csv", 1): "PAK"}
    assert holding("eu-sanctions", "listings").failing == {}


def test_files_imported_at_once_are_all_held_or_said_to_wait(tmp_path):
    files = [
        regulation(tmp_path / f"{number}.csv", listing(str(number), 1, f"N{number}"))
        for number in range(6)
    ]
    done = []

    def run(file):
        try:
            imported("eu-sanctions", file)
            done.append(file.name)
        except ImportInProgress:
            pass

    threads = [threading.Thread(target=run, args=(file,)) for file in files]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert done
    assert sorted(part for part, _ in names()) == sorted(done)


@pytest.mark.parametrize("name", ["ü [1]*.csv", "a b.csv", ".hidden.csv", "x" * 200 + ".csv"])
def test_a_file_of_any_name_becomes_a_part_of_its_own(tmp_path, name):
    imported("eu-sanctions", regulation(tmp_path / name, listing("A", 1, "KIM")))
    imported("eu-sanctions", regulation(tmp_path / "other.csv", listing("B", 1, "NO")))
    assert sorted(names().values()) == ["KIM", "NO"]
    assert holding("eu-sanctions", "listings").parts[0].file == name
    assert not imported("eu-sanctions", tmp_path / name).changed


def test_the_check_of_what_is_held_names_the_file_that_changed(tmp_path, data):
    for name in "ab":
        imported("eu-sanctions", regulation(tmp_path / f"{name}.csv", listing(name, 1, name)))
    assert [one.wrong for one in checked()] == [()]
    (data / "eu-sanctions/original/b.csv").write_text("tampered")
    (data / "eu-sanctions/listings/a.csv.parquet").unlink()
    (one,) = checked()
    assert len(one.wrong) == 2
    assert "a.csv.parquet is gone" in one.wrong[0]
    assert "b.csv has changed" in one.wrong[1]


def test_rows_held_twice_after_all_are_found_by_the_check(tmp_path, data):
    for name in "ab":
        imported("eu-sanctions", regulation(tmp_path / f"{name}.csv", listing(name, 1, name)))
    folder = data / "eu-sanctions/listings"
    (folder / "b.csv.parquet").write_bytes((folder / "a.csv.parquet").read_bytes())
    (one,) = checked()
    assert any(ALREADY_HELD in wrong for wrong in one.wrong)


def test_a_folder_gives_all_the_files_of_such_a_table(shared):
    found = list(from_files(shared / "data/sanctions", ["eu-sanctions"]))
    assert sum(one.report is not None for one in found) == 3
    record = holding("eu-sanctions", "listings")
    assert (len(record.parts), record.kept) == (3, 2802 + 326 + 1746)


def test_the_exports_of_two_suppliers_are_one_table(shared):
    for name in ("RUS", "USA"):
        imported("sipri-transfers", shared / f"data/sipri/TIV-Export-{name}-1950-2021.csv")
    with engine_at() as engine:
        rows = held_table(engine, "sipri-transfers", "dyad_years")
        suppliers = engine.to_pyarrow(rows.select("supplier").distinct())["supplier"].to_pylist()
    assert {"Russia", "United States"} <= set(suppliers)


def test_the_same_events_in_another_form_are_not_counted_twice(shared):
    first = imported("icews", shared / "data/icews/icews_sample_2018_06_01_03.parquet")
    again = imported("icews", shared / "data/icews/events.2018.sample.tab")
    assert (first.of_file.kept, again.of_file.kept) == (4993, 2)
    assert again.of_file.failing == {ALREADY_HELD: 3703}
