"""Files that are no flat tables, imported: the machinery lets their forms open them."""

import zipfile
from pathlib import Path

import pytest

from foedus.datasets.importing import imported, recognised
from foedus.reading.datasets.tables import MODULES, tables_of

OPENED = [
    ("sipri/trade-register.csv", "sipri-transfers", "deals", 29_056),
    ("sipri/TIV-Export-RUS-1950-2021.csv", "sipri-transfers", "dyad_years", 786),
    ("sipri/SIPRI-Milex-data-1948-2023.xlsx", "sipri-milex", "country_years", 13_224),
    ("dprk/nk_missile_tests.json", "missile-tests", "tests", 339),
    ("dprk/nk_missile_facilities.json", "missile-tests", "facilities", 55),
    ("dprk/nk_missile_types.json", "missile-tests", "missiles", 36),
]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("FOEDUS_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize(("file", "dataset", "table", "rows"), OPENED)
def test_a_file_that_is_no_flat_table_is_known_and_kept_whole(shared, file, dataset, table, rows):
    path = shared / "data" / file
    assert [found[:2] for found in recognised(path)] == [(dataset, table)]
    holding = imported(dataset, path).holding
    assert (holding.table, holding.kept, holding.failing_rows) == (table, rows, 0)


def test_it_is_known_inside_an_archive_too(shared, tmp_path):
    original = shared / "data/dprk/nk_missile_tests.json"
    with zipfile.ZipFile(tmp_path / "tests.zip", "w") as archive:
        archive.write(original, original.name)
    assert imported("missile-tests", tmp_path / "tests.zip").holding.kept == 339


def test_no_opener_answers_to_a_flat_table(tmp_path):
    flat = tmp_path / "flat.csv"
    flat.write_text("supplier,recipient,year,value\nRussia,China,2000,3\n")
    assert [opener(flat) for opener in openers()] == [None] * len(openers())


def openers() -> list:
    return [
        form.opener
        for dataset in MODULES
        for table in tables_of(dataset).values()
        for form in table.forms
        if form.opener is not None
    ]


@pytest.mark.parametrize("name", ["no.csv", "no.txt", "no.json", "no.xlsx", "no.parquet"])
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 64, b"Year(s) of delivery", b'"timeBins" "SRBM" "facilities"', b"["]
)
def test_no_opener_raises_for_whatever_it_is_given(tmp_path: Path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    assert [opener(file) for opener in openers()] == [None] * len(openers())
