"""Treaties side by side as HTML: whole, self-contained, escaped, read without colour."""

import re
from dataclasses import replace

import pytest

from foedus.treaties.comparison import Comparison, clause_comparison, treaty_diff
from foedus.treaties.comparison_words import MARKS, SIGNS
from foedus.treaties.instruments import instrument
from foedus.treaties.words import Words
from tests.dossier.markup import Page

THREE = ("sun-prk-1961", "rus-prk-2024", "nato-1949")


@pytest.fixture(scope="module")
def three() -> Comparison:
    return clause_comparison(THREE)


def read(markup: str) -> str:
    return " ".join(" ".join(words for words, _ in Page(markup).texts).split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_is_well_formed_and_loads_nothing(three: Comparison, language: str) -> None:
    page = three.page(language)
    parsed = Page(page)
    assert not parsed.faults
    assert page.lstrip().startswith("<!doctype html>")
    assert f'<html lang="{language}">' in page
    assert not {tag for tag, _ in parsed.elements} & {"script", "link", "img", "iframe"}
    assert not re.search(r"url\(|@import|https?://", page)


def test_every_link_leads_to_its_source_on_the_page(three: Comparison) -> None:
    parsed = Page(three.page())
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    links = {str(attributes["href"]) for tag, attributes in parsed.elements if tag == "a"}
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_each_change_has_its_sign_and_its_word(three: Comparison) -> None:
    said = read(three.html())
    for mark in ("same", "reworded", "changed", "added"):
        assert f"{SIGNS[mark]} {MARKS[mark].en}" in said
    assert f"{SIGNS['dropped']} {MARKS['dropped'].en}" not in said  # nothing is, so no key to it


def test_every_cell_of_a_comparison_says_how_it_is_known(three: Comparison) -> None:
    said = read(three.html())
    for words in ("art. 4 , press accounts", "art. 5 , published text", "uncertain"):
        assert words in said.replace("\u00a0", " ")


def test_french_is_french(three: Comparison) -> None:
    said = read(three.page("fr"))
    assert "Déclencheur" in said
    assert "identique" in said
    assert "depuis le 4 décembre 2024" in said
    assert "Trigger" not in said


def test_what_a_treaty_says_is_never_taken_for_markup() -> None:
    nato = instrument("nato-1949")
    hostile = replace(nato, id="x", short=Words("<script>alert(1)</script>"), citation="a & <b>")
    page = clause_comparison(["x", "nato-1949"], {"x": hostile, "nato-1949": nato}).page()
    assert "<script" not in page
    assert "a &amp; &lt;b&gt;" in page


def test_a_notebook_shows_comparisons_and_differences(three: Comparison) -> None:
    shown = three._repr_html_()
    assert "<html" not in shown
    assert not Page(shown).faults
    assert "Russia–North Korea" in treaty_diff("sun-prk-1961", "rus-prk-2024")._repr_html_()
