"""Citations as reference managers read them."""

import json

import pytest
from pybtex.database import parse_string

from foedus.errors import UnknownDataset
from foedus.sources.citations import bibtex, cited_works, csl_json, plain_text
from foedus.sources.registry import all_datasets

EVERY = [one.name for one in all_datasets()]


def test_a_work_shared_by_datasets_is_cited_once() -> None:
    keys = [work["id"] for work in cited_works(["cow-states", "majors", "ucdp-acd", "ucdp-ged"])]
    assert keys == sorted(set(keys))
    assert {"cow2017states", "davies2025organized"} <= set(keys)


def test_the_order_of_asking_changes_nothing() -> None:
    assert bibtex(["nmc", "atop"]) == bibtex(["atop", "nmc", "atop"])
    assert plain_text(["nmc", "atop"]) == plain_text(["atop", "nmc"])


def test_bibtex_is_read_back_by_bibtex() -> None:
    read = parse_string(bibtex(EVERY), "bibtex")
    assert set(read.entries) == {work["id"] for work in cited_works(EVERY)}
    atop = read.entries["leeds2002atop"]
    assert atop.type == "article"
    assert atop.fields["journal"] == "International Interactions"
    assert atop.fields["pages"] == "237--260"
    assert str(atop.persons["author"][0]) == "Leeds, Brett Ashley"


def test_a_body_stays_one_name_and_a_title_keeps_its_capitals() -> None:
    said = bibtex(["cow-states", "gml"])
    assert 'author = "{Correlates of War Project}"' in said
    assert 'title = "{An Analysis of the Militarized Interstate Dispute (MID) Dataset' in said


def test_csl_json_is_json_that_names_type_and_year() -> None:
    works = json.loads(json.dumps(csl_json(["atop"])))
    assert works[0]["id"] == "leeds2002atop"
    assert works[0]["type"] == "article-journal"
    assert works[0]["issued"] == {"date-parts": [[2002]]}


def test_plain_text_is_what_stands_under_an_article() -> None:
    assert plain_text(["gw-states"]) == (
        "Gleditsch, Kristian S. and Michael D. Ward. 1999. “A Revised List of Independent States "
        "since the Congress of Vienna.” International Interactions 25(4): 393–413. "
        "https://doi.org/10.1080/03050629908434958\n"
    )


@pytest.mark.parametrize("name", EVERY)
def test_every_dataset_can_be_cited(name: str) -> None:
    for line in plain_text([name]).splitlines():
        assert ".." not in line.replace("…", "")
        assert "None" not in line


def test_an_unknown_dataset_cannot_be_cited() -> None:
    with pytest.raises(UnknownDataset):
        bibtex(["atop", "no such thing"])
