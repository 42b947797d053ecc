"""What the registry says, and what it says when it is wrong."""

import re

import pytest

from foedus.errors import FaultyInput, UnknownDataset
from foedus.reading.datasets.tables import MODULES, tables_of
from foedus.sources.registry import all_datasets, dataset
from foedus.sources.registry_file import registered
from foedus.sources.terms import Terms

SOUND = """works:
  leeds2002atop:
    type: article-journal
    title: Alliance Treaty Obligations
    author: [[Leeds, Brett Ashley], Some Body]
    issued: 2002
datasets:
  atop:
    title: ATOP
    publisher: Rice
    page: http://www.atopdata.org/data.html
    version: "5.1"
    years: [1815, 2018]
    actors: states
    terms: with-citation
    licence: Free.
    cite: [leeds2002atop]
"""


def faults_of(text: str) -> str:
    with pytest.raises(FaultyInput) as told:
        registered(text, "registry.yaml")
    return str(told.value)


def test_every_dataset_that_foedus_reads_is_registered_and_no_other() -> None:
    assert {one.name for one in all_datasets()} == set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_file_leads_to_a_table(name: str) -> None:
    assert {file.table for file in dataset(name).files} <= set(tables_of(name))


@pytest.mark.parametrize("name", MODULES)
def test_the_years_of_a_release_are_those_its_tables_cover(name: str) -> None:
    spans = {table.coverage for table in tables_of(name).values()} - {(None, None)}
    first, last = dataset(name).years
    for begins, ends in spans:
        assert begins is None or first is None or first <= begins
        assert ends is None or last is None or ends <= last


def test_a_name_misspelt_is_told_the_nearest() -> None:
    with pytest.raises(UnknownDataset, match=r"Did you mean .*\batop\b"):
        dataset("atopp")
    with pytest.raises(UnknownDataset, match="capitals"):
        dataset("capital")
    assert dataset(" Cow_States ").name == "cow-states"


def test_what_may_not_be_fetched_has_no_address() -> None:
    for one in all_datasets():
        if one.terms in (Terms.BRING_YOUR_OWN, Terms.NO_REDISTRIBUTION):
            assert not [file.name for file in one.files if file.url]


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("cow-alliances", Terms.BRING_YOUR_OWN),
        ("acled", Terms.BRING_YOUR_OWN),
        ("gsdb", Terms.NO_REDISTRIBUTION),
        ("sipri-transfers", Terms.NON_COMMERCIAL),
        ("sipri-milex", Terms.NON_COMMERCIAL),
        ("minimum-distance", Terms.NON_COMMERCIAL),
        ("eu-sanctions", Terms.NON_COMMERCIAL),
        ("ucdp-acd", Terms.OPEN),
        ("ucdp-ged", Terms.OPEN),
        ("cameo", Terms.OPEN),
        ("atop", Terms.WITH_CITATION),
        ("mid", Terms.WITH_CITATION),
    ],
)
def test_terms_are_those_of_the_publisher(name: str, terms: Terms) -> None:
    assert dataset(name).terms is terms


def test_every_work_can_be_found_by_a_reader() -> None:
    works = {work["id"]: work for one in all_datasets() for work in one.citations}
    for work in works.values():
        assert work.get("author")
        assert re.fullmatch(r"(18|19|20)\d\d", str(work["issued"]["date-parts"][0][0]))
        assert work.get("DOI", "10.").startswith("10.")
        assert {"DOI", "URL", "publisher", "container-title"} & set(work)


def test_a_sound_registry_gives_csl_names_and_dates() -> None:
    works, datasets = registered(SOUND, "registry.yaml")
    assert works["leeds2002atop"]["author"] == [
        {"family": "Leeds", "given": "Brett Ashley"},
        {"literal": "Some Body"},
    ]
    assert works["leeds2002atop"]["issued"] == {"date-parts": [[2002]]}
    assert list(datasets) == ["atop"]


def test_all_faults_are_told_at_once_each_with_its_line() -> None:
    wrong = (
        SOUND.replace("terms: with-citation", "terms: gratis")
        .replace("years: [1815, 2018]", "years: [2018, 1815]")
        .replace("cite: [leeds2002atop]", "cite: [leeds2003]")
        .replace("page: http:", "page: file:")
        .replace("publisher: Rice", "publsher: Rice")
    )
    said = faults_of(wrong)
    assert "registry.yaml:15: datasets.atop.terms: 'gratis'. Expected open, with-citation" in said
    assert "registry.yaml:13: datasets.atop.years: 2018 is after 1815" in said
    assert "registry.yaml:17: datasets.atop.cite: no work has the key 'leeds2003'" in said
    assert "registry.yaml:11: datasets.atop.page: 'file://www.atopdata.org/data.html'" in said
    assert "registry.yaml:10: datasets.atop.publsher: unknown" in said
    assert "datasets.atop.publisher: missing" in said
    assert "registry.yaml:2: works.leeds2002atop: cited by no dataset" in said


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("{name: ../../x.csv, table: t}", "a file name, no path"),
        ("{name: x.csv, table: t, url: 'ftp://x/y'}", r"an http\(s\) address"),
        ("{name: x.csv, table: t, sha256: abc}", "64 hexadecimal digits"),
        ("{name: x.csv}", "table: missing"),
        ("just text", "is no mapping"),
    ],
)
def test_a_file_that_cannot_be_is_told(file: str, told: str) -> None:
    assert re.search(told, faults_of(SOUND + f"    files:\n      - {file}\n"))


@pytest.mark.parametrize("text", ["", "[]", "works: [", "works: 1\ndatasets: x\n", SOUND + SOUND])
def test_what_is_no_registry_is_refused(text: str) -> None:
    assert faults_of(text).startswith("registry.yaml")
